"""Reads the contract list of a gemeente: which provider delivers which product at which rate."""

import csv
import datetime
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pacsv

from jeugdstelsel.model import GebruikersFout
from jeugdstelsel.tables import all_tables, arrow_schema

COLUMNS = (
    "gemeente",
    "aanbieder",
    "product_categorie",
    "product_code",
    "tarief_eurocent",
    "eenheid",
    "geldig_van",
    "geldig_tot",
)
"""The header of the file: CSV, UTF-8, comma or semicolon; dates ISO, geldig_tot inside and empty when open."""

WIDTH = {"gemeente": 4, "aanbieder": 8, "eenheid": 2}
"""Codes that a spreadsheet may have robbed of the zeros in front."""


@dataclass(frozen=True)
class ContractList:
    """The agreed products of one or more gemeenten: rows of `contract_product`."""

    rows: pa.Table


def read_contract(path: Path) -> ContractList:
    """Return the contract list in a CSV file with the columns COLUMNS; raise GebruikersFout on what cannot be read."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise GebruikersFout(f"De contractlijst {path} is niet te lezen. Geef een CSV-bestand in UTF-8.") from error
    header = text.partition("\n")[0]
    separator = ";" if ";" in header else ","
    present = [name.strip().strip('"') for name in header.split(separator)]
    missing = [name for name in COLUMNS if name not in present]
    if missing:
        raise GebruikersFout(f"De contractlijst {path} mist de kolommen {', '.join(missing)}. Voeg ze toe.")
    try:
        return ContractList(_make_rows(text, separator, present))
    except pa.ArrowInvalid as error:
        raise GebruikersFout(
            f"Regel {_find_wrong_line(text, separator)} van de contractlijst {path} klopt niet. "
            "Geef het tarief in hele eurocenten en de datums als jjjj-mm-dd."
        ) from error


def _make_rows(text: str, separator: str, names: list[str]) -> pa.Table:
    """Return the rows of `contract_product`; raises ArrowInvalid when a cell is no number or date."""
    cells = pacsv.read_csv(
        pa.BufferReader(text.encode()),
        read_options=pacsv.ReadOptions(column_names=names, skip_rows=1),
        parse_options=pacsv.ParseOptions(delimiter=separator),
        convert_options=pacsv.ConvertOptions(
            column_types=dict.fromkeys(names, pa.string()), include_columns=list(COLUMNS), strings_can_be_null=False
        ),
    )
    schema = arrow_schema(all_tables()["contract_product"])
    columns = [
        _convert(pc.utf8_trim_whitespace(cells[name]), name, kind)
        for name, kind in zip(COLUMNS, schema.types, strict=True)
    ]
    return pa.Table.from_arrays(columns, schema=schema)


def _convert(column: pa.ChunkedArray, name: str, kind: pa.DataType) -> pa.ChunkedArray:
    if name in WIDTH:
        return pc.utf8_lpad(column, WIDTH[name], padding="0")
    if name == "geldig_tot":
        column = pc.if_else(pc.equal(column, ""), pa.scalar(None, pa.string()), column)
    return column.cast(kind)


def _find_wrong_line(text: str, separator: str) -> int:
    """Return the number of the first line that cannot be read, the header being line 1."""
    reader = csv.DictReader(text.splitlines(), delimiter=separator)
    for number, row in enumerate(reader, start=2):
        try:
            int(row["tarief_eurocent"] or "")
            datetime.date.fromisoformat((row["geldig_van"] or "").strip())
            if (row["geldig_tot"] or "").strip():
                datetime.date.fromisoformat((row["geldig_tot"] or "").strip())
        except ValueError:
            return number
    return reader.line_num
