"""Share of the starts handled within the term of the standard."""

from jeugdstelsel.model import Indicator, Vergelijking

INDICATOR = Indicator(
    code="tijdigheid_start",
    titel="Starts op tijd gemeld",
    betekenis="Het deel van de gemelde starts in de periode dat binnen de termijn van de standaard is afgehandeld.",
    eenheid="aandeel",
    teller="gemelde starts binnen de termijn",
    noemer="gemelde starts",
    bronnen=("JW305", "JW301"),
    stelseldoel="kwaliteit",
    vergelijking=Vergelijking(reden="het aantal gemelde starts per plaats wordt niet gepubliceerd"),
    needs=("melding_stand",),
    sql="""
        SELECT cel, periode, starts_op_tijd AS teller, starts AS noemer, deel(starts_op_tijd, starts) AS waarde
        FROM melding_stand
        WHERE starts > 0
    """,
    beperkingen=(
        ("De termijn is 5 werkdagen na de start, of na de toewijzing bij terugwerkende kracht (iJw 3.2, OP271)."),
        "De dagtekening geldt als datum van melden. Starts die nooit gemeld worden zijn onzichtbaar.",
        "Werkdagen zijn maandag tot en met vrijdag zonder de feestdagen van de Algemene termijnenwet.",
        "Alleen naar gemeente, jeugdregio, land en aanbieder.",
    ),
    populatie="keten",
)
