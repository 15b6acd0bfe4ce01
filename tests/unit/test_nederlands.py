"""Help and errors of the command line are in Dutch, also where click writes them."""

import importlib
import re

import click
import pytest
from click.testing import CliRunner

from jeugdstelsel.cli import COMMANDS, commands, nederlands

ENGLISH = re.compile(r"Usage|Options|Commands|\[default|Show |required|TEXT|FILE\b|DIRECTORY|INTEGER|ARGS")


def ask(*arguments: str) -> str:
    return CliRunner().invoke(commands, arguments).output


def lines(command: click.Command, *path: str) -> list[tuple[str, ...]]:
    """Return the arguments that ask for the help of a command and of every command under it."""
    under = command.commands.items() if isinstance(command, click.Group) else ()
    return [(*path, "--help"), *(line for name, own in under for line in lines(own, *path, name))]


@pytest.mark.parametrize("name", ["", *sorted(COMMANDS)])
def test_the_help_of_a_command_and_of_what_is_under_it_has_no_english(name: str) -> None:
    command = importlib.import_module(f"jeugdstelsel.cli.{name}").COMMAND if name else commands
    for arguments in lines(command, name) if name else [("--help",)]:
        help_text = ask(*arguments)
        assert help_text.startswith("Gebruik: ")
        assert not ENGLISH.search(help_text)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("verwerk", "--werkmp", "x"), "de optie '--werkmp' bestaat niet. Bedoel je '--werkmap'?"),
        (("verwrek",), "de opdracht 'verwrek' bestaat niet."),
        (("controleer", "x", "--formaat", "xml"), "'--formaat': 'xml' kan hier niet. Kies uit 'tekst', 'json'."),
        (("wereld", "x", "--schaal", "veel"), "'--schaal': 'veel' is geen getal."),
        (("verwerk", "--van"), "de optie '--van' heeft een waarde nodig."),
        (("bereken", "a", "b"), "dit staat er te veel: a b"),
    ],
)
def test_a_command_that_is_wrong_is_told_so_in_dutch(arguments: tuple[str, ...], said: str) -> None:
    with pytest.raises(click.UsageError) as wrong:
        commands(arguments, standalone_mode=False)
    assert said in wrong.value.format_message()


def test_each_sentence_keeps_the_places_that_click_fills_in() -> None:
    for english, dutch in nederlands.TEKSTEN.items():
        filled = set(re.findall(r"{(\w+)", english))
        assert set(re.findall(r"{(\w+)", dutch)) <= filled
