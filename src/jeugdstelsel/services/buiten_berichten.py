"""What a gemeente pays for youth care outside the messages: its own list, which gives differences their name."""

import re
from pathlib import Path

import pyarrow as pa

from jeugdstelsel.engines import duckdb as duck
from jeugdstelsel.services.eigen_lijst import Lijst, Regel, read_lijst, write_lijst
from jeugdstelsel.standaard import gemeenten
from jeugdstelsel.standaard.zorgvorm import omvat_door, zorgvormen
from jeugdstelsel.tables import arrow_schema
from jeugdstelsel.tables.aansluiting_buiten_berichten import TABLE

KOLOMMEN = ("gemeente", "jaar", "aanbieder", "zorgvorm", "oorzaak", "bedrag_eurocent", "bron")
"""The head of the file: CSV in UTF-8; aanbieder may be empty."""
BEWAARD = "buiten_berichten.csv"
"""File in the work folder with what gemeenten pay outside the messages."""
OORZAKEN = ("taakgericht zonder berichten", "pgb", "andere betaler")


def read_buiten(path: Path) -> Lijst:
    """Return the amounts in a file, and a finding for every line that cannot be used."""
    return read_lijst(path, KOLOMMEN, (_gemeente, _jaar, _aanbieder, _zorgvorm, _oorzaak, _bedrag, _bron))


def laad_buiten(workdir: Path, path: Path) -> Lijst:
    """Keep the amounts of a file in the work folder; they replace what it held for the same gemeente and year."""
    found = read_buiten(path)
    if found.regels:
        workdir.mkdir(parents=True, exist_ok=True)
        given = {(line["gemeente"], line["jaar"]) for line in found.regels.values()}
        stays = [line for line in _kept(workdir) if (line["gemeente"], line["jaar"]) not in given]
        write_lijst(workdir / BEWAARD, KOLOMMEN, [*stays, *found.regels.values()])
    return found


def _kept(workdir: Path) -> list[Regel]:
    kept = workdir / BEWAARD
    return list(read_buiten(kept).regels.values()) if kept.exists() else []


def bewaar_buiten(connection: duck.Connection, workdir: Path) -> None:
    """Replace `aansluiting_buiten_berichten` by what the work folder holds."""
    rows = [
        {
            **{name: line[name] or None for name in ("gemeente", "aanbieder", "zorgvorm", "oorzaak", "bron")},
            "jaar": int(line["jaar"]),
            "bedrag": int(line["bedrag_eurocent"]),
        }
        for line in _kept(workdir)
    ]
    duck.run_sql(connection, f"DELETE FROM {TABLE.name}")
    duck.append(connection, TABLE.name, pa.Table.from_pylist(rows, schema=arrow_schema(TABLE)))


def _gemeente(line: Regel) -> str | None:
    return None if line["gemeente"] in gemeenten() else "LIJST_GEMEENTE"


def _jaar(line: Regel) -> str | None:
    return None if re.fullmatch(r"20\d\d", line["jaar"]) and line["jaar"] >= "2015" else "LIJST_JAAR"


def _aanbieder(line: Regel) -> str | None:
    return None if re.fullmatch(r"(\d{8})?", line["aanbieder"]) else "LIJST_AANBIEDER"


def _zorgvorm(line: Regel) -> str | None:
    known = line["zorgvorm"] in zorgvormen() and "jeugdzorg" in omvat_door(line["zorgvorm"])
    return None if known else "LIJST_ZORGVORM"


def _oorzaak(line: Regel) -> str | None:
    return None if line["oorzaak"] in OORZAKEN else "LIJST_OORZAAK"


def _bedrag(line: Regel) -> str | None:
    return None if re.fullmatch(r"-?\d{1,13}", line["bedrag_eurocent"]) else "LIJST_BEDRAG"


def _bron(line: Regel) -> str | None:
    return None if line["bron"] else "LIJST_BRON"
