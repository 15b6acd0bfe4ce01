"""JW305: start jeugdhulp."""

from jeugdstelsel.ingest.source import CLIENT, CLIENT_BSN, PRODUCT, Message, Source, short_client

START = {
    "toewijzing_nummer": "ToewijzingNummer",
    **PRODUCT,
    "toewijzing_ingangsdatum": "ToewijzingIngangsdatum",
    "begindatum": "Begindatum",
    "status_aanlevering": "StatusAanlevering",
}

MESSAGE = Message(
    "JW305",
    (
        short_client(),
        Source(
            "melding",
            f"{CLIENT}/StartProducten/StartProduct",
            START,
            bsn=CLIENT_BSN,
            constants={"soort": "start"},
        ),
    ),
)
