"""What is known of a place beside its figures from messages: people, money from Iv3 and the share that CBS gives."""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from jeugdstelsel import standaard
from jeugdstelsel.model import GebruikersFout
from jeugdstelsel.services import iv3_reeks, statline
from jeugdstelsel.services.iv3 import FOLDER as IV3
from jeugdstelsel.services.iv3_reeks import Boek, Reeks
from jeugdstelsel.services.statline import FOLDER as STATLINE
from jeugdstelsel.standaard import cbs
from jeugdstelsel.standaard.cbs import Cel
from jeugdstelsel.standaard.iv3 import Niveau

AANDEEL = (
    ("85098NED", "Jongeren met jeugdhulp in natura"),
    ("85039NED", "Percentage jongeren met jeugdzorg in natura"),
)
"""The shares of young people with help that CBS publishes per area; each has its own denominator."""

VERBLIJF = ("jongeren_tot_23_jeugdhulp_met_verblijf", "jongeren_jeugdhulp_met_verblijf_afgerond")
"""Young people with help away from home in the country, per year; the latter are rounded to thousands."""

_JAREN = range(2026, 2018, -1)
"""The years of which the population is known, the last first."""


def read_geld(
    werkmap: Path, soort: str, code: str, document: str = "jaarrekening", *,
    zijde: str = "lasten", niveau: Niveau | None = None,
) -> Reeks:  # fmt: skip
    """Return the real spending on youth (Iv3) of a gemeente, jeugdregio or the country, with its breaks."""
    place = iv3_reeks.find_place(**({soort: code} if soort != "land" else {}))
    return _reeks(werkmap, _stempel(werkmap / IV3), place, document, zijde, niveau)


@lru_cache(maxsize=1024)
def _reeks(
    werkmap: Path, stempel: float, place: iv3_reeks.Plaats, document: str, zijde: str, niveau: Niveau | None
) -> Reeks:
    return iv3_reeks.make_series(_boek(werkmap, stempel), place, document=document, zijde=zijde, niveau=niveau)


@lru_cache(maxsize=2)
def _boek(werkmap: Path, stempel: float) -> Boek:
    return iv3_reeks.read_book(werkmap if stempel else None)


def _stempel(folder: Path) -> float:
    """Return when something last came into a folder; 0 when it is not there."""
    return max((path.stat().st_mtime for path in (folder, *folder.glob("*"))), default=0.0) if folder.exists() else 0.0


def read_aandeel(werkmap: Path, regio: str) -> tuple[Cel, ...]:
    """Return the shares of young people with help that CBS gives for a region (GM0363, JZ13, NL01), the newest first.

    What was fetched into the work folder counts; while another command writes there, only what is shipped.
    """
    return _aandeel(werkmap, _stempel(werkmap / STATLINE), regio)


@lru_cache(maxsize=1024)
def _aandeel(werkmap: Path, stempel: float, regio: str) -> tuple[Cel, ...]:
    cells = _fetched(werkmap, regio) if stempel else None
    found = cells if cells is not None else [cell for cell in cbs.cellen() if cell.regio == regio]
    chosen = [cell for cell in found if (cell.tabel, cell.meting) in AANDEEL and not cell.dimensies]
    last: dict[tuple[str, str], Cel] = {}
    for cell in sorted(chosen, key=lambda each: each.bekend_op):
        last[cell.tabel, cell.periode] = cell
    return tuple(sorted(last.values(), key=lambda cell: (cell.periode[:4], cell.periode), reverse=True))


def _fetched(werkmap: Path, regio: str) -> Sequence[Cel] | None:
    try:
        return [cell for table, _ in AANDEEL for cell in statline.cijfers(table, regio=regio, workdir=werkmap)]
    except GebruikersFout:
        return None


@lru_cache(maxsize=1)
def read_verblijf() -> tuple[Cel, ...]:
    """Return how many young people had help away from home in the country, per year as shipped (CBS)."""
    found = {cell.periode: cell for cell in cbs.cellen() if cell.meting in VERBLIJF and cell.periode_soort == "jaar"}
    return tuple(found[year] for year in sorted(found))


def breuk_tussen(meting: str, eerste: str, laatste: str, tabel: str = "kerncijfers") -> str:
    """Return why two periods of a CBS measure cannot be compared; empty when they can."""
    known = (each for each in cbs.breuken() if each.tabel == tabel)
    return next((each.reden for each in known if each.ligt_tussen(meting, eerste, laatste)), "")


@lru_cache(maxsize=8192)
def inwoners(soort: str, code: str, jaar: int) -> tuple[int, int] | None:
    """Return the inhabitants of a place on 1 January and of those up to 18 (an estimate); None when unknown."""
    people = standaard.bevolking_per_gemeente(jaar)
    inside = [each for name, each in people.items() if _ligt_in(name, soort, code, jaar)]
    return (sum(each.inwoners for each in inside), sum(each.tot_18 for each in inside)) if inside else None


def laatste_inwoners(soort: str, code: str) -> tuple[int, int, int] | None:
    """Return the last year with a known population, with inhabitants and those up to 18; None without one."""
    return next(((year, *found) for year in _JAREN if (found := inwoners(soort, code, year))), None)


def _ligt_in(gemeente: str, soort: str, code: str, jaar: int) -> bool:
    if soort == "jeugdregio":
        return standaard.jeugdregio_van(gemeente, jaar) == code
    return soort == "land" or gemeente == code
