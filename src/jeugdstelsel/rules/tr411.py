"""TR411: A change of a toewijzing with a product code has an Omvang."""

from jeugdstelsel.model import Rule

RULE = Rule(
    "TR411",
    needs=("reeks_wijziging",),
    violations={
        "TeWijzigenProduct": """
        SELECT bericht_id, regelnummer
        FROM reeks_wijziging
        WHERE soort = 'te_wijzigen' AND toewijzing AND toegewezen_code IS NOT NULL AND volume IS NULL
        """,
    },
    herstel="Vul Omvang; deze toewijzing noemt een productcode.",
)
