"""Asks `access` whether this visitor may do what the page is for."""

from django.http import HttpRequest

from jeugdstelsel.access.rollen import PUBLIEK, rechten_van
from jeugdstelsel.model import NietToegestaan


def mag(request: HttpRequest, recht: str) -> bool:
    """Return whether this visitor has a right; deny by default."""
    if recht == PUBLIEK:
        return True
    user = request.user
    if not user.is_authenticated:
        return False
    return recht in rechten_van(user.groups.values_list("name", flat=True))


def eis_recht(request: HttpRequest, recht: str) -> None:
    """Raise NietToegestaan unless this visitor has the right."""
    if not mag(request, recht):
        raise NietToegestaan(f"hiervoor is het recht '{recht}' nodig. Log in met een account dat dit mag.")
