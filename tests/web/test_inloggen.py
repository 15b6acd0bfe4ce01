"""Getting in: a password that serves once, then one of one's own, then a second step; only then a role counts."""

import re
import time
from collections.abc import Callable

import pytest
from django.conf import settings
from django.core.cache import cache
from django.test import Client

from jeugdstelsel.access.logboek import logboek_van

EIGEN = "een-eigen-lang-wachtwoord"


@pytest.fixture(autouse=True)
def _vrij(django_app: None) -> None:
    """Every test begins without failed attempts."""
    cache.clear()


def account(naam: str, *rollen: str, organisatie: str = "") -> str:
    """Make an account and return its one-time password."""
    from jeugdstelsel.web.accounts import Opgave, maak

    return maak(naam, Opgave(rollen, organisatie), door="test")


def log_in(client: Client, naam: str, password: str) -> str:
    """Sign in with a password and return where one is sent."""
    answer = client.post("/inloggen/login/", {"login": naam, "password": password})
    return answer.headers.get("Location", answer.content.decode())


def code_of(secret: str, step: int = 0) -> str:
    """Return what the app on the phone shows now, or `step` times thirty seconds later."""
    from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value

    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + step))


def add_second_step(client: Client) -> str:
    """Connect an app and return its secret."""
    page = client.get("/inloggen/2fa/totp/activate/").content.decode()
    secret = re.search(r'class="eenmalig">([A-Z2-7]+)<', page)[1]
    answer = client.post("/inloggen/2fa/totp/activate/", {"code": code_of(secret)})
    assert answer.headers["Location"] == "/inloggen/2fa/recovery-codes/"
    return secret


def test_a_new_user_goes_from_one_time_password_to_own_password_to_second_step_to_work(bezoeker: Client) -> None:
    password = account("nieuweling", "redacteur", "beheerder")
    assert log_in(bezoeker, "nieuweling", password) == "/inloggen/password/change/"
    assert bezoeker.get("/gebruikers").status_code == 403
    new = {"oldpassword": password, "password1": EIGEN, "password2": EIGEN}
    assert bezoeker.post("/inloggen/password/change/", new).headers["Location"] == "/inloggen/2fa/totp/activate/"
    refused = bezoeker.get("/gebruikers")
    assert refused.status_code == 403
    assert "twee stappen" in refused.content.decode()
    secret = add_second_step(bezoeker)
    assert len(re.findall(r"<li><code>", bezoeker.get("/inloggen/2fa/recovery-codes/").content.decode())) == 10
    assert bezoeker.get("/gebruikers").status_code == 200
    assert bezoeker.post("/inloggen/logout/").status_code == 302
    assert bezoeker.get("/gebruikers").status_code == 403
    assert log_in(bezoeker, "nieuweling", EIGEN) == "/inloggen/2fa/authenticate/"
    assert bezoeker.get("/gebruikers").status_code == 403
    assert bezoeker.post("/inloggen/2fa/authenticate/", {"code": "000000"}).status_code == 200
    assert bezoeker.post("/inloggen/2fa/authenticate/", {"code": code_of(secret, 1)}).status_code == 302
    assert bezoeker.get("/gebruikers").status_code == 200


def test_a_one_time_password_that_is_too_old_lets_nobody_in(bezoeker: Client) -> None:
    from datetime import date, timedelta

    from jeugdstelsel.web.accounts import zoek

    password = account("laatkomer")
    profile = zoek("laatkomer")
    type(profile).objects.filter(pk=profile.pk).update(eenmalig_tot=date.today() - timedelta(days=1))
    answer = bezoeker.post("/inloggen/login/", {"login": "laatkomer", "password": password})
    assert answer.status_code == 403
    assert "verlopen" in answer.content.decode()


def test_after_five_wrong_passwords_even_the_right_one_must_wait(bezoeker: Client) -> None:
    password = account("doelwit")
    for _ in range(5):
        assert "horen niet bij elkaar" in log_in(bezoeker, "doelwit", "fout-fout-fout")
    assert "Wacht vijf minuten" in log_in(bezoeker, "doelwit", password)


def test_an_unknown_name_is_refused_in_the_same_words_and_not_written_in_the_log(bezoeker: Client) -> None:
    assert "horen niet bij elkaar" in log_in(bezoeker, "mijn-wachtwoord-per-ongeluk", "x")
    last = logboek_van(settings.WERKMAP).lees()[-1].gebeurtenis
    assert (last.gebruiker, last.handeling, last.uitkomst) == ("onbekend", "inloggen", "geweigerd (200)")


def test_a_weak_password_is_refused_in_dutch(als: Callable[..., Client], bezoeker: Client) -> None:
    password = account("zwak")
    log_in(bezoeker, "zwak", password)
    weak = {"oldpassword": password, "password1": "welkom", "password2": "welkom"}
    page = bezoeker.post("/inloggen/password/change/", weak).content.decode()
    assert "Gebruik minstens 12 tekens" in page


def test_a_secret_of_the_second_step_stands_enciphered_in_the_database(als: Callable[..., Client]) -> None:
    from allauth.mfa.models import Authenticator

    client = als("redacteur")
    assert client.get("/account").status_code == 200
    stored = Authenticator.objects.filter(type="totp").latest("pk").data["secret"]
    assert "JBSWY3DPEHPK3PXP" not in stored
    assert stored.startswith("gAAAA")


def test_a_long_session_ends_even_when_it_is_busy(als: Callable[..., Client]) -> None:
    client = als("beheerder")
    assert client.get("/gebruikers").status_code == 200
    session = client.session
    for record in session["account_authentication_methods"]:
        record["at"] -= 13 * 3600
    session.save()
    assert client.get("/gebruikers").status_code == 403


@pytest.mark.parametrize(
    "adres", ["signup", "email", "password/reset", "password/set", "confirm-email", "2fa/webauthn", "elders"]
)
def test_what_is_not_used_does_not_exist(bezoeker: Client, adres: str) -> None:
    assert bezoeker.get(f"/inloggen/{adres}/").status_code == 404
