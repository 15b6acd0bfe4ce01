"""Options and kinds of values that many commands share."""

import getpass
from collections.abc import Callable
from datetime import date, datetime
from functools import wraps
from pathlib import Path
from typing import Any, TypeAlias

import click

Command: TypeAlias = Callable[..., None]


class _Dag(click.ParamType):  # type: ignore[type-arg]  # a plain class in earlier releases of click
    """A day, written as 2026-01-31; the command gets a `date`."""

    name = "datum"

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        return "JJJJ-MM-DD"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        try:
            return datetime.strptime(value, "%Y-%m-%d").date()
        except ValueError:
            self.fail(f"{value!r} is geen dag. Schrijf een dag als 2026-01-31.", param, ctx)


DAG = _Dag()
MAP = click.Path(file_okay=False, path_type=Path)
BESTAAND = click.Path(exists=True, dir_okay=False, path_type=Path)
"""A file that is there."""

WERKMAP = click.option("--werkmap", type=MAP, default=Path("werkmap"), show_default=True, help="Map met de gegevens.")
FORMAAT = click.option(
    "--formaat", type=click.Choice(["tekst", "csv", "json"]), default="tekst", show_default=True,
    help="Vorm van de uitvoer.",
)  # fmt: skip
PER = click.option(
    "--per", type=click.Choice(["maand", "kwartaal", "halfjaar", "jaar"]), default="kwartaal", show_default=True,
    help="Lengte van de perioden.",
)  # fmt: skip
ONTHULLING = click.option(
    "--onthulling", type=BESTAAND, help="Eigen instellingen voor onthulling (TOML); standaard de meegeleverde."
)
CONTRACT = click.option("--contract", type=BESTAAND, help="Contractlijst (CSV).")
XSD = click.option(
    "--xsd", type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Map met officiële XSD-bestanden (JW301.xsd, ...) om ook tegen te valideren.",
)  # fmt: skip
_PLAATS = {
    "gemeente": click.option("--gemeente", help="Code of naam van een gemeente."),
    "jeugdregio": click.option("--jeugdregio", help="Code of naam van een jeugdregio."),
    "aanbieder": click.option("--aanbieder", help="AGB-code van een aanbieder."),
    "product_categorie": click.option("--categorie", "product_categorie", help="Productcategorie (JZ020)."),
    "product_code": click.option("--productcode", "product_code", help="Productcode."),
}


def door(wat: str, name: str = "--door") -> Callable[[Command], Command]:
    """Return the option that says who does `wat`; who is signed in to the machine, unless told otherwise."""
    return click.option(name, default=getpass.getuser, help=f"Wie {wat}; standaard de ingelogde gebruiker.")


def choose_place(command: Command) -> Command:
    """Give a command the options that choose a place and a product; it gets `gekozen`: {column: what was given}."""

    @wraps(command)
    def wrapped(**given: Any) -> None:
        chosen = {column: value for column in _PLAATS if (value := given.pop(column))}
        command(gekozen=chosen, **given)

    for option in reversed(_PLAATS.values()):
        option(wrapped)
    return wrapped
