"""StatLine in OData v3: one row holds all measures; keys are padded and a missing value is null or a point."""

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

_KINDS = {"Dimension": "indeling", "TimeDimension": "periode", "GeoDimension": "regio", "GeoDetail": "regio"}


def names_of_lists(properties: Iterable[Row]) -> list[str]:
    """Return the names of the code lists to fetch for these rows of DataProperties."""
    return [text(row, "Key") for row in properties if isinstance(row, Mapping) and text(row, "Type") in _KINDS]


def read_kubus(tabel: str, answers: Mapping[str, Any], lezing: Lezing) -> Kubus:
    """Return what a table says of itself, from TableInfos, DataProperties and a code list per dimension."""
    properties = [row for _, row in objects(answers["DataProperties"], "DataProperties", lezing)]
    indelingen: list[Indeling] = []
    perioden: dict[str, Periode] = {}
    for row in properties:
        if text(row, "Type") not in _KINDS:
            continue
        name = text(row, "Key")
        codes = [code for _, code in objects(answers.get(name, ()), name, lezing)]
        indelingen.append(_dimension(row, codes, lezing))
        if indelingen[-1].soort == "periode":
            perioden |= read_periods(((text(c, "Key"), text(c, "Title"), text(c, "Status")) for c in codes), lezing)
    topics = {text(row, "Key"): row for row in properties if text(row, "Type") == "Topic"}
    metingen = read_metingen(topics, "DataProperties", lezing)
    infos = [row for _, row in objects(answers.get("TableInfos", ()), "TableInfos", lezing)]
    return Kubus(tabel, text(infos[0], "Title") if infos else "", tuple(indelingen), metingen, perioden)


def _dimension(row: Row, codes: Iterable[Row], lezing: Lezing) -> Indeling:
    pairs = [(text(code, "Key"), text(code, "Title")) for code in codes]
    return make_indeling(text(row, "Key"), text(row, "Title"), _KINDS[text(row, "Type")], pairs, lezing)


def read_cells(kubus: Kubus, rows: Iterable[Any], lezing: Lezing) -> None:
    """Add the cells in rows of TypedDataSet or UntypedDataSet to the reading."""
    places = {indeling.naam for indeling in kubus.indelingen} | {"ID", "odata.type"}
    for number, row in objects(rows, "TypedDataSet", lezing):
        for key in sorted(row.keys() - places - kubus.metingen.keys()):
            lezing.say("STATLINE_METING", key, number)
        for key in (key for key in kubus.metingen if key in row):
            waarde, toestand, wrong = _value(row[key])
            if wrong:
                lezing.say(wrong, key, number)
            lezing.add(kubus, number, row, key, waarde, toestand)


def _value(value: Any) -> tuple[float | None, str, str]:
    """Return value, state and the code of a finding; in text a point is unknown or secret, nothing is impossible."""
    if value is None:
        return None, "ontbreekt", ""
    if isinstance(value, str):
        shown = value.strip()
        if shown in ("", "."):
            return None, "ontbreekt" if shown else "onmogelijk", ""
        try:
            value = float(shown)
        except ValueError:
            return None, "ontbreekt", "STATLINE_WAARDE"
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        return None, "ontbreekt", "STATLINE_WAARDE"
    return float(value), "waarde", ""
