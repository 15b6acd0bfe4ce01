"""The append-only registers: who recorded what, when and why, with every earlier value kept."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from jeugdstelsel import postgres
from jeugdstelsel.model import Fout, GebruikersFout
from jeugdstelsel.postgres import Lines, one_writer
from jeugdstelsel.sqlite import open_durable
from jeugdstelsel.store.postgres import connect

FILE = "registers.sqlite"
_SCHEMA = """
CREATE TABLE IF NOT EXISTS regel (
    register TEXT NOT NULL,
    sleutel TEXT NOT NULL,
    versie INTEGER NOT NULL,
    waarde TEXT,
    oud TEXT,
    geldig_vanaf TEXT NOT NULL,
    wie TEXT NOT NULL CHECK (wie <> ''),
    wanneer TEXT NOT NULL,
    waarom TEXT NOT NULL CHECK (waarom <> ''),
    PRIMARY KEY (register, sleutel, versie)
) STRICT;
CREATE TRIGGER IF NOT EXISTS regel_blijft BEFORE DELETE ON regel
    BEGIN SELECT RAISE(ABORT, 'the register is append-only'); END;
CREATE TRIGGER IF NOT EXISTS regel_vast BEFORE UPDATE ON regel
    BEGIN SELECT RAISE(ABORT, 'the register is append-only'); END;
CREATE TRIGGER IF NOT EXISTS regel_eenmaal BEFORE INSERT ON regel
    WHEN EXISTS (SELECT 1 FROM regel WHERE register = NEW.register AND sleutel = NEW.sleutel AND versie >= NEW.versie)
    BEGIN SELECT RAISE(ABORT, 'the register is append-only'); END;
