"""The words of youth care and what they mean."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from jeugdstelsel.standaard.begrippen import Begrip, begrippen
from jeugdstelsel.web.onderdelen.tabel import als_csv
from jeugdstelsel.web.pagina import Pagina

KOLOMMEN = ("begrip", "term", "betekenis", "noemer", "bron", "vindplaats", "geldig_vanaf", "geldig_tot")


def _inhoud(request: HttpRequest) -> Mapping[str, Any] | HttpResponse:
    if request.GET.get("formaat") == "csv":
        rows = [[getattr(each, name) for name in KOLOMMEN] for each in begrippen().values()]
        return als_csv("begrippen", KOLOMMEN, rows)
    q = request.GET.get("q", "").strip()[:80]
    terms: dict[str, list[Begrip]] = {}
    for each in begrippen().values():
        if all(word in _tekst(each) for word in q.lower().split()):
            terms.setdefault(each.term, []).append(each)
    listed = [
        {"term": term, "adres": reverse("begrip", args=[found[0].begrip]), "aantal": len(found), "eerste": found[0]}
        for term, found in sorted(terms.items(), key=lambda item: item[0].lower())
    ]
    return {"q": q, "termen": listed, "aantal": len(listed)}


def _tekst(begrip: Begrip) -> str:
    """Return where a reader's words are looked for."""
    return " ".join((begrip.term, *begrip.ook_wel, begrip.begrip, begrip.betekenis)).lower()


PAGINA = Pagina(
    "begrippen",
    "Begrippen",
    _inhoud,
    menu="Begrippen",
    onder="over",
    volgorde=1,
    voorbeelden=("/begrippen", "/begrippen?q=uitval"),
    api=("/v1/begrippen",),
)
