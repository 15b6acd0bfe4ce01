"""90th percentile waiting time toewijzing to start, with who still waits counted as censored."""

from dataclasses import replace

from jeugdstelsel.indicators.wachttijd_toewijzing_start import INDICATOR as MEDIAAN

INDICATOR = replace(
    MEDIAAN,
    code="wachttijd_toewijzing_start_p90",
    titel="P90 van de wachttijd van toewijzing tot start",
    betekenis=MEDIAAN.betekenis.replace("de helft", "negen van de tien"),
    sql=MEDIAAN.sql.replace("mediaan AS waarde", "p90 AS waarde"),
)
