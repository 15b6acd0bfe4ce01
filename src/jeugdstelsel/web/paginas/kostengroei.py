"""Why costs changed, in parts that add up."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse

from jeugdstelsel import standaard
from jeugdstelsel.indicators.kostengroei import BEPERKINGEN, BETEKENIS, BRONNEN, titel_van
from jeugdstelsel.publish.csvw import KOSTENGROEI
from jeugdstelsel.services.bijlage import lees_bijlage, zoek
from jeugdstelsel.web.onderdelen.tabel import Cel, Tabel, als_csv
from jeugdstelsel.web.pagina import Pagina
from jeugdstelsel.web.templatetags.stelsel import cijfer
from jeugdstelsel.web.templatetags.stelsel import periode as in_woorden
from jeugdstelsel.web.vraag import bekend_op, kast_van, kies

LAND = "NL"


def _inhoud(request: HttpRequest) -> Mapping[str, Any] | HttpResponse:
    blad = kast_van(request).blad
    here = {"blad": blad, "bekend_op": bekend_op(request), "betekenis": BETEKENIS, "beperkingen": BEPERKINGEN}
    known = set(lees_bijlage(blad, KOSTENGROEI)["gebied"].to_pylist())
    names = {LAND: "Nederland"} | {code: naam for code, naam in standaard.jeugdregios().items() if code in known}
    if not known:
        return here
    gebied = kies(request, "plaats", names, LAND)
    found = zoek(blad, KOSTENGROEI, {"gebied": gebied})
    if request.GET.get("formaat") == "csv":
        return als_csv(f"kostengroei-{gebied}", found.column_names, [list(row.values()) for row in found.to_pylist()])
    rows = found.to_pylist()
    return here | {
        "plaats": gebied, "plaatsen": names.items(), "waar": names[gebied], "over": rows[0],
        "bronnen": BRONNEN, "tabel": _tabel(rows, names[gebied]),
    }  # fmt: skip


def _tabel(rows: Sequence[Mapping[str, Any]], waar: str) -> Tabel:
    first = rows[0]
    van, naar = in_woorden(first["van"]), in_woorden(first["periode"])
    named = {"kosten_van": f"Kosten in {van}", "kosten_naar": f"Kosten in {naar}", "verschil": "Verschil"}
    lines = [
        [
            Cel(named.get(row["deel"]) or titel_van(row["deel"], row["bevat"])),
            Cel(cijfer(row["waarde"], row["toestand"], "euro"), getal=True),
        ]
        for row in rows
    ]
    return Tabel(f"Waardoor de kosten veranderden van {van} naar {naar}, {waar}", ("Deel", "Euro"), lines)


PAGINA = Pagina(
    "kostengroei", "Waardoor de kosten veranderden", _inhoud, menu="Kostengroei", onder="geld", volgorde=2,
    voorbeelden=("/kostengroei", "/kostengroei?plaats=JZ01"),
    api=("/v1/kostenveranderingen",),
)  # fmt: skip
