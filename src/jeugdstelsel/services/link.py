"""Link: bring the chains, trajecten, delivery periods and costs up to date with the messages."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from jeugdstelsel.engines import duckdb as duck
from jeugdstelsel.linkage import Step, steps
from jeugdstelsel.linkage.bereik import GERAAKT_BERICHT, GERAAKTE_CLIENT, NIEUW_BERICHT
from jeugdstelsel.linkage.keten import COLUMNS, KETEN
from jeugdstelsel.linkage.logboek import BEWAARD, WIJZIGINGEN
from jeugdstelsel.tables import all_tables

MANY = 100_000
"""So many young people concerned, that making everyone anew costs less than making them beside the rest."""

STATE = ("koppeling_stand", "koppeling_log", "gekoppeld", "sommen_stand")

GERAAKT = "geraakt"
"""Holds the young people whom an update concerned, when asked to keep their rows."""

VORIG = "vorig_{}"
"""Holds their rows as they were before the update."""


@dataclass(frozen=True)
class Linked:
    """What a run did: whether everything was rebuilt, and how many young people it concerned."""

    rebuilt: bool
    clients: int


def link(
    connection: duck.Connection,
    *,
    peildatum: datetime.date,
    moment: datetime.datetime,
    rebuild: bool = False,
    keep: Sequence[str] = (),
) -> Linked:
    """Bring all linkage tables up to date with the messages in the warehouse.

    Without `rebuild` only the chains are made again of the young people whom deliveries concern
    that were not linked before, or of whom a term ran out between the previous `peildatum` and
    this one; the result equals a rebuild. `moment` is written in koppeling_log. When an update
    fails nothing has changed; a rebuild that fails is done again by the next run.
    An update leaves the rows that it replaced of the tables in `keep` behind, as `VORIG` says.
    """
    for name in _stored_tables():
        duck.create_table(connection, all_tables()[name], stored_only=True)
    duck.run_sql(connection, "SET preserve_insertion_order = false")
    try:
        if rebuild or _never_linked(connection):
            return _rebuild(connection, peildatum, moment)
        return _update(connection, peildatum, moment, keep)
    finally:
        duck.run_sql(connection, "RESET preserve_insertion_order")
        duck.drop_tables(connection, _temporary())


def read_chain(connection: duck.Connection, traject_id: str) -> list[dict[str, Any]]:
    """Return the events of one traject in order, from the stored messages; `keten.COLUMNS` names them.

    For the holder of the data only: it shows one young person.
    """
    rows = duck.run_sql(connection, KETEN, {"traject_id": traject_id})
    return [dict(zip(COLUMNS, row, strict=True)) for row in rows]


def _never_linked(connection: duck.Connection) -> bool:
    return not duck.run_sql(connection, "SELECT peildatum FROM koppeling_stand")


def _rebuild(connection: duck.Connection, peildatum: datetime.date, moment: datetime.datetime) -> Linked:
    """Make every table anew for everyone, straight into its place; until the end it counts as never linked."""
    _remember(connection, everyone=True)
    for state in ("koppeling_stand", "sommen_stand"):
        duck.run_sql(connection, f"DELETE FROM {state}")
    _set_day(connection, peildatum)
    for step in steps():
        if step.kept:
            duck.run_sql(connection, f"DELETE FROM {step.name}")
            duck.run_sql(connection, f"INSERT INTO {step.name} {step.sql}")
        else:
            _temp(connection, step.name, step.sql)
        duck.drop_tables(connection, _unneeded_after(step))
    with duck.transaction(connection):
        _finish(connection, moment)
    return Linked(True, _count(connection))


def _update(
    connection: duck.Connection, peildatum: datetime.date, moment: datetime.datetime, keep: Sequence[str]
) -> Linked:
    """Make the rows of the young people concerned beside the stored ones, then put them in their place."""
    _temp(connection, "nieuw_bericht", NIEUW_BERICHT)
    _temp(connection, "geraakt_bericht", GERAAKT_BERICHT)
    _temp(connection, "bereik", GERAAKTE_CLIENT, {"peildatum": peildatum})
    if _count(connection) > MANY:
        return _rebuild(connection, peildatum, moment)
    _remember(connection, everyone=False)
    for name in keep:
        _temp(connection, VORIG.format(name), f"SELECT * FROM {name} WHERE client IN (SELECT client FROM bereik)")
    _temp(connection, GERAAKT, "SELECT client FROM bereik")
    _set_day(connection, peildatum)
    for step in steps():
        if step.name != "bereik":
            _temp(connection, step.name, step.sql)
    with duck.transaction(connection):
        for step in steps():
            if step.kept:
                _replace(connection, step)
        duck.run_sql(connection, "DELETE FROM sommen_stand")
        _finish(connection, moment)
    return Linked(False, _count(connection))


def _remember(connection: duck.Connection, *, everyone: bool) -> None:
    """Keep of the state before the run what the log compares."""
    concerned = "" if everyone else "WHERE client IN (SELECT client FROM bereik)"
    for name, columns in BEWAARD.items():
        _temp(connection, f"oud_{name}", f"SELECT {', '.join(columns)} FROM {name} {concerned}")


def _set_day(connection: duck.Connection, peildatum: datetime.date) -> None:
    _temp(connection, "koppeling_stand", "SELECT CAST($peildatum AS DATE) AS peildatum", {"peildatum": peildatum})


def _count(connection: duck.Connection) -> int:
    return int(duck.run_sql(connection, "SELECT count(*) FROM bereik")[0][0])


def _replace(connection: duck.Connection, step: Step) -> None:
    """Put the new rows of a kept table in the place of the old ones."""
    stored, names = duck.stored(connection, step.name), ", ".join(step.gives.names)
    duck.run_sql(connection, f"DELETE FROM {stored} WHERE client IN (SELECT client FROM bereik)")
    duck.run_sql(connection, f"INSERT INTO {stored} SELECT {names} FROM {step.name}")


def _finish(connection: duck.Connection, moment: datetime.datetime) -> None:
    """Write the log and remember what has been linked and on which day it stands."""
    rows = f"SELECT $moment AS moment, soort, traject_id, oud, nieuw FROM ({WIJZIGINGEN}) w"
    duck.run_sql(connection, f"INSERT INTO koppeling_log {rows}", {"moment": moment.isoformat()})
    stand = duck.stored(connection, "koppeling_stand")
    duck.run_sql(connection, f"DELETE FROM {stand}")
    duck.run_sql(connection, f"INSERT INTO {stand} SELECT peildatum FROM koppeling_stand")
    duck.run_sql(
        connection,
        """INSERT INTO gekoppeld SELECT DISTINCT b.levering_id FROM bericht b
           WHERE NOT EXISTS (SELECT 1 FROM gekoppeld g WHERE g.levering_id = b.levering_id)""",
    )


def _unneeded_after(step: Step) -> list[str]:
    """Name the tables of this run that no later step reads, so that they make room."""
    later = steps()[steps().index(step) + 1 :]
    wanted = {name for other in later for name in other.needs} | {"bereik"}
    return [name for name in step.needs if name in {s.name for s in steps() if not s.kept} - wanted]


def _temporary() -> list[str]:
    return [
        "nieuw_bericht",
        "geraakt_bericht",
        "koppeling_stand",
        *(f"oud_{n}" for n in BEWAARD),
        *(s.name for s in steps()),
    ]


def _stored_tables() -> list[str]:
    """Name every table that stays: what the steps read, what they leave behind and the state of the linkage."""
    named = {name for step in steps() for name in (step.name, *step.needs)} & set(all_tables())
    return sorted(named | set(STATE))


def _temp(connection: duck.Connection, name: str, sql: str, parameters: dict[str, Any] | None = None) -> None:
    """Make a temporary table; it hides the stored table of the same name until it is dropped."""
    duck.run_sql(connection, f"CREATE OR REPLACE TEMP TABLE {name} AS {sql}", parameters)
