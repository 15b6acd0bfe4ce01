"""The API under /v1: what it promises in its description, and the rules for APIs of the Dutch government."""

import csv
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO, StringIO
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pyarrow.parquet as pq
import pytest
from apilezer import check, schema_of
from django.conf import settings
from django.core.cache import caches
from django.test import Client

from jeugdstelsel.services.agenda import lees_post, wijzig
from jeugdstelsel.services.kast import bladen, open_kast
from jeugdstelsel.services.uitgavebestanden import json_regels

ZONDER_VOORBEELD = {"/aanbieders/{code}", "/besluiten/{besluit}", "/kpis/{kpi}", "/voorstellen/{voorstel}"}
"""What is another in every work folder, or not there until someone records it; tests/web/test_api_registers.py does."""
KEBAB = re.compile(r"(/([a-z0-9]+(-[a-z0-9]+)*|\{[a-z]+\}))+")
CAMEL = re.compile(r"[a-z][a-zA-Z0-9]*")


def addresses() -> list[str]:
    """Return every example of every resource."""
    from jeugdstelsel.api.pad import paden

    return [example for found in paden().values() for example in found.voorbeelden]


@pytest.fixture
def api(bezoeker: Client) -> Iterator[Client]:
    """A visitor whose bucket is full."""
    caches["geheugen"].clear()
    yield bezoeker


@pytest.fixture
def openapi(api: Client) -> dict[str, Any]:
    """The description of the API."""
    return dict(api.get("/v1/openapi.json").json())


