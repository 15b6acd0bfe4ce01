"""JW319: antwoord op een verzoek."""

from jeugdstelsel.ingest.source import Message, Source

MESSAGE = Message(
    "JW319",
    (
        Source(
            "antwoord",
            "Bericht",
            {
                "referentie_aanbieder": "Antwoord/ReferentieAanbieder",
                "verzoek_antwoord": "Antwoord/VerzoekAntwoord",
                "reden_afwijzing_verzoek": "Antwoord/RedenAfwijzingVerzoek",
                "woonplaats_gemeente": "Antwoord/Woonplaatsbeginsel/Gemeente",
            },
        ),
    ),
)
