"""`jeugdstelsel bereken`: from messages to figures."""

import re
from datetime import date
from pathlib import Path

import click

from jeugdstelsel.cli.keuzes import DAG, WERKMAP
from jeugdstelsel.services.calculate import calculate


@click.command("bereken", help="Bereken trajecten en indicatoren uit wat is verwerkt.")
@WERKMAP
@click.option("--peildatum", type=DAG, help="Laatste dag die meetelt; standaard de laatste.")
@click.option("--opnieuw", is_flag=True, help="Bouw alles opnieuw in plaats van alleen wat is veranderd.")
@click.option(
    "--kruising", "kruisingen", multiple=True, help="Extra niveau, zoals 'gemeente x productcategorie'; vaker te geven."
)
def COMMAND(werkmap: Path, peildatum: date | None, opnieuw: bool, kruisingen: tuple[str, ...]) -> None:
    """Link, compute and open the door."""
    niveaus = [" × ".join(part.strip() for part in re.split("[x×]", kruising)) for kruising in kruisingen]
    done = calculate(werkmap, peildatum=peildatum, rebuild=opnieuw, kruisingen=niveaus)
    click.echo(
        f"Peildatum {done.peildatum}: {done.trajecten} trajecten, {done.cijfers} cijfers ({done.geheim} geheim)."
    )
    click.echo(f"Bekijk een cijfer met: jeugdstelsel toon jongeren_met_jeugdhulp --werkmap {werkmap}")
