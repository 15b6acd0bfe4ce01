"""The words of youth care with their definitions; one term may have several, each with a name of its own."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from jeugdstelsel.standaard.bestand import read_rows

FOLDER_BEGRIPPEN = "begrippen_2026"


@dataclass(frozen=True)
class Begrip:
    """One definition of a term (Dutch), in our own words, with where it stands.

    `geldig_vanaf` and `geldig_tot` are a year or a day, both included; empty is open. `noemer` is what a
    share is a share of. `indicatoren` use exactly this definition.
    """

    begrip: str
    term: str
    ook_wel: tuple[str, ...]
    betekenis: str
    noemer: str
    bron: str
    vindplaats: str
    geldig_vanaf: str
    geldig_tot: str
    indicatoren: tuple[str, ...]


@cache
def begrippen() -> Mapping[str, Begrip]:
    """Return every definition by its name, such as `herhaald_beroep_na_afloop`."""
    return MappingProxyType({row["begrip"]: _begrip(row) for row in read_rows(f"{FOLDER_BEGRIPPEN}/begrippen.csv")})


def begrip_van(indicator: str) -> Begrip | None:
    """Return the definition that an indicator uses, or None when its term has only the indicator's own."""
    return next((each for each in begrippen().values() if indicator in each.indicatoren), None)


def _begrip(row: Mapping[str, str]) -> Begrip:
    words = {name: row[name] for name in row if name not in ("ook_wel", "indicatoren")}
    others = tuple(word.strip() for word in row["ook_wel"].split(";") if word.strip())
    return Begrip(**words, ook_wel=others, indicatoren=tuple(row["indicatoren"].split()))
