"""An indicator: one definition that every face reads."""

from dataclasses import dataclass
from typing import Literal

Stelseldoel = Literal["kwaliteit", "betaalbaarheid", "toegankelijkheid"]


@dataclass(frozen=True)
class Indicator:
    """One indicator as data; the contract of its SQL stands in `indicators/__init__.py`.

    `eenheid` is the unit of count, `teller` and `noemer` say in Dutch what is divided by what,
    `sql` computes all levels and periods in one pass, `beperkingen` are the known limits.
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
