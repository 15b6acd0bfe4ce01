"""Figures and states as a reader sees them."""

from datetime import date
from typing import Any

from django import template
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

register = template.Library()
MAANDEN = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
]
RANG = {"K": "e kwartaal", "H": "e halfjaar"}


def getal(waarde: float | None, toestand: str = "") -> str:
    """Return a figure in Dutch notation, or the word for what is not shown."""
    if waarde is None:
        return toestand or "onbekend"
    text = f"{waarde:,.0f}" if waarde == round(waarde) else f"{waarde:,.1f}"
    return text.translate(str.maketrans(",.", ".,"))


def cijfer(waarde: float | None, toestand: str, eenheid: str) -> str:
    """Return a figure with the notation of its unit: a share as a percentage, money with a euro sign."""
    if waarde is None:
        return toestand or "onbekend"
    if eenheid == "aandeel":
        return f"{100 * waarde:.1f} %".replace(".", ",")
    if eenheid.startswith("euro"):
        return f"€ {getal(round(waarde))}"
    return getal(waarde)


def eenheid_van(eenheid: str) -> str:
    """Return the unit as it is called beside a figure; a share is shown in percent."""
    return "procent" if eenheid == "aandeel" else eenheid


@register.simple_tag(takes_context=True)
def behoud(context: template.Context, *namen: str) -> SafeString:
    """Return the other filters of this page as hidden fields, so that a form changes only its own (`namen`)."""
    given = context["request"].GET.items()
    kept: list[tuple[Any, Any]] = [(name, value) for name, value in given if name not in (*namen, "formaat", "deel")]
    return format_html_join("", '<input type="hidden" name="{}" value="{}">', kept)


def procent(deel: float | None) -> str:
    """Return a share 0..1 as a percentage; empty when it does not apply."""
    return "" if deel is None else f"{deel:.0%}".replace("%", " %")


def dekking(deel: float | None) -> str:
    """Return the coverage of a figure; one that nobody measures is said to be so, not left empty."""
    return procent(deel) or "niet gemeten"


def periode(code: str) -> str:
    """Return a period in words: 2025-01, 2025-K1, 2025-H1 or 2025."""
    if len(code) == 4:
        return code
    year, part = code.split("-")
    if part[0] in RANG:
        return f"{part[1]}{RANG[part[0]]} {year}"
    return f"{MAANDEN[int(part) - 1]} {year}"


def dag(waarde: date | str | None) -> str:
    """Return a day in words; empty when unknown."""
    if not waarde:
        return ""
    day = date.fromisoformat(waarde) if isinstance(waarde, str) else waarde
    return f"{day.day} {MAANDEN[day.month - 1]} {day.year}"


for _filter in (getal, procent, periode, dag):
    register.filter(_filter.__name__, _filter)
