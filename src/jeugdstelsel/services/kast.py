"""The cabinet of published figures: the kept releases, ready to be asked one figure, series or map at a time."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache, lru_cache
from pathlib import Path
from threading import Lock
from typing import Any

from jeugdstelsel.engines import duckdb as duck
from jeugdstelsel.model import GebruikersFout
from jeugdstelsel.publish.uitgave import BLAD
from jeugdstelsel.services.calculate import REGISTER

KOLOM = {
    "land": "",
    "jeugdregio": "jeugdregio",
    "gemeente": "gemeente",
    "aanbieder": "aanbieder",
    "productcategorie": "product_categorie",
    "productcode": "product_code",
}
"""The column that names the place at a level of one dimension."""

RIJ = ("periode", "plaats", "uitsplitsing", "waarde", "dekking", "status", "toestand", "versie")
VELDEN = (
    "indicator", "versie", "periode_soort", "periode", "niveau", "plaats", "uitsplitsing",
    "waarde", "dekking", "status", "toestand",
)  # fmt: skip
"""All that is known of a figure."""
_KEEP = """
    CREATE TABLE cijfer AS
    SELECT
        indicator, versie, periode_soort, periode, niveau,
        coalesce(gemeente, jeugdregio, aanbieder, product_categorie, product_code, '') AS plaats,
        coalesce(uitsplitsing, '') AS uitsplitsing, waarde, dekking, status, toestand
    FROM read_parquet($pad)
    WHERE niveau NOT LIKE '%×%'
    ORDER BY niveau, plaats, indicator, periode_soort, periode
