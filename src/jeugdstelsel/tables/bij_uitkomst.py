"""What informants said about the outcome of jeugdhulp, as reported in Beleidsinformatie Jeugd."""

from jeugdstelsel.model import Column, Table

TABLE = Table(
    "bij_uitkomst",
    "Een meting van de uitkomst bij een record jeugdhulp: hooguit één per informant.",
    key=("levering_id", "regel", "informant"),
    columns=(
        Column("levering_id", "text", "levering"),
        Column("regel", "integer", "regel van het record in bij_jeugdhulp"),
        Column("aanbieder", "text", "AGB-code"),
        Column("periode", "text", "halfjaar van de levering: 2025-H1"),
        Column("client", "text", "pseudoniem"),
        Column("hulpvorm", "text", "code van het protocol"),
        Column("datum_aanvang", "date", "eerste dag van de hulp"),
        Column("informant", "text", "jeugdige of ouder"),
        Column("nut", "integer", "hoe nuttig de hulp was, 1 tot en met 10; leeg is niet beantwoord"),
        Column("zonder_hulp", "text", "of de cliënt zonder hulp verder kan, 01 tot en met 04; leeg is niet beantwoord"),
    ),
)
