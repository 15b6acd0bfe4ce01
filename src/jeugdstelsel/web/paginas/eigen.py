"""The unpublished figures of one's own gemeente, region or organisation; every look is logged."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

from jeugdstelsel.access.eigen import naam
from jeugdstelsel.access.rollen import EIGEN_CIJFERS
from jeugdstelsel.indicators.plan import all_indicators
from jeugdstelsel.services.eigen import RIJ, eigen_cijfers
from jeugdstelsel.web.onderdelen.plaatsnaam import naam_van_vak
from jeugdstelsel.web.onderdelen.tabel import Cel, Tabel, als_csv
from jeugdstelsel.web.pagina import Pagina
from jeugdstelsel.web.templatetags.stelsel import cijfer, eenheid_van, procent
from jeugdstelsel.web.toegang import grens_van
from jeugdstelsel.web.vastlegging import log
from jeugdstelsel.web.vraag import SOORTEN, kies, naam_van

KOP = ("Cijfer", "Periode", "Uitsplitsing", "Waarde", "Eenheid", "Dekking", "Status", "Toestand", "Versie")


def _inhoud(request: HttpRequest) -> Mapping[str, Any] | HttpResponseBase:
    grens = grens_van(request)
    per = kies(request, "per", SOORTEN, "jaar")
    csv = kies(request, "formaat", ("pagina", "csv"), "pagina") == "csv"
    handeling = "ongepubliceerde cijfers downloaden" if csv else "ongepubliceerde cijfers lezen"
    log(request, handeling, f"indicator_waarde {grens.soort} {grens.code} per {per}")
    found = eigen_cijfers(settings.WERKMAP, grens, per)
    if csv:
        rows = [[*row.values(), "ja" if found.synthetisch else "nee", "ongepubliceerd"] for row in found.rijen]
        return als_csv(f"ongepubliceerd_{grens.soort}_{grens.code}_{per}", (*RIJ, "synthetisch", "let_op"), rows)
    waar = f"aanbieder {naam_van('aanbieder', grens.code)}" if grens.soort == "aanbieder" else naam(grens)
    titel = f"Ongepubliceerd: {waar}, per {per}"
    return {
        "waar": waar, "per": per, "soorten": SOORTEN, "peildatum": found.peildatum, "verzonnen": found.synthetisch,
        "tabel": Tabel(titel, KOP, [_rij(row) for row in found.rijen]),
    }  # fmt: skip


def _rij(row: Mapping[str, Any]) -> list[Cel]:
    indicator = all_indicators().get(row["indicator"])
    eenheid = indicator.eenheid if indicator else "onbekend"
    return [
        Cel(indicator.titel if indicator else row["indicator"]),
        Cel(row["periode"]),
        Cel(naam_van_vak(row["indicator"], row["uitsplitsing"])),
        Cel(cijfer(row["waarde"], row["toestand"], eenheid), getal=True),
        Cel(eenheid_van(eenheid)),
        Cel(procent(row["dekking"]), getal=True),
        Cel(row["status"]),
        Cel(row["toestand"]),
        Cel(row["versie"]),
    ]


PAGINA = Pagina(
    "eigen", "Ongepubliceerde cijfers", _inhoud, menu="Eigen cijfers", volgorde=90, recht=EIGEN_CIJFERS,
    voorbeelden=("/eigen",),
)  # fmt: skip
