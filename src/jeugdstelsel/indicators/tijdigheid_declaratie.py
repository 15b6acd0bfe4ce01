"""Share of the declaraties handled within the term of the standard."""

from jeugdstelsel.model import Indicator, Vergelijking

INDICATOR = Indicator(
    code="tijdigheid_declaratie",
    titel="Declaraties op tijd beantwoord",
    betekenis="Het deel van de declaraties in de periode dat binnen de termijn van de standaard is afgehandeld.",
    eenheid="aandeel",
    teller="declaraties binnen de termijn",
    noemer="declaraties",
    bronnen=("JW323", "JW325"),
    stelseldoel="kwaliteit",
    vergelijking=Vergelijking(reden="het aantal declaraties per plaats wordt niet gepubliceerd"),
    needs=("declaratie_stand",),
    sql="""
        SELECT cel, periode, op_tijd AS teller, declaraties AS noemer, deel(op_tijd, declaraties) AS waarde
        FROM declaratie_stand
        WHERE declaraties > 0
    """,
    beperkingen=(
        "De termijn is 10 werkdagen (iJw 3.2, OP090).",
        "Een declaratie waarvan de termijn nog loopt telt niet mee.",
        "Werkdagen zijn maandag tot en met vrijdag zonder de feestdagen van de Algemene termijnenwet.",
        "Alleen naar gemeente, jeugdregio, land en aanbieder.",
    ),
    populatie="keten",
)
