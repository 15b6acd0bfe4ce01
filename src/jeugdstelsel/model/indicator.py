"""An indicator: one definition that every face reads, with its settings and its shared steps."""

import datetime
from dataclasses import dataclass
from typing import Literal

from jeugdstelsel.model.tabel import Table

Stelseldoel = Literal["kwaliteit", "betaalbaarheid", "toegankelijkheid"]
Populatie = Literal[
    "actief", "lopend", "instroom", "uitstroom", "verzocht", "toegewezen", "ingegaan", "gedeclareerd", "keten"
]
"""Whose persons and providers stand behind a value; the words are explained in `indicators/__init__.py`."""


@dataclass(frozen=True)
class Vergelijking:
    """How chance works on the figure of one place, so that places can be compared with limits.

    `wet` is binomiaal (a share: of each it is so or not) or poisson (a number). `van` is what is counted in that: the
    code of an indicator that is published, or bevolking (inhabitants up to 23); `per` makes a count comparable, as
    cases per 1,000 of `van`. `bekend` says that the share is of the known part of `van`, which is its coverage.
    `samen` names two indicators, cases and persons, when one person can have several cases.
    Without `wet` there are no limits, and `reden` says why (Dutch, goes on after 'Geen grenzen:').
    """

    wet: Literal["", "binomiaal", "poisson"] = ""
    van: str = ""
    per: int = 1
    bekend: bool = False
    samen: tuple[str, str] | None = None
    reden: str = "hoe toeval op dit cijfer werkt, is nog niet vastgelegd"


@dataclass(frozen=True)
class Indicator:
    """One indicator as data; the contract of its SQL stands in `indicators/__init__.py`.

    `eenheid` is the unit of count, `teller` and `noemer` say in Dutch what is divided by what,
    `sql` computes all levels and periods in one pass, `beperkingen` are the known limits.
    `populatie` says which young people and providers stand behind a value; `extra` names the optional
    columns that the SQL returns (`uitsplitsing`, `n`, `grootste_aandeel`). `vergelijking` says how places compare.
    """

    code: str
    titel: str
    betekenis: str
    eenheid: str
    teller: str
    noemer: str
    bronnen: tuple[str, ...]
    stelseldoel: Stelseldoel
    needs: tuple[str, ...]
    sql: str
    beperkingen: tuple[str, ...]
    versie: str = "1"
    populatie: Populatie = "actief"
    extra: tuple[str, ...] = ()
    vergelijking: Vergelijking = Vergelijking()


@dataclass(frozen=True)
class Step:
    """A shared step: `sql` fills `table` from `needs`, once for all indicators that read it.

    With `sums` the rows are whole numbers per key that add up over young people: those of two groups of young people
    together are those of everyone in them. A calculation keeps them, so that the next one need only look at the young
    people of whom something changed. No row may be zero in every number.
    """

    table: Table
    needs: tuple[str, ...]
    sql: str
    sums: bool = False


@dataclass(frozen=True)
class Instelling:
    """A number that no source fixes: its value, and who chose it, when and why (Dutch)."""

    code: str
    waarde: int
    betekenis: str
    eigenaar: str
    datum: datetime.date
    reden: str
