"""Take deliveries of Iv3 in, and give the amounts that stand: the newest that is known, and else what is shipped."""

import io
import tarfile
from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import pyarrow as pa

from jeugdstelsel.engines import duckdb as duck
from jeugdstelsel.ingest.iv3 import Iv3Lezing, read_iv3
from jeugdstelsel.ingest.unpack import clean_name, find_files, require_existing, unpack, unpack_file
from jeugdstelsel.model import Finding, GebruikersFout
from jeugdstelsel.services.intake import rows_to_table
from jeugdstelsel.services.warehouse import open_warehouse
from jeugdstelsel.standaard import gemeenten, iv3
from jeugdstelsel.store import Archive, Delivery
from jeugdstelsel.tables import all_tables, arrow_schema

FOLDER = "iv3"
"""Folder in the work folder with the archive of these deliveries."""
_KEYS = ("gemeente", "jaar", "document", "zijde")
_STAND = """
    SELECT b.gemeente, b.jaar, b.document, b.indeling, b.taakveld, b.zijde, b.categorie, b.bedrag, b.levering_id,
           b.bekend_op
    FROM iv3_bedrag b
    JOIN (
        SELECT gemeente, jaar, document, zijde, levering_id,
               ROW_NUMBER() OVER (
                   PARTITION BY gemeente, jaar, document, zijde ORDER BY bekend_op DESC, volgnummer DESC
               ) AS plaats
        FROM (
            SELECT DISTINCT b.gemeente, b.jaar, b.document, b.zijde, b.levering_id, l.bekend_op, l.volgnummer
            FROM iv3_bedrag b
            JOIN iv3_levering l ON l.levering_id = b.levering_id
            WHERE l.bekend_op <= $bekend_op
        ) o
    ) n ON n.gemeente = b.gemeente AND n.jaar = b.jaar AND n.document = b.document AND n.zijde = b.zijde
       AND n.levering_id = b.levering_id AND n.plaats = 1
"""


@dataclass(frozen=True)
class Opgenomen:
    """What became of one delivery; `al_bekend` says that it was in the archive before."""

    naam: str
    vorm: str
    bedragen: int
    balans: int
    bevindingen: tuple[Finding, ...]
    al_bekend: bool = False


def load(
    workdir: Path,
    path: Path,
    *,
    van: str = "CBS",
    door: str = "onbekend",
    gemeente: str = "",
    bekend_op: date | None = None,
) -> Opgenomen:
    """Take one delivery in: a file, an archive, or a folder with the files of one table.

    `gemeente` is the code for OpenSpending, whose files do not name it. `bekend_op` is the day from which these
    amounts were known, today without it. The same delivery twice changes nothing. Raises GebruikersFout for a path
    or gemeente that is not there; what is wrong in the files is a finding.
    """
    require_existing([path])
    if gemeente and gemeente.removeprefix("GM") not in gemeenten():
        raise GebruikersFout(f"gemeente '{gemeente}' bestaat niet. Geef de code van vier cijfers, zoals 0363.")
    name = clean_name(path.name)
    files, refused = _read_files(path, workdir, f"GM{gemeente.removeprefix('GM')}/" if gemeente else "")
    if refused:
        return Opgenomen(name, "", 0, 0, tuple(refused))
    with closing(open_warehouse(workdir)) as connection:
        archive = Archive(workdir / FOLDER)
        archive.tidy()
        levering_id, size = archive.keep(io.BytesIO(_pack(files)))
        known = any(delivery.levering_id == levering_id for delivery in archive.deliveries())
        moment = bekend_op.isoformat() if bekend_op else datetime.now(UTC).isoformat(timespec="seconds")
        archive.record([Delivery(levering_id, name, size, moment, van, door)])
        _catch_up(connection, archive)
    lezing = read_iv3(files)
    return Opgenomen(name, lezing.vorm, len(lezing.rijen), lezing.balans, lezing.bevindingen, known)


def _read_files(path: Path, workdir: Path, folder: str) -> tuple[dict[str, bytes], list[Finding]]:
    """Return the JSON and CSV files under a path by name, and why some could not be opened.

    What else lies in a folder or archive is passed over; a single file is read whatever its name.
    """
    files: dict[str, bytes] = {}
    refused: list[Finding] = []
    for file in find_files(path, leave_out=workdir):
        name = file.relative_to(path).as_posix() if path.is_dir() and file != path else file.name
        for document in unpack_file(file, name):
            if document.refusal:
                refused.append(document.refusal)
            elif document.naam == path.name or document.naam.lower().endswith((".json", ".csv", ".gz")):
                files[folder + document.naam] = document.data
    return files, refused


