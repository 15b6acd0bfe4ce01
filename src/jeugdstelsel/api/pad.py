"""What a resource is: an address, what it gives, and the words that explain it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from jeugdstelsel.registry import find_all


@dataclass(frozen=True)
class Pad:
    """One resource under /v1, read with GET by anyone.

    `inhoud` takes the request, the parts of the path and a query form; `antwoord` is the form of what it gives (None
    for a file, which then has one of `mediatypen`). `voorbeelden` are addresses with real values, for the tests and for
    readers.
    """

    pad: str
    naam: str
    titel: str
    uitleg: str
    inhoud: Callable[..., Any]
    antwoord: Any
    groep: str
    voorbeelden: tuple[str, ...]
    mediatypen: tuple[str, ...] = ()


def paden() -> Mapping[str, Pad]:
    """Return every resource by its address."""
    found = find_all("api.paden", "PADEN").values()
    return {each.pad: each for group in found if isinstance(group, tuple) for each in group}
