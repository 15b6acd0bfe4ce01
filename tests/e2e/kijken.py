"""Looks at one page as different readers do, and says what stands in their way."""

import gzip
from pathlib import Path

from playwright.sync_api import BrowserContext, Page, Route

AXE = gzip.decompress((Path(__file__).parent / "vendor" / "axe.min.js.gz").read_bytes()).decode()
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
BREED = {"width": 1200, "height": 900}
SMAL = {"width": 320, "height": 640}
"""A screen of 1280 by 2560 CSS pixels at 400%."""
PAPIER = {"width": 680, "height": 1000}
"""What a sheet of A4 with margins of 15 mm leaves, in CSS pixels; a browser shrinks what is a little wider."""
LUCHT = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } "
LUCHT += "p { margin-block-end: 2em !important }"
"""The spacing that a reader may ask for (WCAG 1.4.12)."""
EFFEN = ".utrecht-table-container { background: none !important }"
"""The shadow at the side of a table is a picture, over which axe cannot judge the contrast of the text."""

STIJL = """text => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  document.adoptedStyleSheets.push(sheet);
}"""
# What is wider than the screen outside of what scrolls by itself, and what scrolls but cannot be reached by keyboard.
TE_BREED = """() => {
  const wrong = [];
  if (document.documentElement.scrollWidth > innerWidth) wrong.push('de bladzijde schuift opzij');
  for (const box of document.querySelectorAll('body *')) {
    const style = getComputedStyle(box);
    if (!['auto', 'scroll'].includes(style.overflowX) || box.scrollWidth <= box.clientWidth + 1) continue;
    if (box.tabIndex < 0 && !box.querySelector('a, button, input, select')) wrong.push('schuift zonder toets: ' + box.outerHTML.slice(0, 120));
  }
  return wrong;
}"""
# What is cut off: text that is larger than a box which hides the rest.
AFGEKNIPT = """() => [...document.querySelectorAll('main *, header *, footer *')].filter(box => {
  const style = getComputedStyle(box);
  if (box.closest('svg, .verborgen') || box.matches('input, select, textarea') || style.display === 'inline') return false;
  const hides = side => ['hidden', 'clip'].includes(style['overflow' + side]);
  return (hides('Y') && box.scrollHeight > box.clientHeight + 1) || (hides('X') && box.scrollWidth > box.clientWidth + 1);
}).map(box => 'afgeknipt: ' + box.outerHTML.slice(0, 120))"""
# On paper: no menu, the release and its reference date, the address, and no table so wide that its text gets tiny.
OP_PAPIER = """() => {
  const seen = box => box && box.getClientRects().length > 0;
  const wrong = [...document.querySelectorAll('nav.menu, nav.deelmenu, .zoek, main form, main button')].filter(seen)
    .map(box => 'op papier: ' + box.outerHTML.slice(0, 80));
  const foot = document.querySelector('.voet');
  const parts = foot ? ['Peildatum', location.href] : ['eildatum'];
  for (const part of parts) if (!(foot ?? document.body).innerText.includes(part)) wrong.push('niet op papier: ' + part);
  for (const table of document.querySelectorAll('table')) {
    if (!seen(table)) continue;
    if (table.getBoundingClientRect().right > 1.3 * innerWidth) wrong.push('te breed voor papier: ' + table.caption?.innerText);
  }
  return wrong;
}"""
# What moves although the reader asked for rest.
BEWEEGT = """() => [...document.querySelectorAll('*')].filter(box => {
  const style = getComputedStyle(box);
  return style.animationName !== 'none' || style.transitionDuration.split(',').some(time => parseFloat(time) > 0);
}).map(box => 'beweegt: ' + box.outerHTML.slice(0, 80))"""


def add_style(page: Page, text: str) -> None:
    """Add a style as a reader's own software does: past what the website allows to itself."""
    page.evaluate(STIJL, text)


def axe(page: Page) -> list[str]:
    """Return what axe finds on a page, as rule and element."""
    page.evaluate(AXE)
    found = page.evaluate("tags => axe.run({runOnly: tags, resultTypes: ['violations']})", TAGS)
    return [f"{fault['id']}: {node['html'][:200]}" for fault in found["violations"] for node in fault["nodes"]]


def narrow(page: Page) -> list[str]:
    """Return what goes wrong at 400%, also with the spacing that a reader may ask for."""
    page.set_viewport_size(SMAL)
    wrong = page.evaluate(TE_BREED)
    add_style(page, LUCHT)
    wrong += [f"met meer lucht: {fault}" for fault in page.evaluate(TE_BREED) + page.evaluate(AFGEKNIPT)]
    page.set_viewport_size(BREED)
    return list(wrong)


def paper(page: Page) -> list[str]:
    """Return what goes wrong on paper."""
    page.set_viewport_size(PAPIER)
    page.emulate_media(media="print")
    wrong = page.evaluate(OP_PAPIER)
    page.emulate_media(media="screen")
    page.set_viewport_size(BREED)
    return list(wrong)


def still(page: Page) -> list[str]:
    """Return what moves when a reader asked for less motion."""
    page.emulate_media(reduced_motion="reduce")
    wrong = page.evaluate(BEWEEGT)
    page.emulate_media(reduced_motion="no-preference")
    return list(wrong)


def faults(page: Page) -> list[str]:
    """Return everything that stands in the way of a reader on a page that is open; it is left with more spacing."""
    add_style(page, EFFEN)
    found = axe(page) + still(page) + paper(page) + narrow(page)
    return [f"{page.url}: {fault}" for fault in found]


def contents(page: Page) -> str:
    """Return what a reader sees of the contents; a report is a document of its own, without the frame."""
    return page.locator("main, body").last.inner_text()


def without_script(context: BrowserContext, address: str, html: str) -> str:
    """Return what a reader without script sees of a page that the server gave already."""
    page = context.new_page()

    def answer(route: Route) -> None:
        route.fulfill(body=html, content_type="text/html; charset=utf-8")

    page.route(address, answer)
    page.goto(address)
    seen = contents(page)
    page.close()
    return seen
