"""Builders for tests: spec tables written as text become rows."""

import datetime
from typing import Any

from jeugdstelsel.model import Table
from jeugdstelsel.tables import all_tables


def read_value(text: str, type_: str) -> Any:
    """Turn a cell of a spec table into a value; an empty cell is unknown."""
    text = text.strip()
    if text == "":
        return None
    match type_:
        case "integer":
            return int(text)
        case "double":
            return float(text)
        case "boolean":
            return text == "ja"
        case "date":
            return datetime.date.fromisoformat(text)
        case _:
            return text


def read_table(name: str, text: str) -> tuple[Table, list[dict[str, Any]]]:
    """Read `a | b` lines into rows of a canonical table; the first line names the columns."""
    table = all_tables()[name]
    types = {column.name: column.type for column in table.columns}
    header, *lines = [line.split("|") for line in text.strip().splitlines() if line.strip()]
    names = [cell.strip() for cell in header]
    unknown = set(names) - set(types)
    if unknown:
        raise ValueError(f"{name} has no columns {sorted(unknown)}")
    return table, [{n: read_value(cell, types[n]) for n, cell in zip(names, line, strict=True)} for line in lines]
