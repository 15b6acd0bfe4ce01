"""Every public page in a real browser: no fault that axe finds, usable by keyboard, small, and without script."""

import gzip
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from jeugdstelsel.access.rollen import PUBLIEK
from jeugdstelsel.web.pagina import paginas

AXE = gzip.decompress((Path(__file__).parent / "vendor" / "axe.min.js.gz").read_bytes()).decode()
ADRESSEN = [address for page in paginas().values() if page.recht == PUBLIEK for address in page.voorbeelden]
SMAL = 320
"""The width in CSS pixels of a screen of 1280 at 400%."""


@pytest.mark.parametrize("adres", ADRESSEN)
def test_axe_finds_no_fault(website: str, blad: Page, adres: str) -> None:
    blad.goto(website + adres)
    blad.add_script_tag(content=AXE)
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    found = blad.evaluate("tags => axe.run({runOnly: tags})", tags)
    faults = [(f["id"], node["html"][:200]) for f in found["violations"] for node in f["nodes"]]
    assert not faults


@pytest.mark.parametrize("adres", ADRESSEN)
def test_at_400_percent_nothing_is_cut_off_and_only_tables_and_drawings_scroll(
    website: str, browser: Browser, adres: str
) -> None:
    context = browser.new_context(viewport={"width": SMAL, "height": 640})
    page = context.new_page()
    page.goto(website + adres)
    assert page.evaluate("document.documentElement.scrollWidth") <= SMAL
    context.close()


@pytest.mark.parametrize("adres", ADRESSEN)
def test_a_page_breaks_no_promise_to_the_browser(website: str, browser: Browser, adres: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(website + adres, wait_until="networkidle")
    assert not said
    context.close()


def test_the_first_key_jumps_to_the_contents(website: str, blad: Page) -> None:
    blad.goto(website + "/")
    blad.keyboard.press("Tab")
    assert blad.evaluate("document.activeElement.textContent") == "Naar de inhoud"
    blad.keyboard.press("Enter")
    assert blad.evaluate("document.activeElement.id") == "inhoud"


def test_search_works_by_keyboard_and_without_script(website: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(website + "/")
    page.get_by_label("Zoek een gemeente").press_sequentially("Almere")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Almere").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Gemeente Almere"
    context.close()
