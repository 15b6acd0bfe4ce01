"""What people record about money and effort, each kind in a register of its own, as it stood on any day."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, time
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any, ClassVar, Self, TypeVar, get_type_hints

from jeugdstelsel import standaard
from jeugdstelsel.model import GebruikersFout
from jeugdstelsel.services.agenda import Ingehaald
from jeugdstelsel.standaard.kader import KADERJAREN, PRIJSPEIL, maatregelen
from jeugdstelsel.standaard.routekaart import actielijnen
from jeugdstelsel.store import Register
from jeugdstelsel.store.register import Inschrijving

MILJOEN = 100_000_000
"""Eurocents in a million euro, the unit of the three annexes."""

RIJK, VNG = "Rijk", "VNG"
PARTIJEN = (RIJK, VNG)
BOVENWETTELIJK, ONVOORZIEN, AUTONOOM = "bovenwettelijk", "onvoorzien", "autonome groei"
BEGINSELEN = (BOVENWETTELIJK, ONVOORZIEN, AUTONOOM)
MATEN = ("inspanning", "effect")
SOORTEN = ("maatregel", "actielijn", "regio", "land")
BRONNEN_VAN_GELD = ("algemene uitkering", "integratie-uitkering", "VWS-begroting")
GEWEIGERD: Mapping[str, str] = {
    "decentralisatie-uitkering (DU)": "zij zat niet in het uitgavenonderzoek en dus ook niet in de reeks van de "
    "Commissie van Wijzen (Hervormingsagenda, Bijlage 1, noot 74)",
    "specifieke uitkering (SPUK)": "zij zat niet in het uitgavenonderzoek en dus ook niet in de reeks van de "
    "Commissie van Wijzen (Hervormingsagenda, Bijlage 1, noot 74)",
    "loon- en prijsontwikkeling (LPO)": "zij verandert het prijspeil en niet de reeks; leg haar vast als prijsindex",
}
"""Money that does not belong in the budget series, and why."""


@dataclass(frozen=True)
class Eenheid:
    """What can have a signal: a measure, all measures together, an action line, a jeugdregio or the country."""

    code: str
    soort: str
    naam: str


@cache
def eenheden() -> Mapping[str, Eenheid]:
    """Return everything that can have a signal, by code; posts for which nobody is responsible have none."""
    found = [Eenheid("land", "land", "Nederland: uitgaven naast de budgetreeks")]
    found.append(Eenheid("totaal", "maatregel", "Alle maatregelen samen"))
    found += [Eenheid(m.maatregel, "maatregel", m.naam) for m in maatregelen().values() if m.verantwoordelijk]
    found += [Eenheid(f"al{a.actielijn}", "actielijn", a.titel) for a in actielijnen().values()]
    found += [Eenheid(code, "regio", naam) for code, naam in standaard.jeugdregios().items()]
    return {eenheid.code: eenheid for eenheid in found}


def vind_eenheid(code: str) -> Eenheid:
    """Return what can have a signal by its code; raises GebruikersFout for one that is not there."""
    if code not in eenheden():
        raise GebruikersFout(f"'{code[:40]}' heeft geen signaal. Kies een maatregel, actielijn, regio of land.")
    return eenheden()[code]


def naar_eurocent(miljoen: Decimal) -> int:
    """Return millions as eurocent; raises GebruikersFout for parts of a cent."""
    cents = miljoen * MILJOEN
    if not cents.is_finite() or cents != cents.to_integral_value():
        raise GebruikersFout("een bedrag in miljoenen heeft ten hoogste acht cijfers achter de komma.")
    return int(cents)


class Vastlegging(ABC):
    """The base of what is recorded: `register` is where, and there is one line at a time for each `een_per`."""

    register: ClassVar[str]
    een_per: ClassVar[tuple[str, ...]] = ()

    @property
    def sleutel(self) -> str:
        """The name in the register: one value at a time stands under it."""
        return "/".join(str(getattr(self, name)).strip() for name in self.een_per)

    @abstractmethod
    def keur(self) -> None:
        """Raise GebruikersFout when this may not be recorded; what was recorded before is always read."""

    @classmethod
    def lees(cls, waarde: Mapping[str, Any]) -> Self:
        """Return the value as it was recorded."""
        types = {name: found for name, found in get_type_hints(cls).items() if name in waarde}
        return cls(**{name: _LEES[found](waarde[name]) for name, found in types.items()})

    def als_waarde(self) -> dict[str, Any]:
        """Return the value as it goes into the register."""
        return {name: _schrijf(value) for name, value in asdict(self).items()}  # type: ignore[call-overload]


_LEES: Mapping[Any, Any] = {
    int: int,
    str: str,
    Decimal: Decimal,
    Decimal | None: lambda value: None if value is None else Decimal(value),
    date: date.fromisoformat,
    date | None: lambda value: None if value is None else date.fromisoformat(value),
    int | None: lambda value: value,
    Mapping[int, Decimal]: lambda value: {int(year): Decimal(figure) for year, figure in value.items()},
}


def _schrijf(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {str(key): _schrijf(item) for key, item in value.items()}
    return str(value) if isinstance(value, Decimal | date) else value


def _eis(goed: bool, uitleg: str) -> None:
    if not goed:
        raise GebruikersFout(uitleg)


def _eis_tekst(**teksten: str) -> None:
    for naam, tekst in teksten.items():
        _eis(bool(tekst.strip()), f"'{naam}' is leeg. Vul in wat de lezer moet weten om dit na te gaan.")


@dataclass(frozen=True)
class Mutatie(Vastlegging):
    """A change of the budget series after Voorjaarsnota 2023: millions in prices of 2023, for one year."""

    register: ClassVar[str] = "budgetreeks"
    een_per: ClassVar[tuple[str, ...]] = ("jaar", "naam")
    naam: str
    jaar: int
    geldbron: str
    miljoen: Decimal
    prijspeil: int
    bron: str

    def keur(self) -> None:
        if self.geldbron in GEWEIGERD:
            raise GebruikersFout(f"een {self.geldbron} hoort niet in de budgetreeks: {GEWEIGERD[self.geldbron]}.")
        _eis(self.geldbron in BRONNEN_VAN_GELD, f"kies als geldbron: {', '.join(BRONNEN_VAN_GELD)}.")
        _eis(str(self.jaar) in KADERJAREN, f"de budgetreeks loopt van {KADERJAREN[0]} tot en met {KADERJAREN[-1]}.")
        _eis_prijspeil(self.prijspeil)
        _eis_tekst(naam=self.naam, bron=self.bron)
        naar_eurocent(self.miljoen)


def _eis_prijspeil(prijspeil: int) -> None:
    _eis(
        prijspeil == PRIJSPEIL,
        f"dit bedrag staat in prijzen van {prijspeil}, het financieel kader in prijzen van {PRIJSPEIL}. "
        "Prijspeilen worden niet gemengd: reken het bedrag eerst om en noem in de bron hoe.",
    )


@dataclass(frozen=True)
class Raming(Vastlegging):
    """An estimate of spending by another, such as the CPB: millions in prices of `prijspeil`, beside the series.

    It replaces nothing and no difference is taken from it. `laag` and `hoog` are its interval, None when it has none.
    """

    register: ClassVar[str] = "raming"
    een_per: ClassVar[tuple[str, ...]] = ("jaar", "naam")
    naam: str
    jaar: int
    miljoen: Decimal
    laag: Decimal | None
    hoog: Decimal | None
    prijspeil: int
    methode: str
    basisjaar: int
    bron: str

    def keur(self) -> None:
        _eis_tekst(naam=self.naam, methode=self.methode, bron=self.bron)
        _eis_grenzen(self.laag, self.miljoen, self.hoog)
        naar_eurocent(self.miljoen)


def _eis_grenzen(laag: Decimal | None, waarde: Decimal, hoog: Decimal | None) -> None:
    _eis((laag is None) == (hoog is None), "geef ondergrens en bovengrens allebei, of geen van beide.")
    if laag is not None and hoog is not None:
        _eis(laag <= waarde <= hoog, "de waarde ligt niet tussen de ondergrens en de bovengrens.")


@dataclass(frozen=True)
class Index(Vastlegging):
    """The price index with which amounts are brought to the price level of the series; there is no official one."""

    register: ClassVar[str] = "prijsindex"
    naam: str
    cijfers: Mapping[int, Decimal]
    eigenaar: str
    datum: date
    reden: str
    bron: str

    def keur(self) -> None:
        _eis_tekst(naam=self.naam, eigenaar=self.eigenaar, reden=self.reden, bron=self.bron)
        _eis(PRIJSPEIL in self.cijfers, f"de index mist een cijfer voor {PRIJSPEIL}, het prijspeil van het kader.")
        _eis(
            all(figure.is_finite() and figure > 0 for figure in self.cijfers.values()),
            "elk indexcijfer is een getal boven 0.",
        )

    @property
    def sleutel(self) -> str:
        """There is one index at a time."""
        return "budgetreeks"


@dataclass(frozen=True)
class Inspanning(Vastlegging):
    """What one party agreed to do for one unit in a year, and how much of it was delivered (None: not known)."""

    register: ClassVar[str] = "inspanning"
    een_per: ClassVar[tuple[str, ...]] = ("eenheid", "jaar", "partij")
    eenheid: str
    partij: str
    jaar: int
    wat: str
    afgesproken: Decimal
    geleverd: Decimal | None
    bron: str

    def keur(self) -> None:
        soort = vind_eenheid(self.eenheid).soort
        _eis_tekst(partij=self.partij, wat=self.wat, bron=self.bron)
        if soort == "maatregel" and self.eenheid != "totaal":
            allowed = partijen_van(self.eenheid)
            _eis(self.partij in allowed, f"volgens Bijlage 2 is {' en '.join(allowed)} hiervoor verantwoordelijk.")
        _eis(self.afgesproken > 0, "wat is afgesproken, is een getal boven 0.")
        _eis(self.geleverd is None or self.geleverd >= 0, "wat is geleverd, is 0 of meer; laat leeg wat u niet weet.")

    @property
    def deel(self) -> Fraction | None:
        """The share 0..1 that was delivered; more than agreed counts as 1. None when it is not known."""
        return None if self.geleverd is None else min(Fraction(self.geleverd) / Fraction(self.afgesproken), Fraction(1))


def partijen_van(maatregel: str) -> tuple[str, ...]:
    """Return who is responsible for a measure according to Bijlage 2."""
    text = maatregelen()[maatregel].verantwoordelijk
    return tuple(partij for partij in PARTIJEN if partij in text)


@dataclass(frozen=True)
class Aandeel(Vastlegging):
    """The documented share of the Rijk in the effort for a measure of Rijk and VNG together; the rest is the VNG's."""

    register: ClassVar[str] = "inspanningsaandeel"
    een_per: ClassVar[tuple[str, ...]] = ("eenheid",)
    eenheid: str
    rijk: Decimal
    bron: str

    def keur(self) -> None:
        _eis(
            self.eenheid in maatregelen() and len(partijen_van(self.eenheid)) > 1,
            "een aandeel wordt alleen vastgelegd bij een maatregel van Rijk en VNG samen.",
        )
        _eis(0 <= self.rijk <= 100, "het aandeel van het Rijk ligt tussen 0 en 100 procent.")
        _eis_tekst(bron=self.bron)


