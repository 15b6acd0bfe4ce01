"""When a session is over: twelve hours after one showed who one is, and at once when one's roles become others."""

import time
from collections.abc import Callable
from typing import Any

from allauth.account.authentication import get_authentication_records
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.signals import user_logged_in
from django.http import HttpRequest, HttpResponse

from jeugdstelsel.web.toegang import LANGST
from jeugdstelsel.web.vastlegging import log_uitgelogd

RECHTEN = "rechten_bij_inloggen"
"""Key in the session: what `rechten_nu` was when it began."""
TE_LANG = "U bent uitgelogd, want u bent twaalf uur geleden ingelogd. Log opnieuw in."
ANDERS = "U bent uitgelogd, want de beheerder heeft uw rechten gewijzigd. Log opnieuw in."


class Sessie:
    """Ends a session that is over, before anything is answered in its name."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._next = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer; as to a visitor when the session is over."""
        signed_in = settings.SESSION_COOKIE_NAME in request.COOKIES and request.user.is_authenticated
        if signed_in and (reden := _voorbij(request)):
            log_uitgelogd(request, reden)
            logout(request)
            messages.warning(request, reden)
        return self._next(request)


def luister() -> None:
    """Remember the roles of everyone who signs in."""
    user_logged_in.connect(_onthoud)


def onthoud(request: HttpRequest, user: Any) -> None:
    """Let the session count for the roles that its user has now."""
    request.session[RECHTEN] = rechten_nu(user)


def rechten_nu(user: Any) -> list[str]:
    """Return what decides over the rights of a user: the roles and the organisation."""
    profile = getattr(user, "profiel", None)
    place = [profile.soort, profile.code] if profile else []
    return [*sorted(user.groups.values_list("name", flat=True)), *place]


def _voorbij(request: HttpRequest) -> str:
    """Return in Dutch why the session is over; empty when it is not."""
    shown = [record["at"] for record in get_authentication_records(request, request.user)]
    if not shown or max(shown) < time.time() - LANGST:
        return TE_LANG
    return "" if request.session.get(RECHTEN) == rechten_nu(request.user) else ANDERS


def _onthoud(request: HttpRequest, user: Any, **_: Any) -> None:
    onthoud(request, user)
