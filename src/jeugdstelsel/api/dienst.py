"""The API itself: every resource registered once, errors in one form, and its OpenAPI description."""

import json
from collections.abc import Callable, Mapping
from copy import deepcopy
from functools import cache, wraps
from typing import Any, get_type_hints

from django.conf import settings
from django.http import Http404, HttpRequest, JsonResponse
from ninja import NinjaAPI
from ninja.errors import ValidationError

from jeugdstelsel.api.instellingen import VERSIE
from jeugdstelsel.api.pad import Pad, paden
from jeugdstelsel.api.probleem import ANDERS, SOORT, TITELS, UITLEG, probleem, van_fout, van_vraag
from jeugdstelsel.model import Fout, GebruikersFout
from jeugdstelsel.publish.dcat import Catalogus
from jeugdstelsel.services.release import read_catalogus

OMSCHRIJVING = (
    "De gepubliceerde cijfers en registers van de monitor van het jeugdstelsel: dezelfde als op de pagina's en in de "
    "open data. Wat geheim, onbekend of nog niet gedefinieerd is, heeft geen waarde en zegt dat in 'toestand'; het is "
    "nooit 0. Wijzigingen staan in het wijzigingenlogboek van het programma; een versie die vervalt, blijft nog ten "
    "minste een jaar bestaan."
)
PROBLEEM = {
    "type": "object",
    "title": "Probleem",
    "description": "Wat er misging, naar RFC 9457.",
    "required": ["status", "title", "detail"],
    "properties": {
        "status": {"type": "integer", "description": "De HTTP-status."},
        "title": {"type": "string", "description": "Wat er misging, in het kort."},
        "detail": {"type": "string", "description": "Wat er misging en wat u kunt doen."},
    },
}
KOP_VERSIE = {"description": "Versie van de API.", "schema": {"type": "string", "examples": [VERSIE]}}
KOP_WACHT = {"description": "Na hoeveel seconden het weer kan.", "schema": {"type": "integer"}}


def maak_api() -> NinjaAPI:
    """Return the API with every resource in it."""
    api = NinjaAPI(
        title="Monitor jeugdstelsel", version=VERSIE, description=OMSCHRIJVING, openapi_url=None, urls_namespace="v1"
    )
    for found in paden().values():
        api.get(
            found.pad, response=found.antwoord or Any, by_alias=True, operation_id=found.naam, url_name=found.naam,
            summary=found.titel, description=found.uitleg, tags=[found.groep],
        )(_streng(found))  # fmt: skip
    api.add_exception_handler(Fout, van_fout)
    api.add_exception_handler(ValidationError, lambda request, error: van_vraag(request, error, meer=_vreemd(request)))
    api.add_exception_handler(Http404, lambda request, error: probleem(404, str(error)))
    return api


def _streng(pad: Pad) -> Callable[..., Any]:
    """Return what answers a resource, after refusing parameters that it does not know."""

    @wraps(pad.inhoud)
    def answer(request: HttpRequest, **delen: Any) -> Any:
        if strange := _vreemd(request):
            raise GebruikersFout(strange)
        return pad.inhoud(request, **delen)

    return answer


def _vreemd(request: HttpRequest) -> str:
    """Return which parameters the resource that is asked for does not know, and those it does; empty when none."""
    known = _bekend(request.resolver_match.url_name)
    strange = [f"'{name[:40]}'" for name in sorted(set(request.GET) - set(known))]
    if not strange:
        return ""
    choices = f"Kies uit: {', '.join(known)}." if known else "Dit adres heeft geen parameters."
    if len(strange) == 1:
        return f"De parameter {strange[0]} bestaat niet. {choices}"
    return f"De parameters {', '.join(strange)} bestaan niet. {choices}"


@cache
def _bekend(naam: str) -> tuple[str, ...]:
    """Return the parameters of a resource, in order."""
    pad = next(each for each in paden().values() if each.naam == naam)
    forms = [kind for kind in get_type_hints(pad.inhoud).values() if hasattr(kind, "model_fields")]
    return tuple(sorted(field.alias or name for form in forms for name, field in form.model_fields.items()))


API = maak_api()


def openapi(request: HttpRequest) -> JsonResponse:
    """Return the description of the API, open to everyone."""
    if request.method != "GET":
        return probleem(405)
    whole, contact = _beschrijving(), _contact(request, read_catalogus(settings.WERKMAP))
    here = {
        "info": {**whole["info"], "contact": contact},
        "servers": [{"url": request.build_absolute_uri("/v1"), "description": "Deze monitor"}],
    }
    return JsonResponse({**whole, **here}, json_dumps_params={"ensure_ascii": False})


def _contact(request: HttpRequest, catalogus: Catalogus) -> dict[str, str]:
    """Return who answers questions, as the holder set it."""
    site = catalogus.website or request.build_absolute_uri("/over")
    return {"name": catalogus.contact, "url": site} | ({"email": catalogus.email} if catalogus.email else {})


@cache
def _beschrijving() -> Mapping[str, Any]:
    """Return all of the description that does not depend on who asks, without forms that nothing refers to."""
    whole = deepcopy(dict(API.get_openapi_schema(path_prefix="")))
    whole["info"] |= {
        "license": {"name": "CC BY 4.0", "identifier": "CC-BY-4.0"},
        "summary": "Gepubliceerde cijfers over jeugdhulp en hun definities.",
    }
    whole["tags"] = [{"name": name} for name in sorted({found.groep for found in paden().values()})]
    whole["components"]["schemas"]["Probleem"] = PROBLEEM
    for address, methods in whole["paths"].items():
        _maak_af(methods["get"], paden()[address])
    text, forms = json.dumps(whole), whole["components"]["schemas"]
    whole["components"]["schemas"] = {name: forms[name] for name in forms if f'/schemas/{name}"' in text}
    return whole


def _maak_af(operation: dict[str, Any], pad: Pad) -> None:
    """Add to an operation what holds for all: the header with the version, and the errors."""
    ok = operation["responses"].pop(200)
    if pad.antwoord is None:
        ok["content"] = {kind.partition(";")[0]: {} for kind in pad.mediatypen}
    if pad.voorbeelden:
        operation["description"] += f" Voorbeeld: /v1{pad.voorbeelden[0]}"
    ok["description"] = pad.titel
    operation["responses"] = {
        "200": ok | {"headers": {"API-Version": KOP_VERSIE}},
        **{str(status): _fout(status) for status in (400, 404, 406, 415, 429, 500)},
    }


def _fout(status: int) -> dict[str, Any]:
    headers = {"API-Version": KOP_VERSIE} | ({"Retry-After": KOP_WACHT} if status == 429 else {})
    content = {SOORT: {"schema": {"$ref": "#/components/schemas/Probleem"}}}
    text = UITLEG.get(status, ANDERS if status == 500 else TITELS[status])
    return {"description": text, "headers": headers, "content": content}
