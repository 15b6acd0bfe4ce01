"""Which definitions and shared steps there are, and in what order the steps are made."""

from collections.abc import Iterable
from functools import cache
from graphlib import TopologicalSorter

from jeugdstelsel.indicators.kalender import MAAND, MAAND_PERIODE, PERIODE, WERKDAG
from jeugdstelsel.indicators.niveaus import NIVEAU
from jeugdstelsel.indicators.producten import JZ21
from jeugdstelsel.model import Indicator, Table
from jeugdstelsel.model.indicator import Step
from jeugdstelsel.registry import find_all

GIVEN = (PERIODE, MAAND, MAAND_PERIODE, WERKDAG, NIVEAU, JZ21)
"""Tables whose rows come from Python, not from a query."""

ALWAYS = ("cel", "personen", "aanbieders")
"""Steps that every value needs: its place and who stands behind it."""


@cache
def all_indicators() -> dict[str, Indicator]:
    """Return {code: Indicator} of every definition."""
    return {code: item for code, item in find_all("indicators", "INDICATOR").items() if isinstance(item, Indicator)}


@cache
def all_steps() -> dict[str, Step]:
    """Return {table: Step} of every shared step."""
    return {name: step for name, step in find_all("indicators.stappen", "STEP").items() if isinstance(step, Step)}


def working_tables() -> dict[str, Table]:
    """Return {name: Table} of the tables that live only during a calculation."""
    tables = (*GIVEN, *(step.table for step in all_steps().values()))
    return {table.name: table for table in tables}


def plan_steps(needs: Iterable[str]) -> list[Step]:
    """Return the steps that fill these tables and all they stand on, each after what it needs."""
    steps, graph, wanted = all_steps(), {}, [*ALWAYS, *needs]
    while wanted:
        name = wanted.pop()
        if name in steps and name not in graph:
            graph[name] = [need for need in steps[name].needs if need in steps]
            wanted.extend(graph[name])
    return [steps[name] for name in TopologicalSorter(graph).static_order()]
