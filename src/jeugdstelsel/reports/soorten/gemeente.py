"""The report of one gemeente: its figures beside those of its jeugdregio and the country."""

from collections.abc import Iterator

from jeugdstelsel.reports.invoer import Invoer
from jeugdstelsel.reports.model import Deel, Kop, Rapport
from jeugdstelsel.reports.soort import Soort
from jeugdstelsel.reports.stukken import (
    cbs,
    cijfertabel,
    definities,
    geld,
    kern,
    ontbrekend,
    rapport,
    uitleg,
    verloop,
    wachten,
)

VERLOOP = ("jongeren_met_jeugdhulp", "trajecten", "wachttijd_toewijzing_start", "kosten_per_jongere")
"""What is shown through time."""


def _maak(invoer: Invoer) -> Rapport:
    titel = f"Jeugdhulp in {invoer.naam}"
    return rapport(invoer, titel, f"Rapport over de gemeente, {invoer.jaar}", _delen(invoer))


def _delen(invoer: Invoer) -> Iterator[Deel]:
    codes = [each.code for each in invoer.definities]
    yield Kop("De kern")
    yield from kern(invoer)
    yield from wachten(invoer)
    yield Kop("Door de tijd")
    yield from verloop(invoer, VERLOOP)
    yield from geld(invoer)
    yield from cbs(invoer)
    yield Kop("Alle cijfers")
    yield cijfertabel(invoer, codes)
    yield Kop("Wat wij niet weten")
    yield ontbrekend(invoer)
    yield from uitleg()
    yield from definities(invoer, codes)


SOORT = Soort(
    "gemeente", "Rapport over een gemeente", "Alle cijfers van een gemeente naast die van de regio en het land.",
    ("gemeente",), ("geld", "cbs", "wachten"), _maak, 4,
)  # fmt: skip
