"""TR101: No two rows with the same key under one parent; the same Prestatie under another Client is left to TR314."""

from jeugdstelsel.model import Rule
from jeugdstelsel.rules.klassen import (
    AANGEVRAAGD,
    CLIENT,
    CONTACT,
    NIEUW,
    ONGEWIJZIGD,
    PRESTATIE,
    PRESTATIE_ANTWOORD,
    RELATIE,
    START,
    STOP,
    TE_WIJZIGEN,
    TOEGEWEZEN,
    doubles,
    merge,
)

RULE = Rule(
    "TR101",
    needs=(
        "aangevraagd_product",
        "client",
        "contact",
        "melding",
        "prestatie",
        "prestatie_antwoord",
        "relatie",
        "toegewezen_product",
        "wijziging",
    ),
    violations=merge(
        doubles("client", CLIENT),
        doubles("soort", CONTACT),
        doubles("nummer", RELATIE),
        doubles("toewijzing_nummer", TOEGEWEZEN, ONGEWIJZIGD, TE_WIJZIGEN),
        doubles("toewijzing_nummer, product_categorie, product_code, begindatum", START),
        doubles(
            "toewijzing_nummer, product_categorie, product_code, begindatum, einddatum, reden_beeindiging",
            STOP,
        ),
        doubles("referentie_aanbieder", AANGEVRAAGD),
        doubles("product_categorie, product_code, gewenste_ingangsdatum", NIEUW),
        doubles(
            "client_regelnummer, referentie_nummer, vorig_referentie_nummer",
            PRESTATIE,
            PRESTATIE_ANTWOORD,
        ),
    ),
    herstel="Laat de dubbele regel weg, of geef hem een eigen sleutel.",
)
