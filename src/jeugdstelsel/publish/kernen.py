"""Independent work on every core at once: numpy, Arrow and the solver let go of Python while they compute."""

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from os import cpu_count
from typing import TypeVar

Zaak = TypeVar("Zaak")
Uitkomst = TypeVar("Uitkomst")


def elk(werk: Callable[[Zaak], Uitkomst], zaken: Iterable[Zaak]) -> dict[Zaak, Uitkomst]:
    """Return for each of `zaken`, in their order, what the work on it gives; the first error is raised."""
    every = list(zaken)
    with ThreadPoolExecutor(cpu_count()) as pool:
        return dict(zip(every, pool.map(werk, every), strict=True))
