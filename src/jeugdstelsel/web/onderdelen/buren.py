"""A place beside others that the reader chooses: of like size, in the same region or province; ranked only if asked."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.http import HttpRequest

from jeugdstelsel.indicators.plan import all_indicators
from jeugdstelsel.services.kast import Kast
from jeugdstelsel.services.vergelijkgroep import GROEPEN, groottes, plaatsen_in_groep
from jeugdstelsel.services.vergelijking import Plek, geen_grenzen, interval
from jeugdstelsel.web.onderdelen.bewaard import alle_plaatsen, trechter_van
from jeugdstelsel.web.onderdelen.plaatsnaam import METERVOUD, adres_van_plaats
from jeugdstelsel.web.onderdelen.tabel import Cel, Tabel
from jeugdstelsel.web.templatetags.stelsel import cijfer, dekking, eenheid_van, getal, periode
from jeugdstelsel.web.vraag import kies, naam_van

CIJFERS = (
    "jeugdhulpgebruik", "wachttijd_toewijzing_start", "wachttijd_verzoek_toewijzing", "wachttijd_ingang_start",
    "kosten_per_jongere", "trajectduur", "uitval", "onafgerond", "koppelbaar",
)  # fmt: skip
"""Figures that do not grow with the place, so that places can be laid side by side."""
OORDELEN = {
    "binnen": "geen opvallend verschil", "hoger": "hoger, kan toeval zijn", "lager": "lager, kan toeval zijn",
    "veel hoger": "opvallend hoger", "veel lager": "opvallend lager", "te klein": "te klein om te beoordelen",
}  # fmt: skip
"""What the limits say of a place, for a reader."""
VOLGORDES = {"naam": "op naam", "waarde": "op waarde"}


def buren(request: HttpRequest, kast: Kast, niveau: str, code: str) -> dict[str, Any]:
    """Return the comparison of a place with a group of others in the last year; nothing when there are no figures."""
    groep = kies(request, "groep", tuple(GROEPEN[niveau]), "grootte")
    indicator = all_indicators()[kies(request, "cijfer", CIJFERS, CIJFERS[0])]
    volgorde = kies(request, "volgorde", tuple(VOLGORDES), "naam")
    perioden = kast.perioden(indicator.code, niveau).get("jaar", [])
    found: dict[str, Any] = {
        "groep": groep, "groepen": list(GROEPEN[niveau].items()), "cijfer": indicator.code, "volgorde": volgorde,
        "cijfers": [(each, all_indicators()[each].titel) for each in CIJFERS], "volgordes": list(VOLGORDES.items()),
    }  # fmt: skip
    if not perioden:
        return found
    when = perioden[-1]
    places = set(plaatsen_in_groep(groep, niveau, code, int(when[:4])))
    rows = {row["plaats"]: row for row in alle_plaatsen(kast, indicator.code, niveau, when) if row["plaats"] in places}
    trechter = trechter_van(kast, indicator.code, niveau, when)
    known = {plek.plaats: plek for plek in trechter.plekken} if trechter else {}
    ordered = sorted(places, key=_op_waarde(rows) if volgorde == "waarde" else lambda place: naam_van(niveau, place))
    sizes = groottes(niveau, int(when[:4]))
    kop = (niveau.capitalize(), "Inwoners", "Waarde", "Interval (95%)", "Naast Nederland", "Dekking", "Status")
    title = f"{indicator.titel} in {periode(when)} ({eenheid_van(indicator.eenheid)}), {GROEPEN[niveau][groep]}"
    cells = [_rij(niveau, place, rows.get(place), known.get(place), sizes, indicator.eenheid) for place in ordered]
    return {
        **found, "buren": Tabel(f"{title}, {VOLGORDES[volgorde]}", kop, cells), "metervoud": METERVOUD[niveau],
        "methode": trechter.methode if trechter else geen_grenzen(indicator.code),
    }  # fmt: skip


def _op_waarde(rows: Mapping[str, Mapping[str, Any]]) -> Callable[[str], tuple[bool, float]]:
    """Return the order from high to low; what is secret or unknown comes last."""

    def key(place: str) -> tuple[bool, float]:
        value = rows[place]["waarde"] if place in rows else None
        return value is None, -(value or 0.0)

    return key


def _rij(
    niveau: str, place: str, row: Mapping[str, Any] | None, plek: Plek | None, sizes: Mapping[str, float], eenheid: str
) -> Sequence[Cel]:
    low_high = interval(plek.waarde, plek.omvang) if plek else None
    return (
        Cel(naam_van(niveau, place), adres_van_plaats(niveau, place)),
        Cel(getal(sizes[place]) if place in sizes else "onbekend", getal=True),
        Cel(cijfer(row["waarde"], row["toestand"], eenheid) if row else "onbekend", getal=True),
        Cel(" tot ".join(cijfer(edge, "", eenheid) for edge in low_high) if low_high else "niet te berekenen"),
        Cel(OORDELEN[plek.oordeel] if plek else "geen grenzen"),
        Cel(dekking(row["dekking"]) if row else "", getal=True),
        Cel(row["status"] if row else ""),
    )
