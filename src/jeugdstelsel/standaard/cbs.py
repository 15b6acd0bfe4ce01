"""Figures of CBS that can be used without a network, and what is known about its tables (source: CBS, CC BY 4.0)."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType

from jeugdstelsel.standaard.bestand import optional_int, read_bron, read_rows, read_text

FOLDER_CBS = "cbs_2026"
_KWB = {
    "inwoners": ("Aantal inwoners", "aantal"),
    "pct_jongeren_met_jeugdzorg_in_natura": ("Percentage jongeren met jeugdzorg in natura", "%"),
    "wmo_clienten_per_1000": ("Wmo-cliënten relatief", "per 1 000 inwoners"),
    "stedelijkheid": ("Mate van stedelijkheid", "code"),
}
_DETAIL = "https://www.cbs.nl/nl-nl/cijfers/detail/"


@dataclass(frozen=True)
class Cel:
    """One cell of a CBS table as known on a day; the columns are those of the table `statline_cel`.

    `waarde` is None unless `toestand` is 'waarde'; `regio` is a CBS code such as NL01 or GM0363, or the name
    of a group of gemeenten when CBS shows no code for it.
    """

    tabel: str
    meting: str
    regio: str
    periode: str
    periode_soort: str
    dimensies: str
    waarde: float | None
    toestand: str
    status: str
    eenheid: str
    bekend_op: date
    bron_url: str


@dataclass(frozen=True)
class CbsTabel:
    """A table of StatLine that is about youth care. `groot` is only fetched with a filter; `voorloper` is the table
    before a break in the series."""

    tabel: str
    naam: str
    titel: str
    vanaf: int | None
    tot: int | None
    groot: bool
    voorloper: str
    opmerking: str


@dataclass(frozen=True)
class Breuk:
    """A break in a series: figures up to `laatste_voor` and from `eerste_na` (years) are not comparable."""

    tabel: str
    meting: str
    laatste_voor: int
    eerste_na: int
    reden: str
    bron: str

    def ligt_tussen(self, meting: str, eerste: str, laatste: str) -> bool:
        """Whether the break lies between two periods of a measure, such as 2019 and 2022-H1."""
        return bool(
            re.search(self.meting, meting)
            and int(eerste[:4]) <= self.laatste_voor
            and int(laatste[:4]) >= self.eerste_na
        )


@dataclass(frozen=True)
class Bijstelling:
    """How much a provisional figure is expected to change before it is final, and who said so.

    It holds for measures whose name matches `meting` over periods of the kind `periode_soort`.
    """

    code: str
    meting: str
    periode_soort: str
    voorlopig: float
    vorige: float
    verwachte_groei_procent: float
    eigenaar: str
    datum: date
    reden: str

    def gaat_over(self, cel: Cel) -> bool:
        """Whether a cell is expected to change like this."""
        fits = self.periode_soort == cel.periode_soort and bool(re.search(self.meting, cel.meting))
        return fits and cel.status == "voorlopig"

    @property
    def factor(self) -> float:
        """What the provisional figure is expected to be multiplied by."""
        return self.vorige * (1 + self.verwachte_groei_procent / 100) / self.voorlopig


@dataclass(frozen=True)
class Onderdeel:
    """A figure from a document or a cell of CBS; `afronding` is the unit to which it is rounded."""

    id: str
    wat: str
    periode: str
    waarde: float
    eenheid: str
    afronding: float
    stuk: str
    plaats: str

    @property
    def laagst(self) -> float:
        """The lowest value that is rounded to this one."""
        return self.waarde - self.afronding / 2

    @property
    def hoogst(self) -> float:
        """The highest value that is rounded to this one."""
        return self.waarde + self.afronding / 2


@dataclass(frozen=True)
class Controleregel:
    """A figure that a document prints, rounded to `afronding`, and the parts and the way to make it."""

    code: str
    omschrijving: str
    soort: str
    onderdelen: tuple[str, ...]
    gedrukt: float
    afronding: float
    cijfers: tuple[str, ...]
    opmerking: str


@dataclass(frozen=True)
class Toegang:
    """Where figures may be fetched and how long to keep trying; sizes in MB, times in seconds."""

    eigenaar: str
    datum: date
    reden: str
    hosten: tuple[str, ...]
    v4: str
    v3: str
    seconden: float
    pogingen: int
    wachttijd: float
    antwoord_mb: float
    paginas: int
    cellen: int


@cache
def cellen() -> tuple[Cel, ...]:
    """Return every cell of the offline set: StatLine extracts, national key figures and KWB 2021 per gemeente."""
    return (*_cells("uittreksels"), *_cells("kerncijfers"), *_kwb())


def _cells(name: str) -> Iterator[Cel]:
    for row in read_rows(f"{FOLDER_CBS}/{name}.csv"):
        value = float(row["waarde"]) if row["waarde"] else None
        day = date.fromisoformat(row["bekend_op"])
        yield Cel(**(row | {"waarde": value, "bekend_op": day}))  # type: ignore[arg-type]


def _kwb() -> Iterator[Cel]:
    known = read_bron(FOLDER_CBS).geldig_vanaf
    for row in read_rows(f"{FOLDER_CBS}/kwb_2021.csv"):
        for column, (meting, eenheid) in _KWB.items():
            value, state = (float(row[column]), "waarde") if row[column] else (None, "ontbreekt")
            place = ("85039NED", meting, f"GM{row['gemeente']}", "2021", "jaar", "")
            yield Cel(*place, value, state, "", eenheid, known, f"{_DETAIL}85039NED")


@cache
def tabellen() -> Mapping[str, CbsTabel]:
    """Return the tables of StatLine about youth care, by number."""
    return MappingProxyType(
        {
            row["tabel"]: CbsTabel(
                row["tabel"], row["naam"], row["titel"], optional_int(row["vanaf"]), optional_int(row["tot"]),
                row["groot"] == "ja", row["voorloper"], row["opmerking"],
            )
            for row in read_rows(f"{FOLDER_CBS}/tabellen.csv")
        }
    )  # fmt: skip


@cache
def breuken() -> tuple[Breuk, ...]:
    """Return the known breaks within a series; a break between two tables stands in `CbsTabel.voorloper`."""
    return tuple(
        Breuk(
            row["tabel"], row["meting"], int(row["laatste_voor"]), int(row["eerste_na"]), row["reden"], row["bron"]
        )
        for row in read_rows(f"{FOLDER_CBS}/breuken.csv")
    )  # fmt: skip


@cache
def bijstellingen() -> tuple[Bijstelling, ...]:
    """Return the expected changes of provisional figures."""
    return tuple(
        Bijstelling(
            row["code"], row["meting"], row["periode_soort"], float(row["voorlopig"]), float(row["vorige"]),
            float(row["verwachte_groei_procent"]), row["eigenaar"], date.fromisoformat(row["datum"]), row["reden"],
        )
        for row in read_rows(f"{FOLDER_CBS}/bijstellingen.csv")
    )  # fmt: skip


@cache
def onderdelen() -> Mapping[str, Onderdeel]:
    """Return the parts of control totals by id; a part without a value of its own is a cell of the offline set."""
    known = {
        "|".join((cell.tabel, cell.meting, cell.regio, cell.periode, cell.dimensies)): cell.waarde for cell in cellen()
    }
    found = {}
    for row in read_rows(f"{FOLDER_CBS}/onderdelen.csv"):
        value = float(row["waarde"]) if row["waarde"] else known[row["cel"]]
        if value is None:
            raise ValueError(f"{row['id']} has no value")
        place = (row["eenheid"], float(row["afronding"]), row["stuk"], row["plaats"] or row["cel"])
        found[row["id"]] = Onderdeel(row["id"], row["wat"], row["periode"], value, *place)
    return MappingProxyType(found)


@cache
def controles() -> tuple[Controleregel, ...]:
    """Return the control totals."""
    return tuple(
        Controleregel(
            row["code"], row["omschrijving"], row["soort"], tuple(row["onderdelen"].split()), float(row["gedrukt"]),
            float(row["afronding"]), tuple(row["cijfers"].split()), row["opmerking"],
        )
        for row in read_rows(f"{FOLDER_CBS}/controles.csv")
    )  # fmt: skip


def read_toegang(text: str) -> Toegang:
    """Return the settings of access to CBS in a TOML text; what it leaves out is as in the one we ship.

    Raises ValueError for broken TOML and TypeError for a name that is not a setting.
    """
    given = tomllib.loads(read_text(f"{FOLDER_CBS}/toegang.toml")) | tomllib.loads(text)
    return Toegang(**{**given, "hosten": tuple(given["hosten"])})
