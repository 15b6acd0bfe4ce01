"""What the last message says of a young person: year of birth and gender."""

from jeugdstelsel.linkage import Step
from jeugdstelsel.model import Column, Table

STEP = Step(
    Table(
        "persoon",
        "Geboortejaar en geslacht van een jongere, uit het laatste bericht waarin ze staan.",
        key=("client",),
        columns=(
            Column("client", "text", "pseudonym"),
            Column("geboortejaar", "integer", "empty is unknown"),
            Column("geslacht", "text", "COD046"),
        ),
    ),
    needs=("client", "bericht", "bereik"),
    sql="""
        SELECT client, CAST(right(laatste_jaar, 4) AS BIGINT) AS geboortejaar, right(laatste_geslacht, 1) AS geslacht
        FROM (
            SELECT c.client,
                   max(CAST(b.dagtekening AS STRING) || c.bericht_id || CAST(c.geboortejaar AS STRING)) AS laatste_jaar,
                   max(CAST(b.dagtekening AS STRING) || c.bericht_id || c.geslacht) AS laatste_geslacht
            FROM client c JOIN bericht b ON b.bericht_id = c.bericht_id
            WHERE c.client IN (SELECT client FROM bereik)
            GROUP BY c.client
        ) p
    """,
)
