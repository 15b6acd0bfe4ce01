"""TR373: A change of a budget or of a total volume is about the whole term of the toewijzing."""

from jeugdstelsel.model import Rule

RULE = Rule(
    "TR373",
    needs=("reeks_wijziging",),
    violations={
        "TeWijzigenProduct": """
        SELECT bericht_id, regelnummer
        FROM reeks_wijziging
        WHERE soort = 'te_wijzigen' AND toewijzing AND (budget IS NOT NULL OR frequentie = '6')
          AND gewenste_ingangsdatum <> toegewezen_ingangsdatum
        """,
    },
    herstel="Vraag de wijziging per de ingangsdatum van de toewijzing.",
)
