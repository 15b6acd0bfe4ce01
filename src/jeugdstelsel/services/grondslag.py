"""No link without a legal basis: data go from one source to another purpose only on a recorded ground."""

from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from jeugdstelsel.engines import duckdb as duck
from jeugdstelsel.model import GebruikersFout, NietToegestaan
from jeugdstelsel.services.warehouse import DATABASE, open_warehouse
from jeugdstelsel.store import Register
from jeugdstelsel.tables import all_tables

KOPPELINGEN: Mapping[str, str] = {
    "ijw→bij": "jongeren uit de berichten naast die uit de Beleidsinformatie leggen",
    "ijw→iv3": "bedragen uit de berichten naast de gemeenterekening leggen",
    "ijw→statistiek": "cijfers uit de berichten openbaar maken of aan de statistiek geven",
    "bij→statistiek": "cijfers uit de Beleidsinformatie openbaar maken of aan de statistiek geven",
}
"""What each link does with the data; every one of them is off until its legal basis is recorded."""


@dataclass(frozen=True)
class Grondslag:
    """The basis of one link on a day. An empty `grond` means: none recorded, so the link is off."""

    koppeling: str
    doel: str
    grond: str = ""
    eigenaar: str = ""
    sinds: str = ""


def require_grondslag(workdir: Path, koppeling: str, *, dag: date | None = None) -> str:
    """Return the recorded basis of a link on a day (today), or 'synthetisch' when nobody stands behind the data.

    Raises NietToegestaan when there is no basis and not everything in the work folder is labelled synthetic.
    """
    found = read_grondslag(workdir, koppeling, dag=dag)
    if found.grond:
        return found.grond
    if is_synthetic(workdir):
        return "synthetisch"
    raise NietToegestaan(
        f"er is geen grondslag vastgelegd voor {found.koppeling}: {found.doel}. Laat vaststellen of dit mag, en leg "
        f"het vast met: jeugdstelsel bronnen grondslag zet {shell_name(found.koppeling)} --grond '...' "
        f"--eigenaar '...' --vanaf DATUM --werkmap {workdir}"
    )


def is_synthetic(workdir: Path) -> bool:
    """Whether there are deliveries in the work folder and every one of them says that it is synthetic."""
    if not (workdir / DATABASE).exists():
        return False
    sources = [name for name, table in all_tables().items() if table.stored and "synthetisch" in table.names]
    counts = " UNION ALL ".join(
        f"SELECT COUNT(*) AS alle, COUNT(*) FILTER (WHERE synthetisch) AS verzonnen FROM {name}" for name in sources
    )
    with closing(open_warehouse(workdir, existing=True)) as connection:
        total, invented = duck.run_sql(connection, f"SELECT SUM(alle), SUM(verzonnen) FROM ({counts})")[0]
    return bool(total) and total == invented


def read_grondslag(
    workdir: Path, koppeling: str, *, dag: date | None = None, bekend_op: datetime | None = None
) -> Grondslag:
    """Return the basis of a link as it holds on a day; raises GebruikersFout for an unknown link."""
    name = find_koppeling(koppeling)
    value = _register(workdir).lees(name, geldig_op=dag or date.today(), bekend_op=bekend_op)
    return Grondslag(name, KOPPELINGEN[name], **(value or {}))


def zet_grondslag(
    workdir: Path, koppeling: str, *, grond: str, eigenaar: str, vanaf: date, wie: str, waarom: str = ""
) -> Grondslag:
    """Record on what ground a link may be made from a day on. Raises GebruikersFout without ground or owner."""
    name = find_koppeling(koppeling)
    if not grond.strip() or not eigenaar.strip():
        raise GebruikersFout("een grondslag noemt de grond en de eigenaar die ervoor instaat. Geef beide op.")
    value = {"grond": grond.strip(), "eigenaar": eigenaar.strip(), "sinds": vanaf.isoformat()}
    register = _register(workdir)
    register.schrijf(
        name, value, wie=wie, waarom=waarom or "grondslag vastgelegd", geldig_vanaf=vanaf,
        verwacht=register.versie(name),
    )  # fmt: skip
    return Grondslag(name, KOPPELINGEN[name], **value)


def trek_grondslag_in(workdir: Path, koppeling: str, *, vanaf: date, wie: str, waarom: str) -> None:
    """Put a link off from a day on. Raises GebruikersFout when it has no basis that day, or without a reason."""
    name = find_koppeling(koppeling)
    if not read_grondslag(workdir, name, dag=vanaf).grond:
        raise GebruikersFout(f"voor {name} geldt op {vanaf} geen grondslag; er is niets in te trekken.")
    _register(workdir).schrijf(name, None, wie=wie, waarom=waarom, geldig_vanaf=vanaf)


def find_koppeling(text: str) -> str:
    """Return the name of a link, also when the arrow is typed as '->' or '-'."""
    name = text.strip().lower().replace("->", "→").replace("-", "→")
    if name not in KOPPELINGEN:
        known = ", ".join(shell_name(each) for each in KOPPELINGEN)
        raise GebruikersFout(f"de koppeling '{text}' bestaat niet. Kies uit: {known}.")
    return name


def shell_name(koppeling: str) -> str:
    """Return the name of a link as one types it."""
    return koppeling.replace("→", "-")


def _register(workdir: Path) -> Register:
    return Register(workdir, "grondslag")
