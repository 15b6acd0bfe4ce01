"""TR371: An answer names the XsdVersie of the declaration."""

from jeugdstelsel.model import Rule

RULE = Rule(
    "TR371",
    needs=("reeks_declaratie_antwoord",),
    violations={
        "Header": """
        SELECT bericht_id, 0 AS regelnummer
        FROM reeks_declaratie_antwoord
        WHERE basisschema_versie <> declaratie_basisschema_versie OR bericht_versie <> declaratie_bericht_versie
        """,
    },
    herstel="Neem in XsdVersieDeclaratie de XsdVersie van de declaratie over.",
)
