"""Share of the product codes in use that are not on the national list."""

from jeugdstelsel.model import Indicator, Vergelijking

INDICATOR = Indicator(
    code="lokale_codes",
    titel="Lokale productcodes",
    betekenis="Het deel van de productcodes met kosten in de periode dat niet op de landelijke lijst JZ21 staat.",
    eenheid="aandeel",
    teller="productcodes met kosten buiten JZ21",
    noemer="productcodes met kosten",
    bronnen=("JW323", "JZ21"),
    stelseldoel="kwaliteit",
    vergelijking=Vergelijking(reden="welke codes een plaats gebruikt, is geen toeval maar een keuze"),
    needs=("codegebruik",),
    sql="""
        SELECT cel, periode, lokaal AS teller, codes AS noemer, deel(lokaal, codes) AS waarde
        FROM codegebruik
    """,
    beperkingen=(
        "Telt codes, niet geld of trajecten.",
        "De meegeleverde uitgave van JZ21 is van februari 2025; een latere code heet hier lokaal.",
    ),
    populatie="gedeclareerd",
)
