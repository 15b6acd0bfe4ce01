"""`jeugdstelsel cbs`: fetch tables of CBS StatLine and show their figures."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path

import click
from rich.console import Console

from jeugdstelsel.cli.keuzes import DAG, FORMAAT, MAP, WERKMAP
from jeugdstelsel.cli.tabel import console, make_table, print_rows
from jeugdstelsel.model import GebruikersFout
from jeugdstelsel.model.notatie import getal
from jeugdstelsel.services.controletotalen import Controle, controleer
from jeugdstelsel.services.statline import break_between, cijfers, haal, ophalingen, trend
from jeugdstelsel.standaard import cbs
from jeugdstelsel.standaard.cbs import Cel

_MOST = 20
"""Findings that are shown on the screen; all are in the table."""


@click.group("cbs", help="Haal cijfers van CBS StatLine op, en toon wat er is, ook zonder netwerk.")
def COMMAND() -> None:
    """Hold the commands about CBS."""


@COMMAND.command("haal", help="Haal een tabel op bij CBS en bewaar de antwoorden in de werkmap.")
@click.argument("tabel")
@click.option("--filter", "filters", multiple=True, help="Deel van de tabel, zoals regio=0363 of periode=2025-H1.")
@click.option("--opname", type=MAP, help="Map met opgenomen antwoorden.")
@click.option("--zonder-netwerk", is_flag=True, help="Gebruik alleen opgenomen antwoorden.")
@click.option("--opnieuw", is_flag=True, help="Vraag het opnieuw, ook als dat vandaag al gebeurde.")
@click.option("--odata", type=click.Choice(["3", "4"]), default="4", show_default=True, help="Versie van OData.")
@WERKMAP
def fetch(
    tabel: str, filters: tuple[str, ...], opname: Path | None, zonder_netwerk: bool, opnieuw: bool, odata: str,
    werkmap: Path,
) -> None:  # fmt: skip
    """Fetch a table and say what was new."""
    got = haal(
        werkmap, tabel, filters, versie=int(odata), opname=opname, netwerk=not zonder_netwerk, opnieuw=opnieuw
    )  # fmt: skip
    click.echo(f"{got.tabel} {got.titel}")
    click.echo(f"{got.cellen} cellen, zoals bekend op {got.bekend_op}; {got.nieuw} nieuw of veranderd.")
    for regel, plaats, nummer, tekst in got.gevonden[:_MOST]:
        click.echo(f"  {regel} op {plaats}{f', rij {nummer}' if nummer else ''}: {tekst}")
    if got.bevindingen > _MOST:
        click.echo(f"  ... en {got.bevindingen - _MOST} meer: jeugdstelsel exporteer bevindingen --werkmap {werkmap}")
    click.echo("Bron: CBS.")


@COMMAND.command("toon", help="Toon cijfers van een CBS-tabel, met status, trendbreuk en richting.")
@click.argument("tabel")
@click.option("--regio", help="Code of naam: NL01, GM0363, 0363, Amsterdam.")
@click.option("--periode", help="2025, 2025-H1, 2025-K1 of een peildatum.")
@click.option("--meting", help="Naam van het onderwerp.")
@click.option("--dimensie", "dimensies", multiple=True, help="Naam=waarde, zoals 'Vormen van jeugdzorg=JH 1221'.")
@click.option("--bekend-op", type=DAG, help="Zoals bekend op deze dag.")
@click.option("--revisies", is_flag=True, help="Toon ook wat eerder bekend was.")
@FORMAAT
@WERKMAP
def show(
    tabel: str, regio: str | None, periode: str | None, meting: str | None, dimensies: tuple[str, ...],
    bekend_op: date | None, revisies: bool, formaat: str, werkmap: Path,
) -> None:  # fmt: skip
    """Print cells; an empty result is said in words."""
    parts = dict(_split(text) for text in dimensies)
    cells = cijfers(
        tabel, regio=regio, periode=periode, meting=meting, dimensies=parts, bekend_op=bekend_op, revisies=revisies,
        workdir=werkmap,
    )  # fmt: skip
    if not cells:
        raise GebruikersFout(
            f"er zijn geen cijfers van {tabel} die hieraan voldoen. Bekijk wat er is met: jeugdstelsel cbs lijst; "
            f"haal meer op met: jeugdstelsel cbs haal {tabel}"
        )
    if formaat == "tekst":
        _print_text(cells)
    else:
        print_rows([asdict(cell) for cell in cells], formaat)


@COMMAND.command("lijst", help="Toon welke tabellen bekend zijn en wat er is opgehaald.")
@WERKMAP
def show_list(werkmap: Path) -> None:
    """Print the known tables and the retrievals."""
    screen = _console()
    table = make_table("Tabel", "Naam", "Onderwerp", "Vanaf", "Opmerking")
    for known in cbs.tabellen().values():
        table.add_row(known.tabel, known.naam, known.titel, str(known.vanaf or ""), known.opmerking)
    screen.print(table)
    table = make_table("Ophaling", "Filter", "Bekend op", "Cellen", "Nieuw", "Bevindingen")
    for got in ophalingen(werkmap):
        counts = (str(got.cellen), str(got.nieuw), str(got.bevindingen))
        table.add_row(got.ophaling_id, got.filter, str(got.bekend_op), *counts)
    screen.print(table)


@COMMAND.command("controle", help="Reken cijfers uit de stukken na met hun onderdelen.")
@FORMAAT
def check(formaat: str) -> None:
    """Print every control total with what came out."""
    rows = controleer()
    if formaat != "tekst":
        print_rows([asdict(row) | {"cijfers": " ".join(row.cijfers)} for row in rows], formaat)
        return
    table = make_table("Wat", "Gedrukt", "Berekend", "Klopt", "Opmerking")
    for row in rows:
        made = "" if row.berekend is None else _number(row.berekend)
        table.add_row(row.omschrijving, _number(row.gedrukt), made, _verdict(row), row.opmerking)
    _console().print(table)


def _verdict(row: Controle) -> str:
    return {True: "ja", False: "NEE", None: "niet te herleiden"}[row.klopt]


def _split(text: str) -> tuple[str, str]:
    name, sign, value = text.partition("=")
    if not (name and sign and value):
        raise GebruikersFout(f"'{text}' is geen indeling. Schrijf naam=waarde.")
    return name, value


def _console() -> Console:
    return console(140, markup=False)


def _print_text(cells: Sequence[Cel]) -> None:
    table = make_table("Onderwerp", "Regio", "Indeling", "Periode", "Waarde", "Richting", "Status", "Bekend op")
    reasons: set[str] = set()
    for before, cell in zip((None, *cells), cells, strict=False):
        if before and _same(cell) == _same(before) and (why := break_between(cell, before)):
            table.add_row("", "", "", "— trendbreuk —")
            reasons.add(why)
        value = cell.toestand if cell.waarde is None else f"{_number(cell.waarde)} {cell.eenheid}"
        place = (cell.meting, cell.regio, cell.dimensies, cell.periode)
        table.add_row(*place, value, _direction(cell, before), cell.status, str(cell.bekend_op))
    screen = _console()
    screen.print(table)
    for why in sorted(reasons):
        screen.print(f"Trendbreuk: {why}.")
    screen.print(f"Bron: CBS ({', '.join(sorted({cell.bron_url for cell in cells}))}), CC BY 4.0.")
    screen.print("'ontbreekt' is onbekend of geheim, nooit nul. Halfjaren tellen niet op tot een jaar.")


def _direction(cell: Cel, before: Cel | None) -> str:
    """Return the change since the cell before, when that is the same figure of another period of the same kind."""
    if before is None or _same(cell) != _same(before) or before.periode == cell.periode or break_between(cell, before):
        return ""
    change = trend(cell, before)
    number = "" if change.verandering is None else f"{change.verandering:+.1f}%".replace(".", ",")
    return " ".join(filter(None, (change.pijl, number, change.toelichting)))


def _same(cell: Cel) -> tuple[str, ...]:
    return cell.tabel, cell.meting, cell.regio, cell.dimensies, cell.periode_soort


def _number(value: float) -> str:
    return getal(value, 1 if value == round(value, 1) else 2)
