"""TR349: A request for change names every toewijzing that is actual for the young person."""

from jeugdstelsel.model import Rule

RULE = Rule(
    "TR349",
    needs=("reeks_toewijzing", "reeks_verzoek", "reeks_wijziging"),
    violations={
        "Verzoek": """
        SELECT DISTINCT v.bericht_id, v.regelnummer
        FROM reeks_verzoek v
        JOIN reeks_toewijzing t ON t.gemeente = v.gemeente AND t.aanbieder = v.aanbieder AND t.client = v.client
         AND t.actueel AND t.volgorde < v.volgorde AND (t.tot IS NULL OR t.tot >= v.volgorde)
        WHERE v.klasse = 'Verzoek'
          AND COALESCE(t.reden_wijziging, '') <> '13' AND (t.einddatum IS NULL OR t.einddatum >= v.dagtekening)
          AND NOT EXISTS (
              SELECT 1 FROM reeks_wijziging w
              WHERE w.bericht_id = v.bericht_id AND w.toewijzing_nummer = t.toewijzing_nummer
          )
        """,
    },
    herstel="Noem alle actuele toewijzingen, ook die niet wijzigen.",
)
