"""JW323: declaratie."""

from jeugdstelsel.ingest.source import PRESTATIE, Message, Source

_CLIENT = "Bericht/Declaratie/Clienten/Client"

MESSAGE = Message(
    "JW323",
    (
        Source(
            "declaratie",
            "Bericht",
            {
                "declaratie_nummer": "Declaratie/DeclaratieNummer",
                "begindatum": "Declaratie/DeclaratiePeriode/Begindatum",
                "einddatum": "Declaratie/DeclaratiePeriode/Einddatum",
                "declaratie_dagtekening": "Declaratie/DeclaratieDagtekening",
                "totaal_bedrag": "Declaratie/TotaalIngediendBedrag/TotaalBedrag",
                "debet_credit": "Declaratie/TotaalIngediendBedrag/DebetCredit",
            },
        ),
        Source("client", _CLIENT, {}, bsn="Bsn"),
        Source(
            "prestatie",
            f"{_CLIENT}/Prestaties/Prestatie",
            PRESTATIE,
            bsn="Bsn",
            parent_ordinal_as="client_regelnummer",
        ),
    ),
)
