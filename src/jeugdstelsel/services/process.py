"""Take deliveries in: archive first, then rows and findings, one commit per delivery."""

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from queue import Queue
from threading import Thread
from typing import IO, TypeAlias

import pyarrow as pa

from jeugdstelsel.engines import duckdb as duck
from jeugdstelsel.ingest import Batch, make_bericht_id, read_batch
from jeugdstelsel.ingest.pseudonym import Key
from jeugdstelsel.ingest.unpack import LABEL, Document, find_files, unpack
from jeugdstelsel.model import Finding
from jeugdstelsel.services.check import MessageJudge, in_batches, rule_finding
from jeugdstelsel.services.intake import (
    Part,
    complete_headers,
    findings_table,
    of_delivery,
    only,
    received,
    rows_to_table,
)
from jeugdstelsel.store import Archive, Delivery, read_key
from jeugdstelsel.tables import all_tables, arrow_schema

DATABASE = "gegevens.duckdb"
GROUP_BYTES = 16 * 2**20
GROUP_DELIVERIES = 2_000
Progress: TypeAlias = Callable[[int], None]
Connection: TypeAlias = duck.Connection


@dataclass
class Summary:
    """What one run took in. `al_bekend` are deliveries that were in the archive already."""

    leveringen: int = 0
    al_bekend: int = 0
    documenten: int = 0
    bevindingen: int = 0


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
        counts: Counter[str] = Counter({delivery.levering_id: 0 for delivery in deliveries})
        synthetic: set[str] = set()
        duck.run_sql(self._connection, "BEGIN")
        try:
            for part in _ahead(self._parts(deliveries, synthetic, counts)):
                self._insert(part)
                self._progress(len(part.levering_ids))
            rows = [(levering_id, n, levering_id in synthetic, False) for levering_id, n in counts.items()]
            self._append("levering", rows_to_table("levering", rows))
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

    def _parts(self, deliveries: list[Delivery], synthetic: set[str], counts: Counter[str]) -> Iterator[Part]:
        """Read and judge the documents of the deliveries piece by piece."""
        refused: list[tuple[str, Finding]] = []

        def readable() -> Iterator[tuple[str, bytes]]:
            for levering_id, document in self._documents(deliveries, synthetic):
                if document.refusal is not None:
                    refused.append((levering_id, document.refusal))
                else:
                    yield levering_id, document.data

        for named in in_batches(readable()):
            unique: dict[str, tuple[str, int, bytes]] = {}
            for levering_id, data in named:
                counts[levering_id] += 1
                unique.setdefault(make_bericht_id(data), (levering_id, counts[levering_id], data))
            yield self._judge_part(unique)
        if refused:
            yield Part([], [], Batch([]), [of_delivery(f, levering_id) for levering_id, f in refused], frozenset())

    def _judge_part(self, documents: dict[str, tuple[str, int, bytes]]) -> Part:
        """Read and judge documents by their id; of the same bytes twice only the first is there."""
        batch = read_batch([data for _, _, data in documents.values()], self._key, list(documents))
        broken = self._judge.judge(batch.tables)
        return Part(
            [levering_id for levering_id, _, _ in documents.values()],
            [place for _, place, _ in documents.values()],
            batch,
            [rule_finding(*violation) for violation in broken],
            frozenset(violation[0] for violation in broken),
        )

    def _insert(self, part: Part) -> None:
        """Insert what is new; a document that was received before leaves no second trace."""
        arrived = received(part)
        duck.register(self._connection, {"_ontvangst": arrived})
        fresh = duck.run_sql(
            self._connection,
            "SELECT bericht_id FROM _ontvangst WHERE bericht_id NOT IN (SELECT bericht_id FROM ontvangst)",
        )
        new = {row[0] for row in fresh}
        self._append("ontvangst", only(arrived, new))
        for name, table in part.batch.tables.items():
            if all_tables()[name].stored:
                rows = only(table, new - part.afgekeurd)
                rows = complete_headers(rows, arrived) if name == "bericht" else rows
                self._append(name, rows.select(arrow_schema(all_tables()[name], stored_only=True).names))
        findings = findings_table(part, arrived, new)
        self.summary.bevindingen += findings.num_rows
        self._append("bevinding", findings)

    def _append(self, name: str, rows: pa.Table) -> None:
        if rows.num_rows:
            duck.append(self._connection, name, rows)


def _ahead(parts: Iterator[Part]) -> Iterator[Part]:
    """Compute parts in a second thread, at most two ahead."""
    queue: Queue[Part | BaseException | None] = Queue(maxsize=2)

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
