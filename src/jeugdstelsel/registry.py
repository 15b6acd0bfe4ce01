"""Finds the one thing that each module of a room defines."""

import importlib
import pkgutil
from functools import cache


@cache
def find_all(room: str, name: str) -> dict[str, object]:
    """Return {module name: value of `name`} over the modules of `jeugdstelsel.<room>`, sorted.

    A module without `name` (a helper of the room) is passed over.
    """
    package = importlib.import_module(f"jeugdstelsel.{room}")
    found: dict[str, object] = {}
    for info in sorted(pkgutil.iter_modules(package.__path__), key=lambda module: module.name):
        module = importlib.import_module(f"{package.__name__}.{info.name}")
        if hasattr(module, name):
            found[info.name] = getattr(module, name)
    return found
