"""Where the documents say different things: both readings with their places, and what this monitor does."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse

from jeugdstelsel.standaard.agenda import tegenstrijdigheden
from jeugdstelsel.web.onderdelen.tabel import Cel, Tabel, als_csv
from jeugdstelsel.web.pagina import Pagina

KOP = ("Onderwerp", "Er staat", "Waar", "Er staat ook", "Waar", "Wat wij doen")


def _inhoud(request: HttpRequest) -> Mapping[str, Any] | HttpResponse:
    rows = [
        (each.onderwerp, each.lezing_a, each.plaats_a, each.lezing_b, each.plaats_b, each.hoe_wij_ermee_omgaan)
        for each in tegenstrijdigheden()
    ]
    if request.GET.get("formaat") == "csv":
        return als_csv("tegenstrijdigheden", KOP, rows)
    table = Tabel("Wat de documenten verschillend zeggen", KOP, [[*map(Cel, row)] for row in rows])
    return {"tabel": table, "aantal": len(rows)}


PAGINA = Pagina(
    "tegenstrijdigheden",
    "Wat de documenten verschillend zeggen",
    _inhoud,
    menu="Tegenstrijdigheden",
    onder="afspraken",
    volgorde=7,
    voorbeelden=("/tegenstrijdigheden",),
    api=("/v1/tegenstrijdigheden",),
)
