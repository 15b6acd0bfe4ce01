"""The protection of one quantity: which cells stay secret so that no attacker pins a protected one."""

from dataclasses import dataclass

import numpy as np

from jeugdstelsel.publish.aanval import Kennis, bewijs
from jeugdstelsel.publish.aanvullend import ruimte, vul_aan
from jeugdstelsel.publish.grootheid import Grootheid
from jeugdstelsel.publish.instellingen import Instellingen
from jeugdstelsel.publish.stelsel import Floats, Ints, Mask, Stelsel


@dataclass(frozen=True)
class Eerder:
    """What earlier releases gave of each cell: whether, and the interval that its published value stands for."""

    bekend: Mask
    onder: Floats
    boven: Floats


@dataclass(frozen=True)
class Bescherming:
    """The secret cells, and those that cannot be protected any more because of earlier releases.

    `niet_nagerekend` counts protected cells that only the rule per sum protects: the proof did not get to them.
    """

    geheim: Mask
    lek: Mask
    niet_nagerekend: int


def te_dun(grootheid: Grootheid, kruising: Ints, dun: float) -> Mask:
    """Return the cells of crossings in which more than the part `dun` of the filled cells must be protected."""
    filled = np.bincount(kruising, weights=grootheid.waarde != 0)
    secret = np.bincount(kruising, weights=grootheid.primair, minlength=len(filled))
    return np.asarray((secret > dun * filled)[kruising])


def bescherm(
    grootheid: Grootheid, stelsel: Stelsel, eerder: Eerder, dun: Mask, instellingen: Instellingen
) -> Bescherming:
    """Suppress until every protected cell is proved wide enough, or nothing is left to suppress.

    The cells of `dun` stay secret too, but need no proof.
    """
    least = onder_geheim(grootheid)
    secret = vul_aan(stelsel, grootheid.primair | dun, eerder.bekend, grootheid.nodig, least)
    leak = grootheid.primair & eerder.bekend
    todo = np.flatnonzero(grootheid.primair & ~eerder.bekend)
    if not instellingen.narekenen:
        return Bescherming(secret, leak, len(todo))
    todo = todo[np.argsort(ruimte(stelsel, secret, eerder.bekend, least)[todo], kind="stable")]
    blocks, unproved = instellingen.narekenen, 0
    while len(todo):
        result = bewijs(kennis(grootheid, stelsel, secret, eerder, instellingen), todo, grootheid.nodig, blocks)
        todo, blocks = result.tekort, blocks - result.blokken
        unproved += len(result.open_gebleven)
        extra = _buren(stelsel, todo, secret | eerder.bekend)
        if not len(extra):
            break
        secret[extra] = True
        secret = vul_aan(stelsel, secret, eerder.bekend, grootheid.nodig, least)
    leak[todo] = True
    return Bescherming(secret, leak, unproved)


def onder_geheim(grootheid: Grootheid) -> Floats:
    """Return the least that a secret cell can be: nothing, or anything where negative amounts occur."""
    return np.full(len(grootheid.waarde), -1e12 if grootheid.waarde.min(initial=0.0) < 0 else 0.0)


def kennis(
    grootheid: Grootheid,
    stelsel: Stelsel,
    geheim: Mask,
    eerder: Eerder,
    instellingen: Instellingen,
) -> Kennis:
    """Return what an attacker knows: the interval of each published value, little about each secret cell."""
    low, high = _gezien(grootheid, instellingen)
    low, high = (
        np.where(eerder.bekend, np.maximum(low, eerder.onder), low),
        np.where(eerder.bekend, np.minimum(high, eerder.boven), high),
    )
    hidden = geheim & ~eerder.bekend
    most = 10.0 * max(1.0, float(np.abs(grootheid.waarde).max(initial=0.0)))
    return Kennis(
        stelsel,
        np.where(hidden, onder_geheim(grootheid), low),
        np.where(hidden, most, high),
    )


def _gezien(grootheid: Grootheid, instellingen: Instellingen) -> tuple[Floats, Floats]:
    value = grootheid.waarde
    if not instellingen.afronding_beschermt:
        return value, value
    base = grootheid.basis
    low = grootheid.afgerond - base // 2
    high = low + base - 1
    if not grootheid.bedrag:
        low = np.where(
            value >= instellingen.minimum_cel,
            np.maximum(low, instellingen.minimum_cel),
            low,
        )
    return np.where(value == 0, 0.0, np.minimum(low, value)), np.where(value == 0, 0.0, np.maximum(high, value))


def _buren(stelsel: Stelsel, cellen: Ints, bezet: Mask) -> Ints:
    """Return for each relation of the given cells its smallest member that can still be suppressed."""
    wanted = np.zeros(len(stelsel.waarde), dtype=bool)
    wanted[cellen] = True
    relation = stelsel.relatie
    touched = (np.bincount(relation, weights=wanted[stelsel.deel], minlength=stelsel.aantal) > 0) | wanted[
        stelsel.geheel
    ]
    touched &= stelsel.soort >= 0
    member = np.concatenate([stelsel.deel, stelsel.geheel])
    number = np.concatenate([relation, np.arange(stelsel.aantal)])
    usable = touched[number] & ~bezet[member] & (stelsel.waarde[member] != 0)
    member, number = member[usable], number[usable]
    order = np.lexsort((member, stelsel.waarde[member], number))
    return np.unique(member[order][np.unique(number[order], return_index=True)[1]])
