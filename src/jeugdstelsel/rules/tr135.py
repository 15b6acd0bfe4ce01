"""TR135: A Dagtekening does not lie in the future."""

from jeugdstelsel.model import Rule

RULE = Rule(
    "TR135",
    needs=("klok", "reeks_bericht"),
    violations={
        "Header": """
        SELECT b.bericht_id, 0 AS regelnummer
        FROM reeks_bericht b
        CROSS JOIN klok k
        WHERE b.dagtekening > k.vandaag OR b.declaratie_dagtekening > k.vandaag
        """,
    },
    herstel="Zet in Dagtekening de dag waarop het bericht is gemaakt.",
)
