"""Every version of every toewijzing in order: the latest Toewijzingsdatum and -tijd wins (IV013)."""

from jeugdstelsel.linkage import Step, traject_id
from jeugdstelsel.model import Column, Table

STEP = Step(
    Table(
        "toewijzing_versie",
        "Elke versie van elke toewijzing; de volgorde van binnenkomst speelt geen rol (OP080).",
        key=("traject_id", "volgnummer"),
        columns=(
            Column("traject_id", "text", "traject it belongs to"),
            Column("volgnummer", "integer", "1 is the actual version, 2 the one before it"),
            Column("gemeente", "text", "gemeentecode"),
            Column("aanbieder", "text", "AGB code"),
            Column("client", "text", "pseudonym"),
            Column("toewijzing_nummer", "integer", "unique within the gemeente"),
            Column("referentie_aanbieder", "text", "the request this version answers"),
            Column("product_categorie", "text", "JZ020"),
            Column("product_code", "text", "product code"),
            Column("toewijzingsdatum", "date", "date of this version"),
            Column("ingangsdatum", "date", "first day"),
            Column("einddatum", "date", "last day; empty is open"),
            Column("reden_wijziging", "text", "JZ002"),
            Column("dagtekening", "date", "of the JW301"),
        ),
    ),
    needs=("toegewezen_product", "bericht", "afgewezen_bericht", "bereik"),
    sql=f"""
        SELECT {traject_id("t")} AS traject_id,
               row_number() OVER (
                   PARTITION BY t.gemeente, t.client, t.toewijzing_nummer
                   ORDER BY t.toewijzingsdatum DESC NULLS LAST, t.toewijzingstijd DESC NULLS LAST,
                            b.dagtekening DESC NULLS LAST, t.bericht_id DESC, t.regelnummer DESC
               ) AS volgnummer,
               t.gemeente, t.aanbieder, t.client, t.toewijzing_nummer, t.referentie_aanbieder,
               t.product_categorie, t.product_code, t.toewijzingsdatum, t.ingangsdatum, t.einddatum,
               t.reden_wijziging, b.dagtekening
        FROM toegewezen_product t JOIN bericht b ON b.bericht_id = t.bericht_id
        WHERE t.client IN (SELECT client FROM bereik)
          AND NOT EXISTS (SELECT 1 FROM afgewezen_bericht a WHERE a.bericht_id = t.bericht_id)
    """,
)
