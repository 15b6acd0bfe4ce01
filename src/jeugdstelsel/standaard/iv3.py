"""Iv3, the accounts of gemeenten: taakvelden per indeling, how they pass into each other, and real amounts (CBS)."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from types import MappingProxyType
from typing import Literal

from jeugdstelsel.standaard.bestand import Bron, optional_int, read_bron, read_rows

FOLDER_IV3 = "iv3_2026"
DUIZEND_EURO = 100_000
"""Eurocents in the unit of Iv3."""
EERSTE_JAAR = 2017
"""Before this year Iv3 had functies instead of taakvelden."""

Niveau = Literal["vergelijkbaar", "vorm", "taakveld"]
BUITEN_TOTAAL = frozenset({"0.10", "0.11"})
"""Mutaties reserves and resultaat: they close the account and are no spending."""


@dataclass(frozen=True)
class Indeling:
    """One division in taakvelden with the years it holds, both included; an open one has no `laatste_jaar`."""

    code: str
    eerste_jaar: int
    laatste_jaar: int | None
    betekenis: str


@dataclass(frozen=True)
class Taakveld:
    """One code within an indeling. `jeugd` is `ja`, `deels` or `nee`; `rolt_op_naar` is empty at the top.

    A `verzamelcode` is the sum of its subcodes; it is never added to them.
    """

    indeling: str
    code: str
    naam: str
    jeugd: str
    rolt_op_naar: str
    verzamelcode: bool
    opmerking: str


@dataclass(frozen=True)
class Categorie:
    """One kind of expenditure (`L...`) or income (`B...`); `L` and `B` alone are the sum of all kinds."""

    code: str
    zijde: str
    naam: str
    rolt_op_naar: str


@dataclass(frozen=True)
class Overgang:
    """How a taakveld passes into the next indeling; an empty `van` or `naar` has no counterpart.

    `soort` is `gelijk`, `splitsing`, `samenvoeging` or `niet te vertalen`; `vergelijkbaar` is `ja`,
    `voorbehoud` or `nee` and says whether amounts may stand in one series.
    """

    van_indeling: str
    van: str
    naar_indeling: str
    naar: str
    soort: str
    vergelijkbaar: str
    reden: str
    bron: str


@dataclass(frozen=True)
class Lijn:
    """One line that is followed over the years, with the taakvelden that make it up per indeling.

    No taakvelden means: not to be translated to that indeling. `opmerkingen` say what to know, per indeling.
    """

    code: str
    niveau: Niveau
    naam: str
    taakvelden: Mapping[str, tuple[str, ...]]
    opmerkingen: Mapping[str, str]


@dataclass(frozen=True)
class Iv3Bedrag:
    """One amount as a gemeente reported it: `bedrag` in eurocent, nominal in the prices of `jaar`."""

    gemeente: str
    jaar: int
    document: str
    taakveld: str
    zijde: str
    bedrag: int


@dataclass(frozen=True)
class Landelijk:
    """The published sum of lasten over `gemeenten` gemeenten, in eurocent, rounded to 0.1 million euro."""

    jaar: int
    document: str
    taakveld: str
    gemeenten: int
    bedrag: int


@cache
def iv3_bron() -> Bron:
    """Return where the amounts and codes come from."""
    return read_bron(FOLDER_IV3)


@cache
def indelingen() -> tuple[Indeling, ...]:
    """Return the indelingen, the oldest first."""
    return tuple(
        Indeling(row["indeling"], int(row["eerste_jaar"]), optional_int(row["laatste_jaar"]), row["betekenis"])
        for row in read_rows(f"{FOLDER_IV3}/indelingen.csv")
    )


@cache
def indeling_van(jaar: int) -> Indeling | None:
    """Return the indeling that holds in a year, or None before 2017."""
    for indeling in indelingen():
        if indeling.eerste_jaar <= jaar <= (indeling.laatste_jaar or jaar):
            return indeling
    return None


@cache
def taakvelden() -> Mapping[tuple[str, str], Taakveld]:
    """Return the taakvelden by (indeling, code); the same code may mean something else in another indeling."""
    found = (
        Taakveld(
            row["indeling"],
            row["taakveld"],
            row["naam"],
            row["jeugd"],
            row["rolt_op_naar"],
            row["verzamelcode"] == "ja",
            row["opmerking"],
        )
        for row in read_rows(f"{FOLDER_IV3}/taakvelden.csv")
    )
    return MappingProxyType({(taakveld.indeling, taakveld.code): taakveld for taakveld in found})


@cache
def subcodes(indeling: str, code: str) -> tuple[str, ...]:
    """Return the codes that add up to `code`, in order; empty for a taakveld that is not divided."""
    return tuple(t.code for t in taakvelden().values() if t.indeling == indeling and t.rolt_op_naar == code)


def roll_up(amounts: Mapping[str, int], indeling: str, code: str) -> int | None:
    """Return the amount of a code: as reported, or else the sum of its reported subcodes; None when nothing is.

    `amounts` holds one gemeente, year, document and side. A sum and its parts are never both counted.
    """
    if code in amounts:
        return amounts[code]
    parts = [roll_up(amounts, indeling, sub) for sub in subcodes(indeling, code)]
    known = [part for part in parts if part is not None]
    return sum(known) if known else None


@cache
def categorieen() -> Mapping[str, Categorie]:
    """Return the categories by code, such as `L3.8`."""
    return MappingProxyType(
        {
            row["categorie"]: Categorie(row["categorie"], row["zijde"], row["naam"], row["rolt_op_naar"])
            for row in read_rows(f"{FOLDER_IV3}/categorieen.csv")
        }
    )


@cache
def overgang() -> tuple[Overgang, ...]:
    """Return how every taakveld of the sociaal domein passes from 2017 to 2023 and from 2023 to 2025."""
    return tuple(Overgang(**row) for row in read_rows(f"{FOLDER_IV3}/overgang.csv"))


@cache
def lijnen() -> tuple[Lijn, ...]:
    """Return the lines that can be followed, those over all years first."""
    rows: dict[str, list[dict[str, str]]] = {}
    for row in read_rows(f"{FOLDER_IV3}/lijnen.csv"):
        rows.setdefault(row["lijn"], []).append(row)
    return tuple(_make_lijn(code, parts) for code, parts in rows.items())


def _make_lijn(code: str, rows: list[dict[str, str]]) -> Lijn:
    niveau: Niveau = "vergelijkbaar" if rows[0]["niveau"] == "vergelijkbaar" else "vorm"
    parts = {row["indeling"]: tuple(row["taakvelden"].split()) for row in rows}
    return Lijn(code, niveau, rows[0]["naam"], parts, {row["indeling"]: row["opmerking"] for row in rows})


@cache
def _amounts() -> Mapping[tuple[str, int], tuple[Iv3Bedrag, ...]]:
    found: dict[tuple[str, int], list[Iv3Bedrag]] = {}
    for row in read_rows(f"{FOLDER_IV3}/bedragen.csv"):
        jaar, document, gemeente = int(row.pop("jaar")), row.pop("document"), row.pop("gemeente")
        found.setdefault((gemeente, jaar), []).extend(
            Iv3Bedrag(gemeente, jaar, document, code, "lasten", int(cell) * DUIZEND_EURO)
            for code, cell in row.items()
            if cell
        )
    return {key: tuple(amounts) for key, amounts in found.items()}


def bedragen(gemeente: str | None = None, jaar: int | None = None) -> tuple[Iv3Bedrag, ...]:
    """Return the shipped lasten, of one gemeente or year when given; what was not reported is not there.

    A gemeente stands under its own code of that year; merged gemeenten are not moved.
    """
    if gemeente is not None and jaar is not None:
        return _amounts().get((gemeente, jaar), ())
    return tuple(
        amount
        for (code, year), amounts in _amounts().items()
        if gemeente in (None, code) and jaar in (None, year)
        for amount in amounts
    )


@cache
def landelijk() -> tuple[Landelijk, ...]:
    """Return the published national lasten per year, document and taakveld of the sociaal domein.

    The count of gemeenten is as published: it includes those that delivered nothing but zeros.
    """
    return tuple(
        Landelijk(
            int(row["jaar"]),
            row["document"],
            row["taakveld"],
            int(row["gemeenten"]),
            int(Decimal(row["lasten_mln"]) * 1000 * DUIZEND_EURO),
        )
        for row in read_rows(f"{FOLDER_IV3}/landelijk.csv")
    )
