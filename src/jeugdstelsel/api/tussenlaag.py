"""What happens around every answer of the API: the limit, the headers, and errors in one form."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from jeugdstelsel.api.emmer import wacht
from jeugdstelsel.api.instellingen import VERSIE
from jeugdstelsel.api.probleem import SOORT, probleem

PREFIX = "/v1"
HEADERS = {
    "API-Version": VERSIE,
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "API-Version, Retry-After",
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
VOORAF = {"Access-Control-Allow-Methods": "GET, HEAD, OPTIONS", "Access-Control-Max-Age": "86400"}


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
        if request.method == "HEAD":
            request.method = "GET"  # the server leaves the body out
        return self._next(request)
