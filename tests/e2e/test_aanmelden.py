"""Signing in with a real browser, by keyboard and without script, and the pages behind it without a fault."""

import base64
import gzip
import hashlib
import hmac
import struct
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

AXE = gzip.decompress((Path(__file__).parent / "vendor" / "axe.min.js.gz").read_bytes()).decode()
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
EIGEN = "een-eigen-lang-wachtwoord"
INLOGBLADEN = ("", "totp/deactivate/", "recovery-codes/", "recovery-codes/generate/", "reauthenticate/")


def code_of(secret: str) -> str:
    """Return what the app on a telephone shows now (RFC 6238)."""
    mark = hmac.new(base64.b32decode(secret), struct.pack(">Q", int(time.time()) // 30), hashlib.sha1).digest()
    at = mark[-1] & 15
    return f"{(struct.unpack('>I', mark[at : at + 4])[0] & 0x7FFFFFFF) % 10**6:06d}"


def faults(page: Page) -> list[tuple[str, str]]:
    """Return what axe finds, and what makes a narrow screen scroll sideways."""
    page.add_script_tag(content=AXE)
    found = page.evaluate("tags => axe.run({runOnly: tags})", TAGS)
    wrong = [(fault["id"], node["html"][:200]) for fault in found["violations"] for node in fault["nodes"]]
    page.set_viewport_size({"width": 320, "height": 640})
    wide = page.evaluate("document.documentElement.scrollWidth") > 320
    page.set_viewport_size({"width": 1200, "height": 900})
    return wrong + ([("te breed op 400%", page.url)] if wide else [])


@pytest.fixture
def aanmelden(website: str, website_map: Path, browser: Browser) -> Iterator[Callable[..., Page]]:
    """Makes an account and signs its owner in for the first time, up to the recovery codes; gives the page."""
    contexts = []

    def sign_in(rol: str, *words: str, check: Callable[[Page], object] = lambda page: None) -> Page:
        contexts.append(browser.new_context(locale="nl-NL", bypass_csp=True))
        page = contexts[-1].new_page()
        naam = f"proef{time.monotonic_ns()}"
        command = [
            sys.executable,
            "-m",
            "jeugdstelsel",
            "account",
            "maak",
            naam,
            "--rol",
            rol,
            "--reden",
            "proef",
            *words,
        ]
        made = subprocess.run([*command, "--werkmap", str(website_map)], capture_output=True, text=True, check=True)
        password = made.stdout.splitlines()[0].split()[-1]
        page.goto(f"{website}/account")
        page.get_by_role("link", name="Inloggen", exact=True).click()
        page.wait_for_url("**/login/")
        check(page)
        page.get_by_label("Gebruikersnaam").fill(naam)
        page.get_by_label("Wachtwoord").fill(password)
        page.keyboard.press("Enter")
        page.wait_for_url("**/password/change/")
        check(page)
        page.get_by_label("Huidig wachtwoord").fill(password)
        page.get_by_label("Nieuw wachtwoord", exact=True).fill(EIGEN)
        page.get_by_label("Nieuw wachtwoord (bevestigen)").fill(EIGEN)
        page.keyboard.press("Enter")
        page.wait_for_url("**/totp/activate/")
        check(page)
        page.get_by_label("Code uit de app").fill(code_of(page.locator("code.eenmalig").inner_text()))
        page.keyboard.press("Enter")
        page.wait_for_url("**/recovery-codes/")
        check(page)
        return page

    yield sign_in
    for context in contexts:
        context.close()


def test_a_new_administrator_signs_in_step_by_step_and_gives_out_an_account(
    aanmelden: Callable[..., Page], website: str
) -> None:
    found: list[tuple[str, str]] = []
    page = aanmelden("beheerder", check=lambda seen: found.extend(faults(seen)))
    for address in (*(f"/inloggen/2fa/{part}" for part in INLOGBLADEN), "/inloggen/logout/", "/account", "/gebruikers"):
        page.goto(website + address)
        found += faults(page)
    page.get_by_label("Accountnaam").fill(f"collega{time.monotonic_ns()}")
    page.get_by_label("redacteur: registers bewerken").check()
    page.get_by_label("Reden").fill("nieuwe collega")
    page.get_by_role("button", name="Maak account").click()
    assert len(page.locator("code.eenmalig").inner_text()) == 24
    found += faults(page)
    page.get_by_role("link", name="Terug naar de gebruikers").click()
    page.get_by_role("row", name="collega").get_by_role("link").first.click()
    found += faults(page)
    assert found == []


def test_someone_of_a_gemeente_sees_its_unpublished_figures(aanmelden: Callable[..., Page], website: str) -> None:
    page = aanmelden("gemeente", "--organisatie", "0363")
    page.goto(website + "/account")
    page.get_by_role("link", name="Ongepubliceerde cijfers").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Ongepubliceerde cijfers van gemeente Amsterdam (0363)"
    assert faults(page) == []


def test_the_guard_of_the_log_sees_who_came_in(aanmelden: Callable[..., Page], website: str) -> None:
    page = aanmelden("logbeheerder")
    page.goto(website + "/logboek")
    assert page.get_by_role("cell", name="wachtwoord wijzigen").count() > 0
    assert "nagerekend en ongewijzigd" in page.content()
    assert faults(page) == []
