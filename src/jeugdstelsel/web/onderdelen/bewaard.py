"""Keeps what was drawn from a release, which never changes, for as long as that release is open."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar
from weakref import WeakKeyDictionary

from jeugdstelsel.services.kast import Kast
from jeugdstelsel.services.vergelijking import Trechter, maak_trechter

P = ParamSpec("P")
T = TypeVar("T")
MEEST = 400
"""Answers kept per function and release; when there are more, all are forgotten."""


def per_uitgave(make: Callable[Concatenate[Kast, P], T]) -> Callable[Concatenate[Kast, P], T]:
    """Return a function that makes an answer once per release and arguments, which must be hashable."""
    kept: WeakKeyDictionary[Kast, dict[tuple[object, ...], T]] = WeakKeyDictionary()

    @wraps(make)
    def answer(kast: Kast, /, *args: P.args, **kwargs: P.kwargs) -> T:
        answers = kept.setdefault(kast, {})
        key = (args, tuple(sorted(kwargs.items())))
        if key not in answers:
            if len(answers) >= MEEST:
                answers.clear()
            answers[key] = make(kast, *args, **kwargs)
        return answers[key]

    return answer


@per_uitgave
def figuren(kast: Kast, niveau: str, plaats: str, periode_soort: str) -> list[dict[str, Any]]:
    """Return every indicator at one place, the periods in order."""
    return kast.profiel(niveau, plaats, periode_soort)


@per_uitgave
def alle_plaatsen(kast: Kast, indicator: str, niveau: str, periode: str) -> list[dict[str, Any]]:
    """Return one indicator in one period for every place of a level."""
    return kast.plaatsen(indicator, niveau, periode)


@per_uitgave
def trechter_van(kast: Kast, indicator: str, niveau: str, periode: str, vak: str = "") -> Trechter | None:
    """Return the funnel of a share, if there is one."""
    return maak_trechter(kast, indicator, niveau, periode, vak)
