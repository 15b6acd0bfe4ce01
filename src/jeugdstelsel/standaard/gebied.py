"""Gemeenten with their validity, mergers, jeugdregio and population (source: CBS)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType

from jeugdstelsel.standaard.bestand import optional_date, read_rows

FOLDER_GEBIED = "gebied_2026"


@dataclass(frozen=True)
class Gemeente:
    """One gemeentecode with the days on which it exists, both included.

    An unknown `geldig_vanaf` means: before the year 2000. `jeugdregio` follows the division of 2025 in
    every year, so that series can be compared; a gemeente that ended has the region of its main successor.
    """

    code: str
    naam: str
    provincie: str
    jeugdregio: str
    geldig_vanaf: date | None
    geldig_tot_en_met: date | None

    def bestaat_op(self, dag: date) -> bool:
        """Whether the gemeente exists on `dag`."""
        return (self.geldig_vanaf or date.min) <= dag <= (self.geldig_tot_en_met or date.max)


@dataclass(frozen=True)
class Herindeling:
    """On `datum` gemeente `van` ended and `inwoners` of its people came under gemeente `naar`."""

    datum: date
    van: str
    naar: str
    inwoners: int


@dataclass(frozen=True)
class Bevolking:
    """People on 1 January. `tot_18` (0-17) and `tot_23` (0-22) are estimates.

    They are the shares of 2021 times `inwoners`; `methode` says whose ages were used:
    `eigen`, `voorgangers` or `opvolger`.
    """

    gemeente: str
    jaar: int
    inwoners: int
    tot_18: int
    tot_23: int
    methode: str


@cache
def herindelingen() -> tuple[Herindeling, ...]:
    """Return the transfers of gemeenten that ended since 2016, by date; a split has several rows."""
    return tuple(
        Herindeling(date.fromisoformat(row["datum"]), row["van"], row["naar"], int(row["inwoners"]))
        for row in read_rows(f"{FOLDER_GEBIED}/herindelingen.csv")
    )


def opvolgers(code: str) -> tuple[Herindeling, ...]:
    """Return where the people of a gemeente went when it ended, the largest part first."""
    parts = (part for part in herindelingen() if part.van == code)
    return tuple(sorted(parts, key=lambda part: (-part.inwoners, part.naar)))


def opvolger(code: str) -> str | None:
    """Return the gemeente that took over most people, or None when `code` did not end since 2016."""
    parts = opvolgers(code)
    return parts[0].naar if parts else None


@cache
def gemeenten() -> Mapping[str, Gemeente]:
    """Return all gemeenten that existed in 2016 or later, by code of four digits."""
    rows = {row["gemeente"]: row for row in read_rows(f"{FOLDER_GEBIED}/gemeenten.csv")}
    return MappingProxyType({code: _gemeente(code, rows) for code in rows})


def _gemeente(code: str, rows: Mapping[str, Mapping[str, str]]) -> Gemeente:
    row = rows[code]
    return Gemeente(
        code,
        row["naam"],
        row["provincie"],
        _region(code, rows),
        optional_date(row["geldig_vanaf"]),
        optional_date(row["geldig_tot_en_met"]),
    )


def _region(code: str, rows: Mapping[str, Mapping[str, str]]) -> str:
    while not rows[code]["jeugdregio"]:
        successor = opvolger(code)
        if successor is None:
            raise ValueError(f"gemeente {code} has no jeugdregio and no successor")
        code = successor
    return rows[code]["jeugdregio"]


@cache
def gemeenten_op(dag: date) -> Mapping[str, Gemeente]:
    """Return the gemeenten that exist on `dag`, by code."""
    return MappingProxyType({code: place for code, place in gemeenten().items() if place.bestaat_op(dag)})


def gemeente_bestaat(code: str, dag: date) -> bool:
    """Whether `code` is the code of a gemeente on `dag`."""
    place = gemeenten().get(code)
    return place is not None and place.bestaat_op(dag)


def jeugdregio_van(code: str, jaar: int) -> str | None:
    """Return the jeugdregio (division of 2025) of a gemeente, or None when it did not exist on 1 January."""
    return gemeenten()[code].jeugdregio if gemeente_bestaat(code, date(jaar, 1, 1)) else None


@cache
def jeugdregios() -> Mapping[str, str]:
    """Return the name of each jeugdregio by code, such as `JZ13`."""
    rows = read_rows(f"{FOLDER_GEBIED}/jeugdregios.csv")
    return MappingProxyType({row["jeugdregio"]: row["naam"] for row in rows})


@cache
def provincies() -> Mapping[str, str]:
    """Return the name of each province by code, such as `PV27`."""
    return MappingProxyType({row["provincie"]: row["naam"] for row in read_rows(f"{FOLDER_GEBIED}/provincies.csv")})


@cache
def _all_people() -> Mapping[tuple[str, int], Bevolking]:
    found: dict[tuple[str, int], Bevolking] = {}
    for row in read_rows(f"{FOLDER_GEBIED}/bevolking.csv"):
        jaar, inwoners, tot_18, tot_23 = (int(row[name]) for name in ("jaar", "inwoners", "tot_18", "tot_23"))
        people = Bevolking(row["gemeente"], jaar, inwoners, tot_18, tot_23, row["methode"])
        found[people.gemeente, people.jaar] = people
    return found


def bevolking(code: str, jaar: int) -> Bevolking | None:
    """Return the population on 1 January (2019-2026), or None when the gemeente or the year is not in the data."""
    return _all_people().get((code, jaar))


@cache
def bevolking_per_gemeente(jaar: int) -> Mapping[str, Bevolking]:
    """Return the population of every gemeente on 1 January of `jaar`, by code; empty for an unknown year."""
    return MappingProxyType({people.gemeente: people for people in _all_people().values() if people.jaar == jaar})