@dataclass(frozen=True)
class Resultaat(Vastlegging):
    """What was reached in a year: for a measure the saving (negative, millions, prices of 2023), else its own unit.

    `laag` and `hoog` bound what it can be; None when no bounds are known.
    """

    register: ClassVar[str] = "resultaat"
    een_per: ClassVar[tuple[str, ...]] = ("eenheid", "jaar")
    eenheid: str
    jaar: int
    waarde: Decimal
    laag: Decimal | None
    hoog: Decimal | None
    bron: str

    def keur(self) -> None:
        soort = vind_eenheid(self.eenheid).soort
        _eis(soort in ("maatregel", "actielijn"), "de uitgaven van land en regio's komen uit Iv3, niet uit een opgave.")
        _eis_tekst(bron=self.bron)
        _eis_grenzen(self.laag, self.waarde, self.hoog)
        if soort == "maatregel":
            naar_eurocent(self.waarde)


@dataclass(frozen=True)
class Plan(Vastlegging):
    """The documented goal of an action line (with where it starts) or the budget of a region (millions, own prices)."""

    register: ClassVar[str] = "plan"
    een_per: ClassVar[tuple[str, ...]] = ("eenheid", "jaar")
    eenheid: str
    jaar: int
    uitgangswaarde: Decimal | None
    doel: Decimal
    in_wat: str
    bron: str

    def keur(self) -> None:
        soort = vind_eenheid(self.eenheid).soort
        _eis(soort in ("actielijn", "regio"), "voor maatregelen en het land staat het plan in Bijlage 1 en 2.")
        _eis_tekst(in_wat=self.in_wat, bron=self.bron)
        if soort == "actielijn":
            _eis(
                self.uitgangswaarde is not None and self.uitgangswaarde != self.doel,
                "geef de waarde waar de actielijn begon; zij is anders dan het doel.",
            )
        else:
            _eis(self.doel > 0, "het budget van een regio is een bedrag boven 0.")
            naar_eurocent(self.doel)


