"""What leaves a line in the log: each thing exactly one, with all its fields, and never what is nobody's business."""

import sqlite3
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.test import Client

from jeugdstelsel.access.logboek import Logboek, logboek_van
from jeugdstelsel.access.logopslag import FILE
from jeugdstelsel.access.logregel import VELDEN, Gebeurtenis, op_de_machine

Als = Callable[..., Client]
MAG_LEEG = {"client", "reden"}


@pytest.fixture
def boek(django_app: None) -> Logboek:
    """The log of this process."""
    from django.conf import settings

    return logboek_van(settings.WERKMAP)


def lines_of(boek: Logboek, do: Callable[[], object]) -> list[Gebeurtenis]:
    """Do something and return what the log got from it."""
    before = boek.controleer().regels
    do()
    assert boek.controleer().fouten == ()
    return [line.gebeurtenis for line in boek.lees() if line.nummer > before]


def one(boek: Logboek, do: Callable[[], object]) -> Gebeurtenis:
    """Do something that must leave exactly one line, with every field filled."""
    (line,) = lines_of(boek, do)
    assert [veld for veld in VELDEN if not getattr(line, veld) and veld not in MAG_LEEG] == []
    return line


def test_reading_the_log_is_logged(boek: Logboek, als: Als) -> None:
    client = als("logbeheerder")
    line = one(boek, lambda: client.get("/logboek?vanaf=2026-01-01&gebruiker=iemand"))
    assert line.handeling == "logboek lezen"
    assert "één gebruiker" in line.object
    assert "iemand" not in line.object


def test_a_refused_page_is_logged_with_who_and_what(boek: Logboek, als: Als, bezoeker: Client) -> None:
    client = als("redacteur")
    line = one(boek, lambda: client.get("/logboek"))
    assert (line.rol, line.object, line.uitkomst) == ("redacteur", "/logboek", "geweigerd (403)")
    line = one(boek, lambda: bezoeker.get("/gebruikers"))
    assert (line.gebruiker, line.rol, line.verantwoordelijke) == ("bezoeker", "geen", "geen")


def test_a_change_is_logged_with_its_reason(boek: Logboek, als: Als) -> None:
    naam = f"log{time.monotonic_ns()}"
    client = als("beheerder")
    line = one(boek, lambda: client.post("/gebruikers", {"naam": naam, "reden": "nieuwe medewerker"}))
    assert (line.handeling, line.object) == ("account maken", f"account {naam}")
    assert (line.reden, line.uitkomst) == ("nieuwe medewerker", "gelukt (200)")


def test_a_change_that_was_not_taken_is_logged_as_such(boek: Logboek, als: Als) -> None:
    client = als("beheerder")
    line = one(boek, lambda: client.post("/gebruikers", {"naam": "x"}))
    assert line.uitkomst == "niet aangenomen (200)"


def test_coming_in_and_going_out_is_logged_step_by_step(boek: Logboek, bezoeker: Client) -> None:
    from jeugdstelsel.web.accounts import Opgave, maak

    naam = f"in{time.monotonic_ns()}"
    password = maak(naam, Opgave(()), door="test")

    def log_in(word: str) -> Gebeurtenis:
        return one(boek, lambda: bezoeker.post("/inloggen/login/", {"login": naam, "password": word}))

    wrong = log_in("niet-dit-wachtwoord")
    assert (wrong.gebruiker, wrong.handeling, wrong.uitkomst) == (naam, "inloggen", "geweigerd (200)")
    assert (log_in(password).uitkomst) == "gelukt (302)"
    out = one(boek, lambda: bezoeker.post("/inloggen/logout/"))
    assert (out.gebruiker, out.handeling, out.uitkomst) == (naam, "uitloggen", "gelukt (302)")


def test_a_password_without_its_second_step_is_no_entrance(boek: Logboek, als: Als) -> None:
    from django.contrib.auth.models import User

    user = User.objects.get(pk=als("redacteur").session["_auth_user_id"])
    user.set_password("een-eigen-lang-wachtwoord")
    user.save()
    fresh = Client()
    form = {"login": user.username, "password": "een-eigen-lang-wachtwoord"}
    line = one(boek, lambda: fresh.post("/inloggen/login/", form))
    assert (line.gebruiker, line.uitkomst) == (user.username, "eerste stap gelukt (302)")
    line = one(boek, lambda: fresh.post("/inloggen/2fa/authenticate/", {"code": "000000"}))
    assert (line.gebruiker, line.handeling) == (user.username, "inloggen, tweede stap")
    assert line.uitkomst == "geweigerd (200)"


