"""TR418: The rate of a prestatie is the rate in the contract.

Only gemeenten on the contract list of the user are judged; minutes may show a sixtieth of the hourly rate, rounded
(IV081).
"""

from jeugdstelsel.model import Rule

RULE = Rule(
    "TR418",
    needs=("contract_product", "reeks_prestatie"),
    violations={
        "Prestatie": """
        SELECT p.bericht_id, p.regelnummer
        FROM reeks_prestatie p
        LEFT JOIN contract_product c ON c.gemeente = p.gemeente AND c.aanbieder = p.aanbieder
         AND c.product_categorie = p.product_categorie AND c.product_code = p.product_code
         AND c.geldig_van <= p.begindatum AND (c.geldig_tot IS NULL OR c.geldig_tot >= p.begindatum)
        WHERE p.product_tarief IS NOT NULL AND p.debet_credit = 'D'
          AND p.gemeente IN (SELECT gemeente FROM contract_product)
        GROUP BY p.bericht_id, p.regelnummer
        HAVING MAX(CASE WHEN c.eenheid = p.eenheid AND c.tarief = p.product_tarief THEN 1
                        WHEN c.eenheid = '04' AND p.eenheid = '01'
                         AND CAST(FLOOR(deel(c.tarief, 60) + 0.5) AS BIGINT) = p.product_tarief THEN 1
                        ELSE 0 END) = 0
        """,
    },
    herstel="Declareer het tarief dat in het contract staat.",
)
