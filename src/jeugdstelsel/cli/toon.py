"""`jeugdstelsel toon`: an indicator as a table."""

from datetime import date
from pathlib import Path

import click

from jeugdstelsel.cli.keuzes import DAG, PER, WERKMAP, choose_place
from jeugdstelsel.cli.tabel import console, format_value, make_table
from jeugdstelsel.model import GebruikersFout
from jeugdstelsel.services.herbouw import show_rebuilt
from jeugdstelsel.services.show import Shown, show
from jeugdstelsel.services.zoals_bekend import show_as_known
from jeugdstelsel.standaard.begrippen import begrip_van


@click.command("toon", help="Toon een indicator als tabel, met definitie, dekking en status.")
@click.argument("indicator")
@choose_place
@PER
@WERKMAP
@click.option(
    "--zoals-bekend-op",
    "bekend_op",
    type=DAG,
    help="Toon het cijfer uit de uitgave die op deze dag de laatste was.",
)
@click.option(
    "--nagerekend",
    is_flag=True,
    help="Met --zoals-bekend-op: reken het cijfer opnieuw uit wat toen was ontvangen, ook als er geen uitgave was.",
)
def COMMAND(
    indicator: str, gekozen: dict[str, str], per: str, werkmap: Path, bekend_op: date | None, nagerekend: bool
) -> None:
    """Print the figures that may be shown."""
    if nagerekend and not bekend_op:
        raise GebruikersFout("--nagerekend hoort bij --zoals-bekend-op DATUM.")
    if bekend_op:
        old = show_rebuilt if nagerekend else show_as_known
        print_shown(old(werkmap, indicator, gekozen, per, bekend_op))
    else:
        print_shown(show(werkmap, indicator, gekozen, per))


def print_shown(shown: Shown) -> None:
    """Print one table with its definition line."""
    screen = console(100)
    screen.print(f"[bold]{shown.indicator.titel}[/bold], {shown.plaats}")
    screen.print(f"{shown.indicator.betekenis} Eenheid: {shown.indicator.eenheid}.")
    if begrip := begrip_van(shown.indicator.code):
        screen.print(f"Begrip: {begrip.begrip}. Andere definities: jeugdstelsel begrip '{begrip.term}'.")
    screen.print(f"Bron: {', '.join(shown.indicator.bronnen)}. Peildatum: {shown.peildatum}.")
    if shown.synthetisch:
        screen.print("[bold]SYNTHETISCH: deze cijfers gaan over een verzonnen land.[/bold]")
    split = any(row["uitsplitsing"] for row in shown.rijen)
    headings = ("Periode", *(("Uitsplitsing",) if split else ()), "Waarde", "Dekking", "Status")
    table = make_table(*headings, rechts=("Waarde", "Dekking"))
    for row in shown.rijen:
        cells = [row["periode"], *((row["uitsplitsing"] or "",) if split else ())]
        coverage = "" if row["dekking"] is None else f"{row['dekking']:.0%}"
        table.add_row(*cells, format_value(row["waarde"], row["toestand"]), coverage, row["status"])
    screen.print(table)
