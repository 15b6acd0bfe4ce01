"""`jeugdstelsel web`: the monitor as pages in a browser."""

from pathlib import Path

import click

from jeugdstelsel.cli.keuzes import WERKMAP
from jeugdstelsel.services.webserver import migrate, serve, serve_in_background, stop


@click.command("web", help="Open de monitor als website.")
@WERKMAP
@click.option("--adres", default="127.0.0.1", show_default=True, help="Adres waarop de website luistert.")
@click.option("--poort", type=click.IntRange(1, 65535), default=8000, show_default=True)
@click.option("--werkers", type=click.IntRange(1, 64), default=2, show_default=True, help="Aantal processen.")
@click.option("--achtergrond", is_flag=True, help="Start de website en ga verder met de opdrachtregel.")
@click.option("--stop", "stoppen", is_flag=True, help="Stop de website die op de achtergrond draait.")
def COMMAND(werkmap: Path, adres: str, poort: int, werkers: int, achtergrond: bool, stoppen: bool) -> None:
    """Serve the pages of a work folder."""
    if stoppen:
        click.echo("De website is gestopt." if stop(werkmap) else "Er draaide geen website.")
        return
    werkmap.mkdir(parents=True, exist_ok=True)
    migrate(werkmap)
    if achtergrond:
        click.echo(
            f"De monitor staat open op {serve_in_background(werkmap, adres=adres, poort=poort, werkers=werkers)}"
        )
        return
    click.echo(f"De monitor staat open op http://{adres}:{poort}/ (stop met Ctrl-C).")
    serve(werkmap, adres=adres, poort=poort, werkers=werkers)
