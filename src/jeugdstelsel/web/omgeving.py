"""What every page shows around its contents: the menu, the release, and whether the country is invented."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from jeugdstelsel.services.kast import bladen
from jeugdstelsel.web.pagina import paginas
from jeugdstelsel.web.toegang import mag


def omgeving(request: HttpRequest) -> Mapping[str, Any]:
    """Return the menu that this visitor may use and the label of the latest release."""
    pages = sorted(
        ((naam, pagina) for naam, pagina in paginas().items() if pagina.menu and mag(request, pagina.recht)),
        key=lambda item: item[1].volgorde,
    )
    releases = bladen(settings.WERKMAP)
    return {
        "menu": [{"naam": naam, "woord": pagina.menu, "adres": reverse(naam)} for naam, pagina in pages],
        "uitgave": releases[-1] if releases else None,
        "synthetisch": any(blad.synthetisch for blad in releases),
    }
