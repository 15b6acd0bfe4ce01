"""Makes the Beleidsinformatie Jeugd of one aanbieder out of its iJw messages, and says what they cannot tell."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any, TypeAlias

from jeugdstelsel.engines import duckdb as duck
from jeugdstelsel.ingest.bij import SYNTHETISCH
from jeugdstelsel.ingest.bij_record import Hulp, Jeugdige, Maatregel, Record
from jeugdstelsel.ingest.bij_samenvoegen import merge_hulp
from jeugdstelsel.ingest.bij_schrijven import write_delivery
from jeugdstelsel.ingest.pseudonym import Key, make_pseudonyms
from jeugdstelsel.ingest.read import read_batch
from jeugdstelsel.ingest.unpack import unpack
from jeugdstelsel.model import GebruikersFout
from jeugdstelsel.services.bij import load
from jeugdstelsel.services.grondslag import is_synthetic, require_grondslag
from jeugdstelsel.services.warehouse import open_warehouse
from jeugdstelsel.services.zorgvorm import lees_kruising
from jeugdstelsel.standaard.bij import (
    Indeling,
    Verslagperiode,
    domein_van,
    hulpvorm_van,
    lengte_van,
    read_periode,
    redenen,
    standaard_indeling,
)
from jeugdstelsel.store import Archive, read_key

PAUZE = "20"
CRISIS = "46"
"""Productcategorie of crisis: the only thing in the messages that tells how help began."""
_GESLACHT = {"1": "M", "2": "V"}
_SOORT = {
    "jeugdbescherming": "jeugdbescherming",
    "preventief justitieel kader": "jeugdbescherming",
    "jeugdreclassering": "jeugdreclassering",
}
"""Soort of delivery per domein of the product; anything else is jeugdhulp."""
_BSN = re.compile(rb"Bsn>\s*([0-9]{9})\s*<")
_DOCUMENTS = 500

_SPELL = (
    "traject_id", "client", "gemeente", "product_categorie", "product_code", "begindatum", "einddatum",
    "reden_beeindiging", "verwijzer", "geboortejaar", "geslacht", "status", "laatste_stop", "reden_laatste_stop",
    "aanbieder",
)  # fmt: skip
SPELLS = """
    SELECT l.traject_id, l.client, l.gemeente, l.product_categorie, l.product_code, l.begindatum, l.einddatum,
           l.reden_beeindiging, t.verwijzer, t.geboortejaar, t.geslacht, t.status, t.laatste_stop, t.reden_laatste_stop,
           l.aanbieder
    FROM leverperiode l JOIN traject t ON t.traject_id = l.traject_id
    WHERE ($aanbieder IS NULL OR l.aanbieder = $aanbieder) AND l.begindatum <= $eind
    ORDER BY l.aanbieder, l.traject_id, l.begindatum
"""
DECLARED = """
    SELECT DISTINCT traject_id, product_categorie, product_code
    FROM kosten WHERE ($aanbieder IS NULL OR aanbieder = $aanbieder) AND traject_id IS NOT NULL ORDER BY 1, 2, 3
"""
EARLIER = """
    SELECT aanbieder, client, hulpvorm, datum_aanvang, verwijzer, gestart_met_crisis
    FROM bij_jeugdhulp WHERE ($aanbieder IS NULL OR aanbieder = $aanbieder) AND periode <= $periode ORDER BY periode
