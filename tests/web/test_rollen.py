"""Every route with every role and with none: what is open follows from the right of the page, and from nothing else."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import product
from types import ModuleType

import pytest
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import get_resolver
from django.urls.resolvers import URLPattern
from monitor import make_client
from sessie import keep_signed_in

from jeugdstelsel.access.rollen import PUBLIEK, ROLLEN, rechten_van
from jeugdstelsel.web.pagina import Pagina, paginas

NIEMAND = "bezoeker"
ALLES = "iedereen in één"
BINNEN = b"binnen"
ORGANISATIE = {"gemeente": "0363", "regio": "JZ24", "aanbieder": "01000001"}
WIE = [NIEMAND, "zonder rol", *ROLLEN]
VOORBEELD = {"int": "1", "str": "x", "slug": "x", "path": "x"}
OPEN, INLOGGEN, NAAR_INLOGGEN, WEG = 200, 302, "/inloggen/login/", 404
INLOG = {
    "account_login": (OPEN, INLOGGEN),
    "account_logout": (INLOGGEN, OPEN),
    "account_inactive": (OPEN, OPEN),
    "account_reauthenticate": (INLOGGEN, OPEN),
    "account_change_password": (INLOGGEN, OPEN),
    "account_reset_password": (OPEN, OPEN),
    "account_reset_password_done": (OPEN, OPEN),
    "account_reset_password_from_key": (WEG, WEG),
    "account_reset_password_from_key_done": (OPEN, OPEN),
    "mfa_index": (INLOGGEN, OPEN),
    "mfa_authenticate": (INLOGGEN, INLOGGEN),
    "mfa_reauthenticate": (INLOGGEN, OPEN),
    "mfa_activate_totp": (INLOGGEN, INLOGGEN),
    "mfa_deactivate_totp": (INLOGGEN, OPEN),
    "mfa_view_recovery_codes": (INLOGGEN, WEG),
    "mfa_generate_recovery_codes": (INLOGGEN, OPEN),
    "mfa_list_webauthn": (INLOGGEN, OPEN),
    "mfa_add_webauthn": (INLOGGEN, OPEN),
    "mfa_remove_webauthn": (INLOGGEN, WEG),
    "mfa_reauthenticate_webauthn": (INLOGGEN, INLOGGEN),
}
DELEN = {
    "account_reset_password_from_key": {"uidb36": "1", "key": "abc-def"},
    "mfa_remove_webauthn": {"pk": 999_999},
}
"""By address of signing in: what a visitor gets and what someone gets who is signed in with a second step."""


@cache
def client_of(wie: str) -> Client:
    """Return one client per role; signing in is slow."""
    if wie == NIEMAND:
        return Client(raise_request_exception=False)
    if wie == ALLES:
        return with_every_role()
    rol = wie if wie in ROLLEN else ""
    return make_client(rol, ORGANISATIE.get(rol, ""))


def with_every_role() -> Client:
    """Return a client that no administrator could make: it sees each page with all that anyone could see on it."""
    from django.contrib.auth.models import Group, User

    client = make_client("gemeente", ORGANISATIE["gemeente"])
    User.objects.get(pk=client.session["_auth_user_id"]).groups.set(Group.objects.all())
    keep_signed_in(client)
    return client


def rechten(wie: str) -> frozenset[str]:
    return rechten_van([wie])


def addresses(pagina: Pagina) -> tuple[str, ...]:
    """Return the examples of a page, or its address with something in the place of each part."""
    made = "/" + re.sub(r"<(\w+):\w+>", lambda part: VOORBEELD[part[1]], pagina.pad)
    return pagina.voorbeelden or (made,)


def routes(patterns: list[object], before: str = "") -> Iterator[tuple[str, str]]:
    """Yield the path and the name of everything that can be asked for."""
    for pattern in patterns:
        path = before + str(pattern.pattern)  # type: ignore[attr-defined]
        if isinstance(pattern, URLPattern):
            yield path, pattern.name or ""
        else:
            yield from routes(pattern.url_patterns, path)  # type: ignore[attr-defined]


def test_there_is_no_route_that_this_test_does_not_know(django_app: None) -> None:
    known = {*paginas(), *INLOG}
    unknown = {path for path, name in routes(get_resolver().url_patterns) if name not in known}
    assert {path for path in unknown if not path.startswith("v1/")} == set()


@pytest.fixture(scope="module")
def lege_bladen(django_app: None) -> ModuleType:
    """Every address with its own decision, and pages that answer at once: what they show does not matter here."""
    from jeugdstelsel.web import adressen

    made = ModuleType("lege_bladen")
    made.__dict__.update(adressen.__dict__)
    empty = {naam: replace(pagina, inhoud=_binnen) for naam, pagina in paginas().items()}
    made.urlpatterns = adressen.adressen(empty)  # type: ignore[attr-defined]
    return made


@pytest.mark.parametrize("wie", WIE)
def test_a_page_opens_and_takes_changes_for_exactly_those_who_may(
    lege_bladen: ModuleType, monkeypatch: pytest.MonkeyPatch, wie: str
) -> None:
    client = client_of(wie)
    monkeypatch.setattr(settings, "ROOT_URLCONF", lege_bladen)
    wrong = []
    for naam, pagina in paginas().items():
        address = addresses(pagina)[0]
        for method in ("GET", "POST"):
            answer = client.generic(method, address)
            got = answer.status_code, answer.content == BINNEN
            if got != expected(pagina, method, wie):
                wrong.append((naam, method, got))
    assert not wrong, wrong


def _binnen(request: HttpRequest, **delen: str) -> HttpResponse:
    return HttpResponse(BINNEN)


def expected(pagina: Pagina, method: str, wie: str) -> tuple[int, bool]:
    """Return the status, and whether one gets to see what is inside."""
    if method == "POST" and not pagina.schrijft:
        return 405, False
    return (200, True) if pagina.recht_voor(method) in rechten(wie) else (403, False)


def test_no_page_knows_another_method(lege_bladen: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    client = client_of(ALLES)
    monkeypatch.setattr(settings, "ROOT_URLCONF", lege_bladen)
    asked = [(method, addresses(pagina)[0]) for pagina in paginas().values() for method in ("PUT", "PATCH", "DELETE")]
    assert [one for one in asked if client.generic(*one).status_code != 405] == []


def test_a_page_opens_for_who_has_every_right_and_each_form_that_changes_something_carries_its_token(
    django_app: None,
) -> None:
    wrong = []
    for pagina in paginas().values():
        found = addresses(pagina) if pagina.recht != PUBLIEK else addresses(pagina)[:1]
        for address in found:
            answer = client_of(ALLES).get(address)
            allowed = (200, 302) if pagina.voorbeelden else (200, 302, 404)
            if answer.status_code not in allowed or tokenless(answer.content.decode(errors="replace")):
                wrong.append((address, answer.status_code))
    assert not wrong, wrong


def tokenless(page: str) -> list[str]:
    """Return the forms of a page that change something and that another website could send too."""
    forms = re.findall(r"<form[^>]*method=\"post\".*?</form>", page, re.S | re.I)
    return [form for form in forms if "csrfmiddlewaretoken" not in form]


def test_closed_pages_open_for_each_role_that_has_their_right(django_app: None) -> None:
    wrong = []
    for wie, pagina in product(ROLLEN, paginas().values()):
        if pagina.recht == PUBLIEK or pagina.recht not in rechten(wie):
            continue
        for address in addresses(pagina):
            status = client_of(wie).get(address).status_code
            if status not in ((200, 302) if pagina.voorbeelden else (200, 302, 404)):
                wrong.append((wie, address, status))
    assert not wrong, wrong


def test_an_empty_form_is_answered_and_never_a_fault_of_the_program(django_app: None) -> None:
    wrong = []
    for wie, pagina in product(ROLLEN, paginas().values()):
        if pagina.schrijft and pagina.recht_voor("POST") in rechten(wie):
            answer = client_of(wie).post(addresses(pagina)[0])
            # a page may refuse what is of another party; it may not say that the right is missing
            without_right = answer.status_code == 403 and "is het recht" in answer.content.decode()
            if answer.status_code >= 500 or answer.status_code in (401, 405) or without_right:
                wrong.append((wie, addresses(pagina)[0], answer.status_code))
    assert not wrong, wrong


@pytest.mark.parametrize("naam", INLOG)
def test_an_address_of_signing_in_answers_as_the_table_says(django_app: None, naam: str) -> None:
    from django.urls import reverse

    visitor, signed_in = INLOG[naam]
    address = reverse(naam, kwargs=DELEN.get(naam))
    answer = Client(raise_request_exception=False).get(address)
    assert answer.status_code == visitor
    if visitor == INLOGGEN and naam != "account_logout":
        assert answer.headers["Location"].startswith(NAAR_INLOGGEN)
    assert client_of("zonder rol").get(address).status_code == signed_in


def test_a_password_alone_opens_nothing_beyond_what_everyone_sees(django_app: None) -> None:
    wrong = []
    for pagina in paginas().values():
        if pagina.recht != PUBLIEK:
            rol = next(rol for rol in ROLLEN if pagina.recht in ROLLEN[rol])
            answer = _half(rol).get(addresses(pagina)[0])
            if answer.status_code != 403 or "twee stappen" not in answer.content.decode():
                wrong.append(addresses(pagina)[0])
    assert not wrong, wrong


@cache
def _half(rol: str) -> Client:
    return make_client(rol, ORGANISATIE.get(rol, ""), tweede_stap=False)


def test_a_stopped_account_loses_its_rights_at_once(django_app: None) -> None:
    from django.contrib.auth.models import User

    client = make_client("beheerder")
    assert client.get("/gebruikers").status_code == 200
    User.objects.filter(pk=client.session["_auth_user_id"]).update(is_active=False)
    assert client.get("/gebruikers").status_code == 403


def test_an_account_that_was_not_given_out_has_no_rights_whatever_its_groups(django_app: None) -> None:
    client = make_client("beheerder")
    from jeugdstelsel.web.models import Profiel

    Profiel.objects.filter(gebruiker_id=client.session["_auth_user_id"]).delete()
    assert client.get("/gebruikers").status_code == 403


def test_a_change_from_another_website_is_refused(django_app: None) -> None:
    strict = Client(enforce_csrf_checks=True, raise_request_exception=False)
    strict.cookies = client_of(ALLES).cookies
    writing = [addresses(pagina)[0] for pagina in paginas().values() if pagina.schrijft]
    answers = {address: strict.post(address, {"reden": "x"}) for address in writing}
    assert {a for a, answer in answers.items() if answer.status_code != 403} == set()
    assert {a for a, answer in answers.items() if "niet van deze website" not in answer.content.decode()} == set()


@pytest.mark.parametrize("adres", ["/inloggen/login/", "/inloggen/logout/", "/inloggen/password/change/"])
def test_signing_in_and_out_need_a_form_of_this_website(django_app: None, adres: str) -> None:
    strict = Client(enforce_csrf_checks=True, raise_request_exception=False)
    strict.cookies = client_of("zonder rol").cookies
    assert strict.post(adres).status_code == 403


def test_the_menu_shows_only_what_one_may_open(django_app: None) -> None:
    assert "/gebruikers" not in client_of(NIEMAND).get("/over").content.decode()
    assert "/gebruikers" in client_of("beheerder").get("/over").content.decode()
    assert "/logboek" not in client_of("beheerder").get("/over").content.decode()


def test_what_is_made_for_someone_who_is_signed_in_is_kept_nowhere(django_app: None) -> None:
    assert client_of("beheerder").get("/gebruikers").headers["Cache-Control"] == "private, no-store"
    cookie = client_of("beheerder").cookies["sessie"]
    assert cookie["samesite"] == "Lax"
    assert cookie["httponly"]


def api_routes() -> list[str]:
    """Return every address of the API, with something in the place of each part."""
    paths = [path for path, _ in routes(get_resolver().url_patterns) if path.startswith("v1/")]
    return sorted({"/" + re.sub(r"<(?:(\w+):)?\w+>", lambda part: VOORBEELD[part[1] or "str"], path) for path in paths})


@pytest.mark.parametrize("wie", [NIEMAND, ALLES])
def test_the_api_is_open_for_reading_whoever_asks(django_app: None, wie: str) -> None:
    found = api_routes()
    assert len(found) > 5
    answers = {address: client_of(wie).get(address, REMOTE_ADDR=own_address(wie)).status_code for address in found}
    assert {address for address, status in answers.items() if status in (401, 403, 429, 500)} == set()


def test_the_api_takes_no_change_from_anyone(django_app: None) -> None:
    asked = [(NIEMAND, "POST")] + [(ALLES, method) for method in ("POST", "PUT", "PATCH", "DELETE")]
    wrong = []
    for (wie, method), address in product(asked, api_routes()):
        status = client_of(wie).generic(method, address, REMOTE_ADDR=own_address(wie)).status_code
        if status not in (404, 405):
            wrong.append((wie, method, address, status))
    assert not wrong, wrong


def own_address(wie: str) -> str:
    """Return an address on the internet of one's own, so that no role uses up the rate of another."""
    return f"198.51.100.{[*WIE, ALLES].index(wie)}"
