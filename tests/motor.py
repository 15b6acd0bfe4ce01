"""DuckDB with every table of the hallway, for tests: filled from rows or from spec tables."""

import atexit
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from typing import Any

from builders import read_table

from jeugdstelsel.engines import duckdb as duck
from jeugdstelsel.tables import all_tables

Rows = Mapping[str, list[dict[str, Any]]]


def read_tables(texts: Mapping[str, str]) -> dict[str, list[dict[str, Any]]]:
    """Return the rows of spec tables: {table: text of `a | b` lines}."""
    return {name: read_table(name, text)[1] for name, text in texts.items()}


def open_with(rows: Rows) -> duck.Connection:
    """Return an engine of its own that holds the rows; for what begins and ends its own transactions."""
    connection = duck.connect(threads=1)
    for table in all_tables().values():
        duck.create_table(connection, table)
    return _fill(connection, rows)


@contextmanager
def lend_with(rows: Rows) -> Iterator[duck.Connection]:
    """Lend the engine of this process with the rows; afterwards nothing is left of what was done in it."""
    connection = _shared()
    duck.run_sql(connection, "BEGIN")
    try:
        yield _fill(connection, rows)
    finally:
        duck.run_sql(connection, "ROLLBACK")


@cache
def _shared() -> duck.Connection:
    atexit.register(_shared.cache_clear)  # DuckDB complains about what is still there when Python ends
    return open_with({})


def _fill(connection: duck.Connection, rows: Rows) -> duck.Connection:
    for name, own in rows.items():
        if own:
            duck.load_rows(connection, all_tables()[name], own)
    return connection
