"""One light through the years: what it rests on, how it changed as more became known, and what was decided."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from jeugdstelsel.access.rollen import BESLUITEN
from jeugdstelsel.services.realisatie_maatregel import JAREN, lees_stand
from jeugdstelsel.services.realisatie_register import eenheden
from jeugdstelsel.services.signaal import ROOD, reeks, signaal, verloop
from jeugdstelsel.services.signaal_besluit import dossiers, opvolging
from jeugdstelsel.standaard.kader import maatregelen
from jeugdstelsel.web.onderdelen.tabel import als_csv
from jeugdstelsel.web.pagina import Pagina
from jeugdstelsel.web.toegang import mag
from jeugdstelsel.web.vraag import bekend_op, kies

KOP = ("jaar", "maat", "kleur", "achter (%)", "ondergrens (%)", "bovengrens (%)", "trend", "uitleg")


def _inhoud(request: HttpRequest, code: str) -> Mapping[str, Any] | HttpResponse:
    if code not in eenheden():
        raise Http404
    known = bekend_op(request)
    stand = lees_stand(settings.WERKMAP, known)
    lights = reeks(stand, code)
    if request.GET.get("formaat") == "csv":
        return als_csv(f"signaal-{code}", KOP, [row for light in lights for row in _rijen(light)])
    jaar = int(kies(request, "jaar", [str(jaar) for jaar in JAREN], str(_laatste(lights))))
    records = [file for file in dossiers(settings.WERKMAP, stand) if file.besluit.eenheid == code]
    return {
        "titel": f"Signaal: {eenheden()[code].naam}", "eenheid": eenheden()[code], "lichten": lights, "jaar": jaar,
        "jaren": JAREN, "licht": signaal(stand, code, jaar), "bekend_op": known,
        "verloop": verloop(settings.WERKMAP, code, jaar, op=known),
        "dossiers": [(file, opvolging(stand, file.besluit)) for file in records],
        "besluit_nodig": any(file.open for file in records), "rood": ROOD, "mag_besluiten": mag(request, BESLUITEN),
        "meer": _meer(code),
    }  # fmt: skip


def _laatste(lights: tuple[Any, ...]) -> int:
    """Return the last year of which something was measured, else the first."""
    measured = [light.jaar for light in lights if any(part.meting.achter is not None for part in light.delen)]
    return measured[-1] if measured else JAREN[0]


def _meer(code: str) -> tuple[str, str]:
    """Return where more is told of a unit, with the words of the link."""
    if code in maatregelen():
        return reverse("maatregel", args=[code]), "Plan, inspanning en realisatie van deze maatregel"
    if code == "land":
        return reverse("geld"), "Budgetreeks en uitgaven"
    return "", ""


def _rijen(light: Any) -> list[list[Any]]:
    return [
        [light.jaar, part.meting.maat, part.kleur, *map(_getal, _grenzen(part.meting)), part.trend, part.uitleg]
        for part in light.delen
    ]


def _grenzen(meting: Any) -> tuple[Any, Any, Any]:
    return meting.achter, meting.laag, meting.hoog


def _getal(value: Any) -> Any:
    return "onbekend" if value is None else round(float(value), 1)


PAGINA = Pagina(
    "signaal/<slug:code>", "Signaal", _inhoud, onder="signalen",
    voorbeelden=("/signaal/totaal?jaar=2027", "/signaal/m03", "/signaal/al4", "/signaal/land", "/signaal/JZ01"),
    api=("/v1/signalen?eenheid={code}", "/v1/besluiten?eenheid={code}"),
)  # fmt: skip
