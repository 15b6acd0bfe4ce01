"""`jeugdstelsel exporteer`: write a table to a file."""

import sys
from pathlib import Path

import click

from jeugdstelsel.services.export import NAMES, WRITERS, export


@click.command("exporteer", help="Schrijf een tabel naar CSV, Parquet of JSON.")
@click.argument("tabel", type=click.Choice(NAMES))
@click.option("--werkmap", type=click.Path(file_okay=False, path_type=Path), default=Path("werkmap"), show_default=True)
@click.option("--formaat", type=click.Choice(sorted(WRITERS)), default="csv", show_default=True)
@click.option("--uit", type=click.Path(dir_okay=False, path_type=Path), help="Bestand; standaard de standaarduitvoer.")
def COMMAND(tabel: str, werkmap: Path, formaat: str, uit: Path | None) -> None:
    """Write the table; tables about persons carry pseudonyms and are for the holder of the data."""
    if uit is None:
        export(werkmap, tabel, formaat, sys.stdout.buffer)
        sys.stdout.buffer.flush()
        return
    with uit.open("wb") as target:
        rows = export(werkmap, tabel, formaat, target)
    click.echo(f"{rows} regels geschreven naar {uit}.")
