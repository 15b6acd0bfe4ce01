"""Every proposal to change the set of indicators, with what became of it."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from jeugdstelsel.access.rollen import VOORSTELLEN
from jeugdstelsel.services.agenda import dag_van
from jeugdstelsel.services.basisset import TOESTANDEN, Voorstel, lees_voorstellen
from jeugdstelsel.web.onderdelen.agenda import ALLE, keuze
from jeugdstelsel.web.onderdelen.tabel import Cel, Tabel, als_csv
from jeugdstelsel.web.pagina import Pagina
from jeugdstelsel.web.templatetags.stelsel import dag
from jeugdstelsel.web.toegang import mag
from jeugdstelsel.web.vraag import bekend_op, kies

KOP = ("Voorstel", "Wat", "Indicator", "Vanaf rapportjaar", "Namens", "Ingediend", "Goedgekeurd door", "Toestand")


def _inhoud(request: HttpRequest) -> Mapping[str, Any] | HttpResponse:
    op = bekend_op(request)
    state = kies(request, "toestand", (ALLE, *TOESTANDEN), ALLE)
    every = list(lees_voorstellen(settings.WERKMAP, op=op).values())
    rows = [_rij(each) for each in reversed(every) if state in (ALLE, each.toestand)]
    if request.GET.get("formaat") == "csv":
        return als_csv("voorstellen", KOP, [[cell.tekst for cell in row] for row in rows])
    return {
        "filters": [keuze(request, "toestand", "Toestand", (ALLE, *TOESTANDEN))], "bekend_op": op,
        "aantal": len(rows), "van": len(every), "tabel": Tabel("Voorstellen, het nieuwste eerst", KOP, rows),
        "vraag": request.GET.urlencode(), "mag_voorstellen": mag(request, VOORSTELLEN),
    }  # fmt: skip


def _rij(voorstel: Voorstel) -> Sequence[Cel]:
    approved = " en ".join(sorted(voorstel.goedkeuringen)) or "nog niemand"
    texts = (
        voorstel.soort, voorstel.definitie.titel, str(voorstel.vanaf_jaar), voorstel.namens,
        dag(dag_van(voorstel.regels[0].wanneer)), approved, voorstel.toestand,
    )  # fmt: skip
    return Cel(voorstel.voorstel, reverse("voorstel", args=[voorstel.voorstel])), *map(Cel, texts)


PAGINA = Pagina(
    "voorstellen", "Voorstellen voor de basisset", _inhoud, menu="Voorstellen", onder="indicatoren", volgorde=30,
    voorbeelden=("/voorstellen", "/voorstellen?toestand=open"),
    api=("/v1/voorstellen",),
)  # fmt: skip
