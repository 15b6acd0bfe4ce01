"""With which other places a gemeente or jeugdregio is laid side by side: of like size, in its region or province."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache

from jeugdstelsel import standaard
from jeugdstelsel.services.vergelijking import gelijk_in_grootte

GROEPEN: Mapping[str, Mapping[str, str]] = {
    "gemeente": {"grootte": "even groot", "jeugdregio": "zelfde jeugdregio", "provincie": "zelfde provincie"},
    "jeugdregio": {"grootte": "even groot", "alle": "alle jeugdregio's"},
}
"""The groups of each level, with their names (Dutch)."""


def plaatsen_in_groep(groep: str, niveau: str, code: str, jaar: int) -> tuple[str, ...]:
    """Return the place itself and the others of its group in a year; `groep` is one of GROEPEN of the level."""
    return tuple({code: None} | dict.fromkeys(_GROEP[groep](niveau, code, jaar)))


@cache
def groottes(niveau: str, jaar: int) -> Mapping[str, float]:
    """Return the inhabitants of every gemeente or jeugdregio on 1 January."""
    people = {code: float(found.inwoners) for code, found in standaard.bevolking_per_gemeente(jaar).items()}
    if niveau == "gemeente":
        return people
    sums: dict[str, float] = {}
    for code, size in people.items():
        if region := standaard.jeugdregio_van(code, jaar):
            sums[region] = sums.get(region, 0.0) + size
    return sums


def _in_grootte(niveau: str, code: str, jaar: int) -> Sequence[str]:
    return gelijk_in_grootte(code, groottes(niveau, jaar))


def _zelfde(deel: str) -> Callable[[str, str, int], Sequence[str]]:
    def found(niveau: str, code: str, jaar: int) -> Sequence[str]:
        wanted = getattr(standaard.gemeenten()[code], deel)
        return [
            other
            for other in standaard.bevolking_per_gemeente(jaar)
            if getattr(standaard.gemeenten()[other], deel) == wanted
        ]

    return found


_GROEP: Mapping[str, Callable[[str, str, int], Sequence[str]]] = {
    "grootte": _in_grootte,
    "jeugdregio": _zelfde("jeugdregio"),
    "provincie": _zelfde("provincie"),
    "alle": lambda niveau, code, jaar: tuple(standaard.jeugdregios()),
}
