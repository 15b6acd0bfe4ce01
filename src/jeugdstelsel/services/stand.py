"""What a release says besides its figures: the state of the sources when it was made."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from jeugdstelsel.services.bronnen import read_stand
from jeugdstelsel.services.herkomst import lees_herkomst
from jeugdstelsel.services.kast import Blad, bladen


@dataclass(frozen=True)
class Bronmeting:
    """What there was of a source: its last day or period (empty: nothing), and its completeness as a share 0..1.

    `volledigheid` is None when it cannot be told; `gemeten_aan` says of what it is a share.
    """

    laatste: str
    volledigheid: float | None
    gemeten_aan: str


def meet_bronnen(workdir: Path) -> list[dict[str, Any]]:
    """Return the state of every source as it goes into a release."""
    return [
        {"bron": each.bron.bron, "laatste": each.laatste, "volledigheid": each.volledigheid,
         "gemeten_aan": each.gemeten_aan}
        for each in read_stand(workdir)
    ]  # fmt: skip


def bronstand(workdir: Path, bekend_op: date | None = None) -> tuple[Blad | None, Mapping[str, Bronmeting]]:
    """Return the state of the sources at the latest release, or at that of an earlier day; empty without one."""
    known = [blad for blad in bladen(workdir) if bekend_op is None or blad.moment.date() <= bekend_op]
    return (known[-1], _lees(known[-1])) if known else (None, {})


def _lees(blad: Blad) -> Mapping[str, Bronmeting]:
    told = lees_herkomst(blad).get("bronnen", [])
    return {each["bron"]: Bronmeting(each["laatste"], each["volledigheid"], each["gemeten_aan"]) for each in told}
