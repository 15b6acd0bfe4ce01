"""Getting in: a password that serves once, then one of one's own, then a second step; only then a role counts."""

import os
import re
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core import mail
from django.core.cache import cache
from django.core.mail import EmailMessage
from django.db import transaction
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
    answer = client.get("/gebruikers")
    assert (answer.status_code, "twaalf uur geleden" in answer.content.decode()) == (403, True)
    assert "U bent niet ingelogd" in client.get("/account").content.decode()
    said = logboek_van(settings.WERKMAP).lees()[-2].gebeurtenis
    assert (said.rol, said.handeling, "twaalf uur" in said.reden) == ("beheerder", "uitloggen door de website", True)


def test_who_gets_other_rights_is_signed_out_everywhere_and_who_keeps_them_is_not(als: Callable[..., Client]) -> None:
    from jeugdstelsel.web.accounts import Opgave, wijzig
    from jeugdstelsel.web.models import Profiel

    for same, opgave in (
        (True, Opgave(("gemeente",), "0363")),
        (False, Opgave(("gemeente",), "0344")),
        (False, Opgave((), "0363")),
        (False, Opgave(("gemeente",), "0363", actief=False)),
    ):
        client = als("gemeente", "0363")
        profile = Profiel.objects.get(gebruiker_id=client.session["_auth_user_id"])
        wijzig(profile, opgave, door="iemand", verwacht=profile.versie)
        page = client.get("/account").content.decode()
        assert ("U bent niet ingelogd" not in page) == same, opgave
        if opgave.actief and not same:
            assert "de beheerder heeft uw rechten gewijzigd" in page


def test_after_signing_out_the_cookie_of_the_session_opens_nothing(als: Callable[..., Client]) -> None:
    client, thief = als("beheerder"), Client()
    thief.cookies["sessie"] = client.cookies["sessie"].value
    assert thief.get("/gebruikers").status_code == 200
    client.get("/inloggen/logout/")
    assert client.get("/gebruikers").status_code == 200  # a link of another website signs nobody out
    client.post("/inloggen/logout/")
    assert thief.get("/gebruikers").status_code == 403


def test_signing_in_gives_another_session_and_another_password_ends_the_others(bezoeker: Client) -> None:
    password = account("wisselaar")
    other = Client()
    before = bezoeker.get("/inloggen/login/").wsgi_request.session.session_key
    assert log_in(bezoeker, "wisselaar", password) == "/inloggen/password/change/"
    log_in(other, "wisselaar", password)
    assert bezoeker.session.session_key not in (None, before, other.session.session_key)
    new = {"oldpassword": password, "password1": EIGEN, "password2": EIGEN}
    assert bezoeker.post("/inloggen/password/change/", new).status_code == 302
    assert "wisselaar" in bezoeker.get("/account").content.decode()
    assert "U bent niet ingelogd" in other.get("/account").content.decode()


def test_after_five_wrong_codes_even_the_right_one_must_wait(als: Callable[..., Client], bezoeker: Client) -> None:
    user = with_mail(als, "")
    log_in(bezoeker, user.username, EIGEN)
    for _ in range(5):
        assert bezoeker.post("/inloggen/2fa/authenticate/", {"code": "000000"}).status_code == 200
    answer = bezoeker.post("/inloggen/2fa/authenticate/", {"code": code_of("JBSWY3DPEHPK3PXP")})
    assert "Wacht vijf minuten" in answer.content.decode()


def test_a_code_works_once(als: Callable[..., Client]) -> None:
    user, code = with_mail(als, ""), code_of("JBSWY3DPEHPK3PXP")
    answers = []
    for client in (Client(), Client()):
        log_in(client, user.username, EIGEN)
        answers.append(client.post("/inloggen/2fa/authenticate/", {"code": code}).status_code)
    assert answers == [302, 200]


def test_guessing_at_many_names_does_not_push_out_what_was_counted(bezoeker: Client) -> None:
    password = account("standvastig")
    for _ in range(5):
        log_in(bezoeker, "standvastig", "fout-fout-fout")
    with transaction.atomic():
        for number in range(400):  # Django keeps three hundred unless told otherwise
            cache.set(f"ander:{number}", [time.time()], 300)
    assert "Wacht vijf minuten" in log_in(bezoeker, "standvastig", password)


ACHTER_HTTPS = """
import django
django.setup()
from django.conf import settings
from django.test import Client
client = Client(HTTP_HOST="monitor.voorbeeld.nl")
print(client.get("/over").headers["Location"])
page = client.get("/over", HTTP_X_FORWARDED_PROTO="https")
print(page.status_code, page.headers["Strict-Transport-Security"])
for cookie in ("SESSION", "CSRF"):
    print(*(getattr(settings, f"{cookie}_COOKIE_{part}") for part in ("NAME", "SECURE", "HTTPONLY", "SAMESITE", "PATH", "DOMAIN")))
print(settings.SESSION_COOKIE_AGE, settings.SESSION_SAVE_EVERY_REQUEST)
"""


