"""Findings as a workbook or CSV to hand back to the sender, with plain text on what to repair."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook

from jeugdstelsel import standaard
from jeugdstelsel.model import GebruikersFout
from jeugdstelsel.rules import all_rules

HEADINGS: Mapping[str, str] = {
    "leverancier": "Afzender",
    "berichtsoort": "Berichtsoort",
    "identificatie": "Berichtidentificatie",
    "dagtekening": "Dagtekening",
    "regel": "Regel",
    "ernst": "Ernst",
    "retour_code": "Retourcode",
    "klasse": "Berichtklasse",
    "regelnummer": "Volgnummer",
    "plaats": "Plaats",
    "tekst": "Wat is er mis en wat te doen",
    "gemeente": "Gemeente",
    "aanbieder": "Aanbieder",
    "bericht_id": "Bericht-id",
    "levering_id": "Levering-id",
}
"""Columns in the order the sender reads them; identificatie and dagtekening are shown when the table has them."""

UITLEG: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "Bevindingen op uw iJw-berichten",
        (
            "Dit bestand noemt wat niet klopt in berichten die u hebt verstuurd, en wat u kunt doen.",
            "Er staan geen gegevens van jeugdigen in. De plaats wijst aan waar u in uw eigen bericht moet kijken.",
        ),
    ),
    (
        "Bladen",
        (
            "Per regel: hoe vaak elke regel is overtreden, wat de regel betekent en hoe u de fout herstelt.",
            "Bevindingen: elke fout apart. Met het filter in de eerste rij kiest u een regel, bericht of ernst.",
        ),
    ),
    (
        "Ernst",
        (
            "fout: het bericht of een deel ervan is afgekeurd. Herstel het en stuur opnieuw wat is afgekeurd.",
            "waarschuwing: het bericht is gelezen, maar er is iets om te verbeteren.",
            "niet beoordeeld: de regel kon niet worden gecontroleerd, bijvoorbeeld omdat een contractlijst ontbreekt.",
        ),
    ),
    (
        "Plaats en volgnummer",
        (
            "Prestatie met volgnummer 3 is de derde Prestatie in het bericht, van boven af geteld.",
            "Volgnummer 0 is het hele bericht.",
        ),
    ),
    (
        "Retourcode",
        (
            "De code die in het antwoord op uw bericht staat.",
            "Code 0001 betekent dat het hele bericht technisch is afgekeurd.",
        ),
    ),
)
"""The first sheet: headings, each with its lines."""

ROWS_PER_SHEET = 1_000_000
WIDEST = 80


@dataclass(frozen=True)
class Uitleg:
    """What a rule means and how to repair a breach, in plain Dutch."""

    betekenis: str
    herstel: str


def explain_rules() -> dict[str, Uitleg]:
    """Return {rule code: Uitleg} of every rule that a query judges."""
    meanings = standaard.regels()
    return {code: Uitleg(meanings[code].betekenis, rule.herstel) for code, rule in all_rules().items()}


def export_findings(
    bevindingen: pa.Table,
    path: Path,
    *,
    leverancier: str | None = None,
    uitleg: Mapping[str, Uitleg] | None = None,
) -> int:
    """Write findings to `path` (.xlsx or .csv) and return how many; with `leverancier` only those of one sender.

    `bevindingen` has the columns of table `bevinding`, and may have identificatie and dagtekening of the
    message. The workbook holds an explanation, the totals per rule and the findings. `uitleg` replaces the
    texts of `explain_rules`; a code without one is explained by its first finding. Another ending is a GebruikersFout.
    """
    writers = {".xlsx": _write_workbook, ".csv": _write_csv}
    if path.suffix.lower() not in writers:
        raise GebruikersFout(
            f"Bevindingen gaan naar .xlsx of .csv, niet naar {path.suffix or 'een bestand zonder naamdeel'}."
        )
    if leverancier is not None:
        bevindingen = bevindingen.filter(pc.equal(bevindingen["leverancier"], leverancier))
    writers[path.suffix.lower()](bevindingen, path, explain_rules() if uitleg is None else uitleg)
    return int(bevindingen.num_rows)


def count_per_rule(bevindingen: pa.Table, uitleg: Mapping[str, Uitleg]) -> pa.Table:
    """Return one row per rule, severity and return code, with meaning and repair; the most findings first."""
    grouped = bevindingen.group_by(["regel", "ernst", "retour_code"], use_threads=False).aggregate(
        [("regel", "count"), ("bericht_id", "count_distinct"), ("tekst", "min")]
    )
    grouped = grouped.sort_by(
        [("regel_count", "descending"), ("regel", "ascending"), ("ernst", "ascending"), ("retour_code", "ascending")]
    )
    texts = [
        _explain(regel, tekst or "", uitleg)
        for regel, tekst in zip(grouped["regel"].to_pylist(), grouped["tekst_min"].to_pylist(), strict=True)
    ]
    return pa.table(
        {
            "Regel": grouped["regel"],
            "Ernst": grouped["ernst"],
            "Retourcode": grouped["retour_code"],
            "Bevindingen": grouped["regel_count"],
            "Berichten": grouped["bericht_id_count_distinct"],
            "Betekenis": pa.array([text.betekenis for text in texts], pa.string()),
            "Herstel": pa.array([text.herstel for text in texts], pa.string()),
        }
    )


def _explain(regel: str, tekst: str, uitleg: Mapping[str, Uitleg]) -> Uitleg:
    return uitleg.get(regel) or Uitleg(tekst, "")


def _with_headings(bevindingen: pa.Table) -> pa.Table:
    """The columns a sender reads, in that order, under their Dutch names."""
    shown = [name for name in HEADINGS if name in bevindingen.column_names]
    return bevindingen.select(shown).rename_columns([HEADINGS[name] for name in shown])


# --- CSV ------------------------------------------------------------------------------------------------------------


def _write_csv(bevindingen: pa.Table, path: Path, _: Mapping[str, Uitleg]) -> None:
    table = _with_headings(bevindingen)
    with path.open("w", encoding="utf-8", newline="") as target:
        writer = csv.writer(target)
        writer.writerow(table.column_names)
        writer.writerows(_rows(table))


def _rows(table: pa.Table) -> Iterator[tuple[Any, ...]]:
    """The rows as text and numbers; an empty cell is empty text, a date its ISO form."""
    for batch in table.to_batches(max_chunksize=50_000):
        yield from zip(*([_cell(value) for value in column.to_pylist()] for column in batch.columns), strict=True)


def _cell(value: Any) -> str | int:
    return value if isinstance(value, int) else "" if value is None else str(value)


# --- XLSX -----------------------------------------------------------------------------------------------------------


def _write_workbook(bevindingen: pa.Table, path: Path, uitleg: Mapping[str, Uitleg]) -> None:
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(str(path), options) as book:
        bold = book.add_format({"bold": True})
        _write_uitleg(book, bold)
        _write_sheet(book, "Per regel", count_per_rule(bevindingen, uitleg), bold)
        table = _with_headings(bevindingen)
        for number, first in enumerate(range(0, max(table.num_rows, 1), ROWS_PER_SHEET), start=1):
            name = "Bevindingen" if number == 1 else f"Bevindingen {number}"
            _write_sheet(book, name, table.slice(first, ROWS_PER_SHEET), bold)


def _write_uitleg(book: Workbook, bold: Format) -> None:
    sheet = book.add_worksheet("Uitleg")
    sheet.set_column(0, 0, 110)
    row = 0
    for heading, lines in UITLEG:
        sheet.write_string(row, 0, heading, bold)
        for at, line in enumerate(lines, start=row + 1):
            sheet.write_string(at, 0, line)
        row += len(lines) + 2


def _write_sheet(book: Workbook, name: str, table: pa.Table, bold: Format) -> None:
    """Write one table with a fixed heading, a filter on it and columns as wide as what they hold."""
    sheet = book.add_worksheet(name)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, table.num_rows, table.num_columns - 1)
    for column, heading in enumerate(table.column_names):
        sheet.set_column(column, column, _width(heading, table[heading]))
        sheet.write_string(0, column, heading, bold)
    for at, row in enumerate(_rows(table), start=1):
        for column, value in enumerate(row):
            if isinstance(value, int):
                sheet.write_number(at, column, value)
            elif value:
                sheet.write_string(at, column, value)


def _width(heading: str, column: pa.ChunkedArray) -> int:
    longest = pc.max(pc.utf8_length(column.cast(pa.string()))).as_py() or 0
    return min(WIDEST, 3 + max(len(heading), longest))
