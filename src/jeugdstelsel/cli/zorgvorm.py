"""`jeugdstelsel zorgvorm`: the crosswalk between the codes of messages, Beleidsinformatie, Iv3 and CBS."""

import csv
import sys
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.table import Table

from jeugdstelsel.services.eigen_lijst import Lijst
from jeugdstelsel.services.zorgvorm import KOLOMMEN, laad_eigen, lees_kruising, niet_gekoppeld, read_eigen, say
from jeugdstelsel.standaard.zorgvorm import SOORTEN, omvat_door, zorgvormen

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_WERKMAP = click.Path(file_okay=False, path_type=Path)


@click.group("zorgvorm", help="Toon en vul aan bij welke zorgvorm een code van een bron hoort.")
def COMMAND() -> None:
    """Hold the commands about the crosswalk."""


@COMMAND.command("toon", help="Toon de zorgvormen, of de regels van één soort code.")
@click.argument("soort", required=False, type=click.Choice(SOORTEN))
@click.option("--op", type=click.DateTime(["%Y-%m-%d"]), help="Wat op deze dag geldt; standaard vandaag.")
@click.option("--formaat", type=click.Choice(["tekst", "csv"]), default="tekst", show_default=True)
@click.option("--werkmap", type=_WERKMAP, help="Toon ook de eigen codes die hier zijn geladen.")
def show(soort: str | None, op: datetime | None, formaat: str, werkmap: Path | None) -> None:
    """Print the zorgvormen as a tree, or lines of the crosswalk."""
    if soort is None and formaat == "tekst":
        for code, form in zorgvormen().items():
            click.echo(f"{'  ' * (len(omvat_door(code)) - 1)}{code}: {form.naam}. {form.betekenis}")
        return
    day = op.date() if op else date.today()
    rows = [row for row in lees_kruising(werkmap) if soort in (None, row["soort"]) and _holds(row, day)]
    _write(rows) if formaat == "csv" else _print(rows)


def _holds(row: dict[str, Any] | Any, day: date) -> bool:
    return bool(row["geldig_van"] <= day <= (row["geldig_tot"] or date.max))


def _write(rows: list[Any]) -> None:
    writer = csv.DictWriter(sys.stdout, KOLOMMEN, restval="")
    writer.writeheader()
    writer.writerows(rows)


def _print(rows: list[Any]) -> None:
    table = Table()
    for heading in ("Gemeente", "Code", "Zorgvorm", "Aandeel", "Vanaf", "Reden", "Bron"):
        table.add_column(heading)
    for row in rows:
        share = f"{row['aandeel']:g}".replace(".", ",")
        owner = row.get("gemeente") or "landelijk"
        table.add_row(owner, row["code"], row["zorgvorm"], share, str(row["geldig_van"]), row["reden"], row["bron"])
    Console(width=None if Console().is_terminal else 140).print(table)


@COMMAND.command("controleer", help="Controleer een bestand met eigen codes zonder iets op te slaan.")
@click.argument("bestand", type=_FILE)
def check(bestand: Path) -> None:
    """Judge a file with own codes; exit code 1 when something is wrong."""
    found = read_eigen(bestand)
    _tell(found)
    click.echo(f"{len(found.regels)} regels zijn te gebruiken.")
    sys.exit(1 if found.bevindingen else 0)


@COMMAND.command("laad", help="Bewaar de eigen codes van een gemeente in de werkmap.")
@click.argument("bestand", type=_FILE)
@click.option("--werkmap", type=_WERKMAP, default=Path("werkmap"), show_default=True)
def load(bestand: Path, werkmap: Path) -> None:
    """Keep the good lines of a file with own codes; they replace what the gemeenten in it gave before."""
    found = laad_eigen(werkmap, bestand)
    _tell(found)
    click.echo(f"{len(found.regels)} regels bewaard; {len(found.bevindingen)} bevindingen.")


@COMMAND.command("mist", help="Toon gedeclareerde codes waarbij geen zorgvorm bekend is.")
@click.option("--werkmap", type=_WERKMAP, default=Path("werkmap"), show_default=True)
def missing(werkmap: Path) -> None:
    """Print what was billed and has no line in the crosswalk."""
    rows = niet_gekoppeld(werkmap)
    for gemeente, categorie, code, lines in rows:
        click.echo(f"gemeente {gemeente}, categorie {categorie or 'leeg'}, code {code or 'leeg'}: {lines} regels")
    click.echo("Elke code heeft een zorgvorm." if not rows else f"{len(rows)} codes zonder zorgvorm.")


def _tell(found: Lijst) -> None:
    for finding in found.bevindingen:
        click.echo(say(finding))
