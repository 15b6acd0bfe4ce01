"""Young people per gemeente on 1 January; an estimate until CBS figures by age are loaded."""

from jeugdstelsel.model import Column, Table

TABLE = Table(
    "bevolking",
    "Jongeren per gemeente op 1 januari; een schatting zolang er geen CBS-cijfers naar leeftijd zijn geladen.",
    key=(
        "gemeente",
        "jaar",
    ),
    columns=(
        Column("gemeente", "text", "gemeentecode"),
        Column("jaar", "integer", "jaar"),
        Column("inwoners", "integer", "alle leeftijden"),
        Column("tot_18", "integer", "0 tot en met 17 jaar, schatting"),
        Column("tot_23", "integer", "0 tot en met 22 jaar, schatting"),
    ),
)
