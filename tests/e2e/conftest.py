"""The website as it runs, and a real browser."""

import base64
import hashlib
import hmac
import shutil
import socket
import struct
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from monitor import werkmap
from playwright.sync_api import Browser, Page, sync_playwright

from jeugdstelsel.services.webserver import migrate, serve_in_background, stop

__all__ = ["werkmap"]
EIGEN = "een-eigen-lang-wachtwoord"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="session")
def website_map(werkmap: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The work folder of the website: figures that are shared, accounts and registers of its own."""
    own = tmp_path_factory.mktemp("website")
    (own / "uitgaven").symlink_to(werkmap / "uitgaven", target_is_directory=True)
    for name in ("gegevens.duckdb", "grootboek.sqlite", "registers.sqlite", "sleutel"):
        if (werkmap / name).exists():
            shutil.copy(werkmap / name, own / name)
    migrate(own)
    return own


@pytest.fixture(scope="session")
def website(website_map: Path) -> Iterator[str]:
    """The address of the website, running in processes of its own on a work folder of its own."""
    yield serve_in_background(website_map, adres="127.0.0.1", poort=free_port(), werkers=1).rstrip("/")
    stop(website_map)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium without a screen."""
    if CHROMIUM is None:
        pytest.skip("er is geen Chromium op deze machine; scripts/opzetten dev installeert het")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@pytest.fixture
def blad(browser: Browser) -> Iterator[Page]:
    """A fresh page of a visitor."""
    context = browser.new_context(locale="nl-NL", viewport={"width": 1200, "height": 900})
    yield context.new_page()
    context.close()


def code_of(secret: str) -> str:
    """Return what the app on a telephone shows now (RFC 6238)."""
    mark = hmac.new(base64.b32decode(secret), struct.pack(">Q", int(time.time()) // 30), hashlib.sha1).digest()
    at = mark[-1] & 15
    return f"{(struct.unpack('>I', mark[at : at + 4])[0] & 0x7FFFFFFF) % 10**6:06d}"


@pytest.fixture
def aanmelden(website: str, website_map: Path, browser: Browser) -> Iterator[Callable[..., Page]]:
    """Makes an account and signs its owner in for the first time, up to the recovery codes; gives the page."""
    contexts = []

    def sign_in(rol: str, *words: str, check: Callable[[Page], object] = lambda page: None) -> Page:
        contexts.append(browser.new_context(locale="nl-NL"))
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
