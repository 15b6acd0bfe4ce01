"""The log of who saw and did what: it only grows, and every line holds the hash of the one before.

Years that are over can be closed: their lines move to a file of their own, and the chain goes on from their last hash.
A closed part whose term is over can be destroyed; its range and hashes stay, and the log says who did it and why.
"""

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from jeugdstelsel.access import logopslag
from jeugdstelsel.access.logketen import GESLOTEN, HANDELING, VERNIETIGD, Keten, Mutatie, Wandeling
from jeugdstelsel.access.logregel import BEGIN, HIER, KOLOMMEN, Gebeurtenis, Logregel, from_row, make_line, to_row
from jeugdstelsel.access.logstuk import (
    Stuk,
    StukOnleesbaar,
    make_stuk,
    read_stuk,
    remove_stuk,
    remove_unfinished,
    write_stuk,
)
from jeugdstelsel.model import Fout, GebruikersFout
from jeugdstelsel.postgres import Lines, one_writer

_REGEL = ", ".join(KOLOMMEN)
_STUK = "soort, eerste, laatste, vanaf, tot, ervoor, hash, bestand, regel"


class LogboekGeschonden(Fout):
    """The log is not what it was."""

    exit_code = 4

    def __init__(self) -> None:
        super().__init__("het logboek is geschonden. Bewaar de werkmap zoals zij is en meld het.")


@dataclass(frozen=True)
class _Periode:
    """From the moment `vanaf` to before `tot`, both as the log writes them, of one user or of all ('')."""

    vanaf: str
    tot: str
    gebruiker: str

    def omvat(self, line: Logregel) -> bool:
        inside = self.vanaf <= line.moment.isoformat() < self.tot
        return inside and self.gebruiker in ("", line.gebeurtenis.gebruiker)