@pytest.fixture
def settings_werkmap(api: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The registers of an empty work folder, so that a change in a test is not seen by another."""
    monkeypatch.setattr("django.conf.settings.WERKMAP", tmp_path)


def body(answer: Any) -> bytes:
    """Return the whole body, also of an answer that is sent in pieces."""
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


def schema_names(openapi: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Return the forms of the description by name."""
    return dict(openapi["components"]["schemas"])


def test_the_description_is_open_to_programs_on_any_site(api: Client) -> None:
    answer = api.get("/v1/openapi.json")
    assert answer.status_code == 200
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert answer.json()["openapi"].startswith("3.")
    assert answer.json()["servers"][0]["url"].endswith("/v1")
    assert {"name", "url"} <= set(answer.json()["info"]["contact"])
    assert re.fullmatch(r"\d+\.\d+\.\d+", answer.json()["info"]["version"])


def test_paths_are_kebab_case_without_slash_at_the_end_and_keys_are_camel_case(openapi: dict[str, Any]) -> None:
    for path, methods in openapi["paths"].items():
        assert KEBAB.fullmatch(path), path
        assert set(methods) == {"get"}, path
        for parameter in methods["get"]["parameters"]:
            assert CAMEL.fullmatch(parameter["name"]), (path, parameter["name"])
    for name, form in schema_names(openapi).items():
        assert all(CAMEL.fullmatch(key) for key in form["properties"]), name


def subforms(form: Any) -> set[Any]:
    """Return every form that is made of this one."""
    return {sub for each in form.__subclasses__() for sub in (each, *subforms(each))}


def test_every_form_has_a_name_of_its_own_as_the_description_knows_it_by_that(openapi: dict[str, Any]) -> None:
    from jeugdstelsel.api.vorm import Vorm

    names = [form.__name__ for form in subforms(Vorm)]
    assert {name for name in names if names.count(name) > 1} == set()


def test_every_answer_is_described_in_dutch_with_its_errors_and_the_version(openapi: dict[str, Any]) -> None:
    seen = [methods["get"]["operationId"] for methods in openapi["paths"].values()]
    assert len(seen) == len(set(seen))
    for path, methods in openapi["paths"].items():
        operation = methods["get"]
        assert operation["description"] and operation["summary"] and operation["tags"], path
        for status in ("400", "404", "429", "500"):
            assert "application/problem+json" in operation["responses"][status]["content"], path
        assert all("API-Version" in each["headers"] for each in operation["responses"].values()), path


def references(part: Any) -> set[str]:
    """Return everything that a part of the description refers to."""
    if isinstance(part, list):
        return {found for each in part for found in references(each)}
    if not isinstance(part, dict):
        return set()
    return {value for key, value in part.items() if key == "$ref"} | references(list(part.values()))


def test_everything_that_the_description_refers_to_is_in_it(openapi: dict[str, Any]) -> None:
    assert references(openapi) == {f"#/components/schemas/{name}" for name in schema_names(openapi)}


def test_a_file_is_described_with_the_media_types_that_it_can_have(api: Client, openapi: dict[str, Any]) -> None:
    for path, example in (
        ("/uitgaven/{nummer}/bestanden/{bestand}", "/uitgaven/1/bestanden/cijfers-csv"),
        ("/rapporten/{rapport}/bestanden/{formaat}", "/rapporten/jongeren/bestanden/html"),
    ):
        kinds = openapi["paths"][path]["get"]["responses"]["200"]["content"]
        assert api.get(f"/v1{example}").headers["Content-Type"].partition(";")[0] in kinds
        assert len(kinds) > 2


def test_every_path_of_the_description_has_an_example(openapi: dict[str, Any]) -> None:
    shapes = [re.compile(re.sub(r"\{\w+\}", "[^/]+", path)) for path in set(openapi["paths"]) - ZONDER_VOORBEELD]
    plain = [address.partition("?")[0] for address in addresses()]
    assert all(any(shape.fullmatch(address) for address in plain) for shape in shapes)


def test_every_example_answers_in_the_form_of_the_description(api: Client, openapi: dict[str, Any]) -> None:
    forms = schema_names(openapi)
    for address in addresses():
        answer = api.get(f"/v1{address}")
        assert answer.status_code == 200, (address, body(answer)[:300])
        if schema := schema_of(openapi, address):
            check(answer.json(), schema, forms, address)


@pytest.mark.parametrize(
    "address", ["/indicatoren", "/openapi.json", "/indicatoren/", "/bestaat-niet", "/cijfers?per=dag"]
)
def test_every_answer_has_the_headers_of_a_government_api(api: Client, address: str) -> None:
    headers = api.get(f"/v1{address}").headers
    assert headers["API-Version"] == "1.0.0"
    assert headers["Cache-Control"] == "no-store"
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Access-Control-Allow-Origin"] == "*"
    assert headers["Referrer-Policy"] == "no-referrer"


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/indicatoren/", 404, "eindigt niet op een streep"),
        ("", 404, "/v1/openapi.json"),
        ("/bestaat-niet", 404, "/v1/openapi.json"),
        ("/indicatoren/bestaat-niet", 404, "De indicator 'bestaat-niet' bestaat niet"),
        ("/uitgaven/99", 404, "Uitgave 99 bestaat niet"),
        ("/uitgaven/een", 400, "'nummer' hoort een geheel getal te zijn"),
        ("/uitgaven/1/bestanden/geheim", 404, "Kies uit: cijfers-csv"),
        ("/uitgaven/1/bestanden/..%2f..%2fsleutel", 404, ""),
        ("/cijfers?niveau=straat", 400, "'niveau' heeft een waarde die niet bestaat. Kies uit: land, jeugdregio"),
        ("/cijfers?bekendOp=morgen", 400, "'bekendOp' hoort een datum te zijn"),
        ("/cijfers?pagina=0", 400, "'pagina' hoort ten minste 1 te zijn"),
        ("/cijfers?paginaGrootte=5000", 400, "'paginaGrootte' hoort ten hoogste 1000 te zijn"),
        ("/cijfers?periode_soort=jaar", 400, "De parameter 'periode_soort' bestaat niet"),
        ("/cijfers?indicator=geluk", 400, "De indicator 'geluk' bestaat niet"),
        ("/cijfers?bekendOp=2001-01-01", 400, "nog geen uitgave"),
        ("/iv3-bedragen?gemeente=9999", 400, "Gemeente '9999' bestaat niet"),
        ("/iv3-bedragen?gemeente=0363&jeugdregio=JZ01", 400, "niet allebei"),
        ("/maatregelen?jaar=2025", 400, "Kies uit: pagina, paginaGrootte"),
        ("/maatregelen/geluk", 404, "Ze staan in /v1/maatregelen"),
        ("/gemeenten/9999", 404, "Ze staan in /v1/gemeenten"),
        ("/afspraken/geluk", 404, "/v1/afspraken"),
        ("/signalen?jaar=1999", 400, "'jaar' kan niet '1999' zijn. Kies uit: 2023"),
        ("/signalen?eenheid=geluk", 400, "'geluk' heeft geen signaal"),
        ("/wachttijden?plaats=0363", 400, "Het land heeft geen 'plaats'"),
        ("/wachttijden?niveau=gemeente&plaats=9999", 400, "'plaats' '9999'"),
        ("/cbs-aandelen?gemeente=9999", 400, "'gemeente' '9999' bestaat niet"),
        ("/zoekresultaten", 400, "'q' ontbreekt"),
        ("/zoekresultaten?q=", 400, "'q' hoort ten minste 1 teken te hebben"),
        ("/rapporten/geluk/bestanden/pdf", 404, "Kies een uit /v1/rapporten"),
        ("/rapporten/jongeren/bestanden/doc", 404, "pdf, html, xlsx"),
        ("/rapporten/raad/bestanden/html?gemeente=9999", 400, "9999"),
        ("/basisset-indicatoren?rapportjaar=1999", 400, "'rapportjaar' kan niet '1999' zijn"),
        ("/randvoorwaardetoetsen?indicator=geluk", 400, "'indicator' 'geluk' bestaat niet"),
        ("/indicatoren/trajecten/vergelijkingen?periode=1999", 400, "'periode' '1999'"),
        ("/indicatoren/trajecten/vergelijkingen?groep=alle", 400, "'groep' hoort bij 'plaats'"),
        ("/indicatoren/trajecten/vergelijkingen?plaats=9999", 400, "'plaats' '9999' bestaat niet"),
        ("/indicatoren/trajecten/vergelijkingen?plaats=&groep=provincie", 400, "'plaats' '' bestaat niet"),
        ("/indicatoren/geluk/verdelingen", 404, "/v1/indicatoren"),
    ],
)
def test_a_wrong_question_is_a_problem_that_says_in_dutch_what_to_do(
    api: Client, address: str, status: int, words: str
) -> None:
    answer = api.get(f"/v1{address}")
    assert answer.status_code == status
    assert answer.headers["Content-Type"] == "application/problem+json"
    problem = json.loads(answer.content)
    assert set(problem) == {"status", "title", "detail"}
    assert problem["status"] == status
    assert words in problem["detail"]


