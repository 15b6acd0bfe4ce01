"""CBS figures: fetch a table into the work folder and read figures as known on a day, the offline set included."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime
from operator import attrgetter
from pathlib import Path

from jeugdstelsel import standaard
from jeugdstelsel.engines import duckdb as duck
from jeugdstelsel.engines.duckdb import Connection
from jeugdstelsel.ingest.statline import Lezing, without_number
from jeugdstelsel.model import Finding, Fout, GebruikersFout
from jeugdstelsel.services.intake import rows_to_table
from jeugdstelsel.services.statline_client import Client, Opname, write_whole
from jeugdstelsel.services.statline_vraag import Vraag, make_vraag, read_answers
from jeugdstelsel.services.warehouse import DATABASE, open_warehouse
from jeugdstelsel.standaard import cbs
from jeugdstelsel.standaard.bestand import read_bron
from jeugdstelsel.standaard.cbs import Cel, Toegang
from jeugdstelsel.tables import all_tables

FOLDER = "statline"
DONE = "ophaling.json"
"""Stands in the folder of a retrieval that is whole."""
OFFLINE = cbs.FOLDER_CBS
_TABLE = all_tables()["statline_cel"]
_CELLS = attrgetter(*_TABLE.names)
_KEY = ", ".join(name for name in _TABLE.key if name != "bekend_op")


@dataclass(frozen=True)
class Ophaling:
    """A retrieval, a row of `statline_ophaling`; `nieuw` cells were not known or were different.

    `gevonden` are its findings as (code, place, number of the row, text).
    """

    ophaling_id: str
    tabel: str
    titel: str
    filter: str
    bekend_op: date
    cellen: int
    nieuw: int
    bevindingen: int
    gevonden: tuple[tuple[str, str, int, str], ...] = ()


def toegang_van(workdir: Path | None) -> Toegang:
    """Return the settings of access to CBS: ours, or what `statline.toml` in the work folder puts in their place."""
    own = workdir / "statline.toml" if workdir else None
    try:
        return cbs.read_toegang(own.read_text(encoding="utf-8") if own and own.exists() else "")
    except (ValueError, TypeError) as error:
        raise GebruikersFout(f"{own} klopt niet. Gebruik de namen die in de handleiding bij CBS staan.") from error


def haal(
    workdir: Path,
    tabel: str,
    filters: Sequence[str] = (),
    *,
    versie: int = 4,
    opname: Path | None = None,
    netwerk: bool = True,
    opnieuw: bool = False,
    schema: str = "https",
) -> Ophaling:
    """Fetch a table of CBS and store its cells; what was known before stays.

    `filters` are texts such as 'regio=0363' or 'periode=2025-H1'. Of the same question on one day the answers of
    the first time are used, unless `opnieuw`. `opname` is a folder with answers: what is in it is not asked for,
    what is not is added to it. Raises Fout when CBS gives no usable answer, GebruikersFout for a wrong question.
    """
    toegang = toegang_van(workdir)
    vraag = make_vraag(tabel, filters, versie, toegang)
    folder = _folder_for(workdir, vraag, datetime.now(UTC), opnieuw)
    layers = [Opname(folder), *([Opname(opname)] if opname else [])]
    fresh = read_answers(Client(toegang, layers, netwerk=netwerk, schema=schema), vraag, toegang)
    write_whole(folder / DONE, json.dumps(vraag.as_dict()))
    name = str(folder.relative_to(workdir / FOLDER))
    with closing(open_cells(workdir, {name: fresh})) as connection:
        return read_ophaling(connection, name)


def _folder_for(workdir: Path, vraag: Vraag, now: datetime, opnieuw: bool) -> Path:
    """Return the folder of the retrieval of today for this question, whole or half done, or a new one."""
    mark = hashlib.sha256(json.dumps(vraag.as_dict()).encode()).hexdigest()[:8]
    base = workdir / FOLDER / vraag.tabel
    today = sorted(base.glob(f"{now:%Y%m%d}T*-{mark}")) if base.exists() else []
    return today[-1] if today and not opnieuw else base / f"{now:%Y%m%dT%H%M%S%f}-{mark}"


def _store(connection: Connection, name: str, vraag: Vraag, titel: str, lezing: Lezing) -> None:
    """Put what a retrieval gave in the tables, all or nothing."""
    with duck.transaction(connection):
        new = _add_cells(connection, lezing.cellen.values())
        counts = (len(lezing.cellen), new, len(lezing.bevindingen))
        row = (name, vraag.tabel, titel, vraag.filter, lezing.bekend_op, *counts)
        duck.append(connection, "statline_ophaling", rows_to_table("statline_ophaling", [row]))
        _add_findings(connection, name, lezing.bevindingen)


def _add_cells(connection: Connection, cells: Iterable[Cel]) -> int:
    """Add the cells that differ from what was known on their day; return how many. Of one day the last stands."""
    duck.register(connection, {"_gegeven": rows_to_table("statline_cel", [_CELLS(cell) for cell in cells])})
    same = " AND ".join(f"g.{name} = k.{name}" for name in _TABLE.key if name != "bekend_op")
    changed = " OR ".join(f"g.{name} IS DISTINCT FROM k.{name}" for name in ("waarde", "toestand", "status"))
    duck.make_table(
        connection,
        "_nieuw",
        f"""
        SELECT g.* FROM _gegeven g
        LEFT JOIN (
            SELECT c.* FROM statline_cel c JOIN (SELECT MIN(bekend_op) AS dag FROM _gegeven) d ON c.bekend_op <= d.dag
            QUALIFY row_number() OVER (PARTITION BY {_KEY} ORDER BY bekend_op DESC) = 1
        ) k ON {same} AND k.bekend_op <= g.bekend_op
        WHERE k.tabel IS NULL OR {changed}
        """,
    )
    key = " AND ".join(f"n.{name} = statline_cel.{name}" for name in _TABLE.key)
    duck.run_sql(connection, f"DELETE FROM statline_cel WHERE EXISTS (SELECT 1 FROM _nieuw n WHERE {key})")
    duck.run_sql(connection, "INSERT INTO statline_cel SELECT * FROM _nieuw")
    count = int(duck.run_sql(connection, "SELECT COUNT(*) FROM _nieuw")[0][0])
    duck.run_sql(connection, "DROP TABLE _nieuw")
    connection.unregister("_gegeven")
    return count


def _add_findings(connection: Connection, name: str, findings: Sequence[Finding]) -> None:
    rows: list[tuple[object, ...]] = [
        (name, None, None, None, None, "CBS", f.regel, f.ernst.value, None, None, f.regelnummer, f.plaats, f.tekst)
        for f in findings
    ]
    if rows:
        duck.append(connection, "bevinding", rows_to_table("bevinding", rows))


def open_cells(workdir: Path | None, fresh: Mapping[str, tuple[str, Lezing]] | None = None) -> Connection:
    """Open a database whose `statline_cel` holds the offline set and all that was fetched into the work folder.

    Without a work folder that is in use it is a database in memory. What the tables miss is read again from the
    answers that were kept, unless it is in `fresh`.
    """
    used = workdir is not None and ((workdir / DATABASE).exists() or (workdir / FOLDER).exists())
    connection = open_warehouse(workdir) if workdir is not None and used else duck.connect()
    for name in ("statline_cel", "statline_ophaling", "bevinding"):
        duck.create_table(connection, all_tables()[name], stored_only=True)
    known = {row[0] for row in duck.run_sql(connection, "SELECT ophaling_id FROM statline_ophaling")}
    if OFFLINE not in known:
        _store_offline(connection)
    if workdir is not None and used:
        for path in sorted((workdir / FOLDER).glob(f"*/*/{DONE}")):
            name = str(path.parent.relative_to(workdir / FOLDER))
            if name not in known:
                vraag = Vraag.from_dict(json.loads(path.read_text(encoding="utf-8")))
                _store(connection, name, vraag, *((fresh or {}).get(name) or _reread(path.parent, vraag, workdir)))
    return connection


def _store_offline(connection: Connection) -> None:
    lezing = Lezing(read_bron(OFFLINE).geldig_vanaf, "")
    lezing.cellen = {(str(number),): cell for number, cell in enumerate(cbs.cellen())}
    _store(connection, OFFLINE, Vraag("", (), 4, ""), read_bron(OFFLINE).naam, lezing)


def _reread(folder: Path, vraag: Vraag, workdir: Path) -> tuple[str, Lezing]:
    """Read a kept retrieval again from its own answers; one that is damaged counts as empty, with a finding."""
    toegang = toegang_van(workdir)
    try:
        return read_answers(Client(toegang, [Opname(folder)], netwerk=False), vraag, toegang)
    except Fout:
        lezing = Lezing(datetime.fromtimestamp(folder.stat().st_mtime, UTC).date(), "")
        lezing.say("STATLINE_ANTWOORD", folder.name)
        return "", lezing


def cijfers(
    tabel: str,
    *,
    regio: str | None = None,
    periode: str | None = None,
    meting: str | None = None,
    dimensies: Mapping[str, str] | None = None,
    bekend_op: date | None = None,
    revisies: bool = False,
    workdir: Path | None = None,
) -> list[Cel]:
    """Return the cells of a table as known on a day (default: now), series by series in order of period.

    `tabel` is a number or name, `regio` a code or the name of a gemeente or jeugdregio, `periode` our name (2025-H1),
    `meting` the name of a measure or its key with or without a number, `dimensies` gives per dimension the name or
    the beginning of it ('JH 1221'). With `revisies` also what was known before. The offline set is always there.
    Raises GebruikersFout for an unknown region.
    """
    with closing(open_cells(workdir)) as connection:
        cells = _read(connection, tabel, regio, periode, bekend_op or date.max, revisies)
    if meting is not None:
        cells = list(_of_measure(cells, meting))
    return [cell for cell in cells if _fits(cell, dimensies or {})]


def _read(
    connection: Connection, tabel: str, regio: str | None, periode: str | None, dag: date, revisies: bool
) -> list[Cel]:
    given = {"tabel": number_of(tabel), "regio": regio and code_of_region(regio), "periode": periode}
    chosen = {name: value for name, value in given.items() if value}
    where = " AND ".join(f"{name} = ${name}" for name in chosen)
    last = f"QUALIFY row_number() OVER (PARTITION BY {_KEY} ORDER BY bekend_op DESC) = 1"
    rows = duck.run_sql(
        connection,
        f"SELECT {', '.join(_TABLE.names)} FROM statline_cel WHERE {where} AND bekend_op <= $dag "
        f"{'' if revisies else last} ORDER BY meting, regio, dimensies, periode_soort, periode, bekend_op",
        {**chosen, "dag": dag},
    )
    return [Cel(*row) for row in rows]


def _of_measure(cells: Sequence[Cel], meting: str) -> Iterator[Cel]:
    """Yield the cells whose measure has this name; a key of CBS is a name without spaces that may be cut off."""
    exact = any(cell.meting == meting for cell in cells)
    key = _squash(without_number(meting))
    for cell in cells:
        if cell.meting == meting or (not exact and len(key) > 5 and _squash(cell.meting).startswith(key)):
            yield cell


def _squash(name: str) -> str:
    return "".join(letter for letter in name.casefold() if letter.isalnum())


def _fits(cell: Cel, dimensies: Mapping[str, str]) -> bool:
    have = dict(part.split("=", 1) for part in cell.dimensies.split(";") if part)
    return all(
        have.get(name) == value or have.get(name, "").startswith(f"{value} ") for name, value in dimensies.items()
    )


def number_of(tabel: str) -> str:
    """Return the number of a table given by number or by our name for it."""
    named = {known.naam: known.tabel for known in cbs.tabellen().values()}
    return named.get(tabel, tabel)


def code_of_region(regio: str) -> str:
    """Return the CBS code of a region given by code, four digits, or the name of a gemeente or jeugdregio."""
    if regio[:2] in {"NL", "LD", "PV", "CR", "JZ", "GM"} and regio[2:].isdigit():
        return regio
    if len(regio) == 4 and regio.isdigit():
        return f"GM{regio}"
    wanted = regio.casefold()
    names = {"nederland": "NL01"}
    names |= {naam.casefold(): code for code, naam in standaard.provincies().items()}
    names |= {naam.casefold(): code for code, naam in standaard.jeugdregios().items()}
    names |= {place.naam.casefold(): f"GM{code}" for code, place in standaard.gemeenten().items()}
    if wanted not in names:
        raise GebruikersFout(f"regio '{regio}' bestaat niet. Geef een code (GM0363) of de naam zoals CBS die schrijft.")
    return names[wanted]


@dataclass(frozen=True)
class Trend:
    """The change between two cells in percent; `pijl` is '↑', '↓', '=' or empty when it may not be shown."""

    verandering: float | None
    pijl: str
    toelichting: str


def trend(nieuw: Cel, oud: Cel) -> Trend:
    """Return how a figure changed, with what the reader must know.

    No arrow across a break, with a missing value, or when a provisional figure is expected to turn around. Raises
    GebruikersFout when the periods are of different kinds.
    """
    if nieuw.periode_soort != oud.periode_soort:
        raise GebruikersFout(f"{nieuw.periode} en {oud.periode} zijn niet even lang. Vergelijk jaar met jaar.")
    if why := break_between(nieuw, oud):
        return Trend(None, "", f"trendbreuk: {why}")
    if nieuw.waarde is None or oud.waarde is None or not oud.waarde:
        return Trend(None, "", "geen vergelijking: een van beide waarden is er niet")
    change = 100 * (nieuw.waarde / oud.waarde - 1)
    arrow = "=" if not change else "↑" if change > 0 else "↓"
    if not nieuw.status.endswith("voorlopig"):
        return Trend(change, arrow, "")
    expected = 100 * (nieuw.waarde * factor_for(nieuw) / oud.waarde - 1)
    if (expected > 0) != (change > 0):
        return Trend(change, "", f"voorlopig; met de verwachte bijstelling {expected:+.1f}%".replace(".", ","))
    return Trend(change, arrow, f"{nieuw.status}: kan nog veranderen")


def factor_for(cel: Cel) -> float:
    """Return what a provisional figure is expected to be multiplied by; 1 when nothing is known about it."""
    return next((known.factor for known in cbs.bijstellingen() if known.gaat_over(cel)), 1.0)


def break_between(nieuw: Cel, oud: Cel) -> str:
    """Return why two cells cannot be compared, or an empty text."""
    if nieuw.tabel != oud.tabel:
        return f"{oud.tabel} en {nieuw.tabel} tellen niet hetzelfde"
    fits = (
        known.reden
        for known in cbs.breuken()
        if known.tabel == nieuw.tabel and known.ligt_tussen(nieuw.meting, oud.periode, nieuw.periode)
    )
    return next(fits, "")


def tel_op(cellen: Sequence[Cel]) -> float:
    """Return the sum of cells; raises GebruikersFout for what has no meaning as a sum.

    Half years are never added up, periods of different kinds or units are never mixed, and what is secret or missing
    is not a number.
    """
    kinds = {cell.periode_soort for cell in cellen}
    if len(kinds) > 1:
        raise GebruikersFout(f"{' en '.join(sorted(kinds))} tellen niet op: dat zijn verschillende perioden.")
    if "halfjaar" in kinds and len({cell.periode for cell in cellen}) > 1:
        raise GebruikersFout(
            "halfjaren tellen niet op: wie in beide hulp had, telde dan dubbel. Gebruik het jaarcijfer."
        )
    if len({cell.eenheid for cell in cellen}) > 1 or any("%" in cell.eenheid for cell in cellen):
        raise GebruikersFout("percentages en verschillende eenheden tellen niet op.")
    values = [cell.waarde for cell in cellen if cell.waarde is not None]
    if len(values) < len(cellen):
        raise GebruikersFout("een van de cellen is geheim of ontbreekt; de som zou te laag zijn.")
    return sum(values)


def read_ophaling(connection: Connection, name: str) -> Ophaling:
    """Return one retrieval with its findings in order of their row."""
    names = all_tables()["statline_ophaling"].names
    sql = f"SELECT {', '.join(names)} FROM statline_ophaling WHERE ophaling_id = $id"
    (row,) = duck.run_sql(connection, sql, {"id": name})
    found = duck.run_sql(
        connection,
        "SELECT regel, plaats, regelnummer, tekst FROM bevinding WHERE levering_id = $id ORDER BY ALL",
        {"id": name},
    )
    return Ophaling(**dict(zip(names, row, strict=True)), gevonden=tuple(found))


def ophalingen(workdir: Path | None) -> list[Ophaling]:
    """Return every retrieval in order of day, the offline set included."""
    with closing(open_cells(workdir)) as connection:
        sql = "SELECT ophaling_id FROM statline_ophaling ORDER BY bekend_op, ophaling_id"
        return [read_ophaling(connection, row[0]) for row in duck.run_sql(connection, sql)]
