"""A kind of report: one module in `soorten`, found by itself."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from jeugdstelsel.model import GebruikersFout
from jeugdstelsel.registry import find_all
from jeugdstelsel.reports.invoer import Invoer
from jeugdstelsel.reports.model import Rapport


@dataclass(frozen=True)
class Soort:
    """One kind of report. `niveaus` are what it can be about, `delen` what `verzamel` collects for it."""

    naam: str
    titel: str
    uitleg: str
    niveaus: tuple[str, ...]
    delen: tuple[str, ...]
    maak: Callable[[Invoer], Rapport]
    volgorde: int


@cache
def soorten() -> Mapping[str, Soort]:
    """Return every kind of report by name, in the order of `volgorde`."""
    found = [each for each in find_all("reports.soorten", "SOORT").values() if isinstance(each, Soort)]
    return {each.naam: each for each in sorted(found, key=lambda each: each.volgorde)}


def vind_soort(naam: str) -> Soort:
    """Return a kind of report; raises GebruikersFout for one that does not exist."""
    if naam not in soorten():
        raise GebruikersFout(f"het rapport '{naam[:40]}' bestaat niet. Kies uit: {', '.join(soorten())}.")
    return soorten()[naam]
