"""The window of a calculation: its months, periods and working days, as rows for the engine."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from jeugdstelsel.indicators.instellingen import waarde
from jeugdstelsel.model import Column, Table

PERIODE = Table(
    "periode",
    "A whole period within the window.",
    key=("periode",),
    columns=(
        Column("periode", "text", "2025-01, 2025-K1, 2025-H1 or 2025"),
        Column("nummer", "integer", "number"),
        Column("periode_soort", "text", "maand, kwartaal, halfjaar or jaar"),
        Column("begin", "date", "first day"),
        Column("eind", "date", "last day, inside"),
        Column("maanden", "integer", "bit m is set when month m of the window lies in the period"),
        Column("slotmaand", "integer", "only the bit of the last month of the period"),
        Column("status", "text", "voorlopig or definitief"),
    ),
)
MAAND = Table(
    "maand",
    "A month of the window.",
    key=("maand",),
    columns=(
        Column("maand", "integer", "month of the window, from 0"),
        Column("begin", "date", "first day"),
        Column("bit", "integer", "only the bit of this month"),
    ),
)
MAAND_PERIODE = Table(
    "maand_periode",
    "The periods in which a month of the window lies.",
    key=("maand", "periode"),
    columns=(
        Column("maand", "integer", "month of the window, from 0"),
        Column("periode", "text", "period"),
        Column("nummer", "integer", "number of the period, because numbers sort faster than names"),
    ),
)
WERKDAG = Table(
    "werkdag",
    "Every day, with the number of working days up to and including it.",
    key=("datum",),
    columns=(
        Column("datum", "date", "day"),
        Column(
            "nummer", "integer", "working days since the start of the table; the difference of two days counts them"
        ),
    ),
)
STAPPEN = {"maand": 1, "kwartaal": 3, "halfjaar": 6, "jaar": 12}
MARGE = timedelta(days=400)
"""Working days are known this long after the reference date."""


@dataclass(frozen=True)
class Venster:
    """The months that are calculated: `basis` is year * 12 + month of month 0, `laatste` the last month from 0."""

    peildatum: date
    basis: int
    laatste: int


def month_number(day: date) -> int:
    """Return year * 12 + month."""
    return day.year * 12 + day.month


def first_day(number: int) -> date:
    """Return the first day of the month with this number."""
    return date((number - 1) // 12, (number - 1) % 12 + 1, 1)


def make_venster(peildatum: date, vanaf: date) -> Venster:
    """Return the whole months from `vanaf` up to the reference date, at most as many as the setting says.

    When the reference date is not the last day of a month, its month is left out.
    `laatste` is -1 when no month is whole.
    """
    last = month_number(peildatum + timedelta(days=1)) - 1
    basis = max(month_number(vanaf), last + 1 - waarde("maanden_venster"))
    return Venster(peildatum, basis, max(last - basis, -1))


def name_period(soort: str, begin: date) -> str:
    """Return the name of the period of this kind that begins on this day, such as 2025-K1."""
    index = (begin.month - 1) // STAPPEN[soort] + 1
    return {
        "maand": f"{begin:%Y-%m}",
        "kwartaal": f"{begin:%Y}-K{index}",
        "halfjaar": f"{begin:%Y}-H{index}",
        "jaar": f"{begin:%Y}",
    }[soort]


def list_periods(venster: Venster) -> list[dict[str, Any]]:
    """Return the rows of `periode`: every period that lies whole within the window."""
    rows: list[dict[str, Any]] = []
    final = first_day(month_number(venster.peildatum + timedelta(days=1)) - waarde("maanden_voorlopig"))
    for soort, length in STAPPEN.items():
        for month in range(venster.laatste - length + 2):
            begin, after = first_day(venster.basis + month), first_day(venster.basis + month + length)
            if (begin.month - 1) % length == 0:
                rows.append(
                    {
                        "periode": name_period(soort, begin),
                        "nummer": len(rows),
                        "periode_soort": soort,
                        "begin": begin,
                        "eind": after - timedelta(days=1),
                        "maanden": (1 << month + length) - (1 << month),
                        "slotmaand": 1 << month + length - 1,
                        "status": "definitief" if after <= final else "voorlopig",
                    }
                )
    return rows


def list_months(venster: Venster) -> list[dict[str, Any]]:
    """Return the rows of `maand`."""
    return [
        {"maand": month, "begin": first_day(venster.basis + month), "bit": 1 << month}
        for month in range(venster.laatste + 1)
    ]


def list_month_periods(periods: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the rows of `maand_periode`."""
    return [
        {"maand": month, "periode": period["periode"], "nummer": period["nummer"]}
        for period in periods
        for month in range(period["maanden"].bit_length())
        if period["maanden"] >> month & 1
    ]


def easter(year: int) -> date:
    """Return Easter Sunday (anonymous Gregorian computus)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * week) // 451
    month, day = divmod(h + week - 7 * m + 114, 31)
    return date(year, month, day + 1)


def holidays(year: int) -> frozenset[date]:
    """Return the days that the Algemene termijnenwet (art. 3) treats as public holidays."""
    sunday = easter(year)
    koningsdag = date(year, 4, 26) if date(year, 4, 27).isoweekday() == 7 else date(year, 4, 27)
    movable = {sunday + timedelta(days=days) for days in (-2, 1, 39, 50)}
    return frozenset(movable | {date(year, 1, 1), koningsdag, date(year, 5, 5), date(year, 12, 25), date(year, 12, 26)})


def list_working_days(first: date, last: date) -> Iterator[dict[str, Any]]:
    """Yield the rows of `werkdag` from first to last day."""
    free = frozenset().union(*(holidays(year) for year in range(first.year, last.year + 1)))
    number, day = 0, first
    while day <= last:
        number += day.isoweekday() < 6 and day not in free
        yield {"datum": day, "nummer": number}
        day += timedelta(days=1)


def calendar_rows(venster: Venster) -> dict[Table, list[dict[str, Any]]]:
    """Return the rows of every calendar table for this window."""
    periods = list_periods(venster)
    days = list_working_days(first_day(venster.basis) - MARGE, venster.peildatum + MARGE)
    return {
        PERIODE: periods,
        MAAND: list_months(venster),
        MAAND_PERIODE: list_month_periods(periods),
        WERKDAG: list(days),
    }
