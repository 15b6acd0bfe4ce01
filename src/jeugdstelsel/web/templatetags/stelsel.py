"""Figures and states as a reader sees them."""

from datetime import date
from typing import Any

from django import template
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from jeugdstelsel.model import notatie
from jeugdstelsel.model.notatie import eenheid_van, periode
from jeugdstelsel.web.toegang import naam_voor

__all__ = ["behoud", "cijfer", "dag", "dekking", "eenheid_van", "getal", "kort", "periode", "procent"]
register = template.Library()


def getal(waarde: float | None, toestand: str = "") -> str:
    """Return a figure in Dutch notation, or the word for what is not shown."""
    return toestand or "onbekend" if waarde is None else notatie.getal(waarde)


def cijfer(waarde: float | None, toestand: str, eenheid: str) -> str:
    """Return a figure with the notation of its unit: a share as a percentage, money with a euro sign."""
    if waarde is None:
        return toestand or "onbekend"
    if eenheid == "aandeel":
        return notatie.procent(waarde, 1)
    if eenheid.startswith("euro"):
        return f"€ {getal(round(waarde))}"
    return getal(waarde)


@register.simple_tag(takes_context=True)
def wie(context: template.Context, naam: str) -> str:
    """Return the name of an account for whom may know it."""
    return naam_voor(context["request"], naam)


@register.simple_tag(takes_context=True)
def behoud(context: template.Context, *namen: str) -> SafeString:
    """Return the other filters of this page as hidden fields, so that a form changes only its own (`namen`)."""
    given = context["request"].GET.items()
    kept: list[tuple[Any, Any]] = [(name, value) for name, value in given if name not in (*namen, "formaat", "deel")]
    return format_html_join("", '<input type="hidden" name="{}" value="{}">', kept)


def procent(deel: float | None) -> str:
    """Return a share 0..1 as a percentage; empty when it does not apply."""
    return "" if deel is None else notatie.procent(deel)


def dekking(deel: float | None) -> str:
    """Return the coverage of a figure; one that nobody measures is said to be so, not left empty."""
    return procent(deel) or "niet gemeten"


def dag(waarde: date | str | None) -> str:
    """Return a day in words; empty when unknown."""
    return notatie.dag(waarde) if waarde else ""


def kort(code: str) -> str:
    """Return a period in few letters, for along an axis: jan 2025, 1e kw. 2025, 1e hj. 2025 or 2025."""
    words = periode(code).replace("kwartaal", "kw.").replace("halfjaar", "hj.").split()
    return " ".join((words[0][:3], *words[1:])) if len(words) > 1 else code


for _filter in (getal, procent, periode, kort, dag):
    register.filter(_filter.__name__, _filter)
