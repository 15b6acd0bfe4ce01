"""Findings per 1000 messages sent, by rule."""

from jeugdstelsel.model import Indicator, Vergelijking

INDICATOR = Indicator(
    code="bevindingen_per_duizend",
    titel="Bevindingen per 1000 berichten",
    betekenis=("Hoeveel fouten en waarschuwingen er zijn op elke 1000 verzonden berichten, in totaal en per regel."),
    eenheid="bevindingen per 1000 berichten",
    teller="bevindingen op berichten met een dagtekening in de periode",
    noemer="berichten met een dagtekening in de periode",
    bronnen=("Header van alle berichten", "bevindingen van de controle"),
    stelseldoel="kwaliteit",
    vergelijking=Vergelijking(reden="het aantal berichten per plaats wordt niet gepubliceerd"),
    needs=(
        "bericht",
        "bericht_maand",
        "bevinding",
        "bevinding_over",
        "groep",
        "groep_cel",
        "cel",
        "maand",
        "maand_periode",
    ),
    sql="""
        WITH
        gevonden AS (
            SELECT bericht_id, regel FROM bevinding WHERE ernst IN ('fout', 'waarschuwing')
            UNION ALL
            SELECT bericht_id, regel FROM bevinding_over WHERE ernst IN ('fout', 'waarschuwing')
        ),
        geteld AS (
            SELECT gemeente, aanbieder, begin, 'aanbieder' AS van, '' AS regel, van_aanbieder AS aantal
            FROM bericht_maand
            WHERE van_aanbieder > 0
            UNION ALL
            SELECT gemeente, aanbieder, begin, 'gemeente', '', van_gemeente
            FROM bericht_maand
            WHERE van_gemeente > 0
            UNION ALL
            SELECT b.gemeente, b.aanbieder, eerste_van_maand(b.dagtekening),
                CASE WHEN b.afzender = b.aanbieder THEN 'aanbieder' ELSE 'gemeente' END, f.regel, 1
            FROM gevonden f
            JOIN bericht b ON b.bericht_id = f.bericht_id
        ),
        -- of a provider or gemeente what it sent itself, of an area everything
        afzender_cel AS (
            SELECT gc.groep, gc.cel, 'aanbieder' AS van FROM groep_cel gc JOIN cel c ON c.cel = gc.cel
            WHERE c.aanbieder <> '' OR c.gemeente = ''
            UNION ALL
            SELECT gc.groep, gc.cel, 'gemeente' FROM groep_cel gc JOIN cel c ON c.cel = gc.cel
            WHERE c.aanbieder = ''
        ),
        per_maand AS (
            SELECT a.cel, m.maand, t.regel, sum(t.aantal) AS aantal
            FROM geteld t
            JOIN maand m ON m.begin = t.begin
            JOIN groep g ON g.gemeente = t.gemeente AND g.aanbieder = t.aanbieder AND g.product_code = 'n.v.t.'
            JOIN afzender_cel a ON a.groep = g.groep AND a.van = t.van
            GROUP BY a.cel, m.maand, t.regel
        ),
        per_cel AS (
            SELECT m.cel, p.periode, m.regel, sum(m.aantal) AS aantal
            FROM per_maand m
            JOIN maand_periode p ON p.maand = m.maand
            GROUP BY m.cel, p.periode, m.regel
        ),
        per_regel AS (
            SELECT cel, periode, regel AS uitsplitsing, aantal FROM per_cel WHERE regel <> ''
            UNION ALL
            SELECT cel, periode, 'alle', sum(CASE WHEN regel <> '' THEN aantal ELSE 0 END) FROM per_cel
            GROUP BY cel, periode
        )
        SELECT
            r.cel, r.periode, r.uitsplitsing, r.aantal AS teller, b.aantal AS noemer,
            1000 * deel(r.aantal, b.aantal) AS waarde
        FROM per_regel r
        JOIN per_cel b ON b.cel = r.cel AND b.periode = r.periode AND b.regel = ''
    """,
    beperkingen=(
        "Telt bij wie het bericht verstuurde; van een gebied tellen alle berichten.",
        "Een bericht dat niet te lezen is heeft geen dagtekening en telt niet mee; dat staat bij de bevindingen.",
        "Wat niet is te beoordelen, zoals een tarief zonder contractlijst, is geen bevinding.",
        "Eén bericht kan veel bevindingen hebben.",
    ),
    populatie="keten",
    extra=("uitsplitsing",),
)
