"""Explains a definition: its SQL, what it means, and which message elements it is made of."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import sqlglot
from sqlglot import exp

from jeugdstelsel.indicators.plan import GIVEN, all_indicators, all_steps
from jeugdstelsel.linkage import steps as linkage_steps
from jeugdstelsel.model import GebruikersFout, Indicator, Rule
from jeugdstelsel.registry import find_all
from jeugdstelsel.rules import all_rules
from jeugdstelsel.tables import all_tables

OURS = "duckdb"
"""The dialect in which definitions are parsed; they run unchanged on DuckDB and Spark."""

PROVEN = ("duckdb", "spark")
NOT_PROVEN = "vertaling, niet met een contracttest bewezen"


@dataclass(frozen=True)
class Definition:
    """One definition in full. `sql` maps a name (the code, or a berichtklasse) to its text."""

    code: str
    soort: str
    titel: str
    betekenis: str
    sql: Mapping[str, str]
    kenmerken: Mapping[str, str]
    beperkingen: tuple[str, ...]


@dataclass(frozen=True)
class Lineage:
    """Where a definition comes from.

    `stappen` are the derived tables between messages and definition, `tabellen` the tables of the hallway that hold
    messages, with the columns that are read, and `elementen` the message elements that fill those columns.
    """

    stappen: tuple[str, ...]
    tabellen: Mapping[str, tuple[str, ...]]
    elementen: tuple[str, ...]


def find_definition(code: str) -> Definition:
    """Return the indicator, rule or derived table with this code; raises GebruikersFout when there is none."""
    if code in all_indicators():
        return _of_indicator(all_indicators()[code])
    if code in all_rules():
        return _of_rule(all_rules()[code])
    if code in _derived():
        meaning, sql, _needs = _derived()[code]
        return Definition(code, "tabel", code, meaning, {code: sql}, {}, ())
    raise GebruikersFout(
        f"De definitie '{code}' bestaat niet. Geef de code van een indicator ({', '.join(all_indicators())}), "
        "van een regel (zoals TR019), of de naam van een afgeleide tabel (zoals traject)."
    )


def _of_indicator(item: Indicator) -> Definition:
    """Return an indicator as a definition."""
    marks = {
        "eenheid": item.eenheid, "teller": item.teller, "noemer": item.noemer, "bronnen": ", ".join(item.bronnen),
        "stelseldoel": item.stelseldoel, "versie": item.versie,
    }  # fmt: skip
    return Definition(
        item.code, "indicator", item.titel, item.betekenis, {item.code: item.sql}, marks, item.beperkingen
    )


def _of_rule(rule: Rule) -> Definition:
    """Return a rule as a definition."""
    return Definition(rule.code, "regel", rule.code, rule.herstel, rule.violations, {}, ())


@cache
def _derived() -> dict[str, tuple[str, str, tuple[str, ...]]]:
    """Return {table: (meaning, sql, needs)} of every table that a query makes."""
    found = {step.name: (step.gives.meaning, step.sql, step.needs) for step in linkage_steps()}
    return found | {name: (step.table.meaning, step.sql, step.needs) for name, step in all_steps().items()}


@cache
def _parse(sql: str) -> exp.Expression:
    """Return the tree of a query; a text is parsed once, so do not change the tree."""
    return sqlglot.parse_one(sql, read=OURS)


def tables_in(sql: str) -> set[str]:
    """Return the tables that a query reads, without its own WITH names."""
    tree = _parse(sql)
    own = {cte.alias for cte in tree.find_all(exp.CTE)}
    return {table.name for table in tree.find_all(exp.Table)} - own


def columns_in(sql: str) -> set[str]:
    """Return the names of the columns that a query mentions."""
    tree = _parse(sql)
    return {column.name for column in tree.find_all(exp.Column)}


@cache
def trace(code: str) -> Lineage:
    """Return the lineage of a definition, down to the elements of the messages."""
    waiting = list(find_definition(code).sql.values())
    steps: list[str] = []
    read: dict[str, set[str]] = {}
    while waiting:
        sql = waiting.pop()
        columns = columns_in(sql)
        for name in sorted(tables_in(sql)):
            if name in _derived() and name not in steps:
                steps.append(name)
                waiting.append(_derived()[name][1])
            elif name in all_tables() and name not in _derived():
                read.setdefault(name, set()).update(columns & set(all_tables()[name].names))
    tables = {name: tuple(sorted(columns)) for name, columns in sorted(read.items())}
    return Lineage(tuple(steps), tables, tuple(_elements(tables)))


def _elements(tables: Mapping[str, Iterable[str]]) -> list[str]:
    """Return `berichtsoort pad` of every element that fills one of these columns."""
    found = set()
    for message in find_all("ingest", "MESSAGE").values():
        for source in getattr(message, "sources", ()):
            filled = {**source.columns, **source.present}
            for column in set(tables.get(source.table, ())) & set(filled):
                found.add(f"{message.berichtsoort} {source.element(column)}")  # type: ignore[attr-defined]
    return sorted(found)


def translate(code: str, dialect: str) -> str:
    """Return the SQL of a definition for a warehouse; other than DuckDB and Spark it is marked as not proven.

    Raises GebruikersFout when the dialect is unknown or the definition cannot be written in it.
    """
    definition = find_definition(code)
    if dialect in PROVEN:
        return "\n".join(_dress(name, sql) for name, sql in definition.sql.items())
    if dialect not in sqlglot.Dialect.classes:
        known = ", ".join(sorted(name for name in sqlglot.Dialect.classes if name))
        raise GebruikersFout(f"Het dialect '{dialect}' is onbekend. Kies een van: {known}.")
    try:
        texts = {
            name: sqlglot.transpile(
                sql, read=OURS, write=dialect, pretty=True, unsupported_level=sqlglot.ErrorLevel.RAISE
            )[0]
            for name, sql in definition.sql.items()
        }
    except sqlglot.errors.SqlglotError as error:
        raise GebruikersFout(
            f"De definitie '{code}' is niet in {dialect} te schrijven. Gebruik duckdb of spark."
        ) from error
    return f"-- {NOT_PROVEN} ({dialect})\n" + "\n".join(_dress(name, sql) for name, sql in texts.items())


def _dress(name: str, sql: str) -> str:
    """Return a query under its name, without the indent of the module it stands in."""
    lines = sql.strip("\n").splitlines()
    indent = min((len(line) - len(line.lstrip()) for line in lines if line.strip()), default=0)
    return f"-- {name}\n" + "\n".join(line[indent:].rstrip() for line in lines).rstrip() + "\n"


def explain(code: str, *, dialect: str = OURS) -> str:
    """Return a definition as text for a reader: meaning, marks, limits, lineage and SQL."""
    definition, lineage = find_definition(code), trace(code)
    lines = [f"{definition.titel} ({definition.code})", "", definition.betekenis, ""]
    lines += [f"{name:<12} {value}" for name, value in definition.kenmerken.items()]
    lines += ["", "Beperkingen:", *(f"- {text}" for text in definition.beperkingen)] if definition.beperkingen else []
    lines += ["", "Herkomst:", "- stappen: " + (", ".join(lineage.stappen) or "geen")]
    lines += [f"- tabel {name}: {', '.join(columns)}" for name, columns in lineage.tabellen.items()]
    lines += [f"- element {element}" for element in lineage.elementen]
    lines += ["", translate(code, dialect)]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines))


def all_definitions() -> dict[str, tuple[str, tuple[str, ...]]]:
    """Return {name: (sql, needs)} of every definition in the house: rules, linkage, steps and indicators."""
    found: dict[str, Any] = {name: (sql, needs) for name, (_meaning, sql, needs) in _derived().items()}
    for rule in all_rules().values():
        found |= {f"{rule.code} {klasse}": (sql, rule.needs) for klasse, sql in rule.violations.items()}
    found |= {f"indicator {item.code}": (item.sql, item.needs) for item in all_indicators().values()}
    return found


def declared_tables() -> dict[str, tuple[str, ...]]:
    """Return {table: columns} of every table that a definition may name."""
    found = {name: table.names for name, table in all_tables().items()}
    found |= {table.name: table.names for table in GIVEN}
    found |= {step.name: step.gives.names for step in linkage_steps()}
    return found | {name: step.table.names for name, step in all_steps().items()}
