"""The Routekaart as data: five action lines, their actions (who, when) and their indicators with the state of each."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType

from jeugdstelsel.standaard.bestand import optional_date, read_rows

FOLDER_ROUTEKAART = "routekaart_2025"
NIET_GEDEFINIEERD = "nog niet gedefinieerd"
"""The state of an indicator of which the document names no source yet; it is never shown as zero."""

GEEN_DOEL = "Doel nog niet vastgesteld: het document noemt geen getal."
_DOELEN = {
    "4": "Zo dicht mogelijk bij nul gesloten plaatsingen in 2030 (HA 2.4.1), "
    "en zo dicht mogelijk bij nul uithuisplaatsingen, zonder jaar (RK)."
}


@dataclass(frozen=True)
class Actielijn:
    """One action line and the movement that it is for, in our words."""

    actielijn: str
    titel: str
    beweging: str

    @property
    def doel(self) -> str:
        """The goal that the documents print for it, or that there is none."""
        return _DOELEN.get(self.actielijn, GEEN_DOEL)


@dataclass(frozen=True)
class Actie:
    """One action. `wanneer` is what the document says, `uiterlijk` the last day that it leaves (None: open)."""

    actie: str
    actielijn: str
    wat: str
    wie: str
    wanneer: str
    uiterlijk: date | None


@dataclass(frozen=True)
class Routekaartindicator:
    """One indicator. `toestand` is 'bron bestaat', 'wacht op onderzoek' or 'nog niet gedefinieerd'.

    `onze_indicatoren` are codes of indicators of ours that measure (part of) it.
    """

    indicator: str
    actielijn: str
    titel: str
    bron: str
    toestand: str
    onze_indicatoren: tuple[str, ...]
    let_op: str


@cache
def actielijnen() -> Mapping[str, Actielijn]:
    """Return the five action lines by number."""
    rows = read_rows(f"{FOLDER_ROUTEKAART}/actielijnen.csv")
    return MappingProxyType({row["actielijn"]: Actielijn(**row) for row in rows})


@cache
def acties() -> Mapping[str, Actie]:
    """Return the 26 actions by our number, such as 2.1: the first of action line 2."""
    rows = read_rows(f"{FOLDER_ROUTEKAART}/acties.csv")
    return MappingProxyType(
        {row["actie"]: Actie(**{**row, "uiterlijk": optional_date(row["uiterlijk"])}) for row in rows}  # type: ignore[arg-type]
    )


@cache
def routekaartindicatoren() -> Mapping[str, Routekaartindicator]:
    """Return the 17 indicators by our number, such as RK2.1."""
    rows = read_rows(f"{FOLDER_ROUTEKAART}/indicatoren.csv")
    return MappingProxyType(
        {
            row["indicator"]: Routekaartindicator(
                row["indicator"], row["actielijn"], row["titel"], row["bron"], row["toestand"],
                tuple(code for code in row["onze_indicatoren"].split(";") if code), row["let_op"],
            )
            for row in rows
        }
    )  # fmt: skip