"""
Product: TypeAlias = tuple[str | None, str | None]


@dataclass(frozen=True)
class Ontbreekt:
    """A field that the messages cannot fill: the line in the file, its kenmerk, and why."""

    regel: int
    kenmerk: str
    veld: str
    waarom: str


@dataclass(frozen=True)
class Gemaakt:
    """A delivery made from messages. `bsn` in its records is a pseudonym until it is written with BSNs."""

    soort: str
    aanbieder: str
    periode: Verslagperiode
    records: tuple[Record, ...]
    ontbreekt: tuple[Ontbreekt, ...]
    synthetisch: bool


def make_delivery(
    workdir: Path, aanbieder: str, periode: str, soort: str = "jeugdhulp", *, aanvullen: bool = True
) -> Gemaakt:
    """Return what one aanbieder would deliver over a period, as the linker knows it at the end of that period.

    With `aanvullen` the verwijzer and crisis of an earlier delivery of this aanbieder are taken over. Raises
    GebruikersFout for a period that does not fit, and when nothing was linked yet.
    """
    made = make_deliveries(workdir, periode, soort, aanbieder=aanbieder, aanvullen=aanvullen)
    return made[0] if made else Gemaakt(soort, aanbieder, find_periode(periode, soort), (), (), is_synthetic(workdir))


def make_deliveries(
    workdir: Path, periode: str, soort: str = "jeugdhulp", *, aanbieder: str | None = None, aanvullen: bool = True
) -> list[Gemaakt]:
    """Return the delivery of every aanbieder with records, or of one; otherwise as `make_delivery`."""
    span = find_periode(periode, soort)
    load(workdir)
    synthetic = is_synthetic(workdir)
    named = {"aanbieder": aanbieder}
    with closing(open_warehouse(workdir, existing=True)) as connection:
        if not duck.run_sql(connection, "SELECT 1 FROM koppeling_stand"):
            raise GebruikersFout(f"er is nog niets gekoppeld. Begin met: jeugdstelsel bereken --werkmap {workdir}")
        rows = duck.run_sql(connection, SPELLS, {**named, "eind": span.eind})
        declared = _by_traject(duck.run_sql(connection, DECLARED, named))
        earlier = duck.run_sql(connection, EARLIER, {**named, "periode": periode}) if aanvullen else []
    answers = {row[:4]: row[4:] for row in earlier}
    maker = _Maker(
        soort, span, declared, _own_codes(workdir, span.eind), answers, f"{SYNTHETISCH}-" if synthetic else ""
    )
    spells = (dict(zip(_SPELL, row, strict=True)) for row in rows)
    found = []
    for agb, group in groupby(spells, key=lambda row: str(row["aanbieder"])):
        if records := maker.make(list(group)):
            missing = tuple(maker.missing(records))
            found.append(Gemaakt(soort, agb, span, records, missing, synthetic))
    return found


def find_periode(code: str, soort: str) -> Verslagperiode:
    """Return the period, or raise GebruikersFout when it is none of this soort."""
    found = read_periode(code)
    if found is None or code[5] != lengte_van(soort):
        example = "2025-K1" if lengte_van(soort) == "K" else "2025-H1"
        raise GebruikersFout(f"'{code}' is geen verslagperiode van {soort}. Geef bijvoorbeeld {example}.")
    return found


def write_made(made: Gemaakt) -> bytes:
    """Return the delivery with pseudonyms in a column `client`: to look at and fill in, not to send."""
    layout = standaard_indeling()
    columns = {{"bsn": "client"}.get(name, name): field for name, field in layout.kolommen[made.soort].items()}
    shown = Indeling(layout.scheidingsteken, layout.datum, {made.soort: columns})
    return write_delivery(made.soort, made.aanbieder, made.periode.code, made.records, shown)


def write_with_bsn(workdir: Path, made: Gemaakt) -> bytes:
    """Return the delivery as it goes to the CBS, with the BSNs from the messages in the archive.

    For the aanbieder itself, which has key and archive. Raises NietToegestaan without a basis for 'ijw→bij', and
    GebruikersFout when a pseudonym is in no message any more.
    """
    require_grondslag(workdir, "ijw→bij")
    wanted = {record.jeugdige.bsn for record in made.records}
    people = read_people(workdir, made.aanbieder, wanted)
    if len(people) < len(wanted):
        raise GebruikersFout(
            "niet bij elke jongere staat een BSN in het archief van deze werkmap. Verwerk alle berichten opnieuw."
        )
    records = [replace(record, jeugdige=_with_bsn(record.jeugdige, people)) for record in made.records]
    return write_delivery(made.soort, made.aanbieder, made.periode.code, records)


def _with_bsn(jeugdige: Jeugdige, people: Mapping[str, tuple[str, str]]) -> Jeugdige:
    bsn, born = people[jeugdige.bsn]
    return replace(jeugdige, bsn=bsn, geboortedatum=born or jeugdige.geboortedatum)


def read_people(workdir: Path, aanbieder: str, wanted: set[str]) -> dict[str, tuple[str, str]]:
    """Return {pseudonym: (BSN, geboortedatum)} from the messages to and from one aanbieder; nothing of it is kept."""
    key = read_key(workdir)
    numbers: dict[str, str] = {}
    born: dict[str, str] = {}
    for documents in _messages_of(workdir, aanbieder):
        found = sorted({match.decode() for document in documents for match in _BSN.findall(document)})
        numbers |= {name: bsn for name, bsn in zip(make_pseudonyms(found, key), found, strict=True) if name in wanted}
        born |= _births(documents, key, wanted)
    return {name: (bsn, born.get(name, "")) for name, bsn in numbers.items()}


def _messages_of(workdir: Path, aanbieder: str) -> Iterator[list[bytes]]:
    """Yield the messages in the archive that name an aanbieder, some at a time."""
    archive, some = Archive(workdir), list[bytes]()
    for delivery in archive.deliveries():
        with archive.open(delivery.levering_id) as stream:
            for document in unpack(delivery.naam, stream):
                if document.refusal is None and aanbieder.encode() in document.data:
                    some.append(document.data)
                if len(some) == _DOCUMENTS:
                    yield some
                    some = []
    if some:
        yield some


def _births(documents: Sequence[bytes], key: Key, wanted: set[str]) -> dict[str, str]:
    """Return the date of birth of each young person as the protocol writes it, zeros for what is unknown."""
    clients = read_batch(documents, key).tables.get("client")
    if clients is None:
        return {}
    columns = (clients.column(name).to_pylist() for name in ("client", "geboortedatum", "datum_gebruik"))
    return {
        client: _birth_text(day, use)
        for client, day, use in zip(*columns, strict=True)
        if client in wanted and day is not None and use != "3"
    }


def _birth_text(day: date, use: str | None) -> str:
    """Return a date of birth; `use` is COD170: 1 without the day, 2 without day and month."""
    return day.strftime({"1": "%Y%m00", "2": "%Y0000"}.get(use or "", "%Y%m%d"))


def _own_codes(workdir: Path, dag: date) -> Mapping[tuple[str, str | None], str]:
    """Return the hulpvorm of the own product codes of gemeenten, as far as their zorgvorm is one hulpvorm."""
    rows = [r for r in lees_kruising(workdir) if r["geldig_van"] <= dag <= (r["geldig_tot"] or date.max)]
    forms: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        if row["soort"] in ("hulpvorm", "maatregel"):
            forms[row["zorgvorm"]].append(row["code"])
    return {
        (row["gemeente"], row["code"]): forms[row["zorgvorm"]][0]
        for row in rows
        if row.get("gemeente")
        and row["soort"] == "productcode"
        and row["aandeel"] == 1
        and len(forms[row["zorgvorm"]]) == 1
    }


def _by_traject(rows: Iterable[tuple[Any, ...]]) -> Mapping[str, list[Product]]:
    found: dict[str, list[Product]] = defaultdict(list)
    for traject_id, categorie, code in rows:
        found[traject_id].append((categorie, code))
    return found


@dataclass
class _Maker:
    """Makes records of one soort. `declared` has the billed products per traject, `own` the codes of a gemeente.

    `earlier` has verwijzer and gestart_met_crisis as an aanbieder delivered them before; `prefix` starts a kenmerk.
    """

    soort: str
    periode: Verslagperiode
    declared: Mapping[str, list[Product]]
    own: Mapping[tuple[str, str | None], str]
    earlier: Mapping[tuple[Any, ...], tuple[Any, ...]]
    prefix: str

    def make(self, spells: Sequence[Mapping[str, Any]]) -> tuple[Record, ...]:
        """Return the records of one aanbieder in order of young person and aanvang, numbered as the lines of a file."""
        self._unsaid: dict[tuple[str, date], str] = {}
        found: list[Record] = []
        for traject_id, group in groupby(spells, key=lambda row: str(row["traject_id"])):
            for row in self._stretches(list(group)):
                if self._soort_of(row) == self.soort:
                    found.append(self._record(row, f"{self.prefix}{traject_id}"))
        if self.soort == "jeugdhulp":
            found = [self._answered(str(spells[0]["aanbieder"]), record) for record in _merged(found)]
        found.sort(key=lambda record: (record.jeugdige.bsn, str(record.datum_aanvang), record.kenmerk))
        return tuple(replace(record, regel=number) for number, record in enumerate(found, start=2))

    def _stretches(self, rows: list[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
        """Yield what was delivered without an end, as it stood at the end of the period; a pause is no end."""
        current: dict[str, Any] | None = None
        for row in rows:
            if current and current["reden_beeindiging"] == PAUZE:
                current |= {name: row[name] for name in ("einddatum", "reden_beeindiging")}
                continue
            if current:
                yield from self._cut(current)
            current = dict(row)
        if current:
            yield from self._cut(_closed(current))

    def _cut(self, row: dict[str, Any]) -> Iterator[dict[str, Any]]:
        """Yield a stretch if it touches the period; an end after the period is not told beforehand."""
        einde = row["einddatum"]
        if einde and einde < self.periode.begin:
            return
        if row["reden_beeindiging"] == PAUZE or (einde and einde > self.periode.eind):
            row |= {"einddatum": None, "reden_beeindiging": None}
        yield row

    def _soort_of(self, row: Mapping[str, Any]) -> str:
        domeinen = [domein_van(*product) for product in self._products(row)]
        return _SOORT.get(next(filter(None, domeinen), ""), "jeugdhulp")

    def _products(self, row: Mapping[str, Any]) -> list[Product]:
        """Return what was assigned, and after it what was billed: that tells more when the code was left open."""
        return [(row["product_categorie"], row["product_code"]), *self.declared.get(row["traject_id"], [])]

    def _form(self, row: Mapping[str, Any]) -> str:
        """Return the hulpvorm or maatregel: of the assigned product, else of the billed ones when they agree."""
        assigned, *billed = [
            self.own.get((row["gemeente"], code)) or hulpvorm_van(categorie, code)
            for categorie, code in self._products(row)
        ]
        others = set(filter(None, billed))
        return assigned or (others.pop() if len(others) == 1 else "")

    def _record(self, row: Mapping[str, Any], kenmerk: str) -> Record:
        born = f"{row['geboortejaar']}0000" if row["geboortejaar"] else ""
        person = Jeugdige(row["client"], born, _GESLACHT.get(row["geslacht"], "O"), row["gemeente"])
        begin, einde, form = row["begindatum"], row["einddatum"], self._form(row)
        if self.soort != "jeugdhulp":
            return Maatregel(0, person, form, begin, einde, kenmerk=kenmerk)
        crisis = "01" if row["product_categorie"] == CRISIS else ""
        verwijzer = "06" if form == "01" else row["verwijzer"] or ""
        return Hulp(0, person, verwijzer, form, crisis, begin, einde, self._reden(row), kenmerk=kenmerk)

    def _reden(self, row: Mapping[str, Any]) -> str:
        """Return the reason of ending; remember why when the messages have one that the CBS does not know."""
        found = redenen().get(row["reden_beeindiging"] or "")
        if found and not found.reden:
            self._unsaid[row["client"], row["einddatum"]] = found.toelichting
        return found.reden if found else ""

    def _answered(self, aanbieder: str, record: Hulp) -> Hulp:
        """Fill what an earlier delivery told of the same record: who referred and how it began do not change."""
        old = self.earlier.get((aanbieder, record.jeugdige.bsn, record.hulpvorm, record.datum_aanvang))
        if old is None:
            return record
        return replace(
            record,
            verwijzer=record.verwijzer or old[0],
            gestart_met_crisis=record.gestart_met_crisis or old[1],
        )

    def missing(self, records: Iterable[Record]) -> Iterator[Ontbreekt]:
        """Yield the fields that are obligatory and empty, with the reason."""
        for record in records:
            for veld, waarom in self._missing_of(record):
                yield Ontbreekt(record.regel, record.kenmerk, veld, waarom)

    def _missing_of(self, record: Record) -> Iterator[tuple[str, str]]:
        form = record.hulpvorm if isinstance(record, Hulp) else record.maatregel
        if not form:
            veld = "hulpvorm" if isinstance(record, Hulp) else "maatregel"
            yield veld, "de productcode is leeg, lokaal of zegt het niet"
        if not record.jeugdige.geboortedatum:
            yield "geboortedatum", "de berichten geven geen geboortejaar"
        if isinstance(record, Hulp):
            if not record.verwijzer:
                yield "verwijzer", "er is geen JW315 bij; alleen daarin staat een verwijzer"
            if not record.gestart_met_crisis:
                yield "gestart_met_crisis", "staat in geen enkel bericht; het is het oordeel van de professional"
        if record.datum_einde and not record.reden_beeindiging:
            known = self._unsaid.get((record.jeugdige.bsn, record.datum_einde))
            yield "reden_beeindiging", known or "het bericht heeft geen reden die het CBS kent"
        if self.soort == "jeugdreclassering" and record.datum_einde:
            yield "nazorg", "staat in geen enkel bericht"
            yield "erkende_interventie", "staat in geen enkel bericht"


def _merged(records: Iterable[Record]) -> Iterator[Hulp]:
    """Yield the records as they count; without a hulpvorm nobody can tell what belongs together.

    They get a number by aanvang first, so that merging keeps the latest woonplaats.
    """
    hulp = [record for record in records if isinstance(record, Hulp)]
    hulp.sort(key=lambda record: (record.datum_aanvang, record.kenmerk))
    numbered = [replace(record, regel=number) for number, record in enumerate(hulp)]
    yield from merge_hulp(record for record in numbered if record.hulpvorm)[0]
    yield from (record for record in numbered if not record.hulpvorm)


def _closed(row: dict[str, Any]) -> dict[str, Any]:
    """Return the last stretch of a traject; after a pause that never ended the definitive stop is its end."""
    if row["reden_beeindiging"] == PAUZE and row["status"] == "gestopt":
        return row | {"einddatum": row["laatste_stop"], "reden_beeindiging": row["reden_laatste_stop"]}
    return row