def _pack(files: Mapping[str, bytes]) -> bytes:
    """Return files as one tar, which is the same for the same files."""
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode="w", format=tarfile.PAX_FORMAT) as packed:
        for name, data in sorted(files.items()):
            member = tarfile.TarInfo(name)
            member.size = len(data)
            packed.addfile(member, io.BytesIO(data))
    return target.getvalue()


def _catch_up(connection: duck.Connection, archive: Archive) -> None:
    """Store every delivery of the archive that is not in the tables: new, left by a kill, or after a rebuild."""
    stored = {row[0] for row in duck.run_sql(connection, "SELECT levering_id FROM iv3_levering")}
    for number, delivery in enumerate(archive.deliveries(), start=1):
        if delivery.levering_id in stored:
            continue
        with archive.open(delivery.levering_id) as stream:
            prefix = f"{delivery.naam}/"
            files = {d.naam.removeprefix(prefix): d.data for d in unpack(delivery.naam, stream) if not d.refusal}
        _store(connection, delivery, number, read_iv3(files))


def _store(connection: duck.Connection, delivery: Delivery, number: int, lezing: Iv3Lezing) -> None:
    """Store what one delivery says, all or nothing."""
    key, day = delivery.levering_id, date.fromisoformat(delivery.ontvangen_op[:10])
    amounts = [
        (r.gemeente, r.jaar, r.document, r.indeling, r.taakveld, r.zijde, r.categorie, r.bedrag, key, day)
        for r in lezing.rijen
    ]
    about = (key, number, delivery.naam, lezing.vorm, day, len(amounts), len(lezing.bevindingen))
    findings = [_finding_row(key, delivery.van, finding) for finding in lezing.bevindingen]
    with duck.transaction(connection):
        for name, rows in (("iv3_bedrag", amounts), ("iv3_levering", [about]), ("bevinding", findings)):
            if rows:
                duck.append(connection, name, rows_to_table(name, rows))


def _finding_row(levering_id: str, van: str, finding: Finding) -> tuple[object, ...]:
    row = {
        "levering_id": levering_id,
        "bericht_id": "",
        "berichtsoort": "Iv3",
        "leverancier": van,
        "regel": finding.regel,
        "ernst": finding.ernst.value,
        "regelnummer": finding.regelnummer,
        "plaats": finding.plaats,
        "tekst": finding.tekst,
    }
    return tuple(row.get(name) for name in all_tables()["bevinding"].stored_names)


def standing(workdir: Path | None = None, bekend_op: date | None = None) -> pa.Table:
    """Return the amounts that stand as rows of `iv3_bedrag`; shipped ones have no `levering_id` and no `bekend_op`.

    Per gemeente, year, document and side the newest delivery holds whole; what was never delivered is as shipped.
    With `bekend_op` it is as was known at the end of that day; the shipped amounts, of an unknown day, are left out.
    """
    schema = arrow_schema(all_tables()["iv3_bedrag"])
    own = _own(workdir, bekend_op or date.max) if workdir and (workdir / FOLDER).exists() else schema.empty_table()
    if bekend_op:
        return own
    known = set(zip(*(own[key].to_pylist() for key in _KEYS), strict=True))
    shipped = (a for a in iv3.bedragen() if (a.gemeente, a.jaar, a.document, a.zijde) not in known)
    return pa.concat_tables([own, rows_to_table("iv3_bedrag", [*_shipped_rows(shipped)])])


def own_returns(workdir: Path, bekend_op: date | None = None) -> frozenset[tuple[str, int, str, str]]:
    """Return for which gemeente, year, document and side the amounts that stand come from own deliveries.

    Raises GebruikersFout when no Iv3 was loaded in this work folder.
    """
    if not (workdir / FOLDER).exists():
        raise GebruikersFout(f"in {workdir} is geen Iv3 geladen. Laad het met iv3 laad, of laat --werkmap weg.")
    table = _own(workdir, bekend_op or date.max)
    return frozenset(zip(*(table[key].to_pylist() for key in _KEYS), strict=True))


def _own(workdir: Path, bekend_op: date) -> pa.Table:
    """Return the amounts of the deliveries that stand."""
    with closing(open_warehouse(workdir)) as connection:
        _catch_up(connection, Archive(workdir / FOLDER))
        duck.make_table(connection, "iv3_stand", _STAND, {"bekend_op": bekend_op})
        return duck.read_table(connection, "SELECT * FROM iv3_stand").cast(arrow_schema(all_tables()["iv3_bedrag"]))


def _shipped_rows(amounts: Iterable[iv3.Iv3Bedrag]) -> Iterable[tuple[object, ...]]:
    indelingen = {jaar: iv3.indeling_van(jaar) for jaar in {a.jaar for a in iv3.bedragen()}}
    for a in amounts:
        indeling = indelingen[a.jaar]
        code = indeling.code if indeling else ""
        yield (a.gemeente, a.jaar, a.document, code, a.taakveld, a.zijde, "L", a.bedrag, "", None)
