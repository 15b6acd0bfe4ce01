"""A report as a workbook: the text on the first sheet, one sheet for each table, and where it all comes from."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import xlsxwriter

from jeugdstelsel.reports.model import Alinea, Cel, Figuur, Kop, Opsomming, Rapport, Tabel, Zin

LANGSTE = 31
"""Characters that the name of a sheet may have."""
BREEDST, SMALST = 60, 12


def als_xlsx(rapport: Rapport) -> bytes:
    """Return a report as XLSX; made twice it is the same to the byte."""
    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    moment = rapport.moment.replace(tzinfo=None, microsecond=0)
    book.set_properties({
        "title": rapport.titel, "subject": rapport.ondertitel, "author": "Monitor jeugdstelsel",
        "comments": " ".join(rapport.merk), "created": moment,
    })  # fmt: skip
    vorm = Vorm(book)
    tables = list(_benoem(rapport))
    _tekst(book.add_worksheet("Rapport"), rapport, {id(table): name for name, table in tables}, vorm)
    for name, table in tables:
        _tabel(book.add_worksheet(name), table, rapport, vorm)
    _over(book.add_worksheet("Over dit rapport"), rapport, vorm)
    book.close()
    return out.getvalue()


class Vorm:
    """The few formats of a workbook, each made once."""

    def __init__(self, book: Any) -> None:
        self._book, self._getallen = book, {}
        self.titel = book.add_format({"bold": True, "font_size": 16})
        self.kop = book.add_format({"bold": True, "font_size": 13})
        self.vet = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        self.tabelkop = book.add_format({"bold": True, "text_wrap": True, "border": 1, "bg_color": "#E8EEF5"})
        self.tekst = book.add_format({"text_wrap": True, "valign": "top"})
        self.rechts = book.add_format({"align": "right", "valign": "top"})

    _getallen: dict[str, Any]

    def getal(self, vorm: str) -> Any:
        """Return the format of a number."""
        if vorm not in self._getallen:
            self._getallen[vorm] = self._book.add_format({"num_format": vorm, "valign": "top"})
        return self._getallen[vorm]


def _benoem(rapport: Rapport) -> Iterator[tuple[str, Tabel]]:
    """Yield the tables with the name of their sheet: a number, so that it is unique, and what fits of the caption."""
    tables = (part for part in rapport.delen if isinstance(part, Tabel))
    for number, table in enumerate(tables, start=1):
        clean = re.sub(r"[\[\]:*?/\\']", " ", table.bijschrift)
        yield f"{number} {clean}"[:LANGSTE].rstrip(), table


def _tekst(sheet: Any, rapport: Rapport, namen: dict[int, str], vorm: Vorm) -> None:
    """Write headings, sentences and where each table is."""
    sheet.set_column(0, 0, 110)
    sheet.write_string(0, 0, rapport.titel, vorm.titel)
    row = 1
    for text in (rapport.ondertitel, *rapport.merk):
        sheet.write_string(row, 0, text, vorm.vet)
        row += 1
    for part in rapport.delen:
        for text in _regels(part, namen):
            sheet.write_string(row, 0, text, vorm.kop if isinstance(part, Kop) else vorm.tekst)
            row += 1


def _regels(part: Any, namen: dict[int, str]) -> tuple[str, ...]:
    if isinstance(part, Kop | Alinea | Zin):
        return (part.tekst,)
    if isinstance(part, Opsomming):
        return tuple(f"– {text}" for text in part.punten)
    if isinstance(part, Figuur):
        return (f"Figuur: {part.alt}",)
    return (f"Tabel op blad ‘{namen[id(part)]}’: {part.bijschrift}",)


def _tabel(sheet: Any, table: Tabel, rapport: Rapport, vorm: Vorm) -> None:
    """Write one table from cell A1 with its head, and below it what it is about; the head stays in view."""
    sheet.freeze_panes(1, 1)
    for column, text in enumerate(table.kop):
        sheet.write_string(0, column, text, vorm.tabelkop)
        sheet.set_column(column, column, _breedte(table, column))
    for number, row in enumerate(table.rijen, start=1):
        for column, cell in enumerate(row):
            _cel(sheet, number, column, cell, vorm)
    for number, text in enumerate((table.bijschrift, *rapport.merk), start=len(table.rijen) + 2):
        sheet.write_string(number, 0, text)


def _cel(sheet: Any, row: int, column: int, cell: Cel, vorm: Vorm) -> None:
    if cell.waarde is not None:
        sheet.write_number(row, column, cell.waarde, vorm.getal(cell.vorm))
    else:
        sheet.write_string(row, column, cell.tekst, vorm.rechts if cell.getal else vorm.tekst)


def _breedte(table: Tabel, column: int) -> int:
    longest = max((len(row[column].tekst) for row in table.rijen), default=0)
    return min(BREEDST, max(SMALST, longest + 2, len(table.kop[column]) // 2))


def _over(sheet: Any, rapport: Rapport, vorm: Vorm) -> None:
    sheet.set_column(0, 0, 32)
    sheet.set_column(1, 1, 80)
    for number, (name, value) in enumerate((*rapport.over, *(("Let op", mark) for mark in rapport.merk))):
        sheet.write_string(number, 0, name, vorm.vet)
        sheet.write_string(number, 1, value, vorm.tekst)
