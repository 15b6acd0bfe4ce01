"""The door: figures go in as computed, and come out rounded, secret or unknown, ready for everyone to see."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from jeugdstelsel import standaard
from jeugdstelsel.model import Fout, NietToegestaan
from jeugdstelsel.publish.beveiliging import Bescherming, Eerder, bescherm, te_dun
from jeugdstelsel.publish.boom import Gebied, Indeling, hernoem, jaar_van
from jeugdstelsel.publish.grootheid import (
    Grootheid,
    Kolommen,
    Opbouw,
    maak_opbouw,
    primair,
    rond_af,
    voeg_toe,
    zelfde,
)
from jeugdstelsel.publish.instellingen import Instellingen
from jeugdstelsel.publish.kernen import elk
from jeugdstelsel.publish.rijen import (
    GEBIED,
    UITSPLITSING,
    VAK,
    Combinaties,
    Rijen,
    combineer,
    getallen,
    maak_rijen,
    richtingen,
    zoek,
)
from jeugdstelsel.publish.stelsel import Floats, Ints, Mask, Skelet, bouw, skelet
from jeugdstelsel.publish.uitgave import Uitgave

GETALLEN = ("teller", "noemer", "waarde", "n", "n_aanbieders", "grootste_aandeel")
SLEUTEL = ("indicator", "versie", "periode_soort", "periode", "niveau", *VAK[:6])
CIJFER = pa.schema(
    [
        *((name, pa.string()) for name in SLEUTEL),
        ("waarde", pa.float64()),
        ("dekking", pa.float64()),
        ("status", pa.string()),
        ("toestand", pa.string()),
    ]
)
"""What leaves: no numerator, denominator, number of persons or share of a provider."""

GEPUBLICEERD, GEHEIM, ONBEKEND = "gepubliceerd", "geheim", "onbekend"


@dataclass(frozen=True)
class Uitkomst:
    """The figures that may leave, with per indicator how many stay secret and why."""

    cijfers: pa.Table
    verslag: tuple[Mapping[str, int | str], ...]
    gebied: Gebied


@dataclass(frozen=True)
class _Invoer:
    """All rows as cells: those of now first, then those that earlier releases published."""

    rijen: Rijen
    waarden: pa.Table
    eerdere: tuple[tuple[Uitgave, pa.Table], ...]
    indelingen: tuple[Indeling, ...]
    instellingen: Instellingen

    @property
    def sleutels(self) -> Ints:
        return self.rijen.sleutels


def door(
    waarden: pa.Table,
    instellingen: Instellingen,
    eerdere: Sequence[Uitgave] = (),
    gebied: Gebied | None = None,
) -> pa.Table:
    """Return the figures (rows of `indicator_waarde`) as they may leave, in the schema CIJFER.

    Every row keeps its place. `toestand` is gepubliceerd, geheim or onbekend; only what is gepubliceerd has a
    `waarde`. `eerdere` are all releases ever made: what they gave away counts as known. `gebied` is the
    division of gemeenten over regions of this moment, by default that of the standard.
    Raises NietToegestaan when a column could hold persons.
    """
    return oordeel(waarden, instellingen, eerdere, gebied).cijfers


def oordeel(
    waarden: pa.Table,
    instellingen: Instellingen,
    eerdere: Sequence[Uitgave] = (),
    gebied: Gebied | None = None,
) -> Uitkomst:
    """Do what `door` does and tell with it how many figures stay secret and why."""
    waarden = controleer_kolommen(waarden)
    combinaties = combineer(waarden)
    area = _gebied(combinaties[GEBIED], gebied)
    invoer = _invoer(waarden, combinaties, instellingen, eerdere, area)
    secret, value, report = _alle(invoer, _per_code(invoer))
    return Uitkomst(_cijfers(waarden, secret, value, instellingen), tuple(report), area)


def _per_code(invoer: _Invoer) -> dict[str, Ints]:
    """Return the rows of each indicator, by key."""
    codes = invoer.waarden["indicator"].dictionary_encode().combine_chunks()
    number, words = codes.indices.to_numpy(), codes.dictionary.to_pylist()
    order = np.argsort(number.astype(np.min_scalar_type(len(words))), kind="stable")
    places = dict(zip(words, np.split(order, np.cumsum(np.bincount(number, minlength=len(words))))[:-1], strict=True))
    return elk(lambda code: places[code][np.argsort(invoer.sleutels[places[code]])], words)


def controleer_kolommen(waarden: pa.Table) -> pa.Table:
    """Return the table with all columns of `indicator_waarde`; a table about persons is refused."""
    allowed = {*SLEUTEL, *GETALLEN, "dekking", "status"}
    strange = sorted(set(waarden.column_names) - allowed)
    if strange:
        raise NietToegestaan(
            f"Deze tabel mag niet naar buiten: {', '.join(strange)} hoort niet bij een tabel met cijfers. "
            "Alleen berekende indicatoren gaan door de deur; gegevens over personen nooit."
        )
    missing = sorted(allowed - {"uitsplitsing", "dekking", "versie", "status", "niveau"} - set(waarden.column_names))
    if missing:
        raise Fout(f"De tabel met cijfers mist {', '.join(missing)}; zo is niet te beoordelen wat naar buiten mag.")
    for name in allowed - set(waarden.column_names):
        type_ = pa.float64() if name == "dekking" else pa.string()
        waarden = waarden.append_column(name, pa.nulls(waarden.num_rows, type_))
    return waarden


def _gebied(gebieden: Combinaties, gebied: Gebied | None) -> Gebied:
    """Return the division for the gemeenten and years in the figures: as given, as in the rows, or the standard."""
    found: dict[tuple[str, int], str] = {}
    for gemeente, regio, periode in sorted(gebieden.woorden):
        if gemeente:
            key = (gemeente, jaar_van(periode))
            found[key] = regio or (gebied or {}).get(key) or _standaard_regio(gemeente)
    return {key: regio for key, regio in found.items() if regio} if gebied is None else {**found, **gebied}


def _standaard_regio(gemeente: str) -> str:
    known = standaard.gemeenten().get(gemeente)
    return known.jeugdregio if known else ""


@cache
def _categorie_van() -> dict[str, str]:
    return {code: product.productcategorie for code, product in standaard.productcodes().items()}


def _invoer(
    waarden: pa.Table,
    combinaties: Sequence[Combinaties],
    instellingen: Instellingen,
    eerdere: Sequence[Uitgave],
    gebied: Gebied,
) -> _Invoer:
    published = [
        (
            release,
            release.cijfers.filter(pc.equal(release.cijfers["toestand"], GEPUBLICEERD)),
        )
        for release in eerdere
    ]
    divisions = [
        Indeling(gebied),
        *(Indeling(each.gebied, hernoem(each.gebied, gebied)) for each in eerdere),
    ]
    tables = [combinaties, *(combineer(table) for _, table in published)]
    rows = maak_rijen(list(zip(tables, divisions, strict=True)), _categorie_van())
    return _Invoer(rows, waarden, tuple(published), tuple(divisions[1:]), instellingen)


def _alle(invoer: _Invoer, per_code: Mapping[str, Ints]) -> tuple[Mask, Floats, list[Mapping[str, int | str]]]:
    """Judge every indicator: secret in itself, in a quantity it gives away, or in the number of persons."""
    numbers = elk(lambda name: getallen(invoer.waarden, name), GETALLEN)
    columns = elk(lambda code: _kolommen(invoer, code, per_code[code], numbers), per_code)
    opbouw = elk(lambda code: maak_opbouw(columns[code], invoer.instellingen), columns)
    others, done = _beschermd(invoer, opbouw)
    secret = np.zeros(invoer.waarden.num_rows, dtype=bool)
    value = np.full(invoer.waarden.num_rows, np.nan)
    report: list[Mapping[str, int | str]] = []
    for code in _volgorde(opbouw, invoer.instellingen.koepel):
        own = primair(columns[code], invoer.instellingen)
        hidden, leaks, unproved = own.copy(), 0, 0
        for part in opbouw[code].delen:
            for name in {part.naam, *(other.naam for other in others[part.naam])} & done.keys():
                hidden |= _geheim_in(done[name], columns[code].sleutel)
            if part.naam in done:
                leaks += int(done[part.naam][1].lek.sum())
                unproved += done[part.naam][1].niet_nagerekend
        under = _onder_koepel(invoer.instellingen, code, done, columns[code].sleutel) & ~hidden
        secret[per_code[code]] = hidden | under
        value[per_code[code]] = _waarde(columns[code], opbouw[code], invoer.instellingen)
        report.append(_regel(code, columns[code], own, hidden, under, leaks, unproved))
    return secret, value, report


def _beschermd(
    invoer: _Invoer, opbouw: Mapping[str, Opbouw]
) -> tuple[Mapping[str, Sequence[Grootheid]], Mapping[str, tuple[Grootheid, Bescherming]]]:
    """Return per quantity which sums hold (nearly) its numbers, and protect what no such sum protects wholly.

    The relations between cells are found once for all quantities about the same cells.
    """
    parts = {part.naam: (code, part) for code, each in opbouw.items() for part in each.delen}
    known = [each.teller for each in opbouw.values() if each.teller is not None and each.noemer is None]
    sums = {each.naam for each in known}
    others = elk(lambda naam: () if naam in sums else zelfde(parts[naam][1], known), parts)
    own = [naam for naam, (_, part) in parts.items() if not _valt_samen(part, others[naam])]
    full = elk(lambda naam: _volledig(invoer, *parts[naam], opbouw[parts[naam][0]]), own)
    cells = {each.sleutel.tobytes(): each.sleutel for each, _ in full.values()}
    relations = elk(lambda key: skelet(cells[key], richtingen(invoer.rijen, cells[key], invoer.indelingen)), cells)

    def protect(naam: str) -> tuple[Grootheid, Bescherming]:
        part, earlier = full[naam]
        return part, _bescherm(part, earlier, relations[part.sleutel.tobytes()], invoer.instellingen)

    return others, elk(protect, own)


def _volgorde(opbouw: Mapping[str, Opbouw], koepel: str) -> list[str]:
    return sorted(opbouw, key=lambda code: (code != koepel, opbouw[code].noemer is not None, code))


def _kolommen(invoer: _Invoer, code: str, rows: Ints, getallen: Mapping[str, Floats]) -> Kolommen:
    keys = invoer.sleutels[rows]
    if (keys[1:] == keys[:-1]).any():
        raise Fout(f"De cijfers van {code} bevatten hetzelfde vak twee keer; zo is niet te beoordelen wat geheim is.")
    return Kolommen(code, keys, **{name: column[rows] for name, column in getallen.items()})


def _valt_samen(deel: Grootheid, anderen: Sequence[Grootheid]) -> bool:
    """Whether one of the others holds every cell of `deel` with the same number and protects all that it must."""
    for other in anderen:
        place, found = zoek(other.sleutel, deel.sleutel)
        same = found.all() and np.array_equal(other.waarde[place], deel.waarde)
        if same and not (deel.primair & ~other.primair[place]).any():
            return True
    return False


def _volledig(invoer: _Invoer, code: str, deel: Grootheid, opbouw: Opbouw) -> tuple[Grootheid, Eerder]:
    """Return one quantity with the cells that only earlier releases gave of it, and what those gave."""
    factor = opbouw.factor if opbouw.noemer is None else float("nan")
    published = [_gegeven(invoer, place, code, factor, deel.bedrag) for place in range(len(invoer.eerdere))]
    whole, total = _gehelen(invoer, deel)
    full = voeg_toe(deel, whole, total)
    for keys, low, high in published:
        if not np.isnan(factor):
            new = ~zoek(full.sleutel, keys)[1]
            full = voeg_toe(full, keys[new], np.floor((low + high)[new] / 2))
    return full, _eerder(full, published, whole)


def _bescherm(deel: Grootheid, eerder: Eerder, relaties: Skelet, instellingen: Instellingen) -> Bescherming:
    system = bouw(relaties, deel.waarde, instellingen.bijna_optelbaar)
    return bescherm(deel, system, eerder, te_dun(deel, system.kruising, instellingen.dun), instellingen)


def _gegeven(invoer: _Invoer, plaats: int, code: str, factor: float, bedrag: bool) -> tuple[Ints, Floats, Floats]:
    """Return the cells of an indicator in an earlier release and the interval each value stands for."""
    start = invoer.waarden.num_rows + sum(table.num_rows for _, table in invoer.eerdere[:plaats])
    release, table = invoer.eerdere[plaats]
    rows = np.flatnonzero(pc.equal(table["indicator"], code).to_numpy())
    settings = release.instellingen
    base = settings.afronding_bedrag if bedrag else settings.afronding_aantal
    value = np.round(getallen(table.select(["waarde"]).take(pa.array(rows)), "waarde") / factor)
    return (
        invoer.sleutels[start + rows],
        value - base // 2,
        value - base // 2 + base - 1,
    )


def _gehelen(invoer: _Invoer, deel: Grootheid) -> tuple[Ints, Floats]:
    """Return the wholes that a split indicator does not print but a reader knows: the sum over the split."""
    step = int(invoer.rijen.stappen[UITSPLITSING])
    size = max(len(invoer.rijen.bomen[UITSPLITSING].niveaus), 1)
    split = deel.sleutel // step % size
    if not split.any():
        return deel.sleutel[:0], deel.waarde[:0]
    whole = deel.sleutel - split * step
    keys, inverse = np.unique(whole, return_inverse=True)
    total: Floats = np.bincount(inverse, weights=deel.waarde, minlength=len(keys)).astype(np.float64)
    missing = ~zoek(deel.sleutel, keys)[1]
    return keys[missing].astype(np.int64), total[missing]


def _eerder(deel: Grootheid, gegeven: Sequence[tuple[Ints, Floats, Floats]], gehelen: Ints) -> Eerder:
    """Put together what earlier releases gave away; a value that was revised since bounds nothing any more."""
    known = zoek(gehelen, deel.sleutel)[1]
    low, high = np.full(len(known), -np.inf), np.full(len(known), np.inf)
    for keys, least, most in gegeven:
        place, found = zoek(deel.sleutel, keys)
        known[place[found]] = True
        holds = found & (least <= deel.waarde[place]) & (deel.waarde[place] <= most)
        low[place[holds]] = np.maximum(low[place[holds]], least[holds])
        high[place[holds]] = np.minimum(high[place[holds]], most[holds])
    return Eerder(known, low, high)


def _geheim_in(beschermd: tuple[Grootheid, Bescherming], sleutels: Ints) -> Mask:
    """Return for each key whether that cell of the quantity is secret."""
    place, found = zoek(beschermd[0].sleutel, sleutels)
    return np.asarray(found & beschermd[1].geheim[place]) if len(beschermd[0].sleutel) else found


def _onder_koepel(
    instellingen: Instellingen,
    code: str,
    done: Mapping[str, tuple[Grootheid, Bescherming]],
    sleutels: Ints,
) -> Mask:
    """Which figures about persons lie in a cell in which even the number of persons is secret."""
    koepel = done.get(f"{instellingen.koepel}.teller")
    if koepel is None or code in instellingen.telt_geen_personen:
        return np.zeros(len(sleutels), dtype=bool)
    return _geheim_in(koepel, sleutels)


def _waarde(kolommen: Kolommen, opbouw: Opbouw, instellingen: Instellingen) -> Floats:
    """Return the rounded figures; a ratio is made of rounded numbers and so tells no more than those."""
    teller, noemer = opbouw.teller, opbouw.noemer
    if teller is None:
        return np.round(kolommen.waarde, _decimalen(kolommen, instellingen))
    top = rond_af(kolommen.teller, teller.basis)
    if noemer is None:
        return np.where(np.isnan(kolommen.waarde), np.nan, np.round(opbouw.factor * top, 2))
    bottom = rond_af(kolommen.noemer, noemer.basis)
    ratio = opbouw.factor * top / np.where(bottom == 0, np.nan, bottom)
    return np.where(np.isnan(kolommen.waarde), np.nan, np.round(ratio, _decimalen(kolommen, instellingen)))


def _decimalen(kolommen: Kolommen, instellingen: Instellingen) -> int:
    """Return the decimals to print; a share from 0 to 1 gets two more, as a percentage would."""
    share = np.nanmax(np.abs(kolommen.waarde), initial=0.0) <= 1
    return instellingen.decimalen + (2 if share else 0)


def _regel(
    code: str, kolommen: Kolommen, own: Mask, hidden: Mask, under: Mask, leaks: int, unproved: int
) -> Mapping[str, int | str]:
    return {
        "indicator": code,
        "vakken": len(kolommen.sleutel),
        "zelf_geheim": int(own.sum()),
        "aanvullend_geheim": int((hidden & ~own).sum()),
        "koepel_geheim": int(under.sum()),
        "niet_meer_te_beschermen": leaks,
        "niet_nagerekend": unproved,
    }


def _cijfers(waarden: pa.Table, secret: Mask, value: Floats, instellingen: Instellingen) -> pa.Table:
    unknown = np.isnan(value)
    state = np.select([secret, unknown], [1, 2]).astype(np.int8)
    absent = secret | unknown
    step = instellingen.afronding_dekking
    coverage = getallen(waarden, "dekking")
    coverage = np.round(np.round(coverage / step) * step, 4) if step else coverage
    columns = {name: waarden[name] for name in SLEUTEL}
    columns["waarde"] = pa.array(value, mask=absent)
    columns["dekking"] = pa.array(coverage, mask=absent | np.isnan(coverage))
    columns["status"] = waarden["status"]
    columns["toestand"] = pa.DictionaryArray.from_arrays(state, [GEPUBLICEERD, GEHEIM, ONBEKEND])
    return pa.table(columns).cast(CIJFER)
