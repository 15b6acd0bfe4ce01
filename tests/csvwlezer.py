"""A reader of CSVW of our own: does every row of every file hold what csv-metadata.json says?"""

import csv
import json
import re
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

DATATYPES: Mapping[str, Callable[[str], Any]] = {
    "string": str,
    "double": float,
    "integer": int,
    "date": date.fromisoformat,
    "gYear": lambda text: int(re.fullmatch(r"-?\d{4,}", text)[0]),  # type: ignore[index]
}


def find_faults(folder: Path) -> list[str]:
    """Return every deviation as 'file:line what', the first row of a file being line 2."""
    sheet = json.loads((folder / "csv-metadata.json").read_text(encoding="utf-8"))
    if sheet["@context"][0] != "http://www.w3.org/ns/csvw":
        return ["csv-metadata.json: no CSVW context"]
    tables = {table["url"]: table for table in sheet["tables"]}
    rows = {name: _read(folder / name) for name in tables}
    faults = [f"{path.name}: not described" for path in folder.glob("*.csv") if path.name not in tables]
    for name, table in tables.items():
        schema = table["tableSchema"]
        header, body = rows[name]
        if wrong := _header_faults(name, header, schema):
            faults += wrong
            continue
        faults += [f"{name}:{n} {what}" for n, row in enumerate(body, 2) for what in _row_faults(row, schema)]
        faults += _key_faults(name, body, schema["primaryKey"])
        for key in schema.get("foreignKeys", ()):
            there = key["reference"]
            known = {row.get(there["columnReference"]) for row in rows[there["resource"]][1]}
            missing = {row[key["columnReference"]] for row in body} - known
            faults += [f"{name}: {value} is not in {there['resource']}" for value in sorted(missing)]
    return faults


def _read(path: Path) -> tuple[list[str], list[dict[str, str]]]:
    with path.open(newline="", encoding="utf-8") as file:
        reader = csv.DictReader(file, strict=True)
        return list(reader.fieldnames or ()), list(reader)


def _header_faults(name: str, header: list[str], schema: Mapping[str, Any]) -> list[str]:
    columns = schema["columns"]
    if len(header) != len(columns):
        return [f"{name}: {len(header)} columns, {len(columns)} described"]
    return [
        f"{name}: column {head} is not titled so"
        for head, column in zip(header, columns, strict=True)
        if head not in column["titles"]["nl"] or head != column["name"]
    ]


def _row_faults(row: Mapping[str, str], schema: Mapping[str, Any]) -> list[str]:
    faults = []
    for column in schema["columns"]:
        cell, name = row[column["name"]], column["name"]
        if cell == column["null"]:
            faults += [f"{name} is empty"] if column["required"] else []
        elif not _fits(cell, column["datatype"]):
            faults.append(f"{name} is no {column['datatype']}")
    return faults


def _fits(cell: str, datatype: str | Mapping[str, str]) -> bool:
    base, shape = (datatype, "") if isinstance(datatype, str) else (datatype["base"], datatype["format"])
    try:
        DATATYPES[base](cell)
    except (ValueError, TypeError):
        return False
    return not shape or re.fullmatch(shape, cell) is not None


def _key_faults(name: str, body: list[dict[str, str]], key: list[str]) -> list[str]:
    seen: set[tuple[str, ...]] = set()
    faults = []
    for number, row in enumerate(body, 2):
        value = tuple(row[column] for column in key)
        faults += [f"{name}:{number} key twice"] if value in seen else []
        seen.add(value)
    return faults
