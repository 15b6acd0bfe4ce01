"""Writes one line in the log for every request that must leave one, after the answer and before it is sent.

That is: every change (POST), every page that needs a right, every refusal, and everyone who comes in or goes out.
When the line cannot be written, the page is not shown.
"""

import hmac
from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth import get_user_model
from django.http import HttpRequest, HttpResponse

from jeugdstelsel.access.eigen import Grens, naam
from jeugdstelsel.access.logboek import logboek_van
from jeugdstelsel.access.logregel import Gebeurtenis
from jeugdstelsel.access.rollen import PUBLIEK
from jeugdstelsel.web.pagina import paginas

HANDELING = {
    "account_login": "inloggen",
    "mfa_authenticate": "inloggen, tweede stap",
    "openid_connect_callback": "inloggen via de organisatie",
    "account_logout": "uitloggen",
    "account_change_password": "wachtwoord wijzigen",
    "account_reset_password": "nieuw wachtwoord vragen via mail",
    "account_reset_password_from_key": "nieuw wachtwoord kiezen via mail",
    "account_reauthenticate": "opnieuw tonen wie men is",
    "mfa_reauthenticate": "opnieuw tonen wie men is",
    "mfa_reauthenticate_webauthn": "opnieuw tonen wie men is",
    "mfa_add_webauthn": "sleutel koppelen",
    "mfa_remove_webauthn": "sleutel loskoppelen",
    "mfa_activate_totp": "tweede stap aanzetten",
    "mfa_deactivate_totp": "tweede stap uitzetten",
    "mfa_generate_recovery_codes": "herstelcodes maken",
}
INLOGGEN = ("account_login", "mfa_authenticate", "openid_connect_callback")
LEZEN = ("GET", "HEAD", "OPTIONS")
GEHEIM = {"account_reset_password_from_key": "de link uit de mail"}
"""Addresses that let someone in: the log says this in their place."""
REDEN = ("reden", "waarom")
"""Names of the field in which a form asks why."""


@dataclass(frozen=True)
class _Wie:
    naam: str
    rol: str
    organisatie: str


_NIEMAND = _Wie("", "", "")


def log(request: HttpRequest, handeling: str, object: str, uitkomst: str = "") -> None:
    """Say precisely what this request does; its line in the log then has these words. It makes no second line.

    `object` names what is read or changed (register and key, figure and place), never a person.
    An empty `uitkomst` is told by the status of the answer.
    """
    request._logregel = (handeling, object, uitkomst)


def log_uitgelogd(request: HttpRequest, reden: str) -> None:
    """Write a line of its own for a session that the website ends, before it does."""
    who = _wie(request)
    logboek_van(settings.WERKMAP).schrijf(
        Gebeurtenis(
            gebruiker=who.naam, rol=who.rol or "geen", verantwoordelijke=who.organisatie or "geen",
            handeling="uitloggen door de website", object="sessie", client="", uitkomst="gelukt",
            toegangspunt="website", herkomst=_herkomst(request), reden=reden,
        )
    )  # fmt: skip


class Vastlegging:
    """Remembers who asks, lets the request be answered, and writes the line."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._next = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, and log when this request must be."""
        before = _wie(request) if request.method not in LEZEN else _NIEMAND
        response = self._next(request)
        if _moet(request, response):
            _schrijf(request, response, before if before.naam else _wie(request))
        return response


def _moet(request: HttpRequest, response: HttpResponse) -> bool:
    match = request.resolver_match
    name = match.url_name if match else ""
    page = paginas().get(name or "")
    return (
        hasattr(request, "_logregel")
        or (request.method not in LEZEN and response.status_code not in (404, 405))
        or response.status_code in (401, 403, 429)
        or (page is not None and page.recht != PUBLIEK)
        or name == "openid_connect_callback"
    )


def _schrijf(request: HttpRequest, response: HttpResponse, wie: _Wie) -> None:
    name = (request.resolver_match and request.resolver_match.url_name) or ""
    reading = request.method in LEZEN
    where = GEHEIM.get(name, request.path[:200])
    default = (HANDELING.get(name, "lezen" if reading else "wijzigen"), where, "")
    handeling, what, outcome = getattr(request, "_logregel", default)
    signing_in = name in INLOGGEN and not reading
    logboek_van(settings.WERKMAP).schrijf(
        Gebeurtenis(
            gebruiker=wie.naam or (_genoemd(request) if signing_in else "bezoeker"),
            rol=wie.rol or "geen",
            verantwoordelijke=wie.organisatie or "geen",
            handeling=handeling,
            object=what,
            client="",
            uitkomst=outcome or _uitkomst(request, response, name in INLOGGEN),
            toegangspunt="api" if request.path.startswith("/v1") else "website",
            herkomst=_herkomst(request),
            reden=next((request.POST[field][:300] for field in REDEN if field in request.POST), ""),
        )
    )


def _uitkomst(request: HttpRequest, response: HttpResponse, signing_in: bool) -> str:
    """Return in a word how it went, with the status of the answer."""
    status = response.status_code
    if status in (401, 403, 429):
        word = "geweigerd"
    elif status >= 400:
        word = "mislukt"
    elif signing_in and not request.user.is_authenticated:
        word = "eerste stap gelukt" if status == 302 else "geweigerd"
    elif request.method == "POST" and status == 200:
        word = "niet aangenomen"
    else:
        word = "gelukt"
    return f"{word} ({status})"


def _wie(request: HttpRequest) -> _Wie:
    """Return who asks, with the roles and the organisation on whose behalf; empty names for a visitor."""
    user = request.user
    if not user.is_authenticated:
        return _NIEMAND
    profile = getattr(user, "profiel", None)
    roles = ", ".join(sorted(user.groups.values_list("name", flat=True)))
    return _Wie(user.get_username(), roles, naam(Grens(profile.soort, profile.code)) if profile else "")


def _genoemd(request: HttpRequest) -> str:
    """Return the account that someone tried to get into, when there is one: what was typed may be a password."""
    if stage := getattr(request, "_login_stage", None):
        return str(stage.login.user.get_username())
    name = request.POST.get("login", "")
    return name if name and get_user_model().objects.filter(username=name).exists() else "onbekend"


def _herkomst(request: HttpRequest) -> str:
    """Return a mark that is the same for one address and tells no address."""
    from allauth.core.internal.httpkit import get_client_ip

    address = get_client_ip(request) or "onbekend"
    return hmac.new(settings.SECRET_KEY.encode(), f"herkomst:{address}".encode(), "sha256").hexdigest()[:16]