class Logboek:
    """The log of one work folder, safe to write from several processes; reading makes no file."""

    def __init__(self, workdir: Path) -> None:
        self._folder = workdir

    def schrijf(self, gebeurtenis: Gebeurtenis, moment: datetime | None = None) -> Logregel:
        """Add a line that is on disk when this returns. The clock of a line never lies before that of the last."""
        with self._writing() as connection:
            return _append(connection, gebeurtenis, moment)

    def lees(
        self, *, vanaf: date | None = None, tot_en_met: date | None = None, gebruiker: str = "", meest: int = 1000
    ) -> list[Logregel]:
        """Return the last `meest` lines of a period and perhaps one user, in the order of time, closed years too."""
        since = _begin(vanaf) if vanaf else ""
        until = _begin(tot_en_met + timedelta(days=1)) if tot_en_met and tot_en_met < date.max else "9999"
        asked = _Periode(since, until, gebruiker)
        found = self._open_regels(asked, meest)
        for stuk in reversed(self.aanwezig()):
            if len(found) < meest and stuk.tot.isoformat() >= since and stuk.vanaf.isoformat() < until:
                found = [*filter(asked.omvat, read_stuk(self._folder, stuk)), *found][-meest:]
        return found

    def controleer(self, anker: str = "", *, geheel: bool = True) -> Keten:
        """Check every line against the one before it, from the first line ever; without `geheel` not in closed parts.

        A changed, removed or inserted line is named. `anker` is a last hash noted earlier, outside this machine:
        only with it a log that lost its last lines, or was made anew, is found out.
        """
        while True:
            mutations = self._mutaties()
            found = self._wandel(mutations, anker, geheel)
            if self._mutaties() == mutations:  # else a part was closed meanwhile
                return found

    def sluit(self, jaar: int, wie: Gebeurtenis, vandaag: date) -> Stuk:
        """Move the lines up to the end of a year to a file, and return what it holds; `wie` says who and why.

        Raises GebruikersFout when the year is not over or has no open lines, LogboekGeschonden for a broken chain.
        """
        if jaar >= vandaag.year:
            raise GebruikersFout(f"{jaar} is nog niet voorbij. Sluit tot en met {vandaag.year - 1} of eerder.")
        if self.controleer().fouten:
            raise LogboekGeschonden
        with self._writing(opruimen=True) as connection:
            lines = _select(connection, "moment < ? ORDER BY nummer", _begin(date(jaar + 1, 1, 1)))
            if not lines:
                raise GebruikersFout(
                    f"er zijn tot en met {jaar} geen regels die nog open staan. Er is niets te sluiten."
                )
            remove_unfinished(self._folder, lines[0].nummer)
            stuk = make_stuk(_hash_before(connection, lines[0]), lines)
            write_stuk(self._folder, stuk, lines)
            _say(connection, GESLOTEN, stuk, wie)
            logopslag.remove_lines(connection, stuk.laatste)
        return stuk

    def vernietig(self, jaar: int, termijn: int, wie: Gebeurtenis, vandaag: date) -> list[Stuk]:
        """Destroy the closed parts up to the end of a year and return them; nothing when one is within its term.

        `termijn` is in years from the last line of a part. Raises GebruikersFout when nothing is closed or something is
        too young, LogboekGeschonden when the chain is broken: then nothing is taken away.
        """
        self._ruim_resten()
        due = [stuk for stuk in self.aanwezig() if stuk.eind.year <= jaar]
        if not due:
            raise GebruikersFout(f"er is tot en met {jaar} geen gesloten deel dat er nog is. Sluit een jaar eerst af.")
        first_day = max(stuk.te_vernietigen_vanaf(termijn) for stuk in due)
        if vandaag < first_day:
            raise GebruikersFout(
                f"de bewaartermijn van {termijn} jaar is nog niet om. Dit mag vanaf {first_day:%d-%m-%Y}; "
                "er is niets vernietigd."
            )
        if self.controleer().fouten:
            raise LogboekGeschonden
        for stuk in due:
            with self._writing() as connection:
                _say(connection, VERNIETIGD, stuk, wie)
            remove_stuk(self._folder, stuk)
        return due

    def aanwezig(self) -> list[Stuk]:
        """Return the closed parts that were not destroyed, the oldest first."""
        mutations = self._mutaties()
        destroyed = {one.stuk for one in mutations if one.soort == VERNIETIGD}
        return [one.stuk for one in mutations if one.soort == GESLOTEN and one.stuk not in destroyed]

    def vernietigd(self) -> list[Stuk]:
        """Return the closed parts that were destroyed, the oldest first."""
        return [one.stuk for one in self._mutaties() if one.soort == VERNIETIGD]

    def oudste_open(self) -> date | None:
        """Return the Dutch day of the first line that stands in no closed part."""
        first = next(self._alle(), None)
        return first.dag if first else None

    def _bestand(self, stuk: Stuk) -> Path:
        return self._folder / stuk.bestand

    def _ruim_resten(self) -> None:
        """Take away the file of a part that was destroyed just before this machine stopped."""
        for stuk in self.vernietigd():
            remove_stuk(self._folder, stuk)

    def _wandel(self, mutaties: list[Mutatie], anker: str, geheel: bool) -> Keten:
        walk = Wandeling(anker, gezien=not anker)
        destroyed = {one.stuk for one in mutaties if one.soort == VERNIETIGD}
        for stuk in (one.stuk for one in mutaties if one.soort == GESLOTEN):
            walk.naar_stuk(stuk)
            if stuk in destroyed or not geheel:
                walk.over(stuk)
            else:
                self._langs_stuk(walk, stuk)
        first_open = walk.nummer + 1
        walk.langs(self._alle())
        walk.toets(mutaties, vanaf=1 if geheel else first_open)
        walk.fouten += [f"{s.bestand} is vernietigd maar is er nog" for s in destroyed if self._bestand(s).exists()]
        return walk.uitkomst()

    def _langs_stuk(self, walk: Wandeling, stuk: Stuk) -> None:
        try:
            walk.langs(read_stuk(self._folder, stuk))
        except StukOnleesbaar as error:
            walk.fouten.append(str(error).rstrip("."))
            walk.over(stuk)
        else:
            walk.na_stuk(stuk)

    def _open_regels(self, asked: _Periode, meest: int) -> list[Logregel]:
        if not logopslag.is_begun(self._folder):
            return []
        with closing(logopslag.open_log(self._folder)) as connection:
            rows = _select(
                connection,
                "moment >= ? AND moment < ? AND (CAST(? AS TEXT) = '' OR gebruiker = ?) ORDER BY nummer DESC LIMIT ?",
                asked.vanaf, asked.tot, asked.gebruiker, asked.gebruiker, meest,
            )  # fmt: skip
        return rows[::-1]

    def _alle(self) -> Iterator[Logregel]:
        if logopslag.is_begun(self._folder):
            with closing(logopslag.open_log(self._folder)) as connection:
                yield from map(from_row, connection.execute(f"SELECT {_REGEL} FROM regel ORDER BY nummer"))

    def _mutaties(self) -> list[Mutatie]:
        """Return what was closed and destroyed, by kind and in the order of the lines."""
        if not logopslag.is_begun(self._folder):
            return []
        with closing(logopslag.open_log(self._folder)) as connection:
            rows = connection.execute(f"SELECT {_STUK} FROM stuk ORDER BY soort, eerste").fetchall()
        return [_to_mutatie(*row) for row in rows]

    @contextmanager
    def _writing(self, opruimen: bool = False) -> Iterator[Lines]:
        """Lend the log to one writer; `opruimen` leaves nothing on disk of what was removed."""
        with closing(logopslag.open_log(self._folder)) as connection:
            with one_writer(connection):
                yield connection
            if opruimen:
                logopslag.wipe(connection)


