"""Runs the shared steps of the indicators on an engine."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol

from jeugdstelsel.indicators.instellingen import waarden as instellingen
from jeugdstelsel.indicators.kalender import Venster, calendar_rows
from jeugdstelsel.indicators.niveaus import NIVEAU, make_niveau
from jeugdstelsel.indicators.plan import DEFINITIE, list_definitions, plan_steps
from jeugdstelsel.indicators.producten import JZ21, list_products
from jeugdstelsel.model import Indicator, Table
from jeugdstelsel.model.indicator import Step


class Engine(Protocol):
    """What a calculation asks of an engine; the modules of `engines` have it."""

    def run_sql(self, connection: Any, sql: str, parameters: Mapping[str, Any] | None = None) -> list[tuple[Any, ...]]:
        """Run a query and return all rows."""

    def make_table(self, connection: Any, name: str, sql: str, parameters: Mapping[str, Any] | None = None) -> None:
        """Keep the rows of a query under a name."""

    def replace_rows(self, connection: Any, table: Table, rows: Iterable[Mapping[str, Any]]) -> None:
        """Make a table that holds exactly these rows."""


def parameters_of(sql: str, venster: Venster) -> dict[str, Any]:
    """Return the parameters that a definition names."""
    known = {
        "peildatum": venster.peildatum,
        "basis_maand": venster.basis,
        "laatste_maand": venster.laatste,
        **instellingen(),
    }
    return {name: known[name] for name in set(re.findall(r"\$(\w+)", sql))}


def prepare(
    engine: Engine,
    connection: Any,
    venster: Venster,
    niveaus: Sequence[str],
    indicators: Iterable[Indicator],
    kept: Iterable[str] = (),
) -> None:
    """Make every table that these definitions need, but for those that are `kept`."""
    hand_over(engine, connection, venster, niveaus)
    make_steps(engine, connection, plan_steps((need for each in indicators for need in each.needs), kept), venster)


def hand_over(engine: Engine, connection: Any, venster: Venster, niveaus: Sequence[str]) -> None:
    """Make the tables whose rows come from Python."""
    given = {
        **calendar_rows(venster),
        DEFINITIE: list_definitions(),
        NIVEAU: [make_niveau(name) for name in niveaus],
        JZ21: list_products(),
    }
    for table, rows in given.items():
        engine.replace_rows(connection, table, rows)


def make_steps(engine: Engine, connection: Any, steps: Iterable[Step], venster: Venster) -> None:
    """Make the tables of these steps, in this order."""
    for step in steps:
        engine.make_table(connection, step.table.name, step.sql, parameters_of(step.sql, venster))
