"""Computes one indicator over spec tables, so that a test shows tables in and figures out."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from motor import lend_with, read_tables

from jeugdstelsel.engines import duckdb as duck
from jeugdstelsel.indicators.kalender import make_venster
from jeugdstelsel.services.compute import find_indicator, make_query
from jeugdstelsel.services.steps import parameters_of, prepare


def read_values(
    tables: Mapping[str, str],
    code: str,
    *,
    niveau: str = "land",
    periode: str = "2025",
    columns: Sequence[str] = ("teller", "noemer", "waarde"),
    peildatum: date = date(2025, 12, 31),
    vanaf: date = date(2025, 1, 1),
) -> list[tuple[Any, ...]]:
    """Return these columns of the values of one indicator at one level and period, in order."""
    indicator, venster = find_indicator(code), make_venster(peildatum, vanaf)
    query = make_query([indicator])
    chosen = f"SELECT {', '.join(columns)} FROM ({query}) v WHERE periode = $periode ORDER BY ALL"
    with lend_with(read_tables(tables)) as connection:
        prepare(duck, connection, venster, [niveau], [indicator])
        return duck.run_sql(connection, chosen, {**parameters_of(query, venster), "periode": periode})
