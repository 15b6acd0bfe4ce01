"""Take deliveries in: archive first, then rows and findings, one commit per delivery."""

import os
from collections import Counter, deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from queue import SimpleQueue
from typing import IO, NamedTuple, TypeAlias

import pyarrow as pa

from jeugdstelsel.engines import duckdb as duck
from jeugdstelsel.ingest.pseudonym import Key, make_pseudonyms
from jeugdstelsel.ingest.read import Batch, make_bericht_ids
from jeugdstelsel.ingest.unpack import LABEL, clean_name, find_files, open_file, unpack
from jeugdstelsel.model import Finding, GebruikersFout
from jeugdstelsel.services.check import MessageJudge, in_batches, rule_finding
from jeugdstelsel.services.intake import (
    Part,
    complete_headers,
    findings_table,
    join_parts,
    of_delivery,
    received,
    rows_to_table,
    without,
)
from jeugdstelsel.services.warehouse import DATABASE, open_warehouse
from jeugdstelsel.store import Archive, Delivery, read_key
from jeugdstelsel.tables import all_tables, arrow_schema

GROUP_BYTES = 64 * 2**20
PIECE = 6
"""Batches that are judged together: a query costs about as much over few rows as over many."""
AHEAD = 2
"""Pieces that are unpacked ahead of storing."""
READERS = 2
"""Batches that are read or judged at the same time."""
GROUP_DELIVERIES = 2_000
Progress: TypeAlias = Callable[[int], None]
Connection: TypeAlias = duck.Connection


@dataclass
class Summary:
    """What one run took in. `al_bekend` are deliveries that were in the archive already,
    `overgeslagen` the names of what could not be opened at all, with the reason."""

    leveringen: int = 0
    al_bekend: int = 0
    documenten: int = 0
    bevindingen: int = 0
    overgeslagen: list[tuple[str, Finding]] = field(default_factory=list)


def process(
    paths: Iterable[Path],
    workdir: Path,
    *,
    van: str,
    door: str,
    stdin: IO[bytes] | None = None,
    xsd: Path | None = None,
    progress: Progress = lambda _: None,
) -> Summary:
    """Take everything under `paths` (and `stdin`) in; what an earlier run left half done is finished first.

    The same delivery twice changes nothing. A kill at any moment loses nothing: the bytes are in the
    archive before their rows, and the rows of a group of deliveries are stored in one transaction.
    """
    with closing(open_warehouse(workdir)) as connection, ExitStack() as stack:
        archive = Archive(workdir)
        archive.tidy()
        judges = [stack.enter_context(MessageJudge(xsd=xsd)) for _ in range(READERS)]
        store = _Store(connection, archive, _own_key(connection, workdir), judges, progress)
        known = store.stored_ids()
        left = _groups(d for d in archive.deliveries() if d.levering_id not in known)
        given = _groups(_keep_all(archive, _sources(paths, stdin, workdir), store.summary, van, door))
        store.take(_fresh(left, given, archive, known, store.summary))
        return store.summary


def _fresh(
    left: Iterator[list[Delivery]],
    given: Iterator[list[Delivery]],
    archive: Archive,
    known: set[str],
    summary: Summary,
) -> Iterator[list[Delivery]]:
    """Yield the groups to store: what an earlier run left, then what is given and not known; record it first."""
    for group in left:
        known.update(delivery.levering_id for delivery in group)
        yield group
    for group in given:
        archive.record(group)
        fresh = [delivery for delivery in group if delivery.levering_id not in known]
        known.update(delivery.levering_id for delivery in fresh)
        summary.al_bekend += len(group) - len(fresh)
        if fresh:
            yield fresh


def _own_key(connection: Connection, workdir: Path) -> Key:
    """Return the key, after the check that the tables were made with it: pseudonyms of two keys never mix."""
    key = read_key(workdir)
    mark = make_pseudonyms(["sleutelcontrole"], key)[0]
    empty = not duck.run_sql(connection, "SELECT 1 FROM levering LIMIT 1")
    if not empty and duck.read_note(connection, "client") not in (None, mark):
        raise GebruikersFout(
            f"de sleutel hoort niet bij de tabellen in {workdir}. Zet de goede sleutel terug, of verwijder "
            f"{workdir / DATABASE}; dan worden de tabellen met deze sleutel opnieuw gemaakt."
        )
    duck.write_note(connection, "client", mark)
    return key


