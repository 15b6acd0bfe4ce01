"""TR361: A request for change leads to no overlap of the same product."""

from jeugdstelsel.model import Rule

RULE = Rule(
    "TR361",
    needs=("reeks_verzoek", "reeks_wijziging"),
    violations={
        "Verzoek": """
        WITH product AS (
            SELECT bericht_id, soort, regelnummer, toegewezen_categorie AS categorie, toegewezen_code AS code,
                   toegewezen_ingangsdatum AS van, toegewezen_einddatum AS tot
            FROM reeks_wijziging WHERE soort = 'ongewijzigd' AND toewijzing
            UNION ALL
            SELECT bericht_id, soort, regelnummer, toegewezen_categorie, toegewezen_code,
                   gewenste_ingangsdatum, einddatum
            FROM reeks_wijziging WHERE soort = 'te_wijzigen' AND toewijzing
            UNION ALL
            SELECT bericht_id, soort, regelnummer, product_categorie, product_code, gewenste_ingangsdatum, einddatum
            FROM reeks_wijziging WHERE soort = 'nieuw'
        )
        SELECT DISTINCT v.bericht_id, v.regelnummer
        FROM reeks_verzoek v
        JOIN product p ON p.bericht_id = v.bericht_id
        JOIN product q ON q.bericht_id = p.bericht_id
         AND (q.soort > p.soort OR (q.soort = p.soort AND q.regelnummer > p.regelnummer))
        WHERE v.klasse = 'Verzoek'
          AND COALESCE(p.categorie = q.categorie, TRUE) AND COALESCE(p.code = q.code, TRUE)
          AND COALESCE(p.tot >= q.van, TRUE) AND COALESCE(q.tot >= p.van, TRUE)
        """,
    },
    herstel="Laat de gevraagde producten niet overlappen met elkaar of met wat al is toegewezen.",
)
