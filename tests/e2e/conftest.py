"""The website as it runs, and a real browser."""

import shutil
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from monitor import werkmap
from playwright.sync_api import Browser, Page, sync_playwright

from jeugdstelsel.services.webserver import migrate, serve_in_background, stop

__all__ = ["werkmap"]
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
    for name in ("gegevens.duckdb", "grootboek.sqlite", "sleutel"):
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
    context = browser.new_context(locale="nl-NL", viewport={"width": 1200, "height": 900}, bypass_csp=True)
    yield context.new_page()
    context.close()
