"""The sentences of click in Dutch; it asks for each under its English text."""

import importlib

import click

TEKSTEN = {
    "Usage:": "Gebruik:",
    "Options": "Opties",
    "Commands": "Opdrachten",
    "Positional arguments": "Argumenten",
    "Show this message and exit.": "Toon deze uitleg.",
    "Show the version and exit.": "Toon de versie.",
    "default: {default}": "standaard: {default}",
    "required": "verplicht",
    "file": "bestand",
    "directory": "map",
    "path": "pad",
    "Missing command.": "er is geen opdracht genoemd.",
    "Missing argument": "dit ontbreekt:",
    "Missing option": "deze optie ontbreekt:",
    "Choose from:\n\t{choices}": "Kies uit:\n\t{choices}",
    "Invalid value: {message}": "{message}",
    "Invalid value for {param_hint}: {message}": "{param_hint}: {message}",
    "No such option {name!r}.": "de optie {name!r} bestaat niet.",
    "No such command {name!r}.": "de opdracht {name!r} bestaat niet.",
    "Did you mean {possibility}?": "Bedoel je {possibility}?",
    "(Did you mean one of: {possibilities}?)": "Bedoel je een van deze: {possibilities}?",
    "Got unexpected extra argument ({args})": "dit staat er te veel: {args}",
    "Got unexpected extra arguments ({args})": "dit staat er te veel: {args}",
    "Argument {name!r} takes {nargs} values.": "{name!r} heeft {nargs} waarden nodig.",
    "Option {name!r} does not take a value.": "de optie {name!r} heeft geen waarde.",
    "Option {name!r} requires an argument.": "de optie {name!r} heeft een waarde nodig.",
    "Option {name!r} requires {nargs} arguments.": "de optie {name!r} heeft {nargs} waarden nodig.",
    "{value!r} is not {choice}.": "{value!r} kan hier niet. Kies {choice}.",
    "{value!r} is not one of {choices}.": "{value!r} kan hier niet. Kies uit {choices}.",
    "{value!r} is not a valid {number_type}.": "{value!r} is geen {number_type}.",
    "{value} is not in the range {range}.": "{value} ligt niet in {range}.",
    "{value!r} does not match the format {format}.": "{value!r} is geen datum als {format}.",
    "{value!r} does not match the formats {formats}.": "{value!r} is geen datum als {formats}.",
    "{name} {filename!r} does not exist.": "{filename!r} bestaat niet.",
    "{name} {filename!r} is a file.": "{filename!r} is een bestand; hier hoort een map.",
    "{name} {filename!r} is a directory.": "{filename!r} is een map; hier hoort een bestand.",
    "{name} {filename!r} is not readable.": "{filename!r} is niet te lezen.",
    "{name} {filename!r} is not writable.": "{filename!r} is niet te schrijven.",
}
SOORTEN = {
    "StringParamType": "tekst",
    "IntParamType": "getal",
    "IntRange": "getal",
    "FloatParamType": "getal",
    "FloatRange": "getal",
    "DateTime": "datum",
}
"""Per type of click what a value is called in the help."""
_MODULES = ("core", "decorators", "exceptions", "formatting", "parser", "types")


def speak_dutch() -> None:
    """Let click say all in Dutch, in help and in errors; call it before a command is made."""
    for name in _MODULES:
        module = importlib.import_module(f"click.{name}")
        for own, ours in {"_": _say, "ngettext": _say_number}.items():
            if hasattr(module, own):
                setattr(module, own, ours)
    types = importlib.import_module("click.types")
    for kind, naam in SOORTEN.items():
        getattr(types, kind).name = naam


def in_dutch(command: click.Command) -> click.Command:
    """Return a command whose line of use names its parts in Dutch."""
    command.options_metavar = command.options_metavar and "[OPTIES]"
    if isinstance(command, click.Group):
        command.subcommand_metavar = "OPDRACHT ..."
        for own in command.commands.values():
            in_dutch(own)
    return command


def _say(text: str) -> str:
    return TEKSTEN.get(text, text)


def _say_number(one: str, more: str, count: int) -> str:
    return _say(one if count == 1 else more)
