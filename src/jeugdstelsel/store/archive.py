"""The append-only archive: every delivery unchanged, under its SHA-256, with a line in the ledger."""

import hashlib
import os
import sqlite3
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from jeugdstelsel.sqlite import open_durable, sync

AT_ONCE = 16
"""Files that are put on disk at the same time."""

LEDGER = "grootboek.sqlite"
_MAKE = """
CREATE TABLE IF NOT EXISTS levering (
    levering_id TEXT PRIMARY KEY,
    volgnummer INTEGER NOT NULL,
    naam TEXT NOT NULL,
    grootte INTEGER NOT NULL,
    ontvangen_op TEXT NOT NULL,
    van TEXT NOT NULL,
    door TEXT NOT NULL
) STRICT;
CREATE TRIGGER IF NOT EXISTS levering_blijft BEFORE DELETE ON levering
    BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER IF NOT EXISTS levering_eenmaal BEFORE INSERT ON levering
    WHEN EXISTS (SELECT 1 FROM levering WHERE levering_id = NEW.levering_id)
    BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER IF NOT EXISTS levering_vast BEFORE UPDATE ON levering
    BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
"""


@dataclass(frozen=True)
class Delivery:
    """One delivery: `levering_id` is its SHA-256, `van` who sent it, `door` who put it in."""

    levering_id: str
    naam: str
    grootte: int
    ontvangen_op: str
    van: str
    door: str


class Archive:
    """Deliveries in a folder, and their ledger in SQLite beside it.

    A delivery is in the archive when its line is in the ledger; the bytes are on disk before that.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "archief"
        self._folder.mkdir(parents=True, exist_ok=True)
        self._written: dict[str, Path] = {}
        self._ledger = folder / LEDGER
        with closing(self._connect()) as connection:
            connection.executescript(_MAKE)

    @classmethod
    def find(cls, folder: Path) -> "Archive | None":
        """Return the archive of a folder, or None, and make nothing, when nothing was ever received there."""
        return cls(folder) if (folder / LEDGER).exists() else None

    def _connect(self) -> sqlite3.Connection:
        return open_durable(self._ledger, "DEFERRED")

    def path_of(self, levering_id: str) -> Path:
        """Return where the bytes of a delivery are."""
        return self._folder / levering_id[:2] / levering_id

    def keep(self, stream: IO[bytes]) -> tuple[str, int]:
        """Write the bytes beside the archive; return their SHA-256 and size. `record` puts them in their place."""
        temporary = self._folder / f".nieuw-{os.getpid()}-{len(self._written)}"
        digest = hashlib.sha256()
        with temporary.open("wb") as target:
            while block := stream.read(2**20):
                digest.update(block)
                target.write(block)
            size = target.tell()
        levering_id = digest.hexdigest()
        if levering_id in self._written or self.path_of(levering_id).exists():
            temporary.unlink()
        else:
            temporary.chmod(0o440)
            self._written[levering_id] = temporary
        return levering_id, size

    def tidy(self) -> None:
        """Remove what a run left behind that was killed while it wrote; for the only writer."""
        for temporary in self._folder.glob(".nieuw-*"):
            temporary.unlink()

    def record(self, deliveries: Iterable[Delivery]) -> None:
        """Add lines to the ledger, all at once; a delivery that is already there is left as it was.

        What was kept is put under its SHA-256 first: its bytes are on disk before it has that name, and the names
        before the lines.
        """
        self._put_in_place()
        with closing(self._connect()) as connection, connection:
            connection.executemany(
                "INSERT INTO levering SELECT ?, (SELECT COALESCE(MAX(volgnummer), 0) + 1 FROM levering), ?, ?, ?, ?, ? "
                "WHERE NOT EXISTS (SELECT 1 FROM levering WHERE levering_id = ?)",
                [(d.levering_id, d.naam, d.grootte, d.ontvangen_op, d.van, d.door, d.levering_id) for d in deliveries],
            )

    def _put_in_place(self) -> None:
        """Give what was kept its name; many files are put on disk at once, as the disk takes them together."""
        with ThreadPoolExecutor(AT_ONCE) as pool:
            list(pool.map(sync, self._written.values()))
            for levering_id, temporary in self._written.items():
                path = self.path_of(levering_id)
                path.parent.mkdir(exist_ok=True)
                temporary.replace(path)
            list(pool.map(sync, {self._folder, *(self.path_of(levering_id).parent for levering_id in self._written)}))
        self._written.clear()

    def deliveries(self) -> Iterator[Delivery]:
        """Yield every delivery in the order of arrival."""
        with closing(self._connect()) as connection:
            rows = connection.execute(
                "SELECT levering_id, naam, grootte, ontvangen_op, van, door FROM levering ORDER BY volgnummer"
            ).fetchall()
        for row in rows:
            yield Delivery(*row)

    def open(self, levering_id: str) -> IO[bytes]:
        """Open a delivery for reading."""
        return self.path_of(levering_id).open("rb")

    def verify(self) -> list[str]:
        """Return the ids of deliveries whose bytes are gone or changed."""
        return [d.levering_id for d in self.deliveries() if not self._is_intact(d.levering_id)]

    def _is_intact(self, levering_id: str) -> bool:
        path = self.path_of(levering_id)
        if not path.exists():
            return False
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest() == levering_id
