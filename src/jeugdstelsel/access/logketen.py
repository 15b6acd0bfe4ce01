"""Walks the chain of the log, over its closed parts too, and says where it is broken."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from jeugdstelsel.access.logregel import BEGIN, Logregel, hash_of
from jeugdstelsel.access.logstuk import Stuk

GESLOTEN, VERNIETIGD = "gesloten", "vernietigd"
HANDELING: Mapping[str, str] = {GESLOTEN: "logboek afsluiten", VERNIETIGD: "logboek vernietigen"}
"""What the log says itself when a part was closed or destroyed."""


@dataclass(frozen=True)
class Mutatie:
    """A part was closed or destroyed (`soort`), and line `regel` of the log says so."""

    soort: str
    stuk: Stuk
    regel: int


@dataclass(frozen=True)
class Keten:
    """The outcome of checking: the number of the last line, how many lines were looked at, the last hash, and what is
    wrong (Dutch; empty when all is well)."""

    regels: int
    nagerekend: int
    laatste: str
    fouten: tuple[str, ...]


@dataclass
class Wandeling:
    """Goes along the chain from the beginning; `anker` is a hash that must be met on the way ('' is none)."""

    anker: str = ""
    nummer: int = 0
    hash: str = BEGIN
    nagerekend: int = 0
    fouten: list[str] = field(default_factory=list)
    gemeld: dict[int, tuple[str, str]] = field(default_factory=dict)
    gezien: bool = False

    def langs(self, lines: Iterable[Logregel]) -> None:
        """Check every line against the one before it; a changed, removed or inserted line is named."""
        for line in lines:
            what = line.gebeurtenis
            if line.nummer != self.nummer + 1:
                self.fouten.append(f"na regel {self.nummer} volgt regel {line.nummer}: er is een regel weg")
            elif line.hash != hash_of(self.hash, line.nummer, line.moment, what):
                self.fouten.append(f"regel {line.nummer} is gewijzigd, of de regel ervoor")
            if what.handeling in HANDELING.values():
                self.gemeld[line.nummer] = (what.handeling, what.object)
            self._naar(line.nummer, line.hash)
            self.nagerekend += 1

    def naar_stuk(self, stuk: Stuk) -> None:
        """Check that a part follows what came before it."""
        if (stuk.eerste, stuk.ervoor) != (self.nummer + 1, self.hash):
            self.fouten.append(f"het gesloten deel {stuk.bestand} sluit niet aan op wat ervoor staat")
            self._naar(stuk.eerste - 1, stuk.ervoor)

    def over(self, stuk: Stuk) -> None:
        """Pass a part whose lines are not looked at."""
        self._naar(stuk.laatste, stuk.hash)

    def na_stuk(self, stuk: Stuk) -> None:
        """Check that the lines of a part ended where they must."""
        if (self.nummer, self.hash) != (stuk.laatste, stuk.hash):
            self.fouten.append(f"het gesloten deel {stuk.bestand} eindigt niet zoals bij het sluiten is vastgelegd")
        self.over(stuk)

    def toets(self, mutaties: Iterable[Mutatie], vanaf: int) -> None:
        """Check that line after line, from number `vanaf`, says itself which parts were closed and destroyed.

        A line that says so may have been destroyed with a later part; the last one cannot.
        """
        all_of = list(mutaties)
        gone = [one.stuk for one in all_of if one.soort == VERNIETIGD]
        for one in all_of:
            lost = any(stuk.eerste <= one.regel <= stuk.laatste for stuk in gone)
            said = self.gemeld.get(one.regel) == (HANDELING[one.soort], one.stuk.omschrijving)
            if one.regel <= one.stuk.laatste or not (said or lost or one.regel < vanaf):
                self.fouten.append(f"het logboek zegt zelf niet dat {one.stuk.bestand} is {one.soort}")

    def uitkomst(self) -> Keten:
        """Return what was found."""
        wrong = list(self.fouten)
        if self.anker and not self.gezien:
            wrong.append("de genoteerde controlewaarde komt niet voor: er zijn regels weg of het logboek is vervangen")
        return Keten(self.nummer, self.nagerekend, self.hash, tuple(wrong))

    def _naar(self, nummer: int, mark: str) -> None:
        self.nummer, self.hash = nummer, mark
        self.gezien = self.gezien or mark == self.anker
