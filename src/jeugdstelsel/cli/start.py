"""`jeugdstelsel start`: a small synthetic country, computed, on the screen and open as a website."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table

from jeugdstelsel.cli.aansluiting import print_aansluiting
from jeugdstelsel.cli.tabel import console, format_value, make_table
from jeugdstelsel.services import bij
from jeugdstelsel.services.aanbieders import laad_aanbieders
from jeugdstelsel.services.aansluiting_deur import sluit_aan
from jeugdstelsel.services.calculate import calculate
from jeugdstelsel.services.kast import bladen
from jeugdstelsel.services.monitor import REGION_COLUMNS, Monitor, read_monitor
from jeugdstelsel.services.process import process
from jeugdstelsel.services.release import publish_workdir
from jeugdstelsel.services.review import review
from jeugdstelsel.services.webserver import free_port, migrate, running_at, serve_in_background
from jeugdstelsel.synthetic.parameters import Instellingen
from jeugdstelsel.synthetic.places import places
from jeugdstelsel.synthetic.write import write_world

SCHAAL = 0.01
GEMEENTE = "0627"
"""Waddinxveen: of a middle size, so that figures may be shown and the start stays short."""
JAAR = "2025"
Step = tuple[str, Callable[[], object]]
"""What is said while it is done, and what is done."""
ADRES, POORT, WERKERS = "127.0.0.1", 8000, 2
"""Only this machine can open the website; a port that is taken makes room for the next."""


@click.command("start", help="Maak een klein synthetisch land, toon de monitor en open de website.")
@click.option("--map", "folder", type=click.Path(file_okay=False, path_type=Path), default=Path("demo"))
def COMMAND(folder: Path) -> None:
    """The first time: write, take in, judge, compute and release. After that: show, and open the website."""
    workdir, own = folder / "werkmap", folder / "werkmap-gemeente"
    _once(workdir, folder / "land", Instellingen(schaal=SCHAAL), "Verzonnen land")
    _once(own, folder / "gemeente", Instellingen(schaal=1), "Verzonnen gemeente", (GEMEENTE,))
    if not bladen(workdir):
        _show_steps([("Uitgave maken", lambda: publish_workdir(workdir, moment=datetime.now(UTC)))])
    _print(read_monitor(workdir), workdir)
    print_aansluiting(sluit_aan(own, JAAR, gemeente=GEMEENTE), kort=True)
    click.echo(f"Alle zorgvormen:  .venv/bin/jeugdstelsel aansluiting --gemeente {GEMEENTE} --werkmap {own}")
    click.echo(f"De monitor staat open als website: {_open_website(workdir)}")
    click.echo(f"Stoppen:          .venv/bin/jeugdstelsel web --stop --werkmap {workdir}")


def _open_website(workdir: Path) -> str:
    """Return the address of the website, which runs on after this command."""
    address = running_at(workdir)
    if address is None:
        migrate(workdir)
        port = free_port(ADRES, POORT)
        address = serve_in_background(workdir, adres=ADRES, poort=port, werkers=WERKERS)
    return address


def _once(workdir: Path, land: Path, settings: Instellingen, wat: str, gemeenten: tuple[str, ...] = ()) -> None:
    """Make a work folder, unless it was finished before."""
    if not (workdir / ".klaar").exists():
        _make(land, workdir, settings, wat, gemeenten)
        (workdir / ".klaar").touch()


def _make(land: Path, workdir: Path, settings: Instellingen, wat: str, gemeenten: tuple[str, ...]) -> None:
    with _progress() as bar:
        task = bar.add_task(f"{wat} schrijven", total=len(gemeenten or places(settings)))
        total = write_world(land, settings, gemeenten=gemeenten, gereed=lambda _: bar.advance(task))
        task = bar.add_task("Berichten lezen en controleren", total=total.berichten)
        process([land], workdir, van="synthetisch land", door="start", progress=lambda n: bar.advance(task, n))
    steps: list[Step] = [
        ("Beoordelen over berichten heen", lambda: review(workdir, contract=land / "contracten.csv")),
        ("Koppelen en rekenen", lambda: calculate(workdir)),
        ("Namen van aanbieders laden", lambda: _load_names(workdir, land)),
    ]
    if gemeenten:
        steps.append(("Beleidsinformatie laden", lambda: bij.load(workdir, [land / "bij"], van="synthetisch land")))
    _show_steps(steps)


def _load_names(workdir: Path, land: Path) -> None:
    laad_aanbieders(workdir, land / "aanbieders.csv", wie="start", waarom="verzonnen namen bij het synthetische land")


def _show_steps(steps: Sequence[Step]) -> None:
    """Do the steps in turn, each with a line on the screen."""
    with _progress() as bar:
        for text, step in steps:
            task = bar.add_task(text, total=None)
            step()
            bar.update(task, total=1, completed=1)


def _progress() -> Progress:
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    return Progress(*columns, console=Console(stderr=True))


def _print(monitor: Monitor, workdir: Path) -> None:
    screen = console(110)
    if monitor.synthetisch:
        screen.print("[bold]SYNTHETISCH: alles hieronder gaat over een verzonnen land.[/bold]")
    screen.print(
        f"Peildatum {monitor.peildatum}. {monitor.berichten} berichten gelezen, {monitor.bevindingen} bevindingen."
    )
    screen.print(_national(monitor))
    screen.print(_regional(monitor))
    screen.print("Eén cijfer:       .venv/bin/jeugdstelsel toon trajecten --jeugdregio Twente --werkmap", workdir)
    screen.print("Eigen berichten:  .venv/bin/jeugdstelsel verwerk MAP_MET_BERICHTEN --werkmap mijn-werkmap")
    screen.print("                  .venv/bin/jeugdstelsel bereken --werkmap mijn-werkmap")


def _national(monitor: Monitor) -> Table:
    headings = ("Indicator", "Jaar", "Waarde", "Eenheid", "Dekking", "Status")
    table = make_table(*headings, rechts=("Waarde", "Dekking"), title="Nederland")
    for row in monitor.landelijk:
        coverage = "" if row["dekking"] is None else f"{row['dekking']:.0%}"
        value = format_value(row["waarde"], row["toestand"])
        table.add_row(row["titel"], row["periode"], value, row["eenheid"], coverage, row["status"])
    return table


def _regional(monitor: Monitor) -> Table:
    titles = {row["indicator"]: row["titel"] for row in monitor.landelijk}
    headings = [titles.get(code, code) for code in REGION_COLUMNS]
    table = make_table("Jeugdregio", *headings, rechts=headings, title="Per jeugdregio")
    for region, figures in monitor.regios.items():
        table.add_row(region, *(format_value(*figures.get(code, (None, "onbekend"))) for code in REGION_COLUMNS))
    return table
