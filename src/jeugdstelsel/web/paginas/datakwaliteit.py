"""How good the data are: the four problems and punctuality, per place and over time, and what a defect does."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.core.cache import caches
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from jeugdstelsel.indicators.gebreken import Gebrek, gebreken
from jeugdstelsel.indicators.plan import all_indicators
from jeugdstelsel.services.aanbieders import stand_nummer
from jeugdstelsel.services.kast import Kast
from jeugdstelsel.services.kwaliteit import SCORES, Score
from jeugdstelsel.web.onderdelen.lijn import lijn, vat_samen
from jeugdstelsel.web.onderdelen.tabel import Cel, Tabel, als_csv
from jeugdstelsel.web.onderdelen.tijdreeks import punten
from jeugdstelsel.web.pagina import Pagina
from jeugdstelsel.web.templatetags.stelsel import cijfer, eenheid_van
from jeugdstelsel.web.templatetags.stelsel import periode as in_woorden
from jeugdstelsel.web.vraag import SOORTEN, bekend_op, kast_van, kies, naam_van

NIVEAUS = ("land", "gemeente", "aanbieder")
KOLOMMEN, REGELS, BLAD = 6, 10, 100
"""Periods side by side, rules with most findings, and places on one page."""
PER_REGEL = "bevindingen_per_duizend"


def _inhoud(request: HttpRequest) -> Mapping[str, Any] | HttpResponse:
    kast = kast_van(request)
    niveau = kies(request, "niveau", NIVEAUS, "land")
    per = kies(request, "per", SOORTEN, "kwartaal")
    plaats = _plaats(request, kast, niveau)
    rows = [row for row in kast.profiel(niveau, plaats, per) if row["indicator"] in _codes()]
    periods = sorted({row["periode"] for row in rows})
    if request.GET.get("formaat") == "csv":
        return _download(kast, niveau, per, plaats)
    score = _score(kies(request, "score", _codes(), SCORES[0].indicator))
    waar = naam_van(niveau, plaats)
    return {
        "niveau": niveau, "niveaus": NIVEAUS, "plaats": plaats, "waar": waar, "per": per, "soorten": SOORTEN,
        "bekend_op": bekend_op(request), "blad": kast.blad, "score": score, "scores": [_woorden(e) for e in SCORES],
        "plaatsen": [(code, naam_van(niveau, code)) for code in kast.namen(niveau)] if niveau == "gemeente" else [],
        "tabel": _door_de_tijd(rows, periods[-KOLOMMEN:], waar) if rows else None,
        **_tekening(rows, score, waar), "regels": _per_regel(rows, periods),
        "gebreken": _gevolgen(), **_naast_elkaar(request, kast, niveau, periods),
    }  # fmt: skip


def _plaats(request: HttpRequest, kast: Kast, niveau: str) -> str:
    names = kast.namen(niveau)
    if niveau == "land":
        return ""
    if niveau == "aanbieder" and request.GET.get("plaats") and request.GET["plaats"] not in names:
        raise Http404
    return kies(request, "plaats", names, names[0])


def _codes() -> list[str]:
    return [score.indicator for score in SCORES]


def _score(code: str) -> Score:
    return next(score for score in SCORES if score.indicator == code)


def _woorden(score: Score) -> Mapping[str, str]:
    return {"code": score.indicator, "titel": all_indicators()[score.indicator].titel}


def _toon(row: Mapping[str, Any] | None) -> str:
    """Return a score for a reader; empty when there is none of that period."""
    return "" if row is None else cijfer(row["waarde"], row["toestand"], all_indicators()[row["indicator"]].eenheid)


def _door_de_tijd(rows: Sequence[Mapping[str, Any]], periods: Sequence[str], waar: str) -> Tabel:
    """Return a row per score and a column per period."""
    cells = {(row["indicator"], row["uitsplitsing"], row["periode"]): row for row in rows}
    lines = [
        [
            Cel(all_indicators()[score.indicator].titel, reverse("indicator", args=[score.indicator])),
            Cel(score.knelpunt), Cel(score.goed), Cel(eenheid_van(all_indicators()[score.indicator].eenheid)),
            *(Cel(_toon(cells.get((score.indicator, score.uitsplitsing, name))), getal=True) for name in periods),
        ]
        for score in SCORES
    ]  # fmt: skip
    return Tabel(
        f"Kwaliteit van de gegevens, {waar}",
        ("Score", "Knelpunt", "Goed is", "Eenheid", *(in_woorden(name) for name in periods)),
        lines,
    )


def _tekening(rows: Sequence[Mapping[str, Any]], score: Score, waar: str) -> Mapping[str, Any]:
    """Return the line of one score, and its conclusion."""
    item = all_indicators()[score.indicator]
    chosen = [r for r in rows if (r["indicator"], r["uitsplitsing"]) == (score.indicator, score.uitsplitsing)]
    points = punten(chosen, item.eenheid)
    unit = eenheid_van(item.eenheid)
    return {
        "lijn": lijn(points, titel=f"{item.titel}, {waar}", eenheid=unit),
        "samenvatting": vat_samen(points, unit),
        "over": item,
    }


def _per_regel(rows: Sequence[Mapping[str, Any]], periods: Sequence[str]) -> Tabel | None:
    """Return the rules with most findings per 1000 messages in the latest period; None when there are none."""
    found = [
        row
        for row in rows
        if row["indicator"] == PER_REGEL and row["periode"] == periods[-1] and row["uitsplitsing"] not in ("", "alle")
        and row["waarde"]
    ]  # fmt: skip
    found.sort(key=lambda row: (-row["waarde"], row["uitsplitsing"]))
    lines = [[Cel(row["uitsplitsing"]), Cel(_toon(row), getal=True)] for row in found[:REGELS]]
    title = f"Regels met de meeste bevindingen, {in_woorden(periods[-1])}" if periods else ""
    return Tabel(title, ("Regel", "Bevindingen per 1000 berichten"), lines) if lines else None


def _naast_elkaar(request: HttpRequest, kast: Kast, niveau: str, periods: Sequence[str]) -> Mapping[str, Any]:
    """Return all places of a level beside each other in one period, in the order of their names."""
    if niveau == "land" or not periods:
        return {}
    period = kies(request, "periode", periods, periods[-1])
    rows = _alle(kast, niveau, period)
    last = max(1, -(-len(rows) // BLAD))
    page = int(kies(request, "bladzijde", [str(number) for number in range(1, last + 1)], "1"))
    heads = (niveau.capitalize(), *(score.kort for score in SCORES))
    shown = rows[(page - 1) * BLAD : page * BLAD]
    return {
        "periode": period, "perioden": periods, "bladzijde": page, "bladzijden": range(1, last + 1),
        "vergelijking": Tabel(f"Alle scores per {niveau}, {in_woorden(period)}", heads, shown),
    }  # fmt: skip


def _alle(kast: Kast, niveau: str, period: str) -> list[list[Cel]]:
    """Return a row per place with every score; kept, since a release never changes."""
    key = f"kwaliteit:{kast.blad.moment:%Y%m%d%H%M%S%f}:{niveau}:{period}:{stand_nummer(settings.WERKMAP)}"
    rows: list[list[Cel]] = caches["geheugen"].get_or_set(key, lambda: _lees_alle(kast, niveau, period), 3600)
    return rows


def _lees_alle(kast: Kast, niveau: str, period: str) -> list[list[Cel]]:
    found: dict[str, dict[str, str]] = {}
    for score in SCORES:
        for row in kast.plaatsen(score.indicator, niveau, period, score.uitsplitsing):
            found.setdefault(row["plaats"], {})[score.indicator] = _toon(row)
    names = sorted((naam_van(niveau, code), code) for code in found)
    return [
        [
            Cel(name, reverse(niveau, args=[code])),
            *(Cel(found[code].get(score.indicator, ""), getal=True) for score in SCORES),
        ]
        for name, code in names
    ]


@lru_cache(maxsize=1)
def _gevolgen() -> list[dict[str, Any]]:
    """Return what each defect does to which figures."""
    return [{"gebrek": each, "tabel": _gevolg(each)} for each in gebreken()]


def _gevolg(gebrek: Gebrek) -> Tabel:
    rows = [
        [
            Cel(all_indicators()[effect.indicator].titel, reverse("indicator", args=[effect.indicator])),
            Cel(effect.richting), Cel(effect.waarom),
        ]
        for effect in gebrek.gevolgen
        if effect.indicator in all_indicators()
    ]  # fmt: skip
    return Tabel(f"Wat dit met cijfers doet: {gebrek.titel.lower()}", ("Cijfer", "Wordt", "Waarom"), rows)


def _download(kast: Kast, niveau: str, per: str, plaats: str) -> HttpResponse:
    rows = [row for row in kast.profiel(niveau, plaats, per) if row["indicator"] in _codes()]
    head = ("indicator", "uitsplitsing", "periode", "waarde", "toestand", "dekking", "status")
    return als_csv(f"datakwaliteit-{plaats or niveau}", head, [[row[name] for name in head] for row in rows])


PAGINA = Pagina(
    "datakwaliteit", "Kwaliteit van de gegevens", _inhoud, menu="Datakwaliteit", onder="over", volgorde=3,
    voorbeelden=("/datakwaliteit", "/datakwaliteit?niveau=gemeente&plaats=0363&per=jaar&score=volledigheid"),
    api=("/v1/kwaliteitsscores", "/v1/cijfers?indicator=koppelbaar", "/v1/gebreken"),
)  # fmt: skip
