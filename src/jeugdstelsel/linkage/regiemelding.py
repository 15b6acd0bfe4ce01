"""Starts and stops with the traject they belong to; a withdrawn toewijzing has none."""

from jeugdstelsel.linkage import Step, traject_id
from jeugdstelsel.model import Column, Table

STEP = Step(
    Table(
        "regiemelding",
        "Starts en stops die blijven staan, met het traject waar zij bij horen.",
        key=(
            "traject_id",
            "soort",
            "aanbieder",
            "product_categorie",
            "product_code",
            "begindatum",
            "einddatum",
            "reden_beeindiging",
        ),
        columns=(
            Column("traject_id", "text", "traject it belongs to"),
            Column("soort", "text", "start or stop"),
            Column("gemeente", "text", "gemeentecode"),
            Column("aanbieder", "text", "AGB code"),
            Column("client", "text", "pseudonym"),
            Column("toewijzing_nummer", "integer", "empty for taakgericht"),
            Column("product_categorie", "text", "JZ020"),
            Column("product_code", "text", "product code"),
            Column("begindatum", "date", "start of the help"),
            Column("einddatum", "date", "last day, stop only"),
            Column("reden_beeindiging", "text", "JZ588, stop only"),
            Column("gemeld", "date", "dagtekening of the last delivery"),
            Column("eerst_gemeld", "date", "dagtekening of the first delivery"),
        ),
    ),
    needs=("actuele_melding", "taakgericht", "toewijzing"),
    sql=f"""
        SELECT m.traject_id, m.soort, m.gemeente, m.aanbieder, m.client, m.toewijzing_nummer, m.product_categorie,
               m.product_code, m.begindatum, m.einddatum, m.reden_beeindiging, m.gemeld, m.eerst_gemeld
        FROM (
            SELECT {traject_id()} AS traject_id, soort, gemeente, aanbieder, client, toewijzing_nummer,
                   product_categorie, product_code, begindatum, einddatum, reden_beeindiging, gemeld, eerst_gemeld
            FROM actuele_melding WHERE toewijzing_nummer IS NOT NULL
        ) m
        WHERE NOT EXISTS (SELECT 1 FROM toewijzing z WHERE z.traject_id = m.traject_id AND z.vervallen)
        UNION ALL
        SELECT t.traject_id, m.soort, m.gemeente, m.aanbieder, m.client, m.toewijzing_nummer, m.product_categorie,
               m.product_code, m.begindatum, m.einddatum, m.reden_beeindiging, m.gemeld, m.eerst_gemeld
        FROM actuele_melding m
        JOIN taakgericht t ON t.gemeente = m.gemeente AND t.aanbieder = m.aanbieder AND t.client = m.client
            AND t.begindatum = m.begindatum
            AND t.product_categorie IS NOT DISTINCT FROM m.product_categorie
            AND t.product_code IS NOT DISTINCT FROM m.product_code
        WHERE m.toewijzing_nummer IS NULL
    """,
)
