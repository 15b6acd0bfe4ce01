"""JW315: verzoek om toewijzing."""

from dataclasses import replace

from jeugdstelsel.ingest.source import CLIENT, CLIENT_BSN, OMVANG, PRODUCT, Message, Source, short_client

_CLIENT = short_client()

MESSAGE = Message(
    "JW315",
    (
        replace(_CLIENT, columns={**_CLIENT.columns, "gezagsdrager_bekend": "Client/GezagsdragerBekend"}),
        Source(
            "aangevraagd_product",
            f"{CLIENT}/AangevraagdeProducten/AangevraagdProduct",
            {
                "referentie_aanbieder": "ReferentieAanbieder",
                "beschikking_nummer": "BeschikkingNummer",
                "beschikking_ingangsdatum": "BeschikkingIngangsdatum",
                **PRODUCT,
                "toewijzing_ingangsdatum": "ToewijzingIngangsdatum",
                "toewijzing_einddatum": "ToewijzingEinddatum",
                **OMVANG,
                "verwijzer_type": "Verwijzer/Type",
                "raamcontract": "Raamcontract",
            },
            bsn=CLIENT_BSN,
            present={"verwijzer_naam": "Verwijzer/Naam", "zorgverlener_code": "Verwijzer/ZorgverlenerCode"},
        ),
    ),
)
