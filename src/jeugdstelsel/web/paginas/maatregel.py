"""One measure: what was planned, what was done for it, what came of it, and who bears the difference."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse

from jeugdstelsel.access.rollen import REGISTERS
from jeugdstelsel.services.realisatie_maatregel import (
    JAREN,
    Maatregeljaar,
    lees_stand,
    maatregeljaar,
)
from jeugdstelsel.services.realisatie_register import eenheden
from jeugdstelsel.services.signaal import reeks
from jeugdstelsel.standaard.kader import PRIJSPEIL, investeringen_van, maatregelen
from jeugdstelsel.web.onderdelen.geldtabel import in_miljoen, met_teken, mln, verdeling
from jeugdstelsel.web.onderdelen.tabel import Cel, Tabel, als_csv
from jeugdstelsel.web.pagina import Pagina
from jeugdstelsel.web.templatetags.stelsel import getal
from jeugdstelsel.web.toegang import mag
from jeugdstelsel.web.vraag import bekend_op

KOP = ("Jaar", "Plan", "Gerealiseerd", "Verschil", "Verschil in %", "Bron van wat gerealiseerd is")
BIJSCHRIFT = f"Plan en realisatie, miljoenen euro, prijzen van {PRIJSPEIL} (onder 0: besparing)"
KOP_INSPANNING = ("Jaar", "Partij", "Wat", "Afgesproken", "Geleverd", "Bron")


def _inhoud(request: HttpRequest, code: str) -> Mapping[str, Any] | HttpResponse:
    if code not in maatregelen():
        raise Http404
    stand, measure = lees_stand(settings.WERKMAP, bekend_op(request)), maatregelen()[code]
    years = [maatregeljaar(stand, code, jaar) for jaar in JAREN]
    if request.GET.get("formaat") == "csv":
        return als_csv(f"maatregel-{code}", KOP, [*map(_csv, years)])
    return {
        "titel": measure.naam, "code": code, "maatregel": measure, "prijspeil": PRIJSPEIL, "bekend_op": stand.bekend_op,
        "tabel": Tabel(BIJSCHRIFT, KOP, [_rij(year) for year in years]),
        "inspanning": Tabel("Afgesproken en geleverde inspanning", KOP_INSPANNING, _inspanningen(years)),
        "verdelingen": [
            {"tabel": verdeling(y.toerekening, f"{y.jaar}"), "deel": y.toerekening} for y in years if y.toerekening
        ],
        "investeringen": investeringen_van(code),
        "signalen": reeks(stand, code) if code in eenheden() else (),
        "mag_bewerken": mag(request, REGISTERS),
    }  # fmt: skip


def _rij(year: Maatregeljaar) -> list[Cel]:
    gap, result = year.afwijking, year.resultaat
    share = gap.procent if gap else None
    return [
        Cel(str(year.jaar)),
        Cel(mln(year.plan) if year.plan else "–", getal=True),
        Cel(mln(year.gerealiseerd) if result else year.toestand, getal=result is not None),
        Cel(met_teken(mln(gap.eurocent), gap.eurocent > 0) if gap else "", getal=True),
        Cel(met_teken(getal(round(float(share), 1)), share > 0) if share is not None else "", getal=True),
        Cel(result.bron if result else ""),
    ]


def _csv(year: Maatregeljaar) -> list[Any]:
    """Return the same as a row for a program: millions as numbers, the word where nothing is known."""
    gap, result = year.afwijking, year.resultaat
    share = round(float(gap.procent), 4) if gap and gap.procent is not None else None
    realised = in_miljoen(year.gerealiseerd) if result else year.toestand
    return [
        year.jaar, in_miljoen(year.plan), realised, in_miljoen(gap.eurocent if gap else None), share,
        result.bron if result else None,
    ]  # fmt: skip


def _inspanningen(years: list[Maatregeljaar]) -> list[list[Cel]]:
    return [
        [
            Cel(str(year.jaar)), Cel(effort.partij), Cel(effort.wat), Cel(getal(float(effort.afgesproken)), getal=True),
            Cel("onbekend" if effort.geleverd is None else getal(float(effort.geleverd)), getal=True), Cel(effort.bron),
        ]
        for year in years
        for effort in year.inspanningen
    ]  # fmt: skip


PAGINA = Pagina(
    "maatregel/<slug:code>", "Maatregel", _inhoud, onder="geld",
    voorbeelden=("/maatregel/m02", "/maatregel/totaal", "/maatregel/m16"),
    api=("/v1/maatregelen/{code}", "/v1/maatregeljaren?maatregel={code}", "/v1/signalen?soort=maatregel"),
)  # fmt: skip
