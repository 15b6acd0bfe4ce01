"""Everything that a page shows, the API gives: each page says where, and that address answers."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.cache import caches
from django.test import Client
from django.urls import resolve

from jeugdstelsel.access.rollen import PUBLIEK
from jeugdstelsel.web.pagina import Pagina, adressen, paginas

HANDLEIDING = Path(__file__).parents[2] / "docs/handleiding/api.md"
ZONDER = {
    "account": "het eigen account van wie is ingelogd",
    "over": "alleen tekst over de monitor",
    "toegankelijkheid": "alleen tekst over de website",
}
"""Pages that anyone may open and that have nothing for a program, with the reason."""


def public() -> dict[str, Pagina]:
    """Return the pages that anyone may open and that show data."""
    return {name: page for name, page in paginas().items() if page.recht == PUBLIEK and name not in ZONDER}


def shown(page: Pagina) -> str:
    """Return the address of a page as the manual writes it."""
    return "/" + re.sub(r"<\w+:(\w+)>", r"{\1}", page.pad)


@pytest.fixture
def api(bezoeker: Client) -> Iterator[Client]:
    """A visitor whose bucket is full."""
    caches["geheugen"].clear()
    yield bezoeker


def test_every_public_page_says_where_the_api_gives_the_same(django_app: None) -> None:
    assert {name for name, page in public().items() if not page.api} == set()
    assert {name for name in ZONDER if paginas()[name].api} == set()


def test_a_page_that_needs_a_right_is_not_on_the_api(django_app: None) -> None:
    assert {name for name, page in paginas().items() if page.recht != PUBLIEK and page.api} == set()


def test_every_address_that_a_page_names_answers_for_each_of_its_examples(
    api: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("jeugdstelsel.api.instellingen.PER_MINUUT", 10_000)
    asked = {
        address
        for page in public().values()
        for example in page.voorbeelden
        for address in adressen(page, resolve(example.partition("?")[0]).kwargs)
    }
    assert len(asked) > 80
    assert {address: answer.content for address in asked if (answer := api.get(address)).status_code != 200} == {}


def test_a_page_links_to_its_data_on_the_api_and_a_wrong_address_does_not(api: Client) -> None:
    page = api.get("/gemeente/0363").content.decode()
    assert "Deze gegevens via de API" in page
    assert '<a href="/v1/cijfers?niveau=gemeente&amp;plaats=0363">' in page
    assert "Deze gegevens via de API" not in api.get("/gemeente/9999").content.decode()
    assert "Deze gegevens via de API" not in api.get("/over").content.decode()


def test_the_manual_says_for_every_page_where_the_api_gives_the_same(django_app: None) -> None:
    lines = set(HANDLEIDING.read_text(encoding="utf-8").splitlines())
    rows = {
        name: f"| {page.titel} | `{shown(page)}` | {', '.join(f'`{address}`' for address in page.api)} |"
        for name, page in public().items()
    }
    assert {row for row in rows.values() if row not in lines} == set()


def test_the_manual_names_every_resource(django_app: None) -> None:
    from jeugdstelsel.api.pad import paden

    text = HANDLEIDING.read_text(encoding="utf-8")
    assert {path for path in paden() if f"`/v1{path}`" not in text} == set()
