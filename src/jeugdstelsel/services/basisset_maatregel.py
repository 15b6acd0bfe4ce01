"""With which indicators the effort for and the effect of each measure is seen, or that it cannot be seen there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import ClassVar

from jeugdstelsel.model import GebruikersFout
from jeugdstelsel.services.basisset import bekende_indicatoren
from jeugdstelsel.services.realisatie_register import Vastlegging, stand_van
from jeugdstelsel.standaard.agenda import afspraken
from jeugdstelsel.standaard.kader import Maatregel, maatregelen

INSPANNING, EFFECT = "inspanning", "effect"
KANTEN = (INSPANNING, EFFECT)
NIET_MEETBAAR = "niet meetbaar op maatregelniveau"
NOG_TE_KOPPELEN = "nog te koppelen"


@dataclass(frozen=True)
class Koppeling(Vastlegging):
    """An indicator shows the effort for or the effect of a measure (m02) or agreement (2.3.1-1).

    An empty `indicator` says that it cannot be measured there; `toelichting` then says at which higher level it is.
    """

    register: ClassVar[str] = "maatregelindicatoren"
    waaraan: str
    kant: str
    indicator: str
    toelichting: str

    @property
    def sleutel(self) -> str:
        """One line per measure, side and indicator."""
        return f"{self.waaraan}/{self.kant}/{self.indicator or 'niet'}"

    def keur(self) -> None:
        """Raise GebruikersFout for what does not exist, and for 'not measurable' without a reason."""
        if self.waaraan not in maatregelcodes() and self.waaraan not in afspraken():
            raise GebruikersFout(f"'{self.waaraan[:40]}' is geen maatregel of afspraak. Kies er een uit de lijst.")
        if self.kant not in KANTEN:
            raise GebruikersFout(f"kies {' of '.join(KANTEN)}.")
        if not self.toelichting.strip():
            raise GebruikersFout("zeg in de toelichting wat het cijfer laat zien, of op welk niveau het wel kan.")


@dataclass(frozen=True)
class Meetbaarheid:
    """One side of one measure: the indicators that show it. `toestand` says what is missing."""

    maatregel: Maatregel
    kant: str
    koppelingen: tuple[Koppeling, ...]

    @property
    def indicatoren(self) -> tuple[str, ...]:
        """The codes of the indicators."""
        return tuple(each.indicator for each in self.koppelingen if each.indicator)

    @property
    def toestand(self) -> str:
        """'gekoppeld', NIET_MEETBAAR or NOG_TE_KOPPELEN."""
        if self.indicatoren:
            return "gekoppeld"
        return NIET_MEETBAAR if self.koppelingen else NOG_TE_KOPPELEN


def maatregelcodes() -> tuple[str, ...]:
    """Return the measures of Bijlage 2, without its printed total."""
    return tuple(code for code, each in maatregelen().items() if not each.gedrukt_totaal)


def lees_koppelingen(workdir: Path, *, op: date | None = None) -> tuple[Koppeling, ...]:
    """Return what was linked as known on a day (now)."""
    return tuple(stand_van(workdir, Koppeling, op).values())


def eis_bekend(workdir: Path, koppeling: Koppeling) -> None:
    """Raise GebruikersFout when nobody defined or proposed the indicator of a link."""
    if koppeling.indicator and koppeling.indicator not in bekende_indicatoren(workdir):
        raise GebruikersFout(f"de indicator '{koppeling.indicator[:60]}' bestaat niet. Stel hem eerst voor.")


def lees_meetbaarheid(workdir: Path, *, op: date | None = None) -> list[Meetbaarheid]:
    """Return both sides of every measure of Bijlage 2."""
    links = lees_koppelingen(workdir, op=op)
    return list(_kanten(links))


def onvolledig(meetbaarheid: Sequence[Meetbaarheid]) -> list[Meetbaarheid]:
    """Return the sides that have no indicator and of which nobody said that they cannot be measured."""
    return [each for each in meetbaarheid if each.toestand == NOG_TE_KOPPELEN]


def _kanten(links: Sequence[Koppeling]) -> Iterator[Meetbaarheid]:
    for code in maatregelcodes():
        for side in KANTEN:
            found = tuple(each for each in links if (each.waaraan, each.kant) == (code, side))
            yield Meetbaarheid(maatregelen()[code], side, found)
