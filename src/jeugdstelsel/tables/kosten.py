"""What was billed on one traject for one month of care."""

from jeugdstelsel.model import Column, Table

TABLE = Table(
    "kosten",
    "Wat op één traject is gedeclareerd voor één maand hulp.",
    key=(
        "traject_id",
        "gemeente",
        "aanbieder",
        "client",
        "toewijzing_nummer",
        "product_categorie",
        "product_code",
        "maand",
    ),
    columns=(
        Column("traject_id", "text", "traject; leeg als de toewijzing onbekend is"),
        Column("gemeente", "text", "gemeentecode"),
        Column("aanbieder", "text", "AGB-code"),
        Column("client", "text", "pseudoniem"),
        Column("toewijzing_nummer", "integer", "zoals gedeclareerd"),
        Column("product_categorie", "text", "zoals gedeclareerd"),
        Column("product_code", "text", "zoals gedeclareerd"),
        Column("maand", "date", "eerste dag van de maand van ProductPeriode"),
        Column("gedeclareerd", "integer", "debet, eurocent"),
        Column("gecrediteerd", "integer", "credit, eurocent"),
        Column("afgewezen", "integer", "debet min credit die een JW325 afwees, eurocent"),
        Column("netto", "integer", "gedeclareerd - gecrediteerd - afgewezen, eurocent"),
        Column("aantal_prestaties", "integer", "gedeclareerde regels, debet en credit"),
    ),
)
