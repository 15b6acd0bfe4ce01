"""The contract between engines: every definition gives the same rows on DuckDB and on Spark."""

import os
import re
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from functools import cache
from typing import Any

import pytest
from aansluitinglezer import iv3_rows
from generated import make_country

from jeugdstelsel.engines import duckdb as duck
from jeugdstelsel.indicators.kalender import make_venster
from jeugdstelsel.indicators.niveaus import STANDAARD
from jeugdstelsel.indicators.plan import all_indicators, plan_steps
from jeugdstelsel.indicators.populaties import NUMMERS
from jeugdstelsel.linkage import steps as linkage_steps
from jeugdstelsel.linkage.aansluiting import IV3_LASTEN, SCHAAL
from jeugdstelsel.rules import all_rules
from jeugdstelsel.services.aansluiting import run_steps
from jeugdstelsel.services.aansluiting import steps as aansluiting_steps
from jeugdstelsel.services.compute import DIMENSIONS, make_query
from jeugdstelsel.services.steps import parameters_of, prepare
from jeugdstelsel.services.verklaar import Groei, read_growth, read_period
from jeugdstelsel.services.zorgvorm import kruising_rijen
from jeugdstelsel.tables import all_tables

pytest.importorskip("pyspark", reason="pyspark is niet geïnstalleerd")
if shutil.which("java") is None:
    pytest.skip("er is geen Java", allow_module_level=True)

pytestmark = pytest.mark.timeout(900)

SEED = 3
PEILDATUM = date(2025, 12, 31)
VENSTER = make_venster(PEILDATUM, date(2025, 1, 1))
PARAMETERS = {"peildatum": PEILDATUM}
BATCH = 30
Engines = list[tuple[Any, Any]]
Country = Mapping[str, list[dict[str, Any]]]
os.environ.setdefault("SPARK_SUBMIT_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")
"""Java that starts quickly: a test plans many queries once, so compiling them well costs twice what it saves."""


@cache
def _spark() -> Any:
    from jeugdstelsel.engines import spark

    return spark.connect()


@contextmanager
def both_with(tables: Country) -> Iterator[Engines]:
    """Give both engines, filled with the same tables; Spark is started once and each caller sees only its own tables."""
    from jeugdstelsel.engines import spark

    ours, theirs = duck.connect(threads=1), _spark().newSession()
    spark.install_shim(theirs)
    engines = [(duck, ours), (spark, theirs)]
    for name, rows in tables.items():
        for engine, connection in engines:
            engine.load_rows(connection, all_tables()[name], rows)
    try:
        yield engines
    finally:
        ours.close()


def country(seed: int) -> dict[str, list[dict[str, Any]]]:
    """Return a small country in which every table has rows."""
    return {table.name: list(rows) for table, rows in make_country(seed).items()}


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


def read_step(names: tuple[str, ...], table: str) -> str:
    """Return the SQL that reads a step without the numbers of one engine; a cell is read by its name."""
    own = [f"s.{name}" for name in names if name not in NUMMERS]
    if "cel" not in names:
        return f"SELECT {', '.join(own)} FROM {table} s"
    cell = [f"c.{name}" for name in ("niveau", *DIMENSIONS)]
    return f"SELECT {', '.join(own + cell)} FROM {table} s LEFT JOIN cel c ON c.cel = s.cel"


def compare_indicators(engines: Engines) -> None:
    indicators = list(all_indicators().values())
    for engine, connection in engines:
        prepare(engine, connection, VENSTER, STANDAARD, indicators)
    steps = plan_steps(need for indicator in indicators for need in indicator.needs)
    for step in steps:
        assert assert_equal(engines, read_step(step.table.names, step.table.name), {}) > 0, step
    for begin in range(0, len(indicators), BATCH):
        sql = make_query(indicators[begin : begin + BATCH])
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


def test_every_rule_indicator_and_linkage_step_gives_the_same_rows_on_both_engines() -> None:
    # linkage last, because it replaces the tables that the others read
    with both_with(country(SEED)) as engines:
        compare_rules(engines)
        compare_indicators(engines)
        compare_linkage(engines)


# --- what changed in costs ------------------------------------------------------------------------------------------


def test_a_change_of_costs_is_read_the_same_on_both_engines() -> None:
    """In this country months, credits and rejected lines meet."""
    with both_with(country(SEED)) as engines:
        ours, theirs = (_read_growth(engine, connection) for engine, connection in engines)
    assert ours == theirs
    assert ours.netto != (0, 0)
    assert ours.producten


def _read_growth(engine: Any, connection: Any) -> Groei:
    return read_growth(engine, connection, {}, read_period("2024-H2"), read_period("2025-H1"))


# --- the reconciliation ---------------------------------------------------------------------------------------------


def make_sources() -> dict[str, list[dict[str, Any]]]:
    """Return a small country in which Beleidsinformatie knows some of the young people in the messages."""
    tables = country(5)
    for row in tables["leverperiode"]:
        row |= {"begindatum": date(2025, 1 + row["begindatum"].day % 6, 1), "einddatum": date(2025, 11, 30)}
    silent = [
        {**row, "aanbieder": "01000009", "traject_id": f"stil {i}"} for i, row in enumerate(tables["leverperiode"])
    ]
    tables["leverperiode"] += silent
    tables["taakgericht"] = tables["taakgericht"][:1]
    tables["aansluiting_buiten_berichten"] = []
    whole = {**tables, "zorgvorm_kruising": list(kruising_rijen()), **_reports(tables["leverperiode"])}
    read = {name for step in aansluiting_steps() for name in step.needs}
    return {name: rows for name, rows in whole.items() if name in read}


def _reports(leverperioden: list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    """Return Beleidsinformatie of every other young person, with another hulpvorm now and then."""
    people = sorted({(row["gemeente"], row["aanbieder"], row["client"]) for row in leverperioden})[::2]
    common = {"levering_id": "b1", "periode": "2025-H1", "bsn_soort": "bekend", "datum_aanvang": date(2025, 1, 1)}
    records = [
        {**common, "regel": i, "gemeente": g, "aanbieder": a, "client": c, "hulpvorm": "02" if i % 3 else "11"}
        for i, (g, a, c) in enumerate(people)
    ]
    suppliers = sorted({a for _, a, _ in people})[::2]
    deliveries = [{"levering_id": "b1", "aanbieder": a, "periode": "2025-H1", "status": "geldig"} for a in suppliers]
    return {"bij_jeugdhulp": records, "bij_levering": deliveries}


def test_every_step_of_the_reconciliation_gives_the_same_rows_on_both_engines() -> None:
    tables = make_sources()
    places = sorted({row["gemeente"] for row in tables["kosten"]})
    iv3 = {code: {"6.75": 900_000, "6.76": 400_000, "6.82": 70_000} for code in places[:-1]}
    given = {IV3_LASTEN: iv3_rows(iv3), SCHAAL: [{"gemeente": places[0], "schaal": 0.25}]}
    with both_with(tables) as engines:
        for engine, connection in engines:
            run_steps(engine, connection, read_period("2025"), PEILDATUM, given)
        for step in aansluiting_steps():
            sql = f"SELECT {', '.join(step.gives.names)} FROM {step.name}"
            assert assert_equal(engines, sql, {}) > 0, f"the country leaves {step.name} without rows"
