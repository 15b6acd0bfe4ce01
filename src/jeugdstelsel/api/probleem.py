"""Errors as programs read them: application/problem+json with status, title and a detail in Dutch."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.http import HttpRequest, JsonResponse

from jeugdstelsel.model import Fout

SOORT = "application/problem+json"
TITELS = {
    400: "Deze vraag klopt niet",
    403: "Dit mag u niet zien",
    404: "Dit bestaat niet",
    405: "Dat kan hier niet",
    406: "In deze vorm is dit er niet",
    415: "Een vraag heeft hier geen inhoud",
    429: "U vraagt te snel",
    500: "Er ging iets mis",
}
UITLEG = {
    400: "De vraag is niet te lezen. Wat u kunt vragen, staat in /v1/openapi.json.",
    404: "Er staat niets op dit adres. Wat er wel is, staat in /v1/openapi.json. Een adres eindigt niet op een streep.",
    405: "Deze API geeft alleen cijfers: gebruik GET.",
    406: "De header Accept vraagt een andere vorm dan dit adres geeft.",
    415: "Deze API leest niets uit de inhoud van een vraag. Zet wat u vraagt in het adres en laat de inhoud leeg.",
}
ANDERS = "De fout ligt bij ons. Probeer het later opnieuw."


def probleem(status: int, detail: str = "") -> JsonResponse:
    """Return the answer for an error; without `detail` the sentence that goes with the status."""
    told = detail or UITLEG.get(status, ANDERS)
    body = {"status": status, "title": TITELS.get(status, TITELS[500]), "detail": told[:1].upper() + told[1:]}
    return JsonResponse(body, status=status, content_type=SOORT, json_dumps_params={"ensure_ascii": False})


def van_fout(request: HttpRequest, error: Fout) -> JsonResponse:
    """Return the answer for an error of the family, which has its own status and sentence."""
    return probleem(error.http_status, str(error))


def van_vraag(request: HttpRequest, error: Any, *, meer: str = "") -> JsonResponse:
    """Return the answer for parameters that do not fit: 400 with a sentence for each, and what else is wrong."""
    return probleem(400, " ".join([*(_zin(each) for each in error.errors), *filter(None, [meer])]))


def _zin(error: Mapping[str, Any]) -> str:
    """Return what is wrong with one parameter; what was given is not repeated beyond forty characters."""
    name, given = error["loc"][-1], str(error.get("input", ""))[:40]
    say = _ZINNEN.get(error["type"])
    return f"'{name}' {say(error.get('ctx', {}))}" if say else f"'{name}' kan niet '{given}' zijn."


def kies_uit(keuzen: Iterable[str]) -> str:
    """Return the end of a sentence about a wrong choice."""
    return f"heeft een waarde die niet bestaat. Kies uit: {', '.join(keuzen)}."


_ZINNEN: Mapping[str, Callable[[Mapping[str, Any]], str]] = {
    "missing": lambda _: "ontbreekt. Geef het op.",
    "literal_error": lambda ctx: kies_uit([str(ctx["expected"]).replace("'", "").replace(" or ", ", ")]),
    "int_parsing": lambda _: "hoort een geheel getal te zijn.",
    "date_from_datetime_parsing": lambda _: "hoort een datum te zijn, zoals 2026-01-31.",
    "date_parsing": lambda _: "hoort een datum te zijn, zoals 2026-01-31.",
    "greater_than_equal": lambda ctx: f"hoort ten minste {ctx['ge']} te zijn.",
    "less_than_equal": lambda ctx: f"hoort ten hoogste {ctx['le']} te zijn.",
    "string_too_short": lambda ctx: f"hoort ten minste {ctx['min_length']} teken te hebben.",
    "string_too_long": lambda ctx: f"hoort ten hoogste {ctx['max_length']} tekens te hebben.",
}
