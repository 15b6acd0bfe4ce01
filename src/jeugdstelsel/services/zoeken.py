"""Search by name: places, providers, figures, definitions, action lines, agreements, measures and sources."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from jeugdstelsel import standaard
from jeugdstelsel.indicators.plan import all_indicators
from jeugdstelsel.services.aanbieders import aanbieders, naam_van_aanbieder
from jeugdstelsel.services.iv3_reeks import destinations
from jeugdstelsel.services.kast import bladen, open_kast
from jeugdstelsel.standaard import agenda
from jeugdstelsel.standaard.begrippen import begrippen
from jeugdstelsel.standaard.bronregister import databronnen
from jeugdstelsel.standaard.kader import maatregelen
from jeugdstelsel.standaard.routekaart import actielijnen, acties, routekaartindicatoren

SOORTEN = (
    "gemeente", "jeugdregio", "cijfer", "begrip", "actielijn", "actie", "indicator van de Routekaart",
    "afspraak", "wet of planning", "motie of toezegging", "maatregel", "bron", "pagina", "aanbieder",
)  # fmt: skip
"""The kinds of things that can be found, in the order in which they are shown; providers last, as many have the name
of a place in theirs."""
LANGST = 80
"""Characters of a question that are read."""


@dataclass(frozen=True)
class Treffer:
    """Something that can be found: its name, its kind and its key in that kind; `ook` are more words to it."""

    naam: str
    soort: str
    sleutel: str
    ook: str = ""


def zoek(werkmap: Path, vraag: str, meer: Iterable[Treffer] = ()) -> list[Treffer]:
    """Return what has every word of a question in its text, the name itself first, then by kind and name.

    `meer` is looked through too. Empty for a question without words.
    """
    q = _plat(vraag.strip()[:LANGST])
    words = q.split()
    if not words:
        return []
    texts = (*_teksten(), *((hit, _tekst(hit)) for hit in meer))
    found = [hit for hit, text in texts if all(word in text for word in words)]
    return sorted((*found, *_aanbieders(werkmap, words)), key=lambda hit: _volgorde(hit, q))


def lijkt_op(vraag: str) -> list[Treffer]:
    """Return at most three places and words whose name looks like what was typed."""
    known = {_plat(hit.naam): hit for hit, _ in _teksten() if hit.soort in ("gemeente", "jeugdregio", "begrip")}
    return [known[name] for name in get_close_matches(_plat(vraag.strip()[:LANGST]), known, n=3, cutoff=0.7)]


def _aanbieders(werkmap: Path, words: Sequence[str]) -> Iterator[Treffer]:
    """Yield the providers with figures whose code begins with what was typed, or whose name has every word."""
    codes = open_kast(werkmap).namen("aanbieder") if bladen(werkmap) else []
    number = words[0] if len(words) == 1 and words[0].isdigit() and len(words[0]) > 2 else None
    names = aanbieders(werkmap)
    for code in codes:
        name = _plat(names[code].naam) if code in names else ""
        if (number and code.startswith(number)) or (name and all(word in name for word in words)):
            yield Treffer(naam_van_aanbieder(werkmap, code) if name else f"Aanbieder {code}", "aanbieder", code)


def _volgorde(hit: Treffer, q: str) -> tuple[bool, bool, int, str]:
    """Return the order: the name itself, then names that begin so, then by kind and name."""
    name = _plat(hit.naam)
    return name != q, not name.startswith(q), SOORTEN.index(hit.soort), name


def _plat(text: str) -> str:
    """Return a text without capitals and accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))


def _tekst(hit: Treffer) -> str:
    return _plat(f"{hit.naam} {hit.ook}")


@cache
def _teksten() -> tuple[tuple[Treffer, str], ...]:
    """Return everything that does not change while the program runs, with the text in which words are looked for."""
    hits = (*_plaatsen(), *_cijfers(), *_routekaart(), *_agenda(), *_rest())
    return tuple((hit, _tekst(hit)) for hit in hits)


def _plaatsen() -> Iterator[Treffer]:
    for code, place in standaard.gemeenten().items():
        now = ", ".join(standaard.gemeenten()[to].naam for to in destinations(code))
        name = f"{place.naam} (nu {now})" if place.geldig_tot_en_met else place.naam
        yield Treffer(name, "gemeente", code, code)
    for code, naam in standaard.jeugdregios().items():
        yield Treffer(naam, "jeugdregio", code, code)


def _cijfers() -> Iterator[Treffer]:
    for each in all_indicators().values():
        yield Treffer(each.titel, "cijfer", each.code, f"{each.code} {each.betekenis}")
    for word in begrippen().values():
        other = " ".join(word.ook_wel)
        name = word.term if word.term.casefold() == word.begrip.replace("_", " ") else f"{word.term} ({word.bron})"
        yield Treffer(name, "begrip", word.begrip, f"{other} {word.begrip.replace('_', ' ')}")


def _routekaart() -> Iterator[Treffer]:
    for line in actielijnen().values():
        yield Treffer(f"Actielijn {line.actielijn}: {line.titel}", "actielijn", line.actielijn, line.beweging)
    for each in acties().values():
        yield Treffer(f"{each.actie} {each.wat}", "actie", each.actie, each.wie)
    for found in routekaartindicatoren().values():
        yield Treffer(
            f"{found.titel} ({found.toestand})", "indicator van de Routekaart", found.indicator, found.indicator
        )


def _agenda() -> Iterator[Treffer]:
    for each in agenda.afspraken().values():
        yield Treffer(each.wat, "afspraak", each.afspraak, f"{each.afspraak} {' '.join(each.wie)}")
    for law in agenda.wetten().values():
        yield Treffer(law.naam, "wet of planning", law.wet, f"{law.wat} {law.dossier}")
    for motie in agenda.moties().values():
        yield Treffer(motie.onderwerp, "motie of toezegging", motie.motie, f"{motie.indieners} {motie.kamerstuk}")


def _rest() -> Iterator[Treffer]:
    for code, measure in maatregelen().items():
        if not measure.gedrukt_totaal:
            yield Treffer(measure.naam, "maatregel", code, measure.documentcode)
    for bron in databronnen().values():
        yield Treffer(bron.naam, "bron", bron.bron, f"{bron.bron} {bron.eigenaar}")
