"""Without a mouse, without script, with colours of one's own: what a reader does still works and can be seen."""

from collections.abc import Iterator
from io import BytesIO
from urllib.parse import urlsplit

import pytest
from e2e.kijken import BREED
from PIL import Image
from playwright.sync_api import Browser, Page

BLADEN = (
    "/",
    "/wachttijden?gemeente=0363",
    "/indicator/jeugdhulpgebruik?gebied=jeugdregio",
    "/gemeente/0363",
    "/geld",
    "/afspraak/2.3.1-1",
)
"""One page of each kind: tiles, forms, drawings, tables, closed parts, a record."""
BEREIKBAAR = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']"
# What has the focus: whether it can be seen and is not covered, and its place among all that can have it.
STAP = f"""async () => {{
  await new Promise(requestAnimationFrame);  // until the page has scrolled to it
  const here = document.activeElement, box = here.getBoundingClientRect(), style = getComputedStyle(here);
  const seen = each => each.checkVisibility();
  const all = [...document.querySelectorAll("{BEREIKBAAR}")].filter(seen);
  const middle = document.elementFromPoint(box.x + Math.min(box.width, innerWidth) / 2, Math.max(box.y, 0) + Math.min(box.height, 20) / 2);
  return {{
    plek: all.indexOf(here), van: all.length, wie: here.outerHTML.slice(0, 120),
    ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
    vrij: middle !== null && (here.contains(middle) || middle.contains(here)),
  }};
}}"""
TEKENINGEN = {
    "/indicator/wachttijd_toewijzing_start?gebied=jeugdregio": ("svg.lijn", "svg.kaart", "svg.verdeling"),
    "/indicator/trajecten?gebied=jeugdregio": ("svg.trechter",),
    "/geld": ("svg.geldlijn",),
    "/signalen": (".licht svg",),
}
DUIDELIJK = 3.0
"""The contrast that a mark needs with what is around it (WCAG 1.4.11)."""


@pytest.mark.parametrize("adres", BLADEN)
def test_tab_walks_through_the_whole_page_in_order_and_shows_where_it_is(website: str, blad: Page, adres: str) -> None:
    blad.emulate_media(reduced_motion="reduce")  # no gliding: what has the focus is there at once
    blad.goto(website + adres)
    order, wrong = [], []
    for _ in range(1000):
        blad.keyboard.press("Tab")
        step = blad.evaluate(STAP)
        if step["plek"] < 0:
            break
        if step["plek"] in order[-1:]:  # a date has parts of its own
            continue
        order.append(step["plek"])
        wrong += [step["wie"]] if not (step["ring"] and step["vrij"]) else []
    assert wrong == []
    assert order == list(range(step["van"])), "everything once, in the order of the page, and then out of it"


def test_the_first_key_jumps_past_the_menu_to_the_contents(website: str, blad: Page) -> None:
    blad.goto(website + "/gemeente/0363")
    blad.keyboard.press("Tab")
    assert blad.evaluate("document.activeElement.textContent") == "Naar de inhoud"
    blad.keyboard.press("Enter")
    assert blad.evaluate("document.activeElement.id") == "inhoud"
    blad.keyboard.press("Tab")
    assert blad.evaluate("document.getElementById('inhoud').contains(document.activeElement)")


def test_menu_filter_closed_part_and_download_work_with_keys_alone(website: str, blad: Page) -> None:
    blad.goto(website + "/")
    blad.get_by_role("navigation", name="Hoofdmenu").get_by_role("link", name="Cijfers").focus()
    blad.keyboard.press("Enter")
    blad.wait_for_url("**/indicatoren")
    blad.goto(website + "/indicator/jeugdhulpgebruik?gebied=jeugdregio")
    blad.get_by_label("Kaart per").focus()
    blad.keyboard.press("g")  # the letter chooses 'gemeente'
    blad.keyboard.press("Tab")
    blad.keyboard.press("Tab")
    blad.keyboard.press("Enter")
    blad.wait_for_url("**gebied=gemeente**")
    part = blad.locator("details").first
    part.locator("summary").focus()
    blad.keyboard.press("Enter")
    assert part.locator("table").is_visible()
    blad.get_by_role("link", name="CSV").first.focus()
    with blad.expect_download() as saved:
        blad.keyboard.press("Enter")
    assert saved.value.suggested_filename.endswith(".csv")


