"""What must hold within one record of Beleidsinformatie, given the period that it is delivered over."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TypeAlias

from jeugdstelsel.ingest.bij_record import Hulp, Jeugdige, Maatregel, Record
from jeugdstelsel.ingest.bij_waarden import earliest_birth
from jeugdstelsel.standaard import gemeente_bestaat
from jeugdstelsel.standaard.bij import GEBOORTE_ONGEBOREN, Verslagperiode, bij_codes

Fout: TypeAlias = tuple[str, str]
"""The code of a finding and the field that it is about."""

ZWANGERSCHAP = timedelta(days=280)
TE_OUD = 23
PJK = "31"
"""Activiteiten in het preventief justitieel kader: no maatregel, so without risk score, nazorg or interventie."""


def check_record(record: Record, soort: str, periode: Verslagperiode) -> Iterator[Fout]:
    """Yield what is wrong with a record."""
    begin = record.datum_aanvang if isinstance(record, Hulp) else record.begin
    yield from _check_jeugdige(record.jeugdige, begin, periode)
    yield from _check_days(begin, record.datum_einde, periode)
    yield from _check_hulp(record) if isinstance(record, Hulp) else _check_maatregel(record, soort, periode)


def _check_jeugdige(jeugdige: Jeugdige, begin: date | None, periode: Verslagperiode) -> Iterator[Fout]:
    unborn = jeugdige.geboortedatum == GEBOORTE_ONGEBOREN
    if (jeugdige.bsn_soort == "onbekend" and unborn) or (jeugdige.bsn_soort == "ongeboren" and not unborn):
        yield "BIJ_BSN_VERWISSELD", "bsn"
    elif jeugdige.bsn_soort == "bekend" and unborn:
        yield "BIJ_GEBOORTEDATUM", "geboortedatum"
    birth = earliest_birth(jeugdige.geboortedatum)
    if birth and (birth > periode.eind or (begin and birth > begin + ZWANGERSCHAP)):
        yield "BIJ_GEBOORTEDATUM", "geboortedatum"
    elif birth and begin and _age(birth, begin) >= TE_OUD:
        yield "BIJ_LEEFTIJD", "geboortedatum"
    place = jeugdige.woonplaats
    if len(place) == 4 and not any(gemeente_bestaat(place, dag) for dag in (periode.begin, periode.eind)):
        yield "BIJ_GEMEENTE", "woonplaats"


def _age(birth: date, day: date) -> int:
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))


def _check_days(begin: date | None, einde: date | None, periode: Verslagperiode) -> Iterator[Fout]:
    if begin and begin > periode.eind:
        yield "BIJ_TOEKOMST", "datum_aanvang"
    if einde and einde > periode.eind:
        yield "BIJ_TOEKOMST", "datum_einde"
    if begin and einde and einde < begin:
        yield "BIJ_EINDE_VOOR_AANVANG", "datum_einde"
    if einde and einde < periode.begin:
        yield "BIJ_BUITEN_PERIODE", "datum_einde"


def _check_hulp(record: Hulp) -> Iterator[Fout]:
    yield from _check_reason(record.datum_einde, record.reden_beeindiging)
    if record.hulpvorm == "01" and record.verwijzer != "06":
        yield "BIJ_WIJKTEAM", "verwijzer"
    informants = [meting.informant for meting in record.metingen]
    if "" in informants or len(set(informants)) < len(informants):
        yield "BIJ_INFORMANT", "informant"


def _check_reason(einde: date | None, reden: str) -> Iterator[Fout]:
    if reden and not einde:
        yield "BIJ_REDEN_ZONDER_EINDE", "datum_einde"
    if einde and not reden:
        yield "BIJ_EINDE_ZONDER_REDEN", "reden_beeindiging"


def _check_maatregel(record: Maatregel, soort: str, periode: Verslagperiode) -> Iterator[Fout]:
    if soort not in bij_codes("maatregel")[record.maatregel].hoort_bij.split():
        yield "BIJ_SOORT", "maatregel"
    yield from _check_transfer(record, periode)
    if record.maatregel > "70":
        if record.begin is None or record.reden_beeindiging:
            yield "BIJ_MACHTIGING", "datum_aanvang" if record.begin is None else "reden_beeindiging"
        return
    if record.begin is None:
        yield "BIJ_MAATREGEL_ZONDER_BEGIN", "datum_aanvang"
    yield from _check_reason(record.datum_einde, record.reden_beeindiging)
    reden = record.reden_beeindiging
    if reden and record.maatregel not in bij_codes("reden_maatregel")[reden].hoort_bij.split():
        yield "BIJ_REDEN_MAATREGEL", "reden_beeindiging"
    if soort == "jeugdreclassering" and record.maatregel != PJK:
        wanted = bool(record.datum_einde)
        if bool(record.nazorg) != wanted or bool(record.erkende_interventie) != wanted:
            yield "BIJ_RECLASSERING", "nazorg"


def _check_transfer(record: Maatregel, periode: Verslagperiode) -> Iterator[Fout]:
    given, received = record.datum_overgedragen, record.datum_overgedragen_gekregen
    if given and (record.datum_einde or (record.begin and given < record.begin)):
        yield "BIJ_OVERDRACHT", "datum_overgedragen"
    if (given and given > periode.eind) or (received and received > periode.eind):
        yield "BIJ_TOEKOMST", "datum_overgedragen"
