"""Young people in the messages, in Beleidsinformatie, or in both, per area, provider and zorgvorm."""

from jeugdstelsel.model import Column, Table

TABLE = Table(
    "aansluiting_personen",
    "Hoeveel jongeren in de berichten staan, in Beleidsinformatie of in beide, met de oorzaak van elk verschil.",
    key=("niveau", "gebied", "aanbieder", "zorgvorm", "deel", "oorzaak"),
    columns=(
        Column("niveau", "text", "land, jeugdregio of gemeente"),
        Column("gebied", "text", "NL, JZ-code of gemeentecode"),
        Column("aanbieder", "text", "AGB-code; leeg is alle aanbieders samen"),
        Column("periode", "text", "2025 of 2025-H1"),
        Column("zorgvorm", "text", "zorgvorm; jeugdzorg is het totaal"),
        Column("deel", "text", "beide, alleen ijw of alleen bij"),
        Column("oorzaak", "text", "waarom de jongere in één bron staat; leeg bij beide"),
        Column(
            "aantal", "integer", "verschillende jongeren; over aanbieders, gebieden en zorgvormen niet op te tellen"
        ),
    ),
)
