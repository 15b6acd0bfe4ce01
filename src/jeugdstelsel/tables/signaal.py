"""What is overdue, contradictory or unpaid in a chain, and since when."""

from jeugdstelsel.model import Column, Table

TABLE = Table(
    "signaal",
    "Wat in een keten te laat, tegenstrijdig of onbetaald is, los van de dag van vragen; gemaakt door de koppeling.",
    key=("sleutel", "code"),
    columns=(
        Column("sleutel", "text", "traject_id, of de sleutel van een verzoek zonder toewijzing"),
        Column("traject_id", "text", "leeg bij een verzoek"),
        Column("gemeente", "text", "gemeentecode"),
        Column("aanbieder", "text", "AGB-code"),
        Column("client", "text", "pseudoniem"),
        Column("code", "text", "wat er mis is; zie docs/handleiding/trajecten.md"),
        Column("sinds", "date", "eerste dag waarop het zo is; leeg als de dag er niet toe doet"),
    ),
)
