"""The dossier for the deskundigencommissie on a day: indicators, efforts, deviations, and what is missing."""

from collections.abc import Iterator

from jeugdstelsel.reports.invoer import Invoer
from jeugdstelsel.reports.model import Alinea, Cel, Deel, Kop, Rapport, Tabel
from jeugdstelsel.reports.soort import Soort
from jeugdstelsel.reports.soorten.jaar import SOORT as JAAR
from jeugdstelsel.reports.soorten.jaar import gaten, geldhoofdstukken
from jeugdstelsel.reports.stukken import (
    basisset,
    cijfertabel,
    definities,
    posttabel,
    rapport,
    routekaart,
    signaaltabel,
    uitleg,
    verloop,
    wachten,
)
from jeugdstelsel.reports.woorden import dag


def _maak(invoer: Invoer) -> Rapport:
    titel = f"Dossier voor de deskundigencommissie, stand van {dag(invoer.dag)}"
    return rapport(invoer, titel, f"Indicatoren, inspanningen en afwijkingen, {invoer.jaar}", _delen(invoer))


def _delen(invoer: Invoer) -> Iterator[Deel]:
    codes = [each.code for each in invoer.definities]
    yield Kop("Alle indicatoren")
    yield cijfertabel(invoer, codes)
    yield from basisset(invoer)
    yield Kop("De indicatoren van de Routekaart")
    for line in invoer.actielijnen:
        yield routekaart(invoer, line.code)
    yield from wachten(invoer)
    yield Kop("De beweging door de tijd")
    yield from verloop(invoer, codes)
    yield from _inspanningen(invoer)
    yield from _afwijkingen(invoer)
    yield from geldhoofdstukken(invoer)
    yield from gaten(invoer)
    yield from uitleg()
    yield from definities(invoer, codes)


def _inspanningen(invoer: Invoer) -> Iterator[Deel]:
    yield Kop("Inspanningen")
    if not invoer.inspanningen:
        yield Alinea("Onbekend: niemand heeft vastgelegd welke inspanning is afgesproken en geleverd. Zonder dat "
                     "rekenen wij een afwijking aan niemand toe.")  # fmt: skip
    rows = tuple(
        (Cel(i.eenheid), Cel(str(i.jaar)), Cel(i.partij), Cel(i.afgesproken), Cel(i.geleverd), Cel(i.bron))
        for i in invoer.inspanningen
    )
    if rows:
        head = ("Waarvoor", "Jaar", "Partij", "Afgesproken", "Geleverd", "Bron")
        yield Tabel("Afgesproken en geleverde inspanning", head, rows)
    for register in ("acties", "afspraken", "wetten", "moties"):
        yield posttabel(
            f"{register.capitalize()}, stand van {dag(invoer.dag)}",
            [post for post in invoer.posten if post.register == register],
        )


def _afwijkingen(invoer: Invoer) -> Iterator[Deel]:
    yield Kop("Afwijkingen")
    yield posttabel("Wat over tijd is of aandacht vraagt", [post for post in invoer.posten if post.signaal])
    yield signaaltabel(invoer)


SOORT = Soort(
    "dossier", "Dossier voor de deskundigencommissie", "Alle indicatoren, inspanningen, afwijkingen en wat ontbreekt, "
    "zoals bekend op een dag.", ("land",), JAAR.delen, _maak, 2,
)  # fmt: skip
