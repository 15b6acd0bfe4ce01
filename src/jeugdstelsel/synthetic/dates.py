"""Day numbers since 1970 and the calendar steps that the synthetic country needs."""

from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

Days = NDArray[np.int64]

NEVER = 400_000
"""A day number after every other day: still running, no end."""
_FIRST = (date(1990, 1, 1) - date(1970, 1, 1)).days
_ISO = np.array([str(day) for day in np.arange(np.datetime64("1990-01-01"), np.datetime64("2051-01-01"))], dtype=object)


def day_number(day: date) -> int:
    """Return the days between 1970-01-01 and `day`."""
    return (day - date(1970, 1, 1)).days


def iso(days: Any) -> list[str]:
    """Return ISO dates for day numbers between 1990 and 2050; NEVER becomes an empty text."""
    known = np.asarray(days)
    texts = _ISO[np.where(known == NEVER, 0, known - _FIRST)]
    return list(np.where(known == NEVER, "", texts))


def month_of(days: Any) -> Days:
    """Return the months since January 1970."""
    return np.asarray(days).astype("M8[D]").astype("M8[M]").astype(np.int64)


def first_day(months: Any) -> Days:
    """Return the first day of each month."""
    return np.asarray(months).astype("M8[M]").astype("M8[D]").astype(np.int64)


def last_day(months: Any) -> Days:
    """Return the last day of each month."""
    return first_day(np.asarray(months) + 1) - 1


def year_of(months: Any) -> Days:
    """Return the calendar year of each month number."""
    return np.asarray(months) // 12 + 1970


def workday(days: Any) -> Days:
    """Move Saturday and Sunday to the Monday after."""
    known = np.asarray(days)
    weekday = (known + 3) % 7
    return known + np.where(weekday == 5, 2, np.where(weekday == 6, 1, 0))
