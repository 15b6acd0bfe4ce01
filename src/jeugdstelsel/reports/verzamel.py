"""Collects what a report says from the release, the registers and the documents, as known on one day."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from jeugdstelsel import standaard
from jeugdstelsel.model import GebruikersFout
from jeugdstelsel.reports.invoer import (
    Actielijnstand,
    Budgetjaar,
    Cbscijfer,
    Cijfer,
    Controlestand,
    Definitie,
    Geldpunt,
    Inspanningstand,
    Invoer,
    Maatregelstand,
    Openstaand,
    Plaatsnaam,
    Poststand,
    Routekaartstand,
    Setstand,
    Signaalstand,
    Tweespraak,
    Wachttijdzin,
)
from jeugdstelsel.reports.soort import Soort
from jeugdstelsel.reports.woorden import periode
from jeugdstelsel.services.agenda import REGISTERS, Post, dag_van, lees_posten
from jeugdstelsel.services.basisset import lees_basisset
from jeugdstelsel.services.compute import find_indicator
from jeugdstelsel.services.iv3 import FOLDER as IV3
from jeugdstelsel.services.iv3_reeks import Boek, find_place, make_series, read_book
from jeugdstelsel.services.kader import GELIJK, controleer
from jeugdstelsel.services.kast import Kast, open_kast
from jeugdstelsel.services.plek import breuk_tussen, read_aandeel, read_verblijf
from jeugdstelsel.services.realisatie import LIJN, Jaarstand
from jeugdstelsel.services.realisatie_maatregel import Stand, lees_stand
from jeugdstelsel.services.signaal import Signaal, signalen
from jeugdstelsel.services.wachttijden import Wachttijd, redenen, wachttijden_van, zin
from jeugdstelsel.standaard import agenda, routekaart
from jeugdstelsel.standaard.cbs import Cel
from jeugdstelsel.standaard.iv3 import iv3_bron
from jeugdstelsel.standaard.kader import MAATREGELJAREN, maatregelen

SOORTEN = ("jaar", "kwartaal")
"""The kinds of period that a report shows."""


@dataclass(frozen=True)
class Keuze:
    """What someone asks for. Empty: the latest year, the day of the latest release, the country."""

    gemeente: str = ""
    jeugdregio: str = ""
    jaar: str = ""
    bekend_op: date | None = None


@dataclass(frozen=True)
class Plek:
    """The place that a report is about, with the jeugdregio of a gemeente."""

    niveau: str
    code: str
    naam: str
    regio: str = ""

    @property
    def plaatsen(self) -> tuple[tuple[str, str], ...]:
        """Return the places whose figures belong in the report: itself, its jeugdregio and the country."""
        found = {("land", ""): None, ("jeugdregio", self.regio): None, (self.niveau, self.code): None}
        return tuple(place for place in found if place != ("jeugdregio", ""))


def verzamel(werkmap: Path, soort: Soort, keuze: Keuze) -> Invoer:
    """Return the inputs of a report.

    Raises GebruikersFout when there is no release, no such place, or no figure of the year.
    """
    kast = open_kast(werkmap, keuze.bekend_op)
    dag = keuze.bekend_op or dag_van(kast.blad.moment)
    plek = vind_plek(kast, soort, keuze)
    jaar = _jaar(kast, keuze.jaar)
    bron = Bron(werkmap, dag, kast, plek, jaar)
    found: dict[str, Any] = {}
    for name in ("cijfers", *soort.delen):
        found |= DELEN[name](bron)
    return Invoer(
        soort.naam, jaar, dag.isoformat(), plek.niveau, plek.code, plek.naam, plek.regio, kast.blad.nummer,
        kast.blad.moment.isoformat(), kast.blad.peildatum.isoformat() if kast.blad.peildatum else "",
        kast.blad.synthetisch, **found,
    )  # fmt: skip


@dataclass(frozen=True)
class Bron:
    """Where the inputs of one report come from."""

    werkmap: Path
    dag: date
    kast: Kast
    plek: Plek
    jaar: str


def vind_plek(kast: Kast, soort: Soort, keuze: Keuze) -> Plek:
    """Return the place that is asked for; raises GebruikersFout when this kind of report is not about such a place."""
    if keuze.gemeente and keuze.jeugdregio:
        raise GebruikersFout("kies een gemeente of een jeugdregio, niet allebei.")
    place = find_place(gemeente=keuze.gemeente, jeugdregio=keuze.jeugdregio)
    if place.soort not in soort.niveaus:
        raise GebruikersFout(f"het rapport '{soort.naam}' gaat over: {' of '.join(soort.niveaus)}. Kies er een.")
    if place.code and place.code not in kast.namen(place.soort):
        raise GebruikersFout(f"in uitgave {kast.blad.nummer} staan geen cijfers over {place.naam}.")
    regio = standaard.jeugdregio_van(place.code, kast.blad.moment.year) if place.soort == "gemeente" else place.code
    return Plek(place.soort, place.code, place.naam, regio or "")


def jaren(kast: Kast) -> list[str]:
    """Return the years of which a release has figures, in order."""
    return sorted({row["periode"] for row in kast.profiel("land", "", "jaar")})


def _jaar(kast: Kast, gevraagd: str) -> str:
    known = jaren(kast)
    if not known:
        raise GebruikersFout("deze uitgave heeft geen enkel cijfer over een heel jaar.")
    if gevraagd and gevraagd not in known:
        raise GebruikersFout(
            f"uitgave {kast.blad.nummer} heeft geen cijfers over '{gevraagd[:10]}'. Kies uit: {', '.join(known)}."
        )
    return gevraagd or known[-1]


# --- figures --------------------------------------------------------------------------------------------------------


def _cijfers(bron: Bron) -> dict[str, Any]:
    rows = [row for place in bron.plek.plaatsen for row in _cijfers_van(bron, *place)]
    codes = sorted({row.indicator for row in rows})
    return {
        "cijfers": tuple(rows), "definities": tuple(map(_definitie, codes)),
        "plaatsnamen": tuple(_plaatsnaam(*place) for place in bron.plek.plaatsen),
    }  # fmt: skip


def _cijfers_van(bron: Bron, niveau: str, plaats: str) -> Iterator[Cijfer]:
    for soort in SOORTEN:
        for row in bron.kast.profiel(niveau, plaats, soort):
            if row["periode"][:4] <= bron.jaar:
                yield _cijfer(row, niveau, soort)


def _cijfer(row: Mapping[str, Any], niveau: str, soort: str) -> Cijfer:
    return Cijfer(
        row["indicator"], niveau, row["plaats"], soort, row["periode"],
        _vaknaam(row["indicator"], row["uitsplitsing"]), row["waarde"],
        row["dekking"], row["status"], row["toestand"], row["versie"],
    )  # fmt: skip


def _vaknaam(indicator: str, vak: str) -> str:
    """Return the name of a split; who referred is a code of iJw."""
    found = standaard.codelijst("COD327").get(vak) if indicator == "verwijzer" else None
    return found.betekenis if found else vak


def _definitie(code: str) -> Definitie:
    found = find_indicator(code)
    return Definitie(
        code, found.titel, found.betekenis, found.eenheid, ", ".join(found.bronnen), " ".join(found.beperkingen),
        found.versie,
    )  # fmt: skip


def _plaatsnaam(niveau: str, code: str) -> Plaatsnaam:
    names = {"gemeente": lambda: standaard.gemeenten()[code].naam, "jeugdregio": lambda: standaard.jeugdregios()[code]}
    return Plaatsnaam(niveau, code, names[niveau]() if niveau in names else "Nederland")


def _onder(bron: Bron) -> dict[str, Any]:
    """Add the places inside: the jeugdregio's of the country, or the gemeenten of a jeugdregio."""
    niveau = "gemeente" if bron.plek.niveau == "jeugdregio" else "jeugdregio"
    names = [code for code in bron.kast.namen(niveau) if _hoort_bij(bron, niveau, code)]
    above = _cijfers(bron)
    rows = [
        _cijfer(row, niveau, "jaar")
        for indicator in ONDER
        for row in bron.kast.plaatsen(indicator, niveau, bron.jaar)
        if row["plaats"] in names
    ]
    return {
        "cijfers": (*above["cijfers"], *rows),
        "plaatsnamen": (*above["plaatsnamen"], *(_plaatsnaam(niveau, code) for code in names)),
    }


