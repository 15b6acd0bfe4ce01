"""`jeugdstelsel rapport`: a report of the figures as PDF, HTML or workbook."""

import sys
from datetime import date
from pathlib import Path

import click

from jeugdstelsel.cli.keuzes import DAG, MAP, WERKMAP, door
from jeugdstelsel.model import GebruikersFout
from jeugdstelsel.reports import archief
from jeugdstelsel.reports.maken import FORMATEN, Bestand, maak
from jeugdstelsel.reports.soort import soorten
from jeugdstelsel.reports.verzamel import Keuze


@click.command("rapport", help="Maak een rapport: jaar, dossier, regio, gemeente, raad of jongeren.")
@click.argument("soort", type=click.Choice([*soorten()]))
@click.option("--gemeente", default="", help="Code of naam van een gemeente.")
@click.option("--jeugdregio", default="", help="Code of naam van een jeugdregio.")
@click.option("--jaar", default="", help="Verslagjaar; standaard het laatste dat er is.")
@click.option("--bekend-op", type=DAG, help="Alles zoals bekend op deze dag.")
@click.option("--uit", type=MAP, default=Path(), help="Map voor het rapport.")
@click.option(
    "--formaat", type=click.Choice([*FORMATEN]), multiple=True, default=("pdf",), show_default=True,
    help="Mag vaker worden gegeven.",
)  # fmt: skip
@click.option("--vaststellen", is_flag=True, help="Stel het jaarrapport vast: daarna verandert het niet meer.")
@click.option("--waarom", default="", help="Waarom het wordt vastgesteld, bijvoorbeeld het besluit.")
@door("het vaststelt", "--wie")
@click.option("--herhaal", is_flag=True, help="Maak een vastgesteld jaarrapport opnieuw en vergelijk het.")
@WERKMAP
def COMMAND(
    soort: str, gemeente: str, jeugdregio: str, jaar: str, bekend_op: date | None, uit: Path,
    formaat: tuple[str, ...], vaststellen: bool, waarom: str, wie: str, herhaal: bool, werkmap: Path,
) -> None:  # fmt: skip
    """Write the report in each format and say where it is."""
    if (vaststellen or herhaal) and soort != archief.SOORT:
        raise GebruikersFout("alleen het jaarrapport wordt vastgesteld. Kies: jeugdstelsel rapport jaar.")
    keuze = Keuze(gemeente, jeugdregio, jaar, bekend_op)
    if vaststellen:
        jaar = _stel_vast(werkmap, keuze, wie, waarom)
    if herhaal:
        _herhaal(werkmap, jaar)
        return
    uit.mkdir(parents=True, exist_ok=True)
    for name in dict.fromkeys(formaat):
        made = _maak(werkmap, soort, keuze, jaar, name)
        (uit / made.naam).write_bytes(made.inhoud)
        click.echo(f"{uit / made.naam}")


def _maak(werkmap: Path, soort: str, keuze: Keuze, jaar: str, formaat: str) -> Bestand:
    """Return the final report when there is one and nobody asks for another day, else one made now."""
    if soort == archief.SOORT and jaar and not keuze.bekend_op and archief.vind_vastgesteld(werkmap, jaar):
        return archief.lees(werkmap, jaar, formaat)
    return maak(werkmap, soort, keuze, formaat)


def _stel_vast(werkmap: Path, keuze: Keuze, wie: str, waarom: str) -> str:
    """Make the yearly report final and return its year."""
    done = archief.stel_vast(werkmap, keuze, wie=wie, waarom=waarom)
    click.echo(f"Het jaarrapport over {done.jaar} is vastgesteld, uit uitgave {done.uitgave}.")
    click.echo(f"Het staat met zijn invoer in {werkmap / archief.FOLDER / done.jaar}.")
    return done.jaar


def _herhaal(werkmap: Path, jaar: str) -> None:
    """Say whether the final report comes out of its stored inputs again; exit 1 when it does not."""
    if not jaar:
        raise GebruikersFout("noem het jaar van het vastgestelde rapport, met --jaar.")
    found = archief.herhaal(werkmap, jaar)
    for name, same in found.items():
        told = "gelijk, tot op de byte" if same else "anders: deze versie van het programma schrijft het anders op"
        click.echo(f"{name}: {told}")
    if not all(found.values()):
        click.echo("Het vastgestelde rapport blijft gelden en staat onveranderd in de werkmap.")
        sys.exit(1)
