"""Chains, trajecten and costs: every step makes one table out of the tables before it."""

from dataclasses import dataclass
from functools import cache
from graphlib import TopologicalSorter

from jeugdstelsel.model import Table
from jeugdstelsel.registry import find_all
from jeugdstelsel.tables import all_tables

OPEN_EIND = "DATE '9999-12-31'"
"""Stands for 'no end yet' while periods are compared; never written to a table."""

PAUZE = "'20'"
"""RedenBeeindiging of a pause (JZ588, OP377-OP379)."""


@dataclass(frozen=True)
class Step:
    """One step of the linkage: `sql` fills the table `gives` and reads only the tables `needs`.

    A table that is declared in the hallway is kept; every other one lives for one run.
    """

    gives: Table
    needs: tuple[str, ...]
    sql: str

    @property
    def name(self) -> str:
        """The name of the table it makes."""
        return self.gives.name

    @property
    def kept(self) -> bool:
        """Whether the table stays in the warehouse after the run."""
        return self.name in all_tables()


def traject_id(alias: str = "") -> str:
    """Return the SQL of the stable id of a traject with a number (ijw.md 5.1).

    The young person is part of it: a number that a gemeente gave to two children (against
    TR332) stays two trajecten, and a chain never holds the data of two children.
    """
    dot = f"{alias}." if alias else ""
    key = f"'toewijzing|' || {dot}gemeente || '|' || {dot}client || '|' || CAST({dot}toewijzing_nummer AS STRING)"
    return f"substr(md5({key}), 1, 16)"


def na_werkdagen(dag: str, weken: int = 1) -> str:
    """Return the SQL of the day that lies 5 working days (times `weken`) after `dag`.

    Monday to Friday are working days; public holidays are not left out.
    """
    extra = 7 * (weken - 1)
    return f"plus_dagen({dag}, {extra} + CASE iso_weekdag({dag}) WHEN 6 THEN 6 WHEN 7 THEN 5 ELSE 7 END)"


@cache
def steps() -> tuple[Step, ...]:
    """Return all steps in the order in which they can run."""
    found = {step.name: step for step in find_all("linkage", "STEP").values() if isinstance(step, Step)}
    order = TopologicalSorter({name: sorted(set(step.needs) & set(found)) for name, step in sorted(found.items())})
    return tuple(found[name] for name in order.static_order())


def query(name: str) -> str:
    """Return the whole derivation of table `name` from the messages as the head of one query.

    The text ends after the WITH list, so that a SELECT on `name` (or on a step before it) can
    follow: `query("traject") + "SELECT * FROM traject"`.
    """
    by_name = {step.name: step for step in steps()}
    wanted: set[str] = set()
    queue = [name]
    while queue:
        current = queue.pop()
        if current in by_name and current not in wanted:
            wanted.add(current)
            queue.extend(by_name[current].needs)
    return "WITH " + ",\n".join(f"{step.name} AS ({step.sql})" for step in steps() if step.name in wanted) + "\n"
