"""Share of the ended trajecten that one side broke off."""

from jeugdstelsel.model import Indicator, Vergelijking

INDICATOR = Indicator(
    code="uitval_eenzijdig",
    titel="Uitval (eenzijdig beëindigd)",
    betekenis="Het deel van de beëindigde trajecten dat eenzijdig is gestopt, door de cliënt of door de aanbieder.",
    eenheid="aandeel",
    teller="beëindigde trajecten met reden 32 of 33",
    noemer="beëindigde trajecten",
    bronnen=("JW307",),
    stelseldoel="kwaliteit",
    vergelijking=Vergelijking("binomiaal", van="uitstroom"),
    needs=("uitstroom_stand",),
    sql="""
        SELECT cel, periode, eenzijdig AS teller, beeindigd AS noemer, deel(eenzijdig, beeindigd) AS waarde
        FROM uitstroom_stand
    """,
    beperkingen=(
        "Dit is uitval zoals het informatieprotocol van CBS die bedoelt (redenen 03 en 04 daar).",
        "De reden kiest de aanbieder; gebruik verschilt per aanbieder.",
    ),
    populatie="uitstroom",
)
