"""Take deliveries in: archive first, then rows and findings, one commit per delivery."""

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from queue import Queue
from threading import Thread
from typing import IO

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from jeugdstelsel.engines import duckdb as duck
from jeugdstelsel.ingest import Batch, read_batch
from jeugdstelsel.ingest.pseudonym import Key
from jeugdstelsel.ingest.unpack import LABEL, Document, find_files, unpack
from jeugdstelsel.model import Ernst, Finding
from jeugdstelsel.services.check import MessageJudge, in_batches, rule_finding
from jeugdstelsel.store import Archive, Delivery, read_key
from jeugdstelsel.tables import all_tables, arrow_schema

DATABASE = "gegevens.duckdb"
GROUP_BYTES = 16 * 2**20
GROUP_DELIVERIES = 2_000
ORDER = tuple(
    f"JW{n}" for n in (315, 316, 317, 318, 319, 320, 301, 302, 305, 306, 307, 308, 323, 325)
)
"""Order of judging for messages of one day: a request, its answer, the toewijzing, the care, the bill."""

Progress = Callable[[int], None]
Connection = duck.Connection


@dataclass
class Summary:
    """What one run took in. `al_bekend` are deliveries that were in the archive already."""

    leveringen: int = 0
    al_bekend: int = 0
    documenten: int = 0
    bevindingen: int = 0


@dataclass(frozen=True)
class _Part:
    """A judged piece of a delivery, ready to be stored."""

    levering_ids: list[str]
    volgnummers: list[int]
    batch: Batch
    findings: list[Finding]
    afgekeurd: frozenset[str]


def open_warehouse(workdir: Path, *, memory: str = "3GB") -> Connection:
    """Open the database of the work folder with every stored table in it."""
    workdir.mkdir(parents=True, exist_ok=True)
    connection = duck.connect(workdir / DATABASE, memory=memory)
    for table in all_tables().values():
        if table.stored:
            duck.create_table(connection, table, stored_only=True)
    return connection


def process(
    paths: Iterable[Path],
    workdir: Path,
    *,
    van: str,
    door: str,
    stdin: IO[bytes] | None = None,
    progress: Progress = lambda _: None,
) -> Summary:
    """Take everything under `paths` (and `stdin`) in; what an earlier run left half done is finished first.

    The same delivery twice changes nothing. A kill at any moment loses nothing: the bytes are in the
    archive before their rows, and the rows of a group of deliveries are stored in one transaction.
    """
    archive = Archive(workdir)
    connection = open_warehouse(workdir)
    store = _Store(connection, archive, read_key(workdir), progress)
    summary = store.summary
    known = store.stored_ids()
    store.take([delivery for delivery in archive.deliveries() if delivery.levering_id not in known])
    for group in _archive_groups(archive, paths, stdin, van, door):
        fresh = [delivery for delivery in group if delivery.levering_id not in known]
        known.update(delivery.levering_id for delivery in fresh)
        summary.al_bekend += len(group) - len(fresh)
        store.take(fresh)
    connection.close()
    return summary


def _archive_groups(
    archive: Archive, paths: Iterable[Path], stdin: IO[bytes] | None, van: str, door: str
) -> Iterator[list[Delivery]]:
    """Archive deliveries and yield them in groups that are stored together; a large one is alone."""
    group: dict[str, Delivery] = {}
    size = 0
    for name, opener in _sources(paths, stdin):
        with opener() as stream:
            levering_id, length = archive.keep(stream)
        now = datetime.now(UTC).isoformat(timespec="seconds")
        group[levering_id] = Delivery(levering_id, name, length, now, van, door)
        size += length
        if size >= GROUP_BYTES or len(group) >= GROUP_DELIVERIES:
            archive.record(group.values())
            yield list(group.values())
            group, size = {}, 0
    if group:
        archive.record(group.values())
        yield list(group.values())


def _sources(paths: Iterable[Path], stdin: IO[bytes] | None) -> Iterator[tuple[str, Callable[[], IO[bytes]]]]:
    for path in paths:
        for file in find_files(path):
            yield file.name, lambda file=file: file.open("rb")  # type: ignore[misc]
    if stdin is not None:
        yield "standaardinvoer", lambda: os.fdopen(os.dup(stdin.fileno()), "rb")


