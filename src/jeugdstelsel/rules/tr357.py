"""TR357: A change that begins on a day gone by holds from the first day of the toewijzing."""

from jeugdstelsel.model import Rule

RULE = Rule(
    "TR357",
    needs=("reeks_wijziging",),
    violations={
        "TeWijzigenProduct": """
        SELECT bericht_id, regelnummer
        FROM reeks_wijziging
        WHERE soort = 'te_wijzigen' AND toewijzing AND gewenste_ingangsdatum <= dagtekening
          AND gewenste_ingangsdatum <> toegewezen_ingangsdatum
        """,
    },
    herstel="Vraag de wijziging per een dag na de dagtekening, of per de ingangsdatum van de toewijzing.",
)
