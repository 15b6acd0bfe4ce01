"""What defects in the data do to the indicators: declared here, and checked by planting every defect."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

Richting = Literal["hoger", "lager", "wisselt", "onbekend"]
"""What becomes of the figure: too high, too low, wrong in a direction that depends on what is missing, or unknown."""


@dataclass(frozen=True)
class Gevolg:
    """What one defect does to one indicator, and why (Dutch)."""

    indicator: str
    richting: Richting
    waarom: str


@dataclass(frozen=True)
class Gebrek:
    """One defect in the data that a sender can repair; an indicator without `gevolg` is not touched by it.

    `knelpunt` is the problem it belongs to: koppelen, codes, berichtsoorten, volledigheid, tijdigheid or inhoud; the
    first four are those that CBS named. Findings per 1000 messages are no `gevolg`: the check makes them of any defect.
    """

    code: str
    knelpunt: str
    titel: str
    herstel: str
    gevolgen: tuple[Gevolg, ...]


@cache
def gebreken() -> tuple[Gebrek, ...]:
    """Return every declared defect with its effects."""
    effects: dict[str, list[Gevolg]] = {}
    for row in _read("gevolgen.csv"):
        effects.setdefault(row["gebrek"], []).append(Gevolg(row["indicator"], row["richting"], row["waarom"]))  # type: ignore[arg-type]
    return tuple(
        Gebrek(row["gebrek"], row["knelpunt"], row["titel"], row["herstel"], tuple(effects[row["gebrek"]]))
        for row in _read("gebreken.csv")
    )


def _read(name: str) -> Iterator[dict[str, str]]:
    text = files("jeugdstelsel.indicators").joinpath(name).read_text(encoding="utf-8")
    return csv.DictReader(text.splitlines())
