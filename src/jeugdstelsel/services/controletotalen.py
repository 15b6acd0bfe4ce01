"""Recomputes figures that documents print from their parts, within the rounding of those parts."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import product

from jeugdstelsel.standaard import cbs
from jeugdstelsel.standaard.cbs import Onderdeel

_RECKON: Mapping[str, Callable[..., float]] = {
    "gelijk": lambda a: a,
    "som": lambda *parts: sum(parts),
    "rest": lambda *parts: 100 - sum(parts),
    "groei": lambda old, new: 100 * (new / old - 1),
    "vooruit": lambda old, growth: old * (1 + growth / 100),
    "terug": lambda new, growth: new / (1 + growth / 100),
    "groei_naar": lambda old, growth, first: 100 * (old * (1 + growth / 100) / first - 1),
    "een_op": lambda percentage: 100 / percentage,
    "een_op_via": lambda count, percentage, part: count / (percentage / 100) / part,
    "deel": lambda part, whole: 100 * part / whole,
    "rest_deel": lambda part, whole: 100 * (1 - part / whole),
    "aandeel": lambda part, *others: 100 * part / (part + sum(others)),
    "stand": lambda begin, coming, going: begin + coming - going,
    "verhouding": lambda a, b: a / b,
}
"""How parts make a figure; each is monotone in every part, so its bounds lie at those of the parts."""


@dataclass(frozen=True)
class Controle:
    """One figure that a document prints, and what its parts give.

    `laagst` and `hoogst` bound what the parts can give within their rounding; `klopt` says whether the printed
    figure, within its own rounding, lies there. It is None when the parts were not found. `cijfers` are the ids of
    the printed figures that take part.
    """

    code: str
    omschrijving: str
    gedrukt: float
    berekend: float | None
    laagst: float | None
    hoogst: float | None
    klopt: bool | None
    cijfers: tuple[str, ...]
    opmerking: str


@cache
def controleer() -> tuple[Controle, ...]:
    """Return every control total with its outcome."""
    parts = cbs.onderdelen()
    return tuple(_check(known, [parts[name] for name in known.onderdelen]) for known in cbs.controles())


def _check(known: cbs.Controleregel, parts: list[Onderdeel]) -> Controle:
    about = (known.code, known.omschrijving, known.gedrukt)
    if known.soort not in _RECKON:
        return Controle(*about, None, None, None, None, known.cijfers, known.opmerking)
    reckon = _RECKON[known.soort]
    corners = [reckon(*corner) for corner in product(*((part.laagst, part.hoogst) for part in parts))]
    low, high = min(corners), max(corners)
    fits = low <= known.gedrukt + known.afronding / 2 and high >= known.gedrukt - known.afronding / 2
    middle = reckon(*(part.waarde for part in parts))
    return Controle(*about, middle, low, high, fits, known.cijfers, known.opmerking)
