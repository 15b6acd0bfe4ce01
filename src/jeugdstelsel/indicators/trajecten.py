"""Trajecten with help on at least one day of the period."""

from jeugdstelsel.model import Indicator, Vergelijking

INDICATOR = Indicator(
    code="trajecten",
    titel="Trajecten",
    betekenis="Het aantal trajecten waarop in de periode ten minste één dag hulp is geleverd.",
    eenheid="trajecten",
    teller="trajecten met ten minste één leverdag",
    noemer="geen",
    bronnen=("JW305", "JW307"),
    stelseldoel="toegankelijkheid",
    vergelijking=Vergelijking("poisson", van="bevolking", per=1000, samen=("trajecten", "jongeren_met_jeugdhulp")),
    needs=("traject_telling",),
    sql="""
        SELECT cel, periode, trajecten AS teller, NULL AS noemer, trajecten AS waarde
        FROM traject_telling
        WHERE trajecten > 0
    """,
    beperkingen=(
        ("Alleen hulp die met een start (JW305) is gemeld telt mee; hulp zonder bericht, pgb en wijkteam ontbreken."),
        (
            "Een traject is één toewijzing. Wie een vervolg krijgt op een nieuw nummer, heeft een nieuw traject; "
            "CBS telt per hulpvorm."
        ),
        "Trajecten en jongeren mogen niet bij elkaar worden opgeteld.",
    ),
    populatie="actief",
)
