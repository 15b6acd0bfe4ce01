"""Writes records of Beleidsinformatie Jeugd as a delivery, in the layout that they can be read back in."""

import csv
from collections.abc import Iterable, Mapping
from datetime import date
from io import StringIO

from jeugdstelsel.ingest.bij_record import Hulp, Record
from jeugdstelsel.standaard.bij import Indeling, standaard_indeling

_JEUGDIGE = ("bsn", "geboortedatum", "geslacht", "woonplaats")


def write_delivery(
    soort: str, aanbieder: str, periode: str, records: Iterable[Record], indeling: Indeling | None = None
) -> bytes:
    """Return a delivery in UTF-8; reading it gives the same records back, as far as nothing is to be merged."""
    layout = indeling or standaard_indeling()
    return f"{write_heading(soort, layout)}{write_lines(soort, aanbieder, periode, records, layout)}".encode()


def write_heading(soort: str, indeling: Indeling) -> str:
    """Return the first line."""
    return indeling.scheidingsteken.join(indeling.kolommen[soort]) + "\n"


def write_lines(soort: str, aanbieder: str, periode: str, records: Iterable[Record], indeling: Indeling) -> str:
    """Return the lines of the records, without the heading."""
    target = StringIO()
    writer = csv.writer(target, delimiter=indeling.scheidingsteken, lineterminator="\n")
    fields = indeling.kolommen[soort].values()
    known = {"aanbieder": aanbieder, "periode": periode}
    for record in records:
        values = {**known, **_values(record)}
        writer.writerow([_cell(values[name], indeling) for name in fields])
    return target.getvalue()


def _values(record: Record) -> Mapping[str, object]:
    """Return the values of a record by field."""
    own = {name: getattr(record, name) for name in type(record).__slots__ if name not in ("jeugdige", "metingen")}
    own |= {name: getattr(record.jeugdige, name) for name in _JEUGDIGE}
    if isinstance(record, Hulp):
        for number in (1, 2):
            meting = record.metingen[number - 1] if number <= len(record.metingen) else None
            own |= {f"{name}.{number}": getattr(meting, name, "") for name in ("informant", "nut", "zonder_hulp")}
    return own


def _cell(value: object, indeling: Indeling) -> str:
    if isinstance(value, date):
        return value.strftime(indeling.datum)
    return "" if value is None else str(value)
