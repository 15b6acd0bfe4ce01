"""Figures and states as a reader sees them."""

from datetime import date

from django import template

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


@register.filter
def getal(waarde: float | None, toestand: str = "") -> str:
    """Return a figure in Dutch notation, or the word for what is not shown."""
    if waarde is None:
        return toestand or "onbekend"
    text = f"{waarde:,.0f}" if waarde == round(waarde) else f"{waarde:,.1f}"
    return text.translate(str.maketrans(",.", ".,"))


@register.filter
def procent(deel: float | None) -> str:
    """Return a share 0..1 as a percentage; empty when it does not apply."""
    return "" if deel is None else f"{deel:.0%}".replace("%", " %")


@register.filter
def periode(code: str) -> str:
    """Return a period in words: 2025-01, 2025-K1, 2025-H1 or 2025."""
    if len(code) == 4:
        return code
    year, part = code.split("-")
    if part[0] in RANG:
        return f"{part[1]}{RANG[part[0]]} {year}"
    return f"{MAANDEN[int(part) - 1]} {year}"


@register.filter
def dag(waarde: date | str | None) -> str:
    """Return a day in words; empty when unknown."""
    if not waarde:
        return ""
    day = date.fromisoformat(waarde) if isinstance(waarde, str) else waarde
    return f"{day.day} {MAANDEN[day.month - 1]} {day.year}"
