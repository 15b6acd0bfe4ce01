"""Lays the messages beside Beleidsinformatie and Iv3, and keeps what was found in the work folder."""

import re
import zipfile
from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from jeugdstelsel.engines import duckdb as duck
from jeugdstelsel.ingest.unpack import LABEL
from jeugdstelsel.linkage import Step
from jeugdstelsel.linkage.aansluiting import BIJ_PERIODE, BOVEN, GEDEELD, IV3_LASTEN, MAAND, SCHAAL
from jeugdstelsel.linkage.aansluiting_kosten import STEPS as KOSTEN_STEPS
from jeugdstelsel.linkage.aansluiting_personen import STEPS as PERSONEN_STEPS
from jeugdstelsel.model import GebruikersFout, Table
from jeugdstelsel.services.buiten_berichten import bewaar_buiten
from jeugdstelsel.services.grondslag import require_grondslag
from jeugdstelsel.services.iv3_reeks import Boek, read_book
from jeugdstelsel.services.steps import Engine
from jeugdstelsel.services.verklaar import Periode, read_period
from jeugdstelsel.services.warehouse import open_warehouse
from jeugdstelsel.services.zorgvorm import bewaar_kruising
from jeugdstelsel.standaard.bij import read_periode
from jeugdstelsel.standaard.iv3 import indeling_van, subcodes
from jeugdstelsel.standaard.zorgvorm import omvat_door, zorgvormen
from jeugdstelsel.store import Archive

DOCUMENTEN = ("jaarrekening", "kwartaal 4", "begroting")
"""The documents of Iv3 that a year can be compared with, the best first."""
VERSLAGPERIODEN = ("H1", "H2", "K1", "K2", "K3", "K4")
_SCHAAL = re.compile(rb"Schaal: ([01]\.\d+)")


@dataclass(frozen=True)
class Vergeleken:
    """What was laid side by side: period, document of Iv3 (empty when none), and how far the sources reach.

    `schaal` is {gemeente: share} of invented messages; `bij_leveringen` counts the deliveries that stand.
    """

    periode: Periode
    document: str
    gemeenten_iv3: int
    bij_leveringen: int
    schaal: Mapping[str, float]
    peildatum: date
    synthetisch: bool


def vergelijk(workdir: Path, periode: str, gemeenten: Iterable[str] = ()) -> Vergeleken:
    """Fill `aansluiting_personen` and, for a year with accounts, `aansluiting_kosten`, with every area of the country.

    `gemeenten` decide which document of Iv3 is compared: the best that one of them has (all when empty).
    Raises NietToegestaan without a legal basis for the link, GebruikersFout for a period that is not a half year or
    year, or when nothing was computed yet.
    """
    chosen = read_period(periode)
    if chosen.soort not in ("jaar", "halfjaar"):
        raise GebruikersFout(f"{periode} kan niet: Beleidsinformatie gaat per halfjaar. Kies 2025, 2025-H1 of 2025-H2.")
    book = read_book(workdir) if chosen.soort == "jaar" else {}
    document = _best_document(book, chosen.begin.year, set(gemeenten))
    for koppeling, needed in (("ijw→bij", _has_bij(workdir)), ("ijw→iv3", bool(document))):
        if needed:
            require_grondslag(workdir, koppeling)
    with closing(open_warehouse(workdir, existing=True)) as connection:
        peildatum = duck.run_sql(connection, "SELECT max(peildatum) FROM koppeling_stand")[0][0]
        if peildatum is None:
            raise GebruikersFout(f"er is nog niets berekend. Doe eerst: jeugdstelsel bereken --werkmap {workdir}")
        bewaar_kruising(connection, workdir)
        bewaar_buiten(connection, workdir)
        scales = _scales(connection, Archive(workdir))
        lasten = list(_lasten(book, chosen.begin.year, document))
        run_steps(duck, connection, chosen, peildatum, {IV3_LASTEN: lasten, SCHAAL: _rows(SCHAAL, scales.items())})
        for name, needed in (("aansluiting_personen", True), ("aansluiting_kosten", bool(document))):
            _keep(connection, name, chosen.naam, needed)
        counts = duck.run_sql(connection, _COUNTS, {"begin": chosen.begin, "eind": chosen.eind})[0]
    reported = len({row["gemeente"] for row in lasten})
    return Vergeleken(chosen, document, reported, counts[0], scales, peildatum, bool(counts[1]))


def _has_bij(workdir: Path) -> bool:
    """Whether there is anything of Beleidsinformatie to lay beside the messages."""
    with closing(open_warehouse(workdir, existing=True)) as connection:
        return bool(duck.run_sql(connection, "SELECT 1 FROM bij_levering LIMIT 1"))


_COUNTS = """
    SELECT (SELECT count(*) FROM bij_levering l JOIN bij_periode p ON p.periode = l.periode WHERE l.status = 'geldig'
            AND p.begin >= $begin AND p.eind <= $eind),
           (SELECT count(*) > 0 FROM levering WHERE synthetisch)
"""


