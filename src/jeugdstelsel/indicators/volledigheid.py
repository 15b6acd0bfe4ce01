"""Share of the billed trajecten that have a start."""

from jeugdstelsel.model import Indicator, Vergelijking

INDICATOR = Indicator(
    code="volledigheid",
    titel="Volledigheid van de keten",
    betekenis="Het deel van de trajecten met kosten in de periode waarvoor ook een start (JW305) is gemeld.",
    eenheid="aandeel",
    teller="trajecten met kosten en een gemelde start",
    noemer="trajecten met kosten",
    bronnen=("JW301", "JW305", "JW323"),
    stelseldoel="kwaliteit",
    vergelijking=Vergelijking(reden="het aantal trajecten met kosten per plaats wordt niet gepubliceerd"),
    needs=("traject_telling",),
    sql="""
        SELECT
            cel, periode, gedeclareerd_gestart AS teller, gedeclareerd AS noemer,
            deel(gedeclareerd_gestart, gedeclareerd) AS waarde
        FROM traject_telling
        WHERE gedeclareerd > 0
    """,
    beperkingen=(
        "Prestaties zonder toewijzingnummer staan niet in de noemer; die toont de koppelbaarheid.",
        "Een start die na de periode is gemeld telt mee.",
        "Een ontbrekende stop is hier niet zichtbaar.",
    ),
    populatie="gedeclareerd",
)
