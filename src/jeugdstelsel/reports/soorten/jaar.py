"""The yearly monitor report of the country: does what was agreed happen, and does it help?"""

from collections.abc import Iterator

from jeugdstelsel.reports.invoer import Invoer
from jeugdstelsel.reports.model import Alinea, Cel, Deel, Kop, Opsomming, Rapport, Tabel
from jeugdstelsel.reports.soort import Soort
from jeugdstelsel.reports.stukken import (
    basisset,
    budget,
    cbs,
    cijfertabel,
    controles,
    definities,
    geld,
    kern,
    maatregelen,
    ontbrekend,
    posttabel,
    rapport,
    routekaart,
    signaaltabel,
    uitleg,
    vergelijking_binnen,
    verloop,
    wachten,
)
from jeugdstelsel.reports.verzamel import ONDER
from jeugdstelsel.services.monitor import HEADLINES

CONCEPT = "CONCEPT: dit jaarrapport is nog niet vastgesteld."


def _maak(invoer: Invoer) -> Rapport:
    marks = () if invoer.vastgesteld else (CONCEPT,)
    return rapport(invoer, f"Monitor jeugdstelsel {invoer.jaar}", "Jaarrapport", delen(invoer), merk=marks)


def delen(invoer: Invoer) -> Iterator[Deel]:
    """Yield the parts of the yearly report."""
    codes = [each.code for each in invoer.definities]
    yield Kop("Waar dit rapport over gaat")
    yield Alinea("Gebeurt wat is afgesproken in de Hervormingsagenda Jeugd en de Routekaart, en helpt het? Dit rapport "
                 "zet de afspraken, het geld en de cijfers naast elkaar.")  # fmt: skip
    yield Kop("De kern")
    yield from kern(invoer)
    for line in invoer.actielijnen:
        yield from actielijn(invoer, line.code)
    yield from wachten(invoer)
    yield Kop("Door de tijd")
    yield from verloop(invoer, HEADLINES)
    yield Kop("Per jeugdregio")
    yield vergelijking_binnen(invoer, "jeugdregio", ONDER)
    yield from geldhoofdstukken(invoer)
    yield from basisset(invoer)
    yield Kop("Verkeerslicht")
    yield Alinea("De documenten noemen geen grens waarboven een afwijking ‘significant’ is. Een licht kleurt pas als "
                 "iemand een drempel vastlegt, met eigenaar, datum en reden.")  # fmt: skip
    yield signaaltabel(invoer)
    yield from gaten(invoer)
    yield Kop("Alle cijfers")
    yield cijfertabel(invoer, codes)
    yield from uitleg()
    yield from definities(invoer, codes)


def actielijn(invoer: Invoer, code: str) -> Iterator[Deel]:
    """Yield one action line: its movement, its actions and its indicators."""
    line = next(each for each in invoer.actielijnen if each.code == code)
    yield Kop(f"Actielijn {line.code}: {line.titel}")
    yield Alinea(f"De beweging: {line.beweging}.")
    yield routekaart(invoer, line.code)
    actions = [post for post in invoer.posten if post.register == "acties" and post.groep == line.code]
    yield posttabel(f"Acties van actielijn {line.code}", actions)


def geldhoofdstukken(invoer: Invoer) -> Iterator[Deel]:
    """Yield the money: accounts, the budget series, measures and totals that do not add up."""
    yield from geld(invoer)
    yield from budget(invoer)
    yield Kop("Maatregelen", 2)
    yield maatregelen(invoer)
    yield Kop("Nagerekend", 2)
    yield controles(invoer)
    yield from cbs(invoer)


def gaten(invoer: Invoer) -> Iterator[Deel]:
    """Yield what is missing, and what the documents leave open or contradict."""
    yield Kop("Wat ontbreekt")
    yield ontbrekend(invoer)
    yield Kop("Waar de documenten elkaar tegenspreken")
    rows = tuple((Cel(t.onderwerp), Cel(t.lezing_a), Cel(t.lezing_b), Cel(t.hoe)) for t in invoer.tweespraken)
    yield Tabel("Tegenstrijdigheden", ("Onderwerp", "Eerste lezing", "Tweede lezing", "Hoe wij ermee omgaan"), rows)
    yield Kop("Wat de documenten openlaten")
    yield Opsomming(tuple(f"{each.onderwerp}. {each.wat_wij_tonen}." for each in invoer.openstaand))


SOORT = Soort(
    "jaar", "Jaarrapport van de monitor",
    "Afspraken, geld en cijfers van het hele land; wordt per verslagjaar vastgesteld.", ("land",),
    ("onder", "geld", "cbs", "wachten", "routekaart", "posten", "budget", "signalen", "stukken", "basisset"), _maak, 1,
)  # fmt: skip
