"""TR388: A ProductPeriode ends on the last of the month, or on the last day of the toewijzing.

A credit repeats its debit, so only debits are judged.
"""

from jeugdstelsel.model import Rule

RULE = Rule(
    "TR388",
    needs=("reeks_prestatie",),
    violations={
        "Prestatie": """
        SELECT bericht_id, regelnummer
        FROM reeks_prestatie
        WHERE toewijzing AND debet_credit = 'D'
          AND einddatum <> CASE WHEN eerste_van_maand(toegewezen_einddatum) = eerste_van_maand(einddatum)
                                THEN toegewezen_einddatum ELSE laatste_van_maand(einddatum) END
        """,
    },
    herstel="Eindig de productperiode op de laatste van de maand, of op de einddatum als die in de maand ligt.",
)
