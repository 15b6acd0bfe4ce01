"""`jeugdstelsel publiceer`: a release of the figures that may leave."""

from datetime import UTC, datetime
from pathlib import Path

import click

from jeugdstelsel.cli.keuzes import BESTAAND, ONTHULLING, WERKMAP, door
from jeugdstelsel.services.release import publish_workdir, read_catalogus, zet_catalogus


@click.command("publiceer", help="Maak een uitgave van de cijfers die naar buiten mogen.")
@WERKMAP
@ONTHULLING
@click.option(
    "--catalogus",
    type=BESTAAND,
    help="Uitgever, contact en webadres (TOML); worden bewaard voor volgende uitgaven.",
)
@click.option("--toelichting", default="", help="Waarom cijfers anders zijn; komt in errata.md.")
@door("de uitgave maakt")
def COMMAND(werkmap: Path, onthulling: Path | None, catalogus: Path | None, toelichting: str, door: str) -> None:
    """Bring out the figures that were last computed as the next release of the register."""
    if catalogus:
        zet_catalogus(werkmap, catalogus, wie=door)
    uitgave = publish_workdir(werkmap, moment=datetime.now(UTC), own_settings=onthulling, toelichting=toelichting)
    if uitgave.synthetisch:
        click.echo("SYNTHETISCH: deze uitgave gaat over een verzonnen land.")
    click.echo(f"Uitgave {uitgave.nummer} staat in {uitgave.map}.")
    click.echo(f"{uitgave.cijfers.num_rows} cijfers; wat geheim is, staat erin als 'geheim'.")
    click.echo("Wat anders is dan de vorige keer staat in errata.md en wijzigingen.csv.")
    if not read_catalogus(werkmap).ingesteld:
        click.echo(
            "Uitgever, contact en webadres zijn niet ingesteld. Geef ze met --catalogus voor u dit openbaar maakt."
        )
