"""What was billed on one traject for one month of care."""

from jeugdstelsel.model import Column, Table

TABLE = Table(
    "kosten",
    "What was billed on one traject for one month of care.",
    key=("traject_id", "gemeente", "aanbieder", "client", "toewijzing_nummer", "product_categorie", "product_code", "maand",),
    columns=(
        Column("traject_id", "text", "traject; empty when the toewijzing is unknown"),
        Column("gemeente", "text", "gemeentecode"),
        Column("aanbieder", "text", "AGB code"),
        Column("client", "text", "pseudonym"),
        Column("toewijzing_nummer", "integer", "as billed"),
        Column("product_categorie", "text", "as billed"),
        Column("product_code", "text", "as billed"),
        Column("maand", "date", "first day of the month of ProductPeriode"),
        Column("gedeclareerd", "integer", "debet, eurocent"),
        Column("gecrediteerd", "integer", "credit, eurocent"),
        Column("afgewezen", "integer", "debet minus credit that a JW325 rejected, eurocent"),
        Column("netto", "integer", "gedeclareerd - gecrediteerd - afgewezen, eurocent"),
        Column("aantal_prestaties", "integer", "billed lines, debet and credit"),
    ),
)
