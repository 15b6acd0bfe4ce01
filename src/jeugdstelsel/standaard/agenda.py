"""The agenda as data: what was agreed, who does it and when, as each document printed it, with its place."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType

from jeugdstelsel.standaard.bestand import optional_date, optional_int, read_rows

FOLDER_AGENDA = "agenda_2023"
ONBEKEND, LOOPT, NAGEKOMEN, VERVALLEN = "onbekend", "loopt", "nagekomen", "vervallen"
STANDEN = (ONBEKEND, "niet begonnen", LOOPT, "deels nagekomen", NAGEKOMEN, VERVALLEN)
"""What can be known of an agreement; the documents tell it of some only, so the rest begins as onbekend."""

_NA_SEIZOEN = re.compile(r"\bna (?:de|het) (winter|voorjaar|zomer|najaar)(?: van)? (\d{4})\b", re.IGNORECASE)
_DAG_ERNA = {"winter": (3, 22), "voorjaar": (6, 22), "zomer": (9, 22), "najaar": (12, 22)}
_BEGIN = re.compile(r"^(start|vanaf)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Document:
    """One of the five documents; `dag` is by approximation where the document itself bears no day."""

    document: str
    titel: str
    dag: date
    toelichting: str


@dataclass(frozen=True)
class Termijn:
    """When something is due and how far it is: `wanneer` as printed, `uiterlijk` the last day that this leaves."""

    wanneer: str
    uiterlijk: date | None
    stand: str
    toelichting: str = ""

    @property
    def opvolgen_vanaf(self) -> date | None:
        """Return the first day to ask for it, of words like 'na de zomer van 2025' that name no last day."""
        found = _NA_SEIZOEN.search(self.wanneer)
        return date(int(found[2]), *_DAG_ERNA[found[1].lower()]) if found else None

    @property
    def is_begin(self) -> bool:
        """Whether the words are about the start: then what runs is on time."""
        return bool(_BEGIN.match(self.wanneer))


@dataclass(frozen=True)
class Druk:
    """What one document says of the term of something, with the place."""

    document: str
    plaats: str
    termijn: Termijn


@dataclass(frozen=True)
class Opgave:
    """One of the ten opgaven of the Hervormingsagenda and the paragraph that works it out."""

    opgave: str
    titel: str
    paragraaf: str
    plaats: str
    toelichting: str


@dataclass(frozen=True)
class Implementatielijn:
    """One of the six lines in which the agreements are carried out, with who pulls it."""

    lijn: str
    titel: str
    paragrafen: tuple[str, ...]
    trekkers: tuple[str, ...]
    eerste_stappen: str
    plaats: str


@dataclass(frozen=True)
class Wet:
    """A law, rule or product whose planning returns in the documents; `drukken` are the successive plans, oldest first.

    `soort` says what it is; `dossier` is the number in parliament, empty where the documents name none.
    """

    wet: str
    naam: str
    soort: str
    wat: str
    dossier: str
    drukken: tuple[Druk, ...]


@dataclass(frozen=True)
class Afspraak:
    """One agreement of chapters 2 to 4; its code is its paragraph and the point in it.

    `drukken` begins with the agenda itself; what later documents say of it, or plan for its `wet`, follows.
    """

    afspraak: str
    wie: tuple[str, ...]
    wat: str
    wet: str
    plaats: str
    drukken: tuple[Druk, ...]

    @property
    def paragraaf(self) -> str:
        """Return the paragraph, such as 2.3.1."""
        return self.afspraak.split("-")[0]

    @property
    def opgave(self) -> str:
        """Return the opgave of the paragraph; empty for what is about all of them."""
        found = [each for each in opgaven().values() if _binnen(self.paragraaf, each.paragraaf)]
        return max(found, key=lambda each: len(each.paragraaf)).opgave if found else ""

    @property
    def lijn(self) -> str:
        """Return the implementatielijn of the paragraph; empty where chapter 4 names none."""
        lines = implementatielijnen().values()
        return next((each.lijn for each in lines for part in each.paragrafen if _binnen(self.paragraaf, part)), "")


@dataclass(frozen=True)
class Motie:
    """A motion, amendment or commitment, what is done with it, and where the letter tells so."""

    motie: str
    soort: str
    indieners: str
    kamerstuk: str
    onderwerp: str
    uitvoering: str
    plaats: str
    drukken: tuple[Druk, ...]


@dataclass(frozen=True)
class Overlegsoort:
    """A kind of meeting; `per_jaar` is how often the agenda agrees it at least, None for no such agreement."""

    soort: str
    naam: str
    per_jaar: int | None
    vanaf: int | None
    tot_en_met: int | None
    plaats: str


@dataclass(frozen=True)
class Overleg:
    """One meeting; `wanneer` is the day in words, `gehouden` is ja, nee or onbekend."""

    overleg: str
    soort: str
    dag: date
    wanneer: str
    gehouden: str
    plaats: str


@dataclass(frozen=True)
class Besluit:
    """One decision of a meeting and the agreements that it is about."""

    besluit: str
    overleg: str
    wat: str
    afspraken: tuple[str, ...]
    plaats: str


@dataclass(frozen=True)
class Tegenstrijdigheid:
    """Two readings that differ, each with its place, and how this program deals with that."""

    nummer: str
    onderwerp: str
    soort: str
    lezing_a: str
    plaats_a: str
    lezing_b: str
    plaats_b: str
    hoe_wij_ermee_omgaan: str


@dataclass(frozen=True)
class OpenPunt:
    """Something that the documents leave open, and what this program shows instead of an invented answer."""

    onderwerp: str
    soort: str
    wat_ontbreekt: str
    plaats: str
    wat_wij_doen: str


@dataclass(frozen=True)
class Kenmerk:
    """One of the seventeen features of a stevig lokaal team."""

    kenmerk: str
    omschrijving: str
    plaats: str


@cache
def documenten() -> Mapping[str, Document]:
    """Return the documents by their short code, such as HA."""
    return MappingProxyType(
        {
            row["document"]: Document(row["document"], row["titel"], date.fromisoformat(row["dag"]), row["toelichting"])
            for row in _rows("documenten")
        }
    )


@cache
def opgaven() -> Mapping[str, Opgave]:
    """Return the ten opgaven by number."""
    return MappingProxyType({row["opgave"]: Opgave(**row) for row in _rows("opgaven")})


@cache
def implementatielijnen() -> Mapping[str, Implementatielijn]:
    """Return the six implementatielijnen by number."""
    return MappingProxyType(
        {
            row["lijn"]: Implementatielijn(
                row["lijn"], row["titel"], _split(row["paragrafen"]), _split(row["trekkers"]), row["eerste_stappen"],
                row["plaats"],
            )
            for row in _rows("implementatielijnen")
        }
    )  # fmt: skip


@cache
def wetten() -> Mapping[str, Wet]:
    """Return everything with a planning, by short name."""
    plans: dict[str, list[Druk]] = {}
    for row in _rows("planning"):
        plans.setdefault(row["wet"], []).append(Druk(row["document"], row["plaats"], _termijn(row)))
    return MappingProxyType({row["wet"]: Wet(**row, drukken=tuple(plans[row["wet"]])) for row in _rows("wetten")})


@cache
def afspraken() -> Mapping[str, Afspraak]:
    """Return every agreement of chapters 2 to 4 of the Hervormingsagenda, in the order of the document."""
    return MappingProxyType(
        {
            row["afspraak"]: Afspraak(
                row["afspraak"], _split(row["wie"]), row["wat"], row["wet"], row["plaats"], _drukken(row)
            )
            for row in _rows("afspraken")
        }
    )


@cache
def moties() -> Mapping[str, Motie]:
    """Return the motions, amendments and commitments of the progress letter."""
    names = ("motie", "soort", "indieners", "kamerstuk", "onderwerp", "uitvoering", "plaats")
    return MappingProxyType(
        {
            row["motie"]: Motie(
                **{name: row[name] for name in names}, drukken=(Druk("VB", row["plaats"], _termijn(row)),)
            )
            for row in _rows("moties")
        }
    )


@cache
def overlegsoorten() -> Mapping[str, Overlegsoort]:
    """Return the kinds of meetings and how often each is agreed."""
    return MappingProxyType(
        {
            row["soort"]: Overlegsoort(
                row["soort"], row["naam"], optional_int(row["per_jaar"]), optional_int(row["vanaf"]),
                optional_int(row["tot_en_met"]), row["plaats"],
            )
            for row in _rows("overlegsoorten")
        }
    )  # fmt: skip


@cache
def overleggen() -> tuple[Overleg, ...]:
    """Return the meetings that the documents name."""
    return tuple(Overleg(**{**row, "dag": date.fromisoformat(row["dag"])}) for row in _rows("overleggen"))  # type: ignore[arg-type]


@cache
def besluiten() -> tuple[Besluit, ...]:
    """Return the decisions that the documents name."""
    return tuple(Besluit(**{**row, "afspraken": _split(row["afspraken"])}) for row in _rows("besluiten"))  # type: ignore[arg-type]


@cache
def tegenstrijdigheden() -> tuple[Tegenstrijdigheid, ...]:
    """Return where the documents differ from each other or from themselves."""
    return tuple(Tegenstrijdigheid(**row) for row in _rows("tegenstrijdigheden"))


@cache
def open_punten() -> tuple[OpenPunt, ...]:
    """Return what the documents leave open."""
    return tuple(OpenPunt(**row) for row in _rows("open"))


@cache
def kenmerken() -> tuple[Kenmerk, ...]:
    """Return the seventeen features of stevige lokale teams, in the order of the document."""
    return tuple(Kenmerk(**row) for row in _rows("kenmerken"))


def _rows(name: str) -> Iterator[dict[str, str]]:
    return read_rows(f"{FOLDER_AGENDA}/{name}.csv")


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())


def _binnen(paragraaf: str, deel: str) -> bool:
    return f"{paragraaf}.".startswith(f"{deel}.")


def _termijn(row: Mapping[str, str]) -> Termijn:
    return Termijn(row["wanneer"], optional_date(row["uiterlijk"]), row["stand"])


def _drukken(row: Mapping[str, str]) -> tuple[Druk, ...]:
    """Return the agenda's own words on an agreement, and then what later documents say of the same thing."""
    planned = wetten()[row["wet"]].drukken if row["wet"] else ()
    later = [*(druk for druk in planned if druk.document != "HA"), *_voortgang().get(row["afspraak"], ())]
    later.sort(key=lambda druk: documenten()[druk.document].dag)
    return Druk("HA", row["plaats"], _termijn(row)), *later


@cache
def _voortgang() -> Mapping[str, list[Druk]]:
    """Return what later documents tell of an agreement itself."""
    found: dict[str, list[Druk]] = {}
    for row in _rows("voortgang"):
        found.setdefault(row["afspraak"], []).append(Druk(row["document"], row["plaats"], _termijn(row)))
    return found