def _groups(deliveries: Iterable[Delivery]) -> Iterator[list[Delivery]]:
    """Yield deliveries in groups that are stored together; a large one ends its group."""
    group: dict[str, Delivery] = {}
    size = 0
    for delivery in deliveries:
        group.setdefault(delivery.levering_id, delivery)
        size += delivery.grootte
        if size >= GROUP_BYTES or len(group) >= GROUP_DELIVERIES:
            yield list(group.values())
            group, size = {}, 0
    if group:
        yield list(group.values())


def _keep_all(
    archive: Archive, sources: Iterable[tuple[str, IO[bytes] | Finding]], summary: Summary, van: str, door: str
) -> Iterator[Delivery]:
    """Write deliveries to the archive; what cannot be opened is told in the summary and passed over."""
    for name, stream in sources:
        if isinstance(stream, Finding):
            summary.overgeslagen.append((name, stream))
            continue
        with stream:
            levering_id, size = archive.keep(stream)
        yield Delivery(levering_id, name, size, datetime.now(UTC).isoformat(timespec="seconds"), van, door)


def _sources(
    paths: Iterable[Path], stdin: IO[bytes] | None, workdir: Path
) -> Iterator[tuple[str, IO[bytes] | Finding]]:
    """Yield what there is to take in; the work folder itself, with its key, never is."""
    for path in paths:
        for file in find_files(path, leave_out=workdir):
            yield clean_name(file.name), open_file(file)
    if stdin is not None:
        yield "standaardinvoer", os.fdopen(os.dup(stdin.fileno()), "rb")


class _Named(NamedTuple):
    """A document with its id, its delivery and its place there."""

    bericht_id: str
    levering_id: str
    volgnummer: int
    data: bytes


@dataclass
class _Group:
    """Deliveries that are stored together: their documents, what was refused, which are synthetic."""

    counts: Counter[str]
    ids: set[str] = field(default_factory=set)
    synthetic: set[str] = field(default_factory=set)
    refused: list[Finding] = field(default_factory=list)


