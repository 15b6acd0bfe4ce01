"""The hallway: one module per canonical table, the only words between getting and using data."""

from functools import cache

from jeugdstelsel.model import Table
from jeugdstelsel.registry import find_all


@cache
def all_tables() -> dict[str, Table]:
    """Return {name: Table} of every canonical table."""
    return {name: table for name, table in find_all("tables", "TABLE").items() if isinstance(table, Table)}
