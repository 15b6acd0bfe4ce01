"""JW301: toewijzing."""

from jeugdstelsel.ingest.source import CLIENT, CLIENT_BSN, GEBOORTEDATUM, OMVANG, PRODUCT, Message, Source

_CONTACT = {
    "soort": "Soort",
    "postcode": "Adres/Postcode",
    "land_code": "Adres/LandCode",
    "begindatum": "Periode/Begindatum",
    "einddatum": "Periode/Einddatum",
}
_CONTACT_PRESENT = {
    "adres": "Adres",
    "huis": "Adres/Huis/Huisnummer",
    "telefoon": "Telefoon/Telefoon01/Telefoonnummer",
    "periode": "Periode",
}
_RELATIE = f"{CLIENT}/Relaties/Relatie"

MESSAGE = Message(
    "JW301",
    (
        Source(
            "client",
            "Bericht",
            {
                **{k: f"Client/{v}" for k, v in GEBOORTEDATUM.items()},
                "geslacht": "Client/Geslacht",
                "naam_gebruik": "Client/Naam/NaamGebruik",
                "communicatie_vorm": "Client/Communicatie/Vorm",
                "juridische_status": "Client/JuridischeStatus",
                "wettelijke_vertegenwoordiging": "Client/WettelijkeVertegenwoordiging",
            },
            bsn=CLIENT_BSN,
            present={
                "partnernaam": "Client/Naam/Partnernaam/Achternaam",
                "communicatie_taal": "Client/Communicatie/Taal",
            },
        ),
        Source(
            "relatie",
            _RELATIE,
            {"nummer": "Nummer", "soort": "Soort", **GEBOORTEDATUM, "naam_gebruik": "Naam/NaamGebruik"},
            bsn=CLIENT_BSN,
            present={"partnernaam": "Naam/Partnernaam/Achternaam"},
        ),
        Source(
            "contact",
            _RELATIE,
            {k: f"Contact/{v}" for k, v in _CONTACT.items()},
            bsn=CLIENT_BSN,
            present={k: f"Contact/{v}" for k, v in _CONTACT_PRESENT.items()},
            ordinal_as="van_relatie",
        ),
        Source(
            "contact",
            f"{CLIENT}/Contactgegevens/Contact",
            _CONTACT,
            bsn=CLIENT_BSN,
            present=_CONTACT_PRESENT,
            constants={"van_relatie": 0},
        ),
        Source(
            "toegewezen_product",
            f"{CLIENT}/ToegewezenProducten/ToegewezenProduct",
            {
                "toewijzing_nummer": "ToewijzingNummer",
                "referentie_aanbieder": "ReferentieAanbieder",
                **PRODUCT,
                "toewijzingsdatum": "Toewijzingsdatum",
                "toewijzingstijd": "Toewijzingstijd",
                "ingangsdatum": "Ingangsdatum",
                "einddatum": "Einddatum",
                "reden_wijziging": "RedenWijziging",
                **OMVANG,
            },
            bsn=CLIENT_BSN,
        ),
    ),
)
