"""The queries that explain a change of costs give the same rows on DuckDB and on Spark."""

import shutil
from typing import Any

import pytest
from generated import make_country

from jeugdstelsel.engines import duckdb as duck
from jeugdstelsel.services.verklaar import Groei, read_growth, read_period

pytest.importorskip("pyspark", reason="pyspark is niet geïnstalleerd")
if shutil.which("java") is None:
    pytest.skip("er is geen Java", allow_module_level=True)

pytestmark = pytest.mark.timeout(900)
SEED = 3


def read_on(engine: Any, connection: Any) -> Groei:
    """The change of one category in a generated country, where months, credits and rejected lines meet."""
    for table, rows in make_country(SEED).items():
        engine.load_rows(connection, table, rows)
    return read_growth(engine, connection, {}, read_period("2024-H2"), read_period("2025-H1"))


def test_a_change_is_read_the_same_on_both_engines() -> None:
    from jeugdstelsel.engines import spark

    session = spark.connect()
    try:
        theirs = read_on(spark, session)
    finally:
        session.stop()
    ours = read_on(duck, duck.connect(threads=1))
    assert ours == theirs
    assert ours.netto != (0, 0)
    assert ours.producten
