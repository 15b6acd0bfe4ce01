"""From messages to figures that may leave: link, compute, and through the door."""

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

import pyarrow as pa

from jeugdstelsel import standaard
from jeugdstelsel.engines import duckdb as duck
from jeugdstelsel.indicators.plan import all_indicators
from jeugdstelsel.model import GebruikersFout
from jeugdstelsel.publish import door, lees_instellingen, lees_uitgaven
from jeugdstelsel.services.compute import compute, compute_crossing
from jeugdstelsel.services.link import link
from jeugdstelsel.services.sums import BRONNEN, read_kept
from jeugdstelsel.services.warehouse import NOTHING_YET, open_warehouse
from jeugdstelsel.tables import all_tables, arrow_schema

REGISTER = "uitgaven"
FIRST_YEAR = 2019
"""First year for which the standard holds population figures."""


@dataclass(frozen=True)
class Calculated:
    """What a calculation gave."""

    peildatum: date
    trajecten: int
    cijfers: int
    geheim: int


def calculate(
    workdir: Path, *, peildatum: date | None = None, rebuild: bool = False, kruisingen: Sequence[str] = ()
) -> Calculated:
    """Bring trajecten, costs and figures up to date with what was taken in.

    `peildatum` is the last day that counts, by default the last day on which a message was dated.
    `kruisingen` are levels on top of the standard ones, such as 'gemeente × productcategorie'.
    Raises GebruikersFout when nothing was taken in.
    """
    with closing(open_warehouse(workdir, existing=True)) as connection:
        day = peildatum or duck.run_sql(connection, "SELECT max(dagtekening) FROM bericht")[0][0]
        if day is None:
            raise GebruikersFout(NOTHING_YET.format(workdir))
        _load_areas(connection, max(day.year, FIRST_YEAR))
        before = read_kept(connection)
        keep = BRONNEN if before else ()
        linked = link(connection, peildatum=day, moment=datetime.now(UTC), rebuild=rebuild, keep=keep)
        compute(connection, peildatum=day, before=None if linked.rebuilt else before)
        for niveau in kruisingen:
            compute_crossing(connection, list(all_indicators()), niveau, peildatum=day)
        _open_door(connection, workdir)
        counts = duck.run_sql(
            connection,
            "SELECT (SELECT COUNT(*) FROM traject), COUNT(*), COUNT(*) FILTER (WHERE toestand = 'geheim') FROM cijfer",
        )[0]
    return Calculated(day, *counts)


def _load_areas(connection: duck.Connection, last_year: int) -> None:
    """Fill the tables with areas and population from the standard."""
    years = range(FIRST_YEAR, last_year + 1)
    rows = {
        "gebied": [_area(code, year) for year in years for code in standaard.gemeenten_op(date(year, 1, 1))],
        "bevolking": [
            {
                "gemeente": code,
                "jaar": year,
                **{name: getattr(people, name) for name in ("inwoners", "tot_18", "tot_23")},
            }
            for year in years
            for code, people in standaard.bevolking_per_gemeente(year).items()
        ],
    }
    for name, found in rows.items():
        duck.run_sql(connection, f"DELETE FROM {name}")
        duck.append(connection, name, pa.Table.from_pylist(found, schema=arrow_schema(all_tables()[name])))


def _area(code: str, year: int) -> dict[str, object]:
    gemeente, region = standaard.gemeenten()[code], standaard.jeugdregio_van(code, year)
    return {
        "gemeente": code,
        "jaar": year,
        "naam": gemeente.naam,
        "jeugdregio": region,
        "jeugdregio_naam": standaard.jeugdregios()[region] if region else None,
        "provincie": gemeente.provincie,
    }


def _open_door(connection: duck.Connection, workdir: Path) -> None:
    """Replace the figures that may be shown; the proof by attack comes when they are released."""
    values = duck.read_table(connection, "SELECT * FROM indicator_waarde")
    settings = replace(lees_instellingen(), narekenen=0)
    figures = door(values, settings, lees_uitgaven(workdir / REGISTER))
    with duck.transaction(connection):
        duck.empty_table(connection, all_tables()["cijfer"])
        duck.append(connection, "cijfer", figures.select(all_tables()["cijfer"].names))
