"""Where the figures of a release come from: how many deliveries, and which standard, rules and program."""

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from jeugdstelsel.publish.uitgave import BLAD
from jeugdstelsel.services.kast import Blad


@lru_cache(maxsize=8)
def lees_herkomst(blad: Blad) -> Mapping[str, Any]:
    """Return what a release says of its origin; `leveringen` and what follows is missing in an old release.

    The keys are kenmerk (the SHA-256 of the release), grondslag, and those of `publish_workdir`: leveringen,
    kenmerk_leveringen, standaard, regels and programma.
    """
    sheet = json.loads((blad.map / BLAD).read_text(encoding="utf-8"))
    notes = sheet["metagegevens"]
    return {"kenmerk": sheet["kenmerk"], "grondslag": notes.get("grondslag", ""), **notes.get("herkomst", {})}
