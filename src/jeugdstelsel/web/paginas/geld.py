"""Money: the budget series beside what is spent, the measures, and every printed total recomputed."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.safestring import SafeString

from jeugdstelsel.access.rollen import REGISTERS
from jeugdstelsel.services.kader import GELIJK, Controle, controleer
from jeugdstelsel.services.realisatie import REIKWIJDTE, Jaarstand, Uitgave
from jeugdstelsel.services.realisatie_maatregel import Stand, lees_stand, totale_toerekening
from jeugdstelsel.services.realisatie_register import MILJOEN, Raming, stand_van
from jeugdstelsel.standaard.kader import (
    MAATREGELJAREN,
    PRIJSPEIL,
    Maatregel,
    budgetreeks,
    maatregelen,
)
from jeugdstelsel.web.geldformulier import FORMULIEREN
from jeugdstelsel.web.onderdelen.geldlijn import Geldreeks, geldlijn
from jeugdstelsel.web.onderdelen.geldtabel import als_gedrukt, in_miljoen, met_teken, mln, verdeling
from jeugdstelsel.web.onderdelen.tabel import Cel, Tabel, als_csv
from jeugdstelsel.web.pagina import Pagina
from jeugdstelsel.web.templatetags.stelsel import getal
from jeugdstelsel.web.toegang import mag
from jeugdstelsel.web.vraag import bekend_op, kies

BIJSCHRIFT = f"Budgetreeks (prijzen van {PRIJSPEIL}) en uitgaven volgens Iv3, miljoenen euro"
KOP = (
    "Jaar", "Budgetreeks", "Waarvan mutaties", "Uitgaven, prijzen van het jaar", "Soort", "Dekking",
    f"Uitgaven, prijzen van {PRIJSPEIL}", "Verschil", "Verschil in %", "Uitleg",
)  # fmt: skip
KOP_CSV = (
    "jaar", "gedrukte reeks", "mutaties", "budgetreeks", "uitgaven (Iv3)", "prijspeil uitgaven", "document", "status",
    "dekking", f"uitgaven in prijzen van {PRIJSPEIL}", "verschil", "verschil in %", "uitleg",
)  # fmt: skip

KOP_MAATREGEL = ("Maatregel", "Verantwoordelijk", *MAATREGELJAREN, "Onzeker", "Haalbaar")
KOP_CONTROLE = ("Totaal", "Jaar", "Nagerekend", "Gedrukt", "Verschil", "Oordeel", "Plaats")


def _inhoud(request: HttpRequest) -> Mapping[str, Any] | HttpResponse:
    stand = lees_stand(settings.WERKMAP, bekend_op(request))
    years = list(stand.budget.values())
    if request.GET.get("formaat") == "csv":
        return _download(request, years)
    return {
        "bekend_op": stand.bekend_op, "index": stand.index, "reikwijdte": REIKWIJDTE, "prijspeil": PRIJSPEIL,
        "lijn": _teken(years), "jaren": Tabel(BIJSCHRIFT, KOP, [*map(_jaarrij, years)]),
        "mutaties": [change for year in years for change in year.mutaties],
        "ramingen": _ramingen(stand), "reeks": _regels(), "maatregelen": _maatregelen(), "controles": _controles(),
        "oneffen": [found for found in controleer() if found.oordeel != GELIJK],
        "toerekeningen": _toerekeningen(stand), "formulieren": _formulieren() if mag(request, REGISTERS) else (),
    }  # fmt: skip


def _download(request: HttpRequest, years: list[Jaarstand]) -> HttpResponse:
    """Return the table that `tabel` names as a file with numbers."""
    name = kies(request, "tabel", ("budget-en-uitgaven", "maatregelen", "controles"), "budget-en-uitgaven")
    if name == "maatregelen":
        found = [(m, [m.bedragen[year] for year in MAATREGELJAREN]) for m in maatregelen().values()]
        rows = [(m.naam, m.verantwoordelijk or "niemand genoemd", *b, m.onzeker, m.haalbaar) for m, b in found]
        return als_csv(name, KOP_MAATREGEL, rows)
    if name == "controles":
        checks = [(c.wat, c.jaar, c.berekend, c.gedrukt, c.verschil, c.oordeel, c.plaats) for c in controleer()]
        return als_csv(name, KOP_CONTROLE, checks)
    return als_csv(name, KOP_CSV, [_csv(year) for year in years])


def _formulieren() -> list[tuple[str, str]]:
    return [(form.titel, reverse("vastleggen", args=[name])) for name, form in FORMULIEREN.items() if name != "drempel"]


def _teken(years: list[Jaarstand]) -> SafeString:
    return geldlijn(
        [year.jaar for year in years],
        Geldreeks("Budgetreeks", [year.budget.eurocent / MILJOEN for year in years]),
        Geldreeks(
            "Uitgaven volgens Iv3, alleen waar het prijspeil gelijk is",
            [year.omgerekend.eurocent / MILJOEN if year.omgerekend else None for year in years],
            [year.jaar for year in years if _breuk(year)],
        ),
        titel=f"Budgetreeks en uitgaven in miljoenen euro, prijzen van {PRIJSPEIL}",
    )


def _jaarrij(year: Jaarstand) -> list[Cel]:
    spent, gap = year.uitgave, year.afwijking
    share = gap.procent if gap else None
    return [
        Cel(str(year.jaar)),
        Cel(mln(year.budget), getal=True),
        Cel(mln(year.budget.eurocent - year.gedrukt.eurocent), getal=True),
        Cel(mln(spent.bedrag if spent else None), getal=True),
        Cel(f"{spent.document}, {spent.status}" if spent else ""),
        Cel(_dekking(spent), getal=True),
        Cel(mln(year.omgerekend) if year.omgerekend else "", getal=True),
        Cel(met_teken(mln(gap.eurocent), gap.eurocent > 0) if gap else "", getal=True),
        Cel(met_teken(getal(round(float(share), 1)), share > 0) + " %" if share is not None else "", getal=True),
        Cel("; ".join(_opmerkingen(year))),
    ]


def _opmerkingen(year: Jaarstand) -> Iterator[str]:
    """Yield what a reader must know of a year: how it was compared, what is missing, and a break."""
    yield year.uitleg
    if year.uitgave and not year.uitgave.volledig:
        yield "ten minste dit bedrag: niet alles is opgegeven"
    if year.uitgave:
        yield from year.uitgave.markeringen


def _dekking(spent: Uitgave | None) -> str:
    """Return the coverage to a tenth of a per cent: what is not whole does not become 100."""
    return "" if spent is None or spent.dekking is None else f"{100 * spent.dekking:.1f} %".replace(".", ",")


def _breuk(year: Jaarstand) -> bool:
    """Whether the accounts of a year were divided in another way than those of the year before."""
    return year.uitgave is not None and any("trendbreuk" in mark for mark in year.uitgave.markeringen)


def _csv(year: Jaarstand) -> list[Any]:
    """Return the same as a row for a program: millions as numbers, nothing where nothing is known."""
    spent, gap = year.uitgave, year.afwijking
    return [
        year.jaar, in_miljoen(year.gedrukt), in_miljoen(year.budget.eurocent - year.gedrukt.eurocent),
        in_miljoen(year.budget), in_miljoen(spent.bedrag if spent else None), spent.bedrag.prijspeil if spent else None,
        spent.document if spent else None, spent.status if spent else None, spent.dekking if spent else None,
        in_miljoen(year.omgerekend), in_miljoen(gap.eurocent if gap else None),
        round(float(gap.procent), 4) if gap and gap.procent is not None else None, year.uitleg,
    ]  # fmt: skip


def _ramingen(stand: Stand) -> Tabel | None:
    """Return the estimates of others, each in its own prices; None when there are none."""
    kop = ("Raming", "Jaar", "Miljoen euro", "Bandbreedte", "Prijspeil", "Methode", "Basisjaar", "Bron")
    found = stand_van(stand.werkmap, Raming, stand.bekend_op).values()
    return Tabel("Ramingen van anderen", kop, [_ramingrij(item) for item in found]) if found else None


def _ramingrij(item: Raming) -> list[Cel]:
    bounds = [getal(float(bound)) for bound in (item.laag, item.hoog) if bound is not None]
    return [
        Cel(item.naam), Cel(str(item.jaar)), Cel(getal(float(item.miljoen)), getal=True),
        Cel(" tot ".join(bounds) or "onbekend"), Cel(str(item.prijspeil)), Cel(item.methode),
        Cel(str(item.basisjaar)), Cel(item.bron),
    ]  # fmt: skip


def _regels() -> Tabel:
    """Return Bijlage 1 as printed."""
    years = tuple(next(iter(budgetreeks().values())).bedragen)
    rows = [
        [
            Cel(f"{line.regel}: {line.omschrijving}"),
            *(Cel(als_gedrukt(line.bedragen[year]), getal=True) for year in years),
        ]
        for line in budgetreeks().values()
    ]
    return Tabel("Bijlage 1 zoals gedrukt, miljoenen euro, prijzen van 2023", ("Regel", *years), rows)


def _maatregelen() -> Tabel:
    """Return Bijlage 2 as printed, with a page for every measure."""
    rows = [_maatregelrij(measure) for measure in maatregelen().values()]
    return Tabel("Bijlage 2 zoals gedrukt, miljoenen euro, prijzen van 2023 (onder 0: besparing)", KOP_MAATREGEL, rows)


def _maatregelrij(measure: Maatregel) -> list[Cel]:
    amounts = [measure.bedragen[year] for year in MAATREGELJAREN]
    return [
        Cel(measure.naam, reverse("maatregel", args=[measure.maatregel])),
        Cel(measure.verantwoordelijk or "niemand genoemd"),
        *(Cel(als_gedrukt(amount), getal=True) for amount in (*amounts, measure.onzeker, measure.haalbaar)),
    ]


def _controles() -> Tabel:
    return Tabel("Elk totaal nagerekend, miljoenen euro", KOP_CONTROLE, [_controlerij(found) for found in controleer()])


def _controlerij(found: Controle) -> list[Cel]:
    amounts = (
        getal(found.berekend), als_gedrukt(found.gedrukt), met_teken(getal(found.verschil), found.verschil > 0),
    )  # fmt: skip
    return [
        Cel(found.wat), Cel(found.jaar), *(Cel(text, getal=True) for text in amounts), Cel(found.oordeel),
        Cel(found.plaats),
    ]  # fmt: skip


def _toerekeningen(stand: Stand) -> list[Mapping[str, Any]]:
    """Return who bears the difference of each year that has one."""
    found = ((jaar, totale_toerekening(stand, jaar)) for jaar in stand.budget)
    return [{"jaar": jaar, "tabel": verdeling(part, str(jaar)), "deel": part} for jaar, part in found if part]


PAGINA = Pagina(
    "geld", "Geld", _inhoud, menu="Geld", volgorde=40, voorbeelden=("/geld", "/geld?bekend_op=2026-01-31"),
    api=(
        "/v1/budgetjaren",
        "/v1/budgetregels",
        "/v1/maatregelen",
        "/v1/kadercontroles",
        "/v1/ramingen",
        "/v1/prijsindexen",
    ),
)  # fmt: skip
