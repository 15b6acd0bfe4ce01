"""How far something is behind its plan, as a reader sees it."""

from fractions import Fraction

from django import template

register = template.Library()


@register.filter
def achter(procent: Fraction | None) -> str:
    """Return per cent behind plan in Dutch notation; below zero it is ahead, None is unknown."""
    if procent is None:
        return "onbekend"
    side = "achter" if procent >= 0 else "voor"
    return f"{abs(float(procent)):.1f} % {side}".replace(".", ",")
