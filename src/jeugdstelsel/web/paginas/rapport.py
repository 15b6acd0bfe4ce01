"""One report as a file, made when it is asked for; a yearly report that was made final is given as it was kept."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse

from jeugdstelsel.reports.archief import geef
from jeugdstelsel.reports.html import stijlsleutel
from jeugdstelsel.reports.maken import FORMATEN
from jeugdstelsel.reports.soort import soorten
from jeugdstelsel.reports.verzamel import Keuze
from jeugdstelsel.web.pagina import Pagina
from jeugdstelsel.web.vraag import bekend_op

CSP = "default-src 'none'; img-src data:; style-src {}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
"""A report in the browser may show its own style and nothing else; the icon of its tab is empty."""


def _inhoud(request: HttpRequest, soort: str, formaat: str) -> HttpResponse:
    """Return the report; HTML opens in the browser, the other formats are saved."""
    if soort not in soorten() or formaat not in FORMATEN:
        raise Http404
    gemeente, jeugdregio, jaar = (request.GET.get(name, "") for name in ("gemeente", "jeugdregio", "jaar"))
    found = geef(settings.WERKMAP, soort, Keuze(gemeente, jeugdregio, jaar, bekend_op(request)), formaat)
    response = HttpResponse(found.inhoud, content_type=found.soort)
    how = "inline" if formaat == "html" else "attachment"
    response["Content-Disposition"] = f'{how}; filename="{found.naam}"'
    response["Content-Security-Policy"] = CSP.format(stijlsleutel())
    return response


PAGINA = Pagina(
    "rapport/<str:soort>/<str:formaat>", "Rapport", _inhoud, onder="rapporten",
    voorbeelden=("/rapport/jongeren/html", "/rapport/raad/html?gemeente=0363", "/rapport/jaar/html"),
    api=("/v1/rapporten",),
)  # fmt: skip
