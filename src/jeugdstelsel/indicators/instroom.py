"""Trajecten that started in the period."""

from jeugdstelsel.model import Indicator, Vergelijking

INDICATOR = Indicator(
    code="instroom",
    titel="Instroom",
    betekenis="Het aantal trajecten waarvan de eerste hulp in de periode begon.",
    eenheid="trajecten",
    teller="begonnen trajecten",
    noemer="geen",
    bronnen=("JW305",),
    stelseldoel="toegankelijkheid",
    vergelijking=Vergelijking("poisson", van="bevolking", per=1000, samen=("trajecten", "jongeren_met_jeugdhulp")),
    needs=("instroom_stand",),
    sql="""
        SELECT cel, periode, gestart AS teller, NULL AS noemer, gestart AS waarde
        FROM instroom_stand
    """,
    beperkingen=(
        ("Alleen hulp die met een start (JW305) is gemeld telt mee; hulp zonder bericht, pgb en wijkteam ontbreken."),
        (
            "Een traject is één toewijzing. Wie een vervolg krijgt op een nieuw nummer, heeft een nieuw traject; "
            "CBS telt per hulpvorm."
        ),
        "Een hervatting na een tijdelijke stop is geen instroom.",
    ),
    populatie="instroom",
)
