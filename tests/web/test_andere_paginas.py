"""The pages about words, sources, quality of data and open data."""

import csv
import re
from io import StringIO
from pathlib import Path

import pytest
from django.core.cache import caches
from django.test import Client

from jeugdstelsel.services.kast import open_kast
from jeugdstelsel.services.kwaliteit import SCORES


def text(answer: object) -> str:
    """Return the words of a page without its tags."""
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split()).replace("&#x27;", "'")  # type: ignore[attr-defined]


def test_a_word_with_two_definitions_shows_them_side_by_side(bezoeker: Client) -> None:
    page = text(bezoeker.get("/begrip/uitval_eenzijdig"))
    assert "Dit woord heeft 2 definities" in page
    assert "uitval_eenzijdig" in page and "uitval_voortijdig" in page
    assert "gebruik ze niet door elkaar" in page


def test_any_other_definition_can_be_laid_beside_one(bezoeker: Client) -> None:
    page = text(bezoeker.get("/begrip/jeugdhulp?naast=jeugdzorg"))
    assert "U ziet 2 definities naast elkaar" in page
    assert bezoeker.get("/begrip/jeugdhulp?naast=geluk").status_code == 400
    assert bezoeker.get("/begrip/geluk").status_code == 404


def test_a_word_is_found_by_part_of_it_and_nothing_found_says_so(bezoeker: Client) -> None:
    assert "1 begrip met ‘uitval’" in text(bezoeker.get("/begrippen?q=uitval"))
    assert "0 begrippen met ‘qqq’" in text(bezoeker.get("/begrippen?q=qqq"))


def test_every_source_has_an_owner_and_a_ground_and_says_what_is_in(bezoeker: Client) -> None:
    page = bezoeker.get("/bronnen").content.decode()
    rows = list(csv.reader(StringIO(bezoeker.get("/bronnen?formaat=csv").content.decode("utf-8-sig")), delimiter=";"))
    assert page.count("<dt>Grondslag</dt>") == len(rows) - 1 > 10
    messages = next(row for row in rows if "toewijzing" in row[0])
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", messages[3])
    assert messages[4].endswith("%")
    assert {"onbekend"} <= {row[4] for row in rows}


def test_the_scores_on_the_page_are_those_of_the_release(bezoeker: Client, werkmap: Path) -> None:
    answer = bezoeker.get("/datakwaliteit?niveau=gemeente&plaats=0363&per=jaar&formaat=csv")
    rows = list(csv.DictReader(StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))
    kept = [
        row
        for row in open_kast(werkmap).profiel("gemeente", "0363", "jaar")
        if row["indicator"] in {score.indicator for score in SCORES}
    ]
    assert [(r["indicator"], r["periode"], r["waarde"]) for r in rows] == [
        (r["indicator"], r["periode"], "" if r["waarde"] is None else str(r["waarde"])) for r in kept
    ]


def test_quality_shows_every_score_with_what_a_defect_does(bezoeker: Client) -> None:
    page = text(bezoeker.get("/datakwaliteit?niveau=gemeente&plaats=0363&per=jaar"))
    for word in ("koppelen", "codes", "berichtsoorten", "volledigheid", "tijdigheid", "Per 1000", "Wat te doen"):
        assert word in page
    assert "geen enkel bericht noemt het pakket" in page
    assert "Alle scores per gemeente" in page


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("niveau=straat", 400),
        ("score=geluk", 400),
        ("niveau=aanbieder&plaats=00000000", 404),
        ("bladzijde=9&niveau=gemeente", 400),
    ],
)
def test_a_wrong_filter_of_quality_is_refused(bezoeker: Client, question: str, status: int) -> None:
    assert bezoeker.get(f"/datakwaliteit?{question}").status_code == status


def test_open_data_offers_every_file_with_licence_changes_and_the_api(bezoeker: Client) -> None:
    answer = bezoeker.get("/open-data")
    page = answer.content.decode()
    links = re.findall(r'href="(/v1/[^"]+)"', page)
    assert {"/v1/openapi.json", "/v1/uitgaven/1/bestanden/cijfers-csv", "/v1/uitgaven/1/bestanden/csvw"} <= set(links)
    for link in links:
        assert bezoeker.get(link.replace("&amp;", "&")).status_code == 200, link
    assert "creativecommons.org" in page
    assert "Dit is de eerste uitgave" in text(answer)
    assert bezoeker.get("/open-data?uitgave=9").status_code == 404
    assert bezoeker.get("/open-data?uitgave=een").status_code == 400


