"""The investments of Bijlage 3 by who pays them."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse

from jeugdstelsel.services.kader import GELIJK, controleer
from jeugdstelsel.standaard.kader import MAATREGELJAREN, investeringen
from jeugdstelsel.web.onderdelen.geldtabel import als_gedrukt
from jeugdstelsel.web.onderdelen.tabel import Cel, Tabel, als_csv
from jeugdstelsel.web.pagina import Pagina

KOP = ("Investering", "Code in het document", "Geldbron", *MAATREGELJAREN)


def _inhoud(request: HttpRequest) -> Mapping[str, Any] | HttpResponse:
    rows = [
        ((row.naam, row.documentcode, row.geldbron or "alle"), [row.bedragen[year] for year in MAATREGELJAREN])
        for row in investeringen().values()
    ]
    if request.GET.get("formaat") == "csv":
        return als_csv("investeringen", KOP, [(*words, *amounts) for words, amounts in rows])
    cells = [
        [*(Cel(word) for word in words), *(Cel(als_gedrukt(amount), getal=True) for amount in amounts)]
        for words, amounts in rows
    ]
    return {
        "tabel": Tabel("Bijlage 3 zoals gedrukt, miljoenen euro, prijzen van 2023", KOP, cells),
        "controles": [found for found in controleer() if "nvestering" in found.wat],
        "gelijk": GELIJK,
    }


PAGINA = Pagina(
    "investeringen",
    "Investeringen",
    _inhoud,
    menu="Investeringen",
    onder="geld",
    volgorde=1,
    voorbeelden=("/investeringen",),
    api=("/v1/investeringen", "/v1/kadercontroles"),
)
