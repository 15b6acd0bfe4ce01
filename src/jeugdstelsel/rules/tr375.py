"""TR375: A change of a toewijzing without Product has no Omvang."""

from jeugdstelsel.model import Rule

RULE = Rule(
    "TR375",
    needs=("reeks_wijziging",),
    violations={
        "TeWijzigenProduct": """
        SELECT bericht_id, regelnummer
        FROM reeks_wijziging
        WHERE soort = 'te_wijzigen' AND toewijzing AND toegewezen_categorie IS NULL AND volume IS NOT NULL
          AND (einddatum IS NULL OR einddatum > DATE '2020-12-31')
        """,
    },
    herstel="Laat Omvang weg; deze toewijzing noemt geen product.",
)
