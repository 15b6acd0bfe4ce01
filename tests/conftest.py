"""Fixtures that every test may use."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest
from builders import read_table

from jeugdstelsel.engines import duckdb as duck
from jeugdstelsel.tables import all_tables

Spec = Callable[..., None]


def run_on_duckdb(tables: Mapping[str, str], sql: str) -> list[tuple[Any, ...]]:
    """Fill the named tables (the others stay empty) and run the SQL."""
    connection = duck.connect(threads=1)
    for name, table in all_tables().items():
        if name not in tables:
            duck.create_table(connection, table)
    for name, text in tables.items():
        table, rows = read_table(name, text)
        duck.load_rows(connection, table, rows)
    try:
        return duck.run_sql(connection, sql)
    finally:
        connection.close()


ENGINES = {"duckdb": run_on_duckdb}


@pytest.fixture(params=sorted(ENGINES))
def spec(request: pytest.FixtureRequest) -> Iterator[Spec]:
    """Run a definition on spec tables, on every engine, and compare with the expected rows.

    An expected row is a value (compared with the first column) or a tuple (compared whole).
    """

    def check(tables: Mapping[str, str], sql: str, expected: list[Any]) -> None:
        rows = ENGINES[request.param](tables, sql)
        got = [row if expected and isinstance(expected[0], tuple) else row[0] for row in rows]
        assert sorted(got, key=repr) == sorted(expected, key=repr)

    yield check
