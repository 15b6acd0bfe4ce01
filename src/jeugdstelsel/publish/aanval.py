"""The attacker: solves the linear system of everything published for the interval of each secret cell.

A secret cell is safe when two solutions exist that agree with everything published and that differ enough
in that cell. Solutions in which only some cells move are solutions of the whole system, so a proof found in
a small block holds for the country.
"""

from dataclasses import dataclass, field

import highspy
import numpy as np

from jeugdstelsel.publish.stelsel import (
    BEGRENSD,
    DEEL,
    HOOGSTENS,
    SOM,
    Floats,
    Ints,
    Mask,
    Stelsel,
)

BLOKKEN = (1500, 15000)
"""How many cells may move in a proof; a cell that finds none is tried again in a larger block."""
RONDEN = 10
WINST = 0.1
PER_RICHTING = 30
"""How many neighbours count as near in one direction."""


@dataclass(frozen=True)
class Kennis:
    """What the attacker knows of each cell before solving: an interval that holds the true value."""

    stelsel: Stelsel
    onder: Floats
    boven: Floats
    buren: "Buren" = field(init=False)

    def __post_init__(self) -> None:
        """Index the relations by cell."""
        object.__setattr__(self, "buren", Buren.van(self.stelsel))


@dataclass(frozen=True)
class Buren:
    """For each cell the relations it takes part in, as CSR."""

    begin: Ints
    relatie: Ints

    @classmethod
    def van(cls, stelsel: Stelsel) -> "Buren":
        """Turn the relations around."""
        keep = stelsel.soort[stelsel.relatie] >= 0
        whole = stelsel.soort >= 0
        cell = np.concatenate([stelsel.deel[keep], stelsel.geheel[whole]])
        relation = np.concatenate([stelsel.relatie[keep], np.flatnonzero(whole)])
        order = np.argsort(cell, kind="stable")
        begin = np.searchsorted(cell[order], np.arange(len(stelsel.waarde) + 1))
        return cls(begin, relation[order])


@dataclass(frozen=True)
class Uitslag:
    """Cells of which no proof exists at all, and cells that were not reached within the allowed blocks."""

    tekort: Ints
    open_gebleven: Ints
    blokken: int


def bewijs(kennis: Kennis, cellen: Ints, nodig: Floats, blokken: int) -> Uitslag:
    """Prove of `cellen`, the first first, that their interval is at least `nodig` wide, in at most `blokken` blocks."""
    width = np.zeros(len(kennis.stelsel.waarde))
    used = 0
    for size in BLOKKEN:
        wanted = np.zeros(len(width), dtype=bool)
        wanted[cellen] = True
        tried = []
        for cell in cellen:
            if wanted[cell] and used < blokken:
                used += 1
                tried.append(cell)
                block = _blok(kennis, int(cell), size)
                width[block] = np.maximum(
                    width[block], _bewijs_blok(kennis, block, nodig[block], wanted[block], int(cell))
                )
                wanted &= width < nodig - 1e-6
                wanted[cell] = False
        cellen = cellen[width[cellen] < nodig[cellen] - 1e-6]
        if used >= blokken:
            break
    short = np.intersect1d(cellen, np.array(tried, dtype=np.int64))
    return Uitslag(short, np.setdiff1d(cellen, short), used)


def interval(kennis: Kennis, cel: int, omvang: int = BLOKKEN[-1]) -> tuple[float, float]:
    """Return the least and the greatest value of a cell that agree with everything the attacker knows."""
    block = _blok(kennis, cel, omvang)
    model = _Model(kennis, block, np.full(len(block), np.inf))
    goal = (block == cel).astype(float)
    value = float(kennis.stelsel.waarde[cel])
    return value + float(goal @ model.los_op(-goal)), value + float(goal @ model.los_op(goal))


def _blok(kennis: Kennis, cel: int, omvang: int) -> Ints:
    """Return cells that can move together with `cel`: first its relatives in every direction, later all it touches."""
    return _omtrek(kennis, cel) if omvang == BLOKKEN[0] else _component(kennis, cel, omvang)


