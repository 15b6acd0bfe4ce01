"""Three people do what they came for, in a real browser, as docs/handleiding/rondleiding.md tells."""

import csv
import json
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path

from playwright.sync_api import Page, Response

AFSPRAAK = "/afspraak/2.3.1-1"
GEDRUKT = "module jeugd in Q1 2026"
NIEUW = "eind 2027"


def figures(path: Path) -> Iterator[Mapping[str, str]]:
    """Yield the lines of a file of open data."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file)


def saved(page: Page, name: str, folder: Path) -> Path:
    """Save a file of the page, as a click on its name does."""
    with page.expect_download() as download:
        page.get_by_role("link", name=name, exact=True).click()
    download.value.save_as(folder / name)
    return folder / name


def reasons(page: Page, naam: str) -> str:
    """Return what the page says on comparing a place."""
    return page.get_by_role("region", name=f"Kunt u {naam} vergelijken?").inner_text()


def move_term(page: Page, wanneer: str, waarom: str) -> Response:
    """Fill in another term and send it."""
    page.get_by_label("Wanneer").fill(wanneer)
    page.get_by_label("Uiterlijk").fill("2027-12-31")
    page.get_by_label("Waarom").fill(waarom)
    with page.expect_response(lambda answer: answer.request.method == "POST") as sent:
        page.get_by_role("button", name="Bewaar").click()
    return sent.value


def test_a_council_member_finds_the_waiting_times_of_the_gemeente_and_why_they_cannot_be_compared(
    blad: Page, website: str
) -> None:
    blad.goto(website)
    blad.get_by_label("Gemeente", exact=True).select_option("Amsterdam")
    blad.get_by_role("button", name="Toon wachttijden").click()
    assert blad.get_by_role("heading", level=1).inner_text() == "Wachttijden in Amsterdam"
    row = blad.get_by_role("row", name="Amsterdam geheim")
    assert row.count() == 3  # three waiting times, each over too few young people in this small country
    told = reasons(blad, "Amsterdam")
    assert "Vergelijken kan niet" in told
    assert "zo weinig jongeren dat een cijfer iets over hen zou verraden" in told
    blad.get_by_role("link", name="Definitie, kaart en meer over: van toewijzing tot start").click()
    assert "van de eerste toewijzingsdatum tot de eerste dag hulp" in blad.get_by_role("main").inner_text()


def test_a_place_with_a_published_waiting_time_shows_the_figure_of_the_file_and_may_be_compared(
    blad: Page, website: str, website_map: Path
) -> None:
    known = next(
        each
        for each in figures(website_map / "uitgaven" / "0001" / "cijfers.csv")
        if each["indicator"] == "wachttijd_toewijzing_start"
        and (each["niveau"], each["periode"], each["toestand"]) == ("jeugdregio", "2025", "gepubliceerd")
    )
    blad.goto(f"{website}/wachttijden")
    blad.get_by_label("Of uw jeugdregio").select_option(value=known["jeugdregio"])
    blad.get_by_role("button", name="Toon jeugdregio").click()
    naam = blad.get_by_role("heading", level=1).inner_text().removeprefix("Wachttijden in ")
    table = blad.get_by_role("table", name="Van toewijzing tot start in 2025, in dagen")
    days = table.get_by_role("row", name=naam).get_by_role("cell").first.inner_text()
    assert float(days.replace(",", ".")) == round(float(known["waarde"]), 1)
    may = next(line for line in reasons(blad, naam).splitlines() if line.startswith("Vergelijken mag voor:"))
    assert "van toewijzing tot start" in may


def test_a_researcher_saves_the_figures_with_the_definition_of_each_indicator_and_column(
    blad: Page, website: str, tmp_path: Path
) -> None:
    blad.goto(website)
    blad.get_by_role("link", name="Open data en API").click()
    lines = list(figures(saved(blad, "cijfers.csv", tmp_path)))
    defined = {each["code"]: each["definitie"] for each in figures(saved(blad, "indicatoren.csv", tmp_path))}
    assert all(defined[each] for each in {line["indicator"] for line in lines})
    secret = [line for line in lines if line["toestand"] == "geheim"]
    assert secret and {line["waarde"] for line in secret} == {""}
    assert {line["synthetisch"] for line in lines} == {"ja"}
    told = json.loads(saved(blad, "csv-metadata.json", tmp_path).read_text(encoding="utf-8"))
    table = next(each for each in told["tables"] if each["url"] == "cijfers.csv")
    meaning = {each["name"]: each["dc:description"] for each in table["tableSchema"]["columns"]}
    assert list(meaning) == list(lines[0])
    assert all(meaning.values())


def test_an_editor_moves_a_term_and_everyone_still_reads_the_old_one(
    aanmelden: Callable[..., Page], blad: Page, website: str
) -> None:
    editor = aanmelden("redacteur")
    editor.goto(website + AFSPRAAK)
    late = editor.context.new_page()
    late.goto(website + AFSPRAAK)
    assert move_term(editor, NIEUW, "ondertekening uitgesteld").status == 302
    assert "blijft in de geschiedenis" in editor.get_by_role("status").inner_text()

    blad.goto(website + AFSPRAAK)
    assert blad.get_by_role("definition").filter(has_text=NIEUW).count() == 1
    last = blad.get_by_role("row").last.inner_text()
    assert GEDRUKT in last and NIEUW in last and "ondertekening uitgesteld" in last and "een redacteur" in last
    assert blad.get_by_role("button", name="Bewaar").count() == 0
    yesterday = date.today() - timedelta(days=1)
    blad.goto(f"{website}{AFSPRAAK}?bekend_op={yesterday.isoformat()}")
    assert blad.get_by_role("definition").filter(has_text=GEDRUKT).count() == 1
    assert NIEUW not in blad.get_by_role("main").inner_text()

    assert move_term(late, "in 2028", "te laat gezien").status == 409
    assert late.get_by_label("Wanneer").input_value() == "in 2028"
    assert late.get_by_role("definition").filter(has_text=NIEUW).count() == 1
