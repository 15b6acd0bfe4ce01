"""JW325: antwoord op een declaratie."""

from jeugdstelsel.ingest.source import PRESTATIE, Message, Source

_CLIENT = "Bericht/DeclaratieAntwoord/Clienten/Client"

MESSAGE = Message(
    "JW325",
    (
        Source(
            "declaratie_antwoord",
            "Bericht",
            {
                "declaratie_nummer": "DeclaratieAntwoord/DeclaratieNummer",
                "ingediend_bedrag": "DeclaratieAntwoord/TotaalIngediendBedrag/TotaalBedrag",
                "ingediend_debet_credit": "DeclaratieAntwoord/TotaalIngediendBedrag/DebetCredit",
                "toegekend_bedrag": "DeclaratieAntwoord/TotaalToegekendBedrag/TotaalBedrag",
                "toegekend_debet_credit": "DeclaratieAntwoord/TotaalToegekendBedrag/DebetCredit",
            },
            when="DeclaratieAntwoord/DeclaratieNummer",
        ),
        Source("client", _CLIENT, {}, bsn="Bsn"),
        Source(
            "prestatie_antwoord",
            f"{_CLIENT}/Prestaties/Prestatie",
            PRESTATIE,
            bsn="Bsn",
            parent_ordinal_as="client_regelnummer",
        ),
    ),
)
