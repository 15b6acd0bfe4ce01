"""`jeugdstelsel verklaar`: why costs grew."""

import csv
import json
import sys
from collections.abc import Callable, Mapping
from dataclasses import asdict
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from jeugdstelsel.cli.toon import format_value
from jeugdstelsel.indicators.kostengroei import BEPERKINGEN, BETEKENIS, BRONNEN, EENHEID, TITELS
from jeugdstelsel.services.verklaar import Regel, Verklaring, explain_costs


@click.command("verklaar", help="Verklaar waardoor de kosten van de ene periode op de andere veranderden.")
@click.option("--van", required=True, help="Eerste periode, zoals 2024, 2025-H1 of 2025-K1.")
@click.option("--naar", required=True, help="Tweede periode, even lang als de eerste.")
@click.option("--gemeente", help="Code of naam van een gemeente.")
@click.option("--jeugdregio", help="Code of naam van een jeugdregio.")
@click.option("--aanbieder", help="AGB-code van een aanbieder.")
@click.option("--categorie", help="Productcategorie (JZ020).")
@click.option("--productcode", help="Productcode.")
@click.option(
    "--onthulling", type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Eigen instellingen voor onthulling (TOML); standaard de meegeleverde.",
)  # fmt: skip
@click.option("--formaat", type=click.Choice(["tekst", "csv", "json"]), default="tekst", show_default=True)
@click.option("--werkmap", type=click.Path(file_okay=False, path_type=Path), default=Path("werkmap"), show_default=True)
def COMMAND(
    van: str, naar: str, gemeente: str | None, jeugdregio: str | None, aanbieder: str | None, categorie: str | None,
    productcode: str | None, onthulling: Path | None, formaat: str, werkmap: Path,
) -> None:  # fmt: skip
    """Print the parts of the change as they may be shown."""
    given = {
        "gemeente": gemeente, "jeugdregio": jeugdregio, "aanbieder": aanbieder,
        "product_categorie": categorie, "product_code": productcode,
    }  # fmt: skip
    chosen = {part: value for part, value in given.items() if value}
    PRINT[formaat](explain_costs(werkmap, chosen, van, naar, own_settings=onthulling))


def _title(line: Regel) -> str:
    """Return what a part is called, with what is taken together with it."""
    return " en ".join(TITELS[name] if place == 0 else TITELS[name].lower() for place, name in enumerate(line.bevat))


def _print_text(found: Verklaring) -> None:
    console = Console(width=None if Console().is_terminal else 100)
    console.print(f"[bold]Waardoor de kosten veranderden[/bold], {found.plaats}, van {found.van} naar {found.naar}")
    console.print(f"{BETEKENIS} Eenheid: {EENHEID}.")
    console.print(f"Bron: {', '.join(BRONNEN)}. Peildatum: {found.peildatum}. Status: {found.status}.")
    if found.synthetisch:
        console.print("[bold]SYNTHETISCH: deze cijfers gaan over een verzonnen land.[/bold]")
    table = Table()
    table.add_column("Deel")
    table.add_column("Euro", justify="right")
    state = found.regels[0].toestand
    table.add_row(f"Kosten {found.van}", format_value(found.kosten[0], state))
    for line in found.regels:
        table.add_row(f"  {_title(line)}", format_value(line.bedrag, line.toestand))
    table.add_row(f"Kosten {found.naar}", format_value(found.kosten[1], state))
    table.add_row("Verschil", format_value(found.verschil, state), style="bold")
    console.print(table)
    for text in _notes(found):
        console.print(text)


def _notes(found: Verklaring) -> list[str]:
    """Return what a reader must know of this explanation."""
    notes = []
    if found.vergelijkbaar is not None:
        notes.append(
            f"Ongeveer {found.vergelijkbaar:.0%} van de kosten is van hulp die in beide perioden een prijs heeft."
        )
    if not found.bevolking_bekend:
        notes.append("De bevolking is niet van alle gemeenten in beide jaren bekend; gebruik bevat ook de bevolking.")
    if found.halve_gemeenten:
        notes.append(f"Let op: {found.halve_gemeenten} gemeente(n) hebben maar in één van beide perioden kosten.")
    return notes


def _print_csv(found: Verklaring) -> None:
    fields = ("plaats", "van", "naar", "deel", "bevat", "euro", "toestand", "status", "peildatum", "synthetisch")
    writer = csv.writer(sys.stdout)
    writer.writerow(fields)
    for line in found.regels:
        amount = "" if line.bedrag is None else line.bedrag
        writer.writerow(
            [found.plaats, found.van, found.naar, line.deel, "+".join(line.bevat), amount, line.toestand,
             found.status, found.peildatum, "ja" if found.synthetisch else "nee"]
        )  # fmt: skip


def _print_json(found: Verklaring) -> None:
    about = {"betekenis": BETEKENIS, "eenheid": EENHEID, "bronnen": BRONNEN, "beperkingen": BEPERKINGEN}
    click.echo(json.dumps({**about, **asdict(found), "verschil": found.verschil}, ensure_ascii=False, indent=1))


PRINT: Mapping[str, Callable[[Verklaring], None]] = {"tekst": _print_text, "csv": _print_csv, "json": _print_json}
