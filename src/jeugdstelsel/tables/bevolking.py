"""Young people per gemeente on 1 January; an estimate until CBS figures by age are loaded."""

from jeugdstelsel.model import Column, Table

TABLE = Table(
    "bevolking",
    "Young people per gemeente on 1 January; an estimate until CBS figures by age are loaded.",
    key=("gemeente", "jaar",),
    columns=(
        Column("gemeente", "text", "gemeentecode"),
        Column("jaar", "integer", "year"),
        Column("inwoners", "integer", "all ages"),
        Column("tot_18", "integer", "0 to 17, estimate"),
        Column("tot_23", "integer", "0 to 22, estimate"),
    ),
)
