"""Why costs grew: the change between two periods as parts that add up, and those parts as they may leave."""

import re
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from jeugdstelsel.engines import duckdb as duck
from jeugdstelsel.indicators.kalender import STAPPEN, first_day, month_number, name_period
from jeugdstelsel.indicators.kostengroei import BEVOLKING, DELEN, FACTOREN, GEMEENTEN, JONGEREN, PRODUCTEN
from jeugdstelsel.indicators.ontleding import Floats, rond_delen, verdeel
from jeugdstelsel.linkage.kostenregel import KOSTENREGEL
from jeugdstelsel.model import GebruikersFout
from jeugdstelsel.publish import door, lees_instellingen, lees_uitgaven
from jeugdstelsel.publish.delen import GEPUBLICEERD, Deel, beveilig_delen, is_dun
from jeugdstelsel.services.calculate import REGISTER
from jeugdstelsel.services.show import NIVEAU, PARTS, find_code, name_of
from jeugdstelsel.services.steps import Engine
from jeugdstelsel.services.warehouse import open_warehouse

PERIODE = re.compile(r"(\d{4})(?:-(?:(0[1-9]|1[0-2])|K([1-4])|H([12])))?")
BEWAKERS = ("kosten", "kosten_per_jongere")
"""The figures that must be public in both periods before their change may be explained."""


@dataclass(frozen=True)
class Periode:
    """A period by name, such as 2025-H1; both days are inside."""

    naam: str
    soort: str
    begin: date
    eind: date


@dataclass(frozen=True)
class Product:
    """One product (categorie, code and unit) in both periods, (van, naar); money in eurocent.

    `vergelijkbaar` says that there is a price in both periods.
    """

    naam: str
    netto: tuple[int, int]
    volume: tuple[int, int]
    maanden: tuple[int, int]
    jongeren: tuple[int, int]
    aanbieders: tuple[int, int]
    grootste: tuple[float, float]
    vergelijkbaar: bool


@dataclass(frozen=True)
class Groei:
    """What a change consists of, exact: for the holder of the data; outside goes only what `explain_costs` gives.

    `jongeren` are those with a comparable product; `bevolking` is None when it is not known of every gemeente in
    both years. `halve_gemeenten` have costs in one of the periods only.
    """

    producten: tuple[Product, ...]
    jongeren: tuple[int, int]
    bevolking: tuple[int, int] | None
    halve_gemeenten: int

    @property
    def netto(self) -> tuple[int, int]:
        """Costs in both periods, eurocent."""
        return sum(product.netto[0] for product in self.producten), sum(product.netto[1] for product in self.producten)

    @property
    def vergelijkbaar(self) -> float | None:
        """Share of the costs of both periods that lies in comparable products."""
        both = sum(sum(product.netto) for product in self.producten)
        return sum(sum(product.netto) for product in self.producten if product.vergelijkbaar) / both if both else None


@dataclass(frozen=True)
class Regel:
    """A line to show: a part, what it holds, and the amount in euro (None unless `toestand` is gepubliceerd)."""

    deel: str
    bevat: tuple[str, ...]
    bedrag: int | None
    toestand: str


@dataclass(frozen=True)
class Verklaring:
    """The explanation of a change as it may leave, with what a reader must know of it; money in euro."""

    plaats: str
    van: str
    naar: str
    kosten: tuple[int | None, int | None]
    regels: tuple[Regel, ...]
    bevolking_bekend: bool
    vergelijkbaar: float | None
    halve_gemeenten: int
    status: str
    peildatum: str
    synthetisch: bool

    @property
    def verschil(self) -> int | None:
        """The change in euro, or None when it may not be told."""
        van, naar = self.kosten
        return None if van is None or naar is None else naar - van