class _Store:
    """Stores groups of deliveries, reading ahead in a second thread."""

    def __init__(self, connection: Connection, archive: Archive, key: Key, progress: Progress) -> None:
        self._connection = connection
        self._archive = archive
        self._key = key
        self._progress = progress
        self._judge = MessageJudge()
        self.summary = Summary()

    def stored_ids(self) -> set[str]:
        """Return the deliveries whose rows are stored."""
        return {row[0] for row in duck.run_sql(self._connection, "SELECT levering_id FROM levering")}

    def take(self, deliveries: list[Delivery]) -> None:
        """Store deliveries, all or nothing."""
        if not deliveries:
            return
        counts = {delivery.levering_id: 0 for delivery in deliveries}
        synthetic: set[str] = set()
        duck.run_sql(self._connection, "BEGIN")
        try:
            for part in _ahead(self._parts(deliveries, synthetic)):
                for levering_id in part.levering_ids:
                    counts[levering_id] += 1
                self._insert(part)
                self._progress(len(part.levering_ids))
            rows = [(levering_id, n, levering_id in synthetic, False) for levering_id, n in counts.items()]
            self._append("levering", _rows_to_table("levering", rows))
            duck.run_sql(self._connection, "COMMIT")
        except BaseException:
            duck.run_sql(self._connection, "ROLLBACK")
            raise
        self.summary.leveringen += len(deliveries)
        self.summary.documenten += sum(counts.values())

    def _documents(self, deliveries: list[Delivery], synthetic: set[str]) -> Iterator[tuple[str, Document]]:
        for delivery in deliveries:
            with self._archive.open(delivery.levering_id) as stream:
                for document in unpack(delivery.naam, stream):
                    if document.naam.endswith(f"/{LABEL}"):
                        synthetic.add(delivery.levering_id)
                    else:
                        yield delivery.levering_id, document

    def _parts(self, deliveries: list[Delivery], synthetic: set[str]) -> Iterator[_Part]:
        """Read and judge the documents of the deliveries piece by piece."""
        numbers: dict[str, int] = {}
        refused: list[tuple[str, Finding]] = []

        def readable() -> Iterator[tuple[str, bytes]]:
            for levering_id, document in self._documents(deliveries, synthetic):
                if document.refusal is not None:
                    refused.append((levering_id, document.refusal))
                else:
                    yield levering_id, document.data

        for named in in_batches(readable()):
            ids = [levering_id for levering_id, _ in named]
            places = []
            for levering_id in ids:
                numbers[levering_id] = numbers.get(levering_id, 0) + 1
                places.append(numbers[levering_id])
            yield self._judge_part(ids, places, [data for _, data in named])
        if refused:
            yield _Part([], [], Batch([]), [_with_delivery(f, levering_id) for levering_id, f in refused], frozenset())

    def _judge_part(self, levering_ids: list[str], places: list[int], documents: list[bytes]) -> _Part:
        batch = read_batch(documents, self._key)
        broken = self._judge.judge(batch.tables)
        findings = [rule_finding(*violation) for violation in broken]
        return _Part(levering_ids, places, batch, findings, frozenset(v[0] for v in broken if v[0]))

    def _insert(self, part: _Part) -> None:
        """Insert what is new; a document that was received before leaves no second trace."""
        received = _received(part)
        duck.register(self._connection, {"_ontvangst": received})
        fresh = duck.run_sql(
            self._connection,
            "SELECT bericht_id FROM _ontvangst WHERE bericht_id NOT IN (SELECT bericht_id FROM ontvangst)",
        )
        new = {row[0] for row in fresh}
        keep = new - part.afgekeurd
        self._append("ontvangst", _only(received, new))
        for name, table in part.batch.tables.items():
            if not all_tables()[name].stored:
                continue
            rows = _only(table, keep)
            if name == "bericht":
                rows = _complete_headers(rows, received)
            self._append(name, rows.select(arrow_schema(all_tables()[name], stored_only=True).names))
        findings = _findings_table(part, received, new)
        self.summary.bevindingen += findings.num_rows
        self._append("bevinding", findings)

    def _append(self, name: str, rows: pa.Table) -> None:
        if rows.num_rows:
            duck.append(self._connection, name, rows)


def _ahead(parts: Iterator[_Part]) -> Iterator[_Part]:
    """Compute parts in a second thread, at most two ahead."""
    queue: Queue[_Part | BaseException | None] = Queue(maxsize=2)

    def work() -> None:
        try:
            for part in parts:
                queue.put(part)
            queue.put(None)
        except BaseException as error:  # handed to the reader, who raises it
            queue.put(error)

    Thread(target=work, daemon=True).start()
    while (item := queue.get()) is not None:
        if isinstance(item, BaseException):
            raise item
        yield item


def _rows_to_table(name: str, rows: list[tuple[object, ...]]) -> pa.Table:
    schema = arrow_schema(all_tables()[name], stored_only=True)
    columns = list(zip(*rows, strict=True)) or [()] * len(schema)
    return pa.Table.from_arrays([pa.array(c, f.type) for c, f in zip(columns, schema, strict=True)], schema=schema)


def _received(part: _Part) -> pa.Table:
    """Return the rows of `ontvangst` of a part; of the same bytes twice only the first."""
    rows: dict[str, tuple[object, ...]] = {}
    for levering_id, place, outcome in zip(part.levering_ids, part.volgnummers, part.batch.outcomes, strict=True):
        if not outcome.leesbaar:
            uitkomst = "geweigerd"
        else:
            uitkomst = "afgekeurd" if outcome.bericht_id in part.afgekeurd else "gelezen"
        row = (outcome.bericht_id, levering_id, place, outcome.berichtsoort or None, outcome.release or None, uitkomst)
        rows.setdefault(outcome.bericht_id, row)
    return _rows_to_table("ontvangst", list(rows.values()))


