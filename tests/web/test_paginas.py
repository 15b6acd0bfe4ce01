"""Every page opens for a visitor or says in Dutch why not."""

import pytest
from django.test import Client

from jeugdstelsel.access.rollen import PUBLIEK
from jeugdstelsel.web.pagina import paginas

OPEN = [address for page in paginas().values() if page.recht == PUBLIEK for address in page.voorbeelden]
CLOSED = [address for page in paginas().values() if page.recht != PUBLIEK for address in page.voorbeelden]


def test_every_public_page_opens_with_one_heading_and_a_title_of_its_own(bezoeker: Client) -> None:
    titles: dict[str, str] = {}
    wrong = []
    for adres in OPEN:
        answer = bezoeker.get(adres)
        page = answer.content.decode()
        if answer.status_code != 200 or page.count("<h1") != 1 or "Synthetisch" not in page:
            wrong.append((adres, answer.status_code, page[:200]))
        path, title = adres.partition("?")[0], page.partition("<title>")[2].partition("</title>")[0]
        other = titles.setdefault(" ".join(title.split()), path)
        if other != path or len(title.split()) < 2:
            wrong.append((adres, title, other))
        if "account-" in page:
            wrong.append((adres, "tells a visitor the name of an account"))
    assert not wrong, wrong


@pytest.mark.parametrize("adres", CLOSED)
def test_a_page_that_needs_a_right_is_closed_for_a_visitor(bezoeker: Client, adres: str) -> None:
    assert bezoeker.get(adres).status_code == 403


def test_an_address_that_does_not_exist_says_so_in_dutch(bezoeker: Client) -> None:
    answer = bezoeker.get("/bestaat-niet")
    assert answer.status_code == 404
    assert "Deze pagina bestaat niet" in answer.content.decode()


@pytest.mark.parametrize(
    ("vraag", "woord"),
    [("per=dag", "'per' kan niet 'dag' zijn"), ("niveau=straat", "'niveau'"), ("bekend_op=morgen", "geen datum")],
)
def test_a_wrong_filter_gives_400_and_says_what_to_choose(bezoeker: Client, vraag: str, woord: str) -> None:
    answer = bezoeker.get(f"/indicator/trajecten?{vraag}")
    assert answer.status_code == 400
    assert woord in answer.content.decode().replace("&#x27;", "'")


def test_a_page_tells_nothing_to_who_frames_it_or_scripts_it(bezoeker: Client) -> None:
    headers = bezoeker.get("/over").headers
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
