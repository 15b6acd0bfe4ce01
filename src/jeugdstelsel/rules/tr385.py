"""TR385: A toewijzing on which lines were granted is not removed."""

from jeugdstelsel.model import Rule

RULE = Rule(
    "TR385",
    needs=("reeks_prestatie", "reeks_toewijzing"),
    violations={
        "ToegewezenProduct": """
        SELECT DISTINCT t.bericht_id, t.regelnummer
        FROM reeks_toewijzing t
        JOIN reeks_prestatie d ON d.gemeente = t.gemeente AND d.aanbieder = t.aanbieder
         AND d.toewijzing_nummer = t.toewijzing_nummer
        WHERE t.reden_wijziging = '13'
          AND d.debet_credit = 'D' AND d.geldig AND d.toegekend_op < t.volgorde
          AND NOT EXISTS (
              SELECT 1 FROM reeks_prestatie c
              WHERE c.gemeente = d.gemeente AND c.aanbieder = d.aanbieder
                AND c.vorig_referentie_nummer = d.referentie_nummer
                AND c.geldig AND c.volgorde < t.volgorde
          )
        """,
    },
    herstel="Laat de aanbieder eerst crediteren, of beëindig de toewijzing.",
)
