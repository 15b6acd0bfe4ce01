"""Complementary suppression: no relation may give a secret cell away by subtraction."""

import numpy as np

from jeugdstelsel.publish.stelsel import SOM, Floats, Ints, Mask, Stelsel

ONEINDIG = 1e18


def vul_aan(stelsel: Stelsel, geheim: Mask, bekend: Mask, nodig: Floats, onder: Floats) -> Mask:
    """Return `geheim` with the cells added that keep every sum from giving a secret cell away.

    `bekend` cells were published before and hide nothing; `nodig` is the width each protected cell needs;
    `onder` is the least an attacker thinks a secret cell can be. Published values count as known exactly.
    """
    relations = np.flatnonzero(stelsel.soort == SOM)
    if not len(relations):
        return geheim
    relation, member = _leden(stelsel, relations)
    secret = geheim.copy()
    while len(
        chosen := _kies(
            stelsel.waarde,
            relation,
            member,
            secret,
            bekend,
            nodig,
            onder,
            len(relations),
        )
    ):
        secret[chosen] = True
    return secret


def ruimte(stelsel: Stelsel, geheim: Mask, bekend: Mask, onder: Floats) -> Floats:
    """Return per cell the least freedom of the sums it takes part in: the smaller, the more at risk."""
    relation, member = _leden(stelsel, np.flatnonzero(stelsel.soort == SOM))
    whole = member < 0
    cell = np.where(whole, -1 - member, member)
    room = np.where(whole, ONEINDIG, stelsel.waarde[cell] - onder[cell])
    freedom = np.bincount(relation, weights=np.where(geheim[cell] & ~bekend[cell], room, 0.0))
    least = np.full(len(stelsel.waarde), ONEINDIG)
    np.minimum.at(least, cell, freedom[relation])
    return least


def _leden(stelsel: Stelsel, relaties: Ints) -> tuple[Ints, Ints]:
    """Return (relation number, signed member) sorted by relation; a whole is coded as -1 - cell."""
    number = np.full(stelsel.aantal, -1)
    number[relaties] = np.arange(len(relaties))
    relation = number[stelsel.relatie]
    keep = relation >= 0
    relation = np.concatenate([relation[keep], np.arange(len(relaties))])
    member = np.concatenate([stelsel.deel[keep], -1 - stelsel.geheel[relaties]])
    order = np.argsort(relation, kind="stable")
    return relation[order], member[order]


def _kies(
    waarde: Floats,
    relation: Ints,
    member: Ints,
    secret: Mask,
    bekend: Mask,
    nodig: Floats,
    onder: Floats,
    aantal: int,
) -> Ints:
    """Return for each relation that falls short the cheapest cell that helps it."""
    whole = member < 0
    cell = np.where(whole, -1 - member, member)
    hides = secret[cell] & ~bekend[cell]
    room = np.where(whole, ONEINDIG, waarde[cell] - onder[cell])
    hidden = np.bincount(relation, weights=hides, minlength=aantal)
    freedom = np.bincount(relation, weights=np.where(hides, room, 0.0), minlength=aantal)
    wanted = np.zeros(aantal)
    np.maximum.at(wanted, relation, np.where(hides, nodig[cell], 0.0))
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
