"""Since when bills of a traject wait for a JW325."""

from jeugdstelsel.linkage import Step, traject_id
from jeugdstelsel.model import Column, Table

STEP = Step(
    Table(
        "onbeantwoord",
        "De oudste onbeantwoorde JW323 waarin een traject is gedeclareerd.",
        key=("traject_id",),
        columns=(
            Column("traject_id", "text", "traject"),
            Column("dagtekening", "date", "of that JW323"),
        ),
    ),
    needs=("prestatie", "bericht", "declaratie_uitkomst", "bereik"),
    sql=f"""
        SELECT {traject_id()} AS traject_id, dagtekening
        FROM (
            SELECT p.gemeente, p.client, p.toewijzing_nummer, min(b.dagtekening) AS dagtekening
            FROM prestatie p
            JOIN (
                SELECT d.bericht_id, d.dagtekening FROM bericht d
                WHERE d.berichtsoort = 'JW323'
                  AND NOT EXISTS (SELECT 1 FROM declaratie_uitkomst u WHERE u.bericht_id = d.bericht_id)
            ) b ON b.bericht_id = p.bericht_id
            WHERE p.client IN (SELECT client FROM bereik)
            GROUP BY p.gemeente, p.client, p.toewijzing_nummer
        ) o
    """,
)
