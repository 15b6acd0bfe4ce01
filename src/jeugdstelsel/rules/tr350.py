"""TR350: A product that stays as it is has an actual toewijzing."""

from jeugdstelsel.model import Rule

RULE = Rule(
    "TR350",
    needs=("reeks_wijziging",),
    violations={
        "OngewijzigdProduct": """
        SELECT bericht_id, regelnummer
        FROM reeks_wijziging
        WHERE soort = 'ongewijzigd' AND NOT actueel
        """,
    },
    herstel="Noem alleen toewijzingen die nog actueel zijn.",
)
