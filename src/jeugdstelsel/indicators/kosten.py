"""Net costs of the months in the period."""

from jeugdstelsel.model import Indicator, Vergelijking

INDICATOR = Indicator(
    code="kosten",
    titel="Kosten",
    betekenis="Wat voor de maanden in de periode is gedeclareerd, min creditering en afwijzing.",
    eenheid="euro",
    teller="gedeclareerd min gecrediteerd min afgewezen",
    noemer="geen",
    bronnen=("JW323", "JW325"),
    stelseldoel="betaalbaarheid",
    vergelijking=Vergelijking(reden="de spreiding is niet bekend"),
    needs=("kosten_stand", "marktaandeel"),
    sql="""
        SELECT
            k.cel, k.periode, deel(k.netto, 100) AS teller, NULL AS noemer, deel(k.netto, 100) AS waarde,
            deel(m.grootste, m.totaal) AS grootste_aandeel
        FROM kosten_stand k
        LEFT JOIN marktaandeel m ON m.cel = k.cel AND m.periode = k.periode
    """,
    beperkingen=(
        "De maand is die van de geleverde zorg (ProductPeriode), niet van de declaratie.",
        "Bedragen die nog gedeclareerd worden ontbreken: kijk naar de status.",
        "Taakgerichte financiering, pgb en facturen buiten iJw ontbreken.",
    ),
    populatie="gedeclareerd",
    extra=("grootste_aandeel",),
)