def test_a_form_of_another_website_is_logged_as_refused(boek: Logboek, als: Als) -> None:
    strict = Client(enforce_csrf_checks=True, raise_request_exception=False)
    strict.cookies = als("beheerder").cookies
    line = one(boek, lambda: strict.post("/gebruikers", {"naam": "x"}))
    assert (line.rol, line.uitkomst) == ("beheerder", "geweigerd (403)")


def test_asking_for_what_is_not_there_leaves_no_line(boek: Logboek, bezoeker: Client) -> None:
    assert lines_of(boek, lambda: [bezoeker.post("/over"), bezoeker.post("/bestaat-niet"), bezoeker.get("/nee")]) == []


def test_looking_at_published_figures_leaves_no_line(boek: Logboek, als: Als, bezoeker: Client) -> None:
    client = als("redacteur")
    assert lines_of(boek, lambda: [bezoeker.get("/"), client.get("/over"), client.get("/account")]) == []


def test_an_address_on_the_internet_is_recognised_and_not_kept(boek: Logboek, bezoeker: Client) -> None:
    def visit(address: str) -> str:
        return one(boek, lambda: bezoeker.get("/logboek", REMOTE_ADDR=address)).herkomst

    first, again, other = visit("203.0.113.7"), visit("203.0.113.7"), visit("203.0.113.8")
    assert first == again != other
    assert "203" not in first or len(first) == 16


def test_without_a_log_nothing_closed_opens(boek: Logboek, als: Als, monkeypatch: pytest.MonkeyPatch) -> None:
    client = als("beheerder")

    def broken(*_: object) -> None:
        raise sqlite3.OperationalError("disk I/O error")

    monkeypatch.setattr(Logboek, "schrijf", broken)
    answer = client.get("/gebruikers")
    assert answer.status_code == 500
    assert "test-beheerder" not in answer.content.decode()


def test_the_page_says_when_a_line_was_changed(
    boek: Logboek, als: Als, monkeypatch: pytest.MonkeyPatch, tmp_path
) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setenv("JEUGDSTELSEL_LOGMAP", str(tmp_path))
    client = als("logbeheerder")
    client.get("/logboek")
    assert "ongewijzigd" in client.get("/logboek").content.decode()
    with sqlite3.connect(tmp_path / FILE) as connection:
        connection.execute("DROP TRIGGER regel_vast")
        connection.execute("UPDATE regel SET gebruiker = 'niemand' WHERE nummer = 1")
    page = client.get("/logboek").content.decode()
    assert "Het logboek klopt niet" in page
    assert "Regel 1 is gewijzigd" in page


def test_the_page_says_how_long_lines_are_kept_and_what_is_to_be_done(
    als: Als, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("JEUGDSTELSEL_LOGMAP", str(tmp_path))
    client, book = als("logbeheerder"), Logboek(tmp_path)
    assert "Er is nog geen jaar gesloten" in client.get("/logboek").content.decode()
    (tmp_path / FILE).unlink()
    year = date.today().year - 7
    what = op_de_machine("jansen", "kijken", "iets", "proef")
    for number in (year, year + 1):
        book.schrijf(what, datetime(number, 7, 1, tzinfo=UTC))
    book.sluit(year, what, date(year + 1, 1, 1))
    page = client.get(f"/logboek?vanaf={year}-01-01").content.decode()
    assert "Een regel blijft 5 jaar na het schrijven" in page
    assert f"Te vernietigen vanaf 2 juli {year + 5}" in page
    assert f"jeugdstelsel logboek vernietig --tot {year}<" in page
    assert f"jeugdstelsel logboek sluit --tot {date.today().year - 1}<" in page
    assert page.count(">iets<") == 2


@pytest.mark.parametrize("vraag", ["vanaf=gisteren", "tot=2026-13-01"])
def test_a_wrong_day_is_said_in_dutch(als: Als, vraag: str) -> None:
    answer = als("logbeheerder").get(f"/logboek?{vraag}")
    assert answer.status_code == 400
    assert "geen datum" in answer.content.decode()
