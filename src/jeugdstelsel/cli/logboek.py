"""`jeugdstelsel logboek`: check the log, close years that are over, and destroy what was kept long enough."""

import getpass
from datetime import date
from pathlib import Path

import click

from jeugdstelsel.access.logboek import Logboek, LogboekGeschonden, logboek_van
from jeugdstelsel.access.logregel import op_de_machine
from jeugdstelsel.services.bewaartermijn import bewaartermijn, leg_vast

werkmap_keuze = click.option(
    "--werkmap", type=click.Path(file_okay=False, path_type=Path), default=Path("werkmap"), show_default=True
)
reden_keuze = click.option("--reden", required=True, help="Waarom; komt in het logboek.")
jaar_keuze = click.option("--tot", "jaar", type=click.IntRange(2000, 9999), required=True, help="Tot en met dit jaar.")


@click.group("logboek", help="Controleer, sluit en vernietig het logboek van wie wat zag en deed.")
def COMMAND() -> None:
    """Guard the log."""


@COMMAND.command("controleer", help="Reken na of er geen regel is gewijzigd of weggehaald, ook in gesloten delen.")
@werkmap_keuze
@click.option("--anker", default="", help="Een controlewaarde die u eerder noteerde; zo valt ook een gewist einde op.")
def controleer(werkmap: Path, anker: str) -> None:
    """Check the chain; exit code 4 when it is broken."""
    book = logboek_van(werkmap)
    found = book.controleer(anker)
    for line in found.fouten:
        click.echo(f"Let op: {line}.")
    if found.fouten:
        raise LogboekGeschonden
    click.echo(f"Het logboek klopt: {found.regels} regels, controlewaarde {found.laatste}.")
    if found.nagerekend < found.regels:
        click.echo(
            f"Daarvan zijn {found.regels - found.nagerekend} regels volgens het logboek zelf vernietigd; "
            f"de andere {found.nagerekend} zijn nagerekend en sluiten erop aan."
        )
    click.echo("Noteer de controlewaarde buiten deze machine.")


@COMMAND.command("sluit", help="Zet de regels tot en met een jaar dat voorbij is in een eigen bestand.")
@jaar_keuze
@reden_keuze
@werkmap_keuze
def sluit(jaar: int, reden: str, werkmap: Path) -> None:
    """Close years."""
    who = op_de_machine(getpass.getuser(), "logboek afsluiten", "", reden)
    stuk = logboek_van(werkmap).sluit(jaar, who, date.today())
    click.echo(f"Gesloten: {stuk.omschrijving}.")
    click.echo(f"Het staat in {stuk.bestand}, naast het logboek. Neem dat bestand mee in de reservekopie.")
    _zeg_termijn(werkmap)


@COMMAND.command("vernietig", help="Vernietig gesloten delen tot en met een jaar waarvan de bewaartermijn om is.")
@jaar_keuze
@reden_keuze
@werkmap_keuze
def vernietig(jaar: int, reden: str, werkmap: Path) -> None:
    """Destroy what was kept long enough."""
    who = op_de_machine(getpass.getuser(), "logboek vernietigen", "", reden)
    for stuk in logboek_van(werkmap).vernietig(jaar, bewaartermijn(werkmap).waarde, who, date.today()):
        click.echo(f"Vernietigd: {stuk.omschrijving}.")
    click.echo("Haal dezelfde bestanden ook uit de reservekopieën.")


@COMMAND.command("delen", help="Toon wat gesloten en vernietigd is, en wat nu kan.")
@werkmap_keuze
def delen(werkmap: Path) -> None:
    """List the parts."""
    book, term = logboek_van(werkmap), bewaartermijn(werkmap).waarde
    for stuk in book.vernietigd():
        click.echo(f"vernietigd; {stuk.bereik}")
    for stuk in book.aanwezig():
        first_day = stuk.te_vernietigen_vanaf(term)
        click.echo(f"gesloten; {stuk.bereik}; te vernietigen vanaf {first_day:%d-%m-%Y}; {stuk.bestand}")
    _zeg_open(book)
    _zeg_termijn(werkmap)


@COMMAND.command("termijn", help="Toon de bewaartermijn, of leg met --jaren een andere vast.")
@click.option("--jaren", type=click.IntRange(1, 100), help="Hoeveel jaar een regel blijft.")
@click.option("--eigenaar", default="", help="De organisatie die over de termijn gaat.")
@click.option("--reden", default="", help="Waarom deze termijn; komt in het register en in het logboek.")
@werkmap_keuze
def termijn(jaren: int | None, eigenaar: str, reden: str, werkmap: Path) -> None:
    """Show or record the term."""
    if jaren is not None:
        leg_vast(werkmap, jaren, eigenaar=eigenaar, wie=getpass.getuser(), reden=reden)
        what = f"bewaartermijn van het logboek: {jaren} jaar, eigenaar {eigenaar}"
        logboek_van(werkmap).schrijf(op_de_machine(getpass.getuser(), "bewaartermijn vastleggen", what, reden))
    _zeg_termijn(werkmap)


def _zeg_open(book: Logboek) -> None:
    oldest = book.oudste_open()
    if oldest is None:
        click.echo("Het logboek is nog leeg.")
        return
    click.echo(f"Open: vanaf {oldest:%d-%m-%Y}.")
    if oldest.year < date.today().year:
        click.echo(f"Dit kan dicht: jeugdstelsel logboek sluit --tot {date.today().year - 1} --reden ...")


def _zeg_termijn(werkmap: Path) -> None:
    found = bewaartermijn(werkmap)
    click.echo(
        f"Bewaartermijn: {found.waarde} jaar na het schrijven (eigenaar: {found.eigenaar}, {found.datum:%d-%m-%Y}).\n"
        f"Reden: {found.reden}"
    )
