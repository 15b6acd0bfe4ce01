"""The crosswalk of zorgvormen: the national one, and what a gemeente adds for its own codes."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, suppress
from datetime import date
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any

import pyarrow as pa

from jeugdstelsel.engines import duckdb as duck
from jeugdstelsel.model import Finding
from jeugdstelsel.services.eigen_lijst import Lijst, Regel, read_lijst, write_lijst
from jeugdstelsel.services.warehouse import open_warehouse
from jeugdstelsel.standaard import gemeenten
from jeugdstelsel.standaard.zorgvorm import ONBEKEND, kruisregels, omvat_door, zorgvormen
from jeugdstelsel.tables import arrow_schema
from jeugdstelsel.tables.zorgvorm_kruising import TABLE

KOLOMMEN = ("gemeente", "soort", "code", "zorgvorm", "aandeel", "geldig_van", "geldig_tot", "reden", "bron")
"""The head of a file with own codes: CSV in UTF-8; days ISO, both inside, geldig_tot empty when open."""
BEWAARD = "zorgvorm_eigen.csv"
"""File in the work folder with the own codes of all gemeenten that gave them."""
_CODE = {"productcode": re.compile(r"[0-9A-Z]{5}"), "productcategorie": re.compile(r"\d{2}")}


def read_eigen(path: Path) -> Lijst:
    """Return the own codes in a file, and a finding for every line that cannot be used.

    A code is used whole or not at all: its lines must add up to 1 on every day that one of them holds.
    """
    found = read_lijst(path, KOLOMMEN, (_gemeente, _soort, _code, _zorgvorm, _aandeel, _datums, _tekst))
    return found.zonder(dict(_sums(found.regels)))


def laad_eigen(workdir: Path, path: Path) -> Lijst:
    """Keep the own codes of a file in the work folder; they replace what its gemeenten gave before."""
    found = read_eigen(path)
    if found.regels:
        workdir.mkdir(parents=True, exist_ok=True)
        given = {line["gemeente"] for line in found.regels.values()}
        stays = [line for line in _kept(workdir) if line["gemeente"] not in given]
        write_lijst(workdir / BEWAARD, KOLOMMEN, [*stays, *found.regels.values()])
    return found


def _kept(workdir: Path) -> list[Regel]:
    kept = workdir / BEWAARD
    return list(read_eigen(kept).regels.values()) if kept.exists() else []


def kruising_rijen(eigen: Iterable[Regel] = ()) -> Iterator[dict[str, Any]]:
    """Yield the rows of `zorgvorm_kruising`: the national lines, and own ones as `read_eigen` gives them."""
    for line in kruisregels():
        yield {
            "soort": line.soort, "code": line.code, "zorgvorm": line.zorgvorm, "aandeel": float(line.aandeel),
            "geldig_van": line.geldig_van, "geldig_tot": line.geldig_tot, "reden": line.reden, "bron": line.bron,
        }  # fmt: skip
    for row in eigen:
        yield {
            **row,
            "aandeel": float(_share(row["aandeel"])),
            "geldig_van": date.fromisoformat(row["geldig_van"]),
            "geldig_tot": date.fromisoformat(row["geldig_tot"]) if row["geldig_tot"] else None,
        }


def lees_kruising(workdir: Path | None = None) -> tuple[Mapping[str, Any], ...]:
    """Return the whole crosswalk; with a work folder the own codes that were loaded in it too."""
    return tuple(kruising_rijen(_kept(workdir) if workdir else ()))


def bewaar_kruising(connection: duck.Connection, workdir: Path) -> None:
    """Replace `zorgvorm_kruising` by the crosswalk that holds now."""
    rows = pa.Table.from_pylist([dict(row) for row in lees_kruising(workdir)], schema=arrow_schema(TABLE))
    duck.run_sql(connection, f"DELETE FROM {TABLE.name}")
    duck.append(connection, TABLE.name, rows)


def niet_gekoppeld(workdir: Path) -> tuple[tuple[str, str, str, int], ...]:
    """Return what was billed and has no line: gemeente, categorie, code, and how many lines were billed on it."""
    with closing(open_warehouse(workdir, existing=True)) as connection:
        bewaar_kruising(connection, workdir)
        return tuple(duck.run_sql(connection, _NIET_GEKOPPELD))


_NIET_GEKOPPELD = """
    SELECT k.gemeente, coalesce(k.product_categorie, ''), coalesce(k.product_code, ''),
           CAST(sum(k.aantal_prestaties) AS BIGINT)
    FROM kosten k
    WHERE NOT EXISTS (
        SELECT 1 FROM zorgvorm_kruising z
        WHERE (z.gemeente IS NULL OR z.gemeente = k.gemeente)
          AND (z.soort = 'productcode' AND z.code = k.product_code
               OR z.soort = 'productcategorie' AND z.code = k.product_categorie)
          AND z.zorgvorm <> 'onbekend' AND z.geldig_van <= k.maand AND (z.geldig_tot IS NULL OR z.geldig_tot >= k.maand)
    )
    GROUP BY k.gemeente, k.product_categorie, k.product_code
    ORDER BY 4 DESC, 1, 2, 3
"""


def say(finding: Finding) -> str:
    """Return a finding as a line for the reader."""
    return f"{finding.regel} op {finding.plaats}: {finding.tekst}"


def _gemeente(line: Regel) -> str | None:
    return None if line["gemeente"] in gemeenten() else "LIJST_GEMEENTE"


def _soort(line: Regel) -> str | None:
    return None if line["soort"] in _CODE else "LIJST_SOORT"


def _code(line: Regel) -> str | None:
    return None if _CODE[line["soort"]].fullmatch(line["code"]) else "LIJST_CODE"


def _zorgvorm(line: Regel) -> str | None:
    code = line["zorgvorm"]
    fits = code == ONBEKEND or (code in zorgvormen() and "jeugdzorg" in omvat_door(code))
    return None if fits else "LIJST_ZORGVORM"


def _share(text: str) -> Fraction:
    return Fraction(text.replace(",", "."))


def _aandeel(line: Regel) -> str | None:
    with suppress(ValueError, ZeroDivisionError):
        if 0 < _share(line["aandeel"]) <= 1:
            return None
    return "LIJST_AANDEEL"


def _datums(line: Regel) -> str | None:
    try:
        first = date.fromisoformat(line["geldig_van"])
        last = date.fromisoformat(line["geldig_tot"]) if line["geldig_tot"] else date.max
    except ValueError:
        return "LIJST_DATUM"
    return None if first <= last else "LIJST_PERIODE"


def _tekst(line: Regel) -> str | None:
    return "LIJST_REDEN" if not line["reden"] else None if line["bron"] else "LIJST_BRON"


def _sums(regels: Mapping[int, Regel]) -> Iterator[tuple[int, str]]:
    """Yield the lines of codes whose lines overlap or do not add up to 1."""
    per_code: dict[tuple[str, ...], dict[int, Regel]] = defaultdict(dict)
    for number, line in regels.items():
        per_code[line["gemeente"], line["soort"], line["code"]][number] = line
    for lines in per_code.values():
        spans: dict[tuple[str, str], Fraction] = defaultdict(Fraction)
        for line in lines.values():
            spans[line["geldig_van"], line["geldig_tot"] or date.max.isoformat()] += _share(line["aandeel"])
        ordered = sorted(spans)
        wrong = "LIJST_SOM" if any(total != 1 for total in spans.values()) else None
        if any(tot >= van for (_, tot), (van, _) in pairwise(ordered)):
            wrong = "LIJST_OVERLAP"
        if wrong:
            yield from ((number, wrong) for number in lines)
