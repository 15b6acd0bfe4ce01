"""Every start with the day its delivery ended: a pause ends it at once, a definitive stop for good."""

from jeugdstelsel.linkage import PAUZE, Step
from jeugdstelsel.model import Column, Table

STEP = Step(
    Table(
        "start",
        "Elke start met de dag waarop de hulp eindigde.",
        key=("traject_id", "aanbieder", "product_categorie", "product_code", "begindatum"),
        columns=(
            Column("traject_id", "text", "traject"),
            Column("gemeente", "text", "gemeentecode"),
            Column("aanbieder", "text", "AGB code"),
            Column("client", "text", "pseudonym"),
            Column("product_categorie", "text", "JZ020"),
            Column("product_code", "text", "product code"),
            Column("begindatum", "date", "first day of delivery"),
            Column("einddatum", "date", "last day of delivery; empty when no stop ended it"),
            Column("reden_beeindiging", "text", "JZ588 of the stop that ended it"),
            Column("eerst_gemeld", "date", "dagtekening of the first JW305"),
        ),
    ),
    needs=("regiemelding", "stop"),
    sql=f"""
        SELECT s.traject_id, s.gemeente, s.aanbieder, s.client, s.product_categorie, s.product_code, s.begindatum,
               least(e.pauze, e.slot) AS einddatum,
               CASE WHEN e.slot IS NULL OR e.pauze < e.slot THEN CASE WHEN e.pauze IS NOT NULL THEN {PAUZE} END
                    ELSE e.slot_reden END AS reden_beeindiging,
               s.eerst_gemeld
        FROM regiemelding s
        LEFT JOIN (
            SELECT traject_id, start_begindatum, start_categorie, start_code,
                   min(CASE WHEN reden_beeindiging = {PAUZE} THEN einddatum END) AS pauze,
                   min(CASE WHEN reden_beeindiging <> {PAUZE} THEN einddatum END) AS slot,
                   min(CASE WHEN reden_beeindiging <> {PAUZE} THEN reden_beeindiging END) AS slot_reden
            FROM stop
            WHERE rang = 1 AND start_begindatum IS NOT NULL
            GROUP BY traject_id, start_begindatum, start_categorie, start_code
        ) e ON e.traject_id = s.traject_id AND e.start_begindatum = s.begindatum
            AND e.start_categorie IS NOT DISTINCT FROM s.product_categorie
            AND e.start_code IS NOT DISTINCT FROM s.product_code
        WHERE s.soort = 'start'
    """,
)
