"""DuckDB: the embedded engine."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeAlias

import duckdb
import pyarrow as pa

from jeugdstelsel.model import Table
from jeugdstelsel.tables import arrow_schema

Connection: TypeAlias = duckdb.DuckDBPyConnection
EngineError = duckdb.Error

VERSION = duckdb.__version__

TYPES = {"text": "VARCHAR", "integer": "BIGINT", "boolean": "BOOLEAN", "date": "DATE", "double": "DOUBLE"}

SLOW_COMPRESSION = "fsst,zstd,dictionary,alprd"
"""Ways to compress that DuckDB would try on every column; what remains writes twice as fast and no larger."""

SHIM = {
    "dagen(van, tot)": "CAST(date_diff('day', van, tot) AS BIGINT)",
    "deel(a, b)": "CAST(a AS DOUBLE) / NULLIF(CAST(b AS DOUBLE), 0)",
    "plus_maanden(d, n)": "CAST(d + to_months(CAST(n AS INTEGER)) AS DATE)",
    "plus_dagen(d, n)": "d + CAST(n AS INTEGER)",
    "eerste_van_maand(d)": "CAST(date_trunc('month', d) AS DATE)",
    "laatste_van_maand(d)": "last_day(d)",
    "iso_weekdag(d)": "CAST(isodow(d) AS BIGINT)",
    "iso_maandag(d)": "CAST(date_trunc('week', d) AS DATE)",
    "vervang(t, patroon, door)": "regexp_replace(t, patroon, door, 'g')",
    "past(t, patroon)": "regexp_matches(t, patroon)",
    "samen(t, scheiding)": "string_agg(t, scheiding ORDER BY t)",
    "plak(lijst, scheiding)": "array_to_string(list_sort(lijst), scheiding)",
    "getal_van(t)": "CAST(hash(t) >> 1 AS BIGINT)",
    "getal_van_vier(a, b, c, d)": "CAST(hash(a, b, c, d) >> 1 AS BIGINT)",
    "maandnummer(d)": "CAST(extract(year FROM d) * 12 + extract(month FROM d) AS BIGINT)",
    "maandmasker(van, tot)": (
        "CASE WHEN tot < van THEN CAST(0 AS BIGINT) "
        "ELSE CAST(power(2, tot + 1) AS BIGINT) - CAST(power(2, van) AS BIGINT) END"
    ),
}
"""Differences between engines, each a function with the same name and result everywhere."""


def connect(path: Path | None = None, *, threads: int | None = None, memory: str | None = None) -> Connection:
    """Open a database (in memory without `path`) with the shim installed."""
    connection = duckdb.connect(str(path) if path else ":memory:")
    for setting in ("enable_progress_bar", "autoinstall_known_extensions", "autoload_known_extensions"):
        connection.execute(f"SET {setting} = false")
    connection.execute(f"SET disabled_compression_methods = '{SLOW_COMPRESSION}'")
    if threads:
        connection.execute(f"SET threads = {int(threads)}")
    if memory:
        connection.execute(f"SET memory_limit = '{memory}'")
    for signature, body in SHIM.items():
        connection.execute(f"CREATE OR REPLACE TEMP MACRO {signature} AS {body}")
    return connection


def create_table(connection: duckdb.DuckDBPyConnection, table: Table, *, stored_only: bool = False) -> None:
    """Create an empty table if it is not there."""
    columns = ", ".join(f"{c.name} {TYPES[c.type]}" for c in table.columns if c.stored or not stored_only)
    connection.execute(f"CREATE TABLE IF NOT EXISTS {table.name} ({columns})")


def empty_table(connection: Connection, table: Table) -> None:
    """Put an empty table in the place of one with rows; much cheaper than to delete them one by one."""
    connection.execute(f"DROP TABLE IF EXISTS {table.name}")
    create_table(connection, table)


@contextmanager
def transaction(connection: Connection) -> Iterator[None]:
    """Keep all or nothing of what happens meanwhile."""
    connection.begin()
    try:
        yield
        connection.commit()
    except BaseException:
        connection.rollback()
        raise


def stored(connection: Connection, name: str) -> str:
    """Return the full name of a stored table, also while one of this session hides it."""
    return f'"{run_sql(connection, "SELECT current_database()")[0][0]}".main.{name}'


def drop_tables(connection: Connection, names: Iterable[str]) -> None:
    """Drop tables of this session; the stored ones of the same name come back into sight."""
    for name in names:
        connection.execute(f"DROP TABLE IF EXISTS temp.{name}")


def run_sql(connection: Connection, sql: str, parameters: Mapping[str, Any] | None = None) -> list[tuple[Any, ...]]:
    """Run one statement and return all rows."""
    rows: list[tuple[Any, ...]] = connection.execute(sql, dict(parameters) if parameters else None).fetchall()
    return rows


def make_table(
    connection: duckdb.DuckDBPyConnection, name: str, sql: str, parameters: Mapping[str, Any] | None = None
) -> None:
    """Keep the rows of a query as a table of this session."""
    connection.execute(f"CREATE OR REPLACE TEMP TABLE {name} AS {sql}", dict(parameters or {}))


def replace_rows(connection: duckdb.DuckDBPyConnection, table: Table, rows: Iterable[Mapping[str, Any]]) -> None:
    """Make a table of this session that holds exactly these rows."""
    data = pa.Table.from_pylist([dict(row) for row in rows], schema=arrow_schema(table))
    connection.register("_given", data)
    make_table(connection, table.name, "SELECT * FROM _given")
    connection.unregister("_given")


def register(connection: duckdb.DuckDBPyConnection, tables: Mapping[str, pa.Table]) -> None:
    """Make Arrow tables readable under their names."""
    for name, table in tables.items():
        connection.register(name, table)


def append(connection: Connection, name: str, rows: pa.Table) -> None:
    """Append Arrow rows to a table with the same columns."""
    connection.register("_rows", rows)
    connection.execute(f"INSERT INTO {name} SELECT * FROM _rows")
    connection.unregister("_rows")


def load_rows(connection: duckdb.DuckDBPyConnection, table: Table, rows: Iterable[Mapping[str, Any]]) -> None:
    """Create `table` and fill it from dictionaries; a missing column is empty (for specs)."""
    filled = [{name: row.get(name) for name in table.names} for row in rows]
    data = pa.Table.from_pylist(filled, schema=arrow_schema(table))
    create_table(connection, table)
    connection.register("_rows", data)
    connection.execute(f"INSERT INTO {table.name} SELECT * FROM _rows")
    connection.unregister("_rows")


def read_note(connection: Connection, table: str) -> str | None:
    """Return what `write_note` kept with a table."""
    rows = run_sql(connection, "SELECT comment FROM duckdb_tables() WHERE table_name = $name", {"name": table})
    return str(rows[0][0]) if rows and rows[0][0] else None


def write_note(connection: Connection, table: str, note: str) -> None:
    """Keep a word of letters and digits with a table."""
    connection.execute(f"COMMENT ON TABLE {table} IS '{note}'")


def read_table(connection: Connection, sql: str) -> pa.Table:
    """Run a query and return its rows as Arrow."""
    return connection.sql(sql).to_arrow_table()
