"""Which zorgvorm a code of a source falls within, for everyone or for one gemeente."""

from jeugdstelsel.model import Column, Table

TABLE = Table(
    "zorgvorm_kruising",
    "Binnen welke zorgvorm een code van een bron valt: landelijk, of een eigen code van een gemeente.",
    key=("gemeente", "soort", "code", "zorgvorm", "geldig_van"),
    columns=(
        Column("gemeente", "text", "gemeentecode; leeg is landelijk. Een eigen regel gaat voor de landelijke"),
        Column("soort", "text", "productcategorie, productcode, hulpvorm, maatregel, taakveld_2025, cbs_vorm, ..."),
        Column("code", "text", "code in die bron"),
        Column("zorgvorm", "text", "zorgvorm waar het aandeel geheel binnen valt, of onbekend"),
        Column("aandeel", "double", "deel 0..1; de aandelen van een code op een dag zijn samen 1"),
        Column("geldig_van", "date", "eerste dag"),
        Column("geldig_tot", "date", "laatste dag, telt mee; leeg is open"),
        Column("reden", "text", "waarom dit zo is"),
        Column("bron", "text", "waar dit staat"),
    ),
)
