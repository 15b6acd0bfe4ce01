"""TR387: A ProductPeriode begins on the first of the month, or on the first day of the toewijzing.

A credit repeats its debit, so only debits are judged.
"""

from jeugdstelsel.model import Rule

RULE = Rule(
    "TR387",
    needs=("reeks_prestatie",),
    violations={
        "Prestatie": """
        SELECT bericht_id, regelnummer
        FROM reeks_prestatie
        WHERE toewijzing AND debet_credit = 'D'
          AND begindatum <> CASE WHEN eerste_van_maand(toegewezen_ingangsdatum) = eerste_van_maand(begindatum)
                                 THEN toegewezen_ingangsdatum ELSE eerste_van_maand(begindatum) END
        """,
    },
    herstel="Begin de productperiode op de eerste van de maand, of op de ingangsdatum als die in de maand ligt.",
)
