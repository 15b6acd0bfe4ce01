"""One report as a file, made when it is asked for; a yearly report that was made final is given as it was kept."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse

from jeugdstelsel.reports import archief
from jeugdstelsel.reports.html import stijlsleutel
from jeugdstelsel.reports.maken import FORMATEN, Bestand, maak
from jeugdstelsel.reports.soort import soorten
from jeugdstelsel.reports.verzamel import Keuze
from jeugdstelsel.web.pagina import Pagina
from jeugdstelsel.web.vraag import bekend_op

CSP = "default-src 'none'; style-src {}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
"""A report in the browser may show its own style and nothing else."""


def _inhoud(request: HttpRequest, soort: str, formaat: str) -> HttpResponse:
    """Return the report; HTML opens in the browser, the other formats are saved."""
    if soort not in soorten() or formaat not in FORMATEN:
        raise Http404
    found = _bestand(request, soort, formaat)
    response = HttpResponse(found.inhoud, content_type=found.soort)
    how = "inline" if formaat == "html" else "attachment"
    response["Content-Disposition"] = f'{how}; filename="{found.naam}"'
    response["Content-Security-Policy"] = CSP.format(stijlsleutel())
    return response


def _bestand(request: HttpRequest, soort: str, formaat: str) -> Bestand:
    day, year = bekend_op(request), request.GET.get("jaar", "")
    if soort == archief.SOORT and day is None and archief.vind_vastgesteld(settings.WERKMAP, year):
        return archief.lees(settings.WERKMAP, year, formaat)
    choice = Keuze(request.GET.get("gemeente", ""), request.GET.get("jeugdregio", ""), year, day)
    return maak(settings.WERKMAP, soort, choice, formaat)


PAGINA = Pagina(
    "rapport/<str:soort>/<str:formaat>", "Rapport", _inhoud, onder="rapporten",
    voorbeelden=("/rapport/jongeren/html", "/rapport/raad/html?gemeente=0363", "/rapport/jaar/html"),
)  # fmt: skip
