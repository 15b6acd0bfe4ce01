"""One cell of a delivery of Beleidsinformatie: from text to a value, and the code of what is wrong with it."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import TypeAlias

from jeugdstelsel.ingest.pseudonym import passes_elfproef
from jeugdstelsel.standaard.bij import (
    BSN_ONBEKEND,
    BSN_ONGEBOREN,
    GEBOORTE_ONGEBOREN,
    Indeling,
    Veld,
    bij_codes,
    read_periode,
)

Waarde: TypeAlias = str | int | date | None
Gelezen: TypeAlias = tuple[Waarde, str]
"""A value and the code of a finding; an empty code is none, and with a warning the value can be used."""

_AGB = re.compile(r"[0-9]{8}")
_BSN = re.compile(r"[0-9]{9}")
_POSTCODE = re.compile(r"[1-9][0-9]{3} ?[A-Z]{2}")
_GEMEENTE = re.compile(r"[0-9]{4}")
_GEBOORTE = re.compile(r"[0-9]{8}")


def read_value(text: str, veld: Veld, indeling: Indeling) -> Gelezen:
    """Return the value of a cell; an empty one is None, and wrong only when the field is obligatory."""
    if not text:
        return None, "BIJ_VERPLICHT" if veld.verplicht else ""
    return READERS[veld.vorm](text, veld, indeling)


def earliest_birth(geboortedatum: str) -> date | None:
    """Return the first day that a date of birth with unknown parts can be, or None for an unborn child."""
    if geboortedatum == GEBOORTE_ONGEBOREN:
        return None
    jaar, maand, dag = int(geboortedatum[:4]), int(geboortedatum[4:6]), int(geboortedatum[6:])
    return date(jaar, maand or 1, dag or 1)


def _agb(text: str, veld: Veld, indeling: Indeling) -> Gelezen:
    return (text, "") if _AGB.fullmatch(text) else (None, "BIJ_AANBIEDER")


def _periode(text: str, veld: Veld, indeling: Indeling) -> Gelezen:
    return (text, "") if read_periode(text) else (None, "BIJ_PERIODE_VORM")


def _bsn(text: str, veld: Veld, indeling: Indeling) -> Gelezen:
    if not _BSN.fullmatch(text):
        return None, "BIJ_BSN_VORM"
    good = text in (BSN_ONBEKEND, BSN_ONGEBOREN) or bool(passes_elfproef([text])[0])
    return (text, "") if good else (None, "BIJ_BSN_ELFPROEF")


def _geboortedatum(text: str, veld: Veld, indeling: Indeling) -> Gelezen:
    """Read JJJJMMDD with zeros for what is unknown, and the two other ways to write an unborn child."""
    if text == BSN_ONGEBOREN:
        return GEBOORTE_ONGEBOREN, "BIJ_ONGEBOREN_NEGEN"
    if text == "99999999":
        return GEBOORTE_ONGEBOREN, "BIJ_ONGEBOREN_2015"
    if text == GEBOORTE_ONGEBOREN:
        return text, ""
    value = text if _GEBOORTE.fullmatch(text) else _as_text(text, indeling)
    return (value, "") if value and _is_birth(value) else (None, "BIJ_GEBOORTEDATUM")


def _as_text(text: str, indeling: Indeling) -> str:
    """Return a date of birth in the form of another layout as JJJJMMDD, or empty."""
    try:
        return datetime.strptime(text, indeling.datum).strftime("%Y%m%d")
    except ValueError:
        return ""


def _is_birth(text: str) -> bool:
    if text[4:6] == "00" and text[6:] != "00":
        return False
    try:
        return earliest_birth(text) is not None
    except ValueError:
        return False


def _woonplaats(text: str, veld: Veld, indeling: Indeling) -> Gelezen:
    known = text.upper()
    if _GEMEENTE.fullmatch(known) or _POSTCODE.fullmatch(known):
        return known.replace(" ", ""), ""
    return None, "BIJ_WOONPLAATS"


def _code(text: str, veld: Veld, indeling: Indeling) -> Gelezen:
    found = bij_codes(veld.lijst).get(text)
    if found is None:
        return None, "BIJ_CODE"
    return (None, "BIJ_CODE_VERVALLEN") if found.alleen_in else (text, "")


def _datum(text: str, veld: Veld, indeling: Indeling) -> Gelezen:
    if _GEBOORTE.fullmatch(text) and text.endswith("00"):
        return None, "BIJ_DATUM_ONBEKEND"
    try:
        return datetime.strptime(text, indeling.datum).date(), ""
    except ValueError:
        return None, "BIJ_DATUM"


def _cijfer(text: str, veld: Veld, indeling: Indeling) -> Gelezen:
    good = text.isascii() and text.isdigit() and 1 <= int(text[:3]) <= 10
    return (int(text), "") if good and len(text) <= 2 else (None, "BIJ_UITKOMST_BEREIK")


def _tekst(text: str, veld: Veld, indeling: Indeling) -> Gelezen:
    return text, ""


READERS: Mapping[str, Callable[[str, Veld, Indeling], Gelezen]] = {
    "agb": _agb,
    "periode": _periode,
    "bsn": _bsn,
    "geboortedatum": _geboortedatum,
    "woonplaats": _woonplaats,
    "code": _code,
    "datum": _datum,
    "cijfer": _cijfer,
    "tekst": _tekst,
}
