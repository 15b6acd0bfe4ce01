"""The Beleidsinformatie Jeugd that the aanbieders of one gemeente would deliver about the care in its messages."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

import numpy as np

from jeugdstelsel.ingest.bij import SYNTHETISCH
from jeugdstelsel.ingest.bij_record import Hulp, Jeugdige, Maatregel, Meting, Record
from jeugdstelsel.ingest.bij_schrijven import write_lines
from jeugdstelsel.ingest.unpack import BEZIJDEN
from jeugdstelsel.standaard.bij import (
    TERMIJN,
    Verslagperiode,
    lengte_van,
    met_verblijf,
    periode_van,
    redenen,
    standaard_indeling,
)
from jeugdstelsel.synthetic.care import Care, agb_numbers
from jeugdstelsel.synthetic.dates import iso
from jeugdstelsel.synthetic.parameters import VERWIJZERS, Instellingen, vormen
from jeugdstelsel.synthetic.places import bsns

HULPVORM = {
    "wijkteam": "01", "ambulant": "02", "daghulp": "03", "netwerk": "04", "pleegzorg": "11", "gezinsgericht": "12",
    "gesloten": "13", "ander_verblijf": "14",
}  # fmt: skip
MAATREGEL = {"ots": "11", "voogdij": "21", "jeugdreclassering": "41"}
_EIGEN_REDEN = {"36": "05", "37": "02", "38": "02", "39": "01", "20": "01"}
"""What an aanbieder fills in where the messages have no reason that the CBS knows."""
NIET_GELEVERD = 0.04
"""Share of the deliveries that never come; this and the shares below are assumptions, no source gives them."""
LATER_BEGONNEN, ALLEEN_BERICHTEN, ALLEEN_BIJ, ALLEEN_BIJ_WIJKTEAM = 0.08, 0.02, 0.02, 0.15
"""Records that start later than the message says, are missing, or exist without messages (the last: taakgericht)."""
CRISIS, CRISIS_VERBLIJF, GEMETEN = 0.05, 0.2, 0.1
_EPOCH = date(1970, 1, 1)


@dataclass(frozen=True)
class Levering:
    """The lines that one gemeente adds to one delivery; `naam` is the file."""

    soort: str
    naam: str
    regels: str


@dataclass(frozen=True)
class _Verhaal:
    """One record as the aanbieder knows it, over its whole life."""

    soort: str
    aanbieder: str
    record: Record

    def over(self, periode: Verslagperiode) -> Record | None:
        """Return the record as it stands at the end of a period, or None when it does not touch it."""
        begin, einde = self.record.datum_aanvang, self.record.datum_einde
        if begin is None or begin > periode.eind or (einde is not None and einde < periode.begin):
            return None
        return _running(self.record) if einde is not None and einde > periode.eind else self.record


def deliveries(care: Care, instellingen: Instellingen) -> list[Levering]:
    """Return what this gemeente adds to each delivery that was due on the last day, by name of the file."""
    rng = np.random.Generator(np.random.PCG64([instellingen.seed, int(care.place.code), 4]))
    told = list(_stories(care, rng))
    lines: defaultdict[tuple[str, str, str], list[Record]] = defaultdict(list)
    for periode in (p for lengte in "HK" for p in periods(instellingen, lengte)):
        for story in told:
            if lengte_van(story.soort) == periode.code[5] and not skipped(instellingen, story.aanbieder, periode):
                record = story.over(periode)
                if record is not None:
                    lines[story.soort, story.aanbieder, periode.code].append(record)
    layout = standaard_indeling()
    return [
        Levering(soort, file_name(soort, agb, code), write_lines(soort, agb, code, records, layout))
        for (soort, agb, code), records in sorted(lines.items())
    ]


def file_name(soort: str, aanbieder: str, periode: str) -> str:
    """Return the name of a delivery."""
    return f"{BEZIJDEN}{soort}_{aanbieder}_{periode}.csv"


def periods(instellingen: Instellingen, lengte: str) -> Iterator[Verslagperiode]:
    """Yield the periods from the first day of the country that were due on its last day."""
    periode = periode_van(_EPOCH + timedelta(int(instellingen.eerste_dag)), lengte)
    while periode.eind + TERMIJN <= instellingen.tot:
        yield periode
        periode = periode_van(periode.eind + timedelta(1), lengte)


def skipped(instellingen: Instellingen, aanbieder: str, periode: Verslagperiode) -> bool:
    """Whether an aanbieder does not deliver over a period; the same in every gemeente."""
    luck = np.random.Generator(np.random.PCG64([instellingen.seed, int(aanbieder), periode.begin.toordinal()]))
    return bool(luck.random() < NIET_GELEVERD)


def _running(record: Record) -> Record:
    """Return a record without what is known only after its end."""
    if isinstance(record, Hulp):
        return replace(record, datum_einde=None, reden_beeindiging="", metingen=())
    return replace(record, datum_einde=None, reden_beeindiging="", nazorg="", erkende_interventie="")


def _stories(care: Care, rng: np.random.Generator) -> Iterator[_Verhaal]:
    """Yield a record for most chains of care, and some of young people about whom there are no messages."""
    chains, children = care.chains, care.children
    people = [
        Jeugdige(f"{bsn:09d}", born.replace("-", ""), "M" if sex == 1 else "V", care.place.code)
        for bsn, born, sex in zip(children.bsn.tolist(), iso(children.geboren), children.geslacht.tolist(), strict=True)
    ]
    agb = [f"{code:08d}" for code in agb_numbers(care.place, chains.vorm, chains.aanbieder).tolist()]
    luck = rng.random((len(chains), 5))
    later = np.where(luck[:, 0] < LATER_BEGONNEN, rng.integers(7, 22, len(chains)), 0)
    begin = np.minimum(chains.start + later, chains.stop)
    days = zip(begin.tolist(), chains.stop.tolist(), strict=True)
    real = (chains.kort_reden != "13") & (luck[:, 1] >= ALLEEN_BERICHTEN)
    spare = _spare(care)
    for index, (first, last) in enumerate(days):
        told = _Chain(
            care, index, agb[index], _EPOCH + timedelta(first), _EPOCH + timedelta(last), luck[index].tolist()
        )
        if real[index]:
            yield told.story(people[int(chains.client[index])])
        if told.vorm in MAATREGEL or luck[index, 2] >= (ALLEEN_BIJ_WIJKTEAM if told.vorm == "wijkteam" else ALLEEN_BIJ):
            continue
        extra = next(spare, None)
        if extra is not None:
            yield told.story(replace(people[int(chains.client[index])], bsn=f"{extra:09d}"), "X")


def _spare(care: Care) -> Iterator[int]:
    """Yield numbers of the block of the gemeente that no young person in the messages has."""
    place, used = care.place, care.children.bsn // 10
    end = place.bsn + place.ruimte
    own = used[(used >= place.bsn) & (used < end)]
    first = int(own.max()) + 1 if len(own) else place.bsn
    yield from bsns(first, (end - first) // 2, end - first).tolist()


@dataclass(frozen=True)
class _Chain:
    """One chain of care as its aanbieder would report it; `luck` are five draws between 0 and 1."""

    care: Care
    index: int
    agb: str
    begin: date
    einde: date
    luck: Sequence[float]

    @property
    def vorm(self) -> str:
        """The form of care of the country."""
        return vormen()[int(self.care.chains.vorm[self.index])].vorm

    def story(self, jeugdige: Jeugdige, suffix: str = "") -> _Verhaal:
        """Return the record of a young person."""
        kenmerk = f"{SYNTHETISCH}-{self.care.place.code}-{self.index}{suffix}"
        if self.vorm in HULPVORM:
            return _Verhaal("jeugdhulp", self.agb, self._hulp(jeugdige, kenmerk))
        soort = "jeugdreclassering" if self.vorm == "jeugdreclassering" else "jeugdbescherming"
        return _Verhaal(soort, self.agb, self._maatregel(jeugdige, kenmerk))

    def _hulp(self, jeugdige: Jeugdige, kenmerk: str) -> Hulp:
        hulpvorm, reden = HULPVORM[self.vorm], str(self.care.chains.reden[self.index])
        verwijzer = "06" if hulpvorm == "01" else VERWIJZERS[int(self.care.chains.verwijzer[self.index])]
        crisis = self.luck[3] < (CRISIS_VERBLIJF if met_verblijf(hulpvorm) else CRISIS)
        return Hulp(
            0, jeugdige, verwijzer, hulpvorm, "01" if crisis else "02", self.begin, self.einde,
            redenen()[reden].reden or _EIGEN_REDEN[reden], tuple(self._metingen()), kenmerk,
        )  # fmt: skip

    def _metingen(self) -> Iterator[Meting]:
        """Yield what the parent said, for the few of whom it was asked."""
        if self.luck[4] < GEMETEN:
            score = int(self.luck[4] / GEMETEN * 100)
            yield Meting("ouder", 4 + score % 7, f"0{1 + score % 4}")

    def _maatregel(self, jeugdige: Jeugdige, kenmerk: str) -> Maatregel:
        which = int(self.luck[3] * 3)
        if self.vorm == "jeugdreclassering":
            reden, nazorg, erkend = ("41", "42", "43")[which], "52" if self.luck[4] < 0.3 else "51", "02"
        else:
            reden, nazorg, erkend = ("04", "03", "02")[which] if self.vorm == "ots" else "11", "", ""
        return Maatregel(
            0, jeugdige, MAATREGEL[self.vorm], self.begin, self.einde, reden, nazorg, erkend, kenmerk=kenmerk
        )
