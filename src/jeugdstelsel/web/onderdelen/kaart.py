"""A map of the country in five classes; what is secret or unknown has a pattern of its own."""

from collections.abc import Mapping
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from jeugdstelsel.standaard import KAART_BREEDTE, KAART_HOOGTE, grenzen
from jeugdstelsel.web.onderdelen.assen import klassen
from jeugdstelsel.web.templatetags.stelsel import getal


def kaart(
    waarden: Mapping[str, tuple[float | None, str]], namen: Mapping[str, str], *, niveau: str, titel: str, eenheid: str
) -> SafeString:
    """Return the map as SVG with its legend. `waarden` maps a code to its value and state (`toestand`)."""
    bounds = klassen([value for value, _ in waarden.values() if value is not None])
    shapes = [_vlak(code, line, waarden.get(code, (None, "onbekend")), bounds, namen) for code, line in _lijnen(niveau)]
    low = min((value for value, _ in waarden.values() if value is not None), default=0)
    return SafeString(
        render_to_string(
            "onderdelen/kaart.html",
            {
                "vlakken": shapes, "breed": KAART_BREEDTE, "hoog": KAART_HOOGTE, "titel": titel, "eenheid": eenheid,
                "legenda": _legenda(low, bounds), "geheim": any(s["klasse"] == "geheim" for s in shapes),
                "onbekend": any(s["klasse"] == "onbekend" for s in shapes), "niveau": niveau,
            },
        )
    )  # fmt: skip


def _lijnen(niveau: str) -> list[tuple[str, str]]:
    return sorted(grenzen(niveau).items())


def _vlak(
    code: str, line: str, found: tuple[float | None, str], bounds: list[float], namen: Mapping[str, str]
) -> dict[str, Any]:
    value, state = found
    klasse = state if value is None else f"k{next(i for i, bound in enumerate(bounds, 1) if value <= bound)}"
    return {"lijn": line, "klasse": klasse, "tekst": f"{namen.get(code, code)}: {getal(value, state)}"}


def _legenda(low: float, bounds: list[float]) -> list[dict[str, str]]:
    starts = [low, *bounds]
    return [
        {"klasse": f"k{i}", "tekst": f"{'' if i == 1 else 'meer dan '}{getal(van)} tot en met {getal(tot)}"}
        for i, (van, tot) in enumerate(zip(starts, bounds, strict=False), 1)
    ]
