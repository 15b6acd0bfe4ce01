"""One toewijzing (or taakgerichte start) followed from request to end; the unit of most indicators."""

from jeugdstelsel.model import Column, Table

TABLE = Table(
    "traject",
    "Eén toewijzing (of taakgerichte start), gevolgd van verzoek tot einde; de eenheid van de meeste indicatoren.",
    key=("traject_id",),
    columns=(
        Column(
            "traject_id",
            "text",
            "vast kenmerk: hash van gemeente, client en toewijzing_nummer; taakgericht: van gemeente, aanbieder, client, product en begindatum",
        ),
        Column("gemeente", "text", "gemeentecode, 4 cijfers"),
        Column("aanbieder", "text", "AGB-code"),
        Column("client", "text", "pseudoniem"),
        Column("toewijzing_nummer", "integer", "leeg bij taakgericht"),
        Column("product_categorie", "text", "JZ020"),
        Column("product_code", "text", "leeg bij aspecifiek of generiek"),
        Column("verwijzer", "text", "COD327 uit het JW315 dat is beantwoord; leeg is onbekend"),
        Column("geboortejaar", "integer", "van de jongere; leeg is onbekend"),
        Column("geslacht", "text", "COD046"),
        Column("datum_verzoek", "date", "dagtekening van het JW315 of JW317 dat is beantwoord"),
        Column("toewijzingsdatum", "date", "van de oudste versie"),
        Column("ingangsdatum", "date", "van de nieuwste versie"),
        Column("einddatum", "date", "van de nieuwste versie; leeg is open"),
        Column("reden_wijziging", "text", "JZ002 van de nieuwste versie"),
        Column("eerste_start", "date", "begin van de eerste levering van hulp"),
        Column(
            "laatste_stop",
            "date",
            "einddatum van de laatste stop, ook een pauze; leeg zolang er een leverperiode openstaat",
        ),
        Column("reden_laatste_stop", "text", "JZ588 van de laatste stop; 20 is een pauze"),
        Column("leverperioden", "text", "begin/eind ; begin/eind, een open einde is leeg"),
        Column(
            "status",
            "text",
            "toegewezen, gestart, onderbroken, gestopt, vervallen; onbekend als er alleen declaraties zijn",
        ),
        Column("dagen_verzoek_toewijzing", "integer", "dagen, kan onder nul zijn"),
        Column("dagen_toewijzing_start", "integer", "dagen, kan onder nul zijn"),
        Column("dagen_verzoek_start", "integer", "dagen, kan onder nul zijn"),
        Column("dagen_ingang_start", "integer", "dagen, kan onder nul zijn"),
        Column(
            "duur_bruto_dagen",
            "integer",
            "van eerste start tot laatste stop, beide dagen tellen mee; alleen bij status gestopt",
        ),
        Column(
            "duur_netto_dagen",
            "integer",
            "alle leverperioden samen, begin- en einddag tellen mee; alleen bij status gestopt",
        ),
        Column(
            "bijzonderheden", "text", "codes van wat te laat, tegenstrijdig of onbetaald is, met een spatie ertussen"
        ),
    ),
)
