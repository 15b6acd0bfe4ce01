"""Herfindahl-Hirschman index of the costs over providers."""

from jeugdstelsel.model import Indicator, Vergelijking

INDICATOR = Indicator(
    code="concentratie_hhi",
    titel="Concentratie van aanbieders (HHI)",
    betekenis=(
        "De som van de gekwadrateerde kostenaandelen van alle aanbieders, van bijna 0 (zeer verdeeld) tot "
        "10.000 (één aanbieder)."
    ),
    eenheid="punten",
    teller="som van de gekwadrateerde aandelen in procentpunten",
    noemer="geen",
    bronnen=("JW323", "JW325"),
    stelseldoel="betaalbaarheid",
    vergelijking=Vergelijking(reden="de spreiding is niet bekend"),
    needs=("marktaandeel",),
    sql="""
        SELECT
            cel, periode, kwadraten AS teller, NULL AS noemer, kwadraten AS waarde, deel(grootste,
            totaal) AS grootste_aandeel
        FROM marktaandeel
    """,
    beperkingen=(
        "Aanbieders met per saldo geen of negatieve kosten tellen niet mee.",
        "Een aanbieder is een AGB-code; concerns zijn niet samengevoegd.",
    ),
    populatie="gedeclareerd",
    extra=("grootste_aandeel",),
)
