"""What the last release changed, in numbers that a reader can take in; the whole list is in its wijzigingen.csv."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from jeugdstelsel.engines import duckdb as duck
from jeugdstelsel.services.kast import Blad, bladen

_TEL = """
    SELECT
        CASE WHEN verschil <> 'gewijzigd' THEN verschil
             WHEN toestand_oud <> toestand_nieuw THEN 'andere toestand'
             WHEN status_oud = 'definitief' THEN 'hersteld'
             ELSE 'bijgesteld' END AS soort,
        COUNT(*)
    FROM read_csv($pad, all_varchar = true)
    GROUP BY 1 ORDER BY 1
"""
_LAND = """
    SELECT indicator, periode, coalesce(uitsplitsing, ''), TRY_CAST(waarde_oud AS DOUBLE),
           TRY_CAST(waarde_nieuw AS DOUBLE), coalesce(toestand_oud, ''), coalesce(toestand_nieuw, ''),
           coalesce(status_oud, '')
    FROM read_csv($pad, all_varchar = true)
    WHERE niveau = 'land' AND periode_soort = 'jaar' AND verschil = 'gewijzigd'
    ORDER BY indicator, periode DESC, 3
"""


@dataclass(frozen=True)
class Verschil:
    """A figure of the country and a year that reads otherwise than in the release before."""

    indicator: str
    periode: str
    uitsplitsing: str
    oud: float | None
    nieuw: float | None
    toestand_oud: str
    toestand_nieuw: str
    status_oud: str


@dataclass(frozen=True)
class Wijziging:
    """What changed since release `vorige`: counts by kind of change, and the changed year figures of the country.

    The kinds are nieuw, vervallen, bijgesteld (was voorlopig), hersteld (was definitief: an erratum) and
    andere toestand (became or was secret or unknown).
    """

    nummer: int
    vorige: Blad
    aantallen: tuple[tuple[str, int], ...]
    landelijk: tuple[Verschil, ...]


def read_wijziging(werkmap: Path) -> Wijziging | None:
    """Return what the last release changed; None when there is no release before it or it kept no such list."""
    known = bladen(werkmap)
    return _lees(known[-1], known[-2]) if len(known) > 1 else None


@lru_cache(maxsize=4)
def _lees(nieuw: Blad, oud: Blad) -> Wijziging | None:
    path = nieuw.map / "wijzigingen.csv"
    if not path.exists():
        return None
    connection = duck.connect(threads=1)
    try:
        counts = _vraag(connection, _TEL, path)
        changed = _vraag(connection, _LAND, path)
    finally:
        connection.close()
    return Wijziging(nieuw.nummer, oud, tuple((kind, count) for kind, count in counts), _verschillen(changed))


def _vraag(connection: duck.Connection, sql: str, path: Path) -> list[tuple[Any, ...]]:
    return duck.run_sql(connection, sql, {"pad": str(path)})


def _verschillen(rows: list[tuple[Any, ...]]) -> tuple[Verschil, ...]:
    return tuple(Verschil(*row) for row in rows)
