"""Everything that asks for attention: what is late, what nobody knows the state of, and what is to be followed up."""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from jeugdstelsel.services.agenda import REGISTERS, SIGNALEN, lees_aandacht
from jeugdstelsel.web.onderdelen.agenda import ALLE, adres, blader, keuze, zeg_termijn
from jeugdstelsel.web.onderdelen.tabel import Cel, Tabel, als_csv
from jeugdstelsel.web.pagina import Pagina
from jeugdstelsel.web.vraag import bekend_op, kies

KOP = ("Wat", "Aandacht", "Register", "Wie", "Termijn", "Stand", "Plaats")


def _inhoud(request: HttpRequest) -> Mapping[str, Any] | HttpResponse:
    op = bekend_op(request)
    signal = kies(request, "aandacht", (ALLE, *SIGNALEN), ALLE)
    book = kies(request, "register", (ALLE, *REGISTERS), ALLE)
    every = lees_aandacht(settings.WERKMAP, op=op)
    rows = [
        [Cel(post.wat, adres(post)), *map(Cel, (
            found, post.register, ", ".join(post.wie), zeg_termijn(post.termijn), post.termijn.stand, post.plaats,
        ))]
        for found, post in every
        if signal in (ALLE, found) and book in (ALLE, post.register)
    ]  # fmt: skip
    if request.GET.get("formaat") == "csv":
        return als_csv("opvolging", KOP, [[cell.tekst for cell in row] for row in rows])
    part, parts = blader(request, rows)
    counts = Counter(found for found, _ in every)
    filters = [
        keuze(request, "aandacht", "Aandacht", (ALLE, *SIGNALEN)),
        keuze(request, "register", "Register", (ALLE, *REGISTERS)),
    ]
    return {
        "filters": filters, "bekend_op": op, "dag": op or date.today(), "aantal": len(rows),
        "tellingen": [(name, counts[name]) for name in SIGNALEN], "vraag": request.GET.urlencode(),
        "tabel": Tabel("Wat aandacht vraagt, de oudste termijn eerst", KOP, part),
        "bladen": parts,
    }  # fmt: skip


PAGINA = Pagina(
    "opvolging", "Wat aandacht vraagt", _inhoud, menu="Wat aandacht vraagt", onder="afspraken", volgorde=6,
    voorbeelden=("/opvolging", "/opvolging?aandacht=opvolgen&register=moties&bekend_op=2025-10-01"),
    api=("/v1/aandachtspunten",),
)  # fmt: skip
