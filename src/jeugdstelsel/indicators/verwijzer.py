"""Who referred the trajecten that started in the period; unknown stands apart."""

from jeugdstelsel.model import Indicator, Vergelijking

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
    vergelijking=Vergelijking("binomiaal", van="instroom", bekend=True),
    needs=("instroom_stand", "verwijzer_stand"),
    sql="""
        WITH met_geheel AS (
            SELECT
                v.cel, v.periode, v.verwijzer, v.gestart AS teller, v.jongeren, i.gestart,
                i.gestart - coalesce(o.gestart, 0) AS bekend
            FROM verwijzer_stand v
            JOIN instroom_stand i ON i.cel = v.cel AND i.periode = v.periode
            LEFT JOIN verwijzer_stand o ON o.cel = v.cel AND o.periode = v.periode AND o.verwijzer = 'onbekend'
        )
        SELECT
            cel, periode, teller, CASE WHEN verwijzer = 'onbekend' THEN gestart ELSE bekend END AS noemer,
            deel(teller, CASE WHEN verwijzer = 'onbekend' THEN gestart ELSE bekend END) AS waarde,
            verwijzer AS uitsplitsing, jongeren AS n, deel(bekend, gestart) AS dekking
        FROM met_geheel
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
