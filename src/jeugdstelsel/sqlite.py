"""The one way to write what several processes write and what must survive a crash."""

import os
import sqlite3
import time
from pathlib import Path
from typing import Literal

WAIT = 30.0  # seconds that a writer waits for another


def open_durable(path: Path, isolation_level: Literal["DEFERRED"] | None = None) -> sqlite3.Connection:
    """Open or make the file with a write-ahead log, each commit on disk.

    Without isolation level the caller says BEGIN and COMMIT. Raises sqlite3.OperationalError when others keep the file
    locked for `WAIT` seconds, and sqlite3.DatabaseError when it is no database.
    """
    connection = sqlite3.connect(path, timeout=WAIT, isolation_level=isolation_level)
    _keep_a_write_ahead_log(connection)
    connection.execute("PRAGMA synchronous = FULL")
    return connection


def _keep_a_write_ahead_log(connection: sqlite3.Connection) -> None:
    """Ask until it is so: SQLite does not wait by itself for another who makes the same new file at that moment."""
    until = time.monotonic() + WAIT
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(0.01)
        else:
            return


def sync(path: Path) -> None:
    """Return when a file, or the names in a folder, are on disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
