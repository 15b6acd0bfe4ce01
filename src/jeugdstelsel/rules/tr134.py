"""TR134: A date that has passed is not after the dagtekening."""

from jeugdstelsel.model import Rule
from jeugdstelsel.rules.klassen import (
    CLIENT,
    DECLARATIE,
    PRESTATIE,
    PRESTATIE_ANTWOORD,
    RELATIE,
    START,
    STOP,
    TOEGEWEZEN,
    merge,
    rows_with_header_where,
)

RULE = Rule(
    "TR134",
    needs=(
        "bericht",
        "client",
        "declaratie",
        "melding",
        "prestatie",
        "prestatie_antwoord",
        "relatie",
        "toegewezen_product",
    ),
    violations=merge(
        rows_with_header_where("geboortedatum > dagtekening", CLIENT, RELATIE),
        rows_with_header_where("toewijzingsdatum > dagtekening", TOEGEWEZEN),
        rows_with_header_where("begindatum > dagtekening", START, DECLARATIE, PRESTATIE, PRESTATIE_ANTWOORD),
        rows_with_header_where("einddatum > dagtekening", STOP),
    ),
    herstel="Vul een datum in die op of voor de dagtekening van het bericht ligt.",
)
