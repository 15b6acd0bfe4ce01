"""`jeugdstelsel zorgvorm`: the crosswalk between the codes of messages, Beleidsinformatie, Iv3 and CBS."""

import sys
from datetime import date
from pathlib import Path
from typing import Any

import click

from jeugdstelsel.cli.keuzes import BESTAAND, DAG, MAP, WERKMAP
from jeugdstelsel.cli.tabel import console, make_table, print_csv
from jeugdstelsel.services.eigen_lijst import Lijst
from jeugdstelsel.services.zorgvorm import KOLOMMEN, laad_eigen, lees_kruising, niet_gekoppeld, read_eigen, say
from jeugdstelsel.standaard.zorgvorm import SOORTEN, omvat_door, zorgvormen


@click.group("zorgvorm", help="Toon en vul aan bij welke zorgvorm een code van een bron hoort.")
def COMMAND() -> None:
    """Hold the commands about the crosswalk."""


@COMMAND.command("toon", help="Toon de zorgvormen, of de regels van één soort code.")
@click.argument("soort", required=False, type=click.Choice(SOORTEN))
@click.option("--op", type=DAG, help="Wat op deze dag geldt; standaard vandaag.")
@click.option("--formaat", type=click.Choice(["tekst", "csv"]), default="tekst", show_default=True)
@click.option("--werkmap", type=MAP, help="Toon ook de eigen codes die hier zijn geladen.")
def show(soort: str | None, op: date | None, formaat: str, werkmap: Path | None) -> None:
    """Print the zorgvormen as a tree, or lines of the crosswalk."""
    if soort is None and formaat == "tekst":
        for code, form in zorgvormen().items():
            click.echo(f"{'  ' * (len(omvat_door(code)) - 1)}{code}: {form.naam}. {form.betekenis}")
        return
    day = op or date.today()
    rows = [row for row in lees_kruising(werkmap) if soort in (None, row["soort"]) and _holds(row, day)]
    print_csv(rows, KOLOMMEN) if formaat == "csv" else _print(rows)


def _holds(row: dict[str, Any] | Any, day: date) -> bool:
    return bool(row["geldig_van"] <= day <= (row["geldig_tot"] or date.max))


def _print(rows: list[Any]) -> None:
    table = make_table("Gemeente", "Code", "Zorgvorm", "Aandeel", "Vanaf", "Reden", "Bron", rechts=("Aandeel",))
    for row in rows:
        share = f"{row['aandeel']:g}".replace(".", ",")
        owner = row.get("gemeente") or "landelijk"
        table.add_row(owner, row["code"], row["zorgvorm"], share, str(row["geldig_van"]), row["reden"], row["bron"])
    console(140).print(table)


@COMMAND.command("controleer", help="Controleer een bestand met eigen codes zonder iets op te slaan.")
@click.argument("bestand", type=BESTAAND)
def check(bestand: Path) -> None:
    """Judge a file with own codes; exit code 1 when something is wrong."""
    found = read_eigen(bestand)
    _tell(found)
    click.echo(f"{len(found.regels)} regels zijn te gebruiken.")
    sys.exit(1 if found.bevindingen else 0)


@COMMAND.command("laad", help="Bewaar de eigen codes van een gemeente in de werkmap.")
@click.argument("bestand", type=BESTAAND)
@WERKMAP
def load(bestand: Path, werkmap: Path) -> None:
    """Keep the good lines of a file with own codes; they replace what the gemeenten in it gave before."""
    found = laad_eigen(werkmap, bestand)
    _tell(found)
    click.echo(f"{len(found.regels)} regels bewaard; {len(found.bevindingen)} bevindingen.")


@COMMAND.command("mist", help="Toon gedeclareerde codes waarbij geen zorgvorm bekend is.")
@WERKMAP
def missing(werkmap: Path) -> None:
    """Print what was billed and has no line in the crosswalk."""
    rows = niet_gekoppeld(werkmap)
    for gemeente, categorie, code, lines in rows:
        click.echo(f"gemeente {gemeente}, categorie {categorie or 'leeg'}, code {code or 'leeg'}: {lines} regels")
    click.echo("Elke code heeft een zorgvorm." if not rows else f"{len(rows)} codes zonder zorgvorm.")


def _tell(found: Lijst) -> None:
    for finding in found.bevindingen:
        click.echo(say(finding))
