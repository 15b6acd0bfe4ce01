"""A table as pages, downloads and tests read it: a caption, headings and rows."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from io import StringIO
from typing import Any

from django.http import HttpResponse


@dataclass(frozen=True)
class Cel:
    """One cell: its text for the reader, perhaps a link, and whether it is a number."""

    tekst: str
    adres: str = ""
    getal: bool = False


@dataclass(frozen=True)
class Tabel:
    """A table; the first cell of a row names the row."""

    bijschrift: str
    kop: Sequence[str]
    rijen: Sequence[Sequence[Cel]]


def als_csv(naam: str, kop: Sequence[str], rijen: Sequence[Sequence[Any]]) -> HttpResponse:
    """Return rows as a CSV file to save, with a mark that spreadsheets need to read accents well."""
    out = StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(kop)
    writer.writerows([_veilig(cell) for cell in row] for row in rijen)
    response = HttpResponse("\ufeff" + out.getvalue(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{naam}.csv"'
    return response


def _veilig(cell: Any) -> Any:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell[:1] in "=+-@\t\r" else cell
