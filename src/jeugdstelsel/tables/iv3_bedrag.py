"""An amount from the accounts of a gemeente (Iv3), as delivered; later deliveries stand beside earlier ones."""

from jeugdstelsel.model import Column, Table

TABLE = Table(
    "iv3_bedrag",
    "Een bedrag uit de Iv3-opgave van een gemeente, zoals geleverd; een nieuwe levering staat naast de vorige.",
    key=("levering_id", "gemeente", "jaar", "document", "taakveld", "zijde", "categorie"),
    columns=(
        Column("gemeente", "text", "gemeentecode in dat jaar, vier cijfers"),
        Column("jaar", "integer", "verslagjaar; het bedrag is in prijzen van dit jaar"),
        Column("document", "text", "begroting, jaarrekening of kwartaal 1 tot en met 4; nooit bij elkaar op te tellen"),
        Column("indeling", "text", "taakveldindeling van het jaar: 2017, 2023 of 2025"),
        Column(
            "taakveld",
            "text",
            "Iv3-taakveld, een verzamelcode zoals 6.72 in 2023, 6 (sociaal domein) of totaal (zonder 0.10 en 0.11)",
        ),
        Column("zijde", "text", "lasten of baten; nooit bij elkaar op te tellen"),
        Column("categorie", "text", "Iv3-categorie, zoals L3.8; L of B is alle categorieën samen"),
        Column("bedrag", "integer", "eurocent; wat niet is opgegeven, heeft geen regel"),
        Column("levering_id", "text", "SHA-256 van de levering; leeg is de meegeleverde stand"),
        Column("bekend_op", "date", "vanaf welke dag dit bedrag bekend was; leeg is onbekend"),
    ),
)
