"""`jeugdstelsel sleutel`: replace the key of the pseudonyms."""

from pathlib import Path

import click

from jeugdstelsel.cli.keuzes import WERKMAP
from jeugdstelsel.services.rotate import rotate


@click.command("sleutel", help="Vervang de sleutel van de pseudoniemen en bouw de tabellen opnieuw uit het archief.")
@WERKMAP
@click.confirmation_option(prompt="Alle pseudoniemen veranderen. Doorgaan?", help="Vraag niet om bevestiging.")
def COMMAND(werkmap: Path) -> None:
    """Rotate the key; every pseudonym changes."""
    summary = rotate(werkmap)
    click.echo(f"De sleutel is vervangen. {summary.documenten} berichten zijn opnieuw gelezen uit het archief.")
