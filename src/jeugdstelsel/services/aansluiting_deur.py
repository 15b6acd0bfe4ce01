"""The reconciliation as it may leave: through the door, and silent where a part would tell of the rest."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeAlias

import pyarrow as pa
import pyarrow.compute as pc

from jeugdstelsel.engines import duckdb as duck
from jeugdstelsel.publish import Instellingen, door, lees_instellingen, lees_uitgaven
from jeugdstelsel.services.aanbieders import naam_van_aanbieder
from jeugdstelsel.services.aansluiting import Vergeleken, vergelijk
from jeugdstelsel.services.calculate import REGISTER
from jeugdstelsel.services.show import find_code, name_of
from jeugdstelsel.services.statline import cijfers
from jeugdstelsel.services.warehouse import open_warehouse
from jeugdstelsel.standaard.cbs import Cel
from jeugdstelsel.standaard.zorgvorm import zorgvormen
from jeugdstelsel.tables import arrow_schema
from jeugdstelsel.tables.indicator_waarde import TABLE

GEPUBLICEERD, GEHEIM, ONBEKEND = "gepubliceerd", "geheim", "onbekend"
DELEN = ("beide", "alleen ijw", "alleen bij")
VAN_BIJ = ("beide", "alleen bij")
"""The parts of which nothing is known, rather than nothing there, as long as no Beleidsinformatie was delivered."""
TOTAAL = "jeugdzorg"
KOSTEN, OORZAAK = "aansluiting_kosten", "aansluiting_oorzaak"
JONGEREN = "jongeren_per_bron"
GEBRUIK = (
    ("85098NED", "Jongeren met jeugdhulp in natura"),
    ("85039NED", "Percentage jongeren met jeugdzorg in natura"),
)
"""Published use of youth care per area, the best table first: what a reader can lay the young people beside."""
_PLEK = {"land": None, "jeugdregio": "jeugdregio", "gemeente": "gemeente"}


@dataclass(frozen=True)
class Getal:
    """A number to show (young people or euro); None unless `toestand` is gepubliceerd."""

    waarde: int | None
    toestand: str


@dataclass(frozen=True)
class JongerenRegel:
    """Young people of one zorgvorm, or of one provider: all of them, per part, and per part and cause."""

    zorgvorm: str
    aanbieder: str
    totaal: Getal
    delen: Mapping[str, Getal]
    oorzaken: Mapping[str, Mapping[str, Getal]]


@dataclass(frozen=True)
class KostenRegel:
    """Money on one line in euro: `verschil` is iv3 min gedeclareerd, and the sum of `oorzaken`.

    `soort` is deel, rest or totaal; `grond` says per cause whether it was gemeten, geschat, opgegeven or is the rest.
    """

    lijn: str
    soort: str
    iv3: Getal
    gedeclareerd: Getal
    verschil: Getal
    oorzaken: Mapping[str, Getal]
    grond: Mapping[str, str]

    @property
    def procent(self) -> float | None:
        """The difference as a percentage of Iv3, or None when there is nothing to divide by."""
        known = self.verschil.waarde is not None and self.iv3.waarde
        return 100 * (self.verschil.waarde or 0) / (self.iv3.waarde or 1) if known else None


@dataclass(frozen=True)
class Aansluiting:
    """The reconciliation of one area over one period as it may leave.

    `cbs` is the use of youth care that CBS gives; `gemeenten_kosten` counts the gemeenten with declarations here;
    `namen` has every provider of `jongeren` for a reader, by AGB code.
    """

    plaats: str
    niveau: str
    gebied: str
    vergeleken: Vergeleken
    status: str
    jongeren: tuple[JongerenRegel, ...]
    kosten: tuple[KostenRegel, ...]
    cbs: Cel | None = None
    gemeenten_kosten: int = 0
    namen: Mapping[str, str] = field(default_factory=dict)

    @property
    def schaal(self) -> float | None:
        """The smallest share of the real numbers at which messages of this area were invented."""
        scales = self.vergeleken.schaal
        inside = (
            [scales[self.gebied]] if self.gebied in scales else [] if self.niveau == "gemeente" else scales.values()
        )
        return min(inside, default=None)


def sluit_aan(
    workdir: Path, periode: str, *, gemeente: str = "", jeugdregio: str = "", per_aanbieder: bool = False,
    own_settings: Path | None = None,
) -> Aansluiting:  # fmt: skip
    """Lay the sources side by side for a gemeente, a jeugdregio or the country, and return what may leave.

    Raises GebruikersFout for an unknown place or period, NietToegestaan without a legal basis.
    """
    part = "gemeente" if gemeente else "jeugdregio" if jeugdregio else "land"
    code = find_code(part, gemeente or jeugdregio) if part != "land" else "NL"
    compared = vergelijk(workdir, periode, [code] if part == "gemeente" else [])
    public = _maak_openbaar(workdir, compared, {part} if per_aanbieder else set(), lees_instellingen(own_settings))
    found = _van_plaats(public, part, code, _gebruik(workdir, code))
    codes = {line.aanbieder for line in found.jongeren if line.aanbieder}
    return replace(found, namen={each: naam_van_aanbieder(workdir, each) for each in codes})


def sluit_alles_aan(workdir: Path, periode: str) -> Iterator[Aansluiting]:
    """Yield the reconciliation of the country, every jeugdregio and every gemeente, each with its providers.

    All goes through the door at once, so that no area tells what another keeps secret. The document of Iv3 is the best
    that any gemeente has. `cbs` is left out. Raises as `sluit_aan`.
    """
    compared = vergelijk(workdir, periode)
    public = _maak_openbaar(workdir, compared, set(_PLEK), lees_instellingen())
    for part, code in sorted({*public.cijfers, *public.geld}):
        yield _van_plaats(public, part, code, None)


@dataclass(frozen=True)
class _Openbaar:
    """What may leave of one period, by area (niveau, gebied); `geld` still holds what is public of itself (Iv3)."""

    vergeleken: Vergeleken
    status: str
    cijfers: Mapping[tuple[str, str], "Publiek"]
    geld: Mapping[tuple[str, str], list[dict[str, Any]]]
    gedeclareerd: int


def _maak_openbaar(workdir: Path, compared: Vergeleken, drill: Set[str], settings: Instellingen) -> _Openbaar:
    """Return all areas of a period through the door, with the providers of the levels in `drill`."""
    with closing(open_warehouse(workdir, existing=True)) as connection:
        people = _read(connection, _JONGEREN, compared.periode.naam)
        money = _read(connection, _KOSTEN, compared.periode.naam)
        above = _koepel(connection, settings, compared)
    status = above["status"][0].as_py() if above.num_rows else ONBEKEND
    kinds = {f"{OORZAAK} {row['oorzaak']}" for row in money if row["oorzaak"]}
    settings = replace(settings, narekenen=0, geld=(*settings.geld, KOSTEN, *sorted(kinds)))
    own = [*_jongeren_rijen(people, drill), *_kosten_rijen(money, settings)]
    rows = [{**_LEEG, **row, **_moment(compared, status)} for row in own]
    given = pa.concat_tables([above, pa.Table.from_pylist(rows, schema=arrow_schema(TABLE))])
    figures = door(given, settings, lees_uitgaven(workdir / REGISTER))
    by_area: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for row in money:
        by_area.setdefault((row["niveau"], row["gebied"]), []).append(row)
    billed = {row["gebied"] for row in money if (row["niveau"], row["post"]) == ("gemeente", "gedeclareerd")}
    return _Openbaar(compared, status, _index(figures), by_area, len(billed))


def _van_plaats(public: _Openbaar, part: str, code: str, cbs: Cel | None) -> Aansluiting:
    """Return the reconciliation of one area."""
    here, figures = public.geld.get((part, code), []), public.cijfers.get((part, code), {})
    where = f"{part} {name_of(part, code)}" if part != "land" else "Nederland"
    return Aansluiting(
        where, part, code, public.vergeleken, public.status,
        tuple(_jongeren(figures, () if public.vergeleken.bij_leveringen else VAN_BIJ)),
        tuple(_kosten(here, figures)), cbs, public.gedeclareerd,
    )  # fmt: skip


def _gebruik(workdir: Path, gebied: str) -> Cel | None:
    """Return the newest published use of youth care of an area that is known here, or None."""
    for tabel, meting in GEBRUIK:
        found = cijfers(tabel, regio="NL01" if gebied == "NL" else gebied, meting=meting, workdir=workdir)
        known = [cell for cell in found if cell.toestand == "waarde" and cell.periode_soort == "jaar"]
        if known:
            return max(known, key=lambda cell: cell.periode)
    return None


Publiek: TypeAlias = Mapping[tuple[str, str, str], Getal]
"""The figures of one area by indicator, provider and split."""

_LEEG: dict[str, Any] = dict.fromkeys(TABLE.names)
_JONGEREN = """
    SELECT niveau, gebied, coalesce(aanbieder, '') AS aanbieder, zorgvorm, deel, coalesce(oorzaak, '') AS oorzaak,
           aantal
    FROM aansluiting_personen WHERE periode = $periode
