"""Every route with every role and with none: what is open follows from the right of the page, and from nothing else."""

import re
from collections.abc import Iterator
from functools import cache

import pytest
from django.test import Client
from django.urls import get_resolver
from django.urls.resolvers import URLPattern
from monitor import make_client

from jeugdstelsel.access.rollen import PUBLIEK, ROLLEN, rechten_van
from jeugdstelsel.web.pagina import Pagina, paginas

NIEMAND = "bezoeker"
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
    "mfa_index": (INLOGGEN, OPEN),
    "mfa_authenticate": (INLOGGEN, INLOGGEN),
    "mfa_reauthenticate": (INLOGGEN, OPEN),
    "mfa_activate_totp": (INLOGGEN, INLOGGEN),
    "mfa_deactivate_totp": (INLOGGEN, OPEN),
    "mfa_view_recovery_codes": (INLOGGEN, WEG),
    "mfa_generate_recovery_codes": (INLOGGEN, OPEN),
}
"""By address of signing in: what a visitor gets and what someone gets who is signed in with a second step."""


@cache
def client_of(wie: str) -> Client:
    """Return one client per role; signing in is slow."""
    if wie == NIEMAND:
        return Client(raise_request_exception=False)
    rol = wie if wie in ROLLEN else ""
    return make_client(rol, ORGANISATIE.get(rol, ""))


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


@pytest.mark.parametrize("wie", WIE)
@pytest.mark.parametrize("naam", paginas())
def test_a_page_opens_for_exactly_those_who_have_its_right(django_app: None, naam: str, wie: str) -> None:
    pagina = paginas()[naam]
    for address in addresses(pagina) if pagina.recht != PUBLIEK else addresses(pagina)[:1]:
        status = client_of(wie).get(address).status_code
        if pagina.recht not in rechten(wie):
            assert status == 403, address
        elif pagina.voorbeelden:
            assert status in (200, 302), address
        else:
            assert status in (200, 302, 404), address


@pytest.mark.parametrize("wie", WIE)
@pytest.mark.parametrize("naam", paginas())
def test_a_page_takes_changes_only_when_it_writes_and_only_from_those_who_may(
    django_app: None, naam: str, wie: str
) -> None:
    pagina = paginas()[naam]
    status = client_of(wie).post(addresses(pagina)[0]).status_code
    if not pagina.schrijft:
        assert status == 405
    elif pagina.recht_voor("POST") not in rechten(wie):
        assert status == 403
    else:
        assert status < 500 and status not in (401, 403, 405)


@pytest.mark.parametrize("naam", paginas())
def test_no_page_knows_another_method(django_app: None, naam: str) -> None:
    for method in ("put", "patch", "delete"):
        assert getattr(client_of("beheerder"), method)(addresses(paginas()[naam])[0]).status_code == 405


@pytest.mark.parametrize("naam", INLOG)
def test_an_address_of_signing_in_answers_as_the_table_says(django_app: None, naam: str) -> None:
    from django.urls import reverse

    visitor, signed_in = INLOG[naam]
    answer = Client(raise_request_exception=False).get(reverse(naam))
    assert answer.status_code == visitor
    if visitor == INLOGGEN and naam != "account_logout":
        assert answer.headers["Location"].startswith(NAAR_INLOGGEN)
    assert client_of("zonder rol").get(reverse(naam)).status_code == signed_in


@pytest.mark.parametrize("naam", [name for name, page in paginas().items() if page.recht != PUBLIEK])
def test_a_password_alone_opens_nothing_beyond_what_everyone_sees(django_app: None, naam: str) -> None:
    pagina = paginas()[naam]
    rol = next(rol for rol in ROLLEN if pagina.recht in ROLLEN[rol])
    answer = _half(rol).get(addresses(pagina)[0])
    assert answer.status_code == 403
    assert "twee stappen" in answer.content.decode()


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


@pytest.mark.parametrize("naam", [name for name, page in paginas().items() if page.schrijft])
def test_a_change_from_another_website_is_refused(django_app: None, naam: str) -> None:
    pagina = paginas()[naam]
    rol = next(rol for rol in ROLLEN if pagina.recht_voor("POST") in ROLLEN[rol])
    strict = Client(enforce_csrf_checks=True, raise_request_exception=False)
    strict.cookies = client_of(rol).cookies
    answer = strict.post(addresses(pagina)[0], {"reden": "x"})
    assert answer.status_code == 403
    assert "niet van deze website" in answer.content.decode()


@pytest.mark.parametrize("adres", ["/inloggen/login/", "/inloggen/logout/", "/inloggen/password/change/"])
def test_signing_in_and_out_need_a_form_of_this_website(django_app: None, adres: str) -> None:
    strict = Client(enforce_csrf_checks=True, raise_request_exception=False)
    strict.cookies = client_of("zonder rol").cookies
    assert strict.post(adres).status_code == 403


@pytest.mark.parametrize("wie", [NIEMAND, "redacteur", "Rijk", "beheerder"])
def test_every_form_that_changes_something_carries_its_token(django_app: None, wie: str) -> None:
    for pagina in paginas().values():
        address = addresses(pagina)[0]
        page = client_of(wie).get(address).content.decode(errors="replace")
        for form in re.findall(r"<form[^>]*method=\"post\".*?</form>", page, re.S | re.I):
            assert "csrfmiddlewaretoken" in form, address


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


@pytest.mark.parametrize("wie", WIE)
def test_the_api_is_open_for_reading_and_takes_no_change_from_anyone(django_app: None, wie: str) -> None:
    found = api_routes()
    assert len(found) > 5
    own_address = {
        "REMOTE_ADDR": f"198.51.100.{WIE.index(wie)}"
    }  # so that one role does not use up the rate of another
    for address in found:
        assert client_of(wie).get(address, **own_address).status_code not in (401, 403, 500), address
        for method in ("post", "put", "patch", "delete"):
            status = getattr(client_of(wie), method)(address, **own_address).status_code
            assert status in (404, 405), f"{method} {address}"
