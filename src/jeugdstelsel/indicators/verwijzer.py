"""Who referred the trajecten that started in the period; unknown stands apart."""

from jeugdstelsel.model import Indicator

INDICATOR = Indicator(
    code="verwijzer",
    titel="Verwijzer",
    betekenis=(
        "Het deel van de begonnen trajecten per verwijzer (COD327), van de trajecten waarvan de verwijzer "
        "bekend is. De regel 'onbekend' is het deel van alle begonnen trajecten."
    ),
    eenheid="aandeel",
    teller="begonnen trajecten met deze verwijzer",
    noemer="begonnen trajecten met een bekende verwijzer; bij 'onbekend' alle begonnen trajecten",
    bronnen=("JW315", "JW305"),
    stelseldoel="toegankelijkheid",
    needs=("instroom_stand", "verwijzer_personen"),
    sql="""
        WITH per_verwijzer AS (
            SELECT cel, periode, '01' AS verwijzer, verwijzer_01 AS aantal, gestart,
                verwijzer_onbekend FROM instroom_stand
            UNION ALL
            SELECT cel, periode, '02' AS verwijzer, verwijzer_02 AS aantal, gestart,
                verwijzer_onbekend FROM instroom_stand
            UNION ALL
            SELECT cel, periode, '03' AS verwijzer, verwijzer_03 AS aantal, gestart,
                verwijzer_onbekend FROM instroom_stand
            UNION ALL
            SELECT cel, periode, '04' AS verwijzer, verwijzer_04 AS aantal, gestart,
                verwijzer_onbekend FROM instroom_stand
            UNION ALL
            SELECT cel, periode, '05' AS verwijzer, verwijzer_05 AS aantal, gestart,
                verwijzer_onbekend FROM instroom_stand
            UNION ALL
            SELECT cel, periode, '06' AS verwijzer, verwijzer_06 AS aantal, gestart,
                verwijzer_onbekend FROM instroom_stand
            UNION ALL
            SELECT cel, periode, '08' AS verwijzer, verwijzer_08 AS aantal, gestart,
                verwijzer_onbekend FROM instroom_stand
            UNION ALL
            SELECT cel, periode, 'onbekend' AS verwijzer, verwijzer_onbekend AS aantal, gestart,
                verwijzer_onbekend FROM instroom_stand
        )
        SELECT
            v.cel, v.periode, v.aantal AS teller,
            v.gestart - CASE WHEN v.verwijzer = 'onbekend' THEN 0 ELSE v.verwijzer_onbekend END AS noemer,
            deel(v.aantal, v.gestart - CASE WHEN v.verwijzer = 'onbekend' THEN 0
                ELSE v.verwijzer_onbekend END) AS waarde,
            v.verwijzer AS uitsplitsing, n.aantal AS n, deel(v.gestart - v.verwijzer_onbekend, v.gestart) AS dekking
        FROM per_verwijzer v
        JOIN verwijzer_personen n ON n.cel = v.cel AND n.periode = v.periode AND n.verwijzer = v.verwijzer
        WHERE v.aantal > 0
    """,
    beperkingen=(
        (
            "Alleen een verzoek om toewijzing (JW315) noemt de verwijzer. De dekking is het deel van de begonnen "
            "trajecten waarvan de verwijzer bekend is; de rest kan anders verdeeld zijn."
        ),
        "Toewijzingen op initiatief van de gemeente hebben geen JW315 en staan onder 'onbekend'.",
    ),
    populatie="instroom",
    extra=("uitsplitsing", "n", "dekking"),
)
