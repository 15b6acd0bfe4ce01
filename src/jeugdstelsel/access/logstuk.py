"""A closed part of the log: the lines of some years in one file, tied to what came before and what follows."""

import gzip
import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from jeugdstelsel.access.logregel import HIER, KOLOMMEN, Logregel, from_row, to_row
from jeugdstelsel.model import Fout
from jeugdstelsel.sqlite import sync


class StukOnleesbaar(Fout):
    """The file of a closed part is gone, or is not what it was."""


@dataclass(frozen=True)
class Stuk:
    """Lines `eerste` to `laatste`, from moment `vanaf` to `tot`; `ervoor` is the hash before them, `hash` the last."""

    eerste: int
    laatste: int
    vanaf: datetime
    tot: datetime
    ervoor: str
    hash: str
    bestand: str

    @property
    def begin(self) -> date:
        """The Dutch day of the first line."""
        return self.vanaf.astimezone(HIER).date()

    @property
    def eind(self) -> date:
        """The Dutch day of the last line."""
        return self.tot.astimezone(HIER).date()

    @property
    def bereik(self) -> str:
        """Which lines of which days these are."""
        days = f"van {self.begin:%d-%m-%Y} tot en met {self.eind:%d-%m-%Y}"
        return f"regels {self.eerste} tot en met {self.laatste}, {days}"

    @property
    def omschrijving(self) -> str:
        """What the log itself says of this part: its range and its hashes."""
        return f"{self.bereik}, controlewaarde ervoor {self.ervoor}, laatste controlewaarde {self.hash}"

    def te_vernietigen_vanaf(self, jaren: int) -> date:
        """Return the first day on which every line was kept for this many years."""
        year = self.eind.year + jaren
        leap = (self.eind.month, self.eind.day) == (2, 29)
        return (date(year, 3, 1) if leap else self.eind.replace(year=year)) + timedelta(days=1)


def make_stuk(ervoor: str, lines: list[Logregel]) -> Stuk:
    """Return the part that these lines are, after the line with hash `ervoor`."""
    first, last = lines[0], lines[-1]
    name = f"logboek_{first.nummer}-{last.nummer}_tot_{last.dag:%Y-%m-%d}.jsonl.gz"
    return Stuk(first.nummer, last.nummer, first.moment, last.moment, ervoor, last.hash, name)


def write_stuk(folder: Path, stuk: Stuk, lines: Iterable[Logregel]) -> None:
    """Write the file: what the part is, then a line for each line. It is on disk, and read-only, when this returns."""
    path = folder / stuk.bestand
    half = path.with_suffix(".half")
    half.unlink(missing_ok=True)
    folder.mkdir(parents=True, exist_ok=True)
    with open(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o400), "wb") as raw:
        with gzip.GzipFile(fileobj=raw, mode="wb", filename="", mtime=0) as file:
            for row in (_head(stuk), *map(to_row, lines)):
                file.write(json.dumps(row, ensure_ascii=False).encode() + b"\n")
        raw.flush()
        os.fsync(raw.fileno())
    half.replace(path)
    sync(folder)


def read_stuk(folder: Path, stuk: Stuk) -> Iterator[Logregel]:
    """Yield the lines of a part; raises StukOnleesbaar when the file is gone or is no such file."""
    path = folder / stuk.bestand
    try:
        with gzip.open(path, "rt", encoding="utf-8") as file:
            if json.loads(file.readline()) != _head(stuk):
                raise ValueError
            for text in file:
                yield from_row(json.loads(text))
    except FileNotFoundError as error:
        raise StukOnleesbaar(f"het gesloten deel {stuk.bestand} is weg. Zet het terug uit de reservekopie.") from error
    except (OSError, EOFError, ValueError, TypeError) as error:
        raise StukOnleesbaar(f"het gesloten deel {stuk.bestand} is beschadigd of gewijzigd.") from error


def remove_stuk(folder: Path, stuk: Stuk) -> None:
    """Take the file of a part away."""
    (folder / stuk.bestand).unlink(missing_ok=True)
    sync(folder)


def remove_unfinished(folder: Path, eerste: int) -> None:
    """Take away the files of parts that began at this line, which is still open: a close that was broken off."""
    for path in folder.glob(f"logboek_{eerste}-*"):
        path.unlink()


def _head(stuk: Stuk) -> dict[str, object]:
    moments = {"vanaf": stuk.vanaf.isoformat(), "tot": stuk.tot.isoformat()}
    return {"stuk": {**asdict(stuk), **moments}, "velden": list(KOLOMMEN)}
