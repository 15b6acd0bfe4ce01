"""Per young person and combination the months in which something happened."""

from jeugdstelsel.model import Column, Table
from jeugdstelsel.model.indicator import Step

STEP = Step(
    Table(
        "gebeurtenis",
        "Per jongere en combinatie de maanden waarin iets gebeurde.",
        key=("persoon", "groep"),
        columns=(
            Column("persoon", "integer", "young person"),
            Column("groep", "integer", "combination"),
            Column("actief", "integer", "bit per month of the window: months with at least one day of help"),
            Column("lopend", "integer", "bit per month of the window: months on whose last day help was running"),
            Column("instroom", "integer", "bit per month of the window: month of the first start"),
            Column("uitstroom", "integer", "bit per month of the window: month of the last stop"),
            Column("verzocht", "integer", "bit per month of the window: month of the request"),
            Column("toegewezen", "integer", "bit per month of the window: month of the toewijzing"),
            Column("ingegaan", "integer", "bit per month of the window: month of the ingangsdatum"),
            Column("gedeclareerd", "integer", "bit per month of the window: months with costs"),
        ),
    ),
    needs=("traject_feit", "kosten_reeks", "wachtende", "groep", "jongere"),
    sql="""
        WITH feit AS (
            SELECT
                persoon, groep, actief, lopend,
                coalesce(maandmasker(maand_instroom, maand_instroom), 0) AS instroom,
                coalesce(maandmasker(maand_uitstroom, maand_uitstroom), 0) AS uitstroom,
                coalesce(maandmasker(maand_verzocht, maand_verzocht), 0) AS verzocht,
                coalesce(maandmasker(maand_toegewezen, maand_toegewezen), 0) AS toegewezen,
                coalesce(maandmasker(maand_ingegaan, maand_ingegaan), 0) AS ingegaan, CAST(0 AS BIGINT) AS gedeclareerd
            FROM traject_feit
            UNION ALL
            SELECT p.persoon, g.groep, 0, 0, 0, 0, 0, 0, 0, k.gedeclareerd
            FROM kosten_reeks k
            JOIN jongere p ON p.client = k.client
            JOIN groep g
              ON g.gemeente = k.gemeente AND g.aanbieder = k.aanbieder
             AND g.product_categorie = k.product_categorie AND g.product_code = k.product_code
            UNION ALL
            SELECT
                p.persoon, g.groep, 0, 0, 0, 0,
                maandmasker(maandnummer(w.sinds) - $basis_maand, maandnummer(w.sinds) - $basis_maand), 0, 0, 0
            FROM wachtende w
            JOIN jongere p ON p.client = w.client
            JOIN groep g
              ON g.gemeente = w.gemeente AND g.aanbieder = w.aanbieder
             AND g.product_categorie = coalesce(w.product_categorie, 'onbekend')
             AND g.product_code = coalesce(w.product_code, 'onbekend')
            WHERE w.soort = 'verzoek' AND maandnummer(w.sinds) - $basis_maand BETWEEN 0 AND $laatste_maand
        )
        SELECT
            persoon, groep,
            bit_or(actief) AS actief,
            bit_or(lopend) AS lopend,
            bit_or(instroom) AS instroom,
            bit_or(uitstroom) AS uitstroom,
            bit_or(verzocht) AS verzocht,
            bit_or(toegewezen) AS toegewezen,
            bit_or(ingegaan) AS ingegaan,
            bit_or(gedeclareerd) AS gedeclareerd
        FROM feit
        -- what lies outside the window counts nowhere
        WHERE (actief | instroom | uitstroom | verzocht | toegewezen | ingegaan | gedeclareerd) <> 0
        GROUP BY persoon, groep
    """,
)