def _omtrek(kennis: Kennis, cel: int) -> Ints:
    """Return the cells that are related to `cel` in every direction at once, so that moves can cancel out."""
    system = kennis.stelsel
    shift = np.zeros(1, dtype=np.int64)
    for direction in system.richtingen[:5]:
        node = int(direction.knoop[cel])
        steps = (_familieleden(direction.ouder, node) - node) * direction.stap
        shift = (shift[:, None] + steps[None, :]).ravel()
    wanted = system.sleutel[cel] + shift
    place = np.minimum(np.searchsorted(system.sleutel, wanted), len(system.sleutel) - 1)
    place = place[(system.sleutel[place] == wanted) & ((kennis.boven - kennis.onder)[place] > 1e-9)]
    return np.unique(np.append(place, cel))


def _familieleden(ouder: Ints, knoop: int) -> Ints:
    """Return a node with its ancestors, the nearest of its siblings and, when it is a whole, of its parts."""
    line = [knoop]
    while ouder[line[-1]] >= 0:
        line.append(int(ouder[line[-1]]))
    nodes = set(line)
    for whole in (line[1] if len(line) > 1 else -1, knoop):
        nodes.update(_kinderen(ouder, whole, knoop))
    for part in _kinderen(ouder, knoop, knoop)[:2]:
        nodes.update(_kinderen(ouder, part, part))
    return np.array(sorted(nodes), dtype=np.int64)


