"""Messages that a retour message rejected: they count as not sent (OP286, IV032)."""

from jeugdstelsel.linkage import Step
from jeugdstelsel.model import Column, Table

AFWIJZEND = "SELECT bericht_id FROM retourcode WHERE retour_code NOT IN ('0200', '0233')"
"""Messages with a code other than 'no remark' and 'not judged': one such code rejects the whole."""

RETOUR_VAN = """
    h.afzender = r.afzender AND h.identificatie = r.identificatie AND h.dagtekening = r.dagtekening
    AND h.berichtsoort = CASE r.berichtsoort
        WHEN 'JW302' THEN 'JW301' WHEN 'JW306' THEN 'JW305' WHEN 'JW308' THEN 'JW307'
        WHEN 'JW316' THEN 'JW315' WHEN 'JW318' THEN 'JW317' WHEN 'JW320' THEN 'JW319' END
"""
"""Retour message r answers message h: it copies the header of what it answers (IV028)."""

STEP = Step(
    Table(
        "afgewezen_bericht",
        "Berichten die een retourbericht afkeurde; zij tellen als niet verzonden.",
        key=("bericht_id",),
        columns=(Column("bericht_id", "text", "the rejected message"),),
    ),
    needs=("bericht", "retourcode"),
    sql=f"""
        SELECT DISTINCT h.bericht_id
        FROM bericht r JOIN bericht h ON {RETOUR_VAN}
        WHERE r.bericht_id IN ({AFWIJZEND})
    """,
)
