"""Message types that were not used, of the eight that carry care or money."""

from jeugdstelsel.model import Indicator, Vergelijking

INDICATOR = Indicator(
    code="berichtsoorten_ongebruikt",
    titel="Ongebruikte berichtsoorten",
    betekenis=(
        "Hoeveel van de acht berichtsoorten JW301, JW305, JW307, JW315, JW317, JW319, JW323 en JW325 in de "
        "periode niet voorkwamen."
    ),
    eenheid="berichtsoorten",
    teller="berichtsoorten die niet voorkwamen",
    noemer="acht berichtsoorten",
    bronnen=("Header van alle berichten",),
    stelseldoel="kwaliteit",
    vergelijking=Vergelijking(reden="welke berichten een plaats gebruikt, is geen toeval maar een keuze"),
    needs=("bericht_stand",),
    sql="""
        SELECT cel, periode, 8 - gebruikt AS teller, 8 AS noemer, 8 - gebruikt AS waarde
        FROM bericht_stand
    """,
    beperkingen=(
        "Retourberichten tellen niet mee.",
        "Een soort kan terecht ontbreken: zonder verzoeken zijn er geen JW315, JW317 en JW319.",
        "Wie niets stuurde heeft geen regel.",
    ),
    populatie="keten",
)
