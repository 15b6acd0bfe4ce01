"""The contract between engines: every definition gives the same rows on DuckDB and on Spark."""

import datetime
import re
import shutil
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from generated import make_country

from jeugdstelsel.engines import duckdb as duck
from jeugdstelsel.indicators.kalender import make_venster
from jeugdstelsel.indicators.niveaus import STANDAARD
from jeugdstelsel.indicators.plan import all_indicators, plan_steps
from jeugdstelsel.linkage import steps as linkage_steps
from jeugdstelsel.rules import all_rules
from jeugdstelsel.services.compute import make_query, parameters_of, prepare

pytest.importorskip("pyspark", reason="pyspark is niet geïnstalleerd")
if shutil.which("java") is None:
    pytest.skip("er is geen Java", allow_module_level=True)

pytestmark = pytest.mark.timeout(900)

SEED = 3
PEILDATUM = datetime.date(2025, 12, 31)
VENSTER = make_venster(PEILDATUM, datetime.date(2025, 1, 1))
PARAMETERS = {"peildatum": PEILDATUM}
BATCH = 30
Engines = list[tuple[Any, Any]]


def connect_both() -> Engines:
    """Open both engines."""
    from jeugdstelsel.engines import spark

    return [(duck, duck.connect(threads=1)), (spark, spark.connect())]


@pytest.fixture(scope="module")
def engines() -> Iterator[Engines]:
    """Both engines, filled with the same small country."""
    both = connect_both()
    for table, rows in make_country(SEED).items():
        for engine, connection in both:
            engine.load_rows(connection, table, rows)
    yield both
    both[0][1].close()
    both[1][1].stop()


def canonical(row: tuple[Any, ...]) -> tuple[Any, ...]:
    """Round floating point to nine digits: addition in another order may differ in the last bits."""
    return tuple(float(f"{value:.9g}") if isinstance(value, float) else value for value in row)


def read_both(engines: Engines, sql: str, parameters: Mapping[str, Any]) -> list[list[tuple[Any, ...]]]:
    """Return the sorted rows of each engine."""
    found = [engine.run_sql(connection, sql, parameters) for engine, connection in engines]
    return [sorted(map(canonical, rows), key=repr) for rows in found]


def assert_equal(engines: Engines, sql: str, parameters: Mapping[str, Any]) -> int:
    """Compare the rows of both engines; return how many there are."""
    ours, theirs = read_both(engines, sql, parameters)
    assert ours == theirs
    return len(ours)


def named(sql: str) -> dict[str, Any]:
    """Return the parameters that this SQL names."""
    return {name: PARAMETERS[name] for name in set(re.findall(r"\$(\w+)", sql))}


def compare_rules(engines: Engines) -> None:
    queries = [
        f"SELECT '{rule.code}' AS regel, '{klasse}' AS klasse, v.bericht_id, v.regelnummer FROM ({sql}) v"
        for rule in all_rules().values()
        for klasse, sql in rule.violations.items()
    ]
    found = 0
    for begin in range(0, len(queries), BATCH):
        sql = "\nUNION ALL\n".join(queries[begin : begin + BATCH])
        found += assert_equal(engines, sql, named(sql))
    assert found > len(queries)


def compare_indicators(engines: Engines) -> None:
    indicators = list(all_indicators().values())
    for engine, connection in engines:
        prepare(engine, connection, VENSTER, STANDAARD, indicators)
    steps = plan_steps(need for indicator in indicators for need in indicator.needs)
    for step in steps:
        assert assert_equal(engines, f"SELECT {', '.join(step.table.names)} FROM {step.table.name}", {}) > 0, step
    for begin in range(0, len(indicators), BATCH):
        sql = "\nUNION ALL\n".join(make_query(indicator) for indicator in indicators[begin : begin + BATCH])
        ours, theirs = read_both(engines, sql, parameters_of(sql, VENSTER))
        assert ours == theirs
        assert {row[0] for row in ours} == {indicator.code for indicator in indicators[begin : begin + BATCH]}


def compare_linkage(engines: Engines) -> None:
    steps = linkage_steps()
    for step in steps:
        for engine, connection in engines:
            parameters = named(step.sql)
            engine.make_table(connection, step.name, step.sql, parameters)
    filled = [
        step.name
        for step in steps
        if assert_equal(engines, f"SELECT {', '.join(step.gives.names)} FROM {step.name}", {})
    ]
    assert len(filled) > len(steps) / 2, f"te weinig stappen met rijen: {filled}"


def test_every_rule_indicator_and_linkage_step_gives_the_same_rows_on_both_engines(engines: Engines) -> None:
    # one test, because a Spark session is dear; linkage last, because it replaces the tables that the others read
    compare_rules(engines)
    compare_indicators(engines)
    compare_linkage(engines)
