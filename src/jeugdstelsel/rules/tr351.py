"""TR351: A product to change has an actual toewijzing."""

from jeugdstelsel.model import Rule

RULE = Rule(
    "TR351",
    needs=("reeks_wijziging",),
    violations={
        "TeWijzigenProduct": """
        SELECT bericht_id, regelnummer
        FROM reeks_wijziging
        WHERE soort = 'te_wijzigen' AND NOT actueel
        """,
    },
    herstel="Vraag alleen wijziging van een toewijzing die nog actueel is.",
)