def rows_of(answer: object) -> list[dict[str, str]]:
    """Return the rows of a download."""
    return list(csv.DictReader(StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))  # type: ignore[attr-defined]


def test_the_reconciliation_shows_real_accounts_beside_invented_messages(bezoeker: Client) -> None:
    page = text(bezoeker.get("/aansluiting"))
    assert "De berichten zijn verzonnen, Iv3 is echt" in page
    assert "Jongeren per bron, Nederland" in page and "Kosten in euro, Nederland" in page
    assert "Kies een jeugdregio of gemeente" in page


def test_the_reconciliation_goes_down_to_the_aanbieders_of_a_region(bezoeker: Client) -> None:
    page = text(bezoeker.get("/aansluiting?niveau=jeugdregio&plaats=JZ13"))
    rows = rows_of(bezoeker.get("/aansluiting?niveau=jeugdregio&plaats=JZ13&formaat=csv"))
    providers = {row["aanbieder"] for row in rows if row["aanbieder"]}
    assert providers and all(code in page for code in providers)


def test_parts_of_a_reconciliation_add_up_where_they_may_be_told(bezoeker: Client) -> None:
    costs = [row for row in rows_of(bezoeker.get("/aansluiting?formaat=csv")) if row["onderwerp"] == "kosten"]
    whole = {row["deel"]: row for row in costs if row["soort"] == "totaal" and not row["oorzaak"]}
    iv3, billed, gap = (whole[name]["waarde"] for name in ("iv3", "gedeclareerd", "verschil"))
    assert int(gap) == int(iv3) - int(billed)
    causes = [row for row in costs if row["soort"] == "totaal" and row["oorzaak"]]
    if all(row["waarde"] for row in causes):
        assert sum(int(row["waarde"]) for row in causes) == int(gap)


def test_without_beleidsinformatie_its_part_is_unknown_and_not_zero(bezoeker: Client) -> None:
    people = [row for row in rows_of(bezoeker.get("/aansluiting?formaat=csv")) if row["onderwerp"] == "jongeren"]
    of_bij = [row for row in people if row["deel"] in ("beide", "alleen bij") and not row["oorzaak"]]
    assert of_bij
    assert {(row["waarde"], row["bij_leveringen"]) for row in of_bij} == {("", "0")}
    assert {row["toestand"] for row in of_bij} <= {"onbekend", "geheim"}


def test_nothing_secret_of_the_reconciliation_leaves_by_page_file_or_api(bezoeker: Client) -> None:
    for address in ("/aansluiting?niveau=gemeente&plaats=0363&formaat=csv", "/aansluiting?formaat=csv"):
        for row in rows_of(bezoeker.get(address)):
            assert (row["waarde"] == "") == (row["toestand"] != "gepubliceerd")
    caches["geheugen"].clear()
    found = bezoeker.get("/v1/aansluitregels?niveau=gemeente&gebied=0363&paginaGrootte=1000").json()["resultaten"]
    assert found and all((row["waarde"] is None) == (row["toestand"] != "gepubliceerd") for row in found)


@pytest.mark.parametrize("question", ["niveau=straat", "niveau=gemeente&plaats=9999", "periode=1999"])
def test_a_wrong_filter_of_the_reconciliation_is_refused(bezoeker: Client, question: str) -> None:
    assert bezoeker.get(f"/aansluiting?{question}").status_code == 400


def test_the_parts_of_a_change_of_costs_add_up_to_the_difference(bezoeker: Client) -> None:
    rows = {row["deel"]: row for row in rows_of(bezoeker.get("/kostengroei?formaat=csv"))}
    van, naar, gap = (int(rows.pop(name)["waarde"]) for name in ("kosten_van", "kosten_naar", "verschil"))
    assert naar - van == gap
    assert sum(int(row["waarde"]) for row in rows.values() if row["waarde"]) == gap
    page = text(bezoeker.get("/kostengroei"))
    assert "Prijs: duurder of goedkoper per eenheid" in page and "bewijst geen oorzaak" in page
    assert bezoeker.get("/kostengroei?plaats=JZ99").status_code == 400
