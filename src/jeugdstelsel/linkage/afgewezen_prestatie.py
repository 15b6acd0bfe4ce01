"""Billed lines that were not granted: sent back in a JW325, or part of a declaration rejected as a whole."""

from jeugdstelsel.linkage import Step
from jeugdstelsel.model import Column, Table

STEP = Step(
    Table(
        "afgewezen_prestatie",
        "Gedeclareerde regels die niet zijn toegekend; een JW325 noemt nooit een toegekende regel (IV088).",
        key=("bericht_id", "regelnummer"),
        columns=(
            Column("bericht_id", "text", "the JW323"),
            Column("regelnummer", "integer", "ordinal of the Prestatie"),
        ),
    ),
    needs=("prestatie", "prestatie_antwoord", "retourcode", "declaratie_uitkomst", "bereik"),
    sql="""
        SELECT p.bericht_id, p.regelnummer
        FROM prestatie p JOIN declaratie_uitkomst u ON u.bericht_id = p.bericht_id
        WHERE u.geheel_afgewezen AND p.client IN (SELECT client FROM bereik)
        UNION
        SELECT p.bericht_id, p.regelnummer
        FROM prestatie_antwoord a
        JOIN declaratie_uitkomst u ON u.antwoord_id = a.bericht_id
        JOIN prestatie p ON p.bericht_id = u.bericht_id AND p.client = a.client
            AND p.referentie_nummer = a.referentie_nummer
            AND p.vorig_referentie_nummer IS NOT DISTINCT FROM a.vorig_referentie_nummer
        WHERE a.client IN (SELECT client FROM bereik)
          AND NOT EXISTS (
            SELECT 1 FROM retourcode c
            WHERE c.bericht_id = a.bericht_id AND c.klasse = 'Prestatie' AND c.regelnummer = a.regelnummer
              AND c.retour_code = '0200')
    """,
)
