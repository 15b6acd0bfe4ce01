"""The numbers that no source fixes, each with who chose it, when and why."""

from datetime import date

from jeugdstelsel.model import Instelling

EIGENAAR = "beheerder van de monitor"
DATUM = date(2026, 11, 21)

INSTELLINGEN: tuple[Instelling, ...] = (
    Instelling(
        "maanden_voorlopig",
        3,
        "Aantal maanden na het einde van een periode waarin de cijfers voorlopig heten.",
        EIGENAAR,
        DATUM,
        "Een bericht mag later komen: start en stop binnen 5 werkdagen, de declaratie volgt op de maand en het "
        "antwoord erop na 10 werkdagen. CBS noemt een halfjaar voorlopig tot het volgende is verwerkt; wij "
        "rekenen per maand.",
    ),
    Instelling(
        "maanden_venster",
        60,
        "Hoeveel maanden één berekening hoogstens beslaat.",
        EIGENAAR,
        DATUM,
        "De maanden waarin iemand hulp had passen zo in één geheel getal; vijf jaar is ook de terugblik van CBS.",
    ),
    Instelling(
        "herhaald_terugblik_maanden",
        60,
        "Hoe ver voor de start wordt gezocht naar eerdere jeugdhulp.",
        "CBS",
        date(2020, 11, 1),
        "CBS StatLine: een begonnen traject is herhaald beroep als de jongere in de vijf jaar ervoor jeugdhulp had "
        "(cbs.nl/maatwerk 2020/44).",
    ),
    Instelling(
        "herhaald_volgtermijn_halfjaren",
        1,
        "Hoeveel hele halfjaren na het halfjaar van beëindiging nog wordt gekeken naar een nieuw traject.",
        "CBS",
        date(2020, 11, 1),
        "CBS outcome: beëindigd in het tweede halfjaar van 2019, nieuw begonnen tot en met 30 juni 2020 "
        "(cbs.nl/maatwerk 2020/44). Een vaste termijn in dagen noemt CBS niet.",
    ),
    Instelling(
        "termijn_verzoek_werkdagen",
        5,
        "Werkdagen waarbinnen een verzoek een toewijzing of antwoord krijgt.",
        "Ketenbureau i-Sociaal Domein",
        date(2023, 4, 3),
        "iJw 3.2, OP274 en OP346.",
    ),
    Instelling(
        "termijn_melding_werkdagen",
        5,
        "Werkdagen waarbinnen een start of stop gemeld wordt.",
        "Ketenbureau i-Sociaal Domein",
        date(2023, 4, 3),
        "iJw 3.2, OP271 en OP272.",
    ),
    Instelling(
        "termijn_declaratie_werkdagen",
        10,
        "Werkdagen waarbinnen een declaratie antwoord krijgt.",
        "Ketenbureau i-Sociaal Domein",
        date(2023, 4, 3),
        "iJw 3.2, OP090.",
    ),
)


def waarde(code: str) -> int:
    """Return the value of a setting."""
    return next(instelling.waarde for instelling in INSTELLINGEN if instelling.code == code)


def waarden() -> dict[str, int]:
    """Return every setting by code, to hand to a definition as parameters."""
    return {instelling.code: instelling.waarde for instelling in INSTELLINGEN}