class _Store:
    """Stores groups of deliveries; what comes next is read and judged in other threads."""

    def __init__(
        self, connection: Connection, archive: Archive, key: Key, judges: list[MessageJudge], progress: Progress
    ) -> None:
        self._connection = connection
        self._archive = archive
        self._key = key
        self._progress = progress
        self._judges: SimpleQueue[MessageJudge] = SimpleQueue()
        for judge in judges:
            self._judges.put(judge)
        self.summary = Summary()

    def stored_ids(self) -> set[str]:
        """Return the deliveries whose rows are stored."""
        return {row[0] for row in duck.run_sql(self._connection, "SELECT levering_id FROM levering")}

    def take(self, groups: Iterator[list[Delivery]]) -> None:
        """Store groups of deliveries, each all or nothing.

        One thread unpacks ahead, some read and judge, and this one stores.
        """
        with ThreadPoolExecutor(READERS) as pool, closing(_ahead(self._pieces(groups, pool))) as pieces:
            duck.run_sql(self._connection, "BEGIN")
            try:
                for piece in pieces:
                    if isinstance(piece, _Group):
                        self._finish(piece)
                        duck.run_sql(self._connection, "BEGIN")
                    else:
                        part = piece.result()
                        self._insert(part)
                        self._progress(len(part.levering_ids))
            finally:
                duck.run_sql(self._connection, "ROLLBACK")

    def _finish(self, group: _Group) -> None:
        """Mark the deliveries of a group as stored and make it last."""
        rows = [(levering_id, n, levering_id in group.synthetic, False) for levering_id, n in group.counts.items()]
        self._append("levering", rows_to_table("levering", rows))
        duck.run_sql(self._connection, "COMMIT")
        self.summary.leveringen += len(rows)
        self.summary.documenten += sum(group.counts.values())

    def _pieces(self, groups: Iterator[list[Delivery]], pool: ThreadPoolExecutor) -> Iterator[Future[Part] | _Group]:
        """Yield the parts of each group as they will be read, and after them the group itself."""
        for deliveries in groups:
            group = _Group(Counter({delivery.levering_id: 0 for delivery in deliveries}))
            batches = (_new(named, group) for named in in_batches(self._readable(deliveries, group)))
            while read := [pool.submit(self._read_part, documents) for documents in islice(batches, PIECE)]:
                yield pool.submit(self._judge_part, read)
            if group.refused:
                yield pool.submit(Part, [], [], Batch([]), group.refused)
            yield group

    def _readable(self, deliveries: list[Delivery], group: _Group) -> Iterator[tuple[str, bytes]]:
        """Yield delivery and bytes of each document; note what is refused and which deliveries are synthetic."""
        for delivery in deliveries:
            with self._archive.open(delivery.levering_id) as stream:
                for document in unpack(delivery.naam, stream):
                    if document.naam.endswith(f"/{LABEL}"):
                        group.synthetic.add(delivery.levering_id)
                    elif document.refusal is not None:
                        group.refused.append(of_delivery(document.refusal, delivery.levering_id))
                    else:
                        yield delivery.levering_id, document.data

    def _read_part(self, documents: list[_Named]) -> Part:
        """Read documents that are not judged yet."""
        with self._judge() as judge:
            batch = judge.read([d.data for d in documents], self._key, [d.bericht_id for d in documents])
        return Part([d.levering_id for d in documents], [d.volgnummer for d in documents], batch)

    def _judge_part(self, read: list[Future[Part]]) -> Part:
        """Judge what is read as one part; its readers were there first, so waiting for them comes to an end."""
        part = join_parts([future.result() for future in read])
        with self._judge() as judge:
            broken = judge.judge(part.batch.tables)
        findings = [rule_finding(*violation) for violation in broken]
        return replace(part, findings=findings, afgekeurd=frozenset(violation[0] for violation in broken))

    @contextmanager
    def _judge(self) -> Iterator[MessageJudge]:
        """Lend a judge that no other thread uses."""
        judge = self._judges.get()
        try:
            yield judge
        finally:
            self._judges.put(judge)

    def _insert(self, part: Part) -> None:
        """Insert what is new; a document that was received before leaves no second trace."""
        arrived = received(part)
        duck.register(self._connection, {"_ontvangst": arrived})
        known = duck.run_sql(
            self._connection, "SELECT bericht_id FROM _ontvangst WHERE bericht_id IN (SELECT bericht_id FROM ontvangst)"
        )
        old = {row[0] for row in known}
        self._append("ontvangst", without(arrived, old))
        for name, table in part.batch.tables.items():
            if all_tables()[name].stored:
                rows = without(table, old | part.afgekeurd)
                rows = complete_headers(rows, arrived) if name == "bericht" else rows
                self._append(name, rows.select(arrow_schema(all_tables()[name], stored_only=True).names))
        findings = findings_table(part, arrived, old)
        self.summary.bevindingen += findings.num_rows
        self._append("bevinding", findings)

    def _append(self, name: str, rows: pa.Table) -> None:
        if rows.num_rows:
            duck.append(self._connection, name, rows)


def _new(named: list[tuple[str, bytes]], group: _Group) -> list[_Named]:
    """Number the documents of each delivery, and leave out those that the group holds already."""
    documents = []
    for bericht_id, (levering_id, data) in zip(make_bericht_ids(data for _, data in named), named, strict=True):
        group.counts[levering_id] += 1
        if bericht_id not in group.ids:
            group.ids.add(bericht_id)
            documents.append(_Named(bericht_id, levering_id, group.counts[levering_id], data))
    return documents


def _ahead(pieces: Iterator[Future[Part] | _Group]) -> Generator[Future[Part] | _Group]:
    """Run the iterator in a thread of its own, some pieces ahead."""
    reader = ThreadPoolExecutor(1)
    try:
        coming = deque(reader.submit(next, pieces, None) for _ in range(AHEAD))
        while (piece := coming.popleft().result()) is not None:
            coming.append(reader.submit(next, pieces, None))
            yield piece
    finally:
        reader.shutdown(cancel_futures=True)
