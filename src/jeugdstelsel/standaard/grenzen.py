"""Boundaries for drawing a map of the country (source: CBS and Kadaster, generalised); not for measuring."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from jeugdstelsel.standaard.bestand import read_rows
from jeugdstelsel.standaard.gebied import FOLDER_GEBIED

KAART_BREEDTE, KAART_HOOGTE = 850, 1000
"""The size of the drawing in units of the lines, west and north at zero."""


@cache
def grenzen(niveau: str) -> Mapping[str, str]:
    """Return {code: SVG path} of every gemeente (2023-2026) or jeugdregio (2025); `niveau` is one of those words."""
    rows = read_rows(f"{FOLDER_GEBIED}/grenzen_{niveau}.csv")
    return MappingProxyType({row[niveau]: row["lijn"] for row in rows})