ONDER = ("jongeren_met_jeugdhulp", "wachttijd_toewijzing_start", "kosten_per_jongere")
"""What is shown of every place inside the one that a report is about."""


def _hoort_bij(bron: Bron, niveau: str, code: str) -> bool:
    return niveau == "jeugdregio" or standaard.jeugdregio_van(code, int(bron.jaar)) == bron.plek.code


# --- money, CBS and waiting -----------------------------------------------------------------------------------------


def _geld(bron: Bron) -> dict[str, Any]:
    """Return the accounts of the place per year, as known on the day; nothing when there are none."""
    folder = bron.werkmap / IV3
    book = _boek(bron.werkmap if folder.exists() else None, bron.dag, _stempel(folder))
    if not any(document == "jaarrekening" for _, _, document, _ in book):
        return {"geld": ()}
    place = find_place(**({bron.plek.niveau: bron.plek.code} if bron.plek.code else {}))
    points = [point for point in make_series(book, place, niveau="vergelijkbaar").punten if point.lijn == LIJN]
    return {
        "geld": tuple(
            Geldpunt(p.jaar, p.bedrag, p.prijspeil, p.toestand, p.dekking, "; ".join(p.markeringen)) for p in points
        )
    }


@lru_cache(maxsize=4)
def _boek(werkmap: Path | None, dag: date, stempel: float) -> Boek:
    """Return what was known on a day; the shipped copy, of an unknown day, from the day that its folder is valid."""
    shipped = read_book() if dag >= iv3_bron().geldig_vanaf else {}
    return {**shipped, **read_book(werkmap, dag)} if werkmap else shipped


