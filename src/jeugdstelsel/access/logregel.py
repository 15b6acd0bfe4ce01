"""One line of the log: what it holds, and the hash that ties it to the line before."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from operator import attrgetter
from zoneinfo import ZoneInfo

BEGIN = "0" * 64
"""What stands in the place of the hash before the very first line."""
HIER = ZoneInfo("Europe/Amsterdam")


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

    @property
    def dag(self) -> date:
        """The Dutch day of the line."""
        return self.moment.astimezone(HIER).date()


VELDEN = tuple(field.name for field in fields(Gebeurtenis))
_waarden = attrgetter(*VELDEN)
KOLOMMEN = ("nummer", "moment", *VELDEN, "hash")


def op_de_machine(gebruiker: str, handeling: str, wat: str, reden: str) -> Gebeurtenis:
    """Return what someone did with a command on the machine itself."""
    return Gebeurtenis(
        gebruiker=f"opdrachtregel ({gebruiker})", rol="systeembeheer", verantwoordelijke="geen", handeling=handeling,
        object=wat, client="", uitkomst="gelukt", toegangspunt="opdrachtregel", herkomst="deze machine", reden=reden,
    )  # fmt: skip


def make_line(before: tuple[int, str], moment: datetime, gebeurtenis: Gebeurtenis) -> Logregel:
    """Return the line that follows the line with this number and hash."""
    number = before[0] + 1
    return Logregel(number, moment, gebeurtenis, hash_of(before[1], number, moment, gebeurtenis))


def hash_of(last: str, number: int, moment: datetime, gebeurtenis: Gebeurtenis) -> str:
    """Return SHA-256 over the hash of the line before and every field of this one."""
    text = json.dumps([last, number, moment.isoformat(), *_waarden(gebeurtenis)], ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def to_row(line: Logregel) -> tuple[int | str, ...]:
    """Return a line as it is kept: in the order of KOLOMMEN."""
    return (line.nummer, line.moment.isoformat(), *_waarden(line.gebeurtenis), line.hash)


def from_row(row: Sequence[object]) -> Logregel:
    """Return a line that was kept; raises ValueError or TypeError when it is none."""
    number, moment, *what, mark = row
    return Logregel(int(str(number)), datetime.fromisoformat(str(moment)), Gebeurtenis(*map(str, what)), str(mark))
