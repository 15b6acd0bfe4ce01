"""Compares the synthetic country with the published key figures it imitates."""

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date
from functools import partial

import numpy as np
from numpy.typing import NDArray

from jeugdstelsel.standaard.cbs import onderdelen
from jeugdstelsel.synthetic.care import TAAKGERICHT, VORMEN
from jeugdstelsel.synthetic.dates import Days, day_number, year_of
from jeugdstelsel.synthetic.emit import Story, story
from jeugdstelsel.synthetic.parameters import (
    LAST_YEAR,
    VERWIJZERS,
    Instellingen,
    rows,
    vormen,
)
from jeugdstelsel.synthetic.places import Place, places
from jeugdstelsel.synthetic.truth import in_care

_BOUNDS = (0, 91, 183, 365, 730, 1095, 100_000)
_CLASSES = ("0_3_maanden", "3_6_maanden", "6_12_maanden", "1_2_jaar", "2_3_jaar", "3_jaar_of_meer")
_REFERRERS = {"gemeente": "01", "huisarts": "02", "jeugdarts": "03", "gi": "04", "specialist": "05", "geen": "06"}
_STAY = ("pleegzorg", "gezinsgericht", "gesloten", "ander_verblijf")
_OUTSIDE = ("ots", "voogdij", "jeugdreclassering")


@dataclass(frozen=True)
class Ijkcijfer:
    """A published figure to imitate and what came of it; `marge` is the accepted relative difference."""

    kenmerk: str
    doel: float
    behaald: float
    eenheid: str
    periode: str
    marge: float
    bron: str

    @property
    def afwijking(self) -> float:
        """Relative difference with the published figure."""
        return self.behaald / self.doel - 1

    @property
    def goed(self) -> bool:
        """Whether the difference stays within the margin."""
        return abs(self.afwijking) <= self.marge


def calibrate(instellingen: Instellingen, processen: int = 2) -> list[Ijkcijfer]:
    """Simulate every gemeente and return each target with what was reached, scaled to the whole country."""
    with ProcessPoolExecutor(processen) as pool:
        parts = list(pool.map(partial(_counts, instellingen), places(instellingen).values(), chunksize=8))
    counted = {name: sum(part[name] for part in parts) for name in parts[0]}
    reached = dict(_figures(counted, instellingen.schaal))
    return [
        Ijkcijfer(
            row["kenmerk"], float(row["waarde"]), reached[row["kenmerk"]], row["eenheid"], row["periode"],
            float(row["marge"]), row["bron"],
        )
        for row in rows("ijkcijfers_2026_11")
    ]  # fmt: skip


def _counts(instellingen: Instellingen, place: Place) -> dict[str, float]:
    """Return countable quantities of one gemeente, by name."""
    told = story(place, instellingen)
    parts = (_people(told), _latest(told), _referrers(told), _durations(told), _money(told))
    return {name: value for part in parts for name, value in part}


def _days(begin: tuple[int, int], end: tuple[int, int]) -> tuple[int, int]:
    return day_number(date(LAST_YEAR, *begin)), day_number(date(LAST_YEAR, *end))


_YEAR, _HALF, _DAY = _days((1, 1), (12, 31)), _days((1, 1), (6, 30)), _days((6, 30), (6, 30))


def _people(told: Story) -> Iterator[tuple[str, float]]:
    year, half, day = (in_care(told, *span) for span in (_YEAR, _HALF, _DAY))
    yield "jongeren_jaar", _young(told, year)
    yield "jongeren_peildatum", _young(told, day)
    yield "trajecten_halfjaar", len(_of(told, half, *_other(*_OUTSIDE)))
    yield "jongeren_jaar_jeugdhulp", _young(told, _of(told, year, *_other(*_OUTSIDE)))
    yield "jongeren_jaar_zonder_verblijf", _young(told, _of(told, year, *_other(*_STAY, *_OUTSIDE)))
    yield "jongeren_jaar_met_verblijf", _young(told, _of(told, year, *_STAY))
    yield "jongeren_jaar_jeugdbescherming", _young(told, _of(told, year, "ots", "voogdij"))
    for name in VORMEN:
        yield f"jongeren_jaar_{name}", _young(told, _of(told, year, name))
        yield f"jongeren_halfjaar_{name}", _young(told, _of(told, half, name))


def _latest(told: Story) -> Iterator[tuple[str, float]]:
    """Count what CBS published last: the first half of the last year up to 18 years old, and the stock before it."""
    minors = told.care.children.geboren > day_number(date(LAST_YEAR - 18, 6, 30))
    half = in_care(told, *_HALF)
    half = half[minors[told.care.chains.client[half]]]
    clients = told.care.chains.client
    help_, stay = clients[_of(told, half, *_other(*_OUTSIDE))], clients[_of(told, half, *_STAY)]
    protected = clients[_of(told, half, "ots", "voogdij")]
    yield "tot_18_jeugdhulp", len(np.unique(help_))
    yield "tot_18_verblijf", len(np.unique(stay))
    yield "tot_18_jeugdbescherming", len(np.unique(protected))
    yield "tot_18_jeugdbescherming_verblijf", len(np.intersect1d(protected, stay))
    begin = in_care(told, _YEAR[0], _YEAR[0])
    yield "jongeren_stand_jeugdbescherming", _young(told, _of(told, begin, "ots", "voogdij"))


