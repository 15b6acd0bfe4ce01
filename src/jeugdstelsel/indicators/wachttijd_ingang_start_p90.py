"""90th percentile waiting time ingang to start, with who still waits counted as censored."""

from dataclasses import replace

from jeugdstelsel.indicators.wachttijd_ingang_start import INDICATOR as MEDIAAN

INDICATOR = replace(
    MEDIAAN,
    code="wachttijd_ingang_start_p90",
    titel="P90 van de wachttijd van ingangsdatum tot start",
    betekenis=MEDIAAN.betekenis.replace("de helft", "negen van de tien"),
    sql=MEDIAAN.sql.replace("mediaan AS waarde", "p90 AS waarde"),
)
