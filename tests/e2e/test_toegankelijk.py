"""Every public page in a real browser: for who sees, hears, types, zooms, prints, or has no script."""

from collections.abc import Iterator

import pytest
from e2e.kijken import BREED, contents, faults, without_script
from playwright.sync_api import Browser, BrowserContext, Page

from jeugdstelsel.access.rollen import PUBLIEK
from jeugdstelsel.web.pagina import paginas

ADRESSEN = [address for page in paginas().values() if page.recht == PUBLIEK for address in page.voorbeelden]
ZWAARST = 200_000
"""Bytes over the line for the first page that someone opens, everything on it included."""


@pytest.fixture(scope="module")
def wandeling(browser: Browser) -> Iterator[Page]:
    """One page that walks the website; what it says aloud to its console is kept."""
    context = browser.new_context(locale="nl-NL", viewport=BREED)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def zonder_script(browser: Browser) -> Iterator[BrowserContext]:
    """A browser that runs no script."""
    context = browser.new_context(locale="nl-NL", viewport=BREED, java_script_enabled=False)
    yield context
    context.close()


@pytest.mark.parametrize("adres", ADRESSEN)
def test_a_page_is_for_everyone(website: str, wandeling: Page, zonder_script: BrowserContext, adres: str) -> None:
    said: list[str] = []
    listen = [("console", lambda line: said.append(line.text)), ("pageerror", lambda error: said.append(str(error)))]
    for event, hear in listen:
        wandeling.on(event, hear)  # type: ignore[call-overload]
    answer = wandeling.goto(website + adres)
    assert answer is not None
    assert without_script(zonder_script, wandeling.url, answer.text()) == contents(wandeling)
    found = faults(wandeling)
    for event, hear in listen:
        wandeling.remove_listener(event, hear)
    assert [*found, *said] == []


def test_the_first_page_that_someone_opens_is_small(website: str, browser: Browser) -> None:
    context = browser.new_context()
    page = context.new_page()
    line = context.new_cdp_session(page)
    line.send("Network.enable")
    weight: list[int] = []
    line.on("Network.loadingFinished", lambda event: weight.append(int(event["encodedDataLength"])))
    page.goto(website + "/", wait_until="networkidle")
    context.close()
    assert len(weight) > 3
    assert sum(weight) < ZWAARST
