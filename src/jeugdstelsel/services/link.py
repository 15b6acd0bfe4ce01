"""Link: bring the chains, trajecten, delivery periods and costs up to date with the messages."""

import datetime
from dataclasses import dataclass
from typing import Any

from jeugdstelsel.engines import duckdb as duck
from jeugdstelsel.linkage import Step, steps
from jeugdstelsel.linkage.bereik import GERAAKT_BERICHT, GERAAKTE_CLIENT, NIEUW_BERICHT
from jeugdstelsel.linkage.keten import COLUMNS, KETEN
from jeugdstelsel.linkage.logboek import BEWAARD, WIJZIGINGEN
from jeugdstelsel.tables import all_tables

STATE = ("koppeling_stand", "koppeling_log", "gekoppeld")


@dataclass(frozen=True)
class Linked:
    """What a run did: whether everything was rebuilt, and how many young people it concerned."""

    rebuilt: bool
    clients: int


def link(
    connection: duck.Connection, *, peildatum: datetime.date, moment: datetime.datetime, rebuild: bool = False
) -> Linked:
    """Bring all linkage tables up to date, in one transaction; nothing changes when it fails.

    Without `rebuild` only the chains are made again of the young people whom deliveries concern
    that were not linked before, or of whom a term ran out between the previous `peildatum` and
    this one; the result equals a rebuild. `moment` is written in koppeling_log.
    """
    for name in _stored_tables():
        duck.create_table(connection, all_tables()[name], stored_only=True)
    duck.run_sql(connection, "BEGIN TRANSACTION")
    try:
        linked = _build(connection, peildatum, rebuild)
        _write_log(connection, moment)
        _replace(connection, linked)
        duck.run_sql(connection, "COMMIT")
    except BaseException:
        duck.run_sql(connection, "ROLLBACK")
        raise
    _drop(connection)
    return linked


def read_chain(connection: duck.Connection, traject_id: str) -> list[dict[str, Any]]:
    """Return the events of one traject in order, from the stored messages; `keten.COLUMNS` names them.

    For the holder of the data only: it shows one young person.
    """
    rows = duck.run_sql(connection, KETEN, {"traject_id": traject_id})
    return [dict(zip(COLUMNS, row, strict=True)) for row in rows]


def _build(connection: duck.Connection, peildatum: datetime.date, rebuild: bool) -> Linked:
    """Make every table anew, as temporary tables, for the young people concerned."""
    everyone = rebuild or not duck.run_sql(connection, "SELECT peildatum FROM koppeling_stand")
    if not everyone:
        _temp(connection, "nieuw_bericht", NIEUW_BERICHT)
        _temp(connection, "geraakt_bericht", GERAAKT_BERICHT)
        _temp(connection, "bereik", GERAAKTE_CLIENT, {"peildatum": peildatum})
    _temp(connection, "koppeling_stand", "SELECT CAST($peildatum AS DATE) AS peildatum", {"peildatum": peildatum})
    for step in steps():
        if step.name != "bereik" or everyone:
            _temp(connection, step.name, step.sql)
    return Linked(everyone, int(duck.run_sql(connection, "SELECT count(*) FROM bereik")[0][0]))


def _write_log(connection: duck.Connection, moment: datetime.datetime) -> None:
    """Compare the state before the run with the new one."""
    for name in BEWAARD:
        stored = _stored(connection, name)
        _temp(connection, f"oud_{name}", f"SELECT * FROM {stored} WHERE client IN (SELECT client FROM bereik)")
    rows = f"SELECT $moment AS moment, soort, traject_id, oud, nieuw FROM ({WIJZIGINGEN}) w"
    duck.run_sql(connection, f"INSERT INTO koppeling_log {rows}", {"moment": moment.isoformat()})


def _replace(connection: duck.Connection, linked: Linked) -> None:
    """Put the new rows in the place of the old ones and remember what has been linked."""
    concerned = "" if linked.rebuilt else "WHERE client IN (SELECT client FROM bereik)"
    for step in _kept():
        stored, names = _stored(connection, step.name), ", ".join(step.gives.names)
        duck.run_sql(connection, f"DELETE FROM {stored} {concerned}")
        duck.run_sql(connection, f"INSERT INTO {stored} SELECT {names} FROM {step.name}")
    stand = _stored(connection, "koppeling_stand")
    duck.run_sql(connection, f"DELETE FROM {stand}")
    duck.run_sql(connection, f"INSERT INTO {stand} SELECT peildatum FROM koppeling_stand")
    duck.run_sql(
        connection,
        """INSERT INTO gekoppeld SELECT DISTINCT b.levering_id FROM bericht b
           WHERE NOT EXISTS (SELECT 1 FROM gekoppeld g WHERE g.levering_id = b.levering_id)""",
    )


def _stored_tables() -> list[str]:
    """Name every table that stays: what the steps read, what they leave behind and the state of the linkage."""
    named = {name for step in steps() for name in (step.name, *step.needs)} & set(all_tables())
    return sorted(named | set(STATE))


def _kept() -> list[Step]:
    return [step for step in steps() if step.kept]


def _temp(connection: duck.Connection, name: str, sql: str, parameters: dict[str, Any] | None = None) -> None:
    """Make a temporary table; it hides the stored table of the same name until it is dropped."""
    duck.run_sql(connection, f"CREATE OR REPLACE TEMP TABLE {name} AS {sql}", parameters)


def _stored(connection: duck.Connection, name: str) -> str:
    """Return the full name of a stored table, also while a temporary one hides it."""
    database = duck.run_sql(connection, "SELECT current_database()")[0][0]
    return f'"{database}".main.{name}'


def _drop(connection: duck.Connection) -> None:
    """Drop all temporary tables of the run."""
    extra = ["nieuw_bericht", "geraakt_bericht", "koppeling_stand", *(f"oud_{name}" for name in BEWAARD)]
    for name in [*extra, *(step.name for step in steps())]:
        duck.run_sql(connection, f"DROP TABLE IF EXISTS temp.{name}")