def run_steps(
    engine: Engine, connection: Any, periode: Periode, peildatum: date,
    gegeven: Mapping[Table, Sequence[Mapping[str, Any]]],
) -> None:  # fmt: skip
    """Make the tables of both reconciliations on any engine; `gegeven` holds the rows of IV3_LASTEN and SCHAAL."""
    for table, rows in {**_calendar(periode), BOVEN: list(_boven()), **gegeven}.items():
        engine.replace_rows(connection, table, rows)
    known = {
        "periode": periode.naam, "begin": periode.begin, "eind": periode.eind, "jaar": periode.begin.year,
        "peildatum": peildatum,
    }  # fmt: skip
    for step in steps():
        named = {name: known[name] for name in set(re.findall(r"\$(\w+)", step.sql))}
        engine.make_table(connection, step.name, step.sql, named)


def steps() -> tuple[Step, ...]:
    """Return the steps of both reconciliations in order."""
    return (*GEDEELD, *PERSONEN_STEPS, *KOSTEN_STEPS)


def _rows(table: Table, values: Iterable[tuple[Any, ...]]) -> list[dict[str, Any]]:
    return [dict(zip(table.names, value, strict=True)) for value in values]


def _boven() -> Iterator[dict[str, Any]]:
    """Yield every zorgvorm with all that it lies within."""
    for code in zorgvormen():
        line = omvat_door(code)
        for depth, wider in enumerate(reversed(line)):
            yield {"zorgvorm": code, "boven": wider, "diepte": depth}


def _calendar(periode: Periode) -> dict[Table, list[dict[str, Any]]]:
    """Return the months of a period and the periods of Beleidsinformatie within it."""
    year, first, last = periode.begin.year, periode.begin.month, periode.eind.month
    months = [(date(year, m, 1), date(year, m, monthrange(year, m)[1])) for m in range(first, last + 1)]
    inside = (read_periode(f"{year}-{part}") for part in VERSLAGPERIODEN)
    halves = [(p.code, p.begin, p.eind) for p in inside if p and periode.begin <= p.begin and p.eind <= periode.eind]
    return {MAAND: _rows(MAAND, months), BIJ_PERIODE: _rows(BIJ_PERIODE, halves)}


def _best_document(book: Boek, jaar: int, gemeenten: set[str]) -> str:
    """Return the best document that one of the gemeenten has for a year, or an empty string."""
    found = {
        kind for code, year, kind, side in book if year == jaar and side == "lasten" and code in (gemeenten or {code})
    }
    return next((kind for kind in DOCUMENTEN if kind in found), "")


def _lasten(book: Boek, jaar: int, document: str) -> Iterator[dict[str, Any]]:
    """Yield the amounts of one document, each euro once: a sum of taakvelden only where its parts are not there."""
    division = indeling_van(jaar)
    for (gemeente, year, kind, side), amounts in book.items():
        if division and (year, kind, side) == (jaar, document, "lasten"):
            for taakveld, bedrag in amounts.items():
                if not any(part in amounts for part in subcodes(division.code, taakveld)):
                    yield {
                        "gemeente": gemeente, "soort": f"taakveld_{division.code}", "taakveld": taakveld,
                        "bedrag": bedrag,
                    }  # fmt: skip


def _scales(connection: duck.Connection, archive: Archive) -> dict[str, float]:
    """Return at what share of the real numbers the messages of each gemeente were invented, as their label says."""
    rows = duck.run_sql(
        connection,
        "SELECT b.gemeente, min(l.levering_id) FROM bericht b JOIN levering l ON l.levering_id = b.levering_id "
        "WHERE l.synthetisch GROUP BY b.gemeente",
    )
    found = {gemeente: _scale(archive.path_of(levering_id)) for gemeente, levering_id in rows}
    return {gemeente: scale for gemeente, scale in found.items() if scale is not None}


def _scale(path: Path) -> float | None:
    if not zipfile.is_zipfile(path):
        return None
    with zipfile.ZipFile(path) as packed:
        told = _SCHAAL.search(packed.read(LABEL)) if LABEL in packed.namelist() else None
    return float(told[1]) if told else None


def _keep(connection: duck.Connection, name: str, periode: str, needed: bool) -> None:
    """Put what was made, when needed, into the table that stays, in the place of what it held of the period."""
    database = duck.run_sql(connection, "SELECT current_database()")[0][0]
    stored = f'"{database}".main.{name}'
    duck.run_sql(connection, f"DELETE FROM {stored} WHERE periode = $periode", {"periode": periode})
    if needed:
        duck.run_sql(connection, f"INSERT INTO {stored} SELECT * FROM temp.{name}")
    duck.run_sql(connection, f"DROP TABLE temp.{name}")
