"""`jeugdstelsel aanbieders`: the names of providers, from a list that the operator may use."""

from pathlib import Path

import click

from jeugdstelsel.cli.keuzes import BESTAAND, FORMAAT, WERKMAP, door
from jeugdstelsel.cli.tabel import print_rows
from jeugdstelsel.services.aanbieders import (
    KOLOMMEN,
    geschiedenis,
    laad_aanbieders,
    namenlijst,
    trek_aanbieder_in,
    zoek_aanbieders,
)

_DOOR = door("dit vastlegt")


@click.group("aanbieders", help="Laad en toon de namen van aanbieders; berichten noemen alleen de AGB-code.")
def COMMAND() -> None:
    """Hold the commands about the names of providers."""


@COMMAND.command(
    "laad",
    help=f"Laad een lijst (CSV) met de kop {';'.join(KOLOMMEN)}. De namen staan daarna op de website en in de open "
    "data. Laad dus alleen een lijst die u openbaar mag maken.",
)
@click.argument("bestand", type=BESTAAND)
@click.option(
    "--waarom", default="namen van aanbieders geladen", show_default=True, help="Reden van deze inschrijving."
)
@_DOOR
@WERKMAP
def _load(bestand: Path, waarom: str, door: str, werkmap: Path) -> None:
    found = laad_aanbieders(werkmap, bestand, wie=door, waarom=waarom)
    for finding in found.bevindingen:
        click.echo(f"{finding.regel} op {finding.plaats}: {finding.tekst}")
    click.echo(f"{found.nieuw} namen nieuw of gewijzigd; {found.regels - found.nieuw} stonden er al zo.")
    if found.ingetrokken:
        click.echo(
            f"Ingetrokken, en dat blijft zo: {', '.join(found.ingetrokken)}. "
            "Wilt u zo'n naam weer tonen, geef haar dan met een geldig_vanaf van vandaag of later."
        )
    click.echo(f"{len(found.bevindingen)} bevindingen.")


@COMMAND.command("toon", help="Toon de namen die gelden, allemaal of die waar TEKST in staat.")
@click.argument("tekst", default="")
@WERKMAP
@FORMAAT
def _show(tekst: str, werkmap: Path, formaat: str) -> None:
    print_rows(namenlijst(werkmap, zoek_aanbieders(werkmap, tekst)), formaat, "Er is geen naam bekend.")


@COMMAND.command("geschiedenis", help="Toon elke inschrijving van een AGB-code: wie, wanneer, waarom, en wat het was.")
@click.argument("agb")
@WERKMAP
@FORMAAT
def _history(agb: str, werkmap: Path, formaat: str) -> None:
    print_rows(geschiedenis(werkmap, agb), formaat, f"Van {agb} is niets ingeschreven.")


@COMMAND.command("trek-in", help="Neem een naam terug, vanaf vandaag; de geschiedenis blijft.")
@click.argument("agb")
@click.option("--waarom", required=True, help="Reden.")
@_DOOR
@WERKMAP
def _withdraw(agb: str, waarom: str, door: str, werkmap: Path) -> None:
    trek_aanbieder_in(werkmap, agb, wie=door, waarom=waarom)
    click.echo(f"Van {agb} wordt vanaf vandaag geen naam meer getoond.")