@dataclass(frozen=True)
class Oorzaakbedrag(Vastlegging):
    """A documented part of a deviation (millions, prices of 2023) that chapter 3 lays with one party.

    `beginsel` is one of BEGINSELEN. Money that costs more is above zero.
    """

    register: ClassVar[str] = "oorzaakbedrag"
    een_per: ClassVar[tuple[str, ...]] = ("eenheid", "jaar", "beginsel")
    eenheid: str
    jaar: int
    beginsel: str
    miljoen: Decimal
    prijspeil: int
    bron: str

    def keur(self) -> None:
        soort = vind_eenheid(self.eenheid).soort
        _eis(soort in ("land", "maatregel"), "een bedrag per oorzaak hoort bij een maatregel of bij het land.")
        _eis(self.beginsel in BEGINSELEN, f"kies als beginsel: {', '.join(BEGINSELEN)}.")
        _eis_prijspeil(self.prijspeil)
        _eis_tekst(bron=self.bron)
        naar_eurocent(self.miljoen)


@dataclass(frozen=True)
class Drempel(Vastlegging):
    """From how many per cent behind the plan a light is orange or red; chosen by someone, never official."""

    register: ClassVar[str] = "drempel"
    een_per: ClassVar[tuple[str, ...]] = ("soort", "maat")
    soort: str
    maat: str
    oranje: Decimal
    rood: Decimal
    eigenaar: str
    datum: date
    reden: str

    def keur(self) -> None:
        _eis(self.soort in SOORTEN and self.maat in MATEN, "kies een soort en een maat uit de lijst.")
        _eis(0 < self.oranje < self.rood, "oranje begint boven 0 procent en onder rood.")
        _eis_tekst(eigenaar=self.eigenaar, reden=self.reden)