def _only(table: pa.Table, ids: set[str]) -> pa.Table:
    """Return the rows of the given messages; of a message that stands in the part twice all rows once."""
    if table.num_rows == 0:
        return table
    keep = pc.is_in(table["bericht_id"], value_set=pa.array(sorted(ids), pa.string()))
    kept = table if pc.all(keep).as_py() else table.filter(keep)
    key = [name for name in (*all_tables_key(table), "bericht_id") if name in table.column_names]
    return _drop_doubles(kept, key)


def all_tables_key(table: pa.Table) -> tuple[str, ...]:
    """Return the key columns of the canonical table with exactly these columns."""
    for candidate in all_tables().values():
        if list(candidate.names) == table.column_names:
            return candidate.key
    return ()


def _drop_doubles(table: pa.Table, key: list[str]) -> pa.Table:
    """Drop rows whose key came before, which happens only when one part holds a message twice."""
    if not key or table.num_rows < 2:
        return table
    grouped = table.select(key).append_column("_rij", pa.array(np.arange(table.num_rows))).group_by(key)
    first = grouped.aggregate([("_rij", "min")])["_rij_min"]
    return table if len(first) == table.num_rows else table.take(pc.sort_indices(first).cast(pa.int64()))


def _complete_headers(headers: pa.Table, received: pa.Table) -> pa.Table:
    """Add the delivery and the order of judging, which follows from content and never from arrival."""
    index = pc.index_in(headers["bericht_id"], value_set=received["bericht_id"].combine_chunks())
    headers = _set(headers, "levering_id", received["levering_id"].take(index))
    days = headers["dagtekening"].combine_chunks().cast(pa.int32()).to_numpy().astype(np.int64) + 40_000
    phase = pc.index_in(headers["berichtsoort"], value_set=pa.array(ORDER)).to_numpy().astype(np.int64)
    digits = pc.struct_field(pc.extract_regex(headers["identificatie"], r"(?P<n>[0-9]{1,8})[^0-9]*$"), "n")
    number = pc.fill_null(pc.cast(digits, pa.int64()), 0).to_numpy() & (2**27 - 1)
    tie = np.array([hash_bits(i) for i in headers["bericht_id"].to_pylist()], np.int64)
    order = (np.clip(days, 0, 2**16 - 1) << 47) | (phase << 43) | (number << 16) | tie
    return _set(headers, "volgorde", pa.array(order))


def hash_bits(bericht_id: str) -> int:
    """Return 16 bits of an id, to order messages that are equal in all else."""
    return sum(ord(character) * 131**i for i, character in enumerate(bericht_id[:6])) & 0xFFFF


def _set(table: pa.Table, name: str, values: pa.Array | pa.ChunkedArray) -> pa.Table:
    return table.set_column(table.column_names.index(name), name, values)


def _with_delivery(finding: Finding, levering_id: str) -> Finding:
    """Remember the delivery of a document that has no id, since it could not be opened."""
    return Finding(finding.regel, finding.plaats, finding.tekst, ernst=finding.ernst, bericht_id=f"levering:{levering_id}")


def _findings_table(part: _Part, received: pa.Table, new: set[str]) -> pa.Table:
    """Return the findings on new documents as rows of `bevinding`."""
    delivery = dict(zip(received["bericht_id"].to_pylist(), received["levering_id"].to_pylist(), strict=True))
    headers = {}
    if "bericht" in part.batch.tables:
        columns = ("bericht_id", "berichtsoort", "gemeente", "aanbieder", "afzender")
        headers = {row["bericht_id"]: row for row in part.batch.tables["bericht"].select(columns).to_pylist()}
    soorten = {outcome.bericht_id: outcome.berichtsoort for outcome in part.batch.outcomes}
    said = [finding for outcome in part.batch.outcomes for finding in outcome.findings]
    rows: list[tuple[object, ...]] = []
    for finding in (*said, *part.findings):
        whole = finding.bericht_id.removeprefix("levering:")
        opened = whole == finding.bericht_id
        if opened and finding.bericht_id not in new and finding.ernst is not Ernst.NIET_BEOORDEELD:
            continue
        header = headers.get(finding.bericht_id, {})
        rows.append(
            (
                delivery.get(finding.bericht_id) if opened else whole,
                finding.bericht_id if opened else "",
                soorten.get(finding.bericht_id) or None,
                header.get("gemeente"),
                header.get("aanbieder"),
                header.get("afzender"),
                finding.regel,
                finding.ernst.value,
                finding.retourcode or None,
                finding.klasse or None,
                finding.regelnummer,
                finding.plaats,
                finding.tekst,
            )
        )
    return _rows_to_table("bevinding", rows)
