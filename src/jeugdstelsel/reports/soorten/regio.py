"""The report of one jeugdregio: its figures, its gemeenten beside each other, and its light."""

from collections.abc import Iterator

from jeugdstelsel.reports.invoer import Invoer
from jeugdstelsel.reports.model import Alinea, Deel, Kop, Rapport
from jeugdstelsel.reports.soort import Soort
from jeugdstelsel.reports.stukken import (
    alle_cijfers,
    door_de_tijd,
    kern,
    rapport,
    signaaltabel,
    vergelijking_binnen,
    wachten,
)
from jeugdstelsel.reports.verzamel import ONDER


def _maak(invoer: Invoer) -> Rapport:
    titel = f"Jeugdhulp in jeugdregio {invoer.naam}"
    return rapport(invoer, titel, f"Rapport over de jeugdregio, {invoer.jaar}", _delen(invoer))


def _delen(invoer: Invoer) -> Iterator[Deel]:
    yield Kop("De kern")
    yield from kern(invoer)
    yield Kop("De gemeenten in de regio")
    yield Alinea("De gemeenten staan op naam. Bij kleine gemeenten kan een verschil toeval zijn.")
    yield vergelijking_binnen(invoer, "gemeente", ONDER)
    yield from wachten(invoer)
    yield from door_de_tijd(invoer)
    yield Kop("Verkeerslicht")
    yield signaaltabel(invoer)
    yield from alle_cijfers(invoer)


SOORT = Soort(
    "regio", "Rapport over een jeugdregio", "Alle cijfers van een jeugdregio, en haar gemeenten naast elkaar.",
    ("jeugdregio",), ("onder", "geld", "cbs", "wachten", "signalen"), _maak, 3,
)  # fmt: skip
