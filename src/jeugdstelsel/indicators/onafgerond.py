"""Share of the trajecten of the period that had not ended by its last day."""

from jeugdstelsel.model import Indicator, Vergelijking

INDICATOR = Indicator(
    code="onafgerond",
    titel="Onafgeronde trajecten",
    betekenis="Het deel van de trajecten met hulp in de periode dat op de laatste dag niet was beëindigd.",
    eenheid="aandeel",
    teller="trajecten met hulp in de periode die niet in de periode zijn beëindigd",
    noemer="trajecten met hulp in de periode",
    bronnen=("JW305", "JW307"),
    stelseldoel="kwaliteit",
    vergelijking=Vergelijking("binomiaal", van="trajecten"),
    needs=("traject_telling", "uitstroom_stand"),
    sql="""
        SELECT
            t.cel, t.periode, t.trajecten - coalesce(u.beeindigd, 0) AS teller, t.trajecten AS noemer,
            deel(t.trajecten - coalesce(u.beeindigd, 0), t.trajecten) AS waarde
        FROM traject_telling t
        LEFT JOIN uitstroom_stand u ON u.cel = t.cel AND u.periode = t.periode
        WHERE t.trajecten > 0
    """,
    beperkingen=(
        "Staat naast de trajectduur: die gaat alleen over beëindigde trajecten.",
        "Een onderbroken traject telt als onafgerond.",
        "Een vergeten stop (JW307) verhoogt dit deel.",
    ),
    populatie="actief",
)
