"""The reconciliation gives the same rows on DuckDB and on Spark."""

import shutil
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from aansluitinglezer import iv3_rows
from generated import make_country

from jeugdstelsel.engines import duckdb as duck
from jeugdstelsel.linkage.aansluiting import IV3_LASTEN, SCHAAL
from jeugdstelsel.services.aansluiting import run_steps, steps
from jeugdstelsel.services.verklaar import read_period
from jeugdstelsel.services.zorgvorm import kruising_rijen
from jeugdstelsel.tables import all_tables

pytest.importorskip("pyspark", reason="pyspark is niet geïnstalleerd")
if shutil.which("java") is None:
    pytest.skip("er is geen Java", allow_module_level=True)

pytestmark = pytest.mark.timeout(900)
PEILDATUM = date(2025, 12, 31)


@pytest.fixture(scope="module")
def country() -> dict[str, list[dict[str, Any]]]:
    """A small country in which Beleidsinformatie knows some of the young people in the messages."""
    tables = {table.name: list(rows) for table, rows in make_country(5).items()}
    for row in tables["leverperiode"]:
        row |= {"begindatum": date(2025, 1 + row["begindatum"].day % 6, 1), "einddatum": date(2025, 11, 30)}
    silent = [
        {**row, "aanbieder": "01000009", "traject_id": f"stil {i}"} for i, row in enumerate(tables["leverperiode"])
    ]
    tables["leverperiode"] += silent
    tables["taakgericht"] = tables["taakgericht"][:1]
    tables["aansluiting_buiten_berichten"] = []
    return {**tables, "zorgvorm_kruising": list(kruising_rijen()), **_reports(tables["leverperiode"])}


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


@pytest.fixture(scope="module")
def engines(country: dict[str, list[dict[str, Any]]]) -> Iterator[list[tuple[Any, Any]]]:
    """Both engines after the same reconciliation."""
    from jeugdstelsel.engines import spark

    places = sorted({row["gemeente"] for row in country["kosten"]})
    iv3 = {code: {"6.75": 900_000, "6.76": 400_000, "6.82": 70_000} for code in places[:-1]}
    given = {IV3_LASTEN: iv3_rows(iv3), SCHAAL: [{"gemeente": places[0], "schaal": 0.25}]}
    both = [(duck, duck.connect(threads=1)), (spark, spark.connect())]
    for engine, connection in both:
        for name in {name for step in steps() for name in step.needs} & set(all_tables()):
            engine.load_rows(connection, all_tables()[name], country[name])
        run_steps(engine, connection, read_period("2025"), PEILDATUM, given)
    yield both
    both[0][1].close()
    both[1][1].stop()


@pytest.mark.parametrize("step", steps(), ids=lambda step: step.name)
def test_a_step_gives_the_same_rows_on_both_engines(engines: list[tuple[Any, Any]], step: Any) -> None:
    columns = ", ".join(step.gives.names)
    ours, theirs = (
        sorted((tuple(row) for row in engine.run_sql(connection, f"SELECT {columns} FROM {step.name}")), key=repr)
        for engine, connection in engines
    )
    assert ours == theirs
    assert ours, "the country leaves this step without rows"
