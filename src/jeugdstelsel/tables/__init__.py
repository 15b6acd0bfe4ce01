"""The hallway: one module per canonical table, the only words between getting and using data."""

from functools import cache

import pyarrow as pa

from jeugdstelsel.model import Table
from jeugdstelsel.registry import find_all


@cache
def all_tables() -> dict[str, Table]:
    """Return {name: Table} of every canonical table."""
    return {name: table for name, table in find_all("tables", "TABLE").items() if isinstance(table, Table)}


ARROW_TYPES: dict[str, pa.DataType] = {
    "text": pa.string(),
    "integer": pa.int64(),
    "boolean": pa.bool_(),
    "date": pa.date32(),
    "double": pa.float64(),
}


def arrow_schema(table: Table, *, stored_only: bool = False) -> pa.Schema:
    """Return the Arrow schema of a table; `stored_only` leaves out what lives only during judging."""
    return pa.schema([(c.name, ARROW_TYPES[c.type]) for c in table.columns if c.stored or not stored_only])
