"""The parts of a change in money as they may leave: rounded, adding up, and silent about small products."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from jeugdstelsel.publish.instellingen import Instellingen
from jeugdstelsel.publish.stelsel import Floats, Mask

GEPUBLICEERD, GEHEIM = "gepubliceerd", "geheim"


@dataclass(frozen=True)
class Deel:
    """One part of a change. `bijdragen` are what each product adds to it, in euro; `bevat` the names taken together."""

    naam: str
    bijdragen: Floats
    bevat: tuple[str, ...] = ()
    toestand: str = GEPUBLICEERD

    @property
    def bedrag(self) -> float:
        """The part in euro, not rounded."""
        return float(self.bijdragen.sum())


def is_dun(jongeren: Floats, aanbieders: Floats, grootste: Floats, instellingen: Instellingen) -> Mask:
    """Which products are too small to be told apart: too few young people or providers, or one that dominates.

    The columns hold the smallest number (the largest share) of the periods in which the product was billed.
    """
    small = (jongeren < instellingen.minimum_cel) | (aanbieders < instellingen.minimum_aanbieders)
    return np.asarray(small | (grootste > instellingen.dominantie))


def beveilig_delen(
    delen: Mapping[str, Floats], dun: Mask, instellingen: Instellingen, *, los: str, bij: str
) -> list[Deel]:
    """Return the parts with those that would tell of a small product secret.

    `los` is the part that is plain money of products (new or ended supply): when a small product is in it, it is
    taken together with `bij`, which nobody outside can compute. Of the others a part is secret when one small product
    supplies more of it than the dominance allows. With one secret part a second one is, since the parts add up: the
    smallest that is at least as large, so that the sum of the two tells little of either.
    """
    made = [Deel(name, values, (name,)) for name, values in delen.items()]
    if (delen[los][dun] != 0).any():
        joined = Deel(bij, delen[bij] + delen[los], (bij, los))
        made = [joined if part.naam == bij else part for part in made if part.naam != los]
    secret = {part.naam for part in made if _grootste_dunne(part, dun) > instellingen.dominantie}
    if len(secret) == 1:
        secret.add(_schild(made, *secret))
    return [replace(part, toestand=GEHEIM) if part.naam in secret else part for part in made]


def _schild(delen: list[Deel], geheim: str) -> str:
    """Return the name of the part that must be secret as well."""
    size = {part.naam: abs(part.bedrag) for part in delen}
    others = sorted((name for name in size if name != geheim), key=lambda name: (size[name], name))
    return next((name for name in others if size[name] >= size[geheim]), others[-1])


def _grootste_dunne(deel: Deel, dun: Mask) -> float:
    """Return the share of a part, by size, that the largest small product supplies."""
    size = np.abs(deel.bijdragen)
    return float(size[dun].max() / size.sum()) if size[dun].any() else 0.0