def _stempel(folder: Path) -> float:
    return max((path.stat().st_mtime for path in folder.glob("*")), default=0.0) if folder.exists() else 0.0


def _cbs(bron: Bron) -> dict[str, Any]:
    region = {"gemeente": "GM", "land": "NL01"}.get(bron.plek.niveau, "") + bron.plek.code
    shares = sorted(read_aandeel(bron.werkmap, region), key=lambda cell: (cell.tabel, cell.periode))
    cells = [cell for cell in shares if cell.bekend_op <= bron.dag]
    if bron.plek.niveau == "land":
        cells += read_verblijf()
    breaks = ["", *(_breuk(one, other) for one, other in pairwise(cells))]
    return {"cbs": tuple(_cbscijfer(cell, why) for cell, why in zip(cells, breaks, strict=False))}


def _breuk(one: Cel, other: Cel) -> str:
    if (one.tabel, one.meting) != (other.tabel, other.meting):
        return "dit is een andere reeks van het CBS"
    return breuk_tussen(one.meting, one.periode, other.periode, one.tabel)


def _cbscijfer(cell: Cel, breuk: str) -> Cbscijfer:
    name = cell.meting.replace("_", " ")
    return Cbscijfer(
        name[:1].upper() + name[1:], cell.periode, cell.waarde,
        "gepubliceerd" if cell.toestand == "waarde" else cell.toestand, cell.status, cell.eenheid, cell.bron_url, breuk,
    )  # fmt: skip


def _wachten(bron: Bron) -> dict[str, Any]:
    found = _wachttijden(bron, bron.plek.niveau, bron.plek.code)
    country = _wachttijden(bron, "land", "")
    return {
        "wachttijden": tuple(
            Wachttijdzin(
                each.interval.code, each.interval.naam, each.interval.uitleg, each.interval.let_op,
                zin(each, periode(bron.jaar)),
            )
            for each in found
        ),
        "wachtredenen": tuple(redenen(found, bron.plek.naam, country)),
    }  # fmt: skip


def _wachttijden(bron: Bron, niveau: str, plaats: str) -> Sequence[Wachttijd]:
    return wachttijden_van(bron.kast.profiel(niveau, plaats, "jaar")).get(bron.jaar, ())


# --- the agenda and its money ---------------------------------------------------------------------------------------


def _routekaart(bron: Bron) -> dict[str, Any]:
    return {
        "actielijnen": tuple(
            Actielijnstand(line.actielijn, line.titel, line.beweging) for line in routekaart.actielijnen().values()
        ),
        "routekaart": tuple(
            Routekaartstand(
                each.indicator, each.actielijn, each.titel, each.bron, each.toestand, ";".join(each.onze_indicatoren),
                each.let_op,
            )
            for each in routekaart.routekaartindicatoren().values()
        ),
    }  # fmt: skip


def _posten(bron: Bron) -> dict[str, Any]:
    posts = (post for name in REGISTERS for post in lees_posten(bron.werkmap, name, op=bron.dag).values())
    return {"posten": tuple(_post(post, bron.dag) for post in posts)}


def _post(post: Post, dag: date) -> Poststand:
    term = post.termijn
    return Poststand(
        post.register, post.sleutel, post.groep, post.wat, ", ".join(post.wie), term.wanneer,
        term.uiterlijk.isoformat() if term.uiterlijk else "", term.stand, post.signaal(dag), post.plaats,
        post.verschoven,
    )  # fmt: skip


