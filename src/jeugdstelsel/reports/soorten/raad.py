"""One page for a council: the figures that matter, what one may conclude, and what to ask."""

from collections.abc import Iterator
from dataclasses import replace

from jeugdstelsel.reports.invoer import Invoer
from jeugdstelsel.reports.model import Alinea, Deel, Kop, Opsomming, Rapport, Zin
from jeugdstelsel.reports.soort import Soort
from jeugdstelsel.reports.stukken import betekenissen, cijfertabel, geldtabel, geldzin, rapport

CIJFERS = (
    "jongeren_met_jeugdhulp", "wachttijd_verzoek_toewijzing", "wachttijd_toewijzing_start", "trajectduur",
    "kosten_per_jongere", "aantal_aanbieders",
)  # fmt: skip
VRAGEN = (
    "Weet het college hoeveel jongeren nu nog wachten, en op welke hulp?",
    "Welk deel van de hulp geeft het lokale team zelf?",
    "Waarom wijkt een cijfer af van de regio? Is dat beleid, of een kleine gemeente?",
    "Past wat de rekening zegt bij de begroting, in prijzen van hetzelfde jaar?",
)
JAREN = 3
"""Years of the accounts that fit on the page."""


def _maak(invoer: Invoer) -> Rapport:
    titel = f"Jeugdhulp in {invoer.naam}: één bladzijde voor de raad"
    return rapport(invoer, titel, f"Cijfers over {invoer.jaar}", _delen(invoer), een_blad=True)


def _delen(invoer: Invoer) -> Iterator[Deel]:
    yield Kop("De cijfers")
    yield cijfertabel(invoer, CIJFERS, "Zes cijfers")
    yield Alinea("Geheim en onbekend zijn nooit nul. Bij voorlopige cijfers noemen wij geen stijging of daling.")
    yield Kop("Het geld")
    yield Zin(geldzin(invoer))
    if invoer.geld:
        yield geldtabel(_laatste_jaren(invoer))
    yield Kop("Mag u vergelijken?")
    yield Opsomming(invoer.wachtredenen[:JAREN])
    yield Kop("Vragen die u kunt stellen")
    yield Opsomming(VRAGEN)
    yield Kop("Wat de cijfers betekenen")
    yield betekenissen(invoer, CIJFERS)


def _laatste_jaren(invoer: Invoer) -> Invoer:
    return replace(invoer, geld=invoer.geld[-JAREN:])


SOORT = Soort(
    "raad", "Eén bladzijde voor de raad", "Zes cijfers, het geld, wat u mag vergelijken en wat u kunt vragen.",
    ("gemeente",), ("geld", "wachten"), _maak, 5,
)  # fmt: skip
