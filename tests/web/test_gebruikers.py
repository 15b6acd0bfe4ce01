"""Giving out accounts on the website: who does it, what cannot be, and that two administrators do not collide."""

import re
import time
from collections.abc import Callable

import pytest
from django.test import Client

from jeugdstelsel.model import GebruikersFout

Als = Callable[..., Client]


def new_name() -> str:
    return f"nieuw{time.monotonic_ns()}"


def profile_of(naam: str):  # type: ignore[no-untyped-def]
    from jeugdstelsel.web.accounts import zoek

    return zoek(naam)


def make(client: Client, naam: str, **velden: object) -> str:
    """Fill in the form for a new account and return the page."""
    answer = client.post("/gebruikers", {"naam": naam, "reden": "nieuwe medewerker", **velden})
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.fixture
def account(als: Als) -> tuple[Client, str]:
    """An administrator and the name of an account that was just made."""
    client, naam = als("beheerder"), new_name()
    make(client, naam, rollen=["redacteur"])
    return client, naam


def test_a_new_account_gets_a_password_that_is_shown_once(als: Als) -> None:
    client, naam = als("beheerder"), new_name()
    page = make(client, naam, rollen=["gemeente"], organisatie="0363")
    password = re.search(r'class="eenmalig">([a-z0-9-]{24})<', page)[1]
    profile = profile_of(naam)
    assert (profile.rollen, profile.organisatie) == (["gemeente"], "gemeente Amsterdam (0363)")
    assert profile.eenmalig_tot is not None
    assert profile.gebruiker.check_password(password)
    assert password not in client.get("/gebruikers").content.decode()


@pytest.mark.parametrize(
    ("velden", "woord"),
    [
        ({"rollen": ["gemeente"]}, "hoort bij een organisatie"),
        ({"rollen": ["gemeente"], "organisatie": "9999"}, "bestaat niet"),
        ({"rollen": ["Rijk", "VNG"]}, "gaan niet samen"),
        ({"naam": "met spatie"}, "2 tot 50 tekens"),
        ({"reden": ""}, "verplicht"),
        ({"mail": "jansen bij voorbeeld"}, "geldig e-mailadres"),
    ],
)
def test_what_cannot_be_is_said_and_what_was_typed_is_kept(als: Als, velden: dict[str, object], woord: str) -> None:
    naam = new_name()
    page = make(als("beheerder"), **({"naam": naam} | velden))
    assert woord in page
    assert f'value="{velden.get("naam", naam)}"' in page
    with pytest.raises(GebruikersFout):
        profile_of(naam)


def test_a_name_is_given_once_whatever_its_capitals(account: tuple[Client, str]) -> None:
    client, naam = account
    assert "er is al een account" in make(client, naam.upper()).lower()


def test_saving_counts_as_looking_at_the_rights_again(account: tuple[Client, str]) -> None:
    from datetime import date

    client, naam = account
    profile = profile_of(naam)
    type(profile).objects.filter(pk=profile.pk).update(herzien_op=date(2020, 1, 1))
    assert "te laat" in client.get("/gebruikers").content.decode()
    velden = {"rollen": ["redacteur"], "actief": "on", "versie": profile.versie, "reden": "jaarlijks"}
    assert client.post(f"/gebruikers/{profile.pk}", velden).status_code == 302
    assert profile_of(naam).herzien_op == date.today()


def test_a_mail_address_is_kept_and_changing_it_is_told_in_the_log_without_the_address(als: Als) -> None:
    from django.conf import settings

    from jeugdstelsel.access.logboek import logboek_van
    from jeugdstelsel.web.accounts import Opgave, maak

    client, naam = als("beheerder"), new_name()
    make(client, naam, mail="jansen@voorbeeld.nl")
    profile = profile_of(naam)
    assert profile.gebruiker.email == "jansen@voorbeeld.nl"
    assert 'value="jansen@voorbeeld.nl"' in client.get(f"/gebruikers/{profile.pk}").content.decode()
    velden = {"actief": "on", "versie": profile.versie, "reden": "andere naam", "mail": "devries@voorbeeld.nl"}
    assert client.post(f"/gebruikers/{profile.pk}", velden).status_code == 302
    assert profile_of(naam).gebruiker.email == "devries@voorbeeld.nl"
    assert logboek_van(settings.WERKMAP).lees()[-1].gebeurtenis.object == f"account {naam}, ook het e-mailadres"
    with pytest.raises(GebruikersFout, match="e-mailadres klopt niet"):
        maak(new_name(), Opgave((), mail="jansen"), door="test")


def test_two_administrators_do_not_overwrite_each_other(account: tuple[Client, str], als: Als) -> None:
    first, naam = account
    profile = profile_of(naam)
    velden = {"actief": "on", "versie": profile.versie, "reden": "andere taak"}
    assert first.post(f"/gebruikers/{profile.pk}", velden | {"rollen": ["VNG"]}).status_code == 302
    answer = als("beheerder").post(f"/gebruikers/{profile.pk}", velden | {"rollen": ["Rijk"]})
    assert answer.status_code == 409
    assert re.search(r'value="Rijk"[^>]* checked', answer.content.decode())
    assert profile_of(naam).rollen == ["VNG"]


def test_an_administrator_does_not_change_the_own_account(als: Als) -> None:
    client = als("beheerder")
    own = profile_of_client(client)
    velden = {"rollen": ["beheerder", "redacteur"], "actief": "on", "versie": own.versie, "reden": "x"}
    answer = client.post(f"/gebruikers/{own.pk}", velden)
    assert answer.status_code == 400
    assert "eigen account" in answer.content.decode()
    assert profile_of(own.gebruiker.username).rollen == ["beheerder"]


def profile_of_client(client: Client):  # type: ignore[no-untyped-def]
    from jeugdstelsel.web.models import Profiel

    return Profiel.objects.get(gebruiker_id=client.session["_auth_user_id"])


def test_the_last_administrator_cannot_be_stopped(django_app: None) -> None:
    from django.contrib.auth.models import User

    from jeugdstelsel.web.accounts import Opgave, maak, wijzig

    User.objects.filter(groups__name="beheerder").update(is_active=False)
    naam = new_name()
    maak(naam, Opgave(("beheerder",)), door="test")
    profile = profile_of(naam)
    with pytest.raises(GebruikersFout, match="laatste beheerder"):
        wijzig(profile, Opgave(("beheerder",), actief=False), door="test", verwacht=profile.versie)
    maak(new_name(), Opgave(("beheerder",)), door="test")
    wijzig(profile, Opgave(("beheerder",), actief=False), door="test", verwacht=profile.versie)
    assert not profile_of(naam).gebruiker.is_active


def test_who_lost_a_telephone_gets_a_new_password_and_begins_again(als: Als) -> None:
    lost = als("redacteur")
    profile = profile_of_client(lost)
    answer = als("beheerder").post(
        f"/gebruikers/{profile.pk}", {"herstel": "ja", "versie": profile.versie, "reden": "telefoon kwijt"}
    )
    password = re.search(r'class="eenmalig">([a-z0-9-]{24})<', answer.content.decode())[1]
    assert "U bent niet ingelogd" in lost.get("/account").content.decode()
    fresh = Client()
    sent = fresh.post("/inloggen/login/", {"login": profile.gebruiker.username, "password": password})
    assert sent.headers["Location"] == "/inloggen/password/change/"


def test_an_account_that_does_not_exist_is_not_found(als: Als) -> None:
    assert als("beheerder").get("/gebruikers/999999").status_code == 404
