"""What a gemeente pays for youth care outside the messages, as it told us itself."""

from jeugdstelsel.model import Column, Table

TABLE = Table(
    "aansluiting_buiten_berichten",
    "Wat een gemeente buiten de berichten om aan jeugdzorg betaalt, uit het eigen bestand van de gebruiker.",
    key=("gemeente", "jaar", "aanbieder", "zorgvorm", "oorzaak", "bron"),
    columns=(
        Column("gemeente", "text", "gemeentecode"),
        Column("jaar", "integer", "jaar waarin de hulp is gegeven"),
        Column("aanbieder", "text", "AGB-code; leeg als het bedrag niet bij één aanbieder hoort"),
        Column("zorgvorm", "text", "zorgvorm waar het bedrag geheel binnen valt"),
        Column("oorzaak", "text", "taakgericht zonder berichten, pgb of andere betaler"),
        Column("bedrag", "integer", "eurocent; onder nul als de berichten meer bevatten dan de gemeente betaalt"),
        Column("bron", "text", "waar dit bedrag staat, zoals de grootboekrekening"),
    ),
)
