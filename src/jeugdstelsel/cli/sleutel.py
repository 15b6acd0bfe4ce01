"""`jeugdstelsel sleutel`: replace the key of the pseudonyms."""

from pathlib import Path

import click

from jeugdstelsel.services.rotate import rotate


@click.command("sleutel", help="Vervang de sleutel van de pseudoniemen en bouw de tabellen opnieuw uit het archief.")
@click.option("--werkmap", type=click.Path(file_okay=False, path_type=Path), default=Path("werkmap"), show_default=True)
@click.confirmation_option(prompt="Alle pseudoniemen veranderen. Doorgaan?", help="Vraag niet om bevestiging.")
def COMMAND(werkmap: Path) -> None:
    """Rotate the key; every pseudonym changes."""
    summary = rotate(werkmap)
    click.echo(f"De sleutel is vervangen. {summary.documenten} berichten zijn opnieuw gelezen uit het archief.")
