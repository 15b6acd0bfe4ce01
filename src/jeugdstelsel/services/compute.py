"""Computes the indicators: fills `indicator_waarde` from the tables that linkage made."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Any

from jeugdstelsel.engines import duckdb as duck
from jeugdstelsel.indicators.kalender import Venster, make_venster
from jeugdstelsel.indicators.niveaus import STANDAARD, make_niveau
from jeugdstelsel.indicators.plan import all_indicators, all_sums, working_tables
from jeugdstelsel.model import GebruikersFout, Indicator
from jeugdstelsel.services.steps import Engine, parameters_of, prepare
from jeugdstelsel.services.sums import Kept, bring_up_to_date, hold, make_mark
from jeugdstelsel.tables.indicator_waarde import TABLE

EXTRA = ("uitsplitsing", "n", "grootste_aandeel", "dekking")
TOGETHER = 8
"""Definitions that are computed in one query, so that both cores have work."""
DIMENSIONS = ("gemeente", "jeugdregio", "aanbieder", "product_categorie", "product_code")
UNION = "\nUNION ALL\n"
GATHERED = "gerekend"
FIRST_DAY = """
    SELECT coalesce(
        (SELECT min(maand) FROM kosten), (SELECT min(dagtekening) FROM bericht),
        (SELECT min(toewijzingsdatum) FROM traject)
    )
"""


def find_indicator(code: str) -> Indicator:
    """Return the definition with this code; raises GebruikersFout when there is none."""
    if code not in all_indicators():
        known = ", ".join(all_indicators())
        raise GebruikersFout(f"De indicator '{code}' bestaat niet. Kies een van: {known}.")
    return all_indicators()[code]


def find_venster(engine: Engine, connection: Any, peildatum: date, vanaf: date | None) -> Venster:
    """Return the window; without `vanaf` it begins in the first month with costs, else with the first message."""
    first = vanaf or engine.run_sql(connection, FIRST_DAY)[0][0] or peildatum
    return make_venster(peildatum, first)


def make_values(indicator: Indicator) -> str:
    """Return the SQL that gives the values of one definition, each with its cell and period."""
    extra = {name: f"w.{name}" if name in indicator.extra else "NULL" for name in EXTRA}
    return f"""
        SELECT
            '{indicator.code}' AS indicator, w.cel, w.periode,
            CAST({extra["uitsplitsing"]} AS VARCHAR(100)) AS uitsplitsing,
            CAST(w.teller AS DOUBLE) AS teller, CAST(w.noemer AS DOUBLE) AS noemer, CAST(w.waarde AS DOUBLE) AS waarde,
            CAST({extra["n"]} AS BIGINT) AS n, CAST({extra["grootste_aandeel"]} AS DOUBLE) AS grootste_aandeel,
            CAST({extra["dekking"]} AS DOUBLE) AS dekking
        FROM ({indicator.sql}) w
    """


def make_rows(values: str) -> str:
    """Return the SQL that gives the rows of `indicator_waarde` from a query or table with values."""
    return f"""
        SELECT
            w.indicator, d.versie, p.periode_soort, w.periode, c.niveau,
            {", ".join(f"nullif(c.{name}, '') AS {name}" for name in DIMENSIONS)},
            w.uitsplitsing, w.teller, w.noemer, w.waarde,
            CASE WHEN d.telt_zelf THEN w.n ELSE coalesce(n.aantal, 0) END AS n, coalesce(a.aantal, 0) AS n_aanbieders,
            w.grootste_aandeel, w.dekking, p.status
        FROM {values} w
        JOIN definitie d ON d.indicator = w.indicator
        JOIN cel c ON c.cel = w.cel
        JOIN periode p ON p.periode = w.periode
        LEFT JOIN personen n ON n.cel = w.cel AND n.periode = w.periode AND n.populatie = d.populatie
        LEFT JOIN aanbieders a ON a.cel = w.cel AND a.periode = w.periode AND a.populatie = d.populatie
    """


def make_query(indicators: Iterable[Indicator]) -> str:
    """Return the SQL that gives the rows of `indicator_waarde` for these definitions."""
    return make_rows(f"({UNION.join(map(make_values, indicators))})")


def gather(connection: Any, indicators: Sequence[Indicator], venster: Venster) -> None:
    """Put the values of these definitions together; numbers only, so that the one large write comes last."""
    for first in range(0, len(indicators), TOGETHER):
        query = UNION.join(map(make_values, indicators[first : first + TOGETHER]))
        into = f"INSERT INTO {GATHERED}" if first else f"CREATE OR REPLACE TEMP TABLE {GATHERED} AS"
        duck.run_sql(connection, f"{into} {query}", parameters_of(query, venster))


def compute(connection: Any, *, peildatum: date, vanaf: date | None = None, before: Kept | None = None) -> None:
    """Replace `indicator_waarde` by every indicator at every standard level and for every whole period.

    `peildatum` is the last day that counts; `vanaf` the first month (default: the first month with costs).
    `before` says for what the sums hold that were kept before the last update of the linkage; without it, or when
    they do not fit this calculation, everyone is added up.
    """
    indicators = list(all_indicators().values())
    venster = find_venster(duck, connection, peildatum, vanaf)
    now = Kept(peildatum, make_mark(connection, venster, STANDAARD))
    with _working(connection):
        bring_up_to_date(connection, before, now, venster, STANDAARD)
        prepare(duck, connection, venster, STANDAARD, indicators, all_sums())
        gather(connection, indicators, venster)
        with duck.transaction(connection):
            duck.empty_table(connection, TABLE)
            duck.run_sql(connection, f"INSERT INTO {TABLE.name} {make_rows(GATHERED)}")
            hold(connection, now)


def compute_crossing(
    connection: Any, codes: Sequence[str], niveau: str, *, peildatum: date, vanaf: date | None = None
) -> None:
    """Add these indicators at one more level, such as 'gemeente × aanbieder'; what was there of them is replaced."""
    make_niveau(niveau)
    indicators = [find_indicator(code) for code in codes]
    duck.create_table(connection, TABLE)
    venster = find_venster(duck, connection, peildatum, vanaf)
    with _working(connection):
        prepare(duck, connection, venster, [niveau], indicators)
        gather(connection, indicators, venster)
        with duck.transaction(connection):
            for indicator in indicators:
                sql = f"DELETE FROM {TABLE.name} WHERE indicator = $code AND niveau = $niveau"
                duck.run_sql(connection, sql, {"code": indicator.code, "niveau": niveau})
            duck.run_sql(connection, f"INSERT INTO {TABLE.name} {make_rows(GATHERED)}")


@contextmanager
def _working(connection: Any) -> Iterator[None]:
    """Leave no working tables; rows may come in any order meanwhile, so that both cores can write them.

    Outside a transaction, because the planner knows the size of a table only once it is committed.
    """
    duck.run_sql(connection, "SET preserve_insertion_order = false")
    try:
        yield
    finally:
        duck.drop_tables(connection, [*working_tables(), GATHERED])
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
