"""What the documents leave open, and what this monitor shows instead of an invented answer."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse

from jeugdstelsel.standaard.agenda import open_punten
from jeugdstelsel.web.onderdelen.tabel import Cel, Tabel, als_csv
from jeugdstelsel.web.pagina import Pagina

KOP = ("Onderwerp", "Soort", "Wat ontbreekt", "Waar", "Wat u hier ziet")


def _inhoud(request: HttpRequest) -> Mapping[str, Any] | HttpResponse:
    rows = [(each.onderwerp, each.soort, each.wat_ontbreekt, each.plaats, each.wat_wij_doen) for each in open_punten()]
    if request.GET.get("formaat") == "csv":
        return als_csv("openstaand", KOP, rows)
    return {"tabel": Tabel("Wat nog open staat", KOP, [[*map(Cel, row)] for row in rows]), "aantal": len(rows)}


PAGINA = Pagina(
    "openstaand",
    "Wat nog open staat",
    _inhoud,
    menu="Wat open staat",
    onder="afspraken",
    volgorde=8,
    voorbeelden=("/openstaand",),
    api=("/v1/open-punten",),
)
