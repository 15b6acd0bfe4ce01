"""Simulates the care of one gemeente: young people, chains of care and what was agreed about them."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jeugdstelsel.synthetic.columns import Columns
from jeugdstelsel.synthetic.dates import (
    NEVER,
    Days,
    day_number,
    last_day,
    month_of,
    workday,
)
from jeugdstelsel.synthetic.parameters import (
    END,
    VERWIJZERS,
    Instellingen,
    Vorm,
    leeftijden,
    vormen,
)
from jeugdstelsel.synthetic.places import Place, bsns, places
from jeugdstelsel.synthetic.providers import providers

HORIZON = day_number(END)
VORMEN = {vorm.vorm: index for index, vorm in enumerate(vormen())}
_MONTH = 30.4375
_YEAR = 365.25
_SHORTEST, _LONGEST = 21, 15 * 365
_TO_THE_END = 110
"""Days that some help of three to six months goes on, until the toewijzing runs out; published durations show it."""
_OLDER = 480
"""Days that young people in care are older than when their care began: published ages are of those in care."""
_ENDS_AT_18 = 0.89
_MOVE_SHARE = 0.008
_REDENEN = np.array(["31", "34", "32", "33", "35", "36", "38", "39", "02"])
_REDEN_CHANCES = np.array([0.62, 0.17, 0.08, 0.03, 0.025, 0.025, 0.03, 0.0185, 0.0015])
_SHORTENED = {"02": "02", "35": "07", "36": "05", "38": "09", "39": "06"}
"""Reason of ending that the gemeente follows with a shorter toewijzing, and its RedenWijziging."""
SPECIFIEK, ASPECIFIEK, BUDGET, GENERIEK, TAAKGERICHT = range(5)


@dataclass
class Children(Columns):
    """Young people: `bsn`, day of birth, sex (1 or 2)."""

    bsn: Days
    geboren: Days
    geslacht: Days


@dataclass
class Chains(Columns):
    """One chain of care per record: one young person, one aanbieder, one stretch of time.

    Days are day numbers; -1 means that it does not happen and NEVER that there is no end. `verzoek` is the
    JW315, `onderzoek` the JW319 that says it is looked into, `toegewezen` the first JW301. `eind_eerste` is
    the first agreed end, `plan` the days each lengthening adds, `verlengingen` how many there are.
    `kort_op` and `kort_reden` tell when and why the end is brought forward to `stop` (reason 13: never
    existed). `pauze` is the last day before a pause, `hervat` the first day after it.
    """

    client: Days
    vorm: Days
    start: Days
    stop: Days
    reden: NDArray[np.str_]
    verwijzer: Days
    verzoek: Days
    onderzoek: Days
    toegewezen: Days
    ingang: Days
    plan: Days
    eind_eerste: Days
    verlengingen: Days
    kort_op: Days
    kort_reden: NDArray[np.str_]
    pauze: Days
    hervat: Days
    variant: Days
    producten: Days
    aanbieder: Days
    zonder_start: NDArray[np.bool_]
    zonder_stop: NDArray[np.bool_]
    correctie: NDArray[np.bool_]


@dataclass
class Refusals(Columns):
    """Requests that never become a toewijzing: day of JW315, of 'in onderzoek' (-1: none) and of the refusal."""

    client: Days
    vorm: Days
    aanbieder: Days
    verwijzer: Days
    verzoek: Days
    onderzoek: Days
    antwoord: Days
    reden: Days


@dataclass(frozen=True)
class Care:
    """Everything that happens in one gemeente."""

    place: Place
    children: Children
    chains: Chains
    refusals: Refusals


def simulate(place: Place, instellingen: Instellingen) -> Care:
    """Return the care of one gemeente; the same settings always give the same care."""
    rng = _rng(instellingen, place, 1)
    leaving = _movers(place, instellingen)
    arriving = _movers(places(instellingen)[place.uit], instellingen)
    starts = _starts(place, instellingen, rng)
    link, count = _link(starts, rng)
    refused = int(len(link) * 0.02 + rng.random())
    children = _children(place, starts, link, count, leaving, arriving, refused, rng)
    moved = _moved(leaving, arriving, count)
    chains = _chains(place, children, starts, link, moved, rng)
    return Care(place, children, chains, _refusals(place, len(children) - refused, refused, instellingen, rng))


def _rng(instellingen: Instellingen, place: Place, stream: int) -> np.random.Generator:
    return np.random.Generator(np.random.PCG64([instellingen.seed, int(place.code), stream]))


def _between(rng: np.random.Generator, low: int, high: int, count: int) -> Days:
    return rng.integers(low, high + 1, count)


# ---- who has care, and when ------------------------------------------------------------------------------------


@dataclass
class _Starts(Columns):
    vorm: Days
    start: Days
    stop: Days
    extra: NDArray[np.bool_]


def _starts(place: Place, instellingen: Instellingen, rng: np.random.Generator) -> _Starts:
    """Draw the trajectories of every form that still run on the first day or begin later, by day of start."""
    drawn = _Starts.join(*(_of_form(index, vorm, place, instellingen, rng) for index, vorm in enumerate(vormen())))
    return drawn.take(np.argsort(drawn.start, kind="stable"))


def _of_form(index: int, vorm: Vorm, place: Place, instellingen: Instellingen, rng: np.random.Generator) -> _Starts:
    earliest = max(place.sinds + 90, instellingen.eerste_dag - _LONGEST)
    per_day = vorm.instroom * instellingen.schaal * place.aandeel / _YEAR
    count = int(per_day * (HORIZON - earliest + 1) + rng.random())
    start = _between(rng, earliest, HORIZON, count)
    days = np.exp(rng.normal(np.log(vorm.mediaan_maanden * _MONTH), vorm.sigma, count)).astype(np.int64)
    if not vorm.open_einde:
        days += _TO_THE_END * ((days > 91) & (days <= 183) & (rng.random(count) < 0.18))
    stop = start + np.clip(days, _SHORTEST, _LONGEST) - 1
    extra = rng.random(count) < vorm.aandeel_extra
    kept = stop >= instellingen.eerste_dag
    return _Starts(np.full(count, index), start, stop, extra).take(kept)


def _link(starts: _Starts, rng: np.random.Generator) -> tuple[Days, int]:
    """Give each trajectory a young person: a new one, or for `extra` one whose care began not long before."""
    luck = rng.random(len(starts))
    link = np.full(len(starts), -1)
    link[~starts.extra] = np.arange((~starts.extra).sum())
    protected = _is_form(starts.vorm, "ots", "voogdij")
    with_stay = _is_form(starts.vorm, "pleegzorg", "gezinsgericht", "ander_verblijf", "gesloten")
    _join_earlier(starts, link, starts.extra & with_stay & (rng.random(len(starts)) < 0.75), protected, luck, 1500)
    _join_ended(starts, link, starts.extra & (rng.random(len(starts)) < 0.6), luck)
    _join_earlier(starts, link, starts.extra, np.ones(len(starts), bool), luck, 550)
    alone = link < 0
    count = int((~starts.extra).sum())
    link[alone] = count + np.arange(alone.sum())
    return link, count + int(alone.sum())


def _join_earlier(
    starts: _Starts, link: Days, seekers: NDArray[np.bool_], pool: NDArray[np.bool_], luck: NDArray[np.float64],
    window: int,
) -> None:  # fmt: skip
    hosts = np.flatnonzero(~starts.extra & pool)
    seeking = np.flatnonzero(seekers & (link < 0))
    low = np.searchsorted(starts.start[hosts], starts.start[seeking] - window)
    high = np.searchsorted(starts.start[hosts], starts.start[seeking])
    found = high > low
    picked = (low + luck[seeking] * (high - low)).astype(np.int64)[found]
    link[seeking[found]] = link[hosts[picked]]


def _join_ended(starts: _Starts, link: Days, seekers: NDArray[np.bool_], luck: NDArray[np.float64]) -> None:
    """Continue the care of young people whose trajectory ends around the start of this one."""
    hosts = np.flatnonzero(~starts.extra)
    if not len(hosts):
        return
    hosts = hosts[np.argsort(starts.stop[hosts], kind="stable")]
    seeking = np.flatnonzero(seekers & (link < 0))
    low = np.searchsorted(starts.stop[hosts], starts.start[seeking] - 150)
    high = np.searchsorted(starts.stop[hosts], starts.start[seeking] + 30)
    picked = (low + luck[seeking] * (high - low)).astype(np.int64)
    found = (high > low) & (starts.start[hosts[np.minimum(picked, len(hosts) - 1)]] < starts.start[seeking])
    link[seeking[found]] = link[hosts[picked[found]]]


def _is_form(vorm: Days, *names: str) -> NDArray[np.bool_]:
    return np.isin(vorm, [VORMEN[name] for name in names])


@dataclass
class _Movers(Columns):
    bsn: Days
    geboren: Days
    geslacht: Days
    vorm: Days
    start: Days
    move: Days
    stop: Days


def _movers(place: Place, instellingen: Instellingen) -> _Movers:
    """Return the young people who leave a gemeente during care; both gemeenten compute them alike."""
    rng = _rng(instellingen, place, 2)
    span = HORIZON - 30 - instellingen.eerste_dag
    yearly = sum(vorm.instroom for vorm in vormen()) * instellingen.schaal * place.aandeel * _MOVE_SHARE
    count = int(yearly * span / _YEAR + rng.random())
    move = instellingen.eerste_dag + 1 + _between(rng, 0, span - 1, count)
    start = np.maximum(move - _between(rng, 60, 400, count), place.sinds + 90)
    neighbour = places(instellingen)[place.buur]
    kept = (move - start > _SHORTEST + 5) & (move > neighbour.sinds + 90)
    vorm = rng.choice([VORMEN["ambulant"], VORMEN["netwerk"], VORMEN["pleegzorg"]], count, p=[0.7, 0.2, 0.1])
    drawn = _Movers(
        bsns(place.bsn, count, place.ruimte), start - _between(rng, 5 * 365, 14 * 365, count),
        _between(rng, 1, 2, count), vorm, start, move, move + _between(rng, 60, 500, count),
    )  # fmt: skip
    return drawn.take(kept)


def _children(
    place: Place, starts: _Starts, link: Days, count: int, leaving: _Movers, arriving: _Movers, refused: int,
    rng: np.random.Generator,
) -> Children:  # fmt: skip
    """Return the young people: those of `link`, leaving, arriving, and those whose request is refused."""
    first = np.full(count, HORIZON)
    np.minimum.at(first, link, starts.start)
    profile = np.zeros(count, np.int64)
    profile[link[~starts.extra]] = starts.vorm[~starts.extra]
    known = Children(leaving.bsn, leaving.geboren, leaving.geslacht)
    newcomers = Children(arriving.bsn, arriving.geboren, arriving.geslacht)
    moving = len(bsns_reserved(place, leaving))
    numbers = bsns(place.bsn, moving + count + refused, place.ruimte)[moving:]
    own = Children(numbers[:count], _born(first, profile, rng), _sex(count, rng))
    waiting = Children(numbers[count:], HORIZON - _between(rng, 4 * 365, 15 * 365, refused), _sex(refused, rng))
    return Children.join(own, known, newcomers, waiting)


def bsns_reserved(place: Place, leaving: _Movers) -> Days:
    """Return the positions at the start of the block of `place` that its leaving young people may use."""
    top = int(leaving.bsn.max() // 10 - place.bsn + 1) if len(leaving) else 0
    return np.arange(top)


def _sex(count: int, rng: np.random.Generator) -> Days:
    return np.where(rng.random(count) < 0.54, 1, 2)


def _born(first: Days, profile: Days, rng: np.random.Generator) -> Days:
    ages = np.zeros(len(first), np.int64)
    luck = rng.random(len(first))
    for index, vorm in enumerate(vormen()):
        mine = profile == index
        ages[mine] = np.searchsorted(np.cumsum(leeftijden(vorm.leeftijden))[:-1], luck[mine])
    days = (ages * _YEAR).astype(np.int64) + _between(rng, 0, 365, len(first)) - _OLDER
    born: Days = first - np.maximum(days, _between(rng, 400, 600, len(first)))
    return born


# ---- what is agreed and reported about it ----------------------------------------------------------------------


@dataclass
class _Base(Columns):
    client: Days
    vorm: Days
    start: Days
    stop: Days
    reden: NDArray[np.str_]


def _moved(leaving: _Movers, arriving: _Movers, count: int) -> _Base:
    gone = _Base(
        count + np.arange(len(leaving)), leaving.vorm, leaving.start, leaving.move, np.full(len(leaving), "35")
    )
    come = _Base(
        count + len(leaving) + np.arange(len(arriving)), arriving.vorm, arriving.move + 1, arriving.stop,
        np.full(len(arriving), "31"),
    )  # fmt: skip
    return _Base.join(gone, come)


def _chains(
    place: Place, children: Children, starts: _Starts, link: Days, moved: _Base, rng: np.random.Generator
) -> Chains:
    reden = rng.choice(_REDENEN, len(starts), p=_REDEN_CHANCES)
    base = _Base.join(_Base(link, starts.vorm, starts.start, starts.stop, reden), moved)
    _stop_at_eighteen(base, children, rng)
    chains = _agreed(place, base, rng)
    return _without_conflicts(place, chains, rng)


def _stop_at_eighteen(base: _Base, children: Children, rng: np.random.Generator) -> None:
    for age, chance in ((18, _ENDS_AT_18), (23, 1.0)):
        birthday = children.geboren[base.client] + int(age * _YEAR)
        crossing = (base.start + _SHORTEST < birthday) & (base.stop >= birthday) & (rng.random(len(base)) < chance)
        base.stop[crossing] = birthday[crossing] - 1
        base.reden[crossing] = "39" if age == 18 else "31"


def _agreed(place: Place, base: _Base, rng: np.random.Generator) -> Chains:
    """Add request, toewijzing, pauses and provider to the bare periods of care."""
    count = len(base)
    open_end = np.array([vorm.open_einde for vorm in vormen()])[base.vorm]
    variant = _variants(base, open_end, rng)
    toegewezen, ingang = _assigned(place, base, rng)
    verwijzer = _referrers(base, rng)
    producten = np.where((variant == SPECIFIEK) & ~open_end & (rng.random(count) < 0.55), 2, 1)
    producten[_is_form(base.vorm, "wijkteam", "daghulp")] = 1
    taak = variant == TAAKGERICHT
    asked = (verwijzer > 0) & ~taak
    verzoek, onderzoek = _requests(place, asked, producten, toegewezen, rng)
    deleted = (rng.random(count) < 0.007) & ~taak
    plan, eind, lengthened = _ends(base, ingang, open_end, variant, rng)
    kort_op, kort_reden = _shortened(base, toegewezen, eind + plan * lengthened, deleted, taak, rng)
    pauze, hervat = _pauses(base, rng)
    eind[deleted & open_end] = NEVER
    return Chains(
        base.client, base.vorm, base.start, base.stop, base.reden, np.where(asked, verwijzer, 0), verzoek, onderzoek,
        toegewezen, ingang, plan, eind, np.where(deleted | taak, 0, lengthened), kort_op, kort_reden,
        np.where(deleted, -1, pauze), np.where(deleted, -1, hervat), variant, producten,
        _draw_providers(place, base.vorm, rng.random(count)), deleted | (rng.random(count) < 0.02) & ~taak,
        rng.random(count) < 0.02, (rng.random(count) < 0.006) & ~taak,
    )  # fmt: skip


def _variants(base: _Base, open_end: NDArray[np.bool_], rng: np.random.Generator) -> Days:
    luck = rng.random(len(base))
    variant = np.select([luck < 0.52, luck < 0.955, luck < 0.99], [SPECIFIEK, ASPECIFIEK, BUDGET], GENERIEK)
    variant[open_end] = SPECIFIEK
    wijk = _is_form(base.vorm, "wijkteam")
    variant[wijk] = np.where(rng.random(int(wijk.sum())) < 0.7, TAAKGERICHT, SPECIFIEK)
    return variant


def _assigned(place: Place, base: _Base, rng: np.random.Generator) -> tuple[Days, Days]:
    """Return the day of the first JW301 and the first day of the toewijzing."""
    count = len(base)
    late = rng.random(count) < np.array([vorm.terugwerkend for vorm in vormen()])[base.vorm]
    wait = np.minimum(np.exp(rng.normal(np.log(20), 0.9, count)).astype(np.int64), 300)
    gap = np.where(rng.random(count) < 0.3, 0, (wait * rng.random(count)).astype(np.int64))
    ingang = np.maximum(base.start - np.where(late, _between(rng, 0, 3, count), gap), place.sinds + 40)
    early = np.maximum(base.start - wait, place.sinds + 30)
    wanted = np.where(late, base.start + _between(rng, 1, 14, count), early)
    return workday(np.minimum(wanted, last_day(month_of(ingang)) + 2)), ingang


def _referrers(base: _Base, rng: np.random.Generator) -> Days:
    """Return positions in VERWIJZERS; 0 is the gemeente itself, which sends no JW315."""
    shares = np.cumsum([vorm.verwijzers for vorm in vormen()], axis=1)
    shares /= shares[:, -1:]
    drawn: Days = (rng.random(len(base))[:, None] >= shares[base.vorm]).sum(axis=1)
    return np.minimum(drawn, len(VERWIJZERS) - 1)


def _requests(
    place: Place, asked: NDArray[np.bool_], producten: Days, toegewezen: Days, rng: np.random.Generator
) -> tuple[Days, Days]:
    count = len(asked)
    studied = asked & (producten == 1) & (rng.random(count) < 0.25)
    days = np.where(studied, _between(rng, 9, 50, count), _between(rng, 0, 7, count))
    verzoek = np.minimum(workday(np.maximum(toegewezen - days, place.sinds + 5)), toegewezen)
    onderzoek = np.minimum(workday(verzoek + _between(rng, 1, 5, count)), toegewezen)
    return np.where(asked, verzoek, -1), np.where(studied, onderzoek, -1)


def _ends(
    base: _Base, ingang: Days, open_end: NDArray[np.bool_], variant: Days, rng: np.random.Generator
) -> tuple[Days, Days, Days]:
    """Return the days one toewijzing covers, its first last day and how often it is lengthened."""
    need = base.stop - ingang + 1
    plan = rng.choice([183, 274, 365, 365], len(base))
    plan = np.where(need > 6 * plan, need // 6 + 1, plan)
    whole = (variant == BUDGET) | (variant == GENERIEK)
    plan = np.where(whole, need + _between(rng, 0, 45, len(base)), plan)
    lengthened = np.where(open_end, 0, np.maximum(0, (need - 1) // plan))
    return np.where(open_end, 0, plan), np.where(open_end, NEVER, ingang + plan - 1), lengthened


def _shortened(
    base: _Base, toegewezen: Days, eind: Days, deleted: NDArray[np.bool_], taak: NDArray[np.bool_],
    rng: np.random.Generator,
) -> tuple[Days, NDArray[np.str_]]:  # fmt: skip
    count = len(base)
    soon = np.minimum(base.stop + _between(rng, 0, 4, count), last_day(month_of(base.stop)) + 2)
    reden = np.full(count, "")
    for stopped, changed in _SHORTENED.items():
        reden = np.where((base.reden == stopped) & (eind > base.stop + 3), changed, reden)
    reden = np.where((reden == "") & (eind >= NEVER), "05", reden)
    reden = np.where(taak, "", np.where(deleted, "13", reden))
    day = np.where(deleted, workday(toegewezen + _between(rng, 3, 20, count)), workday(soon))
    return np.where(reden == "", -1, day), reden


def _pauses(base: _Base, rng: np.random.Generator) -> tuple[Days, Days]:
    """Return the last day before a pause and the first after it; -1 for none or for no resumption."""
    count = len(base)
    length = base.stop - base.start
    pauze = base.start + (length * (0.2 + 0.4 * rng.random(count))).astype(np.int64)
    hervat = pauze + _between(rng, 15, 70, count)
    paused = (length > 120) & (rng.random(count) < 0.06) & (hervat < base.stop - 14)
    resumed = paused & (rng.random(count) < 0.95)
    return np.where(paused, pauze, -1), np.where(resumed, hervat, -1)


def _draw_providers(place: Place, vorm: Days, luck: NDArray[np.float64]) -> Days:
    """Return positions in `providers(place, vorm).agb`."""
    drawn = np.zeros(len(vorm), np.int64)
    for index, item in enumerate(vormen()):
        mine = vorm == index
        drawn[mine] = np.searchsorted(providers(place, item.vorm).cumulative[:-1], luck[mine])
    return drawn


def agb_numbers(place: Place, vorm: Days, aanbieder: Days) -> Days:
    """Return the AGB codes as numbers."""
    codes = np.zeros(len(vorm), np.int64)
    for index, item in enumerate(vormen()):
        mine = vorm == index
        codes[mine] = np.array([int(agb) for agb in providers(place, item.vorm).agb])[aanbieder[mine]]
    return codes


def _without_conflicts(place: Place, chains: Chains, rng: np.random.Generator) -> Chains:
    """Keep one chain at a time per young person and aanbieder: draw another aanbieder, in the end drop the chain."""
    for attempt in range(40):
        clash = _clashes(place, chains)
        if not clash.any():
            return chains
        if attempt < 6:
            chains.aanbieder[clash] = _draw_providers(place, chains.vorm[clash], rng.random(int(clash.sum())))
        else:
            chains = chains.take(~clash)
    raise AssertionError("chains of one young person and aanbieder still overlap")


def _clashes(place: Place, chains: Chains) -> NDArray[np.bool_]:
    codes = agb_numbers(place, chains.vorm, chains.aanbieder)
    opens = np.minimum(np.where(chains.verzoek < 0, NEVER, chains.verzoek), chains.toegewezen)
    opens = np.minimum(opens, np.minimum(chains.ingang, chains.start))
    order = np.lexsort((opens, codes, chains.client))
    same = (np.diff(chains.client[order]) == 0) & (np.diff(codes[order]) == 0)
    early = opens[order][1:] <= _closes(chains)[order][:-1] + 30
    clash = np.zeros(len(chains), bool)
    clash[order[1:][same & early]] = True
    return clash


def _closes(chains: Chains) -> Days:
    agreed = np.where(chains.kort_op >= 0, chains.stop, chains.eind_eerste + chains.plan * chains.verlengingen)
    last = np.maximum(np.maximum(agreed, chains.stop + 15), chains.kort_op)
    return np.where(chains.zonder_stop | (chains.stop > HORIZON), NEVER, last)


def _refusals(place: Place, first: int, count: int, instellingen: Instellingen, rng: np.random.Generator) -> Refusals:
    verzoek = workday(_between(rng, instellingen.eerste_dag, HORIZON, count))
    studied = rng.random(count) < 0.3
    onderzoek = workday(verzoek + _between(rng, 1, 5, count))
    answer = workday(np.where(studied, verzoek + _between(rng, 14, 50, count), verzoek + _between(rng, 1, 6, count)))
    vorm = np.full(count, VORMEN["ambulant"])
    return Refusals(
        first + np.arange(count), vorm, _draw_providers(place, vorm, rng.random(count)),
        rng.integers(1, 6, count), verzoek, np.where(studied, onderzoek, -1), answer,
        rng.choice([1, 2, 3, 4, 6, 7, 8, 9], count),
    )  # fmt: skip
