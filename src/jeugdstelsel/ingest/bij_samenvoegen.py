"""The rules of the protocol for records that belong together: same key, overlap, and ambulant help during a stay."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from jeugdstelsel.ingest.bij_meldingen import bevinding
from jeugdstelsel.ingest.bij_record import Hulp, Jeugdige, Maatregel, Meting
from jeugdstelsel.model import Finding
from jeugdstelsel.standaard.bij import met_verblijf

OPEN = date.max


def merge_hulp(records: Iterable[Hulp]) -> tuple[list[Hulp], list[Finding]]:
    """Return the records as they count, in order of line, and a finding for every line that went into another.

    Same key first, then overlap in time, then ambulant help within a stay (protocol 3.3). One file is of one aanbieder.
    """
    findings: list[Finding] = []
    single = _merge_equal(records, findings)
    merged = _merge_overlapping(single, findings)
    kept = _without_ambulant_in_stay(merged, findings)
    return sorted(kept, key=lambda record: record.regel), findings


def merge_maatregelen(records: Iterable[Maatregel]) -> tuple[list[Maatregel], list[Finding]]:
    """Return the maatregelen without a second line on the same one, and what was found between them."""
    findings: list[Finding] = []
    kept: dict[tuple[str, str, date | None], Maatregel] = {}
    for record in records:
        key = (record.jeugdige.sleutel, record.maatregel, record.begin)
        if key in kept:
            findings.append(bevinding("BIJ_DUBBEL", regel=record.regel))
        kept.setdefault(key, record)
    held = {record.jeugdige.sleutel for record in kept.values() if record.maatregel < "70"}
    for record in kept.values():
        if record.maatregel > "70" and record.jeugdige.sleutel not in held:
            findings.append(bevinding("BIJ_MACHTIGING_LOS", regel=record.regel))
    return list(kept.values()), findings


def _merge_equal(records: Iterable[Hulp], findings: list[Finding]) -> list[Hulp]:
    kept: dict[tuple[str, ...], Hulp] = {}
    for record in records:
        key: tuple[str, ...] = (record.jeugdige.sleutel, record.hulpvorm, str(record.datum_aanvang))
        other = kept.get(key)
        if other is not None and _may_be_twins(record, other):
            findings.append(bevinding("BIJ_TWEELING", regel=record.regel))
            key = (*key, record.kenmerk)
            other = kept.get(key)
        if other is not None:
            findings.append(bevinding("BIJ_DUBBEL", regel=record.regel))
        kept[key] = _join(other, record, findings) if other else record
    return list(kept.values())


def _may_be_twins(record: Hulp, other: Hulp) -> bool:
    """Two young people without a BSN whom only the reference of the aanbieder tells apart."""
    unknown = record.jeugdige.bsn_soort != "bekend"
    return unknown and bool(record.kenmerk) and bool(other.kenmerk) and record.kenmerk != other.kenmerk


def _merge_overlapping(records: Iterable[Hulp], findings: list[Finding]) -> list[Hulp]:
    """Join records of one BSN and hulpvorm that share a day; without a BSN nobody can tell."""
    known: list[Hulp] = []
    merged: list[Hulp] = []
    for record in records:
        (known if record.jeugdige.bsn_soort == "bekend" else merged).append(record)
    known.sort(key=lambda record: (record.jeugdige.bsn, record.hulpvorm, record.datum_aanvang, record.regel))
    current: dict[tuple[str, str], Hulp] = {}
    for record in known:
        key = (record.jeugdige.bsn, record.hulpvorm)
        earlier = current.get(key)
        if earlier is not None and record.datum_aanvang <= (earlier.datum_einde or OPEN):
            findings.append(bevinding("BIJ_OVERLAP", regel=max(record.regel, earlier.regel)))
            record = _join(earlier, record, findings)
        elif earlier is not None:
            merged.append(earlier)
        current[key] = record
    merged.extend(current.values())
    return merged


def _join(first: Hulp, second: Hulp, findings: list[Finding]) -> Hulp:
    """Return one record: start, verwijzer and crisis of the first start, end and reason of the last end."""
    early, late = sorted((first, second), key=lambda record: (record.datum_aanvang, record.regel))
    last = max(early, late, key=lambda record: record.datum_einde or OPEN)
    return replace(
        early,
        regel=min(first.regel, second.regel),
        jeugdige=_newest(first.jeugdige, second.jeugdige, first.regel < second.regel),
        datum_einde=last.datum_einde,
        reden_beeindiging=last.reden_beeindiging,
        metingen=_join_metingen((*early.metingen, *late.metingen), max(first.regel, second.regel), findings),
    )


def _newest(first: Jeugdige, second: Jeugdige, in_order: bool) -> Jeugdige:
    """Return the young person of the line that stands last: a new woonplaats makes no new record."""
    return second if in_order else first


def _join_metingen(metingen: Sequence[Meting], regel: int, findings: list[Finding]) -> tuple[Meting, ...]:
    """Return one meting per informant, the first."""
    kept: dict[str, Meting] = {}
    for meting in metingen:
        kept.setdefault(meting.informant, meting)
    if len(metingen) > 2:
        findings.append(bevinding("BIJ_METINGEN", regel=regel))
    return tuple(kept.values())


def _without_ambulant_in_stay(records: Iterable[Hulp], findings: list[Finding]) -> list[Hulp]:
    """Leave out help without a stay that lies wholly within a stay of the same BSN."""
    records = list(records)
    stays: dict[str, list[Hulp]] = {}
    for record in records:
        if record.jeugdige.bsn_soort == "bekend" and met_verblijf(record.hulpvorm):
            stays.setdefault(record.jeugdige.bsn, []).append(record)
    kept = []
    for record in records:
        if met_verblijf(record.hulpvorm) or not any(_within(record, s) for s in stays.get(record.jeugdige.bsn, ())):
            kept.append(record)
        else:
            findings.append(bevinding("BIJ_AMBULANT_BIJ_VERBLIJF", regel=record.regel))
    return kept


def _within(record: Hulp, stay: Hulp) -> bool:
    starts_within = stay.datum_aanvang <= record.datum_aanvang
    return starts_within and (record.datum_einde or OPEN) <= (stay.datum_einde or OPEN)
