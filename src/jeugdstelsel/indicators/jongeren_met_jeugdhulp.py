"""Young people who received help on at least one day of the period."""

from jeugdstelsel.model import Indicator, Vergelijking

INDICATOR = Indicator(
    code="jongeren_met_jeugdhulp",
    titel="Jongeren met jeugdhulp",
    betekenis="Het aantal verschillende jongeren dat in de periode ten minste één dag jeugdhulp kreeg.",
    eenheid="jongeren",
    teller="jongeren met ten minste één leverdag",
    noemer="geen",
    bronnen=("JW305", "JW307"),
    stelseldoel="toegankelijkheid",
    vergelijking=Vergelijking("binomiaal", van="bevolking", per=1000),
    needs=("personen",),
    sql="""
        SELECT cel, periode, aantal AS teller, NULL AS noemer, aantal AS waarde
        FROM personen
        WHERE populatie = 'actief'
    """,
    beperkingen=(
        ("Alleen hulp die met een start (JW305) is gemeld telt mee; hulp zonder bericht, pgb en wijkteam ontbreken."),
        (
            "Wie bij twee gemeenten of aanbieders hulp heeft telt bij elk één keer, en in het totaal één keer: "
            "optellen mag niet."
        ),
        "Een tijdelijke stop (reden 20) onderbreekt de hulp.",
    ),
    populatie="actief",
)
