"""The quantities that figures give away: each count, amount, numerator and denominator is one."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from jeugdstelsel.publish.instellingen import Instellingen
from jeugdstelsel.publish.rijen import zoek
from jeugdstelsel.publish.stelsel import Floats, Ints, Mask


@dataclass(frozen=True)
class Kolommen:
    """The numeric columns of the figures of one indicator, sorted by `sleutel`; unknown is NaN."""

    code: str
    sleutel: Ints
    teller: Floats
    noemer: Floats
    waarde: Floats
    n: Floats
    n_aanbieders: Floats
    grootste_aandeel: Floats


@dataclass(frozen=True)
class Grootheid:
    """One additive thing per cell. `primair` cells must be protected, with an interval of `nodig` wide."""

    naam: str
    sleutel: Ints
    waarde: Floats
    primair: Mask
    nodig: Floats
    basis: int
    bedrag: bool = False

    @property
    def afgerond(self) -> Floats:
        """The values as they may be published: to the nearest multiple of the base, halves upward."""
        return rond_af(self.waarde, self.basis)


@dataclass(frozen=True)
class Opbouw:
    """How the figure follows from its quantities: factor × teller (÷ noemer); without teller it stands alone."""

    factor: float
    teller: Grootheid | None
    noemer: Grootheid | None

    @property
    def delen(self) -> tuple[Grootheid, ...]:
        """The quantities that the figure gives away."""
        return tuple(part for part in (self.teller, self.noemer) if part is not None)


def rond_af(waarde: Floats, basis: int) -> Floats:
    """Round whole numbers to a multiple of `basis`, halves upward."""
    return np.floor((np.round(waarde) + basis // 2) / basis) * basis


def te_klein(aantal: Floats, minimum: int) -> Mask:
    """Whether a count of persons is above zero and below the minimum, or unknown."""
    return np.asarray(~((aantal == 0) | (aantal >= minimum)))


def primair(kolommen: Kolommen, instellingen: Instellingen) -> Mask:
    """Which figures are themselves disclosive: too few persons or, for money, too few or one large aanbieder."""
    secret = te_klein(kolommen.n, instellingen.minimum_cel) & ~np.isnan(kolommen.waarde)
    secret |= np.asarray((kolommen.n > 0) & (kolommen.n < instellingen.minimum_cel))
    money = (kolommen.code in instellingen.geld) | ~np.isnan(kolommen.grootste_aandeel)
    money &= np.nan_to_num(kolommen.waarde) != 0
    secret |= money & ~(kolommen.n_aanbieders >= instellingen.minimum_aanbieders)
    secret |= money & ~(kolommen.grootste_aandeel <= instellingen.dominantie)
    return secret


def maak_opbouw(kolommen: Kolommen, instellingen: Instellingen) -> Opbouw:
    """Find from the columns how the figure is made up of quantities."""
    if kolommen.code in instellingen.telt_geen_personen:
        return Opbouw(1.0, None, None)
    som = bool(np.isnan(kolommen.noemer).all())
    factor = _factor(kolommen, som)
    if np.isnan(factor):
        return Opbouw(1.0, None, None)
    secret = primair(kolommen, instellingen)
    if som:
        return Opbouw(factor, _grootheid(kolommen, "teller", secret, instellingen), None)
    small = te_klein(np.nan_to_num(kolommen.noemer), instellingen.minimum_cel)
    return Opbouw(
        factor,
        _grootheid(
            kolommen,
            "teller",
            secret | _klein_deel(kolommen, instellingen),
            instellingen,
        ),
        _grootheid(kolommen, "noemer", secret | small, instellingen),
    )


def _factor(kolommen: Kolommen, som: bool) -> float:
    """Return the constant c in waarde = c × teller (÷ noemer), or NaN when there is none."""
    base = kolommen.teller if som else kolommen.teller / np.where(kolommen.noemer == 0, np.nan, kolommen.noemer)
    known = ~np.isnan(base) & ~np.isnan(kolommen.waarde)
    filled = known & (base != 0)
    if not known.any():
        return float("nan")
    factor = float(np.median(kolommen.waarde[filled] / base[filled])) if filled.any() else 1.0
    close = np.isclose(kolommen.waarde[known], factor * base[known], rtol=1e-3, atol=1e-9)
    return factor if close.all() else float("nan")


def _klein_deel(kolommen: Kolommen, instellingen: Instellingen) -> Mask:
    """Which ratios have a small numerator or, as a share of persons, leave a small rest."""
    if kolommen.code in instellingen.geld:
        return np.zeros(len(kolommen.sleutel), dtype=bool)
    rest = kolommen.noemer - kolommen.teller
    share = bool(np.nanmin(rest, initial=0.0) >= 0)
    small = te_klein(np.nan_to_num(kolommen.teller), instellingen.minimum_cel)
    return small | (te_klein(np.nan_to_num(rest), instellingen.minimum_cel) & share)


def _grootheid(kolommen: Kolommen, deel: str, secret: Mask, instellingen: Instellingen) -> Grootheid:
    value: Floats = getattr(kolommen, deel)
    known = ~np.isnan(value)
    money = kolommen.code in instellingen.geld and deel == "teller"
    width = instellingen.breedte_bedrag * np.abs(value) if money else np.full(len(value), instellingen.breedte_aantal)
    return Grootheid(
        f"{kolommen.code}.{deel}",
        kolommen.sleutel[known],
        value[known],
        (secret & (value != 0))[known],
        np.where(secret, width, 0.0)[known],
        instellingen.afronding_bedrag if money else instellingen.afronding_aantal,
        money,
    )


def zelfde(deel: Grootheid, bekend: Sequence[Grootheid]) -> tuple[Grootheid, ...]:
    """Return the known quantities that hold (nearly) the same numbers in the same cells as `deel`."""
    return tuple(other for other in bekend if other.basis == deel.basis and _gelijk(deel, other) >= 0.9)


def _gelijk(een: Grootheid, ander: Grootheid) -> float:
    place, found = zoek(ander.sleutel, een.sleutel)
    filled = found & (een.waarde != 0)
    return float(np.mean(een.waarde[filled] == ander.waarde[place[filled]])) if filled.any() else 0.0


def voeg_toe(grootheid: Grootheid, sleutel: Ints, waarde: Floats) -> Grootheid:
    """Return the quantity with cells added that only an earlier release knew; keys stay sorted."""
    if not len(sleutel):
        return grootheid
    order = np.argsort(np.concatenate([grootheid.sleutel, sleutel]), kind="stable")
    nothing = np.zeros(len(sleutel))
    return replace(
        grootheid,
        sleutel=np.concatenate([grootheid.sleutel, sleutel])[order],
        waarde=np.concatenate([grootheid.waarde, waarde])[order],
        primair=np.concatenate([grootheid.primair, nothing > 0])[order],
        nodig=np.concatenate([grootheid.nodig, nothing])[order],
    )