def test_only_reading_is_possible(api: Client) -> None:
    for address in ("/v1/indicatoren", "/v1/openapi.json"):
        for method in (api.post, api.put, api.patch, api.delete):
            answer = method(address)
            assert answer.status_code == 405
            assert answer.headers["Content-Type"] == "application/problem+json"
            assert answer.headers["Allow"] == "GET, HEAD, OPTIONS"
        assert api.head(address).status_code == 200
    before = api.options("/v1/indicatoren")
    assert before.status_code == 204
    assert "GET" in before.headers["Access-Control-Allow-Methods"]
    assert "If-None-Match" in before.headers["Access-Control-Allow-Headers"]


def test_a_question_with_a_body_or_for_another_form_is_refused(api: Client) -> None:
    asked = api.generic("GET", "/v1/indicatoren", "{}", content_type="application/json")
    assert (asked.status_code, asked.headers["Content-Type"]) == (415, "application/problem+json")
    for address in ("/v1/indicatoren", "/v1/openapi.json", "/v1/uitgaven/1/bestanden/cijfers-csv"):
        other = api.get(address, headers={"Accept": "application/xml"})
        assert (other.status_code, other.headers["Content-Type"]) == (406, "application/problem+json")
        assert "Accept" in other.json()["detail"]
        assert api.get(address, headers={"Accept": "text/html, */*;q=0.1"}).status_code == 200
    assert api.get("/v1/indicatoren", headers={"Accept": "application/json"}).status_code == 200


@pytest.mark.parametrize("address", ["/v1/maatregelen", "/v1/uitgaven/1/bestanden/cijfers-csv"])
def test_what_did_not_change_since_a_program_asked_is_not_sent_again(api: Client, address: str) -> None:
    tag = api.get(address).headers["ETag"]
    again = api.get(address, headers={"If-None-Match": tag})
    assert (again.status_code, body(again), again.headers["ETag"]) == (304, b"", tag)
    assert again.headers["API-Version"] == "1.0.0"
    assert api.get(address, headers={"If-None-Match": '"anders"'}).status_code == 200