def test_a_choice_that_shows_at_once_keeps_the_focus_where_it_was(website: str, blad: Page) -> None:
    blad.goto(website + "/indicator/trajecten")
    blad.get_by_label("Per", exact=True).focus()
    with blad.expect_response(lambda answer: "per=" in answer.url):
        blad.get_by_label("Per", exact=True).select_option("kwartaal")
    blad.wait_for_function("document.activeElement.id === 'per' && document.activeElement.value === 'kwartaal'")
    assert "per=kwartaal" in blad.url


@pytest.mark.parametrize("donker", [False, True], ids=["licht", "donker"])
def test_drawings_lights_and_the_menu_can_be_told_apart_in_the_colours_of_the_reader(
    website: str, browser: Browser, donker: bool
) -> None:
    context = browser.new_context(
        locale="nl-NL", viewport=BREED, forced_colors="active", color_scheme="dark" if donker else "light"
    )
    page, pale = context.new_page(), []
    for address, drawings in TEKENINGEN.items():
        page.goto(website + address)
        pale += [f"{address} {name}" for name in drawings if contrast(page, name) < DUIDELIJK]
        here = page.get_by_role("navigation", name="Hoofdmenu").locator("[aria-current]")
        assert here.evaluate("link => parseFloat(getComputedStyle(link).borderTopWidth)") >= 1
        page.keyboard.press("Tab")
        assert page.evaluate(STAP)["ring"]
    context.close()
    assert pale == []


def contrast(page: Page, part: str) -> float:
    """Return the contrast between what is most in a drawing and the mark in it that differs most from that."""
    picture = Image.open(BytesIO(page.locator(part).first.screenshot())).convert("RGB")
    colours = sorted(picture.getcolors(1 << 24) or [], reverse=True)
    ground = luminance(colours[0][1])
    marks = [luminance(colour) for count, colour in colours if count >= 8]
    return max((max(ground, mark) + 0.05) / (min(ground, mark) + 0.05) for mark in marks)


def luminance(colour: tuple[int, int, int]) -> float:
    """Return the relative luminance of a colour (WCAG 2.2)."""
    parts = (value / 255 for value in colour)
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.fixture(scope="module")
def zonder_script(browser: Browser) -> Iterator[Page]:
    """A page in a browser that runs no script."""
    context = browser.new_context(locale="nl-NL", java_script_enabled=False)
    yield context.new_page()
    context.close()


def test_a_search_works_by_keyboard_and_without_script(website: str, zonder_script: Page) -> None:
    zonder_script.goto(website + "/")
    zonder_script.get_by_label("Zoek een gemeente").press_sequentially("Almere")
    zonder_script.keyboard.press("Enter")
    zonder_script.get_by_role("link", name="Almere").first.click()
    assert zonder_script.get_by_role("heading", level=1).inner_text() == "Gemeente Almere"


@pytest.mark.parametrize("adres", [*BLADEN, "/afspraken", "/signalen", "/datakwaliteit", "/rapporten", "/basisset"])
def test_each_form_of_a_page_answers_without_script(website: str, zonder_script: Page, adres: str) -> None:
    zonder_script.goto(website + adres)
    forms = zonder_script.locator("main form[method=get], main form:not([method])")
    for number in range(forms.count()):
        zonder_script.goto(website + adres)
        with zonder_script.expect_navigation() as moved:
            forms.nth(number).get_by_role("button").first.click()
        assert moved.value is not None and moved.value.status == 200, zonder_script.url
        assert urlsplit(zonder_script.url).path != "" and zonder_script.locator("h1").count() == 1
