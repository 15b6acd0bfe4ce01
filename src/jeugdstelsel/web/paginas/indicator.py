"""One indicator: what it means, how it goes, where it is high or low, and where it comes from."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from jeugdstelsel.indicators.plan import all_indicators
from jeugdstelsel.model import Indicator
from jeugdstelsel.services.define import find_definition, trace
from jeugdstelsel.services.kast import KOLOM, Kast
from jeugdstelsel.web.onderdelen.kaart import kaart
from jeugdstelsel.web.onderdelen.lijn import Punt, lijn, vat_samen
from jeugdstelsel.web.onderdelen.tabel import Cel, Tabel, als_csv
from jeugdstelsel.web.pagina import Pagina
from jeugdstelsel.web.templatetags.stelsel import getal, procent
from jeugdstelsel.web.vraag import SOORTEN, bekend_op, kast_van, kies, naam_van

KOP = ("Periode", "Waarde", "Dekking", "Status")


def _inhoud(request: HttpRequest, code: str) -> Mapping[str, Any] | HttpResponse:
    kast = kast_van(request)
    indicator = _zoek(code)
    niveau = kies(request, "niveau", tuple(KOLOM), "land")
    plaats = kies(request, "plaats", kast.namen(niveau), kast.namen(niveau)[0]) if niveau != "land" else ""
    perioden = kast.perioden(code, niveau)
    soort = kies(request, "per", SOORTEN, "jaar")
    reeks = kast.reeks(code, niveau, plaats, soort)
    if request.GET.get("formaat") == "csv":
        return als_csv(code, ("plaats", *KOP), [(plaats, *_waarden(row)) for row in reeks])
    vakken = sorted({row["uitsplitsing"] for row in reeks})
    vak = kies(request, "vak", vakken, vakken[0]) if vakken else ""
    rows = [row for row in reeks if row["uitsplitsing"] == vak]
    punten = [Punt(r["periode"], r["waarde"], r["toestand"], r["status"]) for r in rows]
    waar = naam_van(niveau, plaats)
    return {
        "titel": indicator.titel, "indicator": indicator, "niveau": niveau, "niveaus": tuple(KOLOM), "plaats": plaats,
        "plaatsen": [(name, naam_van(niveau, name)) for name in kast.namen(niveau)], "waar": waar, "per": soort,
        "soorten": [name for name in SOORTEN if name in perioden], "vak": vak, "bekend_op": bekend_op(request),
        "vakken": vakken, "blad": kast.blad,
        "lijn": lijn(punten, titel=f"{indicator.titel}, {waar}", eenheid=indicator.eenheid),
        "samenvatting": vat_samen(punten, indicator.eenheid),
        "tabel": Tabel(f"{indicator.titel}, {waar}", KOP, [_cellen(row) for row in rows]),
        "definitie": find_definition(code), "herkomst": trace(code),
        **_verschillen(request, kast, indicator, soort),
    }  # fmt: skip


def _zoek(code: str) -> Indicator:
    if code not in all_indicators():
        raise Http404
    return all_indicators()[code]


def _waarden(row: Mapping[str, Any]) -> tuple[Any, ...]:
    return (
        row["periode"],
        row["waarde"] if row["waarde"] is not None else row["toestand"],
        row["dekking"],
        row["status"],
    )


def _cellen(row: Mapping[str, Any]) -> Sequence[Cel]:
    return (
        Cel(row["periode"]), Cel(getal(row["waarde"], row["toestand"]), getal=True),
        Cel(procent(row["dekking"]), getal=True), Cel(row["status"]),
    )  # fmt: skip


def _verschillen(request: HttpRequest, kast: Kast, indicator: Indicator, soort: str) -> Mapping[str, Any]:
    """Return the map and the table of all places, per gemeente or per jeugdregio."""
    gebied = kies(request, "gebied", ("gemeente", "jeugdregio"), "gemeente")
    perioden = kast.perioden(indicator.code, gebied).get(soort, [])
    if not perioden:
        return {"gebied": gebied}
    periode = kies(request, "periode", perioden, perioden[-1])
    rows = kast.plaatsen(indicator.code, gebied, periode)
    namen = {row["plaats"]: naam_van(gebied, row["plaats"]) for row in rows}
    values = {row["plaats"]: (row["waarde"], row["toestand"]) for row in rows}
    links = [
        (
            Cel(namen[row["plaats"]], reverse(gebied, args=[row["plaats"]])),
            Cel(getal(row["waarde"], row["toestand"]), getal=True),
            Cel(procent(row["dekking"]), getal=True),
        )
        for row in sorted(rows, key=lambda row: namen[row["plaats"]])
    ]
    title = f"{indicator.titel} in {periode}"
    return {
        "gebied": gebied, "periode": periode, "perioden": perioden,
        "kaart": kaart(values, namen, niveau=gebied, titel=title, eenheid=indicator.eenheid),
        "gebieden": Tabel(f"{title} per {gebied}", (gebied.capitalize(), "Waarde", "Dekking"), links),
    }  # fmt: skip


PAGINA = Pagina(
    "indicator/<slug:code>",
    "Cijfer",
    _inhoud,
    voorbeelden=(
        "/indicator/trajecten",
        "/indicator/wachttijd_toewijzing_start?niveau=jeugdregio&plaats=JZ01&per=kwartaal",
        "/indicator/verwijzer?gebied=jeugdregio",
    ),
)
