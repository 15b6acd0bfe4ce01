"""The menu has two calm rows: the parts of the website, and the pages of the part where the reader is."""

import re

from django.test import Client

from jeugdstelsel.access.rollen import PUBLIEK
from jeugdstelsel.web.pagina import paginas

MEEST = 9
"""Links in the first row for a visitor: as many as fit beside each other on a tablet."""


def rows(client: Client, address: str) -> dict[str, list[tuple[str, str]]]:
    """Return of each row the links, each with what it says of where the reader is."""
    page = client.get(address).content.decode()
    found = re.findall(r'<nav class="\w*menu" aria-label="([^"]+)">(.*?)</nav>', page, re.DOTALL)
    link = re.compile(r'<a href="[^"]*"(?: aria-current="(\w+)")?>([^<]+)</a>')
    return {label: [(word, state) for state, word in link.findall(row)] for label, row in found}


def test_the_first_row_is_short_and_marks_the_part_of_the_reader(bezoeker: Client) -> None:
    first = rows(bezoeker, "/afspraak/2.3.1-1")["Hoofdmenu"]
    assert len(first) <= MEEST
    assert [word for word, state in first if state] == ["Afspraken"]


def test_the_second_row_has_the_pages_of_the_part_and_marks_the_nearest(bezoeker: Client) -> None:
    second = rows(bezoeker, "/gemeente/0363")["In dit deel"]
    assert second[0] == ("Cijfers", "")
    assert ("Gemeenten en jeugdregio&#x27;s", "true") in second
    assert ("Kpi&#x27;s", "page") in rows(bezoeker, "/kpis")["In dit deel"]


def test_a_part_of_one_page_and_a_page_that_does_not_exist_have_no_second_row(bezoeker: Client) -> None:
    assert list(rows(bezoeker, "/wachttijden")) == ["Hoofdmenu"]
    assert list(rows(bezoeker, "/bestaat-niet")) == ["Hoofdmenu"]


def test_every_public_page_stands_under_a_part_of_the_menu_or_in_the_frame_of_each_page() -> None:
    pages = paginas()
    lost = {name for name, page in pages.items() if page.recht == PUBLIEK and not page.menu and not page.onder}
    assert lost == {"account", "zoeken"}
    assert {page.onder for page in pages.values()} - {""} <= set(pages)