def test_behind_https_cookies_are_strict_and_the_browser_is_told_to_stay_there(tmp_path: Path) -> None:
    env = {name: value for name, value in os.environ.items() if not name.startswith("JEUGDSTELSEL_")} | {
        "DJANGO_SETTINGS_MODULE": "jeugdstelsel.web.instellingen", "JEUGDSTELSEL_WERKMAP": str(tmp_path),
        "JEUGDSTELSEL_HTTPS": "ja", "JEUGDSTELSEL_PROXYS": "1", "JEUGDSTELSEL_HOSTS": "monitor.voorbeeld.nl",
    }  # fmt: skip
    done = subprocess.run([sys.executable, "-c", ACHTER_HTTPS], env=env, capture_output=True, text=True, timeout=240)
    assert done.stdout.splitlines() == [
        "https://monitor.voorbeeld.nl/over", "200 max-age=31536000", "__Host-sessie True True Lax / None",
        "__Host-csrf True True Lax / None", "1800 True",
    ], done.stderr  # fmt: skip


@pytest.mark.parametrize(
    "adres",
    ["signup", "email", "password/reset/key/1-abc-def", "password/set", "confirm-email", "2fa/webauthn", "elders"],
)
def test_what_is_not_used_does_not_exist(bezoeker: Client, adres: str) -> None:
    assert bezoeker.get(f"/inloggen/{adres}/").status_code == 404


KWIJT = "/inloggen/password/reset/"


@pytest.fixture
def post(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], list[EmailMessage]]:
    """This installation has a mail server; gives what was sent, waiting for as many letters as are expected."""
    monkeypatch.setattr(settings, "EMAIL_BACKEND", "django.core.mail.backends.locmem.EmailBackend")
    monkeypatch.setattr(settings, "MAIL_AAN", True)
    outbox: list[EmailMessage] = []
    monkeypatch.setattr(mail, "outbox", outbox, raising=False)

    def sent(expected: int) -> list[EmailMessage]:
        for _ in range(100):
            if len(outbox) >= expected and threading.active_count() == before:
                break
            time.sleep(0.02)
        return outbox

    before = threading.active_count()
    return sent


def with_mail(als: Callable[..., Client], address: str, **others: bool) -> Any:
    """Return an account with a mail address, with a second step unless told otherwise."""
    user = get_user_model().objects.get(pk=als("redacteur", **others).session["_auth_user_id"])
    user.email = address
    user.set_password(EIGEN)
    user.save()
    return user


def lines_since(number: int) -> list[str]:
    lines = logboek_van(settings.WERKMAP).lees()
    return [f"{line.gebeurtenis}" for line in lines if line.nummer > number]


def test_a_forgotten_password_is_replaced_by_mail_and_the_second_step_is_still_asked_for(
    als: Callable[..., Client], bezoeker: Client, post: Callable[[int], list[EmailMessage]]
) -> None:
    user = with_mail(als, "jansen@voorbeeld.nl")
    elsewhere = Client()
    log_in(elsewhere, user.username, EIGEN)
    elsewhere.post("/inloggen/2fa/authenticate/", {"code": code_of("JBSWY3DPEHPK3PXP")})
    assert user.username in elsewhere.get("/account").content.decode()
    before = logboek_van(settings.WERKMAP).controleer().regels
    answer = bezoeker.post(KWIJT, {"email": "Jansen@voorbeeld.nl"})
    assert answer.headers["Location"] == f"{KWIJT}done/"
    (letter,) = post(1)
    assert letter.to == ["jansen@voorbeeld.nl"]
    assert user.username in letter.body
    link = re.search(r"http://testserver(/\S+)", letter.body)[1]
    form = bezoeker.get(link).headers["Location"]
    page = bezoeker.get(form).content.decode()
    assert "Kies een nieuw wachtwoord" in page
    weak = bezoeker.post(form, {"password1": "kort", "password2": "kort"}).content.decode()
    assert "Gebruik minstens 12 tekens" in weak
    new = "een-heel-ander-wachtwoord"
    assert bezoeker.post(form, {"password1": new, "password2": new}).status_code == 302
    assert "werkt niet meer" in Client().get(link).content.decode()
    assert "U bent niet ingelogd" in elsewhere.get("/account").content.decode()
    assert "horen niet bij elkaar" in log_in(Client(), user.username, EIGEN)
    assert log_in(bezoeker, user.username, new) == "/inloggen/2fa/authenticate/"
    lines = lines_since(before)
    assert "nieuw wachtwoord vragen via mail" in lines[0] and f"account {user.username}" in lines[0]
    assert "nieuw wachtwoord kiezen via mail" in lines[2] and "gelukt (302)" in lines[2]
    key = link.rstrip("/").rsplit("-", 1)[1]
    assert not [line for line in lines if key in line or "jansen@voorbeeld" in line]


