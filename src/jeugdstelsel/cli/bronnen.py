"""`jeugdstelsel bronnen`: the register of sources, and the legal basis of every link."""

from datetime import date
from pathlib import Path

import click
from click.core import ParameterSource

from jeugdstelsel.cli.keuzes import DAG, FORMAAT, WERKMAP, door
from jeugdstelsel.cli.tabel import print_rows
from jeugdstelsel.model import GebruikersFout
from jeugdstelsel.services.bronnen import Bronstand, read_geschiedenis, read_stand, trek_bron_in, voeg_bron_toe
from jeugdstelsel.services.grondslag import (
    KOPPELINGEN,
    read_grondslag,
    shell_name,
    trek_grondslag_in,
    zet_grondslag,
)

_VANAF = click.option("--vanaf", type=DAG, default=date.today, help="Eerste dag; standaard vandaag.")
_DOOR = door("dit vastlegt")
_WAAROM = click.option("--waarom", required=True, help="Reden.")
KOLOMMEN = (
    "bron", "naam", "eigenaar", "grondslag", "doel", "sleutel", "frequentie", "laatste_levering", "volledigheid",
    "gemeten_aan", "bekende_fouten", "vindplaats", "persoonsgegevens",
)  # fmt: skip


@click.group("bronnen", help="Toon alle bronnen, en leg vast van wie zij zijn en op welke grond.",
             invoke_without_command=True)  # fmt: skip
@WERKMAP
@FORMAAT
@click.pass_context
def COMMAND(ctx: click.Context, werkmap: Path, formaat: str) -> None:
    """Print the sources with what there is of them in the work folder."""
    if _alone(ctx):
        print_rows([_row(each) for each in read_stand(werkmap)], formaat)


@COMMAND.command(
    "voeg-toe", help="Registreer een bron; zonder eigenaar, grondslag, sleutel en frequentie kan dat niet."
)
@click.argument("bron")
@click.option("--naam", default="", help="Naam van de bron.")
@click.option("--eigenaar", default="", help="Van wie de gegevens zijn.")
@click.option("--grondslag", default="", help="Wet, regeling of besluit waarop het gebruik rust.")
@click.option("--sleutel", default="", help="Wat een regel uniek maakt.")
@click.option("--frequentie", default="", help="Hoe vaak de gegevens komen.")
@click.option("--doel", default="", help="Waarvoor de gegevens zijn.")
@click.option("--bekende-fouten", default="", help="Wat er bekend mis is.")
@click.option("--persoonsgegevens", is_flag=True, help="De bron gaat over personen.")
@click.option("--waarom", default="bron geregistreerd", show_default=True, help="Reden van deze inschrijving.")
@_VANAF
@_DOOR
@WERKMAP
def _add(bron: str, vanaf: date, door: str, werkmap: Path, waarom: str, persoonsgegevens: bool, **velden: str) -> None:
    words = {**velden, "persoonsgegevens": "ja" if persoonsgegevens else ""}
    source = voeg_bron_toe(werkmap, bron, words, vanaf=vanaf, wie=door, waarom=waarom)
    click.echo(f"{source.naam} is geregistreerd als '{bron}', vanaf {vanaf}.")


@COMMAND.command("trek-in", help="Haal een bron uit het register; de geschiedenis blijft.")
@click.argument("bron")
@_WAAROM
@_VANAF
@_DOOR
@WERKMAP
def _withdraw(bron: str, waarom: str, vanaf: date, door: str, werkmap: Path) -> None:
    trek_bron_in(werkmap, bron, vanaf=vanaf, wie=door, waarom=waarom)
    click.echo(f"De bron '{bron}' geldt niet meer vanaf {vanaf}.")


@COMMAND.command("geschiedenis", help="Toon elke inschrijving in de registers: wie, wanneer, waarom, en wat het was.")
@WERKMAP
@FORMAAT
def _history(werkmap: Path, formaat: str) -> None:
    print_rows(read_geschiedenis(werkmap), formaat)


@COMMAND.group("grondslag", help="Toon of wijzig op welke grond bronnen gekoppeld en cijfers openbaar worden.",
               invoke_without_command=True)  # fmt: skip
@WERKMAP
@FORMAAT
@click.pass_context
def _grondslag(ctx: click.Context, werkmap: Path, formaat: str) -> None:
    if _alone(ctx):
        found = [read_grondslag(werkmap, name) for name in KOPPELINGEN]
        rows = [
            {"koppeling": shell_name(each.koppeling), "doel": each.doel, "grond": each.grond or "niet vastgelegd",
             "eigenaar": each.eigenaar, "sinds": each.sinds}
            for each in found
        ]  # fmt: skip
        print_rows(rows, formaat)


@_grondslag.command("zet", help="Leg de grondslag van een koppeling vast, zoals ijw-bij of ijw-statistiek.")
@click.argument("koppeling")
@click.option("--grond", required=True, help="Wet, regeling of besluit.")
@click.option("--eigenaar", required=True, help="Wie ervoor instaat.")
@click.option("--waarom", default="", help="Toelichting.")
@_VANAF
@_DOOR
@WERKMAP
def _set(koppeling: str, grond: str, eigenaar: str, waarom: str, vanaf: date, door: str, werkmap: Path) -> None:
    found = zet_grondslag(
        werkmap, koppeling, grond=grond, eigenaar=eigenaar, vanaf=vanaf, wie=door,
        waarom=waarom,
    )  # fmt: skip
    click.echo(f"Vanaf {vanaf} mag dit: {found.doel}. Grond: {found.grond}. Eigenaar: {found.eigenaar}.")


@_grondslag.command("trek-in", help="Zet een koppeling uit; de geschiedenis blijft.")
@click.argument("koppeling")
@_WAAROM
@_VANAF
@_DOOR
@WERKMAP
def _unset(koppeling: str, waarom: str, vanaf: date, door: str, werkmap: Path) -> None:
    trek_grondslag_in(werkmap, koppeling, vanaf=vanaf, wie=door, waarom=waarom)
    click.echo(f"De koppeling {koppeling} staat uit vanaf {vanaf}.")


def _alone(ctx: click.Context) -> bool:
    """Whether no further command follows; an option given before that command would be lost, so it is refused."""
    given = [name for name in ctx.params if ctx.get_parameter_source(name) is ParameterSource.COMMANDLINE]
    if ctx.invoked_subcommand and given:
        raise GebruikersFout(f"zet --{given[0]} achter {ctx.invoked_subcommand}, aan het eind van de opdracht.")
    return ctx.invoked_subcommand is None


def _row(stand: Bronstand) -> dict[str, str]:
    share = "onbekend" if stand.volledigheid is None else f"{stand.volledigheid:.0%}"
    own = {
        "laatste_levering": stand.laatste or "geen",
        "volledigheid": share,
        "gemeten_aan": stand.gemeten_aan,
        "persoonsgegevens": "ja" if stand.bron.persoonsgegevens else "nee",
    }
    return {name: own[name] if name in own else str(getattr(stand.bron, name)) for name in KOLOMMEN}
