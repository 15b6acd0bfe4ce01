"""90th percentile waiting time verzoek to toewijzing, with who still waits counted as censored."""

from dataclasses import replace

from jeugdstelsel.indicators.wachttijd_verzoek_toewijzing import INDICATOR as MEDIAAN

INDICATOR = replace(
    MEDIAAN,
    code="wachttijd_verzoek_toewijzing_p90",
    titel="P90 van de wachttijd van verzoek tot toewijzing",
    betekenis=MEDIAAN.betekenis.replace("de helft", "negen van de tien"),
    sql=MEDIAAN.sql.replace("mediaan AS waarde", "p90 AS waarde"),
)
