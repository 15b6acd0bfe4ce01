"""Reads the dated data files that lie beside this room's modules."""

import csv
from collections.abc import Iterator
from datetime import date
from importlib.resources import files
from io import StringIO


def read_text(name: str) -> str:
    """Return the text of a data file, for example `ijw_3_2/release.toml`."""
    return files("jeugdstelsel.standaard").joinpath(name).read_text(encoding="utf-8")


def read_rows(name: str) -> Iterator[dict[str, str]]:
    """Yield the rows of a CSV file, for example `ijw_3_2/elementen.csv`; an empty cell is an empty string."""
    return csv.DictReader(StringIO(read_text(name), newline=""), strict=True)


def optional_int(cell: str) -> int | None:
    """Return the number in a cell, or None when the cell is empty."""
    return int(cell) if cell else None


def optional_date(cell: str) -> date | None:
    """Return the ISO date in a cell, or None when the cell is empty."""
    return date.fromisoformat(cell) if cell else None