def read_period(naam: str) -> Periode:
    """Return the period with this name; raises GebruikersFout for any other text."""
    match = PERIODE.fullmatch(naam)
    if not match:
        raise GebruikersFout(f"de periode '{naam}' bestaat niet. Schrijf 2025, 2025-H1, 2025-K1 of 2025-01.")
    year, *parts = match.groups()
    soort, number = next(
        ((kind, int(part)) for kind, part in zip(("maand", "kwartaal", "halfjaar"), parts, strict=True) if part),
        ("jaar", 1),
    )
    begin = date(int(year), (number - 1) * STAPPEN[soort] + 1, 1)
    after = first_day(month_number(begin) + STAPPEN[soort])
    return Periode(name_period(soort, begin), soort, begin, after - timedelta(days=1))


def decompose(groei: Groei) -> dict[str, Floats]:
    """Return {part: what each product adds to it, eurocent}; all together they are the change of the costs.

    Divides nowhere by zero: a product without a price in both periods is new or ended supply as a whole.
    """
    parts = {name: np.zeros(len(groei.producten)) for name in DELEN}
    same = np.array([product.vergelijkbaar for product in groei.producten], dtype=bool)
    if same.any():
        found = verdeel(*(_factors(groei, moment) for moment in (0, 1)))
        for name, values in zip(FACTOREN, found, strict=True):
            parts[name][same] = values
    change = np.array([product.netto[1] - product.netto[0] for product in groei.producten], dtype=np.float64)
    parts["aanbod"][~same] = change[~same]
    return parts


def _factors(groei: Groei, moment: int) -> Floats:
    """Return the factors of the comparable products in one period: a row per factor, a column per product."""
    same = [product for product in groei.producten if product.vergelijkbaar]
    columns = ("jongeren", "maanden", "volume", "netto")
    young, months, volume, netto = (
        np.array([getattr(product, name)[moment] for product in same], dtype=np.float64) for name in columns
    )
    people = groei.bevolking[moment] if groei.bevolking else 1
    per_inhabitant, per_young = groei.jongeren[moment] / people, young.sum() / groei.jongeren[moment]
    whole = np.ones(len(same))
    return np.array(
        [
            people * whole,
            per_inhabitant * whole,
            per_young * whole,
            young / young.sum(),
            months / young,
            volume / months,
            netto / volume,
        ]
    )


def to_cents(groei: Groei) -> dict[str, int]:
    """Return {part: eurocent}; the parts add up to the change to the cent."""
    parts = decompose(groei)
    before, after = groei.netto
    whole = rond_delen([float(values.sum()) for values in parts.values()], after - before)
    return dict(zip(parts, whole, strict=True))


def read_growth(engine: Engine, connection: Any, place: Mapping[str, str], van: Periode, naar: Periode) -> Groei:
    """Return what the costs of a place consist of in both periods; `place` maps a part of PARTS to its code."""
    codes = {part: place.get(part, "") for part in PARTS}
    days = {"van_begin": van.begin, "van_eind": van.eind, "naar_begin": naar.begin, "naar_eind": naar.eind}
    engine.make_table(connection, "kostenregel", KOSTENREGEL, {**codes, **days})
    rows = engine.run_sql(connection, PRODUCTEN)
    young = dict(engine.run_sql(connection, JONGEREN))
    gemeenten = engine.run_sql(connection, GEMEENTEN)
    years = {"van_jaar": van.begin.year, "naar_jaar": naar.begin.year}
    people = {year: (count, total) for year, count, total in engine.run_sql(connection, BEVOLKING, years)}
    return Groei(
        _products(rows),
        (young.get("van", 0), young.get("naar", 0)),
        _population(people, van.begin.year, naar.begin.year, len(gemeenten)),
        sum(periods == 1 for _, periods in gemeenten),
    )


def _products(rows: Sequence[tuple[Any, ...]]) -> tuple[Product, ...]:
    """Put the two periods of every product beside each other."""
    found: dict[tuple[str, ...], dict[str, tuple[Any, ...]]] = {}
    for period, *key, netto, volume, months, young, providers, largest, same in rows:
        found.setdefault(tuple(key), {})[period] = (netto, volume, months, young, providers, largest, same)
    return tuple(_product(" ".join(key), sides) for key, sides in found.items())


