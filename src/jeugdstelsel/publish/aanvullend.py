"""Complementary suppression: no relation may give a secret cell away by subtraction."""

import numpy as np

from jeugdstelsel.publish.stelsel import SOM, Floats, Ints, Mask, Stelsel

ONEINDIG = 1e18


def vul_aan(stelsel: Stelsel, geheim: Mask, bekend: Mask, nodig: Floats, onder: Floats) -> Mask:
    """Return `geheim` with the cells added that keep every sum from giving a secret cell away.

    `bekend` cells were published before and hide nothing; `nodig` is the width each protected cell needs;
    `onder` is the least an attacker thinks a secret cell can be. Published values count as known exactly.
    After the first round only the sums of cells that just became secret can have come to fall short.
    """
    relation, cell, whole = _leden(stelsel)
    secret, touched = geheim.copy(), np.ones(stelsel.aantal, dtype=bool)
    while touched.any():
        open_ = touched[relation]
        new = np.zeros(len(secret), dtype=bool)
        new[_kies(stelsel.waarde, relation[open_], cell[open_], whole[open_], secret, bekend, nodig, onder)] = True
        secret |= new
        touched = np.zeros(stelsel.aantal, dtype=bool)
        touched[relation[new[cell]]] = True
    return secret


def ruimte(stelsel: Stelsel, geheim: Mask, bekend: Mask, onder: Floats) -> Floats:
    """Return per cell the least freedom of the sums it takes part in: the smaller, the more at risk."""
    relation, cell, whole = _leden(stelsel)
    room = np.where(whole, ONEINDIG, stelsel.waarde[cell] - onder[cell])
    freedom = np.bincount(relation, weights=np.where(geheim[cell] & ~bekend[cell], room, 0.0))
    least = np.full(len(stelsel.waarde), ONEINDIG)
    np.minimum.at(least, cell, freedom[relation])
    return least


def _leden(stelsel: Stelsel) -> tuple[Ints, Ints, Mask]:
    """Return (relation, cell, whether it is the whole) of every member of every sum, sorted by relation."""
    relation = np.repeat(np.arange(stelsel.aantal), np.diff(stelsel.begin) + 1)
    cell = np.insert(stelsel.deel, stelsel.begin[1:], stelsel.geheel)
    whole = np.insert(np.zeros(len(stelsel.deel), dtype=bool), stelsel.begin[1:], True)
    keep = (stelsel.soort == SOM)[relation]
    return relation[keep], cell[keep], whole[keep]


def _kies(
    waarde: Floats,
    relation: Ints,
    cell: Ints,
    whole: Mask,
    secret: Mask,
    bekend: Mask,
    nodig: Floats,
    onder: Floats,
) -> Ints:
    """Return for each relation that falls short the cheapest cell that helps it."""
    hides = secret[cell] & ~bekend[cell]
    room = np.where(whole, ONEINDIG, waarde[cell] - onder[cell])
    hidden = np.bincount(relation, weights=hides)
    freedom = np.bincount(relation, weights=np.where(hides, room, 0.0))
    wanted = np.zeros(len(hidden))
    np.maximum.at(wanted, relation[hides], nodig[cell[hides]])
    short = (hidden == 1) | ((hidden > 1) & (freedom < wanted))
    usable = short[relation] & ~secret[cell] & ~bekend[cell] & ((waarde[cell] != 0) | whole)
    return _goedkoopste(
        waarde,
        relation[usable],
        cell[usable],
        room[usable],
        (wanted - freedom)[relation[usable]],
    )


def _goedkoopste(waarde: Floats, relation: Ints, cell: Ints, room: Floats, tekort: Floats) -> Ints:
    if not len(cell):
        return cell
    times = np.bincount(cell, minlength=len(waarde))[cell]
    cost = np.abs(waarde[cell]) / times
    enough = room >= tekort
    order = np.lexsort((cell, np.where(enough, cost, -room), ~enough, relation))
    first = np.unique(relation[order], return_index=True)[1]
    return np.unique(cell[order][first])
