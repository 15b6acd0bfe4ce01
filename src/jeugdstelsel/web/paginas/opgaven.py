"""The ten opgaven, the six lines in which they are carried out, and the features of a stevig lokaal team."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from jeugdstelsel.standaard.agenda import afspraken, implementatielijnen, kenmerken, opgaven
from jeugdstelsel.web.onderdelen.tabel import Cel, Tabel
from jeugdstelsel.web.pagina import Pagina


def _inhoud(request: HttpRequest) -> Mapping[str, Any]:
    counts = Counter(each.opgave for each in afspraken().values())
    goals = [
        (
            Cel(f"{each.opgave}. {each.titel}", f"{reverse('afspraken')}?opgave={each.opgave}"),
            Cel(str(counts[each.opgave]), getal=True), Cel(each.toelichting or "–"), Cel(each.plaats),
        )
        for each in opgaven().values()
    ]  # fmt: skip
    lines = [
        (
            Cel(f"{each.lijn}. {each.titel}", f"{reverse('afspraken')}?lijn={each.lijn}"),
            Cel(", ".join(each.trekkers)), Cel(each.eerste_stappen), Cel(each.plaats),
        )
        for each in implementatielijnen().values()
    ]  # fmt: skip
    return {
        "opgaven": Tabel("De tien opgaven", ("Opgave", "Afspraken", "Toelichting", "Plaats"), goals),
        "lijnen": Tabel("De zes implementatielijnen", ("Lijn", "Trekkers", "Eerste stappen", "Plaats"), lines),
        "kenmerken": kenmerken(),
        "overkoepelend": counts[""],
    }


PAGINA = Pagina(
    "opgaven",
    "Opgaven en implementatielijnen",
    _inhoud,
    menu="Opgaven",
    onder="afspraken",
    volgorde=1,
    voorbeelden=("/opgaven",),
    api=("/v1/opgaven", "/v1/implementatielijnen", "/v1/teamkenmerken"),
)
