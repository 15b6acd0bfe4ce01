"""TR381: A product code belongs to its category, by the national list (JZ21) or the list of the gemeente.

Categories that no list covers (31-38, 54 and 55 in JZ21) are not judged, unless the code is listed under another
category.
"""

from jeugdstelsel.model import Rule


def _unlisted(table: str, only: str = "") -> str:
    """Return the query for the rows of a stream table whose code no list has under their category."""
    return f"""
        SELECT x.bericht_id, x.regelnummer
        FROM {table} x
        WHERE {only}x.product_code IS NOT NULL
          AND NOT EXISTS (
              SELECT 1 FROM productcode c
              WHERE c.gemeente IS NULL
                AND c.product_categorie = x.product_categorie AND c.product_code = x.product_code)
          AND NOT EXISTS (
              SELECT 1 FROM productcode c
              WHERE c.gemeente = x.gemeente
                AND c.product_categorie = x.product_categorie AND c.product_code = x.product_code)
          AND (x.gemeente IN (SELECT gemeente FROM productcode)
               OR x.product_categorie IN (SELECT product_categorie FROM productcode WHERE gemeente IS NULL)
               OR x.product_code IN (SELECT product_code FROM productcode WHERE gemeente IS NULL))
        """


RULE = Rule(
    "TR381",
    needs=("productcode", "reeks_melding", "reeks_prestatie", "reeks_toewijzing", "reeks_verzoek", "reeks_wijziging"),
    violations={
        "ToegewezenProduct": _unlisted("reeks_toewijzing"),
        "StartProduct": _unlisted("reeks_melding", "x.toetsen AND x.soort = 'start' AND "),
        "StopProduct": _unlisted("reeks_melding", "x.toetsen AND x.soort = 'stop' AND "),
        "AangevraagdProduct": _unlisted("reeks_verzoek", "x.klasse = 'AangevraagdProduct' AND "),
        "NieuwProduct": _unlisted("reeks_wijziging", "x.soort = 'nieuw' AND "),
        "Prestatie": _unlisted("reeks_prestatie"),
    },
    herstel="Gebruik een productcode die bij de categorie hoort, of lever de productlijst van de gemeente aan.",
)
