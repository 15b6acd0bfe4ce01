"""Asks `access` whether this visitor may do what the page is for; a right beyond looking needs a second factor."""

import time

from django.http import HttpRequest

from jeugdstelsel.access.eigen import Grens, grens
from jeugdstelsel.access.rollen import BEZOEKER, PUBLIEK, rechten_van
from jeugdstelsel.model import NietToegestaan

ELDERS_TWEE = "tweede_factor_elders"
"""Key in the session: the organisation of the user vouched for a second factor."""
EEN_REDACTEUR = "een redacteur"
LANGST = 12 * 3600
"""Seconds after which one must sign in again, however busy."""


def mag(request: HttpRequest, recht: str) -> bool:
    """Return whether this visitor has a right; deny by default."""
    return recht == PUBLIEK or recht in _rechten(request)


def eis_recht(request: HttpRequest, recht: str) -> None:
    """Raise NietToegestaan unless this visitor has the right."""
    if not mag(request, recht):
        raise NietToegestaan(ontbreekt(request) or f"hiervoor is het recht '{recht}' nodig. Uw account heeft dat niet.")


def rollen_van(request: HttpRequest) -> list[str]:
    """Return the roles of this visitor, whether or not they may be used now."""
    user = request.user
    return sorted(user.groups.values_list("name", flat=True)) if user.is_authenticated else []


def ontbreekt(request: HttpRequest) -> str:
    """Return in Dutch what one must do before any role counts; empty when nothing."""
    user = request.user
    if not user.is_authenticated:
        return "log eerst in met een account dat dit mag."
    profile = getattr(user, "profiel", None)
    if profile is None:
        return "uw account is niet door de beheerder gemaakt en mag daarom niets extra's."
    if profile.eenmalig_tot:
        return "kies eerst een eigen wachtwoord, op de pagina 'Uw account'."
    if not _twee_stappen(request):
        return "zet eerst inloggen in twee stappen aan, op de pagina 'Uw account', of log opnieuw in."
    return ""


def naam_voor(request: HttpRequest, naam: str) -> str:
    """Return the name of an account to who works here; a visitor learns that it was an editor, not which."""
    return naam if _rechten(request) - BEZOEKER else EEN_REDACTEUR


def grens_van(request: HttpRequest) -> Grens:
    """Return the organisation whose unpublished figures this visitor may read; raises NietToegestaan without one."""
    profile = getattr(request.user, "profiel", None)
    return grens(profile.soort if profile else "", profile.code if profile else "")


def _rechten(request: HttpRequest) -> frozenset[str]:
    """Return what this visitor may do; looked up once a request."""
    known: frozenset[str] | None = getattr(request, "_rechten", None)
    if known is None:
        known = BEZOEKER if ontbreekt(request) else rechten_van(rollen_van(request))
        request._rechten = known
    return known


def heeft_tweede_stap(request: HttpRequest) -> bool:
    """Whether the account of this visitor has a second step of its own."""
    from allauth.mfa.utils import is_mfa_enabled

    return bool(is_mfa_enabled(request.user))


def _twee_stappen(request: HttpRequest) -> bool:
    """Whether two factors were shown in this session, not too long ago."""
    from allauth.account.authentication import get_authentication_records

    records = get_authentication_records(request, request.user)
    recent = [record for record in records if record.get("at", 0) > time.time() - LANGST]
    if request.session.get(ELDERS_TWEE):
        return any(record["method"] == "socialaccount" for record in recent)
    return any(record["method"] == "mfa" for record in recent) and heeft_tweede_stap(request)
