"""One row per toewijzing: what holds now, and when it was first decided."""

from jeugdstelsel.linkage import Step
from jeugdstelsel.model import Column, Table


def nu(kolom: str) -> str:
    """Return the SQL of a column as the actual version has it."""
    return f"max(CASE WHEN volgnummer = 1 THEN {kolom} END) AS {kolom}"


STEP = Step(
    Table(
        "toewijzing",
        "Eén rij per toewijzing: de actuele versie, met de datum van de eerste.",
        key=("traject_id",),
        columns=(
            Column("traject_id", "text", "traject"),
            Column("gemeente", "text", "gemeentecode"),
            Column("client", "text", "pseudonym"),
            Column("toewijzing_nummer", "integer", "unique within the gemeente"),
            Column("aanbieder", "text", "AGB code"),
            Column("product_categorie", "text", "JZ020"),
            Column("product_code", "text", "product code"),
            Column("toewijzingsdatum", "date", "of the earliest version: the decision"),
            Column("ingangsdatum", "date", "of the actual version"),
            Column("einddatum", "date", "of the actual version; empty is open"),
            Column("reden_wijziging", "text", "JZ002 of the actual version"),
            Column("ontvangen", "date", "dagtekening of the first JW301"),
            Column("vervallen", "boolean", "as if never sent: reden 13, or 01 on one day before release 3.1"),
        ),
    ),
    needs=("toewijzing_versie",),
    sql=f"""
        SELECT traject_id, gemeente, client, toewijzing_nummer,
               {nu("aanbieder")}, {nu("product_categorie")}, {nu("product_code")},
               min(toewijzingsdatum) AS toewijzingsdatum,
               {nu("ingangsdatum")}, {nu("einddatum")}, {nu("reden_wijziging")},
               min(dagtekening) AS ontvangen,
               max(CASE WHEN volgnummer = 1 AND (reden_wijziging = '13'
                             OR (reden_wijziging = '01' AND ingangsdatum = einddatum)) THEN 1 ELSE 0 END) = 1
                   AS vervallen
        FROM toewijzing_versie
        GROUP BY traject_id, gemeente, client, toewijzing_nummer
    """,
)
