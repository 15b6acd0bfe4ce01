"""The log of who saw and did what: it only grows, and every line holds the hash of the one before."""

import hashlib
import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import astuple, dataclass, fields
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from jeugdstelsel.model import Fout
from jeugdstelsel.sqlite import open_durable

FILE = "logboek.sqlite"
BEGIN = "0" * 64
HIER = ZoneInfo("Europe/Amsterdam")
_SCHEMA = """
CREATE TABLE IF NOT EXISTS regel (
    nummer INTEGER PRIMARY KEY, moment TEXT NOT NULL, gebruiker TEXT NOT NULL, rol TEXT NOT NULL,
    verantwoordelijke TEXT NOT NULL, handeling TEXT NOT NULL, object TEXT NOT NULL, client TEXT NOT NULL,
    uitkomst TEXT NOT NULL, toegangspunt TEXT NOT NULL, herkomst TEXT NOT NULL, reden TEXT NOT NULL,
    hash TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS regel_moment ON regel (moment);
CREATE TRIGGER IF NOT EXISTS regel_blijft BEFORE DELETE ON regel
    BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER IF NOT EXISTS regel_vast BEFORE UPDATE ON regel
    BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER IF NOT EXISTS regel_achteraan BEFORE INSERT ON regel
    WHEN NEW.nummer <> (SELECT coalesce(max(nummer), 0) + 1 FROM regel)
    BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
"""


@dataclass(frozen=True)
class Gebeurtenis:
    """What happened, with the fields of NEN 7513 (chapter 5) and BIO2 8.15.01.

    `verantwoordelijke` is the organisation on whose behalf; `client` the pseudonym of the person whose data it was,
    empty when the object holds aggregated figures only; `herkomst` a keyed hash of the address, never the address;
    `uitkomst` is gelukt, geweigerd or mislukt, with the status of the answer.
    """

    gebruiker: str
    rol: str
    verantwoordelijke: str
    handeling: str
    object: str
    client: str
    uitkomst: str
    toegangspunt: str
    herkomst: str
    reden: str


@dataclass(frozen=True)
class Logregel:
    """One line: its number from 1, its moment in UTC, what happened, and the hash over it and the line before."""

    nummer: int
    moment: datetime
    gebeurtenis: Gebeurtenis
    hash: str


VELDEN = tuple(field.name for field in fields(Gebeurtenis))
_KOLOMMEN = ", ".join(("nummer", "moment", *VELDEN, "hash"))


@dataclass(frozen=True)
class Keten:
    """The outcome of checking: how many lines, the last hash, and what is wrong (Dutch; empty when all is well)."""

    regels: int
    laatste: str
    fouten: tuple[str, ...]


class Logboek:
    """The log of one work folder, safe to write from several processes; reading makes no file."""

    def __init__(self, workdir: Path) -> None:
        self._path = workdir / FILE

    def schrijf(self, gebeurtenis: Gebeurtenis, moment: datetime | None = None) -> Logregel:
        """Add a line that is on disk when this returns. The clock of a line never lies before that of the last."""
        with closing(self._connect()) as connection:
            connection.execute("BEGIN IMMEDIATE")
            last = connection.execute(f"SELECT {_KOLOMMEN} FROM regel ORDER BY nummer DESC LIMIT 1").fetchone()
            before = _from_row(last) if last else None
            now = (moment or datetime.now(UTC)).astimezone(UTC)
            line = _make_line(before, max(now, before.moment) if before else now, gebeurtenis)
            row = (line.nummer, line.moment.isoformat(), *astuple(gebeurtenis), line.hash)
            connection.execute(f"INSERT INTO regel ({_KOLOMMEN}) VALUES ({', '.join('?' * len(row))})", row)
            connection.execute("COMMIT")
        return line

    def lees(
        self, *, vanaf: date | None = None, tot_en_met: date | None = None, gebruiker: str = "", meest: int = 1000
    ) -> list[Logregel]:
        """Return the last `meest` lines of a period and perhaps one user, in the order of time."""
        since = _begin(vanaf) if vanaf else ""
        until = _begin(tot_en_met + timedelta(days=1)) if tot_en_met and tot_en_met < date.max else "9999"
        if not self._path.exists():
            return []
        with closing(self._connect()) as connection:
            rows = connection.execute(
                f"SELECT {_KOLOMMEN} FROM regel WHERE moment >= ? AND moment < ? AND (? = '' OR gebruiker = ?) "
                "ORDER BY nummer DESC LIMIT ?",
                (since, until, gebruiker, gebruiker, meest),
            ).fetchall()
        return [_from_row(row) for row in reversed(rows)]

    def controleer(self, anker: str = "") -> Keten:
        """Check every line against the one before it.

        A changed, removed or inserted line is named. `anker` is a last hash noted earlier, outside this machine:
        only with it a log that lost its last lines, or was made anew, is found out.
        """
        count, last, seen, wrong = 0, BEGIN, not anker, list[str]()
        for line in self._alle():
            expected = _hash(last, count + 1, line.moment, line.gebeurtenis)
            if line.nummer != count + 1:
                wrong.append(f"na regel {count} volgt regel {line.nummer}: er is een regel weg")
            elif line.hash != expected:
                wrong.append(f"regel {line.nummer} is gewijzigd, of de regel ervoor")
            count, last, seen = line.nummer, line.hash, seen or line.hash == anker
        if not seen:
            wrong.append("de genoteerde controlewaarde komt niet voor: er zijn regels weg of het logboek is vervangen")
        return Keten(count, last, tuple(wrong))

    def _alle(self) -> Iterator[Logregel]:
        if self._path.exists():
            with closing(self._connect()) as connection:
                yield from map(_from_row, connection.execute(f"SELECT {_KOLOMMEN} FROM regel ORDER BY nummer"))

    def _connect(self) -> sqlite3.Connection:
        if not self._path.exists():
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._path.touch(mode=0o600)
        try:
            connection = open_durable(self._path)
            connection.executescript(_SCHEMA)
        except sqlite3.DatabaseError as error:
            raise Fout(f"het logboek {FILE} is niet te openen. Zonder logboek gaat er niets open.") from error
        return connection


def logboek_van(werkmap: Path) -> Logboek:
    """Return the log of a work folder; JEUGDSTELSEL_LOGMAP puts it in a folder (a disk, a machine) of its own."""
    return Logboek(Path(os.environ.get("JEUGDSTELSEL_LOGMAP") or werkmap))


def _make_line(before: Logregel | None, moment: datetime, gebeurtenis: Gebeurtenis) -> Logregel:
    number, last = (before.nummer + 1, before.hash) if before else (1, BEGIN)
    return Logregel(number, moment, gebeurtenis, _hash(last, number, moment, gebeurtenis))


def _hash(last: str, number: int, moment: datetime, gebeurtenis: Gebeurtenis) -> str:
    """Return SHA-256 over the hash of the line before and every field of this one."""
    text = json.dumps([last, number, moment.isoformat(), *astuple(gebeurtenis)], ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def _from_row(row: tuple[object, ...]) -> Logregel:
    number, moment, *what, mark = row
    return Logregel(int(str(number)), datetime.fromisoformat(str(moment)), Gebeurtenis(*map(str, what)), str(mark))


def _begin(dag: date) -> str:
    """Return the first moment of a Dutch day as the log writes it."""
    return datetime.combine(dag, time(), HIER).astimezone(UTC).isoformat()
