"""The guard rail: a red light opens a decision record, and only a whole decision closes it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any, ClassVar

from jeugdstelsel.model import GebruikersFout
from jeugdstelsel.services.realisatie_maatregel import Stand, lees_stand
from jeugdstelsel.services.realisatie_register import MATEN, Vastlegging, einde_van, leg_vast, stand_van, vind_eenheid
from jeugdstelsel.services.signaal import OORZAKEN, ORANJE, ROOD, Signaal, meet, rode_signalen, signaal
from jeugdstelsel.store import Register
from jeugdstelsel.store.register import Inschrijving

OPEN, BESLOTEN = "open", "besloten"
GEHAALD, NIET_GEHAALD, NOG_NIET = "gehaald", "niet gehaald", "nog niet te meten"
MONITOR = "monitor"
"""Who opens a record: the light itself."""


@dataclass(frozen=True)
class Besluit(Vastlegging):
    """The decision that a red light asks for; empty fields are what still has to be decided.

    `achter` is how many per cent the unit was behind in `maat` when the light was red. The expected effect is said in
    words and as the number of per cent that the unit is at most behind in `effect_jaar`.
    """

    register: ClassVar[str] = "besluiten"
    eenheid: str
    jaar: int
    toestand: str
    maat: str
    achter: Decimal
    oorzaak: str = ""
    besluit: str = ""
    eigenaar: str = ""
    datum: date | None = None
    verwacht_effect: str = ""
    verwacht_achter: Decimal | None = None
    effect_jaar: int | None = None

    @property
    def sleutel(self) -> str:
        """One record per light: unit and year."""
        return f"{self.eenheid}-{self.jaar}"

    @property
    def naam(self) -> str:
        """What the decision is about, for a reader."""
        return f"{vind_eenheid(self.eenheid).naam}, {self.jaar}"

    def keur(self) -> None:
        """Raise GebruikersFout when this closes the record without being a whole decision."""
        vind_eenheid(self.eenheid)
        if self.toestand == OPEN:
            return
        lacks = [name for name, value in self._verplicht().items() if value in ("", None)]
        if lacks:
            raise GebruikersFout(f"dit dossier sluit pas met een heel besluit. Nog leeg: {', '.join(lacks)}.")
        if self.oorzaak not in OORZAKEN:
            raise GebruikersFout(f"de oorzaak is een van de vier uit de Hervormingsagenda: {', '.join(OORZAKEN)}.")
        if self.effect_jaar is not None and self.effect_jaar < self.jaar:
            raise GebruikersFout("het effect wordt niet gemeten in een jaar van vóór het signaal.")

    def _verplicht(self) -> Mapping[str, Any]:
        return {
            "oorzaak": self.oorzaak.strip(), "besluit": self.besluit.strip(), "eigenaar": self.eigenaar.strip(),
            "datum": self.datum, "verwacht effect": self.verwacht_effect.strip(),
            "hoeveel procent achter het wordt verwacht": self.verwacht_achter, "jaar van het effect": self.effect_jaar,
        }  # fmt: skip


@dataclass(frozen=True)
class Dossier:
    """A decision record as it stands. `versie` is what a writer hands back; 0: the light is red, nothing is written.

    `kleur_nu` is the light of today: a record stays open when the light turned in the meantime.
    """

    besluit: Besluit
    versie: int
    kleur_nu: str
    geschiedenis: tuple[Inschrijving, ...]

    @property
    def open(self) -> bool:
        """Whether a decision is still due."""
        return self.besluit.toestand == OPEN


@dataclass(frozen=True)
class Opvolging:
    """What a decision promised beside what came of it: per cent behind plan in `jaar`; None when not measured yet."""

    jaar: int
    verwacht: Fraction
    gemeten: Fraction | None
    oordeel: str


def open_besluiten(werkmap: Path, *, moment: datetime | None = None) -> tuple[str, ...]:
    """Open a record for every red light that has none and return their names; call it after anything was recorded."""
    now = moment or datetime.now(UTC)
    stand, known = lees_stand(werkmap), stand_van(werkmap, Besluit)
    opened = [_nieuw(light) for light in rode_signalen(stand) if light.code not in known]
    for record in opened:
        leg_vast(werkmap, record, wie=MONITOR, waarom="Het verkeerslicht staat op rood.", verwacht=0, moment=now)
    return tuple(record.sleutel for record in opened)


def _nieuw(light: Signaal) -> Besluit:
    part = light.slechtste
    assert part is not None
    assert part.meting.achter is not None
    behind = Decimal(f"{float(part.meting.achter):.4f}")
    return Besluit(light.eenheid.code, light.jaar, OPEN, part.meting.maat, behind)


def dossiers(werkmap: Path, stand: Stand) -> tuple[Dossier, ...]:
    """Return every decision record as known on the day of `stand`, those that are due first.

    A red light without a record is a record that is due.
    """
    found = stand_van(werkmap, Besluit, stand.bekend_op)
    found |= {light.code: _nieuw(light) for light in rode_signalen(stand) if light.code not in found}
    files = (_dossier(werkmap, stand, record) for record in found.values())
    return tuple(sorted(files, key=lambda file: (not file.open, file.besluit.jaar, file.besluit.sleutel)))


def oorzaak_van(light: Signaal, files: Iterable[Dossier]) -> str:
    """Return the cause that was decided on; a light that is not on plan and has none says so."""
    found = next((file.besluit.oorzaak for file in files if file.besluit.sleutel == light.code), "")
    return found or ("nog niet vastgesteld" if light.kleur in (ORANJE, ROOD) else "")


def vind_dossier(werkmap: Path, stand: Stand, code: str) -> Dossier | None:
    """Return the decision record of a light; None when the light is not red and none was ever opened."""
    return next((file for file in dossiers(werkmap, stand) if file.besluit.sleutel == code), None)


def _dossier(werkmap: Path, stand: Stand, record: Besluit) -> Dossier:
    end = einde_van(stand.bekend_op)
    lines = Register(werkmap, Besluit.register).geschiedenis(record.sleutel)
    known = tuple(line for line in lines if end is None or line.wanneer <= end)
    return Dossier(record, len(known), signaal(stand, record.eenheid, record.jaar).kleur, known)


def besluit(
    werkmap: Path, dossier: Dossier, waarden: Mapping[str, Any], *, wie: str, waarom: str, verwacht: int,
    sluit: bool = True, moment: datetime | None = None,
) -> Inschrijving:  # fmt: skip
    """Write a decision into its record, and close it unless `sluit` is False.

    Raises GebruikersFout when something is missing that a closed record has, or when another wrote meanwhile.
    """
    old = dossier.besluit
    new = Besluit(old.eenheid, old.jaar, BESLOTEN if sluit else OPEN, old.maat, old.achter, **waarden)
    return leg_vast(werkmap, new, wie=wie, waarom=waarom, verwacht=verwacht, moment=moment)


def opvolging(stand: Stand, record: Besluit) -> Opvolging | None:
    """Return the expected effect of a decision beside what is measured; None as long as nothing was decided."""
    if record.verwacht_achter is None or record.effect_jaar is None or record.toestand != BESLOTEN:
        return None
    metingen = dict(zip(MATEN, meet(stand, vind_eenheid(record.eenheid), record.effect_jaar), strict=True))
    measured, expected = metingen[record.maat].achter, Fraction(record.verwacht_achter)
    if measured is None:
        return Opvolging(record.effect_jaar, expected, None, NOG_NIET)
    return Opvolging(record.effect_jaar, expected, measured, GEHAALD if measured <= expected else NIET_GEHAALD)