def test_everything_that_is_wrong_with_a_question_is_told_at_once(api: Client) -> None:
    problem = api.get("/v1/cijfers?niveau=straat&pagina=0&kleur=rood&maand=5").json()
    for words in ("'niveau'", "'pagina' hoort ten minste 1", "De parameters 'kleur', 'maand' bestaan niet"):
        assert words in problem["detail"]


def test_moments_are_in_utc_and_what_has_no_time_is_a_day(api: Client) -> None:
    assert api.get("/v1/uitgaven").json()["resultaten"][0]["moment"] == "2026-02-01T09:00:00Z"
    line = api.get("/v1/afspraken/2.3.1-1").json()["geschiedenis"][0]
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", line["bekend"])


def test_an_error_of_the_program_tells_nothing_of_the_program(api: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(*_: Any, **__: Any) -> None:
        raise RuntimeError("geheime plek op schijf")

    monkeypatch.setattr("jeugdstelsel.api.paden.cijfers.open_kast", breaks)
    answer = api.get("/v1/cijfers")
    assert answer.status_code == 500
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert b"schijf" not in answer.content


def test_who_asks_too_fast_is_told_when_to_come_back(api: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("jeugdstelsel.api.instellingen.PER_MINUUT", 3)
    answers = [api.get("/v1/actielijnen") for _ in range(4)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
    assert 1 <= int(answers[-1].headers["Retry-After"]) <= 20
    assert answers[-1].headers["Content-Type"] == "application/problem+json"
    assert api.get("/v1/actielijnen", REMOTE_ADDR="192.0.2.7").status_code == 200
    assert api.get("/over").status_code == 200


def test_a_forged_address_does_not_fill_the_bucket(api: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("jeugdstelsel.api.instellingen.PER_MINUUT", 1)
    assert api.get("/v1/acties", HTTP_X_FORWARDED_FOR="192.0.2.1").status_code == 200
    assert api.get("/v1/acties", HTTP_X_FORWARDED_FOR="192.0.2.2").status_code == 429


def test_the_bucket_fills_again_with_time(api: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("jeugdstelsel.api.instellingen.PER_MINUUT", 2)
    moments = iter((100.0, 100.0, 100.0, 131.0))
    monkeypatch.setattr("jeugdstelsel.api.emmer.time", SimpleNamespace(time=lambda: next(moments)))
    assert [api.get("/v1/acties").status_code for _ in range(4)] == [200, 200, 429, 200]


def test_figures_are_those_of_the_page_and_of_the_release(api: Client, werkmap: Path) -> None:
    found = api.get("/v1/cijfers?indicator=trajecten&niveau=gemeente&periodeSoort=jaar&paginaGrootte=1000").json()
    kept = {row["plaats"]: row["waarde"] for row in open_kast(werkmap).plaatsen("trajecten", "gemeente", "2025")}
    assert {row["plaats"]: row["waarde"] for row in found["resultaten"] if row["periode"] == "2025"} == kept
    page = api.get("/indicator/trajecten?niveau=gemeente&plaats=0363&formaat=csv").content.decode("utf-8-sig")
    head, *rows = csv.reader(StringIO(page), delimiter=";")
    names = [name.lower() for name in head]
    shown = {row[names.index("periode")]: row[names.index("waarde")] for row in rows}
    own = {row["periode"]: row for row in found["resultaten"] if row["plaats"] == "0363"}
    assert own
    for period, row in own.items():
        assert shown[period] in (("", row["toestand"]) if row["waarde"] is None else (str(row["waarde"]),))


def test_every_figure_has_its_unit_period_status_and_label(api: Client) -> None:
    found = api.get("/v1/cijfers?indicator=trajecten&niveau=land").json()
    assert found["uitgave"]["peildatum"]
    for row in found["resultaten"]:
        assert row["eenheid"] and row["periode"] and row["status"] and row["synthetisch"] is True


def test_waiting_times_and_the_reasons_are_those_of_the_page(api: Client) -> None:
    found = api.get("/v1/wachttijden?niveau=gemeente&plaats=0363&periode=2025").json()
    assert len(found["resultaten"]) == 3
    page = api.get("/wachttijden?gemeente=0363&periode=2025").content.decode()
    (told,) = found["vergelijkbaar"]
    assert told["redenen"] and all(reason in page for reason in told["redenen"])
    for row in found["resultaten"]:
        assert row["naam"] in page
        assert row["helftKlaar"] is None or (row["helftKlaar"]["dagen"] is None) == (
            row["helftKlaar"]["toestand"] != "gepubliceerd"
        )


def test_a_place_is_compared_with_those_of_its_group_and_what_is_hidden_has_no_verdict(api: Client) -> None:
    base = "/v1/indicatoren/trajecten/vergelijkingen?gebied=gemeente"
    every = api.get(f"{base}&paginaGrootte=1000").json()
    group = api.get(f"{base}&plaats=0363&groep=jeugdregio").json()["resultaten"]
    assert 1 < len(group) < every["totaal"] and "0363" in {row["plaats"] for row in group}
    assert all(row in every["resultaten"] for row in group)
    hidden = [row for row in every["resultaten"] if row["waarde"] is None]
    assert hidden and all(row["oordeel"] == "" and row["omvang"] is None for row in hidden)


def test_bars_hold_every_known_value_once(api: Client) -> None:
    places = api.get("/v1/indicatoren/trajecten/vergelijkingen?gebied=jeugdregio").json()["resultaten"]
    bars = api.get("/v1/indicatoren/trajecten/verdelingen?gebied=jeugdregio").json()
    assert sum(bar["aantal"] for bar in bars["resultaten"]) == sum(row["waarde"] is not None for row in places)
    assert bars["zonder"] == sum(row["waarde"] is None for row in places)


def test_search_gives_an_address_that_answers_and_a_suggestion_when_nothing_is_found(api: Client) -> None:
    asked = ("amsterdam", "trajecten", "uitval", "stevige lokale teams", "reikwijdte", "2.1", "iv3", "doorbraak")
    found = [hit for q in asked for hit in api.get(f"/v1/zoekresultaten?q={q}").json()["resultaten"]]
    assert len({hit["soort"] for hit in found}) > 7
    for address in {hit["soort"]: hit["adres"] for hit in found}.values():
        assert api.get(address).status_code == 200, address
    nothing = api.get("/v1/zoekresultaten?q=Amsterdm").json()
    assert (nothing["totaal"], [hit["naam"] for hit in nothing["bedoelt"]][:1]) == (0, ["Amsterdam"])


def test_a_provider_of_the_release_is_there_by_its_code(api: Client) -> None:
    first = api.get("/v1/aanbieders?paginaGrootte=1").json()["resultaten"][0]
    assert api.get(f"/v1/aanbieders/{first['aanbieder']}").json() == first
    assert api.get("/v1/aanbieders/00000000").status_code == 404


def test_a_report_is_the_one_of_the_website(api: Client) -> None:
    listed = {each["rapport"]: each for each in api.get("/v1/rapporten").json()["resultaten"]}
    files = {each["formaat"]: each["adres"] for each in listed["jongeren"]["bestanden"]}
    assert set(files) == {"pdf", "html", "xlsx"}
    answer = api.get(files["html"])
    assert answer.content == api.get("/rapport/jongeren/html").content
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


def test_what_is_not_published_has_no_value(api: Client, werkmap: Path) -> None:
    seen = 0
    for level in ("gemeente", "aanbieder"):
        address = f"/v1/cijfers?niveau={level}&paginaGrootte=1000"
        while address:
            page = api.get(address).json()
            hidden = [row for row in page["resultaten"] if row["toestand"] != "gepubliceerd"]
            assert all(row["waarde"] is None for row in hidden)
            seen += len(hidden)
            address = page["links"]["next"] if seen < 3000 else ""
    assert seen > 0


def test_pages_together_are_the_whole_list_once(api: Client) -> None:
    seen: list[tuple[str, ...]] = []
    address = "/v1/cijfers?indicator=instroom&niveau=jeugdregio&periodeSoort=kwartaal&paginaGrootte=40"
    total = api.get(address).json()["totaal"]
    while address:
        page = api.get(address).json()
        seen += [(row["plaats"], row["periode"], row["uitsplitsing"]) for row in page["resultaten"]]
        address = page["links"]["next"]
    assert len(seen) == len(set(seen)) == total > 40


def test_a_release_can_be_had_as_a_whole_in_three_forms(api: Client, tmp_path: Path) -> None:
    base = "/v1/uitgaven/1/bestanden/"
    table = pq.read_table(BytesIO(body(api.get(f"{base}cijfers-parquet"))))
    assert body(api.get(f"{base}cijfers-csv")).count(b"\n") - 1 == table.num_rows > 0
    first = next(api.get(f"{base}cijfers-json").streaming_content)
    assert json.loads(first[1:]) == table.slice(0, 1).to_pylist()[0]
    part = table.slice(0, 12)
    pq.write_table(part, tmp_path / "cijfers.parquet")
    assert json.loads(b"".join(json_regels(replace(bladen(settings.WERKMAP)[0], map=tmp_path)))) == part.to_pylist()


def test_every_file_of_a_release_is_there_as_large_as_it_says(api: Client) -> None:
    listed = api.get("/v1/uitgaven/1").json()
    assert len(listed["herkomst"]["kenmerk"]) == 64 and listed["herkomst"]["leveringen"] > 0
    assert {each["bestand"] for each in listed["bestanden"]} >= {"cijfers-csv", "csvw", "dcat", "wijzigingen", "errata"}
    for each in listed["bestanden"]:
        answer = api.get(each["adres"])
        assert answer.status_code == 200
        assert each["bytes"] is None or each["bytes"] == len(body(answer))


def test_one_word_gives_every_definition_of_it(api: Client) -> None:
    found = api.get("/v1/begrippen?term=uitval").json()["resultaten"]
    assert len({each["begrip"] for each in found}) > 1
    assert {each["term"] for each in found} == {"Uitval"}
    assert api.get("/v1/begrippen?term=bestaat-niet").json()["totaal"] == 0


def test_an_indicator_that_is_not_defined_is_never_zero(api: Client) -> None:
    found = api.get("/v1/routekaart-indicatoren").json()["resultaten"]
    assert len(found) == 17
    undefined = [each for each in found if each["toestand"] == "nog niet gedefinieerd"]
    assert undefined and all("waarde" not in each for each in undefined)


def test_the_control_totals_come_out_as_the_program_computes_them(api: Client) -> None:
    found = api.get("/v1/kadercontroles").json()["resultaten"]
    budget = {row["jaar"]: row for row in found if row["wat"] == "Budgetreeks: regel 1 + 2 + 3"}
    assert budget["2022"]["berekend"] == budget["2022"]["gedrukt"] == 6273
    assert {row["oordeel"] for row in found} == {"gelijk", "afronding", "tegenstrijdig"}


def test_an_agreement_keeps_its_earlier_terms(api: Client) -> None:
    laws = api.get("/v1/wetten").json()["resultaten"]
    moved = [each for each in laws if each["verschoven"]]
    assert moved
    for each in moved:
        assert len({line["uiterlijk"] for line in each["geschiedenis"] if line["uiterlijk"]}) > 1
        assert each["wanneer"] == each["geschiedenis"][-1]["wanneer"]
    assert len(api.get("/v1/acties").json()["resultaten"]) == 26


def test_the_name_of_who_changed_a_term_stays_inside(api: Client, tmp_path: Path, settings_werkmap: None) -> None:
    post = lees_post(tmp_path, "wetten", "reikwijdte")
    later = replace(post.termijn, uiterlijk=date(2027, 3, 31), wanneer="Q1 2027")
    wijzig(
        tmp_path, "wetten", "reikwijdte", later, wie="redacteur-zeven", waarom="brief aan de Kamer",
        vanaf=date.today(), verwacht=post.versie,
    )  # fmt: skip
    answer = api.get("/v1/wetten")
    law = next(each for each in answer.json()["resultaten"] if each["sleutel"] == "reikwijdte")
    assert law["uiterlijk"] == "2027-03-31"
    assert law["geschiedenis"][-1]["herkomst"] == "redactie van de monitor"
    assert b"redacteur-zeven" not in answer.content