def _product(name: str, sides: Mapping[str, tuple[Any, ...]]) -> Product:
    nothing = (0, 0, 0, 0, 0, 0.0, 0)
    before, after = sides.get("van", nothing), sides.get("naar", nothing)
    netto, volume, months, young, providers, largest, same = zip(before, after, strict=True)
    return Product(name, netto, volume, months, young, providers, largest, same == (1, 1))


def _population(people: Mapping[int, tuple[int, int]], van: int, naar: int, gemeenten: int) -> tuple[int, int] | None:
    known = all(people.get(year, (0, 0))[0] == gemeenten and people[year][1] for year in (van, naar))
    return (people[van][1], people[naar][1]) if known else None


def explain_costs(
    workdir: Path, chosen: Mapping[str, str], van: str, naar: str, *, own_settings: Path | None = None
) -> Verklaring:
    """Return why the costs of a place changed from one period to the other, as it may leave.

    `chosen` maps a part (`gemeente`) to its code or name; nothing chosen is the country. Raises GebruikersFout for
    an unknown place or period, periods that cannot be compared, or when messages were taken in since the calculation.
    """
    with closing(open_warehouse(workdir, existing=True)) as connection:
        return explain_costs_in(connection, workdir, chosen, van, naar, own_settings=own_settings)


def explain_costs_in(
    connection: duck.Connection, workdir: Path, chosen: Mapping[str, str], van: str, naar: str, *,
    own_settings: Path | None = None,
) -> Verklaring:  # fmt: skip
    """Return what `explain_costs` returns, from the open database of the work folder: for who asks of many places."""
    before, after = read_period(van), read_period(naar)
    if before.soort != after.soort or before.naam == after.naam:
        raise GebruikersFout(
            f"{van} en {naar} zijn niet te vergelijken. Kies twee verschillende perioden die even lang zijn."
        )
    place = {part: find_code(part, value) for part, value in chosen.items()}
    guards = _guards(connection, workdir, place, (before, after), own_settings)
    growth = read_growth(duck, connection, place, before, after)
    _same_as_figures(connection, workdir, place, (before, after), growth)
    peildatum = duck.run_sql(connection, "SELECT max(peildatum) FROM koppeling_stand")[0][0]
    synthetic = duck.run_sql(connection, "SELECT count(*) > 0 FROM levering WHERE synthetisch")[0][0]
    where = ", ".join(f"{part} {name_of(part, value, workdir)}" for part, value in place.items()) or "Nederland"
    open_ = len(guards) == 4 and all(row["toestand"] == GEPUBLICEERD for row in guards.values())
    costs = tuple(_amount(guards.get(("kosten", period.naam))) for period in (before, after))
    return Verklaring(
        where, before.naam, after.naam, (costs[0], costs[1]),
        _lines(growth, costs, own_settings) if open_ else _closed(guards),
        growth.bevolking is not None, round(growth.vergelijkbaar * 20) / 20 if open_ and growth.vergelijkbaar else None,
        growth.halve_gemeenten, _status(guards), str(peildatum), bool(synthetic),
    )  # fmt: skip


def _cell(place: Mapping[str, str]) -> tuple[str, dict[str, str]]:
    """Return the condition that picks the level and the cell of a place, with its parameters."""
    niveau = " × ".join(NIVEAU.get(part, part) for part in PARTS if part in place) or "land"
    return " AND ".join(["niveau = $niveau", *(f"{part} = ${part}" for part in place)]), {"niveau": niveau, **place}


