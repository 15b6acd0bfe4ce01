"""What happens around every page: headers that protect the reader, and errors said in one Dutch sentence."""

from collections.abc import Callable
from http import HTTPStatus
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from jeugdstelsel.model import Fout

Antwoord = Callable[[HttpRequest], HttpResponse]
CSP = (
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; "
    "form-action 'self'{}; frame-ancestors 'none'"
)
"""Between the braces comes the server where users of an organisation sign in, when there is one."""


class Beveiligd:
    """Adds the headers that Django has no setting for."""

    def __init__(self, get_response: Antwoord) -> None:
        self._next = get_response
        servers = (app["settings"]["server_url"] for app in settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"])
        self._csp = CSP.format("".join(" {0.scheme}://{0.netloc}".format(urlsplit(server)) for server in servers))

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, with the headers on it; what is made for someone who is signed in stays on no machine."""
        response = self._next(request)
        if settings.SESSION_COOKIE_NAME in request.COOKIES and not request.path.startswith(settings.STATIC_URL):
            response.headers["Cache-Control"] = "private, no-store"
        response.headers.setdefault("Content-Security-Policy", self._csp)
        response.headers.setdefault("Permissions-Policy", "camera=(), microphone=(), geolocation=()")
        return response


class Fouten:
    """Turns the family of errors into a page with the right status."""

    def __init__(self, get_response: Antwoord) -> None:
        self._next = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer as asked."""
        return self._next(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Return the page of an error that someone must act on; any other is Django's to answer."""
        return foutpagina(request, error.http_status, str(error)) if isinstance(error, Fout) else None


FORMULIER = "dit formulier is verlopen of kwam niet van deze website. Laad de bladzijde opnieuw en verstuur het dan."
TITELS = {
    400: "Deze vraag klopt niet",
    403: "Dit mag u niet zien",
    404: "Deze pagina bestaat niet",
    405: "Dat kan hier niet",
    409: "Iemand anders was u voor",
    429: "U vraagt te snel",
}


def foutpagina(request: HttpRequest, status: int, uitleg: str) -> HttpResponse:
    """Return the page of an error, in Dutch and with its status."""
    title = TITELS.get(status, "Er ging iets mis")
    zin = uitleg[:1].upper() + uitleg[1:]
    return render(request, "fout.html", {"titel": title, "uitleg": zin, "status": HTTPStatus(status)}, status=status)


def niet_gevonden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Return the page for an address that does not exist."""
    return foutpagina(request, 404, "er staat niets op dit adres. Zoek het op, of begin bij het begin.")


def geen_toegang(request: HttpRequest, exception: Exception | None = None, reason: str = "") -> HttpResponse:
    """Return the page for what is refused, also for a form whose token is gone."""
    text = str(exception) if exception and str(exception) else "log in met een account dat dit mag, of vraag toegang."
    return foutpagina(request, 403, FORMULIER if reason else text)


def kapot(request: HttpRequest) -> HttpResponse:
    """Return the page for an error of the program itself; it tells nothing of what was asked."""
    return foutpagina(request, 500, "de fout ligt bij ons. Probeer het later opnieuw.")