"""
_KOSTEN = """
    SELECT niveau, gebied, soort, lijn, post, coalesce(oorzaak, '') AS oorzaak,
           CASE WHEN count(DISTINCT grond) > 1 THEN 'deels opgegeven' ELSE coalesce(min(grond), '') END AS grond,
           CAST(sum(bedrag) AS BIGINT) AS bedrag, CAST(max(abs(bedrag)) FILTER (WHERE aanbieder IS NOT NULL) AS BIGINT)
               AS grootste,
           CAST(sum(abs(bedrag)) FILTER (WHERE aanbieder IS NOT NULL) AS BIGINT) AS van_aanbieders,
           count(DISTINCT aanbieder) AS aanbieders, max(jongeren) AS jongeren
    FROM aansluiting_kosten WHERE periode = $periode
    GROUP BY niveau, gebied, soort, lijn, post, oorzaak
"""
_KOEPEL = "SELECT * FROM indicator_waarde WHERE indicator = $koepel AND periode = $periode AND aanbieder IS NULL"


def _read(connection: duck.Connection, sql: str, periode: str) -> list[dict[str, Any]]:
    duck.make_table(connection, "_gelezen", sql, {"periode": periode})
    rows: list[dict[str, Any]] = duck.read_table(connection, "SELECT * FROM _gelezen").to_pylist()
    return rows


def _koepel(connection: duck.Connection, settings: Instellingen, compared: Vergeleken) -> pa.Table:
    """Return how many young people each area has: where that is secret, nothing else leaves."""
    parameters = {"koepel": settings.koepel, "periode": compared.periode.naam}
    duck.make_table(connection, "_koepel", _KOEPEL, parameters)
    found = duck.read_table(connection, "SELECT * FROM _koepel").cast(arrow_schema(TABLE))
    return found.filter(pc.is_in(found["niveau"], pa.array(list(_PLEK))))


def _moment(compared: Vergeleken, status: str) -> dict[str, str]:
    return {
        "versie": "1", "periode_soort": compared.periode.soort, "periode": compared.periode.naam, "status": status,
    }  # fmt: skip


def _plek(niveau: str, gebied: str, aanbieder: str) -> dict[str, Any]:
    """Return the columns of a cell."""
    column = _PLEK[niveau]
    level = " × ".join((niveau, "aanbieder")) if aanbieder and column else "aanbieder" if aanbieder else niveau
    return {"niveau": level, "aanbieder": aanbieder or None, **({column: gebied} if column else {})}


def _jongeren_rijen(people: Iterable[Mapping[str, Any]], drill: Set[str]) -> Iterator[dict[str, Any]]:
    """Yield the rows about young people; of providers only the whole of youth care, on the levels in `drill`."""
    sums: dict[tuple[str, str, str, str, str | None], int] = {}
    for row in people:
        if row["aanbieder"] and (row["niveau"] not in drill or row["zorgvorm"] != TOTAAL):
            continue
        cell, form, deel = (row["niveau"], row["gebied"], row["aanbieder"]), row["zorgvorm"], row["deel"]
        for code, split in ((f"{JONGEREN} {form}", None), *((f"{JONGEREN} {form}", each) for each in DELEN)):
            sums.setdefault((*cell, code, split), 0)
            sums[*cell, code, split] += row["aantal"] if split in (None, deel) else 0
        if row["oorzaak"]:
            key = (*cell, f"{JONGEREN} {form} {deel}", row["oorzaak"])
            sums[key] = sums.get(key, 0) + row["aantal"]
    for (niveau, gebied, aanbieder, code, split), count in sums.items():
        numbers = {"teller": float(count), "waarde": float(count), "n": count}
        yield {"indicator": code, "uitsplitsing": split, **_plek(niveau, gebied, aanbieder), **numbers}


def _kosten_rijen(money: Iterable[Mapping[str, Any]], settings: Instellingen) -> Iterator[dict[str, Any]]:
    """Yield the rows about money: what was billed per line, and the causes that come from it."""
    for row in money:
        if row["post"] == "iv3" or row["oorzaak"] == ONBEKEND or _van_iv3(row):
            continue
        owned = row["aanbieders"] > 0
        yield {
            "indicator": f"{OORZAAK} {row['oorzaak']}" if row["oorzaak"] else KOSTEN,
            "uitsplitsing": None if row["soort"] == "totaal" else row["lijn"],
            **_plek(row["niveau"], row["gebied"], ""),
            "teller": row["bedrag"] / 100,
            "waarde": row["bedrag"] / 100,
            "n": row["jongeren"] or 0,
            "n_aanbieders": row["aanbieders"] if owned else settings.minimum_aanbieders,
            "grootste_aandeel": row["grootste"] / row["van_aanbieders"] if owned and row["van_aanbieders"] else 0.0,
        }


def _van_iv3(row: Mapping[str, Any]) -> bool:
    """Whether a cause is an amount of Iv3 itself, which is public."""
    return bool(row["oorzaak"] == "pgb" and row["grond"] == "gemeten")


def _index(figures: pa.Table) -> dict[tuple[str, str], dict[tuple[str, str, str], Getal]]:
    """Return the figures of every area by indicator, provider and split."""
    found: dict[tuple[str, str], dict[tuple[str, str, str], Getal]] = {}
    for row in figures.to_pylist():
        level = row["niveau"].removesuffix(" × aanbieder").replace("aanbieder", "land")
        column = _PLEK[level]
        value = None if row["waarde"] is None else round(row["waarde"])
        key = (row["indicator"], row["aanbieder"] or "", row["uitsplitsing"] or "")
        found.setdefault((level, row[column] if column else "NL"), {})[key] = Getal(value, row["toestand"])
    return found


def _jongeren(public: Publiek, onbekend: Sequence[str]) -> Iterator[JongerenRegel]:
    """Yield a line per zorgvorm, and after it one per provider; of the parts in `onbekend` nothing is known."""
    splits: dict[tuple[str, str], dict[str, Getal]] = {}
    for (code, provider, split), figure in public.items():
        if split:
            splits.setdefault((code, provider), {})[split] = figure
    forms = [(form, "") for form in zorgvormen()]
    forms += [(TOTAAL, provider) for code, provider, split in sorted(public) if provider and not split]
    for form, provider in dict.fromkeys(forms):
        code = f"{JONGEREN} {form}"
        whole = public.get((code, provider, ""))
        if whole is None:
            continue
        parts = {deel: public.get((code, provider, deel), Getal(0, GEPUBLICEERD)) for deel in DELEN}
        if GEHEIM in (whole.toestand, *(part.toestand for part in parts.values())):
            parts = {deel: Getal(None, GEHEIM) for deel in DELEN}
        else:
            parts |= {deel: Getal(None, ONBEKEND) for deel in onbekend}
        causes = {deel: _oorzaken(splits.get((f"{code} {deel}", provider), {}), parts[deel]) for deel in DELEN[1:]}
        yield JongerenRegel(form, provider, whole, parts, causes)


def _oorzaken(causes: dict[str, Getal], part: Getal) -> dict[str, Getal]:
    """Return the causes of a part; of a secret part none can be told."""
    return causes if part.toestand != GEHEIM else dict.fromkeys(causes, Getal(None, GEHEIM))


_ORDE = {"deel": 0, "rest": 1, "totaal": 2}


def _kosten(money: Iterable[Mapping[str, Any]], public: Publiek) -> Iterator[KostenRegel]:
    """Yield the lines of an area, the total last."""
    lines: dict[tuple[str, str], dict[str, Mapping[str, Any]]] = {}
    for row in money:
        lines.setdefault((row["soort"], row["lijn"]), {})[row["oorzaak"] or row["post"]] = row
    order = list(zorgvormen())
    declared = any("gedeclareerd" in posts for posts in lines.values())
    nothing = Getal(0, GEPUBLICEERD) if declared else Getal(None, ONBEKEND)
    for soort, lijn in sorted(lines, key=lambda key: (_ORDE[key[0]], order.index(key[1]))):
        yield _kosten_regel(soort, lijn, lines[soort, lijn], public, nothing)


def _kosten_regel(
    soort: str, lijn: str, posts: Mapping[str, Mapping[str, Any]], public: Publiek, leeg: Getal
) -> KostenRegel:
    """Return one line: Iv3 is public, so what was billed, the difference and the causes are secret together.

    `leeg` stands for a line without bills: nothing, or unknown when no bills of this area are there at all.
    """
    iv3 = Getal(round(posts["iv3"]["bedrag"] / 100), GEPUBLICEERD) if "iv3" in posts else Getal(0, GEPUBLICEERD)
    split = "" if soort == "totaal" else lijn
    billed = public.get((KOSTEN, "", split), leeg)
    gap = Getal(None, billed.toestand)
    if billed.waarde is not None and iv3.waarde is not None:
        gap = Getal(iv3.waarde - billed.waarde, GEPUBLICEERD)
    named = {
        cause: Getal(round(row["bedrag"] / 100), GEPUBLICEERD) if _van_iv3(row)
        else public.get((f"{OORZAAK} {cause}", "", split), Getal(None, ONBEKEND))
        for cause, row in posts.items()
        if row["post"] == "oorzaak" and cause != ONBEKEND
    }  # fmt: skip
    return KostenRegel(
        lijn, soort, iv3, billed, gap, {**named, ONBEKEND: _rest(gap, named)},
        {cause: row["grond"] for cause, row in posts.items() if row["post"] == "oorzaak"},
    )  # fmt: skip


def _rest(gap: Getal, named: Mapping[str, Getal]) -> Getal:
    """Return what no cause explains, so that the causes add up to the difference as it is shown."""
    if gap.waarde is None or any(cause.waarde is None for cause in named.values()):
        return Getal(None, GEHEIM if gap.toestand == GEPUBLICEERD else gap.toestand)
    return Getal(gap.waarde - sum(cause.waarde or 0 for cause in named.values()), GEPUBLICEERD)