def test_who_asks_for_a_new_password_cannot_tell_whether_there_is_an_account(
    als: Callable[..., Client], post: Callable[[int], list[EmailMessage]]
) -> None:
    with_mail(als, "een@voorbeeld.nl")
    with_mail(als, "zonder.tweede.stap@voorbeeld.nl", tweede_stap=False)
    stopped = with_mail(als, "gestopt@voorbeeld.nl")
    get_user_model().objects.filter(pk=stopped.pk).update(is_active=False)
    one_time = with_mail(als, "eenmalig@voorbeeld.nl")
    type(one_time.profiel).objects.filter(pk=one_time.profiel.pk).update(eenmalig_tot=date.today())
    names = ("een", "zonder.tweede.stap", "gestopt", "eenmalig", "onbekend")
    answers = [Client().post(KWIJT, {"email": f"{name}@voorbeeld.nl"}) for name in names]
    assert {(a.status_code, a.headers["Location"], a.content) for a in answers} == {(302, f"{KWIJT}done/", b"")}
    assert [letter.to for letter in post(1)] == [["een@voorbeeld.nl"]]


def test_asking_for_mail_again_and_again_is_refused_whether_or_not_there_is_an_account(
    als: Callable[..., Client], post: Callable[[int], list[EmailMessage]]
) -> None:
    with_mail(als, "vaak@voorbeeld.nl")
    for address in ("vaak@voorbeeld.nl", "niemand@voorbeeld.nl"):
        got = [Client().post(KWIJT, {"email": address}) for _ in range(4)]
        assert [answer.status_code for answer in got] == [302, 302, 302, 429]
        assert "U vraagt te snel" in got[-1].content.decode()
    assert len(post(3)) == 3


def test_a_link_in_a_mail_works_for_an_hour(
    als: Callable[..., Client], post: Callable[[int], list[EmailMessage]], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert settings.PASSWORD_RESET_TIMEOUT == 3600
    with_mail(als, "laat@voorbeeld.nl")
    Client().post(KWIJT, {"email": "laat@voorbeeld.nl"})
    link = re.search(r"http://testserver(/\S+)", post(1)[0].body)[1]
    monkeypatch.setattr(settings, "PASSWORD_RESET_TIMEOUT", -1)
    assert "werkt niet meer" in Client().get(link).content.decode()


def test_a_mail_server_that_does_not_answer_tells_nothing_either(
    als: Callable[..., Client], post: Callable[[int], list[EmailMessage]], monkeypatch: pytest.MonkeyPatch
) -> None:
    with_mail(als, "stuk@voorbeeld.nl")

    def broken(self: EmailMessage) -> None:
        raise ConnectionRefusedError

    monkeypatch.setattr(EmailMessage, "send", broken)
    assert Client().post(KWIJT, {"email": "stuk@voorbeeld.nl"}).status_code == 302
    assert post(0) == []


def test_without_a_mail_server_the_page_says_how_the_administrator_helps(bezoeker: Client) -> None:
    assert KWIJT in bezoeker.get("/inloggen/login/").content.decode()
    for answer in (bezoeker.get(KWIJT), bezoeker.post(KWIJT, {"email": "een@voorbeeld.nl"})):
        page = answer.content.decode()
        assert "Deze website stuurt geen mail" in page
        assert "jeugdstelsel account herstel" in page
        assert 'name="email"' not in page


@pytest.mark.parametrize(
    ("adres", "machine", "poort", "tls", "direct"),
    [
        ("smtp://naam:w%40ord@post.voorbeeld.nl", "post.voorbeeld.nl", 587, True, False),
        ("smtps://post.voorbeeld.nl:4650", "post.voorbeeld.nl", 4650, False, True),
        ("smtp://localhost", "localhost", 25, False, False),
    ],
)
def test_a_mail_server_is_one_setting_and_never_hears_a_password_in_the_clear(
    adres: str, machine: str, poort: int, tls: bool, direct: bool
) -> None:
    from jeugdstelsel.web.instellingen import _mail

    found = _mail(adres)
    assert (found["EMAIL_HOST"], found["EMAIL_PORT"]) == (machine, poort)
    assert (found["EMAIL_USE_TLS"], found["EMAIL_USE_SSL"]) == (tls, direct)
    assert found["EMAIL_HOST_PASSWORD"] in ("w@ord", "")
    assert _mail("") == _mail("post.voorbeeld.nl") == {}


def test_a_key_has_a_name_of_at_most_fifty_signs(als: Callable[..., Client]) -> None:
    from jeugdstelsel.web.aanmelding import Sleutelformulier

    user = get_user_model().objects.get(pk=als("redacteur").session["_auth_user_id"])
    for size, refused in ((50, False), (51, True)):
        form = Sleutelformulier(data={"name": "x" * size}, user=user)
        assert ("name" in form.errors) == refused
    assert "50 tekens" in form.errors["name"][0]
    assert 'maxlength="50"' in str(form["name"])
