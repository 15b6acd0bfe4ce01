"""A figure as it was known on a past day: from the release that stood then, with the definition of that release."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow.compute as pc

from jeugdstelsel.model import GebruikersFout, Indicator
from jeugdstelsel.publish.uitgave import Uitgave, lees_uitgave_op
from jeugdstelsel.services.calculate import REGISTER
from jeugdstelsel.services.compute import find_indicator
from jeugdstelsel.services.show import Shown, find_code, make_niveau, name_place

_COLUMNS = ("periode", "uitsplitsing", "waarde", "dekking", "status", "toestand")


def show_as_known(workdir: Path, code: str, chosen: Mapping[str, str], periode_soort: str, dag: date) -> Shown:
    """Return the figures of an indicator as the last release on or before a day gave them.

    `chosen` is as for `show`. Raises GebruikersFout when there was no release yet or it did not hold this figure.
    """
    known = {part: find_code(part, value) for part, value in chosen.items()}
    release = lees_uitgave_op(workdir / REGISTER, dag)
    rows = _rows(release, code, make_niveau(known), periode_soort, known)
    if not rows:
        raise GebruikersFout(
            f"uitgave {release.nummer} van {release.moment.date()} heeft geen cijfers voor {code} op niveau "
            f"'{make_niveau(known)}' per {periode_soort}. Kies een ander niveau, een andere periode of een latere dag."
        )
    return Shown(
        _as_defined(release, code),
        f"{name_place(known, workdir)}, zoals bekend op {dag} (uitgave {release.nummer} van {release.moment.date()})",
        str(release.metagegevens.get("peildatum") or "onbekend"),
        release.synthetisch,
        rows,
    )


def _rows(
    release: Uitgave, code: str, niveau: str, periode_soort: str, known: Mapping[str, str]
) -> tuple[Mapping[str, Any], ...]:
    found = release.cijfers
    for column, value in {"indicator": code, "niveau": niveau, "periode_soort": periode_soort, **known}.items():
        found = found.filter(pc.equal(found[column], value))
    found = found.select(_COLUMNS).sort_by([("periode", "ascending"), ("uitsplitsing", "ascending")])
    return tuple(found.to_pylist())


def _as_defined(release: Uitgave, code: str) -> Indicator:
    """Return the indicator in the words of the release, which may differ from those of today."""
    told = next(each for each in release.metagegevens["indicatoren"] if each["code"] == code)
    words = {"titel": told.get("titel", code), "betekenis": told["definitie"], "eenheid": told.get("eenheid", "")}
    return replace(find_indicator(code), **words, bronnen=tuple(told.get("bronnen", ())))
