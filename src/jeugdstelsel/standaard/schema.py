"""The structure of the iJw messages: elements, data types and code lists of release 3.2."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Literal

from jeugdstelsel.standaard.bestand import Bron, optional_date, optional_int, read_bron, read_rows

FOLDER = "ijw_3_2"

Partij = Literal["gemeente", "aanbieder"]
Basis = Literal["string", "integer", "date", "time"]


@dataclass(frozen=True)
class Bericht:
    """One message type.

    `zender` is the party that sends it; `retour_van` is the message it answers, if any.
    JW325 answers JW323 but is no retour message: it does not copy the header (`is_retour` is False).
    """

    bericht: str
    code: str
    naam: str
    zender: Partij
    retour_van: str

    @property
    def ontvanger(self) -> Partij:
        """The party that receives the message."""
        return "aanbieder" if self.zender == "gemeente" else "gemeente"

    @property
    def is_retour(self) -> bool:
        """Whether the message copies the body and the parties of the message it answers."""
        return bool(self.retour_van) and self.bericht != "JW325"

    @property
    def namespace(self) -> str:
        """The namespace of the message's own elements in this release."""
        return namespace(self.bericht.lower())


@dataclass(frozen=True)
class Element:
    """One element path of a message, in schema order.

    `namespace` says whose the name is: the message's own or that of the basisschema.
    `max` is None when unbounded; `patroon_in_bericht` is what this message demands on top of its data type.
    """

    bericht: str
    pad: str
    soort: Literal["klasse", "element"]
    namespace: Literal["bericht", "basis"]
    datatype: str
    min: int
    max: int | None
    patroon_in_bericht: str

    @property
    def naam(self) -> str:
        """The last step of the path."""
        return self.pad.rpartition("/")[2]

    @property
    def ouder(self) -> str:
        """The path of the parent; empty for the root."""
        return self.pad.rpartition("/")[0]

    @property
    def namespace_uri(self) -> str:
        """The namespace in full."""
        return namespace("basisschema" if self.namespace == "basis" else self.bericht.lower())


@dataclass(frozen=True)
class Datatype:
    """One simple type with its facets; None or empty means no such facet.

    `codelijst` is the list whose codes the schema enumerates; `lijst_buiten_schema` is a list the
    schema itself does not check (AGB-register, CBS gemeentecodes, productcodes, berichtcodes).
    """

    datatype: str
    basis: Basis
    min_lengte: int | None
    max_lengte: int | None
    min_waarde: int | None
    max_waarde: int | None
    patroon: str
    codelijst: str
    lijst_buiten_schema: str


@dataclass(frozen=True)
class Code:
    """One code of a list, with its meaning in our own words.

    The dates say when the code was in use; the schema accepts it regardless.
    """

    lijst: str
    code: str
    betekenis: str
    geldig_vanaf: date | None
    geldig_tot_en_met: date | None

    def geldig_op(self, dag: date) -> bool:
        """Whether the code was in use on `dag`; both days count, an unknown date is no limit."""
        return (self.geldig_vanaf or date.min) <= dag <= (self.geldig_tot_en_met or date.max)


def release() -> Bron:
    """Return the release of the messages, its version and the first day it was in production."""
    return read_bron(FOLDER)


def namespace(schema: str, deel: str | None = None) -> str:
    """Return the namespace of a schema (`jw301`, `basisschema`); `deel` asks another release (`3_0`)."""
    return f"http://www.istandaarden.nl/ijw/{deel or release().versie.replace('.', '_')}/{schema}/schema"


@cache
def berichten() -> Mapping[str, Bericht]:
    """Return the fourteen message types by name, such as `JW301`."""
    rows = read_rows(f"{FOLDER}/berichten.csv")
    return MappingProxyType({row["bericht"]: Bericht(**row) for row in rows})  # type: ignore[arg-type]


@cache
def _all_elementen() -> Mapping[str, tuple[Element, ...]]:
    found: dict[str, list[Element]] = {}
    for row in read_rows(f"{FOLDER}/elementen.csv"):
        found.setdefault(row["bericht"], []).append(_element(row))
    return MappingProxyType({bericht: tuple(elements) for bericht, elements in found.items()})


def _element(row: dict[str, str]) -> Element:
    facts: dict[str, object] = dict(row)
    facts["min"] = int(row["min"])
    facts["max"] = None if row["max"] == "*" else int(row["max"])
    return Element(**facts)  # type: ignore[arg-type]


def elementen(bericht: str) -> tuple[Element, ...]:
    """Return the elements of a message in schema order, the root first. KeyError for an unknown message."""
    return _all_elementen()[bericht]


@cache
def datatypes() -> Mapping[str, Datatype]:
    """Return the simple types by name, such as `LDT_Datum`."""
    return MappingProxyType({row["datatype"]: _datatype(row) for row in read_rows(f"{FOLDER}/datatypes.csv")})


def _datatype(row: dict[str, str]) -> Datatype:
    facts: dict[str, object] = dict(row)
    for facet in ("min_lengte", "max_lengte", "min_waarde", "max_waarde"):
        facts[facet] = optional_int(row[facet])
    return Datatype(**facts)  # type: ignore[arg-type]


@cache
def lijsten() -> Mapping[str, str]:
    """Return the name of each code list by its number, such as `COD046`."""
    return MappingProxyType({row["lijst"]: row["naam"] for row in read_rows(f"{FOLDER}/lijsten.csv")})


@cache
def _all_codes() -> Mapping[str, Mapping[str, Code]]:
    found: dict[str, dict[str, Code]] = {}
    for row in read_rows(f"{FOLDER}/codelijsten.csv"):
        code = Code(
            row["lijst"],
            row["code"],
            row["betekenis"],
            optional_date(row["geldig_vanaf"]),
            optional_date(row["geldig_tot_en_met"]),
        )
        found.setdefault(code.lijst, {})[code.code] = code
    return MappingProxyType({lijst: MappingProxyType(codes) for lijst, codes in found.items()})


def codelijst(lijst: str) -> Mapping[str, Code]:
    """Return the codes of a list such as `COD046`, by code. KeyError for an unknown list."""
    return _all_codes()[lijst]
