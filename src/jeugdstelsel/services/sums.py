"""The sums over young people, kept from one calculation to the next.

Of a day of messages only a few young people change, and a sum over all of them changes by what those few counted for
before and count for now. The result is that of adding up everyone: whole numbers, and the same definitions run on a
few. What is kept holds for one window of months, one set of definitions and one division into regions; when any of
those is another, or when the linkage does not say who changed, everyone is added up again.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256

from jeugdstelsel.engines import duckdb as duck
from jeugdstelsel.indicators.instellingen import waarden as instellingen
from jeugdstelsel.indicators.kalender import Venster
from jeugdstelsel.indicators.plan import all_sums, plan_sums
from jeugdstelsel.model import Table
from jeugdstelsel.services.link import GERAAKT, VORIG
from jeugdstelsel.services.steps import hand_over, make_steps
from jeugdstelsel.tables.sommen_stand import TABLE as STAND

BRONNEN = ("traject", "leverperiode", "kosten", "wachtende")
"""Every row is about one young person; no other table of persons stands behind the sums."""

ZONDER = ("bericht",)
"""Tables that only say which combinations exist, so that a few young people do without."""

VERSCHOVEN = f"""
    SELECT client FROM traject
    WHERE eerste_start > $van AND eerste_start <= $tot OR laatste_stop > $van AND laatste_stop <= $tot
    EXCEPT SELECT client FROM {GERAAKT}
"""
"""Who started or stopped between two reference dates, which was known already."""


@dataclass(frozen=True)
class Kept:
    """What the kept sums hold for: the last day that counted, and a mark of everything else that they depend on."""

    peildatum: date
    kenmerk: str


def read_kept(connection: duck.Connection) -> Kept | None:
    """Return for what the kept sums hold; None when there are none or they no longer hold."""
    duck.create_table(connection, STAND)
    rows = duck.run_sql(connection, f"SELECT peildatum, kenmerk FROM {STAND.name}")
    return Kept(*rows[0]) if rows else None


def make_mark(connection: duck.Connection, venster: Venster, niveaus: Sequence[str]) -> str:
    """Return the mark of what the sums depend on besides the young people and the reference date."""
    gebied = duck.run_sql(connection, "SELECT gemeente, jaar, jeugdregio FROM gebied ORDER BY ALL")
    steps = [(step.table.name, step.sql) for step in plan_sums()]
    parts = (steps, instellingen(), venster.basis, venster.laatste, tuple(niveaus), gebied, duck.VERSION)
    return sha256(repr(parts).encode()).hexdigest()


def bring_up_to_date(
    connection: duck.Connection, before: Kept | None, now: Kept, venster: Venster, niveaus: Sequence[str]
) -> None:
    """Make the kept sums what they are for `now`; until `hold` says that they are complete, they hold for nothing.

    `before` says for what they held before the last update of the linkage, which left behind whom it concerned.
    """
    duck.run_sql(connection, f"DELETE FROM {STAND.name}")
    hand_over(duck, connection, venster, niveaus)
    if before and before.kenmerk == now.kenmerk:
        _renew(connection, before, now, venster)
    else:
        _add_up_everyone(connection, venster)


def hold(connection: duck.Connection, now: Kept) -> None:
    """Say for what the kept sums hold, in the transaction that writes what was computed with them."""
    row = {"peildatum": now.peildatum, "kenmerk": now.kenmerk}
    duck.run_sql(connection, f"INSERT INTO {STAND.name} VALUES ($peildatum, $kenmerk)", row)


def _add_up_everyone(connection: duck.Connection, venster: Venster) -> None:
    make_steps(duck, connection, plan_sums(), venster)
    for name in all_sums():
        duck.run_sql(connection, f"CREATE OR REPLACE TABLE {duck.stored(connection, name)} AS FROM temp.{name}")
    duck.drop_tables(connection, [step.table.name for step in plan_sums()])


def _renew(connection: duck.Connection, before: Kept, now: Kept, venster: Venster) -> None:
    """Change the sums by what the young people count for to whom something happened since."""
    van, tot = sorted((before.peildatum, now.peildatum))
    duck.make_table(connection, "verschoven", VERSCHOVEN, {"van": van, "tot": tot})
    _sum_few(connection, "oud", replace(venster, peildatum=before.peildatum))
    _sum_few(connection, "nieuw", venster)
    for table in all_sums().values():
        _add(connection, table)
    few = [f"{moment}_{name}" for moment in ("oud", "nieuw") for name in all_sums()]
    duck.drop_tables(connection, [*few, *map(VORIG.format, BRONNEN), GERAAKT, "verschoven", "verschil", "was"])


def _sum_few(connection: duck.Connection, moment: str, venster: Venster) -> None:
    """Sum over the young people to whom something happened, as they were (`oud`) or are (`nieuw`)."""
    try:
        for name in BRONNEN:
            stored = f"SELECT * FROM {duck.stored(connection, name)} WHERE client IN"
            changed = f"FROM {VORIG.format(name)}" if moment == "oud" else f"{stored} (SELECT client FROM {GERAAKT})"
            duck.make_table(connection, name, f"{changed} UNION ALL {stored} (SELECT client FROM verschoven)")
        for name in ZONDER:
            duck.make_table(connection, name, f"FROM {duck.stored(connection, name)} LIMIT 0")
        make_steps(duck, connection, plan_sums(), venster)
        for name in all_sums():
            duck.make_table(connection, f"{moment}_{name}", f"FROM temp.{name}")
    finally:  # the few hide everyone until then
        duck.drop_tables(connection, [*BRONNEN, *ZONDER, *(step.table.name for step in plan_sums())])


def _add(connection: duck.Connection, table: Table) -> None:
    """Add to a kept sum what it gained and take off what it lost; a row in which nothing is left goes."""
    name, stored, key = table.name, duck.stored(connection, table.name), ", ".join(table.key)
    numbers = [column for column in table.names if column not in table.key]
    columns = ", ".join((*table.key, *numbers))
    lost = ", ".join(f"-{column}" for column in numbers)
    totals = ", ".join(f"CAST(sum({column}) AS BIGINT) AS {column}" for column in numbers)
    some = " OR ".join(f"sum({column}) <> 0" for column in numbers)
    same = " AND ".join(f"s.{column} IS NOT DISTINCT FROM v.{column}" for column in table.key)

    def add_up(one: str, other: str) -> str:
        return f"SELECT {key}, {totals} FROM ({one} UNION ALL {other}) r GROUP BY {key} HAVING {some}"

    change = add_up(f"SELECT {columns} FROM nieuw_{name}", f"SELECT {key}, {lost} FROM oud_{name}")
    duck.make_table(connection, "verschil", change)
    duck.make_table(connection, "was", f"SELECT s.rowid AS rij, s.* FROM {stored} s JOIN verschil v ON {same}")
    duck.run_sql(connection, f"DELETE FROM {stored} WHERE rowid IN (SELECT rij FROM was)")
    both = add_up(f"SELECT {columns} FROM was", f"SELECT {columns} FROM verschil")
    duck.run_sql(connection, f"INSERT INTO {stored} ({columns}) {both}")
