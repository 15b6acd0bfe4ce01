"""`jeugdstelsel logboek`: check that no line of the log was changed or taken away."""

from pathlib import Path

import click

from jeugdstelsel.access.logboek import logboek_van
from jeugdstelsel.model import Fout


class LogboekGeschonden(Fout):
    """The log is not what it was."""

    exit_code = 4


@click.group("logboek", help="Controleer het logboek van wie wat zag en deed.")
def COMMAND() -> None:
    """Guard the log."""


@COMMAND.command("controleer", help="Reken na of er geen regel is gewijzigd of weggehaald.")
@click.option("--werkmap", type=click.Path(file_okay=False, path_type=Path), default=Path("werkmap"), show_default=True)
@click.option("--anker", default="", help="Een controlewaarde die u eerder noteerde; zo valt ook een gewist einde op.")
def controleer(werkmap: Path, anker: str) -> None:
    """Check the chain; exit code 4 when it is broken."""
    found = logboek_van(werkmap).controleer(anker)
    for line in found.fouten:
        click.echo(f"Let op: {line}.")
    if found.fouten:
        raise LogboekGeschonden("het logboek is geschonden. Bewaar de werkmap zoals zij is en meld het.")
    click.echo(f"Het logboek klopt: {found.regels} regels, controlewaarde {found.laatste}.")
    click.echo("Noteer de controlewaarde buiten deze machine.")
