"""From answers of CBS StatLine to cells: periods, states and what is odd; the two versions of OData lie beside this."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeAlias

from jeugdstelsel.model import Ernst, Finding
from jeugdstelsel.model.notatie import MAANDEN
from jeugdstelsel.standaard.cbs import Cel

Row: TypeAlias = Mapping[str, Any]

MELDINGEN: Mapping[str, str] = {
    "STATLINE_RIJ": "Deze rij is geen cel van deze tabel: zij is leeg of mist een indeling.",
    "STATLINE_METING": "Het onderwerp van deze rij staat niet in de lijst van onderwerpen van de tabel.",
    "STATLINE_CODE": "Een code in deze rij staat niet in de codelijst van de tabel.",
    "STATLINE_PERIODE": "Deze periode is niet te herkennen, of code en naam spreken elkaar tegen; haar cijfers zijn "
    "overgeslagen. Meld het ons.",
    "STATLINE_STATUS": "CBS zegt niet op de gewone manier of deze periode voorlopig is. De status komt van de sterren "
    "achter de naam, of is leeg.",
    "STATLINE_WAARDE": "De waarde is geen getal. De cel is als 'ontbreekt' bewaard.",
    "STATLINE_TOESTAND": "De toestand van de cel is onbekend of past niet bij de waarde; die is niet overgenomen.",
    "STATLINE_DUBBEL": "Deze cel komt twee keer voor. De eerste is bewaard.",
    "STATLINE_TITEL": "Twee codes hebben dezelfde naam. Bij de tweede staat nu de code achter de naam.",
    "STATLINE_ANTWOORD": "Een bewaard antwoord van CBS is weg of veranderd. Deze ophaling telt niet mee; haal opnieuw.",
    "STATLINE_REGIO": "Deze regiocode heeft een vorm die wij niet kennen. Zij is overgenomen zoals zij is.",
}
"""Every kind of finding on an answer of CBS."""
WAARSCHUWINGEN = frozenset({"STATLINE_STATUS", "STATLINE_TITEL", "STATLINE_REGIO"})

_PERIOD_CODE = re.compile(r"(\d{4})(JJ|HJ|KW|MM)(\d\d)")
_HALF_OR_QUARTER = re.compile(r"(?:(\d{4}) )?([1-4])e (halfjaar|kwartaal)(?: (\d{4}))?")
_DAY = re.compile(r"(\d{1,2}) (\w+) (\d{4})")
_MONTH = re.compile(r"(\d{4}) ([a-z]+)")
_REGION = re.compile(r"NL\d\d|LD\d\d|PV\d\d|CR\d\d|JZ\d\d|GM\d{4}|WK\d{6}|BU\d{8}|[A-Z]{2}\d+")
_STATUSES = {"definitief": "definitief", "voorlopig": "voorlopig", "nadervoorlopig": "nader voorlopig"}


@dataclass(frozen=True)
class Periode:
    """A period of a table: the name we use (2025-H1), its kind and how final its figures are."""

    naam: str
    soort: str
    status: str


@dataclass(frozen=True)
class Indeling:
    """A dimension. `namen` gives the name per code without padding (for a region the code itself), `sleutels` the
    code as CBS writes it in a filter; `soort` is 'indeling', 'regio' or 'periode'."""

    naam: str
    titel: str
    soort: str
    namen: Mapping[str, str]
    sleutels: Mapping[str, str]
    titels: Mapping[str, str]


@dataclass(frozen=True)
class Meting:
    """A measure: its name without a number, and its unit."""

    naam: str
    eenheid: str


@dataclass(frozen=True)
class Kubus:
    """What a table says of itself. `cellen` is the number of cells according to CBS, None when it does not say."""

    tabel: str
    titel: str
    indelingen: tuple[Indeling, ...]
    metingen: Mapping[str, Meting]
    perioden: Mapping[str, Periode]
    cellen: int | None = None


@dataclass
class Lezing:
    """What reading an answer gave: cells by key, and findings. `bekend_op` and `url` go with every cell."""

    bekend_op: date
    url: str
    cellen: dict[tuple[str, ...], Cel] = field(default_factory=dict)
    bevindingen: list[Finding] = field(default_factory=list)

    def say(self, code: str, plaats: str, nummer: int = 0) -> None:
        """Add a finding; `nummer` is the number of the row in the answer, 0 for the table itself."""
        ernst = Ernst.WAARSCHUWING if code in WAARSCHUWINGEN else Ernst.FOUT
        self.bevindingen.append(Finding(code, plaats, MELDINGEN[code], ernst=ernst, regelnummer=nummer))

    def add(self, kubus: Kubus, nummer: int, codes: Row, key: str, waarde: float | None, toestand: str) -> None:
        """Add one cell, or a finding when the row does not fit the table."""
        meting = kubus.metingen.get(key)
        if meting is None:
            self.say("STATLINE_METING", key or "?", nummer)
            return
        place = self._place(kubus, nummer, codes)
        if place is None:
            return
        regio, periode, dimensies = place
        cel = Cel(
            kubus.tabel, meting.naam, regio, periode.naam, periode.soort, dimensies, waarde, toestand, periode.status,
            meting.eenheid, self.bekend_op, self.url,
        )  # fmt: skip
        known = self.cellen.setdefault((meting.naam, regio, periode.naam, dimensies), cel)
        if known is not cel:
            self.say("STATLINE_DUBBEL", meting.naam, nummer)

    def _place(self, kubus: Kubus, nummer: int, codes: Row) -> tuple[str, Periode, str] | None:
        """Return region, period and the other dimensions of a row, or None after a finding."""
        regio, periode, other = "", Periode("", "", ""), []
        for indeling in kubus.indelingen:
            given = codes.get(indeling.naam)
            code = given.strip() if isinstance(given, str) else None
            if code is None or code not in indeling.namen:
                self.say("STATLINE_RIJ" if code is None else "STATLINE_CODE", indeling.naam, nummer)
                return None
            if indeling.soort == "periode":
                if code not in kubus.perioden:
                    return None
                periode = kubus.perioden[code]
            elif indeling.soort == "regio":
                regio = code
            else:
                other.append(f"{indeling.titel}={indeling.namen[code]}")
        return regio, periode, ";".join(sorted(other))


def make_indeling(
    naam: str, titel: str, soort: str, codes: Iterable[tuple[str, str]], lezing: Lezing
) -> Indeling:  # fmt: skip
    """Return a dimension from (code, title) pairs; of two equal titles the second gets its code behind it."""
    found: dict[str, str] = {}
    keys: dict[str, str] = {}
    titles: dict[str, str] = {}
    for key, title in codes:
        code = key.strip()
        keys[code], titles[code] = key, title.strip()
        if soort == "regio" and not _REGION.fullmatch(code):
            lezing.say("STATLINE_REGIO", f"{naam} {code}")
        found[code] = code if soort == "regio" else plain(title)
    return Indeling(naam, plain(titel), soort, found if soort == "regio" else unique(found, naam, lezing), keys, titles)


def plain(title: str) -> str:
    """Return a title that can stand in `dimensies`: no semicolon or equals sign, and one space between words."""
    return " ".join(title.replace(";", ",").replace("=", "-").split())


def unique(names: Mapping[str, str], plaats: str, lezing: Lezing) -> dict[str, str]:
    """Return names by code in which no name stands twice."""
    counts = Counter[str]()
    found = {}
    for code, name in names.items():
        counts[name] += 1
        if counts[name] > 1:
            lezing.say("STATLINE_TITEL", f"{plaats} {code}")
        found[code] = name if counts[name] == 1 else f"{name} [{code}]"
    return found


def read_metingen(rows: Mapping[str, Row], plaats: str, lezing: Lezing) -> dict[str, Meting]:
    """Return the measures in rows by code, each with a name of its own."""
    names = unique({key: plain(text(row, "Title")) for key, row in rows.items()}, plaats, lezing)
    return {key: Meting(names[key], text(row, "Unit").strip()) for key, row in rows.items()}


def read_periods(rows: Iterable[tuple[str, str, str]], lezing: Lezing) -> dict[str, Periode]:
    """Return the periods in (code, title, status) rows by code; what cannot be understood is a finding."""
    found = {}
    for code, title, status in rows:
        stars = len(title) - len(title.rstrip("*"))
        by_code, by_title = period_of_code(code.strip()), period_of_title(title.rstrip("* "))
        if (by_code or by_title) is None or (by_code and by_title and by_code != by_title):
            lezing.say("STATLINE_PERIODE", code.strip())
            continue
        known = _STATUSES.get(re.sub(r"\W", "", status).lower(), "")
        if not known:
            known = ("", "voorlopig", "nader voorlopig")[min(stars, 2)]
            lezing.say("STATLINE_STATUS", code.strip())
        naam, soort = by_code or by_title or ("", "")
        found[code.strip()] = Periode(naam, soort, known)
    return found


def period_of_code(code: str) -> tuple[str, str] | None:
    """Return (name, kind) for a code such as 2023JJ00 or 2023KW02, or None."""
    match = _PERIOD_CODE.fullmatch(code)
    if not match:
        return None
    year, kind, number = match[1], match[2], int(match[3])
    most, name, soort = {
        "JJ": (0, year, "jaar"),
        "HJ": (2, f"{year}-H{number}", "halfjaar"),
        "KW": (4, f"{year}-K{number}", "kwartaal"),
        "MM": (12, f"{year}-{number:02}", "maand"),
    }[kind]
    return (name, soort) if bool(most) <= number <= most else None


def period_of_title(title: str) -> tuple[str, str] | None:
    """Return (name, kind) for a title such as '1e halfjaar 2023', '2023 1e kwartaal' or '30 juni 2025', or None."""
    title = title.strip()
    if re.fullmatch(r"\d{4}", title):
        return title, "jaar"
    if match := _HALF_OR_QUARTER.fullmatch(title):
        year, number, kind = match[1] or match[4], int(match[2]), match[3]
        letter, most = ("H", 2) if kind == "halfjaar" else ("K", 4)
        return (f"{year}-{letter}{number}", kind) if year and number <= most else None
    if (match := _DAY.fullmatch(title)) and match[2] in MAANDEN and 1 <= int(match[1]) <= 31:
        return f"{match[3]}-{MAANDEN.index(match[2]) + 1:02}-{int(match[1]):02}", "peildatum"
    if (match := _MONTH.fullmatch(title)) and match[2] in MAANDEN:
        return f"{match[1]}-{MAANDEN.index(match[2]) + 1:02}", "maand"
    return None


def without_number(key: str) -> str:
    """Return the key of a measure without its number, which changes every year: JongerenMetJeugdzorg_87."""
    return re.sub(r"_\d+$", "", key)


def objects(rows: Iterable[Any], plaats: str, lezing: Lezing) -> Iterator[tuple[int, Row]]:
    """Yield the rows that are objects with their number from 1; the others are findings."""
    for number, row in enumerate(rows, start=1):
        if isinstance(row, Mapping):
            yield number, row
        else:
            lezing.say("STATLINE_RIJ", plaats, number)


def text(row: Row, name: str) -> str:
    """Return a text in a row; what is not there or no text is empty."""
    value = row.get(name)
    return value if isinstance(value, str) else ""