def _other(*names: str) -> list[str]:
    return [name for name in VORMEN if name not in names]


def _of(told: Story, chains: Days, *names: str) -> Days:
    return chains[np.isin(told.care.chains.vorm[chains], [VORMEN[name] for name in names])]


def _young(told: Story, chains: Days) -> int:
    return len(np.unique(told.care.chains.client[chains]))


def _referrers(told: Story) -> Iterator[tuple[str, float]]:
    """Count referrers; taakgericht help has none in its messages but does in the form's shares, so it is left out."""
    half = _of(told, in_care(told, *_HALF), *_other(*_OUTSIDE))
    chains = told.care.chains
    for name, code in _REFERRERS.items():
        yield f"verwijzer_{name}", int((chains.verwijzer[half] == VERWIJZERS.index(code)).sum())
    taak = half[chains.variant[half] == TAAKGERICHT]
    shares = vormen()[VORMEN["wijkteam"]].verwijzers
    for index, share in enumerate(shares):
        yield f"taakgericht_{index}", share / sum(shares) * len(taak)
    yield "taakgericht", len(taak)


def _durations(told: Story) -> Iterator[tuple[str, float]]:
    chains = told.care.chains
    ended = np.flatnonzero((chains.stop >= _YEAR[0]) & (chains.stop <= _YEAR[1]) & (chains.kort_reden != "13"))
    help_ = _of(told, ended, *_other(*_OUTSIDE))
    classes = np.histogram((chains.stop - chains.start + 1)[help_], _BOUNDS)[0]
    yield from ((f"klasse_{name}", int(count)) for name, count in zip(_CLASSES, classes, strict=True))
    yield "klassen", len(help_)
    yield "eenzijdig", int(np.isin(chains.reden[help_], ("32", "33")).sum())
    for name in _OUTSIDE:
        mine = _of(told, ended, name)
        yield f"dagen_{name}", int((chains.stop - chains.start + 1)[mine].sum())
        yield f"geëindigd_{name}", len(mine)


def _money(told: Story) -> Iterator[tuple[str, float]]:
    sent = told.declaraties.prestaties
    this_year = year_of(sent.maand) == LAST_YEAR
    euro = np.where(sent.vorige >= 0, -sent.bedrag, sent.bedrag) / 100
    vorm = told.care.chains.vorm[told.lines.chain[sent.line]]
    yield "prestaties", int(this_year.sum())
    yield "euro_verblijf", _sum_of(euro, vorm, this_year, *_STAY)
    yield "euro_jeugdbescherming_en_reclassering", _sum_of(euro, vorm, this_year, *_OUTSIDE)
    yield "euro_ambulant", _sum_of(euro, vorm, this_year, *_other(*_STAY, *_OUTSIDE))


def _sum_of(euro: NDArray[np.float64], vorm: Days, which: NDArray[np.bool_], *names: str) -> float:
    return float(euro[which & np.isin(vorm, [VORMEN[name] for name in names])].sum())


def _figures(counted: dict[str, float], schaal: float) -> Iterator[tuple[str, float]]:
    """Turn the counts of the country into the figures that are published."""
    for name, value in counted.items():
        if name.startswith(("jongeren", "trajecten", "prestaties")):
            yield name, value / schaal
    yield "aandeel_tot_18_jeugdhulp", 100 * counted["tot_18_jeugdhulp"] / schaal / _minors()
    yield "aandeel_tot_18_verblijf", 100 * counted["tot_18_verblijf"] / counted["tot_18_jeugdhulp"]
    yield "aandeel_tot_18_jeugdbescherming", 100 * counted["tot_18_jeugdbescherming"] / schaal / _minors()
    with_stay = counted["tot_18_jeugdbescherming_verblijf"]
    yield "aandeel_jeugdbescherming_verblijf", 100 * with_stay / max(counted["tot_18_jeugdbescherming"], 1)
    with_referrer = sum(counted[f"verwijzer_{name}"] for name in _REFERRERS)
    for name, code in _REFERRERS.items():
        seen = counted[f"verwijzer_{name}"] - (counted["taakgericht"] if name == "gemeente" else 0)
        share = counted[f"taakgericht_{VERWIJZERS.index(code)}"]
        yield f"aandeel_verwijzer_{name}", 100 * (seen + share) / with_referrer
    for name in _CLASSES:
        yield f"aandeel_duur_{name}", 100 * counted[f"klasse_{name}"] / counted["klassen"]
    yield "aandeel_voortijdig_eenzijdig", 100 * counted["eenzijdig"] / counted["klassen"]
    for name in _OUTSIDE:
        yield f"duur_{name}", counted[f"dagen_{name}"] / max(counted[f"geëindigd_{name}"], 1) / 30.4375
    yield "uitgaven_zonder_verblijf", counted["euro_ambulant"] / schaal / 1e6
    yield "uitgaven_met_verblijf", counted["euro_verblijf"] / schaal / 1e6
    spent = counted["euro_jeugdbescherming_en_reclassering"]
    yield "uitgaven_jeugdbescherming_en_reclassering", spent / schaal / 1e6


def _minors() -> float:
    """Return how many people under 18 CBS divides by: a number with youth care over its percentage."""
    parts = onderdelen()
    return 100 * parts["tot18_zorg_2024"].waarde / parts["pct18_zorg_2024"].waarde
