"""A table as pages, downloads and tests read it: a caption, headings and rows."""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from typing import Any

from django.http import HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.utils.safestring import SafeString


@dataclass(frozen=True)
class Cel:
    """One cell: its text for the reader, perhaps a link, whether it is a number, and perhaps a small drawing."""

    tekst: str
    adres: str = ""
    getal: bool = False
    beeld: SafeString | str = ""


@dataclass(frozen=True)
class Tabel:
    """A table; the first cell of a row names the row."""

    bijschrift: str
    kop: Sequence[str]
    rijen: Sequence[Sequence[Cel]]

    @property
    def kolommen(self) -> Sequence[tuple[str, bool]]:
        """Return the headings, each with whether its column holds numbers, so that both stand on the same side."""
        numbers = {place for row in self.rijen for place, cell in enumerate(row) if cell.getal}
        return [(heading, place in numbers) for place, heading in enumerate(self.kop)]

    def teken(self) -> SafeString:
        """Return the table as HTML, for what is kept and shown again."""
        return SafeString(render_to_string("onderdelen/tabel.html", {"tabel": self}))


def als_csv(naam: str, kop: Sequence[str], rijen: Sequence[Sequence[Any]]) -> HttpResponse:
    """Return rows as a CSV file to save, with a mark that spreadsheets need to read accents well."""
    out = StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(kop)
    writer.writerows([_veilig(cell) for cell in row] for row in rijen)
    response = HttpResponse("\ufeff" + out.getvalue(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{naam}.csv"'
    return response


def als_bestand(
    formaat: str, naam: str, kop: Sequence[str], rijen: Sequence[Sequence[Any]], over: Mapping[str, Any]
) -> HttpResponse:
    """Return rows as a file: CSV, or JSON with what the rows are `over` (definition, unit, source, reference date)."""
    if formaat == "csv":
        return als_csv(naam, kop, rijen)
    found = {**over, "rijen": [dict(zip(kop, row, strict=True)) for row in rijen]}
    response = JsonResponse(found, json_dumps_params={"ensure_ascii": False, "indent": 1})
    response["Content-Disposition"] = f'attachment; filename="{naam}.json"'
    return response


def _veilig(cell: Any) -> Any:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell
