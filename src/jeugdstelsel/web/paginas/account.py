"""One's own account: who you are here, what you may do, and what is still to be done for it."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.http import HttpRequest

from jeugdstelsel.access.rollen import rechten_van
from jeugdstelsel.web.pagina import Pagina, paginas
from jeugdstelsel.web.toegang import heeft_tweede_stap, mag, ontbreekt, rollen_van


def _inhoud(request: HttpRequest) -> Mapping[str, Any]:
    if not request.user.is_authenticated:
        return {"ingelogd": False}
    roles = rollen_van(request)
    return {
        "ingelogd": True,
        "rollen": roles,
        "rechten": sorted(rechten_van(roles)),
        "profiel": getattr(request.user, "profiel", None),
        "tweede_stap": heeft_tweede_stap(request),
        "ontbreekt": ontbreekt(request) if roles else "",
        "elders": bool(settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"]),
        "plekken": [(naam, paginas()[naam].titel) for naam in PLEKKEN if mag(request, paginas()[naam].recht)],
    }


PLEKKEN = ("eigen", "gebruikers", "logboek")
PAGINA = Pagina("account", "Uw account", _inhoud, voorbeelden=("/account",))
