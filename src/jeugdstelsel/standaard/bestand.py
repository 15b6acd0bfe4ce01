"""Reads the dated data files that lie beside this room's modules."""

import csv
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from io import StringIO


@dataclass(frozen=True)
class Bron:
    """Where the files of one dated folder come from, in Dutch for the reader of an export."""

    naam: str
    versie: str
    geldig_vanaf: date
    uitgever: str
    bron: str
    overgenomen: str
    licentie: str


def read_text(name: str) -> str:
    """Return the text of a data file, for example `ijw_3_2/bron.toml`."""
    return files("jeugdstelsel.standaard").joinpath(name).read_text(encoding="utf-8")


def read_rows(name: str) -> Iterator[dict[str, str]]:
    """Yield the rows of a CSV file, for example `ijw_3_2/elementen.csv`; an empty cell is an empty string."""
    return csv.DictReader(StringIO(read_text(name), newline=""), strict=True)


def data_folders() -> list[str]:
    """Return the names of the dated folders, sorted."""
    entries = files("jeugdstelsel.standaard").iterdir()
    return sorted(entry.name for entry in entries if entry.joinpath("bron.toml").is_file())


@cache
def read_bron(folder: str) -> Bron:
    """Return the provenance of a dated folder."""
    return Bron(**tomllib.loads(read_text(f"{folder}/bron.toml")))


def optional_int(cell: str) -> int | None:
    """Return the number in a cell, or None when the cell is empty."""
    return int(cell) if cell else None


def optional_date(cell: str) -> date | None:
    """Return the ISO date in a cell, or None when the cell is empty."""
    return date.fromisoformat(cell) if cell else None
