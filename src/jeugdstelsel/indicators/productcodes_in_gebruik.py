"""Product codes for which something was billed."""

from jeugdstelsel.model import Indicator, Vergelijking

INDICATOR = Indicator(
    code="productcodes_in_gebruik",
    titel="Productcodes in gebruik",
    betekenis="Het aantal verschillende productcodes waarop in de periode per saldo kosten zijn gedeclareerd.",
    eenheid="productcodes",
    teller="productcodes met kosten",
    noemer="geen",
    bronnen=("JW323", "JW325"),
    stelseldoel="betaalbaarheid",
    vergelijking=Vergelijking(reden="welke codes een plaats gebruikt, is geen toeval maar een keuze"),
    needs=("codegebruik",),
    sql="""
        SELECT cel, periode, codes AS teller, NULL AS noemer, codes AS waarde
        FROM codegebruik
    """,
    beperkingen=("Lokale codes van verschillende gemeenten met dezelfde tekens zijn hier één code.",),
    populatie="gedeclareerd",
)
