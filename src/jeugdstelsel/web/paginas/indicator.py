"""One indicator: what it means, how it goes, where it is high or low, and where it comes from."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from jeugdstelsel.indicators.plan import all_indicators
from jeugdstelsel.model import Indicator
from jeugdstelsel.services.define import find_definition, trace
from jeugdstelsel.services.herkomst import lees_herkomst
from jeugdstelsel.services.kast import KOLOM, Kast
from jeugdstelsel.standaard.begrippen import begrip_van
from jeugdstelsel.web.onderdelen.plaatsnaam import METERVOUD, adres, kies_plaats, naam_van_vak
from jeugdstelsel.web.onderdelen.tabel import als_bestand
from jeugdstelsel.web.onderdelen.tijdreeks import BESTAND, bestandsrij, over, tijdreeks
from jeugdstelsel.web.onderdelen.verschillen import verschillen
from jeugdstelsel.web.pagina import Pagina
from jeugdstelsel.web.templatetags.stelsel import eenheid_van
from jeugdstelsel.web.vraag import SOORTEN, bekend_op, kast_van, kies, naam_van

FORMATEN = ("csv", "json")
GEBIEDEN = ("gemeente", "jeugdregio")
LANGE_LIJST = 500
"""With more places than this a reader types the code, as a list of all would be most of the page."""


def _inhoud(request: HttpRequest, code: str) -> Mapping[str, Any] | HttpResponse:
    kast, indicator = kast_van(request), _zoek(code)
    niveau = kies(request, "niveau", tuple(KOLOM), "land")
    if request.GET.get("formaat"):
        return _bestand(request, kast, indicator, niveau)
    plaats = kies_plaats(request, kast, niveau)
    perioden = kast.perioden(code, niveau)
    soort = kies(request, "per", SOORTEN, "jaar")
    reeks = kast.reeks(code, niveau, plaats, soort)
    vakken = sorted({row["uitsplitsing"] for row in reeks})
    vak = kies(request, "vak", vakken, geheel(vakken)) if vakken else ""
    waar = naam_van(niveau, plaats)
    rows = [row for row in reeks if row["uitsplitsing"] == vak]
    namen = kast.namen(niveau) if niveau != "land" else []
    return {
        "titel": indicator.titel, "indicator": indicator, "eenheid": eenheid_van(indicator.eenheid),
        "niveau": niveau, "niveaus": tuple(KOLOM), "plaats": plaats, "waar": waar, "per": soort,
        "plaatsen": _op_naam(niveau, namen) if len(namen) <= LANGE_LIJST else [],
        "soorten": [name for name in SOORTEN if name in perioden], "vak": vak, "bekend_op": bekend_op(request),
        "vakken": [(each, naam_van_vak(code, each)) for each in vakken], "vak_naam": naam_van_vak(code, vak),
        "blad": kast.blad, "begrip": begrip_van(code), "begrippen": adres("begrippen"),
        "statussen": sorted({row["status"] for row in rows}), **tijdreeks(indicator, rows, waar),
        "definitie": find_definition(code), "spoor": trace(code), "herkomst": lees_herkomst(kast.blad),
        **_gebieden(request, kast, indicator, soort, vak),
    }  # fmt: skip


def _op_naam(niveau: str, codes: Sequence[str]) -> list[tuple[str, str]]:
    """Return the places with their names, in the order of the names."""
    return sorted(((code, naam_van(niveau, code)) for code in codes), key=lambda place: place[1])


def _zoek(code: str) -> Indicator:
    if code not in all_indicators():
        raise Http404
    return all_indicators()[code]


def geheel(vakken: Sequence[str]) -> str:
    """Return the split that stands for the whole, or the first when there is none."""
    return next((vak for vak in vakken if vak in ("", "alle")), vakken[0])


def _bestand(request: HttpRequest, kast: Kast, indicator: Indicator, niveau: str) -> HttpResponse:
    """Return the series that the page shows, or with deel=alles every figure of the level."""
    formaat = kies(request, "formaat", FORMATEN, "csv")
    if kies(request, "deel", ("reeks", "alles"), "reeks") == "alles":
        found, naam = kast.alles(niveau, indicator.code), f"{indicator.code}_{niveau}"
    else:
        plaats, soort = kies_plaats(request, kast, niveau), kies(request, "per", SOORTEN, "jaar")
        found, naam = kast.reeks(indicator.code, niveau, plaats, soort), f"{indicator.code}_{plaats or 'land'}_{soort}"
    rows = [bestandsrij(row, indicator, niveau, kast.blad) for row in found]
    return als_bestand(formaat, naam, BESTAND, rows, over(indicator, kast.blad))


def _gebieden(request: HttpRequest, kast: Kast, indicator: Indicator, soort: str, vak: str) -> Mapping[str, Any]:
    """Return the map, spread and funnel per gemeente or jeugdregio; nothing when there are no figures per place."""
    gebied = kies(request, "gebied", GEBIEDEN, "gemeente")
    perioden = kast.perioden(indicator.code, gebied).get(soort, [])
    found: dict[str, Any] = {"gebied": gebied, "gebieden_naam": METERVOUD[gebied], "perioden": perioden}
    if not perioden:
        return found
    periode = kies(request, "periode", perioden, perioden[-1])
    return {**found, "periode": periode, **verschillen(kast, indicator, gebied, periode, vak)}


PAGINA = Pagina(
    "indicator/<slug:code>",
    "Cijfer",
    _inhoud,
    onder="indicatoren",
    voorbeelden=(
        "/indicator/trajecten",
        "/indicator/wachttijd_toewijzing_start?niveau=jeugdregio&plaats=JZ01&per=kwartaal",
        "/indicator/verwijzer?gebied=jeugdregio",
        "/indicator/jeugdhulpgebruik?gebied=jeugdregio",
    ),
    api=(
        "/v1/indicatoren/{code}",
        "/v1/cijfers?indicator={code}",
        "/v1/indicatoren/{code}/vergelijkingen",
        "/v1/indicatoren/{code}/verdelingen",
    ),
)
