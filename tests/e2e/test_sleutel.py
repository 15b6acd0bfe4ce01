"""A key (passkey) as the second step, in a real browser that has one, under the real Content-Security-Policy."""

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from e2e.kijken import faults
from playwright.sync_api import Browser, Page

EIGEN = "een-eigen-lang-wachtwoord"
SLEUTEL = {
    "protocol": "ctap2", "transport": "usb", "hasResidentKey": False, "hasUserVerification": True,
    "isUserVerified": True, "automaticPresenceSimulation": True,
}  # fmt: skip


@pytest.fixture
def met_sleutel(browser: Browser) -> Iterator[Page]:
    """A page of a browser in which a key is plugged; anything the policy refuses fails the test."""
    context = browser.new_context(locale="nl-NL")
    page = context.new_page()
    refused: list[str] = []
    page.on("console", lambda said: refused.append(said.text) if "Content Security Policy" in said.text else None)
    devtools = context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": SLEUTEL})
    yield page
    context.close()
    assert refused == []


def log_in(page: Page, site: str, naam: str, password: str) -> None:
    page.goto(f"{site}/inloggen/login/")
    page.get_by_label("Gebruikersnaam").fill(naam)
    page.get_by_label("Wachtwoord").fill(password)
    page.keyboard.press("Enter")


def seen_by_axe(page: Page, site: str) -> list[str]:
    """Return the faults of the pages about keys and lost passwords, for the same user, with axe let in."""
    context = page.context.browser.new_context(storage_state=page.context.storage_state(), bypass_csp=True)
    other, found = context.new_page(), []
    for address in ("2fa/", "2fa/sleutels/", "2fa/sleutels/nieuw/", "2fa/sleutels/toon/", "password/reset/"):
        other.goto(f"{site}/inloggen/{address}")
        found += faults(other)
    context.close()
    return found


def test_someone_signs_in_with_a_key_and_without_it_the_role_does_not_count(
    website: str, website_map: Path, met_sleutel: Page
) -> None:
    naam, site, page = f"sleutel{time.monotonic_ns()}", website.replace("127.0.0.1", "localhost"), met_sleutel
    command = [sys.executable, "-m", "jeugdstelsel", "account", "maak", naam, "--rol", "beheerder", "--reden", "proef"]
    made = subprocess.run([*command, "--werkmap", str(website_map)], capture_output=True, text=True, check=True)
    password = made.stdout.splitlines()[0].split()[-1]
    log_in(page, site, naam, password)
    page.get_by_label("Huidig wachtwoord").fill(password)
    page.get_by_label("Nieuw wachtwoord", exact=True).fill(EIGEN)
    page.get_by_label("Nieuw wachtwoord (bevestigen)").fill(EIGEN)
    page.keyboard.press("Enter")
    page.wait_for_url("**/totp/activate/")
    assert page.goto(f"{site}/gebruikers").status == 403
    page.goto(f"{site}/inloggen/2fa/sleutels/nieuw/")
    page.get_by_label("Naam van de sleutel").fill("Sleutelbos")
    page.get_by_role("button", name="Koppel").click()
    page.wait_for_url("**/recovery-codes/")
    assert page.goto(f"{site}/gebruikers").status == 200
    page.goto(f"{site}/inloggen/2fa/sleutels/")
    assert page.get_by_role("row", name="Sleutelbos").get_by_role("cell").nth(1).inner_text() == "nog niet"
    page.goto(f"{site}/inloggen/logout/")
    page.get_by_role("button", name="Log uit").click()
    log_in(page, site, naam, EIGEN)
    page.wait_for_url("**/2fa/authenticate/")
    assert page.goto(f"{site}/gebruikers").status == 403
    page.goto(f"{site}/inloggen/2fa/authenticate/")
    assert not page.get_by_text("Het lukte niet met deze sleutel").is_visible()
    page.evaluate("() => { navigator.credentials.get = () => Promise.reject(new Error('geen sleutel')) }")
    page.get_by_role("button", name="Gebruik uw sleutel").click()
    page.get_by_role("alert").get_by_text("Het lukte niet met deze sleutel").wait_for()
    page.reload()
    page.get_by_role("button", name="Gebruik uw sleutel").click()
    page.wait_for_url("**/account")
    assert page.goto(f"{site}/gebruikers").status == 200
    page.goto(f"{site}/inloggen/2fa/reauthenticate/")
    page.get_by_role("link", name="sleutel").click()
    with page.expect_navigation():
        page.get_by_role("button", name="Gebruik uw sleutel").click()
    page.goto(f"{site}/inloggen/2fa/sleutels/")
    assert seen_by_axe(page, site) == []
    page.get_by_role("link", name="Koppel Sleutelbos los").click()
    page.get_by_role("button", name="Koppel los").click()
    page.wait_for_url("**/sleutels/")
    assert page.goto(f"{site}/gebruikers").status == 403
