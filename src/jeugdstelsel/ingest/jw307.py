"""JW307: stop jeugdhulp."""

from jeugdstelsel.ingest.jw305 import START
from jeugdstelsel.ingest.source import CLIENT, CLIENT_BSN, Message, Source, short_client

MESSAGE = Message(
    "JW307",
    (
        short_client(),
        Source(
            "melding",
            f"{CLIENT}/StopProducten/StopProduct",
            {**START, "reden_beeindiging": "RedenBeeindiging", "einddatum": "Einddatum"},
            bsn=CLIENT_BSN,
            constants={"soort": "stop"},
        ),
    ),
)