VASTLEGGINGEN: Mapping[str, type[Vastlegging]] = {
    klasse.register: klasse for klasse in (Mutatie, Index, Inspanning, Aandeel, Resultaat, Plan, Oorzaakbedrag, Drempel)
}
"""What a light can rest on, by the name of its register."""


def einde_van(dag: date | None) -> datetime | None:
    """Return the last moment of a day, in UTC; None stays None: now."""
    return None if dag is None else datetime.combine(dag, time.max, UTC)


V = TypeVar("V", bound=Vastlegging)


def stand_van(werkmap: Path, klasse: type[V], bekend_op: date | None = None) -> dict[str, V]:
    """Return what was recorded and held at the end of a day (today), by key."""
    found = Register(werkmap, klasse.register).stand(
        geldig_op=bekend_op or datetime.now(UTC).date(), bekend_op=einde_van(bekend_op)
    )
    return {key: klasse.lees(value) for key, value in found.items()}


def leg_vast(
    werkmap: Path, wat: Vastlegging, *, wie: str, waarom: str, verwacht: int | None = None,
    geldig_vanaf: date | None = None, moment: datetime | None = None, intrekken: bool = False,
) -> Inschrijving:  # fmt: skip
    """Record a value, from today on unless another day is given; what stood there before is kept.

    With `intrekken` nothing stands there any more from that day on. Raises Ingehaald when someone wrote since version
    `verwacht`, and GebruikersFout when the value cannot be right or who or why is missing.
    """
    wat.keur()
    now = moment or datetime.now(UTC)
    book = Register(werkmap, wat.register)
    try:
        return book.schrijf(
            wat.sleutel, None if intrekken else wat.als_waarde(), wie=wie, waarom=waarom,
            geldig_vanaf=geldig_vanaf or now.astimezone(UTC).date(), verwacht=verwacht, moment=now,
        )  # fmt: skip
    except GebruikersFout as error:
        if verwacht in (None, book.versie(wat.sleutel)):
            raise
        raise Ingehaald(
            "iemand anders heeft dit intussen gewijzigd. Wat u invulde staat er nog: vergelijk en bewaar opnieuw."
        ) from error
