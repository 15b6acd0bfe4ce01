"""TR381: A product code belongs to its category, by the national list (JZ21) or the list of the gemeente.

Categories that no list covers (31-38, 54 and 55 in JZ21) are not judged, unless the code is listed under another
category.
"""

from jeugdstelsel.model import Rule

RULE = Rule(
    "TR381",
    needs=("productcode", "reeks_melding", "reeks_prestatie", "reeks_toewijzing", "reeks_verzoek", "reeks_wijziging"),
    violations={
        "ToegewezenProduct": """
        SELECT x.bericht_id, x.regelnummer
        FROM reeks_toewijzing x
        LEFT JOIN productcode c ON c.product_categorie = x.product_categorie AND c.product_code = x.product_code
         AND (c.gemeente IS NULL OR c.gemeente = x.gemeente)
        WHERE x.product_code IS NOT NULL AND c.product_code IS NULL
          AND (x.gemeente IN (SELECT gemeente FROM productcode)
               OR x.product_categorie IN (SELECT product_categorie FROM productcode WHERE gemeente IS NULL)
               OR x.product_code IN (SELECT product_code FROM productcode WHERE gemeente IS NULL))
        """,
        "StartProduct": """
        SELECT x.bericht_id, x.regelnummer
        FROM reeks_melding x
        LEFT JOIN productcode c ON c.product_categorie = x.product_categorie AND c.product_code = x.product_code
         AND (c.gemeente IS NULL OR c.gemeente = x.gemeente)
        WHERE x.toetsen AND x.soort = 'start' AND x.product_code IS NOT NULL AND c.product_code IS NULL
          AND (x.gemeente IN (SELECT gemeente FROM productcode)
               OR x.product_categorie IN (SELECT product_categorie FROM productcode WHERE gemeente IS NULL)
               OR x.product_code IN (SELECT product_code FROM productcode WHERE gemeente IS NULL))
        """,
        "StopProduct": """
        SELECT x.bericht_id, x.regelnummer
        FROM reeks_melding x
        LEFT JOIN productcode c ON c.product_categorie = x.product_categorie AND c.product_code = x.product_code
         AND (c.gemeente IS NULL OR c.gemeente = x.gemeente)
        WHERE x.toetsen AND x.soort = 'stop' AND x.product_code IS NOT NULL AND c.product_code IS NULL
          AND (x.gemeente IN (SELECT gemeente FROM productcode)
               OR x.product_categorie IN (SELECT product_categorie FROM productcode WHERE gemeente IS NULL)
               OR x.product_code IN (SELECT product_code FROM productcode WHERE gemeente IS NULL))
        """,
        "AangevraagdProduct": """
        SELECT x.bericht_id, x.regelnummer
        FROM reeks_verzoek x
        LEFT JOIN productcode c ON c.product_categorie = x.product_categorie AND c.product_code = x.product_code
         AND (c.gemeente IS NULL OR c.gemeente = x.gemeente)
        WHERE x.klasse = 'AangevraagdProduct' AND x.product_code IS NOT NULL AND c.product_code IS NULL
          AND (x.gemeente IN (SELECT gemeente FROM productcode)
               OR x.product_categorie IN (SELECT product_categorie FROM productcode WHERE gemeente IS NULL)
               OR x.product_code IN (SELECT product_code FROM productcode WHERE gemeente IS NULL))
        """,
        "NieuwProduct": """
        SELECT x.bericht_id, x.regelnummer
        FROM reeks_wijziging x
        LEFT JOIN productcode c ON c.product_categorie = x.product_categorie AND c.product_code = x.product_code
         AND (c.gemeente IS NULL OR c.gemeente = x.gemeente)
        WHERE x.soort = 'nieuw' AND x.product_code IS NOT NULL AND c.product_code IS NULL
          AND (x.gemeente IN (SELECT gemeente FROM productcode)
               OR x.product_categorie IN (SELECT product_categorie FROM productcode WHERE gemeente IS NULL)
               OR x.product_code IN (SELECT product_code FROM productcode WHERE gemeente IS NULL))
        """,
        "Prestatie": """
        SELECT x.bericht_id, x.regelnummer
        FROM reeks_prestatie x
        LEFT JOIN productcode c ON c.product_categorie = x.product_categorie AND c.product_code = x.product_code
         AND (c.gemeente IS NULL OR c.gemeente = x.gemeente)
        WHERE x.product_code IS NOT NULL AND c.product_code IS NULL
          AND (x.gemeente IN (SELECT gemeente FROM productcode)
               OR x.product_categorie IN (SELECT product_categorie FROM productcode WHERE gemeente IS NULL)
               OR x.product_code IN (SELECT product_code FROM productcode WHERE gemeente IS NULL))
        """,
    },
    herstel="Gebruik een productcode die bij de categorie hoort, of lever de productlijst van de gemeente aan.",
)
