"""The day on which each message of a gemeente is sent, in an order that respects every chain."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jeugdstelsel.synthetic.billing import Declaraties
from jeugdstelsel.synthetic.care import SPECIFIEK, TAAKGERICHT, Chains, Refusals
from jeugdstelsel.synthetic.columns import Columns
from jeugdstelsel.synthetic.dates import Days, workday

JW315, JW317, JW319, JW301, JW305, JW307, JW323, JW325 = range(8)
BERICHTEN = ("JW315", "JW317", "JW319", "JW301", "JW305", "JW307", "JW323", "JW325")
FIRST, CLOSING, REMOVAL, CORRECTED, RESUMED, PAUSED, STOPPED, STUDIED, TURNED_DOWN, REFUSED_CHANGE = (
    0, 50, 1, 2, 5, 10, 20, 30, 40, 60,
)  # fmt: skip
"""Steps within one kind of message; a lengthening has its own number, from 1, as step."""
FROM_CHAIN, FROM_REFUSAL, FROM_DECLARATIE = range(3)
_VOW_SHARE = 0.3


@dataclass
class Events(Columns):
    """Messages to send: the day, what kind, which step, and the position of its chain, refusal or declaratie."""

    dag: Days
    soort: Days
    bron: Days
    van: Days
    stap: Days


@dataclass(frozen=True)
class Agenda:
    """All messages of a gemeente in order of sending; `wijziging` has, per chain and lengthening, the JW301 day.

    `verzoek` has the day of the JW317 that asked for it, -1 when the gemeente lengthened by itself.
    """

    events: Events
    wijziging: NDArray[np.int64]
    verzoek: NDArray[np.int64]


def plan(chains: Chains, refusals: Refusals, declaraties: Declaraties, rng: np.random.Generator) -> Agenda:
    """Return the messages of a gemeente, sorted by day; on one day a request comes before its answer."""
    changed, asked = _lengthenings(chains, rng)
    parts = [
        *_assignments(chains, changed, asked), *_starts_and_stops(chains, rng), *_refused_changes(chains, rng),
        *_refusals(refusals), *_declaraties(declaraties),
    ]  # fmt: skip
    events = Events.join(*parts)
    order = np.lexsort((events.stap, events.van, events.bron, events.soort, events.dag))
    return Agenda(events.take(order), changed, asked)


def _some(days: Days, which: NDArray[np.bool_], soort: int, stap: int, bron: int = FROM_CHAIN) -> Events:
    van = np.flatnonzero(which)
    return Events(days[van], np.full(len(van), soort), np.full(len(van), bron), van, np.full(len(van), stap))


def _lengthenings(chains: Chains, rng: np.random.Generator) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    most = int(chains.verlengingen.max(initial=0))
    steps = np.arange(1, most + 1)
    shape = (len(chains), most)
    ends = chains.eind_eerste[:, None] + chains.plan[:, None] * (steps - 1)
    changed = workday(ends - rng.integers(5, 26, shape))
    asked = np.minimum(workday(changed - rng.integers(0, 7, shape)), changed)
    happens = steps <= chains.verlengingen[:, None]
    by_provider = happens & (rng.random(shape) < _VOW_SHARE)
    return np.where(happens, changed, -1), np.where(by_provider, asked, -1)


def _assignments(chains: Chains, changed: NDArray[np.int64], asked: NDArray[np.int64]) -> list[Events]:
    assigned = chains.variant != TAAKGERICHT
    parts = [
        _some(chains.verzoek, chains.verzoek >= 0, JW315, FIRST),
        _some(chains.onderzoek, chains.onderzoek >= 0, JW319, STUDIED),
        _some(chains.toegewezen, assigned, JW301, FIRST),
        _some(chains.kort_op, chains.kort_op >= 0, JW301, CLOSING),
    ]
    for step in range(changed.shape[1]):
        parts.append(_some(changed[:, step], changed[:, step] >= 0, JW301, step + 1))
        parts.append(_some(asked[:, step], asked[:, step] >= 0, JW317, step + 1))
    return parts


def _starts_and_stops(chains: Chains, rng: np.random.Generator) -> list[Events]:
    """Report starts, pauses and stops within some working days, each after what it builds on."""
    count = len(chains)
    delay = rng.integers(0, 6, (count, 6))
    started = ~chains.zonder_start
    known = np.where(chains.variant == TAAKGERICHT, chains.start, chains.toegewezen)
    wrong = started & chains.correctie
    first = workday(np.maximum(chains.start + wrong + delay[:, 0], known))
    removed = workday(first + 1 + delay[:, 1])
    corrected = workday(removed + 1)
    last = np.where(wrong, corrected, first)
    paused = started & (chains.pauze >= 0)
    pause = workday(np.maximum(chains.pauze + delay[:, 2], last + 1))
    resumed = paused & (chains.hervat >= 0)
    resume = workday(np.maximum(chains.hervat + delay[:, 3], pause + 1))
    last = np.where(resumed, resume, np.where(paused, pause, last))
    stop = workday(np.maximum(chains.stop + delay[:, 4], last))
    return [
        _some(first, started, JW305, FIRST), _some(removed, wrong, JW305, REMOVAL),
        _some(corrected, wrong, JW305, CORRECTED), _some(pause, paused, JW307, PAUSED),
        _some(resume, resumed, JW305, RESUMED), _some(stop, started & ~chains.zonder_stop, JW307, STOPPED),
    ]  # fmt: skip


def _refused_changes(chains: Chains, rng: np.random.Generator) -> list[Events]:
    """Let some aanbieders ask halfway for more of one of two products, which the gemeente refuses."""
    possible = (chains.variant == SPECIFIEK) & (chains.producten == 2) & (chains.verlengingen == 0)
    possible &= (chains.stop - chains.start > 100) & (chains.kort_reden != "13") & (rng.random(len(chains)) < 0.06)
    asked = workday((chains.start + chains.stop) // 2)
    answered = workday(asked + rng.integers(1, 6, len(chains)))
    return [_some(asked, possible, JW317, REFUSED_CHANGE), _some(answered, possible, JW319, REFUSED_CHANGE)]


def _refusals(refusals: Refusals) -> list[Events]:
    every = np.ones(len(refusals), bool)
    return [
        _some(refusals.verzoek, every, JW315, FIRST, FROM_REFUSAL),
        _some(refusals.onderzoek, refusals.onderzoek >= 0, JW319, STUDIED, FROM_REFUSAL),
        _some(refusals.antwoord, every, JW319, TURNED_DOWN, FROM_REFUSAL),
    ]


def _declaraties(declaraties: Declaraties) -> list[Events]:
    every = np.ones(len(declaraties.maand), bool)
    return [
        _some(declaraties.dagtekening, every, JW323, FIRST, FROM_DECLARATIE),
        _some(declaraties.antwoord, every, JW325, FIRST, FROM_DECLARATIE),
    ]
