"""`jeugdstelsel archief`: check that what was received is still there as it was."""

from pathlib import Path

import click

from jeugdstelsel.cli.keuzes import WERKMAP
from jeugdstelsel.services.archief import ArchiefGeschonden, check_archives


@click.group("archief", help="Kijk na of alles wat is ontvangen er nog is zoals het kwam.")
def COMMAND() -> None:
    """Guard the archives."""


@COMMAND.command("controleer", help="Reken van elke levering de controlewaarde na.")
@WERKMAP
def controleer(werkmap: Path) -> None:
    """Check every archive; exit code 4 when one is not what was received."""
    checked = check_archives(werkmap)
    for each in checked:
        for levering_id in each.geschonden:
            click.echo(f"Let op: levering {levering_id} van {each.waarvan} is weg of gewijzigd.")
        whole = each.leveringen - len(each.geschonden)
        click.echo(f"{each.waarvan}: {whole} van {each.leveringen} leveringen zoals ontvangen.")
    if any(each.geschonden for each in checked):
        raise ArchiefGeschonden
