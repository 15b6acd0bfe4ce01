"""`jeugdstelsel exporteer`: write a table to a file."""

import sys
from pathlib import Path

import click

from jeugdstelsel.cli.keuzes import WERKMAP
from jeugdstelsel.model import GebruikersFout
from jeugdstelsel.services.export import NAMES, WRITERS, export, export_to_file


@click.command("exporteer", help="Schrijf een tabel naar CSV, Parquet, JSON of (bevindingen) XLSX.")
@click.argument("tabel", type=click.Choice(NAMES))
@WERKMAP
@click.option("--formaat", type=click.Choice([*sorted(WRITERS), "xlsx"]), default="csv", show_default=True)
@click.option("--uit", type=click.Path(dir_okay=False, path_type=Path), help="Bestand; standaard de standaarduitvoer.")
@click.option("--leverancier", help="Alleen bevindingen op berichten van deze afzender (AGB- of gemeentecode).")
def COMMAND(tabel: str, werkmap: Path, formaat: str, uit: Path | None, leverancier: str | None) -> None:
    """Write the table; tables about persons carry pseudonyms and are for the holder of the data."""
    if uit is not None:
        rows = export_to_file(werkmap, tabel, formaat, uit, leverancier)
        click.echo(f"{rows} regels geschreven naar {uit}.")
        return
    if formaat == "xlsx" or leverancier is not None:
        raise GebruikersFout("dit gaat naar een bestand. Noem het met --uit.")
    export(werkmap, tabel, formaat, sys.stdout.buffer)
    sys.stdout.buffer.flush()
