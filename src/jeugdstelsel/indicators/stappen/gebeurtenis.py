"""Per young person and combination the months in which something happened."""

from jeugdstelsel.indicators.populaties import GROEP, KOLOMMEN, MAANDEN, PERSOON, SAMEN
from jeugdstelsel.model import Column, Table
from jeugdstelsel.model.indicator import Step

STEP = Step(
    Table(
        "gebeurtenis",
        "Per jongere en combinatie de maanden waarin iets gebeurde, ook van alle producten samen.",
        key=("persoon", "groep"),
        columns=(
            Column("persoon", "integer", "young person"),
            Column("groep", "integer", "combination"),
            *KOLOMMEN,
        ),
    ),
    needs=("traject_feit", "kosten_reeks", "wachtende", "groep"),
    sql=f"""
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
            SELECT persoon, groep, 0, 0, 0, 0, 0, 0, 0, gedeclareerd
            FROM kosten_reeks
            UNION ALL
            SELECT
                {PERSOON}, {GROEP}, 0, 0, 0, 0,
                maandmasker(maandnummer(sinds) - $basis_maand, maandnummer(sinds) - $basis_maand), 0, 0, 0
            FROM wachtende
            WHERE soort = 'verzoek' AND maandnummer(sinds) - $basis_maand BETWEEN 0 AND $laatste_maand
        ),
        per_product AS (
            SELECT persoon, groep, {SAMEN}
            FROM feit
            -- what lies outside the window counts nowhere
            WHERE (actief | instroom | uitstroom | verzocht | toegewezen | ingegaan | gedeclareerd) <> 0
            GROUP BY persoon, groep
        )
        SELECT persoon, groep, {", ".join(MAANDEN)}
        FROM per_product
        UNION ALL
        SELECT p.persoon, g.geheel, {SAMEN}
        FROM per_product p
        JOIN groep g ON g.groep = p.groep
        GROUP BY p.persoon, g.geheel
    """,
)