def _guards(
    connection: duck.Connection, workdir: Path, place: Mapping[str, str], periods: tuple[Periode, Periode],
    own_settings: Path | None,
) -> dict[tuple[str, str], dict[str, Any]]:  # fmt: skip
    """Return {(indicator, period): figure} of the figures that guard a change, as the door gives them."""
    if own_settings is not None:
        settings = lees_instellingen(own_settings)
        values = duck.read_table(connection, "SELECT * FROM indicator_waarde")
        values = values.filter(pc.is_in(values["indicator"], pa.array([*BEWAKERS, settings.koepel])))
        duck.register(connection, {"_cijfer": door(values, settings, lees_uitgaven(workdir / REGISTER))})
    condition, parameters = _cell(place)
    rows = duck.run_sql(
        connection,
        f"SELECT indicator, periode, waarde, status, toestand FROM {'_cijfer' if own_settings else 'cijfer'} "
        f"WHERE indicator IN ('kosten', 'kosten_per_jongere') AND periode IN ($van, $naar) AND {condition}",
        {**parameters, "van": periods[0].naam, "naar": periods[1].naam},
    )
    if not rows:
        raise GebruikersFout(
            f"er zijn geen kosten van {periods[0].naam} of {periods[1].naam} op niveau '{parameters['niveau']}'. "
            f"Reken eerst met: jeugdstelsel bereken --werkmap {workdir}; een ander niveau vraagt u met --kruising."
        )
    return {(row[0], row[1]): dict(zip(("waarde", "status", "toestand"), row[2:], strict=True)) for row in rows}


def _same_as_figures(
    connection: duck.Connection, workdir: Path, place: Mapping[str, str], periods: tuple[Periode, Periode],
    growth: Groei,
) -> None:  # fmt: skip
    """Refuse to explain a change that is not the change of the figures."""
    condition, parameters = _cell(place)
    rows = duck.run_sql(
        connection,
        f"SELECT periode, teller FROM indicator_waarde WHERE indicator = 'kosten' AND {condition}",
        parameters,
    )
    known = {period: round(100 * euro) for period, euro in rows}
    if any(known.get(period.naam, 0) != netto for period, netto in zip(periods, growth.netto, strict=True)):
        raise GebruikersFout(
            "de kosten zijn niet meer die van de laatste berekening: er kwam iets bij, of een periode valt buiten "
            f"het venster. Reken opnieuw met: jeugdstelsel bereken --werkmap {workdir}"
        )


def _amount(figure: Mapping[str, Any] | None) -> int | None:
    return None if figure is None or figure["waarde"] is None else round(figure["waarde"])


def _status(guards: Mapping[tuple[str, str], Mapping[str, Any]]) -> str:
    return "voorlopig" if any(row["status"] == "voorlopig" for row in guards.values()) else "definitief"


def _closed(guards: Mapping[tuple[str, str], Mapping[str, Any]]) -> tuple[Regel, ...]:
    """Return the parts of a change that may not be told: secret when a figure is, else unknown."""
    secret = any(row["toestand"] == "geheim" for row in guards.values())
    return tuple(Regel(name, (name,), None, "geheim" if secret else "onbekend") for name in DELEN)


def _lines(growth: Groei, costs: Sequence[int | None], own_settings: Path | None) -> tuple[Regel, ...]:
    """Return the parts, rounded as the costs are, so that they add up to the difference of the published costs."""
    settings = lees_instellingen(own_settings)
    parts = beveilig_delen(
        {name: values / 100 for name, values in decompose(growth).items()},
        _thin(growth.producten, settings), settings, los="aanbod", bij="mix",
    )  # fmt: skip
    base = settings.afronding_bedrag
    total = round(((costs[1] or 0) - (costs[0] or 0)) / base)
    rounded = rond_delen([part.bedrag / base for part in parts], total)
    return tuple(_line(part, base * amount, growth) for part, amount in zip(parts, rounded, strict=True))


def _line(part: Deel, amount: int, growth: Groei) -> Regel:
    if part.naam == "bevolking" and growth.bevolking is None:
        return Regel(part.naam, part.bevat, None, "onbekend")
    return Regel(part.naam, part.bevat, amount if part.toestand == GEPUBLICEERD else None, part.toestand)


def _thin(products: Sequence[Product], settings: Any) -> Any:
    """Return which products are too small to be told apart, by their smallest period with costs."""

    def smallest(name: str) -> Floats:
        return np.array([min((n for n in getattr(p, name) if n), default=0) for p in products], dtype=np.float64)

    largest = np.array([max(product.grootste) for product in products], dtype=np.float64)
    return is_dun(smallest("jongeren"), smallest("aanbieders"), largest, settings)
