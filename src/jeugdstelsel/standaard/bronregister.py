"""Every source of data with its owner, legal basis, purpose, key, frequency and known errors."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from jeugdstelsel.standaard.bestand import read_rows

FOLDER_BRONNEN = "bronnen_2026"


@dataclass(frozen=True)
class Databron:
    """One source (Dutch). `berichten` are the iJw messages it consists of; `vindplaats` is where this was read."""

    bron: str
    naam: str
    groep: str
    eigenaar: str
    grondslag: str
    doel: str
    sleutel: str
    frequentie: str
    bekende_fouten: str
    vindplaats: str
    persoonsgegevens: bool
    berichten: tuple[str, ...] = ()


@cache
def databronnen() -> Mapping[str, Databron]:
    """Return the sources that this program knows, by their short name such as `ijw_declaratie`."""
    return MappingProxyType({row["bron"]: _databron(row) for row in read_rows(f"{FOLDER_BRONNEN}/bronnen.csv")})


def _databron(row: Mapping[str, str]) -> Databron:
    words = {name: row[name] for name in row if name not in ("persoonsgegevens", "berichten")}
    return Databron(
        **words, persoonsgegevens=row["persoonsgegevens"] == "ja", berichten=tuple(row["berichten"].split())
    )
