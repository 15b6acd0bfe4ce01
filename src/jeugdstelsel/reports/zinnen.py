"""Sentences made from numbers: they name a direction only when the numbers may be compared."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from jeugdstelsel.reports.woorden import met_eenheid, periode, toon

HOGER, LAGER, GELIJK = "hoger dan", "lager dan", "gelijk aan"
GEHEIM = "geheim. Het zou te veel over enkele jongeren of aanbieders zeggen"
ONBEKEND = "onbekend. Dat is niet hetzelfde als nul"


@dataclass(frozen=True)
class Meting:
    """One value in time; `breuk` says (Dutch) why it cannot be compared with the one before."""

    periode: str
    waarde: float | None
    toestand: str = "gepubliceerd"
    status: str = "definitief"
    breuk: str = ""


@dataclass(frozen=True)
class Oordeel:
    """How two values compare: one of HOGER, LAGER, GELIJK; or no word, and the reason why not."""

    woord: str
    reden: str = ""


def vergelijk(vorige: Meting, huidige: Meting, getoond: Callable[[float], str]) -> Oordeel:
    """Return how a value compares with the one before, by what the reader sees of both."""
    for one in (vorige, huidige):
        if one.waarde is None:
            return Oordeel("", f"het cijfer over {periode(one.periode)} is {one.toestand}")
    if huidige.breuk:
        return Oordeel("", huidige.breuk)
    for one in (vorige, huidige):
        if one.status != "definitief":
            return Oordeel("", f"het cijfer over {periode(one.periode)} is {one.status or 'zonder status'}")
    before, now = (getoond(one.waarde) for one in (vorige, huidige) if one.waarde is not None)
    if before == now:
        return Oordeel(GELIJK)
    return Oordeel(HOGER if (huidige.waarde or 0) > (vorige.waarde or 0) else LAGER)


def zeg_stand(titel: str, eenheid: str, meting: Meting) -> str:
    """Return what one value says: the value with its unit and status, or why it is not shown."""
    start = f"{titel} in {periode(meting.periode)}:"
    if meting.waarde is None:
        return f"{start} {GEHEIM if meting.toestand == 'geheim' else ONBEKEND}."
    status = "" if meting.status == "definitief" else f" ({meting.status or 'status onbekend'})"
    return f"{start} {met_eenheid(meting.waarde, eenheid)}{status}."


def zeg_verloop(eenheid: str, vorige: Meting, huidige: Meting) -> str:
    """Return how a value compares with the one before, or that no direction may be named and why."""
    found = vergelijk(vorige, huidige, lambda value: toon(value, eenheid))
    if not found.woord:
        return f"Een richting sinds {periode(vorige.periode)} noemen wij niet: {found.reden}."
    shown = f" ({met_eenheid(vorige.waarde or 0, eenheid)})" if found.woord != GELIJK else ""
    return f"Dat is {found.woord} in {periode(vorige.periode)}{shown}."


def zeg_reeks(titel: str, eenheid: str, metingen: Sequence[Meting]) -> str:
    """Return the last value of a series and how it compares with the one before."""
    if not metingen:
        return f"{titel}: onbekend. Er is geen enkel cijfer."
    told = zeg_stand(titel, eenheid, metingen[-1])
    return f"{told} {zeg_verloop(eenheid, metingen[-2], metingen[-1])}" if len(metingen) > 1 else told


def zeg_naast(eenheid: str, waar: str, daar: Meting) -> str:
    """Return the value elsewhere in the same period, without a judgement."""
    if daar.waarde is None:
        return f"{waar}: {daar.toestand}."
    return f"{waar}: {met_eenheid(daar.waarde, eenheid)}."
