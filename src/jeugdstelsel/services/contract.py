"""Reads the contract list of a gemeente: which provider delivers which product at which rate."""

import csv
import datetime
from dataclasses import dataclass
from pathlib import Path
from sys import intern

from jeugdstelsel.model import GebruikersFout

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


@dataclass(frozen=True, slots=True)
class ContractLine:
    """One agreed product. `tarief` is in eurocent per `eenheid` (WJ756); both days are inside."""

    gemeente: str
    aanbieder: str
    product_categorie: str
    product_code: str
    tarief: int
    eenheid: str
    geldig_van: datetime.date
    geldig_tot: datetime.date | None


@dataclass(frozen=True)
class ContractList:
    """The agreed products of one or more gemeenten."""

    lines: tuple[ContractLine, ...]


def read_contract(path: Path) -> ContractList:
    """Return the contract list in a CSV file with the columns COLUMNS; raise GebruikersFout on what cannot be read."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise GebruikersFout(f"De contractlijst {path} is niet te lezen. Geef een CSV-bestand in UTF-8.") from error
    separator = ";" if ";" in text.partition("\n")[0] else ","
    reader = csv.DictReader(text.splitlines(), delimiter=separator)
    missing = [name for name in COLUMNS if name not in (reader.fieldnames or ())]
    if missing:
        raise GebruikersFout(f"De contractlijst {path} mist de kolommen {', '.join(missing)}. Voeg ze toe.")
    return ContractList(tuple(_read_line(path, number, row) for number, row in enumerate(reader, start=2)))


def _read_line(path: Path, number: int, row: dict[str, str]) -> ContractLine:
    cells = {name: intern((row[name] or "").strip()) for name in COLUMNS}
    try:
        return ContractLine(
            gemeente=intern(cells["gemeente"].zfill(4)),
            aanbieder=intern(cells["aanbieder"].zfill(8)),
            product_categorie=cells["product_categorie"],
            product_code=cells["product_code"],
            tarief=int(cells["tarief_eurocent"]),
            eenheid=intern(cells["eenheid"].zfill(2)),
            geldig_van=datetime.date.fromisoformat(cells["geldig_van"]),
            geldig_tot=datetime.date.fromisoformat(cells["geldig_tot"]) if cells["geldig_tot"] else None,
        )
    except ValueError as error:
        raise GebruikersFout(
            f"Regel {number} van de contractlijst {path} klopt niet. "
            "Geef het tarief in hele eurocenten en de datums als jjjj-mm-dd."
        ) from error
