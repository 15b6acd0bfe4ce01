"""TR332: A gemeente uses a ToewijzingNummer for one young person, provider, product and first day."""

from jeugdstelsel.model import Rule

RULE = Rule(
    "TR332",
    needs=("reeks_toewijzing",),
    violations={
        "ToegewezenProduct": """
        SELECT t.bericht_id, t.regelnummer
        FROM reeks_toewijzing t
        JOIN (
            SELECT gemeente, toewijzing_nummer, MIN(volgorde) AS eerste
            FROM reeks_toewijzing
            WHERE geldig
            GROUP BY gemeente, toewijzing_nummer
        ) n ON n.gemeente = t.gemeente AND n.toewijzing_nummer = t.toewijzing_nummer
        JOIN reeks_toewijzing e ON e.gemeente = n.gemeente AND e.toewijzing_nummer = n.toewijzing_nummer
         AND e.volgorde = n.eerste
        WHERE e.volgorde < t.volgorde
          AND (e.client <> t.client OR e.aanbieder <> t.aanbieder OR e.ingangsdatum <> t.ingangsdatum
               OR COALESCE(e.product_categorie, '') <> COALESCE(t.product_categorie, '')
               OR COALESCE(e.product_code, '') <> COALESCE(t.product_code, ''))
        """,
    },
    herstel="Geef een nieuwe toewijzing een eigen ToewijzingNummer.",
)
