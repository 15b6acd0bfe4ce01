"""`jeugdstelsel toon`: an indicator as a table."""

from datetime import datetime
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from jeugdstelsel.model import GebruikersFout
from jeugdstelsel.services.herbouw import show_rebuilt
from jeugdstelsel.services.show import Shown, show
from jeugdstelsel.services.zoals_bekend import show_as_known
from jeugdstelsel.standaard.begrippen import begrip_van


@click.command("toon", help="Toon een indicator als tabel, met definitie, dekking en status.")
@click.argument("indicator")
@click.option("--gemeente", help="Code of naam van een gemeente.")
@click.option("--jeugdregio", help="Code of naam van een jeugdregio.")
@click.option("--aanbieder", help="AGB-code van een aanbieder.")
@click.option("--categorie", help="Productcategorie (JZ020).")
@click.option("--productcode", help="Productcode.")
@click.option(
    "--per", type=click.Choice(["maand", "kwartaal", "halfjaar", "jaar"]), default="kwartaal", show_default=True,
    help="Lengte van de perioden.",
)  # fmt: skip
@click.option("--werkmap", type=click.Path(file_okay=False, path_type=Path), default=Path("werkmap"), show_default=True)
@click.option(
    "--zoals-bekend-op",
    "bekend_op",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Toon het cijfer uit de uitgave die op deze dag de laatste was.",
)
@click.option(
    "--nagerekend",
    is_flag=True,
    help="Met --zoals-bekend-op: reken het cijfer opnieuw uit wat toen was ontvangen, ook als er geen uitgave was.",
)
def COMMAND(
    indicator: str, gemeente: str | None, jeugdregio: str | None, aanbieder: str | None, categorie: str | None,
    productcode: str | None, per: str, werkmap: Path, bekend_op: datetime | None, nagerekend: bool,
) -> None:  # fmt: skip
    """Print the figures that may be shown."""
    given = {
        "gemeente": gemeente, "jeugdregio": jeugdregio, "aanbieder": aanbieder,
        "product_categorie": categorie, "product_code": productcode,
    }  # fmt: skip
    chosen = {part: value for part, value in given.items() if value}
    if nagerekend and not bekend_op:
        raise GebruikersFout("--nagerekend hoort bij --zoals-bekend-op DATUM.")
    if bekend_op:
        old = show_rebuilt if nagerekend else show_as_known
        print_shown(old(werkmap, indicator, chosen, per, bekend_op.date()))
    else:
        print_shown(show(werkmap, indicator, chosen, per))


def print_shown(shown: Shown) -> None:
    """Print one table with its definition line."""
    console = Console(width=None if Console().is_terminal else 100)
    console.print(f"[bold]{shown.indicator.titel}[/bold], {shown.plaats}")
    console.print(f"{shown.indicator.betekenis} Eenheid: {shown.indicator.eenheid}.")
    if begrip := begrip_van(shown.indicator.code):
        console.print(f"Begrip: {begrip.begrip}. Andere definities: jeugdstelsel begrip '{begrip.term}'.")
    console.print(f"Bron: {', '.join(shown.indicator.bronnen)}. Peildatum: {shown.peildatum}.")
    if shown.synthetisch:
        console.print("[bold]SYNTHETISCH: deze cijfers gaan over een verzonnen land.[/bold]")
    table = Table()
    split = any(row["uitsplitsing"] for row in shown.rijen)
    for heading in ("Periode", *(("Uitsplitsing",) if split else ())):
        table.add_column(heading)
    table.add_column("Waarde", justify="right")
    table.add_column("Dekking", justify="right")
    table.add_column("Status")
    for row in shown.rijen:
        cells = [row["periode"], *((row["uitsplitsing"] or "",) if split else ())]
        coverage = "" if row["dekking"] is None else f"{row['dekking']:.0%}"
        table.add_row(*cells, format_value(row["waarde"], row["toestand"]), coverage, row["status"])
    console.print(table)


def format_value(value: float | None, state: str) -> str:
    """Return a figure for a reader: Dutch notation, or the state of what may not or cannot be shown."""
    if value is None:
        return state
    text = f"{value:,.0f}" if value == round(value) else f"{value:,.2f}"
    return text.translate(str.maketrans(",.", ".,"))
