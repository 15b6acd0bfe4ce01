"""TR367: A prestatie that is sent back is equal to what was declared."""

from jeugdstelsel.model import Rule

RULE = Rule(
    "TR367",
    needs=("reeks_prestatie", "reeks_prestatie_antwoord"),
    violations={
        "Prestatie": """
        SELECT a.bericht_id, a.regelnummer
        FROM reeks_prestatie_antwoord a
        JOIN reeks_prestatie p ON p.bericht_id = a.declaratie_bericht_id AND p.referentie_nummer = a.referentie_nummer
         AND COALESCE(p.vorig_referentie_nummer, '') = COALESCE(a.vorig_referentie_nummer, '')
        GROUP BY a.bericht_id, a.regelnummer
        HAVING MAX(CASE WHEN p.toewijzing_nummer = a.toewijzing_nummer
                         AND p.product_categorie = a.product_categorie AND p.product_code = a.product_code
                         AND p.begindatum = a.begindatum AND p.einddatum = a.einddatum
                         AND p.geleverd_volume = a.geleverd_volume AND p.eenheid = a.eenheid
                         AND COALESCE(p.product_tarief, -1) = COALESCE(a.product_tarief, -1)
                         AND p.ingediend_bedrag = a.ingediend_bedrag AND p.debet_credit = a.debet_credit
                        THEN 1 ELSE 0 END) = 0
        """,
    },
    herstel="Stuur de afgekeurde prestatie terug zoals zij gedeclareerd is.",
)