"""


@dataclass(frozen=True)
class Blad:
    """What a release says of itself."""

    nummer: int
    moment: datetime
    synthetisch: bool
    peildatum: date | None
    map: Path


class Kast:
    """The figures of one release in memory, safe to ask from several threads."""

    def __init__(self, blad: Blad) -> None:
        self.blad = blad
        self._lock = Lock()
        self._namen: dict[str, list[str]] = {}
        self._perioden: dict[tuple[str, str], dict[str, list[str]]] = {}
        self._connection = duck.connect(threads=1)
        duck.run_sql(self._connection, _KEEP, {"pad": str(blad.map / "cijfers.parquet")})

    def _vraag(self, where: str, parameters: Mapping[str, Any]) -> list[dict[str, Any]]:
        sql = f"SELECT indicator, {', '.join(RIJ)} FROM cijfer WHERE {where} ORDER BY indicator, periode, uitsplitsing"
        with self._lock:
            rows = duck.run_sql(self._connection, sql, parameters)
        return [dict(zip(("indicator", *RIJ), row, strict=True)) for row in rows]

    def reeks(self, indicator: str, niveau: str, plaats: str, periode_soort: str) -> list[dict[str, Any]]:
        """Return one indicator at one place, the periods in order; rows of `RIJ`."""
        return self._vraag(
            "niveau = $niveau AND plaats = $plaats AND indicator = $indicator AND periode_soort = $soort",
            {"niveau": niveau, "plaats": plaats, "indicator": indicator, "soort": periode_soort},
        )

    def profiel(self, niveau: str, plaats: str, periode_soort: str) -> list[dict[str, Any]]:
        """Return every indicator at one place, the periods in order."""
        return self._vraag(
            "niveau = $niveau AND plaats = $plaats AND periode_soort = $soort",
            {"niveau": niveau, "plaats": plaats, "soort": periode_soort},
        )

    def plaatsen(self, indicator: str, niveau: str, periode: str, uitsplitsing: str = "") -> list[dict[str, Any]]:
        """Return one indicator in one period for every place of a level: the whole, or one of its own splits."""
        return self._vraag(
            "niveau = $niveau AND indicator = $indicator AND periode = $periode AND uitsplitsing = $vak",
            {"niveau": niveau, "indicator": indicator, "periode": periode, "vak": uitsplitsing},
        )

    def perioden(self, indicator: str, niveau: str) -> dict[str, list[str]]:
        """Return the periods of an indicator at a level by kind of period, in order."""
        sql = """SELECT DISTINCT periode_soort, periode FROM cijfer
                 WHERE niveau = $niveau AND indicator = $indicator ORDER BY periode"""
        with self._lock:
            if (indicator, niveau) not in self._perioden:
                found: dict[str, list[str]] = {}
                for soort, periode in duck.run_sql(self._connection, sql, {"niveau": niveau, "indicator": indicator}):
                    found.setdefault(soort, []).append(periode)
                self._perioden[indicator, niveau] = found
        return self._perioden[indicator, niveau]

    def niveaus(self) -> dict[str, frozenset[str]]:
        """Return at which levels each indicator has figures."""
        with self._lock:
            rows = duck.run_sql(self._connection, "SELECT DISTINCT indicator, niveau FROM cijfer")
        return {code: frozenset(level for name, level in rows if name == code) for code in {row[0] for row in rows}}

    def namen(self, niveau: str) -> list[str]:
        """Return the places of a level, in order."""
        sql = "SELECT DISTINCT plaats FROM cijfer WHERE niveau = $niveau ORDER BY plaats"
        with self._lock:
            if niveau not in self._namen:
                self._namen[niveau] = [row[0] for row in duck.run_sql(self._connection, sql, {"niveau": niveau})]
        return self._namen[niveau]

    def blader(self, filters: Mapping[str, str], *, vanaf: int, aantal: int) -> tuple[int, list[dict[str, Any]]]:
        """Return how many figures there are, and `aantal` of them from the one at place `vanaf` (the first is 0).

        They are in the order of `_KEEP`. `filters` maps columns of `VELDEN` to the value they must have.
        """
        where = " AND ".join(f"{name} = ${name}" for name in VELDEN if name in filters) or "TRUE"
        page = f"""SELECT {", ".join(VELDEN)} FROM cijfer WHERE {where}
                   ORDER BY rowid LIMIT $aantal OFFSET $vanaf"""
        with self._lock:
            total = duck.run_sql(self._connection, f"SELECT COUNT(*) FROM cijfer WHERE {where}", filters)[0][0]
            rows = duck.run_sql(self._connection, page, {**filters, "vanaf": vanaf, "aantal": aantal})
        return total, [dict(zip(VELDEN, row, strict=True)) for row in rows]

    def alles(self, niveau: str, indicator: str | None = None) -> Sequence[Mapping[str, Any]]:
        """Return every figure of a level, of one indicator when it is named; for downloads."""
        where = "niveau = $niveau" + (" AND indicator = $indicator" if indicator else "")
        return self._vraag(where, {"niveau": niveau} | ({"indicator": indicator} if indicator else {}))


def bladen(werkmap: Path) -> tuple[Blad, ...]:
    """Return the releases of a work folder, the oldest first."""
    return tuple(_lees_blad(path) for path in sorted((werkmap / REGISTER).glob(f"[0-9]*/{BLAD}")))


@cache
def _lees_blad(path: Path) -> Blad:
    """Read what a release says of itself; a release never changes, so once is enough."""
    sheet = json.loads(path.read_text(encoding="utf-8"))
    notes = sheet["metagegevens"]
    return Blad(
        sheet["nummer"],
        datetime.fromisoformat(sheet["moment"]),
        bool(notes.get("synthetisch")),
        date.fromisoformat(notes["peildatum"]) if notes.get("peildatum") else None,
        path.parent,
    )


def open_kast(werkmap: Path, bekend_op: date | None = None) -> Kast:
    """Return the figures of the latest release, or of the one that was the latest at the end of day `bekend_op`.

    Raises GebruikersFout when there was no release.
    """
    known = [blad for blad in bladen(werkmap) if bekend_op is None or blad.moment.date() <= bekend_op]
    if not known:
        when = f" op {bekend_op:%d-%m-%Y}" if bekend_op else ""
        raise GebruikersFout(
            f"Er {'was' if bekend_op else 'is'}{when} nog geen uitgave van de cijfers. "
            "Maak er een met: jeugdstelsel publiceer --werkmap MAP."
        )
    return _open(known[-1])


@lru_cache(maxsize=4)
def _open(blad: Blad) -> Kast:
    return Kast(blad)
