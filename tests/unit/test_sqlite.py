"""Opening a durable SQLite file while others make or write it."""

import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

from jeugdstelsel import sqlite


def test_who_opens_a_new_file_waits_for_the_one_who_makes_it(tmp_path: Path) -> None:
    maker = sqlite3.connect(tmp_path / "nieuw.sqlite", isolation_level=None, check_same_thread=False)
    maker.execute("CREATE TABLE regel (n INTEGER)")
    maker.execute("BEGIN IMMEDIATE")
    threading.Timer(0.2, maker.close).start()
    with closing(sqlite.open_durable(tmp_path / "nieuw.sqlite")) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert connection.execute("SELECT count(*) FROM regel").fetchone() == (0,)


def test_a_file_that_stays_locked_is_said_to_be_locked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite, "WAIT", 0.1)
    with closing(sqlite3.connect(tmp_path / "dicht.sqlite", isolation_level=None)) as keeper:
        keeper.execute("CREATE TABLE regel (n INTEGER)")
        keeper.execute("BEGIN IMMEDIATE")
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            sqlite.open_durable(tmp_path / "dicht.sqlite")
