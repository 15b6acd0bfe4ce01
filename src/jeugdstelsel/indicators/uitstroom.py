"""Trajecten that ended in the period."""

from jeugdstelsel.model import Indicator, Vergelijking

INDICATOR = Indicator(
    code="uitstroom",
    titel="Uitstroom",
    betekenis="Het aantal trajecten waarvan de hulp in de periode is beëindigd.",
    eenheid="trajecten",
    teller="beëindigde trajecten",
    noemer="geen",
    bronnen=("JW307",),
    stelseldoel="toegankelijkheid",
    vergelijking=Vergelijking("poisson", van="bevolking", per=1000, samen=("trajecten", "jongeren_met_jeugdhulp")),
    needs=("uitstroom_stand",),
    sql="""
        SELECT cel, periode, beeindigd AS teller, NULL AS noemer, beeindigd AS waarde
        FROM uitstroom_stand
    """,
    beperkingen=(
        ("Alleen hulp die met een start (JW305) is gemeld telt mee; hulp zonder bericht, pgb en wijkteam ontbreken."),
        (
            "Een traject is één toewijzing. Wie een vervolg krijgt op een nieuw nummer, heeft een nieuw traject; "
            "CBS telt per hulpvorm."
        ),
        "Een tijdelijke stop (reden 20) is geen uitstroom.",
        "Een traject dat later alsnog weer begint, telt niet meer als beëindigd.",
    ),
    populatie="uitstroom",
)
