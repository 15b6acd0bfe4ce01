"""The report of one gemeente: its figures beside those of its jeugdregio and the country."""

from collections.abc import Iterator

from jeugdstelsel.reports.invoer import Invoer
from jeugdstelsel.reports.model import Deel, Kop, Rapport
from jeugdstelsel.reports.soort import Soort
from jeugdstelsel.reports.stukken import alle_cijfers, door_de_tijd, kern, rapport, wachten


def _maak(invoer: Invoer) -> Rapport:
    titel = f"Jeugdhulp in {invoer.naam}"
    return rapport(invoer, titel, f"Rapport over de gemeente, {invoer.jaar}", _delen(invoer))


def _delen(invoer: Invoer) -> Iterator[Deel]:
    yield Kop("De kern")
    yield from kern(invoer)
    yield from wachten(invoer)
    yield from door_de_tijd(invoer)
    yield from alle_cijfers(invoer)


SOORT = Soort(
    "gemeente", "Rapport over een gemeente", "Alle cijfers van een gemeente naast die van de regio en het land.",
    ("gemeente",), ("geld", "cbs", "wachten"), _maak, 4,
)  # fmt: skip
