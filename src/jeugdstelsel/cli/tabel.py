"""Rows as text for a reader, or as CSV or JSON for a program."""

import csv
import json
import sys
from collections.abc import Mapping, Sequence

import click

FORMAAT = click.option("--formaat", type=click.Choice(["tekst", "csv", "json"]), default="tekst", show_default=True)
"""The option of every command that prints rows."""


def print_rows(rows: Sequence[Mapping[str, str]], formaat: str, leeg: str = "Er is nog niets ingeschreven.") -> None:
    """Print rows with the same columns; as text the first column is a heading and empty cells are left out."""
    if formaat == "json":
        click.echo(json.dumps(list(map(dict, rows)), ensure_ascii=False, indent=1))
    elif not rows:
        click.echo(leeg)
    elif formaat == "csv":
        writer = csv.DictWriter(sys.stdout, rows[0].keys(), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    else:
        for row in rows:
            first, *rest = row.items()
            click.echo(first[1])
            click.echo("".join(f"  {name.replace('_', ' ')}: {value}\n" for name, value in rest if value))
