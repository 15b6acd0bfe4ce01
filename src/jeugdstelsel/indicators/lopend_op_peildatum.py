"""Trajecten that run on the last day of the period."""

from jeugdstelsel.model import Indicator, Vergelijking

INDICATOR = Indicator(
    code="lopend_op_peildatum",
    titel="Lopende trajecten op de peildatum",
    betekenis="Het aantal trajecten waarop op de laatste dag van de periode hulp werd geleverd.",
    eenheid="trajecten",
    teller="trajecten met hulp op de laatste dag van de periode",
    noemer="geen",
    bronnen=("JW305", "JW307"),
    stelseldoel="toegankelijkheid",
    vergelijking=Vergelijking("poisson", van="bevolking", per=1000, samen=("trajecten", "jongeren_met_jeugdhulp")),
    needs=("traject_telling",),
    sql="""
        SELECT cel, periode, lopend AS teller, NULL AS noemer, lopend AS waarde
        FROM traject_telling
        WHERE lopend > 0
    """,
    beperkingen=(
        ("Alleen hulp die met een start (JW305) is gemeld telt mee; hulp zonder bericht, pgb en wijkteam ontbreken."),
        (
            "Een traject is één toewijzing. Wie een vervolg krijgt op een nieuw nummer, heeft een nieuw traject; "
            "CBS telt per hulpvorm."
        ),
        "Een vergeten stop (JW307) laat een traject te lang lopen.",
    ),
    populatie="lopend",
)
