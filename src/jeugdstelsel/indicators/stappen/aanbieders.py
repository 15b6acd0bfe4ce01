"""How many different providers stand behind a value."""

from jeugdstelsel.model import Column, Table
from jeugdstelsel.model.indicator import Step

STEP = Step(
    Table(
        "aanbieders",
        "Hoeveel verschillende aanbieders achter een waarde staan.",
        key=("populatie", "cel", "periode"),
        columns=(
            Column("populatie", "text", "what the young people or providers have in common"),
            Column("cel", "integer", "cell"),
            Column("periode", "text", "period"),
            Column("aantal", "integer", "different providers"),
        ),
    ),
    needs=("aanbieder_cel", "periode"),
    sql="""
        WITH telling AS (
            SELECT 'actief' AS populatie, cel, actief AS maanden, count(*) AS aantal FROM aanbieder_cel
            WHERE actief <> 0 GROUP BY cel, actief
            UNION ALL
            SELECT 'lopend' AS populatie, cel, lopend AS maanden, count(*) AS aantal FROM aanbieder_cel
            WHERE lopend <> 0 GROUP BY cel, lopend
            UNION ALL
            SELECT 'instroom' AS populatie, cel, instroom AS maanden, count(*) AS aantal FROM aanbieder_cel
            WHERE instroom <> 0 GROUP BY cel, instroom
            UNION ALL
            SELECT 'uitstroom' AS populatie, cel, uitstroom AS maanden, count(*) AS aantal FROM aanbieder_cel
            WHERE uitstroom <> 0 GROUP BY cel, uitstroom
            UNION ALL
            SELECT 'verzocht' AS populatie, cel, verzocht AS maanden, count(*) AS aantal FROM aanbieder_cel
            WHERE verzocht <> 0 GROUP BY cel, verzocht
            UNION ALL
            SELECT 'toegewezen' AS populatie, cel, toegewezen AS maanden, count(*) AS aantal FROM aanbieder_cel
            WHERE toegewezen <> 0 GROUP BY cel, toegewezen
            UNION ALL
            SELECT 'ingegaan' AS populatie, cel, ingegaan AS maanden, count(*) AS aantal FROM aanbieder_cel
            WHERE ingegaan <> 0 GROUP BY cel, ingegaan
            UNION ALL
            SELECT 'gedeclareerd' AS populatie, cel, gedeclareerd AS maanden, count(*) AS aantal FROM aanbieder_cel
            WHERE gedeclareerd <> 0 GROUP BY cel, gedeclareerd
            UNION ALL
            SELECT 'keten', cel, gedeclareerd | instroom | uitstroom, count(*) FROM aanbieder_cel
            WHERE (gedeclareerd | instroom | uitstroom) <> 0 GROUP BY cel, gedeclareerd | instroom | uitstroom
        )
        SELECT t.populatie, t.cel, p.periode, CAST(sum(t.aantal) AS BIGINT) AS aantal
        FROM telling t
        JOIN periode p ON (t.maanden & CASE WHEN t.populatie = 'lopend' THEN p.slotmaand ELSE p.maanden END) <> 0
        GROUP BY t.populatie, t.cel, p.periode
    """,
)
