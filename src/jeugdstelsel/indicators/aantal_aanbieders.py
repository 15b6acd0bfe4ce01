"""Providers that delivered help in the period."""

from jeugdstelsel.model import Indicator, Vergelijking

INDICATOR = Indicator(
    code="aantal_aanbieders",
    titel="Aantal aanbieders",
    betekenis="Het aantal verschillende aanbieders dat in de periode ten minste één dag hulp leverde.",
    eenheid="aanbieders",
    teller="aanbieders met ten minste één leverdag",
    noemer="geen",
    bronnen=("JW305", "JW307"),
    stelseldoel="toegankelijkheid",
    vergelijking=Vergelijking(reden="hoeveel aanbieders er zijn, is geen toeval maar een keuze"),
    needs=("aanbieders",),
    sql="""
        SELECT cel, periode, aantal AS teller, NULL AS noemer, aantal AS waarde
        FROM aanbieders
        WHERE populatie = 'actief'
    """,
    beperkingen=(
        ("Een aanbieder is een AGB-code; één organisatie kan er meer hebben, en onderaannemers zijn onzichtbaar."),
        ("Alleen hulp die met een start (JW305) is gemeld telt mee; hulp zonder bericht, pgb en wijkteam ontbreken."),
    ),
    populatie="actief",
)