def _kinderen(ouder: Ints, geheel: int, bij: int) -> list[int]:
    if geheel < 0:
        return []
    children = np.flatnonzero(ouder == geheel)
    first = max(0, int(np.searchsorted(children, bij)) - PER_RICHTING // 2)
    return [int(child) for child in children[first : first + PER_RICHTING]]


def _component(kennis: Kennis, cel: int, omvang: int) -> Ints:
    free = kennis.boven - kennis.onder > 1e-9
    seen = edge = np.array([cel])
    while len(edge) and len(seen) < omvang:
        reached = _verwant(kennis, edge)
        edge = np.setdiff1d(reached[free[reached]], seen)[: omvang - len(seen)]
        seen = np.concatenate([seen, edge])
    return np.sort(seen)


def _verwant(kennis: Kennis, cellen: Ints) -> Ints:
    relation = np.unique(_sneden(kennis.buren.begin, kennis.buren.relatie, cellen))
    parts = _sneden(kennis.stelsel.begin, kennis.stelsel.deel, relation)
    return np.unique(np.concatenate([parts, kennis.stelsel.geheel[relation]]))


def _sneden(begin: Ints, inhoud: Ints, rijen: Ints) -> Ints:
    """Return the contents of the given rows of a CSR table, one after another."""
    length = begin[rijen + 1] - begin[rijen]
    offset = np.repeat(begin[rijen] - np.concatenate([[0], np.cumsum(length)[:-1]]), length)
    contents: Ints = inhoud[np.arange(length.sum()) + offset]
    return contents


def _bewijs_blok(kennis: Kennis, blok: Ints, nodig: Floats, doel: Mask, midden: int) -> Floats:
    """Return how wide each cell is proved to be when only the cells of `blok` move.

    Solves for all cells of `doel` at once, in random directions while that helps, and at last for `midden` alone.
    """
    model = _Model(kennis, blok, np.where(doel, nodig, np.inf))
    random = np.random.default_rng(midden)
    low = high = np.zeros(len(blok))
    alone = np.where(blok == midden, 1.0, 0.0)
    left, before = int(doel.sum()), 0
    for turn in range(RONDEN):
        todo = doel & (high - low < nodig - 1e-6)
        left, before = int(todo.sum()), left
        last = turn > 0 and left > (1 - WINST) * before
        if not left or (last and not todo[alone > 0].any()):
            break
        sign = random.choice([-1.0, 1.0], len(blok)) / np.maximum(nodig, 1e-9)
        goal = alone if last else np.where(todo, sign, 0.0)
        for move in (model.los_op(goal), model.los_op(-goal)):
            low, high = np.minimum(low, move), np.maximum(high, move)
        if last:
            break
    return high - low


class _Model:
    """A linear program in the moves away from the true values; not moving at all is always a solution."""

    def __init__(self, kennis: Kennis, blok: Ints, hoogstens: Floats) -> None:
        self._solver = highspy.Highs()
        self._solver.setOptionValue("output_flag", False)
        self._solver.setOptionValue("threads", 1)
        self._solver.passModel(_programma(kennis, blok, hoogstens))
        self._columns = np.arange(len(blok), dtype=np.int32)

    def los_op(self, doel: Floats) -> Floats:
        """Return the move that maximises `doel`; standing still when the solver finds no optimum."""
        self._solver.changeColsCost(len(doel), self._columns, -doel)
        self._solver.run()
        if self._solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return np.zeros(len(doel))
        return np.asarray(self._solver.getSolution().col_value)


def _programma(kennis: Kennis, blok: Ints, hoogstens: Floats) -> highspy.HighsLp:
    rows, columns, values, low, high = _rijen(kennis, blok)
    order = np.argsort(rows, kind="stable")
    program = highspy.HighsLp()
    program.num_col_, program.num_row_ = len(blok), len(low)
    program.col_cost_ = np.zeros(len(blok))
    truth = kennis.stelsel.waarde[blok]
    program.col_lower_ = np.maximum(kennis.onder[blok] - truth, -hoogstens)
    program.col_upper_ = np.minimum(kennis.boven[blok] - truth, hoogstens)
    program.row_lower_, program.row_upper_ = low, high
    program.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    program.a_matrix_.start_ = np.searchsorted(rows[order], np.arange(len(low) + 1)).astype(np.int32)
    program.a_matrix_.index_ = columns[order].astype(np.int32)
    program.a_matrix_.value_ = values[order]
    return program


def _rijen(kennis: Kennis, blok: Ints) -> tuple[Ints, Ints, Floats, Floats, Floats]:
    """Return (row, column, value) and row bounds of all relations that the moving cells take part in."""
    system = kennis.stelsel
    relations = np.unique(_sneden(kennis.buren.begin, kennis.buren.relatie, blok))
    length = system.begin[relations + 1] - system.begin[relations]
    row = np.repeat(np.arange(len(relations)), length)
    part = _sneden(system.begin, system.deel, relations)
    whole = system.geheel[relations]
    total = np.bincount(row, weights=system.waarde[part], minlength=len(relations))
    slack = total - system.waarde[whole]
    kind = system.soort[relations]
    low = np.select([kind == SOM, kind == BEGRENSD], [0.0, -np.maximum(slack, 0.0)], -np.inf)
    high = np.select([kind == SOM, kind == DEEL], [0.0, np.maximum(-slack, 0.0)], np.inf)
    column, present = _plaats(blok, part)
    column_whole, present_whole = _plaats(blok, whole)
    ordered = (kind[row] == BEGRENSD) | (kind[row] == HOOGSTENS)
    pair = np.flatnonzero(ordered & (present | present_whole[row]))
    extra = len(relations) + np.arange(len(pair))
    pair_part, pair_whole = present[pair], present_whole[row[pair]]
    rows = [
        row[present],
        np.flatnonzero(present_whole),
        extra[pair_part],
        extra[pair_whole],
    ]
    columns = [column[present], column_whole[present_whole]]
    columns += [column[pair][pair_part], column_whole[row[pair]][pair_whole]]
    signs = np.repeat([1.0, -1.0, 1.0, -1.0], [len(part_) for part_ in rows])
    room = np.maximum(system.waarde[whole[row[pair]]] - system.waarde[part[pair]], 0.0)
    low = np.concatenate([low, np.full(len(pair), -np.inf)])
    return (
        np.concatenate(rows),
        np.concatenate(columns),
        signs,
        low,
        np.concatenate([high, room]),
    )


def _plaats(blok: Ints, cellen: Ints) -> tuple[Ints, Mask]:
    """Return the column of each cell in the (sorted) block and whether it is there."""
    place = np.minimum(np.searchsorted(blok, cellen), len(blok) - 1)
    return place, np.asarray(blok[place] == cellen)
