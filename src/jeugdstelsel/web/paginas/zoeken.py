"""Search by name: places, providers, figures, definitions, action lines, agreements, measures, sources and pages."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from jeugdstelsel import standaard
from jeugdstelsel.indicators.plan import all_indicators
from jeugdstelsel.services.iv3_reeks import destinations
from jeugdstelsel.services.kast import bladen, open_kast
from jeugdstelsel.standaard import agenda
from jeugdstelsel.standaard.begrippen import begrippen
from jeugdstelsel.standaard.bronregister import databronnen
from jeugdstelsel.standaard.kader import maatregelen
from jeugdstelsel.standaard.routekaart import actielijnen, acties, routekaartindicatoren
from jeugdstelsel.web.onderdelen.plaatsnaam import adres
from jeugdstelsel.web.pagina import Pagina, paginas

MEEST = 40
SOORTEN = (
    "gemeente", "jeugdregio", "aanbieder", "cijfer", "begrip", "actielijn", "actie", "indicator van de Routekaart",
    "afspraak", "wet of planning", "motie of toezegging", "maatregel", "bron", "pagina",
)  # fmt: skip
"""The kinds of things that can be found, in the order in which they are shown."""


@dataclass(frozen=True)
class Treffer:
    """Something that can be found: its name, kind and address; `ook` are more words that lead to it."""

    naam: str
    soort: str
    adres: str
    ook: str = ""


def _inhoud(request: HttpRequest) -> Mapping[str, Any]:
    q = request.GET.get("q", "").strip()[:80]
    words = _plat(q).split()
    found = sorted(_zoek(words), key=lambda hit: _volgorde(hit, _plat(q))) if words else []
    groups: dict[str, list[Treffer]] = {}
    for hit in found[:MEEST]:
        groups.setdefault(hit.soort, []).append(hit)
    return {
        "q": q, "groepen": list(groups.items()), "aantal": len(found), "meest": MEEST,
        "bedoelt": _lijkt_op(q) if words and not found else [],
    }  # fmt: skip


def _zoek(words: Sequence[str]) -> Iterator[Treffer]:
    for hit, text in _teksten():
        if all(word in text for word in words):
            yield hit
    yield from _aanbieders(words)


def _aanbieders(words: Sequence[str]) -> Iterator[Treffer]:
    """Yield the providers whose code begins with what was typed; their names are not known."""
    if len(words) == 1 and words[0].isdigit() and len(words[0]) > 2 and bladen(settings.WERKMAP):
        for code in open_kast(settings.WERKMAP).namen("aanbieder"):
            if code.startswith(words[0]):
                yield Treffer(f"Aanbieder {code}", "aanbieder", reverse("aanbieder", args=[code]))


def _volgorde(hit: Treffer, q: str) -> tuple[bool, bool, int, str]:
    """Return the order: the name itself, then names that begin so, then by kind and name."""
    name = _plat(hit.naam)
    return name != q, not name.startswith(q), SOORTEN.index(hit.soort), name


def _plat(text: str) -> str:
    """Return a text without capitals and accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))


@cache
def _teksten() -> tuple[tuple[Treffer, str], ...]:
    """Return everything that has an address, with the text in which words are looked for."""
    hits = (*_plaatsen(), *_cijfers(), *_routekaart(), *_agenda(), *_rest())
    return tuple((hit, _plat(f"{hit.naam} {hit.ook}")) for hit in hits if hit.adres)


def _lijkt_op(q: str) -> list[Treffer]:
    """Return places and words whose name looks like what was typed."""
    known = {_plat(hit.naam): hit for hit, _ in _teksten() if hit.soort in ("gemeente", "jeugdregio", "begrip")}
    return [known[name] for name in get_close_matches(_plat(q), known, n=3, cutoff=0.7)]


def _plaatsen() -> Iterator[Treffer]:
    for code, place in standaard.gemeenten().items():
        now = ", ".join(standaard.gemeenten()[to].naam for to in destinations(code))
        name = f"{place.naam} (nu {now})" if place.geldig_tot_en_met else place.naam
        yield Treffer(name, "gemeente", adres("gemeente", code), code)
    for code, naam in standaard.jeugdregios().items():
        yield Treffer(naam, "jeugdregio", adres("jeugdregio", code), code)


def _cijfers() -> Iterator[Treffer]:
    for each in all_indicators().values():
        yield Treffer(each.titel, "cijfer", adres("indicator", each.code), f"{each.code} {each.betekenis}")
    for word in begrippen().values():
        other = " ".join(word.ook_wel)
        name = word.term if word.term.casefold() == word.begrip.replace("_", " ") else f"{word.term} ({word.bron})"
        yield Treffer(name, "begrip", adres("begrip", word.begrip), f"{other} {word.begrip.replace('_', ' ')}")


def _routekaart() -> Iterator[Treffer]:
    for line in actielijnen().values():
        yield Treffer(
            f"Actielijn {line.actielijn}: {line.titel}", "actielijn", adres("actielijn", line.actielijn), line.beweging
        )
    for each in acties().values():
        yield Treffer(f"{each.actie} {each.wat}", "actie", adres("actie", each.actie), each.wie)
    for found in routekaartindicatoren().values():
        address = adres("actielijn", found.actielijn)
        yield Treffer(f"{found.titel} ({found.toestand})", SOORTEN[7], address, found.indicator)


def _agenda() -> Iterator[Treffer]:
    for each in agenda.afspraken().values():
        yield Treffer(each.wat, "afspraak", adres("afspraak", each.afspraak), f"{each.afspraak} {' '.join(each.wie)}")
    for law in agenda.wetten().values():
        yield Treffer(law.naam, "wet of planning", adres("wet", law.wet), f"{law.wat} {law.dossier}")
    for motie in agenda.moties().values():
        words = f"{motie.indieners} {motie.kamerstuk}"
        yield Treffer(motie.onderwerp, "motie of toezegging", adres("motie", motie.motie), words)


def _rest() -> Iterator[Treffer]:
    for code, measure in maatregelen().items():
        if not measure.gedrukt_totaal:
            yield Treffer(measure.naam, "maatregel", adres("maatregel", code), measure.documentcode)
    for bron in databronnen().values():
        yield Treffer(bron.naam, "bron", adres("bronnen"), f"{bron.bron} {bron.eigenaar}")
    for naam, page in paginas().items():
        if page.menu or naam in ("plaatsen", "over", "toegankelijkheid", "opendata"):
            yield Treffer(page.titel, "pagina", adres(naam))


PAGINA = Pagina("zoeken", "Zoeken", _inhoud, voorbeelden=("/zoeken", "/zoeken?q=utrecht", "/zoeken?q=wachttijd"))
