"""Net costs per young person for whom something was billed."""

from jeugdstelsel.model import Indicator, Vergelijking

INDICATOR = Indicator(
    code="kosten_per_jongere",
    titel="Kosten per jongere",
    betekenis="De kosten van de maanden in de periode, per jongere voor wie in de periode is gedeclareerd.",
    eenheid="euro per jongere",
    teller="gedeclareerd min gecrediteerd min afgewezen, in euro",
    noemer="verschillende jongeren met kosten in de periode",
    bronnen=("JW323", "JW325"),
    stelseldoel="betaalbaarheid",
    vergelijking=Vergelijking(reden="de spreiding is niet bekend"),
    needs=("kosten_stand", "marktaandeel", "personen"),
    sql="""
        SELECT
            k.cel, k.periode, deel(k.netto, 100) AS teller, j.aantal AS noemer, deel(deel(k.netto, 100),
                j.aantal) AS waarde,
            deel(m.grootste, m.totaal) AS grootste_aandeel
        FROM kosten_stand k
        JOIN personen j ON j.cel = k.cel AND j.periode = k.periode AND j.populatie = 'gedeclareerd'
        LEFT JOIN marktaandeel m ON m.cel = k.cel AND m.periode = k.periode
    """,
    beperkingen=(
        ("Een jaarbedrag is niet de som van maandbedragen per jongere: het aantal jongeren verschilt per periode."),
        "Taakgerichte financiering, pgb en facturen buiten iJw ontbreken.",
    ),
    populatie="gedeclareerd",
    extra=("grootste_aandeel",),
)
