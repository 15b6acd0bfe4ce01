"""Scales of a drawing: round steps along an axis, and places on it."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor, log10


@dataclass(frozen=True)
class As:
    """One axis from `laag` to `hoog` drawn from `begin` to `eind` (in units of the drawing)."""

    laag: float
    hoog: float
    begin: float
    eind: float

    def plek(self, waarde: float) -> float:
        """Return where a value lies."""
        share = (waarde - self.laag) / (self.hoog - self.laag or 1)
        return round(self.begin + share * (self.eind - self.begin), 1)


def stappen(hoog: float, aantal: int = 4) -> list[float]:
    """Return round values from 0 to at least `hoog`, about `aantal` of them."""
    if hoog <= 0:
        return [0.0, 1.0]
    rough = hoog / aantal
    power = 10.0 ** floor(log10(rough))
    step = next(power * factor for factor in (1, 2, 2.5, 5, 10) if power * factor >= rough)
    count = int(-(-hoog // step))
    return [step * number for number in range(count + 1)]


def merktekst(waarde: float, stap: float, procent: bool = False) -> str:
    """Return a value on an axis with as many decimals as its steps need; a share in percent when `procent`."""
    value, step = (100 * waarde, 100 * stap) if procent else (waarde, stap)
    decimals = next((count for count in range(4) if abs(round(step, count) - step) < step / 1000), 4)
    text = f"{value:,.{decimals}f}".translate(str.maketrans(",.", ".,"))
    return f"{text} %" if procent else text


def klassen(waarden: Sequence[float], aantal: int = 5) -> list[float]:
    """Return the upper bounds of classes with about as many values each; fewer when values coincide."""
    ordered = sorted(waarden)
    if not ordered:
        return []
    bounds = [ordered[min(len(ordered) - 1, -(-len(ordered) * part // aantal) - 1)] for part in range(1, aantal + 1)]
    return sorted(set(bounds))
