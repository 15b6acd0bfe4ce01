"""StatLine in OData v4: one row is one cell, with its state in ValueAttribute."""

import math
from collections.abc import Iterable, Mapping
from typing import Any

from jeugdstelsel.ingest.statline import (
    Indeling,
    Kubus,
    Lezing,
    Periode,
    Row,
    make_indeling,
    objects,
    read_metingen,
    read_periods,
    text,
)

_STATES = {"None": "waarde", "Impossible": "onmogelijk", "Confidential": "geheim", "NotAvailable": "ontbreekt"}
_KINDS = {"TimeDimension": "periode", "GeoDimension": "regio"}


def names_of_lists(dimensions: Iterable[Row]) -> list[str]:
    """Return the names of the code lists to fetch for these rows of Dimensions."""
    return [f"{text(row, 'Identifier')}Codes" for row in dimensions if isinstance(row, Mapping)]


def read_kubus(tabel: str, answers: Mapping[str, Any], lezing: Lezing) -> Kubus:
    """Return what a table says of itself, from Properties, Dimensions, MeasureCodes and a code list per dimension."""
    about = answers.get("Properties") or {}
    indelingen: list[Indeling] = []
    perioden: dict[str, Periode] = {}
    for _, row in objects(answers["Dimensions"], "Dimensions", lezing):
        name = text(row, "Identifier")
        codes = [code for _, code in objects(answers.get(f"{name}Codes", ()), f"{name}Codes", lezing)]
        indelingen.append(_dimension(row, codes, lezing))
        if indelingen[-1].soort == "periode":
            perioden |= read_periods(
                ((text(c, "Identifier"), text(c, "Title"), text(c, "Status")) for c in codes), lezing
            )
    measures = {text(row, "Identifier"): row for _, row in objects(answers["MeasureCodes"], "MeasureCodes", lezing)}
    metingen = read_metingen(measures, "MeasureCodes", lezing)
    count = about.get("ObservationCount")
    cells = count if isinstance(count, int) else None
    return Kubus(tabel, text(about, "Title"), tuple(indelingen), metingen, perioden, cells)


def _dimension(row: Row, codes: Iterable[Row], lezing: Lezing) -> Indeling:
    pairs = [(text(code, "Identifier"), text(code, "Title")) for code in codes]
    soort = _KINDS.get(text(row, "Kind"), "indeling")
    return make_indeling(text(row, "Identifier"), text(row, "Title"), soort, pairs, lezing)


def read_cells(kubus: Kubus, rows: Iterable[Any], lezing: Lezing) -> None:
    """Add the cells in rows of Observations to the reading."""
    for number, row in objects(rows, "Observations", lezing):
        waarde, toestand, wrong = _value(row)
        if wrong:
            lezing.say(wrong, text(row, "Measure") or "?", number)
        lezing.add(kubus, number, row, text(row, "Measure"), waarde, toestand)


def _value(row: Row) -> tuple[float | None, str, str]:
    """Return value, state and the code of a finding; a value that CBS calls secret is not taken over."""
    state = _STATES.get(text(row, "ValueAttribute"))
    value = row.get("Value")
    number = isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
    if state is None:
        return None, "ontbreekt", "STATLINE_TOESTAND"
    if state == "waarde":
        return (float(value), state, "") if number and value is not None else (None, "ontbreekt", "STATLINE_WAARDE")
    return None, state, "" if value is None else "STATLINE_TOESTAND"
