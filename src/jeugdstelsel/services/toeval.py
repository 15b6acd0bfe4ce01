"""What chance does to the figure of a place: exact limits, widened when places differ more than chance explains."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from math import inf, sqrt
from typing import Literal

import numpy as np
from scipy import special

MINSTENS = 5
"""With fewer expected cases a place is not judged: below ten it is secret, so it is seen only when it has many."""

GROOT = 20
"""From this many expected cases on a place is almost never secret, so that it tells how much places differ."""

PLAATSEN = 10
"""With fewer places of that size nothing can be said of how much they differ."""

WINSOR, WINSOR_BLIJFT = 0.1, 0.6786
"""The tenth on either side that is pulled in, and what that leaves of the variance of a normal distribution."""

RANDEN = (0.025, 0.975, 0.001, 0.999)
"""Where the inner (95%) and outer (99.8%) limits lie in the distribution, in the order of `Grenzen`."""


@dataclass(frozen=True)
class Grenzen:
    """Limits at one size: inner 95%, outer 99.8%, in the unit of the figure."""

    laag: float
    hoog: float
    zeer_laag: float
    zeer_hoog: float


@dataclass(frozen=True)
class Maat:
    """How chance works on a figure around the `midden` of the country.

    `wet` is binomiaal (of each of `omvang` it is so or not) or poisson (a number among `omvang`); the figure is the
    number of cases per `per` of `omvang`. Cases come in bunches of `samen`, as one young person has several trajecten.
    `spreiding` is the variance between places on top of chance (tau squared; Spiegelhalter 2005).
    """

    wet: Literal["binomiaal", "poisson"]
    midden: float
    per: int = 1
    samen: float = 1.0
    spreiding: float = 0.0

    @property
    def hoogst(self) -> float:
        """The highest figure that can be."""
        return self.per if self.wet == "binomiaal" else inf

    def verwacht(self, omvang: float) -> float:
        """Return how many bunches a place of this size has when it does as the country."""
        return self.midden * omvang / self.per / self.samen

    def variantie(self, omvang: float) -> float:
        """Return the variance of the figure of a place of this size by chance alone."""
        rest = 1 - self.midden / self.per if self.wet == "binomiaal" else 1.0
        return self.midden * rest * self.per * self.samen / omvang

    def grenzen(self, omvang: float) -> Grenzen:
        """Return the limits of a place of this size.

        A place lies below a limit exactly when the chance of so few is less than the limit says, and above it when
        the chance of so many is; the distribution functions are continued between whole numbers to draw a line.
        """
        wider = sqrt(1 + self.spreiding / self.variantie(omvang))
        bunches = omvang / self.samen
        cases = [_gevallen(self.wet, self.midden / self.per, bunches, chance) for chance in RANDEN]
        edges = [count * self.per / bunches for count in cases]
        return Grenzen(*(min(max(self.midden + wider * (edge - self.midden), 0.0), self.hoogst) for edge in edges))

    def beoordeel(self, waarde: float, omvang: float, speling: float = 0.0) -> str:
        """Return where a place lies: binnen, hoger or lager (outside 95%), veel hoger or veel lager, or te klein.

        `speling` is how far a figure may lie outside by rounding only.
        """
        rest = omvang / self.samen - self.verwacht(omvang) if self.wet == "binomiaal" else inf
        if min(self.verwacht(omvang), rest) < MINSTENS:
            return "te klein"
        edges = self.grenzen(omvang)
        side = "hoger" if waarde > self.midden else "lager"
        if not edges.zeer_laag - speling <= waarde <= edges.zeer_hoog + speling:
            return f"veel {side}"
        return "binnen" if edges.laag - speling <= waarde <= edges.hoog + speling else side


@lru_cache(maxsize=20_000)
def _gevallen(wet: str, deel: float, aantal: float, kans: float) -> float:
    """Return how many cases belong to a chance; above the middle the chance is that of so many or more."""
    found = special.bdtrik(kans, aantal, deel) if wet == "binomiaal" else special.pdtrik(kans, deel * aantal)
    return float(found) + (kans > 0.5)


def verruim(maat: Maat, plaatsen: Sequence[tuple[float, float]]) -> Maat:
    """Return the measure with the variance between places, each a figure and a size, that chance does not explain.

    The additive model of Spiegelhalter (2005): the differences from the country, divided by their standard error with
    a tenth on either side pulled in so that who stands out does not widen the limits, have variance one. Nothing is
    added while chance alone could give what is seen.
    """
    big = [(figure - maat.midden, maat.variantie(size)) for figure, size in plaatsen if maat.verwacht(size) >= GROOT]
    if len(big) < PLAATSEN:
        return maat
    apart, chance = np.array(big).T

    def te_veel(between: float) -> float:
        """Return how far the variance of the standardised differences is above one."""
        found = apart / np.sqrt(chance + between)
        pulled = np.clip(found, *np.quantile(found, (WINSOR, 1 - WINSOR)))
        return float(np.mean(pulled**2)) / WINSOR_BLIJFT - 1

    if te_veel(0.0) <= 2 * sqrt(2 / len(big)):
        return maat
    return replace(maat, spreiding=_nulpunt(te_veel, float(np.max(apart**2)) / WINSOR_BLIJFT))


def _nulpunt(dalend: Callable[[float], float], hoogst: float) -> float:
    """Return where a falling function between 0 and `hoogst` is zero."""
    low, high = 0.0, hoogst
    for _ in range(40):
        middle = (low + high) / 2
        low, high = (middle, high) if dalend(middle) > 0 else (low, middle)
    return high
