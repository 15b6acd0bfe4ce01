"""`jeugdstelsel verwerk`: take deliveries in."""

import sys
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from jeugdstelsel.cli.keuzes import CONTRACT, WERKMAP, XSD, door
from jeugdstelsel.ingest.unpack import require_existing
from jeugdstelsel.model import Ernst, GebruikersFout
from jeugdstelsel.services.contract import read_contract
from jeugdstelsel.services.process import process
from jeugdstelsel.services.review import review


@click.command("verwerk", help="Neem leveringen op: archief, tabellen en bevindingen.")
@click.argument("paden", metavar="PAD...", nargs=-1, type=click.Path(path_type=Path))
@WERKMAP
@click.option("--van", default="onbekend", help="Wie de levering stuurde, voor het grootboek.")
@door("de levering inleest")
@CONTRACT
@XSD
def COMMAND(
    paden: tuple[Path, ...], werkmap: Path, van: str, door: str, contract: Path | None, xsd: Path | None
) -> None:
    """Archive and store everything under the paths, then judge across messages; exit 1 when a file did not open."""
    if not paden:
        raise GebruikersFout("er is geen bestand of map genoemd. Noem een PAD, of gebruik - voor de standaardinvoer.")
    files = [path for path in paden if str(path) != "-"]
    require_existing(files)
    if contract:
        read_contract(contract)
    stdin = sys.stdin.buffer if len(files) < len(paden) else None
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), TextColumn("{task.completed} berichten"))
    console = Console(stderr=True)
    quiet = not console.is_terminal
    with Progress(*columns, TimeElapsedColumn(), console=console, transient=True, disable=quiet) as bar:
        task = bar.add_task("Inlezen", total=None)
        advance = lambda n: bar.advance(task, n)  # noqa: E731
        summary = process(files, werkmap, van=van, door=door, stdin=stdin, xsd=xsd, progress=advance)
        bar.update(task, description="Beoordelen over berichten heen")
        found = review(werkmap, contract=contract)
    click.echo(f"{summary.leveringen} leveringen verwerkt, {summary.al_bekend} waren al bekend.")
    click.echo(f"{summary.documenten} berichten gelezen, {summary.bevindingen} bevindingen binnen een bericht.")
    click.echo(f"{found} bevindingen over berichten heen in de hele werkmap.")
    for naam, finding in summary.overgeslagen:
        click.echo(f"{naam} is overgeslagen: {finding.tekst}", err=True)
    click.echo(f"Bekijk ze met: jeugdstelsel exporteer bevindingen --werkmap {werkmap} --formaat csv")
    if any(finding.ernst is Ernst.FOUT for _, finding in summary.overgeslagen):
        sys.exit(1)
