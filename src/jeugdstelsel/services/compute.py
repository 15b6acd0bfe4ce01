"""Computes the indicators: fills `indicator_waarde` from the tables that linkage made."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Any, Protocol

from jeugdstelsel.engines import duckdb as duck
from jeugdstelsel.indicators.instellingen import waarden as instellingen
from jeugdstelsel.indicators.kalender import Venster, calendar_rows, make_venster
from jeugdstelsel.indicators.niveaus import NIVEAU, STANDAARD, make_niveau
from jeugdstelsel.indicators.plan import all_indicators, plan_steps, working_tables
from jeugdstelsel.indicators.producten import JZ21, list_products
from jeugdstelsel.model import GebruikersFout, Indicator, Table
from jeugdstelsel.tables.indicator_waarde import TABLE

EXTRA = ("uitsplitsing", "n", "grootste_aandeel", "dekking")
TOGETHER = 8
"""Definitions that are computed in one query, so that both cores have work."""
FIRST_DAY = """
    SELECT coalesce(
        (SELECT min(maand) FROM kosten), (SELECT min(dagtekening) FROM bericht),
        (SELECT min(toewijzingsdatum) FROM traject)
    )
"""


class Engine(Protocol):
    """What a calculation asks of an engine; the modules of `engines` have it."""

    def run_sql(self, connection: Any, sql: str, parameters: Mapping[str, Any] | None = None) -> list[tuple[Any, ...]]:
        """Run a query and return all rows."""

    def make_table(self, connection: Any, name: str, sql: str, parameters: Mapping[str, Any] | None = None) -> None:
        """Keep the rows of a query under a name."""

    def replace_rows(self, connection: Any, table: Table, rows: Iterable[Mapping[str, Any]]) -> None:
        """Make a table that holds exactly these rows."""


def find_indicator(code: str) -> Indicator:
    """Return the definition with this code; raises GebruikersFout when there is none."""
    if code not in all_indicators():
        known = ", ".join(all_indicators())
        raise GebruikersFout(f"De indicator '{code}' bestaat niet. Kies een van: {known}.")
    return all_indicators()[code]


def parameters_of(sql: str, venster: Venster) -> dict[str, Any]:
    """Return the parameters that a definition names."""
    known = {
        "peildatum": venster.peildatum,
        "basis_maand": venster.basis,
        "laatste_maand": venster.laatste,
        **instellingen(),
    }
    return {name: known[name] for name in set(re.findall(r"\$(\w+)", sql))}


def find_venster(engine: Engine, connection: Any, peildatum: date, vanaf: date | None) -> Venster:
    """Return the window; without `vanaf` it begins in the first month with costs, else with the first message."""
    first = vanaf or engine.run_sql(connection, FIRST_DAY)[0][0] or peildatum
    return make_venster(peildatum, first)


def prepare(
    engine: Engine, connection: Any, venster: Venster, niveaus: Sequence[str], indicators: Iterable[Indicator]
) -> None:
    """Make every table that these definitions need."""
    given = {**calendar_rows(venster), NIVEAU: [make_niveau(name) for name in niveaus], JZ21: list_products()}
    for table, rows in given.items():
        engine.replace_rows(connection, table, rows)
    for step in plan_steps(need for indicator in indicators for need in indicator.needs):
        engine.make_table(connection, step.table.name, step.sql, parameters_of(step.sql, venster))


def make_query(indicator: Indicator) -> str:
    """Return the SQL that gives the rows of `indicator_waarde` for one definition."""
    extra = {name: f"w.{name}" if name in indicator.extra else "NULL" for name in EXTRA}
    dimensions = ("gemeente", "jeugdregio", "aanbieder", "product_categorie", "product_code")
    return f"""
        SELECT
            '{indicator.code}' AS indicator, '{indicator.versie}' AS versie, p.periode_soort, p.periode, c.niveau,
            {", ".join(f"nullif(c.{name}, '') AS {name}" for name in dimensions)},
            CAST({extra["uitsplitsing"]} AS VARCHAR(100)) AS uitsplitsing,
            CAST(w.teller AS DOUBLE) AS teller, CAST(w.noemer AS DOUBLE) AS noemer, CAST(w.waarde AS DOUBLE) AS waarde,
            {"w.n" if "n" in indicator.extra else "coalesce(n.aantal, 0)"} AS n, coalesce(a.aantal, 0) AS n_aanbieders,
            CAST({extra["grootste_aandeel"]} AS DOUBLE) AS grootste_aandeel,
            CAST({extra["dekking"]} AS DOUBLE) AS dekking,
            p.status
        FROM ({indicator.sql}) w
        JOIN cel c ON c.cel = w.cel
        JOIN periode p ON p.periode = w.periode
        LEFT JOIN personen n ON n.cel = w.cel AND n.periode = w.periode AND n.populatie = '{indicator.populatie}'
        LEFT JOIN aanbieders a ON a.cel = w.cel AND a.periode = w.periode AND a.populatie = '{indicator.populatie}'
    """


def fill(connection: Any, indicators: Sequence[Indicator], niveaus: Sequence[str], venster: Venster) -> None:
    """Add the rows of these definitions at these levels to `indicator_waarde`."""
    prepare(duck, connection, venster, niveaus, indicators)
    for first in range(0, len(indicators), TOGETHER):
        query = "\nUNION ALL\n".join(map(make_query, indicators[first : first + TOGETHER]))
        duck.run_sql(connection, f"INSERT INTO {TABLE.name} {query}", parameters_of(query, venster))
    for name in working_tables():
        duck.run_sql(connection, f"DROP TABLE IF EXISTS temp.{name}")


def compute(connection: Any, *, peildatum: date, vanaf: date | None = None) -> None:
    """Replace `indicator_waarde` by every indicator at every standard level and for every whole period.

    `peildatum` is the last day that counts; `vanaf` the first month (default: the first month with costs).
    """
    venster = find_venster(duck, connection, peildatum, vanaf)
    with _transaction(connection):
        duck.empty_table(connection, TABLE)
        fill(connection, list(all_indicators().values()), STANDAARD, venster)


def compute_crossing(
    connection: Any, codes: Sequence[str], niveau: str, *, peildatum: date, vanaf: date | None = None
) -> None:
    """Add these indicators at one more level, such as 'gemeente × aanbieder'; what was there of them is replaced."""
    make_niveau(niveau)
    indicators = [find_indicator(code) for code in codes]
    duck.create_table(connection, TABLE)
    venster = find_venster(duck, connection, peildatum, vanaf)
    with _transaction(connection):
        for indicator in indicators:
            sql = f"DELETE FROM {TABLE.name} WHERE indicator = $code AND niveau = $niveau"
            duck.run_sql(connection, sql, {"code": indicator.code, "niveau": niveau})
        fill(connection, indicators, [niveau], venster)


@contextmanager
def _transaction(connection: Any) -> Iterator[None]:
    """Keep all or nothing; rows may come in any order, so that both cores can write them."""
    duck.run_sql(connection, "SET preserve_insertion_order = false")
    connection.begin()
    try:
        yield
        connection.commit()
    except Exception:
        connection.rollback()
        raise
    finally:
        duck.run_sql(connection, "RESET preserve_insertion_order")


def waarden(connection: Any, code: str, **filters: str) -> list[dict[str, Any]]:
    """Return the rows of one indicator, such as `waarden(con, "instroom", niveau="gemeente", gemeente="0363")`.

    A filter names a column of `indicator_waarde`; raises GebruikersFout for an unknown code or column.
    """
    find_indicator(code)
    unknown = sorted(set(filters) - set(TABLE.names))
    if unknown:
        raise GebruikersFout(f"Op {', '.join(unknown)} kan niet worden gefilterd. Kies uit: {', '.join(TABLE.names)}.")
    where = " AND ".join(f"{name} = ${name}" for name in ("indicator", *filters))
    order = ", ".join(f"{name} NULLS LAST" for name in TABLE.key)
    sql = f"SELECT {', '.join(TABLE.names)} FROM {TABLE.name} WHERE {where} ORDER BY {order}"
    rows = duck.run_sql(connection, sql, {"indicator": code, **filters})
    return [dict(zip(TABLE.names, row, strict=True)) for row in rows]
