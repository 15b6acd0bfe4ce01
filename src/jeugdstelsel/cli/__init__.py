"""The bell: Dutch commands, one module each, loaded only when called."""

import errno
import importlib
import os
import sys
import traceback
from io import TextIOWrapper
from pathlib import Path
from typing import cast

import click

from jeugdstelsel import __version__
from jeugdstelsel.cli.nederlands import in_dutch, speak_dutch
from jeugdstelsel.model import Fout

COMMANDS = {
    "aanbieders": "Laad en toon de namen van aanbieders.",
    "aansluiting": "Leg de berichten naast Beleidsinformatie en Iv3.",
    "account": "Geef accounts van de website uit.",
    "antwoord": "Schrijf het retourbericht of antwoord op berichten die je kreeg.",
    "begrip": "Toon wat een begrip betekent, met elke definitie apart.",
    "archief": "Kijk na of alles wat is ontvangen er nog is zoals het kwam.",
    "bereken": "Bereken trajecten en indicatoren uit wat is verwerkt.",
    "bij": "Beleidsinformatie Jeugd: leveringen controleren, laden, maken en spiegelen.",
    "bronnen": "Toon alle bronnen, en leg vast van wie zij zijn en op welke grond.",
    "cbs": "Haal cijfers van CBS StatLine op, toon ze en reken ze na.",
    "controleer": "Controleer berichten zonder iets op te slaan.",
    "definitie": "Toon de definitie van een indicator, met SQL en herkomst.",
    "exporteer": "Schrijf een tabel naar CSV, Parquet of JSON.",
    "iv3": "Toon of laad wat gemeenten volgens Iv3 aan jeugd uitgeven.",
    "kwaliteit": "Toon hoe goed de gegevens van een leverancier zijn.",
    "logboek": "Controleer het logboek van wie wat zag en deed.",
    "publiceer": "Maak een uitgave van de cijfers die naar buiten mogen.",
    "rapport": "Maak een rapport als PDF, HTML of werkboek.",
    "sleutel": "Vervang de sleutel van de pseudoniemen.",
    "start": "Maak een klein synthetisch land en toon de monitor.",
    "toon": "Toon een indicator als tabel.",
    "verklaar": "Verklaar waardoor de kosten veranderden.",
    "verwerk": "Neem leveringen op: archief, tabellen en bevindingen.",
    "web": "Open de monitor als website.",
    "wereld": "Schrijf een synthetisch Nederland met geldige berichten.",
    "zorgvorm": "Toon en vul aan bij welke zorgvorm een code hoort.",
}

speak_dutch()


class _Commands(click.Group):
    """A group whose commands are imported only when they are used."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"jeugdstelsel.cli.{cmd_name}").COMMAND
        return in_dutch(command)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Opdrachten"):
            formatter.write_dl(sorted(COMMANDS.items()))


@click.command(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    options_metavar="",
    subcommand_metavar="OPDRACHT ...",
)
@click.version_option(__version__, prog_name="jeugdstelsel", message="%(prog)s %(version)s")
def commands() -> None:
    """De hele keten van de jeugdzorg: van bericht tot gepubliceerd cijfer."""


def main() -> None:
    """Run the command line; an error that a person must act on becomes one Dutch sentence and an exit code.

    An error of the program itself shows where it is, never the values at hand: those may be of a person.
    With JEUGDSTELSEL_SPOOR set it shows all, for who repairs the program.
    """
    for stream in (sys.stdout, sys.stderr):
        cast(TextIOWrapper, stream).reconfigure(errors="backslashreplace")
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
    except OSError as error:
        click.echo(f"Dat lukt niet: {_say_os_error(error)}", err=True)
        sys.exit(1)
    except Exception as error:
        if "JEUGDSTELSEL_SPOOR" in os.environ:
            raise
        click.echo(f"Er ging iets mis in jeugdstelsel zelf: {_say_where(error)}.", err=True)
        click.echo("Wat al was opgeslagen, blijft bewaard. Meld deze regel aan de beheerder.", err=True)
        sys.exit(70)


def _say_os_error(error: OSError) -> str:
    if error.errno == errno.ENOSPC:
        return "de schijf is vol. Maak ruimte en geef de opdracht opnieuw; wat al was opgeslagen, blijft bewaard."
    return f"{error.filename or 'een bestand'} is niet te lezen of te schrijven. Controleer het pad en de rechten."


def _say_where(error: Exception) -> str:
    """Return the kind of an error and the last line of our own that it passed."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if "jeugdstelsel" in Path(frame.filename).parts] or list(frames)
    return f"{type(error).__name__} in {Path(ours[-1].filename).name}, regel {ours[-1].lineno}"