def _budget(bron: Bron) -> dict[str, Any]:
    stand = lees_stand(bron.werkmap, bron.dag)
    return {
        "budget": tuple(map(_budgetjaar, stand.budget.values())),
        "maatregelen": tuple(_maatregelen(stand, bron.jaar)),
        "controles": tuple(
            Controlestand(c.wat, c.jaar, c.berekend, c.gedrukt, c.oordeel, c.plaats)
            for c in controleer()
            if c.oordeel != GELIJK
        ),
    }


def _budgetjaar(year: Jaarstand) -> Budgetjaar:
    spent, off = year.uitgave, year.afwijking
    return Budgetjaar(
        year.jaar, year.gedrukt.eurocent, year.budget.eurocent, year.budget.prijspeil,
        spent.bedrag.eurocent if spent else None, spent.bedrag.prijspeil if spent else None,
        spent.document if spent else "", bool(spent and spent.volledig), off.eurocent if off else None,
        round(float(off.procent), 1) if off and off.procent is not None else None, year.uitleg,
    )  # fmt: skip


def _maatregelen(stand: Stand, jaar: str) -> Iterator[Maatregelstand]:
    for row in maatregelen().values():
        if row.gedrukt_totaal:
            continue
        result = stand.resultaten.get(f"{row.maatregel}/{jaar}")
        plan = row.bedragen[jaar] if jaar in MAATREGELJAREN else None
        told = f"{result.waarde} miljoen ({result.bron})" if result else "niet gemeten op dit niveau"
        yield Maatregelstand(row.maatregel, row.naam, row.verantwoordelijk or "niet genoemd", plan, told)


def _signalen(bron: Bron) -> dict[str, Any]:
    stand = lees_stand(bron.werkmap, bron.dag)
    wanted = (light for light in signalen(stand, int(bron.jaar)) if _over_deze_plek(light, bron.plek))
    return {
        "signalen": tuple(map(_signaal, wanted)),
        "inspanningen": tuple(
            Inspanningstand(i.eenheid, i.jaar, i.partij, f"{i.afgesproken} {i.wat}",
                            "onbekend" if i.geleverd is None else str(i.geleverd), i.bron)
            for i in stand.inspanningen.values()
        ),
    }  # fmt: skip


def _over_deze_plek(light: Signaal, plek: Plek) -> bool:
    return plek.niveau == "land" or light.eenheid.code == plek.regio


def _signaal(light: Signaal) -> Signaalstand:
    effort, effect = (part.meting.uitleg for part in light.delen)
    return Signaalstand(
        light.eenheid.code, light.eenheid.soort, light.eenheid.naam, light.jaar, light.kleur, light.grond, light.trend,
        effort, effect,
    )  # fmt: skip


def _stukken(bron: Bron) -> dict[str, Any]:
    return {
        "tweespraken": tuple(
            Tweespraak(
                t.onderwerp, _met_plaats(t.lezing_a, t.plaats_a), _met_plaats(t.lezing_b, t.plaats_b),
                t.hoe_wij_ermee_omgaan,
            )
            for t in agenda.tegenstrijdigheden()
        ),
        "openstaand": tuple(
            Openstaand(f"{o.onderwerp}: {o.wat_ontbreekt}", o.wat_wij_doen) for o in agenda.open_punten()
        ),
    }  # fmt: skip


def _basisset(bron: Bron) -> dict[str, Any]:
    return {
        "basisset": tuple(
            Setstand(code, line.definitie.titel, line.definitie.betekenis, line.versie,
                     dag_van(line.vastgesteld_op).isoformat())
            for code, line in lees_basisset(bron.werkmap, int(bron.jaar), op=bron.dag).items()
        )
    }  # fmt: skip


def _met_plaats(lezing: str, plaats: str) -> str:
    return f"{lezing} ({plaats})" if plaats else lezing


DELEN: Mapping[str, Callable[[Bron], dict[str, Any]]] = {
    "cijfers": _cijfers, "onder": _onder, "geld": _geld, "cbs": _cbs, "wachten": _wachten, "routekaart": _routekaart,
    "posten": _posten, "budget": _budget, "signalen": _signalen, "stukken": _stukken,
    "basisset": _basisset,
}  # fmt: skip
"""What can be collected, by the name under which a kind of report asks for it."""
