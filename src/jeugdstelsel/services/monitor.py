"""The monitor in one look: the country in the latest year, how many wait, and what the messages lack."""

from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jeugdstelsel.engines import duckdb as duck
from jeugdstelsel.services.compute import find_indicator
from jeugdstelsel.services.warehouse import open_warehouse

HEADLINES = (
    "jongeren_met_jeugdhulp", "trajecten", "instroom", "uitstroom", "wachttijd_verzoek_toewijzing",
    "wachttijd_toewijzing_start", "trajectduur", "uitval", "kosten", "kosten_per_jongere", "aantal_aanbieders",
    "koppelbaar",
)  # fmt: skip
_HEADLINE = """
    SELECT indicator, periode, waarde, toestand, status, dekking FROM cijfer
    WHERE niveau = 'land' AND uitsplitsing IS NULL AND periode_soort = 'jaar' ORDER BY indicator, periode
"""
_REGIONS = """
    SELECT g.naam, c.indicator, c.waarde, c.toestand
    FROM cijfer c
    JOIN (SELECT DISTINCT jeugdregio, jeugdregio_naam AS naam FROM gebied) g ON g.jeugdregio = c.jeugdregio
    WHERE c.niveau = 'jeugdregio' AND c.uitsplitsing IS NULL AND c.periode_soort = 'jaar' AND c.periode = $periode
    ORDER BY g.naam
"""
REGION_COLUMNS = ("jongeren_met_jeugdhulp", "wachttijd_toewijzing_start", "kosten_per_jongere")


@dataclass(frozen=True)
class Monitor:
    """What the monitor shows. `landelijk` has rows of `cijfer`, `regios` maps a region to its figures."""

    peildatum: str
    synthetisch: bool
    berichten: int
    bevindingen: int
    landelijk: tuple[Mapping[str, Any], ...]
    regios: Mapping[str, Mapping[str, tuple[float | None, str]]]


def read_monitor(workdir: Path) -> Monitor:
    """Return the monitor of what was last computed in a work folder."""
    with closing(open_warehouse(workdir, existing=True)) as connection:
        names = ("indicator", "periode", "waarde", "toestand", "status", "dekking")
        latest = {row[0]: dict(zip(names, row, strict=True)) for row in duck.run_sql(connection, _HEADLINE)}
        headlines = tuple(
            {**latest[code], "titel": find_indicator(code).titel, "eenheid": find_indicator(code).eenheid}
            for code in HEADLINES
            if code in latest
        )
        period = max((row["periode"] for row in headlines), default="")
        regions: dict[str, dict[str, tuple[float | None, str]]] = {}
        for naam, indicator, waarde, toestand in duck.run_sql(connection, _REGIONS, {"periode": period}):
            regions.setdefault(naam, {})[indicator] = (waarde, toestand)
        counts = duck.run_sql(
            connection,
            "SELECT (SELECT max(peildatum) FROM koppeling_stand), "
            "(SELECT COUNT(*) > 0 FROM levering WHERE synthetisch), "
            "(SELECT COUNT(*) FROM ontvangst), (SELECT COUNT(*) FROM bevinding WHERE ernst = 'fout') "
            "+ (SELECT COUNT(*) FROM bevinding_over WHERE ernst = 'fout')",
        )[0]
    return Monitor(str(counts[0]), counts[1], counts[2], counts[3], headlines, regions)
