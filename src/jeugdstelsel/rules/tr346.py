"""TR346: The amount of a prestatie is volume times rate.

Minutes on an hourly rate show a rounded rate (IV081), so any amount that some hourly rate explains passes; with the
contract list the exact amount is known.
"""

from jeugdstelsel.model import Rule

RULE = Rule(
    "TR346",
    needs=("contract_product", "reeks_prestatie"),
    violations={
        "Prestatie": """
        SELECT p.bericht_id, p.regelnummer
        FROM reeks_prestatie p
        WHERE p.eenheid <> '83'
          AND p.ingediend_bedrag <> p.geleverd_volume * p.product_tarief
          AND NOT (p.eenheid = '01' AND COALESCE(p.toegewezen_eenheid, '04') = '04'
                   AND 2 * ABS(p.ingediend_bedrag - p.geleverd_volume * p.product_tarief) <= p.geleverd_volume + 1)
        UNION
        SELECT p.bericht_id, p.regelnummer
        FROM reeks_prestatie p
        JOIN contract_product c ON c.gemeente = p.gemeente AND c.aanbieder = p.aanbieder
         AND c.product_categorie = p.product_categorie AND c.product_code = p.product_code
         AND c.geldig_van <= p.begindatum AND (c.geldig_tot IS NULL OR c.geldig_tot >= p.begindatum)
        WHERE p.eenheid = '01' AND p.toegewezen_eenheid = '04' AND c.eenheid IN ('01', '04')
        GROUP BY p.bericht_id, p.regelnummer
        HAVING MAX(CASE WHEN p.ingediend_bedrag
                             = CAST(FLOOR(deel(c.tarief * p.geleverd_volume,
                                               CASE c.eenheid WHEN '04' THEN 60 ELSE 1 END) + 0.5) AS BIGINT)
                        THEN 1 ELSE 0 END) = 0
        """,
    },
    herstel="Maak het bedrag gelijk aan volume maal tarief; bij minuten is dat uurtarief maal minuten door 60.",
)
