"""The stored inputs of a report: everything that it says comes from here, so it can be made again to the byte."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any, get_type_hints


@dataclass(frozen=True)
class Cijfer:
    """One published figure, as `services.kast` gives it, with its level and kind of period."""

    indicator: str
    niveau: str
    plaats: str
    periode_soort: str
    periode: str
    uitsplitsing: str
    waarde: float | None
    dekking: float | None
    status: str
    toestand: str
    versie: str


@dataclass(frozen=True)
class Definitie:
    """What an indicator meant when the report was made."""

    code: str
    titel: str
    betekenis: str
    eenheid: str
    bronnen: str
    beperkingen: str
    versie: str


@dataclass(frozen=True)
class Plaatsnaam:
    """The name of a place at a level."""

    niveau: str
    code: str
    naam: str


@dataclass(frozen=True)
class Geldpunt:
    """What a place spent on youth in a year by its accounts (Iv3), in eurocent and prices of `prijspeil`."""

    jaar: int
    eurocent: int | None
    prijspeil: int
    toestand: str
    dekking: float | None
    let_op: str


@dataclass(frozen=True)
class Cbscijfer:
    """One figure of CBS on young people with help; `breuk` says why it cannot be compared with the one before."""

    meting: str
    periode: str
    waarde: float | None
    toestand: str
    status: str
    eenheid: str
    bron: str
    breuk: str


@dataclass(frozen=True)
class Wachttijdzin:
    """A waiting time told in plain words, with its name and what it is; the words come from `services.wachttijden`."""

    code: str
    naam: str
    uitleg: str
    let_op: str
    zin: str


@dataclass(frozen=True)
class Routekaartstand:
    """One of the 17 indicators of the Routekaart: its state, and which of ours measure part of it (codes, with ;)."""

    code: str
    actielijn: str
    titel: str
    bron: str
    toestand: str
    onze: str
    let_op: str


@dataclass(frozen=True)
class Actielijnstand:
    """An action line and the movement that it is for."""

    code: str
    titel: str
    beweging: str


@dataclass(frozen=True)
class Poststand:
    """An action, agreement, law or motion with its term and state, and what asks for attention on the day."""

    register: str
    code: str
    groep: str
    wat: str
    wie: str
    wanneer: str
    uiterlijk: str
    stand: str
    signaal: str
    plaats: str
    verschoven: bool


@dataclass(frozen=True)
class Budgetjaar:
    """A year of the budget series beside what was spent, in eurocent; the deviation only at one price level."""

    jaar: int
    gedrukt: int
    budget: int
    prijspeil: int
    uitgave: int | None
    uitgave_prijspeil: int | None
    document: str
    volledig: bool
    afwijking: int | None
    procent: float | None
    uitleg: str


@dataclass(frozen=True)
class Signaalstand:
    """The light of a unit in a year: its colour on what ground, its trend, and how it was measured."""

    code: str
    soort: str
    naam: str
    jaar: int
    kleur: str
    grond: str
    trend: str
    inspanning: str
    effect: str


@dataclass(frozen=True)
class Inspanningstand:
    """What a party agreed to do for a unit in a year and how much of that it delivered, as it was recorded."""

    eenheid: str
    jaar: int
    partij: str
    afgesproken: str
    geleverd: str
    bron: str


@dataclass(frozen=True)
class Maatregelstand:
    """A measure of Bijlage 2: who is responsible and what it was to save in the year, in millions as printed."""

    code: str
    naam: str
    verantwoordelijk: str
    plan: int | None
    resultaat: str


@dataclass(frozen=True)
class Controlestand:
    """A control total that differs from what is printed."""

    wat: str
    jaar: str
    berekend: int
    gedrukt: int | None
    oordeel: str
    plaats: str


@dataclass(frozen=True)
class Tweespraak:
    """Two readings in the documents that differ, and how this program deals with that."""

    onderwerp: str
    lezing_a: str
    lezing_b: str
    hoe: str


@dataclass(frozen=True)
class Openstaand:
    """Something that the documents leave open, and what stands here instead of an invented answer."""

    onderwerp: str
    wat_wij_tonen: str


@dataclass(frozen=True)
class Setstand:
    """An indicator of the basisset of the report year, with its version and since when Rijk and VNG both agreed."""

    indicator: str
    titel: str
    betekenis: str
    versie: int
    vastgesteld_op: str


@dataclass(frozen=True)
class Invoer:
    """Everything one report is made from. `dag` is the day as known on which; `moment` that of the release.

    `niveau` and `plaats` say where it is about ('land' and empty for the country), `regio` is the jeugdregio of a
    gemeente; `jaar` is the report year; `vastgesteld` whether the report of that year is made final with this.
    """

    soort: str
    jaar: str
    dag: str
    niveau: str
    plaats: str
    naam: str
    regio: str
    uitgave: int
    moment: str
    peildatum: str
    synthetisch: bool
    vastgesteld: bool = False
    cijfers: tuple[Cijfer, ...] = ()
    definities: tuple[Definitie, ...] = ()
    plaatsnamen: tuple[Plaatsnaam, ...] = ()
    geld: tuple[Geldpunt, ...] = ()
    cbs: tuple[Cbscijfer, ...] = ()
    wachttijden: tuple[Wachttijdzin, ...] = ()
    wachtredenen: tuple[str, ...] = ()
    actielijnen: tuple[Actielijnstand, ...] = ()
    routekaart: tuple[Routekaartstand, ...] = ()
    posten: tuple[Poststand, ...] = ()
    budget: tuple[Budgetjaar, ...] = ()
    maatregelen: tuple[Maatregelstand, ...] = ()
    controles: tuple[Controlestand, ...] = ()
    signalen: tuple[Signaalstand, ...] = ()
    inspanningen: tuple[Inspanningstand, ...] = ()
    tweespraken: tuple[Tweespraak, ...] = ()
    openstaand: tuple[Openstaand, ...] = ()
    basisset: tuple[Setstand, ...] = ()

    def cijfer(self, indicator: str, niveau: str, plaats: str, periode: str) -> Cijfer | None:
        """Return one figure without splits, or None when it was not published at all."""
        return next(iter(self.reeks(indicator, niveau, plaats, periode=periode)), None)

    def vakken(self, indicator: str, niveau: str, plaats: str, periode: str) -> Sequence[Cijfer]:
        """Return the splits of an indicator in one period."""
        wanted = (indicator, niveau, plaats, periode)
        return [
            row
            for row in self.cijfers
            if (row.indicator, row.niveau, row.plaats, row.periode) == wanted and row.uitsplitsing
        ]

    def reeks(
        self, indicator: str, niveau: str, plaats: str, *, soort: str = "", periode: str = ""
    ) -> Sequence[Cijfer]:
        """Return the figures of an indicator at a place, the periods in order; of one kind or one period when asked."""
        return [
            each
            for each in self.cijfers
            if (each.indicator, each.niveau, each.plaats, each.uitsplitsing) == (indicator, niveau, plaats, "")
            and soort in ("", each.periode_soort)
            and periode in ("", each.periode)
        ]


def als_json(invoer: Invoer) -> bytes:
    """Return inputs as JSON, always in the same order and form."""
    return (json.dumps(asdict(invoer), ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def van_json(data: bytes) -> Invoer:
    """Return inputs from JSON."""
    found = json.loads(data)
    return Invoer(**{name: _lees(kind, found[name]) for name, kind in get_type_hints(Invoer).items() if name in found})


def _lees(kind: Any, value: Any) -> Any:
    """Return a value of JSON as the field of `Invoer` that it was: a row, a text or itself."""
    if not isinstance(value, list):
        return value
    row = kind.__args__[0]
    return tuple(each if row is str else row(**each) for each in value)
