"""Fixtures that every test may use."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest
from motor import lend_with, read_tables

from jeugdstelsel.engines import duckdb as duck

Spec = Callable[..., None]


def run_on_duckdb(tables: Mapping[str, str], sql: str) -> list[tuple[Any, ...]]:
    """Fill the named tables (the others stay empty) and run the SQL."""
    with lend_with(read_tables(tables)) as connection:
        return duck.run_sql(connection, sql)


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
