"""Share of the five largest providers in the costs."""

from jeugdstelsel.model import Indicator, Vergelijking

INDICATOR = Indicator(
    code="concentratie_top5",
    titel="Aandeel van de vijf grootste aanbieders",
    betekenis="Het deel van de kosten in de periode dat naar de vijf grootste aanbieders gaat.",
    eenheid="aandeel",
    teller="kosten van de vijf grootste aanbieders, in euro",
    noemer="kosten van alle aanbieders, in euro",
    bronnen=("JW323", "JW325"),
    stelseldoel="betaalbaarheid",
    vergelijking=Vergelijking(reden="de spreiding is niet bekend"),
    needs=("marktaandeel",),
    sql="""
        SELECT
            cel, periode, deel(top5, 100) AS teller, deel(totaal, 100) AS noemer, deel(top5, totaal) AS waarde,
            deel(grootste, totaal) AS grootste_aandeel
        FROM marktaandeel
    """,
    beperkingen=(
        "Aanbieders met per saldo geen of negatieve kosten tellen niet mee.",
        "Een aanbieder is een AGB-code; concerns zijn niet samengevoegd.",
    ),
    populatie="gedeclareerd",
    extra=("grootste_aandeel",),
)