"""
_COLUMNS = "sleutel, versie, waarde, oud, geldig_vanaf, wie, wanneer, waarom"

Waarde = Mapping[str, Any]


@dataclass(frozen=True)
class Inschrijving:
    """One line of a register: from `geldig_vanaf` on, `sleutel` has `waarde` (None: nothing any more).

    `oud` is what held on that day until then; `versie` counts the lines of the key from 1;
    `wanneer` is the moment of recording, in UTC.
    """

    sleutel: str
    versie: int
    waarde: Waarde | None
    oud: Waarde | None
    geldig_vanaf: date
    wie: str
    wanneer: datetime
    waarom: str


class Register:
    """One named register of a work folder.

    It has two clocks: `geldig_op` asks what was true on a day, `bekend_op` what had been recorded by a moment.
    Reading makes no file.
    """

    def __init__(self, workdir: Path, naam: str) -> None:
        self._path = workdir / FILE
        self._naam = naam

    def schrijf(
        self,
        sleutel: str,
        waarde: Waarde | None,
        *,
        wie: str,
        waarom: str,
        geldig_vanaf: date,
        verwacht: int | None = None,
        moment: datetime | None = None,
    ) -> Inschrijving:
        """Add a line and return it; `waarde` None withdraws from that day on, planned later values included.

        `verwacht` is the version the writer looked at (0 for a new key): when another has written since,
        a GebruikersFout is raised and nothing is written.
        """
        _check_reden(wie, waarom)
        with self._write() as connection:
            lines = _read(connection, self._naam, sleutel)
            version = lines[-1].versie if lines else 0
            if verwacht is not None and verwacht != version:
                raise GebruikersFout(
                    f"{sleutel} in register {self._naam} is intussen gewijzigd (versie {version}, u zag {verwacht}). "
                    "Bekijk de nieuwe waarde en geef de wijziging dan opnieuw op."
                )
            line = _volgende(lines, sleutel, waarde, geldig_vanaf, wie, waarom, moment)
            self._add(connection, line)
        return line

    def schrijf_alle(
        self, waarden: Iterable[tuple[str, Waarde, date]], *, wie: str, waarom: str, moment: datetime | None = None
    ) -> int:
        """Add a line for each key, value and first day, all or none; return how many.

        What already holds on that day is not written again.
        """
        _check_reden(wie, waarom)
        count = 0
        with self._write() as connection:
            known: dict[str, list[Inschrijving]] = {}
            for line in _read(connection, self._naam, None):
                known.setdefault(line.sleutel, []).append(line)
            for sleutel, waarde, geldig_vanaf in waarden:
                lines = known.setdefault(sleutel, [])
                if _stand(lines, geldig_vanaf) != waarde:
                    lines.append(_volgende(lines, sleutel, waarde, geldig_vanaf, wie, waarom, moment))
                    self._add(connection, lines[-1])
                    count += 1
        return count

    def _add(self, connection: Lines, line: Inschrijving) -> None:
        connection.execute(
            f"INSERT INTO regel (register, {_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (self._naam, *_to_row(line)),
        )

    def lees(self, sleutel: str, *, geldig_op: date, bekend_op: datetime | None = None) -> Waarde | None:
        """Return the value of a key on a day, as far as it was recorded by `bekend_op`; None when there is none."""
        return self.stand(geldig_op=geldig_op, bekend_op=bekend_op).get(sleutel)

    def stand(self, *, geldig_op: date, bekend_op: datetime | None = None) -> dict[str, Waarde]:
        """Return every key that has a value on a day, with that value."""
        lines: dict[str, list[Inschrijving]] = {}
        for line in self.geschiedenis():
            if bekend_op is None or line.wanneer <= bekend_op:
                lines.setdefault(line.sleutel, []).append(line)
        found = {key: _stand(lines[key], geldig_op) for key in sorted(lines)}
        return {key: value for key, value in found.items() if value is not None}

    def versie(self, sleutel: str) -> int:
        """Return the number of lines of a key, to hand back as `verwacht`."""
        return len(self.geschiedenis(sleutel))

    def aantal(self) -> int:
        """Return the number of lines; as nothing is ever taken out, another number means that something was added."""
        if not postgres.address() and not self._path.exists():
            return 0
        with closing(_open(self._path)) as connection:
            found = connection.execute("SELECT COUNT(*) FROM regel WHERE register = ?", (self._naam,))
            return int(found.fetchone()[0])

    def geschiedenis(self, sleutel: str | None = None) -> list[Inschrijving]:
        """Return the lines of a key, or of all keys, in the order of recording."""
        if not postgres.address() and not self._path.exists():
            return []
        with closing(_open(self._path)) as connection:
            return _read(connection, self._naam, sleutel)

    @contextmanager
    def _write(self) -> Iterator[Lines]:
        """One writer at a time, from the look at the last version until the line is on disk."""
        with closing(_open(self._path)) as connection, one_writer(connection):
            yield connection


def _check_reden(wie: str, waarom: str) -> None:
    if not wie.strip() or not waarom.strip():
        raise GebruikersFout("een inschrijving in een register zegt wie haar doet en waarom. Geef beide op.")


def _volgende(
    lines: list[Inschrijving], sleutel: str, waarde: Waarde | None, geldig_vanaf: date, wie: str, waarom: str,
    moment: datetime | None,
) -> Inschrijving:  # fmt: skip
    """Return the line that comes after these lines of a key."""
    return Inschrijving(
        sleutel, len(lines) + 1, waarde, _stand(lines, geldig_vanaf), geldig_vanaf, wie.strip(),
        _not_before(moment or datetime.now(UTC), lines), waarom.strip(),
    )  # fmt: skip


def _open(path: Path) -> Lines:
    """Open the registers where this installation keeps them."""
    url = postgres.address()
    return connect(url) if url else _connect(path)


def _connect(path: Path) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        connection = open_durable(path)
        connection.executescript(_SCHEMA)
    except sqlite3.OperationalError:
        raise
    except sqlite3.DatabaseError as error:
        raise Fout(f"het registerbestand {FILE} is beschadigd. Zet de reservekopie terug.") from error
    return connection


def _read(connection: Lines, naam: str, sleutel: str | None) -> list[Inschrijving]:
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM regel WHERE register = ? AND (CAST(? AS TEXT) IS NULL OR sleutel = ?) ORDER BY rowid",
        (naam, sleutel, sleutel),
    )
    return [_from_row(row) for row in rows]


def _to_row(line: Inschrijving) -> tuple[Any, ...]:
    return (
        line.sleutel, line.versie, _to_json(line.waarde), _to_json(line.oud), line.geldig_vanaf.isoformat(),
        line.wie, line.wanneer.isoformat(), line.waarom,
    )  # fmt: skip


def _from_row(row: tuple[Any, ...]) -> Inschrijving:
    sleutel, versie, waarde, oud, vanaf, wie, wanneer, waarom = row
    return Inschrijving(
        sleutel, versie, _from_json(waarde), _from_json(oud), date.fromisoformat(vanaf), wie,
        datetime.fromisoformat(wanneer), waarom,
    )  # fmt: skip


def _to_json(value: Waarde | None) -> str | None:
    return None if value is None else json.dumps(dict(value), ensure_ascii=False, sort_keys=True)


def _from_json(text: str | None) -> Waarde | None:
    return None if text is None else dict(json.loads(text))


def _not_before(moment: datetime, lines: list[Inschrijving]) -> datetime:
    """Return the moment in UTC; a clock that runs back does not put a line before the one it follows."""
    return max(moment.astimezone(UTC), lines[-1].wanneer) if lines else moment.astimezone(UTC)


def _stand(lines: list[Inschrijving], dag: date) -> Waarde | None:
    """Return the value on a day after these lines of one key, in the order of recording."""
    values: dict[date, Waarde | None] = {}
    for line in lines:
        if line.waarde is None:
            values = {start: value for start, value in values.items() if start < line.geldig_vanaf}
        values[line.geldig_vanaf] = line.waarde
    begun = [start for start in values if start <= dag]
    return values[max(begun)] if begun else None
