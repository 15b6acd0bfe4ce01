"""Share of the verzoeken handled within the term of the standard."""

from jeugdstelsel.model import Indicator, Vergelijking

INDICATOR = Indicator(
    code="tijdigheid_verzoek",
    titel="Verzoeken op tijd beantwoord",
    betekenis="Het deel van de verzoeken in de periode dat binnen de termijn van de standaard is afgehandeld.",
    eenheid="aandeel",
    teller="verzoeken binnen de termijn",
    noemer="verzoeken",
    bronnen=("JW315", "JW317", "JW301", "JW319"),
    stelseldoel="kwaliteit",
    vergelijking=Vergelijking(reden="het aantal verzoeken per plaats wordt niet gepubliceerd"),
    needs=("verzoek_stand",),
    sql="""
        SELECT cel, periode, op_tijd AS teller, verzoeken AS noemer, deel(op_tijd, verzoeken) AS waarde
        FROM verzoek_stand
        WHERE verzoeken > 0
    """,
    beperkingen=(
        "De termijn is 5 werkdagen (iJw 3.2, OP274 en OP346). 'In onderzoek' (JW319) telt als antwoord.",
        "Een verzoek waarvan de termijn nog loopt telt niet mee.",
        "Werkdagen zijn maandag tot en met vrijdag zonder de feestdagen van de Algemene termijnenwet.",
        "Alleen naar gemeente, jeugdregio, land en aanbieder.",
    ),
    populatie="keten",
)