def logboek_van(werkmap: Path) -> Logboek:
    """Return the log of a work folder; JEUGDSTELSEL_LOGMAP puts it in a folder (a disk, a machine) of its own."""
    return Logboek(Path(os.environ.get("JEUGDSTELSEL_LOGMAP") or werkmap))


def _append(connection: Lines, gebeurtenis: Gebeurtenis, moment: datetime | None = None) -> Logregel:
    """Add a line after the last one, inside a transaction."""
    now = (moment or datetime.now(UTC)).astimezone(UTC)
    last = _select(connection, "1 = 1 ORDER BY nummer DESC LIMIT 1")
    before = (last[0].nummer, last[0].hash) if last else (0, BEGIN)
    line = make_line(before, max(now, last[0].moment) if last else now, gebeurtenis)
    row = to_row(line)
    connection.execute(f"INSERT INTO regel ({_REGEL}) VALUES ({', '.join('?' * len(row))})", row)
    return line


def _say(connection: Lines, soort: str, stuk: Stuk, wie: Gebeurtenis) -> None:
    """Let the log say that a part is closed or destroyed, and keep that it did."""
    line = _append(connection, replace(wie, handeling=HANDELING[soort], object=stuk.omschrijving))
    row = (
        soort, stuk.eerste, stuk.laatste, stuk.vanaf.isoformat(), stuk.tot.isoformat(), stuk.ervoor, stuk.hash,
        stuk.bestand, line.nummer,
    )  # fmt: skip
    connection.execute(f"INSERT INTO stuk ({_STUK}) VALUES ({', '.join('?' * len(row))})", row)


def _hash_before(connection: Lines, line: Logregel) -> str:
    """Return the last hash of the closed parts, which the first open line follows."""
    found = connection.execute("SELECT hash FROM stuk WHERE laatste = ?", (line.nummer - 1,)).fetchone()
    return str(found[0]) if found else BEGIN


def _select(connection: Lines, where: str, *values: object) -> list[Logregel]:
    rows = connection.execute(f"SELECT {_REGEL} FROM regel WHERE {where}", values)
    return [from_row(row) for row in rows]


def _to_mutatie(soort: str, eerste: int, laatste: int, vanaf: str, tot: str, *rest: str | int) -> Mutatie:
    ervoor, mark, bestand, regel = rest
    moments = datetime.fromisoformat(vanaf), datetime.fromisoformat(tot)
    return Mutatie(soort, Stuk(eerste, laatste, *moments, str(ervoor), str(mark), str(bestand)), int(regel))


def _begin(dag: date) -> str:
    """Return the first moment of a Dutch day as the log writes it."""
    return datetime.combine(dag, time(), HIER).astimezone(UTC).isoformat()
