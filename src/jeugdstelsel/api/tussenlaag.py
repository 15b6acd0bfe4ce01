"""What happens around every answer of the API: the limit, what a reader accepts, the headers, errors in one form."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from jeugdstelsel.api.emmer import wacht
from jeugdstelsel.api.instellingen import VERSIE
from jeugdstelsel.api.probleem import SOORT, probleem

PREFIX = "/v1"
HEADERS = {
    "API-Version": VERSIE,
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "API-Version, Content-Disposition, ETag, Retry-After",
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
TOEGESTAAN = "GET, HEAD, OPTIONS"
VOORAF = {
    "Allow": TOEGESTAAN,
    "Access-Control-Allow-Methods": TOEGESTAAN,
    "Access-Control-Allow-Headers": "Accept, Content-Type, If-None-Match",
    "Access-Control-Max-Age": "86400",
}


class Api:
    """Middleware for addresses under /v1; others pass untouched."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._next = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, with the headers on it and any error as problem+json."""
        if request.path != PREFIX and not request.path.startswith(f"{PREFIX}/"):
            return self._next(request)
        response = self._answer(request)
        if response.status_code >= 400 and response.headers.get("Content-Type") != SOORT:
            response = probleem(response.status_code)
        if response.status_code == 405:
            response.headers["Allow"] = TOEGESTAAN
        for name, value in HEADERS.items():
            response.headers[name] = value
        return response

    def _answer(self, request: HttpRequest) -> HttpResponse:
        if seconds := wacht(request):
            late = probleem(429, f"wacht {seconds} seconden en vraag het dan opnieuw, of haal een hele uitgave op.")
            late.headers["Retry-After"] = str(seconds)
            return late
        if request.method == "OPTIONS":
            return HttpResponse(status=204, headers=VOORAF)
        if request.method in ("GET", "HEAD") and int(request.META.get("CONTENT_LENGTH") or 0):
            return probleem(415)
        if request.method == "HEAD":
            request.method = "GET"  # the server leaves the body out
        return _als_gewenst(request, self._next(request))


def _als_gewenst(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Return the answer, or that the reader does not accept what this address gives."""
    kind = response.headers.get("Content-Type", "").partition(";")[0]
    if response.status_code != 200 or request.accepts(kind):
        return response
    response.close()
    return probleem(406, f"dit adres geeft {kind}. Zet dat in de header Accept, of laat die header weg.")
