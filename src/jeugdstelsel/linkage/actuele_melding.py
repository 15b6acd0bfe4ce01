"""The starts and stops that stand: delivered, not removed, not rejected, each once (TR063, TR074, IV008)."""

from jeugdstelsel.linkage import Step
from jeugdstelsel.model import Column, Table

STEP = Step(
    Table(
        "actuele_melding",
        "De starts en stops die na verwijderingen overblijven; een herhaalde aanlevering telt één keer.",
        key=(
            "soort",
            "gemeente",
            "aanbieder",
            "client",
            "toewijzing_nummer",
            "product_categorie",
            "product_code",
            "begindatum",
            "einddatum",
            "reden_beeindiging",
        ),
        columns=(
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
    needs=("melding", "bericht", "afgewezen_bericht", "bereik"),
    sql="""
        SELECT soort, gemeente, aanbieder, client, toewijzing_nummer, product_categorie, product_code,
               begindatum, einddatum, reden_beeindiging, gemeld, eerst_gemeld
        FROM (
            SELECT m.soort, m.gemeente, m.aanbieder, m.client, m.toewijzing_nummer, m.product_categorie,
                   m.product_code, m.begindatum, m.einddatum, m.reden_beeindiging,
                   max(CASE WHEN m.status_aanlevering = '3' THEN NULL ELSE b.dagtekening END) AS gemeld,
                   min(CASE WHEN m.status_aanlevering = '3' THEN NULL ELSE b.dagtekening END) AS eerst_gemeld,
                   max(CASE WHEN m.status_aanlevering = '3' THEN b.dagtekening END) AS verwijderd,
                   sum(CASE WHEN m.status_aanlevering = '3' THEN -1 ELSE 1 END) AS saldo
            FROM melding m JOIN bericht b ON b.bericht_id = m.bericht_id
            WHERE m.client IN (SELECT client FROM bereik)
              AND NOT EXISTS (SELECT 1 FROM afgewezen_bericht a WHERE a.bericht_id = m.bericht_id)
            GROUP BY m.soort, m.gemeente, m.aanbieder, m.client, m.toewijzing_nummer, m.product_categorie,
                     m.product_code, m.begindatum, m.einddatum, m.reden_beeindiging
        ) s
        -- delivery and removal on one day tell no order; then it stands if it was delivered more often
        WHERE s.gemeld IS NOT NULL
          AND (s.verwijderd IS NULL OR s.gemeld > s.verwijderd OR (s.gemeld = s.verwijderd AND s.saldo > 0))
    """,
)
