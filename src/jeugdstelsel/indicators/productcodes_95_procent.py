"""Fewest product codes that cover 95 percent of the costs."""

from jeugdstelsel.model import Indicator, Vergelijking

INDICATOR = Indicator(
    code="productcodes_95_procent",
    titel="Productcodes voor 95% van de kosten",
    betekenis="Het kleinste aantal productcodes dat samen 95 procent van de kosten in de periode dekt.",
    eenheid="productcodes",
    teller="de grootste productcodes tot 95% van de kosten",
    noemer="productcodes met kosten",
    bronnen=("JW323", "JW325"),
    stelseldoel="betaalbaarheid",
    vergelijking=Vergelijking(reden="welke codes een plaats gebruikt, is geen toeval maar een keuze"),
    needs=("codegebruik",),
    sql="""
        SELECT cel, periode, codes_95 AS teller, codes AS noemer, codes_95 AS waarde
        FROM codegebruik
    """,
    beperkingen=("De waarde is een aantal; gedeeld door de noemer is het een aandeel van alle codes.",),
    populatie="gedeclareerd",
)
