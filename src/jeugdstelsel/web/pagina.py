"""What a page is: one module in `paginas` and a template of the same name."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from django.http import HttpResponseBase

from jeugdstelsel.access.rollen import PUBLIEK, REGISTERS
from jeugdstelsel.registry import find_all

Inhoud = Callable[..., Mapping[str, Any] | HttpResponseBase]
"""Takes the request and the parts of the path; gives what the template shows, or a whole answer."""


@dataclass(frozen=True)
class Pagina:
    """One page. `pad` is its address in Django's notation, `menu` its word in the menu (empty: not in it).

    `onder` names the page that it belongs to: it stands in the second row of the menu, beside that page; a page
    without `menu` marks there where the reader is.
    `recht` is what one must be allowed to open it; `voorbeelden` are addresses that tests walk, with real values
    in the place of each part. A page answers POST only when `schrijft`, and then only to who has `recht`; on a page
    that everyone may open, to who edits registers, or has another `schrijfrecht`.
    `api` are the addresses of the API that give what the page shows, with the parts of its own address in them.
    """

    pad: str
    titel: str
    inhoud: Inhoud
    menu: str = ""
    onder: str = ""
    volgorde: int = 50
    recht: str = PUBLIEK
    schrijft: bool = False
    voorbeelden: tuple[str, ...] = field(default=())
    schrijfrecht: str = ""
    api: tuple[str, ...] = ()

    def recht_voor(self, methode: str) -> str:
        """Return what one must be allowed for a request with this method."""
        if methode != "POST":
            return self.recht
        return self.schrijfrecht or (REGISTERS if self.recht == PUBLIEK else self.recht)


def paginas() -> Mapping[str, Pagina]:
    """Return every page by the name of its module, which is also the name of its address and template."""
    return {name: page for name, page in find_all("web.paginas", "PAGINA").items() if isinstance(page, Pagina)}


def adressen(pagina: Pagina, delen: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the addresses of the API for a page with these parts in its own address."""
    told = {name: quote(str(value), safe="") for name, value in delen.items()}
    return tuple(address.format(**told) for address in pagina.api)
