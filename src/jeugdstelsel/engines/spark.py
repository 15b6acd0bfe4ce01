"""Spark: the engine for data that one machine cannot hold; it reads the same SQL as DuckDB."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from pyspark.sql import SparkSession
from pyspark.sql import types as st

from jeugdstelsel.model import Table

TYPES = {
    "text": st.StringType(),
    "integer": st.LongType(),
    "boolean": st.BooleanType(),
    "date": st.DateType(),
    "double": st.DoubleType(),
}

SHIM = {
    "dagen(van DATE, tot DATE)": ("BIGINT", "CAST(datediff(tot, van) AS BIGINT)"),
    "deel(a DOUBLE, b DOUBLE)": ("DOUBLE", "a / NULLIF(b, CAST(0 AS DOUBLE))"),
    "plus_maanden(d DATE, n BIGINT)": ("DATE", "add_months(d, CAST(n AS INT))"),
    "plus_dagen(d DATE, n BIGINT)": ("DATE", "date_add(d, CAST(n AS INT))"),
    "eerste_van_maand(d DATE)": ("DATE", "CAST(trunc(d, 'MM') AS DATE)"),
    "laatste_van_maand(d DATE)": ("DATE", "last_day(d)"),
    "iso_weekdag(d DATE)": ("BIGINT", "CAST(weekday(d) + 1 AS BIGINT)"),
    "iso_maandag(d DATE)": ("DATE", "CAST(date_trunc('week', d) AS DATE)"),
    "vervang(t STRING, patroon STRING, door STRING)": ("STRING", "regexp_replace(t, patroon, door)"),
    "past(t STRING, patroon STRING)": ("BOOLEAN", "regexp_like(t, patroon)"),
    "plak(lijst ARRAY<STRING>, scheiding STRING)": ("STRING", "array_join(array_sort(lijst), scheiding)"),
    "getal_van(t STRING)": ("BIGINT", "xxhash64(t)"),
    "getal_van_vier(a STRING, b STRING, c STRING, d STRING)": ("BIGINT", "xxhash64(a, b, c, d)"),
    "maandnummer(d DATE)": ("BIGINT", "CAST(year(d) * 12 + month(d) AS BIGINT)"),
    "maandmasker(van BIGINT, tot BIGINT)": (
        "BIGINT",
        "CASE WHEN tot < van THEN CAST(0 AS BIGINT) "
        "ELSE CAST(power(2, tot + 1) AS BIGINT) - CAST(power(2, van) AS BIGINT) END",
    ),
}
"""Differences between engines: {signature: (type, body)}; the names are those of the DuckDB shim.

`samen` is missing: Spark cannot define an aggregate in SQL. Write `plak(array_agg(t), scheiding)` instead.
"""

CONFIG = {
    "spark.ui.enabled": "false",
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.shuffle.partitions": "1",
    "spark.default.parallelism": "1",
    "spark.sql.adaptive.enabled": "false",
    "spark.sql.codegen.wholeStage": "false",
    "spark.sql.autoBroadcastJoinThreshold": "-1",
    "spark.driver.memory": "1g",
    "spark.log.level": "ERROR",
}
"""Settings for one machine and little data; on a cluster hand in a session of your own."""


def install_shim(session: SparkSession) -> None:
    """Define the shim functions in a session."""
    for signature, (type_, body) in SHIM.items():
        session.sql(f"CREATE OR REPLACE TEMPORARY FUNCTION {signature} RETURNS {type_} RETURN {body}")


def connect(*, threads: int = 2) -> SparkSession:
    """Open a session on this machine with the shim installed; needs Java on the PATH."""
    builder = SparkSession.builder.master(f"local[{threads}]").appName("jeugdstelsel")
    for name, value in CONFIG.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    install_shim(session)
    return session


def adapt(sql: str) -> str:
    """Write parameters as Spark wants them; nothing else changes."""
    return re.sub(r"\$(\w+)", r":\1", sql)


def run_sql(session: SparkSession, sql: str, parameters: Mapping[str, Any] | None = None) -> list[tuple[Any, ...]]:
    """Run one query and return all rows."""
    return [tuple(row) for row in session.sql(adapt(sql), args=dict(parameters or {})).collect()]


def replace_rows(session: SparkSession, table: Table, rows: Iterable[Mapping[str, Any]]) -> None:
    """Make a table of this session that holds exactly these rows; a missing column is empty."""
    schema = st.StructType([st.StructField(column.name, TYPES[column.type]) for column in table.columns])
    values = [tuple(row.get(name) for name in table.names) for row in rows]
    session.createDataFrame(values, schema).createOrReplaceTempView(table.name)


def load_rows(session: SparkSession, table: Table, rows: Iterable[Mapping[str, Any]]) -> None:
    """Fill a table from dictionaries (for specs); the same as `replace_rows`, since Spark tables are views."""
    replace_rows(session, table, rows)


def create_table(session: SparkSession, table: Table) -> None:
    """Make an empty table."""
    replace_rows(session, table, [])


def make_table(session: SparkSession, name: str, sql: str, parameters: Mapping[str, Any] | None = None) -> None:
    """Keep the rows of a query under a name; what came before under that name stays readable by the query."""
    frame = session.sql(adapt(sql), args=dict(parameters or {})).localCheckpoint()
    frame.createOrReplaceTempView(name)
