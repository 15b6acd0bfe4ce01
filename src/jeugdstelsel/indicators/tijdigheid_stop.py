"""Share of the stops handled within the term of the standard."""

from jeugdstelsel.model import Indicator, Vergelijking

INDICATOR = Indicator(
    code="tijdigheid_stop",
    titel="Stops op tijd gemeld",
    betekenis="Het deel van de gemelde stops in de periode dat binnen de termijn van de standaard is afgehandeld.",
    eenheid="aandeel",
    teller="gemelde stops binnen de termijn",
    noemer="gemelde stops",
    bronnen=("JW307",),
    stelseldoel="kwaliteit",
    vergelijking=Vergelijking(reden="het aantal gemelde stops per plaats wordt niet gepubliceerd"),
    needs=("melding_stand",),
    sql="""
        SELECT cel, periode, stops_op_tijd AS teller, stops AS noemer, deel(stops_op_tijd, stops) AS waarde
        FROM melding_stand
        WHERE stops > 0
    """,
    beperkingen=(
        ("De termijn is 5 werkdagen na de laatste dag hulp (iJw 3.2, OP272). Een tijdelijke stop telt niet mee."),
        "De dagtekening geldt als datum van melden. Stops die nooit gemeld worden zijn onzichtbaar.",
        "Werkdagen zijn maandag tot en met vrijdag zonder de feestdagen van de Algemene termijnenwet.",
        "Alleen naar gemeente, jeugdregio, land en aanbieder.",
    ),
    populatie="keten",
)
