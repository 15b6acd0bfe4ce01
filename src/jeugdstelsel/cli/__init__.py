"""The bell: Dutch commands, one module each, loaded only when called."""

import importlib
import sys

import click

from jeugdstelsel import __version__
from jeugdstelsel.model import Fout

COMMANDS = {
    "bereken": "Bereken trajecten en indicatoren uit wat is verwerkt.",
    "controleer": "Controleer berichten zonder iets op te slaan.",
    "definitie": "Toon de definitie van een indicator, met SQL en herkomst.",
    "exporteer": "Schrijf een tabel naar CSV, Parquet of JSON.",
    "publiceer": "Maak een uitgave van de cijfers die naar buiten mogen.",
    "sleutel": "Vervang de sleutel van de pseudoniemen.",
    "start": "Maak een klein synthetisch land en toon de monitor.",
    "toon": "Toon een indicator als tabel.",
    "verwerk": "Neem leveringen op: archief, tabellen en bevindingen.",
    "wereld": "Schrijf een synthetisch Nederland met geldige berichten.",
}


class _Commands(click.Group):
    """A group whose commands are imported only when they are used."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"jeugdstelsel.cli.{cmd_name}").COMMAND
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Opdrachten"):
            formatter.write_dl(sorted(COMMANDS.items()))


@click.command(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]}, options_metavar="")
@click.version_option(__version__, prog_name="jeugdstelsel", message="%(prog)s %(version)s")
def commands() -> None:
    """De hele keten van de jeugdzorg: van bericht tot gepubliceerd cijfer."""


def main() -> None:
    """Run the command line; an error that a person must act on becomes one Dutch sentence and an exit code."""
    try:
        commands(standalone_mode=False)
    except Fout as error:
        click.echo(f"Dat lukt niet: {error}", err=True)
        sys.exit(error.exit_code)
    except click.UsageError as error:
        click.echo(f"Deze opdracht klopt niet: {error.format_message()}", err=True)
        click.echo("Vraag uitleg met --help.", err=True)
        sys.exit(2)
    except click.ClickException as error:
        click.echo(error.format_message(), err=True)
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        click.echo("Afgebroken. Wat al was opgeslagen, blijft bewaard.", err=True)
        sys.exit(130)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(141)
