"""`jeugdstelsel publiceer`: a release of the figures that may leave."""

from datetime import UTC, datetime
from pathlib import Path

import click

from jeugdstelsel.services.release import publish_workdir


@click.command("publiceer", help="Maak een uitgave van de cijfers die naar buiten mogen.")
@click.option("--werkmap", type=click.Path(file_okay=False, path_type=Path), default=Path("werkmap"), show_default=True)
@click.option(
    "--onthulling",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Eigen instellingen voor onthulling (TOML); standaard de meegeleverde.",
)
def COMMAND(werkmap: Path, onthulling: Path | None) -> None:
    """Bring out the figures that were last computed as the next release of the register."""
    uitgave = publish_workdir(werkmap, moment=datetime.now(UTC), own_settings=onthulling)
    click.echo(f"Uitgave {uitgave.nummer} staat in {uitgave.map}.")
    click.echo(f"{uitgave.cijfers.num_rows} cijfers; wat geheim is, staat erin als 'geheim'.")
