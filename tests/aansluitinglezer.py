"""Runs the reconciliation over spec tables, so that a test shows sources in and differences out."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from typing import Any

from builders import read_table
from motor import lend_with, read_tables

from jeugdstelsel.engines import duckdb as duck
from jeugdstelsel.linkage.aansluiting import IV3_LASTEN, SCHAAL
from jeugdstelsel.services.aansluiting import run_steps
from jeugdstelsel.services.verklaar import read_period
from jeugdstelsel.services.zorgvorm import kruising_rijen

PEILDATUM = date(2026, 6, 30)
Iv3 = Mapping[str, Mapping[str, int]]


def iv3_rows(iv3: Iv3, jaar: int = 2025) -> list[dict[str, Any]]:
    """Return rows of `iv3_lasten`: {gemeente: {taakveld: eurocent}}."""
    soort = f"taakveld_{2025 if jaar >= 2025 else 2023 if jaar >= 2023 else 2017}"
    return [
        {"gemeente": gemeente, "soort": soort, "taakveld": code, "bedrag": amount}
        for gemeente, amounts in iv3.items()
        for code, amount in amounts.items()
    ]


@contextmanager
def reconciled(
    tables: Mapping[str, str], iv3: Iv3 | None = None, *, periode: str = "2025", schaal: Mapping[str, float] | None = None,
    eigen: str = "", peildatum: date = PEILDATUM,
) -> Iterator[duck.Connection]:  # fmt: skip
    """Give a database with the tables that the steps make; `eigen` are own lines of `zorgvorm_kruising`."""
    own = read_table("zorgvorm_kruising", eigen)[1] if eigen else []
    scales = [{"gemeente": code, "schaal": value} for code, value in (schaal or {}).items()]
    chosen = read_period(periode)
    given = {IV3_LASTEN: iv3_rows(iv3 or {}, chosen.begin.year), SCHAAL: scales}
    with lend_with(read_tables(tables) | {"zorgvorm_kruising": [*kruising_rijen(), *own]}) as connection:
        run_steps(duck, connection, chosen, peildatum, given)
        yield connection


def read(connection: duck.Connection, sql: str) -> list[tuple[Any, ...]]:
    """Return the rows of a query, in order."""
    return sorted(duck.run_sql(connection, sql), key=repr)
