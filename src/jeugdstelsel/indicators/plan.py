"""Which definitions and shared steps there are, and in what order the steps are made."""

from collections.abc import Iterable
from functools import cache
from graphlib import TopologicalSorter

from jeugdstelsel.indicators.kalender import MAAND, MAAND_PERIODE, PERIODE, WERKDAG
from jeugdstelsel.indicators.niveaus import NIVEAU
from jeugdstelsel.indicators.producten import JZ21
from jeugdstelsel.model import Column, Indicator, Table
from jeugdstelsel.model.indicator import Step
from jeugdstelsel.registry import find_all

DEFINITIE = Table(
    "definitie",
    "Wie er achter de waarden van een definitie staan.",
    key=("indicator",),
    columns=(
        Column("indicator", "text", "code"),
        Column("versie", "text", "version"),
        Column("populatie", "text", "what the young people and providers behind a value have in common"),
        Column("telt_zelf", "boolean", "whether the definition counts the young people itself"),
    ),
)
GIVEN = (DEFINITIE, PERIODE, MAAND, MAAND_PERIODE, WERKDAG, NIVEAU, JZ21)
"""Tables whose rows come from Python, not from a query."""

ALWAYS = ("cel", "personen", "aanbieders")
"""Steps that every value needs: its place and who stands behind it."""


@cache
def all_indicators() -> dict[str, Indicator]:
    """Return {code: Indicator} of every definition."""
    return {code: item for code, item in find_all("indicators", "INDICATOR").items() if isinstance(item, Indicator)}


def list_definitions() -> list[dict[str, object]]:
    """Return the rows of `definitie`."""
    return [
        {"indicator": code, "versie": each.versie, "populatie": each.populatie, "telt_zelf": "n" in each.extra}
        for code, each in all_indicators().items()
    ]


@cache
def all_steps() -> dict[str, Step]:
    """Return {table: Step} of every shared step."""
    return {name: step for name, step in find_all("indicators.stappen", "STEP").items() if isinstance(step, Step)}


def working_tables() -> dict[str, Table]:
    """Return {name: Table} of the tables that live only during a calculation."""
    tables = (*GIVEN, *(step.table for step in all_steps().values()))
    return {table.name: table for table in tables}


def plan_steps(needs: Iterable[str], kept: Iterable[str] = ()) -> list[Step]:
    """Return the steps that fill these tables and all they stand on, each after what it needs.

    Tables that are `kept` are there already, so they and what only they stand on are left out.
    """
    return _in_order([*ALWAYS, *needs], frozenset(kept))


def plan_sums() -> list[Step]:
    """Return the steps that sum over young people and all they stand on, each after what it needs."""
    return _in_order(list(all_sums()), frozenset())


@cache
def all_sums() -> dict[str, Table]:
    """Return {name: Table} of the sums over young people."""
    return {name: step.table for name, step in all_steps().items() if step.sums}


def _in_order(wanted: list[str], kept: frozenset[str]) -> list[Step]:
    steps, graph = {name: step for name, step in all_steps().items() if name not in kept}, {}
    while wanted:
        name = wanted.pop()
        if name in steps and name not in graph:
            graph[name] = [need for need in steps[name].needs if need in steps]
            wanted.extend(graph[name])
    return [steps[name] for name in TopologicalSorter(graph).static_order()]
