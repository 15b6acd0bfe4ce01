"""`jeugdstelsel antwoord`: write the message that answers each message received."""

import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import click

from jeugdstelsel.cli.keuzes import CONTRACT, DAG, MAP
from jeugdstelsel.model import GebruikersFout
from jeugdstelsel.services.reply import Reply, reply, reply_to_series


@click.command("antwoord", help="Schrijf het retourbericht of antwoord op berichten die je kreeg.")
@click.argument("paden", metavar="PAD...", nargs=-1, type=click.Path(path_type=Path))
@click.option("--uit", required=True, type=MAP, help="Map voor de antwoorden.")
@click.option("--datum", type=DAG, help="Dagtekening van de antwoorden; standaard vandaag.")
@click.option(
    "--reeks",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Map waarvan de bestanden op volgorde van naam één stroom zijn; beoordeelt ook tussen berichten.",
)
@CONTRACT
def COMMAND(paden: tuple[Path, ...], uit: Path, datum: date | None, reeks: Path | None, contract: Path | None) -> None:
    """Judge, write the answers and say which messages get none and why; exit 1 when one could not be read."""
    if bool(paden) == bool(reeks):
        raise GebruikersFout("noem één of meer paden, of één map met --reeks.")
    if contract and not reeks:
        raise GebruikersFout("een contractlijst telt alleen mee in een stroom. Gebruik --reeks.")
    dagtekening = datum or date.today()
    if reeks:
        replies = reply_to_series(reeks, dagtekening=dagtekening, contract=contract)
    else:
        replies = reply(paden, dagtekening=dagtekening)
    uit.mkdir(parents=True, exist_ok=True)
    sys.exit(1 if _write_all(replies, uit) else 0)


def _write_all(replies: Iterable[Reply], uit: Path) -> int:
    """Write the answers and tell per file what became of it; return how many files are no message."""
    unreadable = 0
    for given in replies:
        if given.data:
            (uit / given.naam).write_bytes(given.data)
            click.echo(f"{given.bestand}: {given.naam}")
        else:
            unreadable += given.onleesbaar
            click.echo(f"{given.bestand}: geen antwoord. {given.reden}")
    return unreadable
