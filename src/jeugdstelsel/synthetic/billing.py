"""The declaraties of one gemeente: what is declared per month, late, credited and declared again."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jeugdstelsel.synthetic.care import (
    BUDGET,
    GENERIEK,
    HORIZON,
    TAAKGERICHT,
    Care,
    Chains,
    agb_numbers,
)
from jeugdstelsel.synthetic.columns import Columns
from jeugdstelsel.synthetic.dates import (
    NEVER,
    Days,
    first_day,
    last_day,
    month_of,
    workday,
    year_of,
)
from jeugdstelsel.synthetic.lines import Billed, Lines
from jeugdstelsel.synthetic.parameters import producten
from jeugdstelsel.synthetic.providers import declares_minutes, prices

_LATE, _CREDITED = 0.012, 0.006


@dataclass
class Prestaties(Columns):
    """A declared product of one month; `bedrag` in eurocent.

    `maand` is the month of the declaratie (since January 1970), `begin` and `eind` the ProductPeriode.
    `vorige` is the position of the prestatie that a credit takes back, -1 for a debet.
    """

    line: Days
    product: Days
    agb: Days
    client: Days
    maand: Days
    begin: Days
    eind: Days
    volume: Days
    eenheid: Days
    tarief: Days
    bedrag: Days
    vorige: Days


@dataclass(frozen=True)
class Declaraties:
    """Prestaties in order of declaratie, with the first and last position of each and its month and aanbieder."""

    prestaties: Prestaties
    grenzen: Days
    maand: Days
    agb: Days
    totaal: Days
    dagtekening: Days
    antwoord: Days


def declare(care: Care, lines: Lines, billed: Billed, first: int, rng: np.random.Generator) -> Declaraties:
    """Return all declaraties over months from day number `first` on."""
    delivered = _monthly(care, lines, billed, first, rng)
    delivered = delivered.take(delivered.volume > 0)
    return _grouped(_corrected(_late(delivered, rng), rng))


# ---- what is delivered in a month ------------------------------------------------------------------------------


def agreed_end(chains: Chains) -> Days:
    """Return the last day of each toewijzing as it stands in the end; NEVER when it stays open."""
    agreed = np.minimum(chains.eind_eerste + chains.plan * chains.verlengingen, NEVER)
    return np.where(chains.kort_op >= 0, chains.stop, agreed)


def _monthly(care: Care, lines: Lines, billed: Billed, first: int, rng: np.random.Generator) -> Prestaties:
    chains = care.chains
    chain = lines.chain[billed.line]
    counted = (chains.variant[chain] != TAAKGERICHT) & (chains.kort_reden[chain] != "13")
    from_month = np.maximum(month_of(chains.start[chain]), month_of(first))
    to_month = np.minimum(month_of(chains.stop[chain]), month_of(HORIZON))
    months = np.where(counted, np.maximum(to_month - from_month + 1, 0), 0)
    row = np.repeat(np.arange(len(billed)), months)
    maand = from_month[row] + np.arange(len(row)) - np.repeat(np.cumsum(months) - months, months)
    return _prestaties(care, lines, billed, row, maand, rng)


def _prestaties(
    care: Care, lines: Lines, billed: Billed, row: Days, maand: Days, rng: np.random.Generator
) -> Prestaties:
    chains, line = care.chains, billed.line[row]
    chain = lines.chain[line]
    begin = np.maximum(first_day(maand), chains.ingang[chain])
    eind = np.minimum(last_day(maand), agreed_end(chains)[chain])
    days = _delivered_days(chains, chain, first_day(maand), last_day(maand))
    agb = agb_numbers(care.place, chains.vorm, chains.aanbieder)[chain]
    product = billed.product[row]
    minutes = (_UNITS[product] == 4) & declares_minutes(agb)
    volume = _volume(chains, chain, billed, row, days, maand, minutes, rng)
    tarief = prices(_PRICES[product], _UNITS[product] == 4, agb, year_of(maand))
    tarief = np.where(minutes, tarief // 60, tarief)
    bedrag = np.where(tarief > 0, volume * tarief, volume)
    return Prestaties(
        line, product, agb, chains.client[chain], maand, begin, eind, volume,
        np.where(minutes, 1, _UNITS[product]), tarief, bedrag, np.full(len(row), -1),
    )  # fmt: skip


_UNITS = np.array([int(item.eenheid) for item in producten()])
_FREQUENCIES = np.array([int(item.frequentie) for item in producten()])
_PRICES = np.array([item.tarief for item in producten()])


def _delivered_days(chains: Chains, chain: Days, begin: Days, eind: Days) -> Days:
    start, stop, pauze, hervat = (getattr(chains, name)[chain] for name in ("start", "stop", "pauze", "hervat"))
    before = np.minimum(eind, np.where(pauze >= 0, pauze, stop)) - np.maximum(begin, start) + 1
    after = np.minimum(eind, stop) - np.maximum(begin, hervat) + 1
    days: Days = np.maximum(before, 0) + np.where(hervat >= 0, np.maximum(after, 0), 0)
    return days


def _volume(
    chains: Chains, chain: Days, billed: Billed, row: Days, days: Days, maand: Days, minutes: NDArray[np.bool_],
    rng: np.random.Generator,
) -> Days:  # fmt: skip
    """Return the delivered volume, never more than the share of the agreed volume for the delivered days.

    Per week that share is days / 7, per month days / days of the month, for a total days / days of the
    toewijzing, so that months together stay within the whole (IV076-IV079).
    """
    product, agreed = billed.product[row], billed.volume[row]
    unit, frequency = _UNITS[product], _FREQUENCIES[product]
    whole = np.where(agreed_end(chains) < NEVER, agreed_end(chains) - chains.ingang + 1, 10_000)[chain]
    of_month = last_day(maand) - first_day(maand) + 1
    part = np.select([frequency == 2, frequency == 4], [days / 7, days / of_month], days / whole)
    use = 0.45 + 0.4 * rng.random(len(row))
    use = np.where(np.isin(unit, (14, 82, 83)), 1.0, use) * billed.deel[row]
    volume = np.where(minutes, 60, 1) * agreed * part * np.minimum(use, 1.0)
    volume = np.where((unit == 82) & (days > 0), rng.random(len(row)) < np.minimum(use, 1.0), volume)
    whole_units: Days = np.floor(volume + 1e-9).astype(np.int64)
    return whole_units


# ---- late, credited and declared again -------------------------------------------------------------------------


def _late(delivered: Prestaties, rng: np.random.Generator) -> Prestaties:
    """Move a few prestaties one declaratie later, but leave every aanbieder its declaratie of that month."""
    late = rng.random(len(delivered)) < _LATE
    keys = delivered.agb * 10_000 + delivered.maand
    on_time = np.unique(keys[~late])
    late &= np.isin(keys, on_time)
    delivered.maand = delivered.maand + late
    return delivered


def _corrected(delivered: Prestaties, rng: np.random.Generator) -> Prestaties:
    """Add credits two declaraties later, most of them with a lower debet beside it."""
    wrong = np.flatnonzero(rng.random(len(delivered)) < _CREDITED)
    credit = delivered.take(wrong)
    credit.maand = credit.maand + 2
    credit.vorige = wrong
    again = credit.take((credit.volume > 1) & (rng.random(len(wrong)) < 0.8))
    again.vorige = np.full(len(again), -1)
    again.volume = np.maximum(again.volume * 9 // 10, 1)
    again.bedrag = np.where(again.tarief > 0, again.volume * again.tarief, again.volume)
    return Prestaties.join(delivered, credit, again)


def _grouped(rows: Prestaties) -> Declaraties:
    order = np.lexsort((rows.line, rows.vorige < 0, rows.client, rows.agb, rows.maand))
    place = np.empty(len(rows), np.int64)
    place[order] = np.arange(len(rows))
    rows = rows.take(order)
    rows.vorige = np.where(rows.vorige >= 0, place[rows.vorige], -1)
    keys = rows.maand * 100_000_000 + rows.agb
    starts = np.flatnonzero(np.concatenate([[True], np.diff(keys) != 0])) if len(keys) else np.zeros(0, np.int64)
    signed = np.where(rows.vorige >= 0, -rows.bedrag, rows.bedrag)
    totaal = np.add.reduceat(signed, starts) if len(starts) else np.zeros(0, np.int64)
    maand, agb = rows.maand[starts], rows.agb[starts]
    dagtekening = workday(first_day(maand + 1) + 7 + agb % 5)
    answer = workday(dagtekening + 5 + agb % 4)
    return Declaraties(rows, np.append(starts, len(rows)), maand, agb, totaal, dagtekening, answer)


def budgets(chains: Chains, lines: Lines, rows: Prestaties) -> Days:
    """Return the budget in eurocent of each line that has one (0 for the others): what is spent, and some more."""
    spent = np.zeros(len(lines), np.int64)
    debet = rows.vorige < 0
    np.add.at(spent, rows.line[debet], rows.bedrag[debet])
    with_budget = np.isin(chains.variant[lines.chain], (BUDGET, GENERIEK))
    return np.where(with_budget, np.minimum((spent * 12 // 10 + 250_000) // 10_000 * 10_000, 99_990_000), 0)
