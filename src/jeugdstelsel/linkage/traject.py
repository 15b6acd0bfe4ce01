"""Every traject with what is wrong with it on the peildatum."""

from jeugdstelsel.linkage import Step
from jeugdstelsel.linkage.traject_stand import STEP as STAND
from jeugdstelsel.tables.traject import TABLE

STEP = Step(
    TABLE,
    needs=("traject_stand", "signaal", "koppeling_stand"),
    sql=f"""
        SELECT {", ".join("t." + name for name in STAND.gives.names)}, g.bijzonderheden
        FROM traject_stand t
        LEFT JOIN (
            SELECT s.traject_id, plak(array_agg(s.code), ' ') AS bijzonderheden
            FROM signaal s CROSS JOIN koppeling_stand k
            WHERE s.traject_id IS NOT NULL AND (s.sinds IS NULL OR s.sinds <= k.peildatum)
            GROUP BY s.traject_id
        ) g ON g.traject_id = t.traject_id
    """,
)
