"""Share of the ended trajecten that ended before the plan was done."""

from jeugdstelsel.model import Indicator, Vergelijking

INDICATOR = Indicator(
    code="uitval",
    titel="Voortijdig beëindigd",
    betekenis=(
        "Het deel van de beëindigde trajecten met een reden 'voortijdig': door de cliënt, door de aanbieder, "
        "in overeenstemming of door externe omstandigheden."
    ),
    eenheid="aandeel",
    teller="beëindigde trajecten met reden 32, 33, 34 of 35",
    noemer="beëindigde trajecten",
    bronnen=("JW307",),
    stelseldoel="kwaliteit",
    vergelijking=Vergelijking("binomiaal", van="uitstroom"),
    needs=("uitstroom_stand",),
    sql="""
        SELECT cel, periode, voortijdig AS teller, beeindigd AS noemer, deel(voortijdig, beeindigd) AS waarde
        FROM uitstroom_stand
    """,
    beperkingen=(
        "De reden kiest de aanbieder; gebruik verschilt per aanbieder.",
        (
            "Overlijden, keuzes van de gemeente, wijziging, overstap en ander domein (02, 36, 37, 38, 39) staan "
            "wel in de noemer."
        ),
    ),
    populatie="uitstroom",
)
