"""JW317: verzoek om wijziging."""

from jeugdstelsel.ingest.source import CLIENT, CLIENT_BSN, OMVANG, PRODUCT, Message, Source

_VERZOEK = f"{CLIENT}/Verzoek"
_WENS = {"gewenste_ingangsdatum": "GewensteIngangsdatum", "einddatum": "Einddatum", **OMVANG}

MESSAGE = Message(
    "JW317",
    (
        Source("client", "Bericht", {}, bsn=CLIENT_BSN),
        Source(
            "verzoek",
            "Bericht",
            {
                "referentie_aanbieder": "Client/Verzoek/ReferentieAanbieder",
                "reden_verzoek": "Client/Verzoek/RedenVerzoek",
            },
            bsn=CLIENT_BSN,
        ),
        Source(
            "wijziging",
            f"{_VERZOEK}/OngewijzigdeProducten/OngewijzigdProduct",
            {"toewijzing_nummer": "ToewijzingNummer"},
            bsn=CLIENT_BSN,
            constants={"soort": "ongewijzigd"},
        ),
        Source(
            "wijziging",
            f"{_VERZOEK}/TeWijzigenProducten/TeWijzigenProduct",
            {"toewijzing_nummer": "ToewijzingNummer", **_WENS},
            bsn=CLIENT_BSN,
            constants={"soort": "te_wijzigen"},
        ),
        Source(
            "wijziging",
            f"{_VERZOEK}/NieuweProducten/NieuwProduct",
            {**PRODUCT, **_WENS},
            bsn=CLIENT_BSN,
            constants={"soort": "nieuw"},
        ),
    ),
)
