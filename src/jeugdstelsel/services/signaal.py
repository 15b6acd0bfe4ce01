"""The traffic light with its guard rail: effort and effect against plan, per measure, action line, region and land."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from jeugdstelsel.model.notatie import vast
from jeugdstelsel.services.realisatie import NIET_TE_VERGELIJKEN, Afwijking, Bedrag, Uitgave, breng_naar, vergelijk
from jeugdstelsel.services.realisatie_maatregel import JAREN, NIET_TE_METEN, Stand, lees_stand, plan_van
from jeugdstelsel.services.realisatie_register import (
    MATEN,
    VASTLEGGINGEN,
    Drempel,
    Eenheid,
    Inspanning,
    Resultaat,
    eenheden,
    naar_eurocent,
    partijen_van,
    vind_eenheid,
)
from jeugdstelsel.standaard.kader import PRIJSPEIL
from jeugdstelsel.store import Register

GROEN, ORANJE, ROOD, ONBEKEND = "groen", "oranje", "rood", "onbekend"
KLEUREN = (GROEN, ORANJE, ROOD)
OORZAKEN = (
    "niet geleverde inspanning", "gebrekkige keuzes of uitvoering", "nieuwe ramingsinzichten",
    "autonome ontwikkelingen",
)  # fmt: skip
"""The causes of a deviation that the document names (Hervormingsagenda, chapter 3)."""
GEEN_DREMPEL = "nog niet in te kleuren: geen drempel vastgesteld"
LAATSTE_DAGEN = 12
"""How many days of change are told of a light."""
BETER, SLECHTER, GELIJK = "beter dan vorig jaar", "slechter dan vorig jaar", "gelijk aan vorig jaar"


@dataclass(frozen=True)
class Meting:
    """How far a unit is behind its plan in a year, in per cent (below zero: ahead); None when it cannot be measured.

    `laag` and `hoog` bound it when that is known; `soort` says with what it was measured: only like is compared.
    """

    maat: str
    achter: Fraction | None
    laag: Fraction | None
    hoog: Fraction | None
    soort: str
    uitleg: str


@dataclass(frozen=True)
class Deelsignaal:
    """The colour of one measurement. `kan_ook` are the other colours that its uncertainty allows."""

    meting: Meting
    drempel: Drempel | None
    kleur: str
    kan_ook: tuple[str, ...]
    trend: str
    uitleg: str


@dataclass(frozen=True)
class Signaal:
    """The light of one unit in one year: the worst of its parts, and on which of them it rests."""

    eenheid: Eenheid
    jaar: int
    delen: tuple[Deelsignaal, ...]
    kleur: str
    grond: str

    @property
    def code(self) -> str:
        """The name under which its decision is recorded."""
        return f"{self.eenheid.code}-{self.jaar}"

    @property
    def slechtste(self) -> Deelsignaal | None:
        """The part that gives the light its colour; None when there is no colour."""
        return next((part for part in reversed(self.delen) if part.kleur == self.kleur != ONBEKEND), None)

    @property
    def trend(self) -> str:
        """Whether the part that gives the colour got better or worse."""
        return self.slechtste.trend if self.slechtste else ONBEKEND


# --- measuring ------------------------------------------------------------------------------------------------------


def meet(stand: Stand, eenheid: Eenheid, jaar: int) -> tuple[Meting, Meting]:
    """Return how far effort and effect of a unit are behind plan in a year."""
    parties = partijen_van(eenheid.code) if eenheid.soort == "maatregel" else ()
    effort = _meet_inspanning(stand.inspanningen_van(eenheid.code, jaar), parties)
    return effort, _EFFECT[eenheid.soort](stand, eenheid, jaar)


def _meet_inspanning(efforts: Sequence[Inspanning], parties: Sequence[str]) -> Meting:
    """Return what the party that is furthest behind did not deliver; no weight of parties is documented."""
    known = {effort.partij: 100 * (1 - effort.deel) for effort in efforts if effort.deel is not None}
    if not known:
        return Meting("inspanning", None, None, None, "", "niet vastgelegd wat is afgesproken en geleverd")
    told = [f"{party}: {_procent(behind)} niet geleverd" for party, behind in sorted(known.items())]
    told += [f"{party}: onbekend wat is geleverd" for party in sorted({*parties, *_partijen(efforts)} - known.keys())]
    worst = max(known.values())
    return Meting("inspanning", worst, worst, worst, "vastgelegde inspanning", "; ".join(told))


def _partijen(efforts: Sequence[Inspanning]) -> frozenset[str]:
    return frozenset(effort.partij for effort in efforts)


def _meet_maatregel(stand: Stand, eenheid: Eenheid, jaar: int) -> Meting:
    """Return how much less was saved than planned, in per cent of the plan."""
    plan, result = plan_van(eenheid.code, jaar), stand.resultaten.get(f"{eenheid.code}/{jaar}")
    if plan is None or plan.eurocent == 0:
        return _geen_effect("Bijlage 2 noemt voor dit jaar geen bedrag")
    if result is None:
        return _geen_effect("nog niet gemeten" if eenheid.code == "totaal" else NIET_TE_METEN)
    size = abs(plan.eurocent)
    behind = [None if v is None else Fraction(100 * (naar_eurocent(v) - plan.eurocent), size) for v in _waarden(result)]
    return _effect(behind, "besparing", f"bron: {result.bron}")


def _meet_actielijn(stand: Stand, eenheid: Eenheid, jaar: int) -> Meting:
    """Return which part of the way from start to goal was not covered, in per cent."""
    key = f"{eenheid.code}/{jaar}"
    plan, result = stand.plannen.get(key), stand.resultaten.get(key)
    if plan is None or plan.uitgangswaarde is None:
        return _geen_effect("doel nog niet vastgesteld")
    if result is None:
        return _geen_effect("nog niet gemeten")
    way = Fraction(plan.doel) - Fraction(plan.uitgangswaarde)
    behind = [None if v is None else 100 * (Fraction(plan.doel) - Fraction(v)) / way for v in _waarden(result)]
    return _effect(behind, plan.in_wat, f"bron: {result.bron}")


def _meet_land(stand: Stand, eenheid: Eenheid, jaar: int) -> Meting:
    """Return how much more was spent than the budget series, in per cent of it."""
    found = stand.budget.get(jaar)
    if found is None:
        return _geen_effect("de budgetreeks loopt niet tot dit jaar")
    return _meet_uitgave(found.afwijking, found.uitgave, found.uitleg)


def _meet_regio(stand: Stand, eenheid: Eenheid, jaar: int) -> Meting:
    """Return how much more a region spent than its recorded budget, in per cent of it."""
    plan = stand.plannen.get(f"{eenheid.code}/{jaar}")
    if plan is None:
        return _geen_effect("er is geen budget van deze regio vastgelegd")
    spent = stand.uitgaven_van(eenheid.code).get(jaar)
    if spent is None:
        return _geen_effect("onbekend: er zijn nog geen uitgaven van dit jaar")
    at_price = breng_naar(spent.bedrag, PRIJSPEIL, stand.index)
    if at_price is None:
        return _geen_effect(NIET_TE_VERGELIJKEN)
    budget = Bedrag(naar_eurocent(plan.doel), PRIJSPEIL)
    return _meet_uitgave(vergelijk(at_price, budget), spent, f"budget volgens {plan.bron}")


def _meet_uitgave(found: Afwijking | None, spent: Uitgave | None, uitleg: str) -> Meting:
    if found is None or found.procent is None or spent is None:
        return _geen_effect(uitleg)
    least = "" if spent.volledig else ", ten minste: niet alle gemeenten gaven alles op"
    return Meting("effect", found.procent, None, None, spent.document, f"{spent.document}, {uitleg}{least}")


_EFFECT = {"maatregel": _meet_maatregel, "actielijn": _meet_actielijn, "regio": _meet_regio, "land": _meet_land}


def _geen_effect(uitleg: str) -> Meting:
    return Meting("effect", None, None, None, "", uitleg)


def _waarden(result: Resultaat) -> tuple[Decimal, Decimal | None, Decimal | None]:
    return result.waarde, result.laag, result.hoog


def _effect(behind: Sequence[Fraction | None], soort: str, uitleg: str) -> Meting:
    value, *bounds = behind
    known = sorted(bound for bound in bounds if bound is not None)
    low, high = (known[0], known[-1]) if known else (None, None)
    return Meting("effect", value, low, high, soort, uitleg)


def _procent(value: Fraction) -> str:
    return f"{vast(float(value), 1)} %"


# --- colours --------------------------------------------------------------------------------------------------------


def kleur_van(achter: Fraction, drempel: Drempel) -> str:
    """Return the colour of being so many per cent behind plan."""
    if achter >= Fraction(drempel.rood):
        return ROOD
    return ORANJE if achter >= Fraction(drempel.oranje) else GROEN


def signaal(stand: Stand, code: str, jaar: int) -> Signaal:
    """Return the light of a unit in a year. Raises GebruikersFout for a unit that is not there."""
    eenheid = vind_eenheid(code)
    before = {meting.maat: meting for meting in meet(stand, eenheid, jaar - 1)}
    parts = tuple(
        _deelsignaal(meting, before[meting.maat], stand.drempels.get(f"{eenheid.soort}/{meting.maat}"))
        for meting in meet(stand, eenheid, jaar)
    )
    coloured = [part for part in parts if part.kleur != ONBEKEND]
    if not coloured:
        return Signaal(eenheid, jaar, parts, ONBEKEND, _waarom_niet(parts))
    worst = max((part.kleur for part in coloured), key=KLEUREN.index)
    on = " en ".join(part.meting.maat for part in coloured)
    return Signaal(eenheid, jaar, parts, worst, on if len(coloured) == len(MATEN) else f"alleen {on}")


def _waarom_niet(parts: Sequence[Deelsignaal]) -> str:
    """Return why there is no colour: no threshold where something was measured, else that nothing was."""
    return GEEN_DREMPEL if any(part.meting.achter is not None for part in parts) else "nog niets gemeten"


def _deelsignaal(meting: Meting, before: Meting, drempel: Drempel | None) -> Deelsignaal:
    trend = _trend(meting, before)
    if meting.achter is None:
        return Deelsignaal(meting, drempel, ONBEKEND, (), trend, meting.uitleg)
    if drempel is None:
        return Deelsignaal(meting, None, ONBEKEND, (), trend, GEEN_DREMPEL)
    colour = kleur_van(meting.achter, drempel)
    return Deelsignaal(meting, drempel, colour, _kan_ook(meting, drempel, colour), trend, meting.uitleg)


def _kan_ook(meting: Meting, drempel: Drempel, colour: str) -> tuple[str, ...]:
    if meting.laag is None or meting.hoog is None:
        return ()
    low, high = (KLEUREN.index(kleur_van(bound, drempel)) for bound in (meting.laag, meting.hoog))
    return tuple(name for name in KLEUREN[low : high + 1] if name != colour)


def _trend(now: Meting, before: Meting) -> str:
    """Return whether a unit moved towards its plan; only what was measured alike is compared."""
    if now.achter is None or before.achter is None:
        return ONBEKEND
    if now.soort != before.soort:
        return "niet te vergelijken: anders gemeten"
    if now.achter == before.achter:
        return GELIJK
    return SLECHTER if now.achter > before.achter else BETER


# --- overviews ------------------------------------------------------------------------------------------------------


def signalen(stand: Stand, jaar: int, soort: str = "") -> tuple[Signaal, ...]:
    """Return the lights of a year, of one kind of unit when it is named."""
    return tuple(signaal(stand, unit.code, jaar) for unit in eenheden().values() if soort in ("", unit.soort))


def reeks(stand: Stand, code: str) -> tuple[Signaal, ...]:
    """Return the light of a unit in every year that has a plan."""
    return tuple(signaal(stand, code, jaar) for jaar in JAREN)


def rode_signalen(stand: Stand) -> Iterator[Signaal]:
    """Yield every red light of every year."""
    return (light for jaar in JAREN for light in signalen(stand, jaar) if light.kleur == ROOD)


def verloop(werkmap: Path, code: str, jaar: int, *, op: date | None = None) -> tuple[tuple[date, Signaal], ...]:
    """Return the light of one year as it was known on each of the last days that something was recorded, up to `op`."""
    days = [day for day in wijzigingsdagen(werkmap) if op is None or day <= op]
    return tuple((day, signaal(lees_stand(werkmap, day), code, jaar)) for day in days[-LAATSTE_DAGEN:])


def wijzigingsdagen(werkmap: Path) -> tuple[date, ...]:
    """Return the days on which something was recorded that a light can rest on, in order."""
    return tuple(
        sorted(
            {line.wanneer.date() for name in VASTLEGGINGEN for line in Register(werkmap, name).geschiedenis()},
        )
    )
