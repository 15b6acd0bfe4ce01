"""Rows as text or as a table for a reader, or as CSV or JSON for a program."""

import csv
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import click
from rich.console import Console
from rich.table import Table

from jeugdstelsel.model import notatie


def console(breedte: int, *, markup: bool = True) -> Console:
    """Return the screen, or so many signs wide when the output goes to a file; without `markup`, [ is only a sign."""
    return Console(width=None if Console().is_terminal else breedte, highlight=False, markup=markup)


def make_table(*koppen: str, rechts: Sequence[str] = (), **more: Any) -> Table:
    """Return an empty table with these headings, those in `rechts` above numbers."""
    table = Table(**more)
    for kop in koppen:
        table.add_column(kop, justify="right" if kop in rechts else "left", overflow="fold")
    return table


def format_value(value: float | None, state: str) -> str:
    """Return a figure for a reader: Dutch notation, or the state of what may not or cannot be shown."""
    return state if value is None else notatie.getal(value, 2)


def print_csv(rows: Iterable[Mapping[str, Any]], kolommen: Sequence[str]) -> None:
    """Print these columns of rows as CSV; one that a row does not have stays empty."""
    writer = csv.DictWriter(sys.stdout, kolommen, restval="", extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)


def print_json(value: Any) -> None:
    """Print a value as JSON; days are written as 2026-01-31."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=1, default=str))


def print_rows(rows: Sequence[Mapping[str, Any]], formaat: str, leeg: str = "Er is nog niets ingeschreven.") -> None:
    """Print rows with the same columns; as text the first column is a heading and empty cells are left out."""
    if formaat == "json":
        print_json(list(map(dict, rows)))
    elif not rows:
        click.echo(leeg)
    elif formaat == "csv":
        print_csv(rows, list(rows[0]))
    else:
        for row in rows:
            first, *rest = row.items()
            click.echo(first[1])
            click.echo("".join(f"  {name.replace('_', ' ')}: {value}\n" for name, value in rest if value))
