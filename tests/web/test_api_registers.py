"""What people record is on the API too: decisions, proposals and KPIs with their history, and no name of an account."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from apilezer import check, schema_of
from django.core.cache import caches
from django.test import Client, override_settings

from jeugdstelsel.services.basisset import kandidaten
from jeugdstelsel.services.basisset_kpi import Kpi
from jeugdstelsel.services.basisset_maatregel import Koppeling
from jeugdstelsel.services.basisset_toets import Oordeel, merk_van
from jeugdstelsel.services.basisset_voorstel import keur_goed, stel_voor
from jeugdstelsel.services.overleg import leg_overleg_vast
from jeugdstelsel.services.realisatie_maatregel import lees_stand
from jeugdstelsel.services.realisatie_register import Drempel, Index, Inspanning, Mutatie, Raming, Resultaat, leg_vast
from jeugdstelsel.services.signaal_besluit import besluit, vind_dossier

WIE = "account-zeven"
"""Who records everything here; no answer may hold it."""
EMPTY = ("besluiten", "kpis", "voorstellen", "ramingen", "prijsindexen", "basisset-indicatoren", "indicatorkoppelingen")
TRAJECTEN = kandidaten()["trajecten"]


@pytest.fixture
def map_(django_app: None, tmp_path: Path) -> Iterator[Path]:
    """A work folder of one's own, without figures."""
    caches["geheugen"].clear()
    with override_settings(WERKMAP=tmp_path):
        yield tmp_path


def record(werkmap: Path, *wat: Any) -> None:
    for item in wat:
        leg_vast(werkmap, item, wie=WIE, waarom="proef")


def record_money(werkmap: Path) -> None:
    """Record what money and lights rest on: the light of all measures in 2027 is red."""
    record(
        werkmap,
        Resultaat("totaal", 2027, Decimal(-700), None, None, "monitorrapport"),
        Drempel("maatregel", "effect", Decimal(10), Decimal(25), "BO", date(2026, 1, 5), "proef"),
        Inspanning("m03", "VNG", 2026, "teams opleiden", Decimal(10), None, "verslag"),
        Mutatie("nieuwe wet", 2026, "algemene uitkering", Decimal("1.5"), 2023, "brief"),
        Raming("raming", 2026, Decimal(7000), None, None, 2025, "trend", 2024, "CPB"),
        Index("proefindex", {2023: Decimal(100), 2024: Decimal(106)}, "Rijk", date(2026, 1, 5), "afspraak", "CBS"),
    )


def record_decision(werkmap: Path) -> None:
    """Record the decision that the red light asks for."""
    file = vind_dossier(werkmap, lees_stand(werkmap), "totaal-2027")
    assert file
    told = {
        "oorzaak": "nieuwe ramingsinzichten", "besluit": "De reeks wordt herijkt", "eigenaar": "Rijk",
        "datum": date(2026, 2, 1), "verwacht_effect": "minder achter", "verwacht_achter": Decimal(5),
        "effect_jaar": 2027,
    }  # fmt: skip
    besluit(werkmap, file, told, wie=WIE, waarom="BO van februari", verwacht=file.versie)


def record_set(werkmap: Path) -> None:
    """Record an established indicator with a judgement and a link, a KPI without a goal, and a meeting."""
    stel_voor(werkmap, "nieuw", TRAJECTEN, date.today().year, namens="deskundigencommissie", wie=WIE, waarom="advies")
    keur_goed(werkmap, "v0001", "Rijk", wie=WIE, waarom="besproken", verwacht=1)
    keur_goed(werkmap, "v0001", "VNG", wie=f"{WIE}-bis", waarom="ledenraad", verwacht=2)
    record(
        werkmap,
        Kpi("minder", "Minder trajecten", "trajecten", "kort", "Rijk"),
        Koppeling("m03", "effect", "trajecten", "het aantal daalt"),
        Oordeel("trajecten", "1", "voldoet", "gezien", merk_van(TRAJECTEN)),
    )
    decisions = [("De module is vastgesteld", ["2.3.1-1"])]
    leg_overleg_vast(werkmap, "stuurgroep", date(2026, 1, 8), "ja", decisions, wie=WIE, waarom="verslag")


def get(path: str) -> Any:
    answer = Client().get(f"/v1{path}")
    assert answer.status_code == 200, answer.content
    assert WIE not in answer.content.decode(), path
    return answer.json()


def rows(path: str) -> list[dict[str, Any]]:
    return list(get(path)["resultaten"])


def test_what_is_recorded_has_the_form_of_the_description_and_no_name_of_an_account(map_: Path) -> None:
    assert {path: rows(f"/{path}") for path in EMPTY if rows(f"/{path}")} == {}
    record_money(map_)
    record_decision(map_)
    record_set(map_)
    described = get("/openapi.json")
    forms = described["components"]["schemas"]
    for path in (*(f"/{name}" for name in EMPTY), "/besluiten/totaal-2027", "/kpis/minder", "/voorstellen/v0001"):
        found, schema = get(path), schema_of(described, path)
        assert schema and found.get("totaal", 1) == 1, path
        check(found, schema, forms, path)


def test_a_red_light_is_there_with_its_threshold_and_its_decision_is_followed_up(map_: Path) -> None:
    record_money(map_)
    (light,) = rows("/signalen?kleur=rood")
    assert (light["signaal"], light["oorzaak"]) == ("totaal-2027", "nog niet vastgesteld")
    effect = next(part for part in light["delen"] if part["maat"] == "effect")
    assert effect["achter"] > 25 and effect["drempel"]["rood"] == 25 and effect["drempel"]["eigenaar"] == "BO"
    assert rows("/besluiten?toestand=open")[0]["besluit"] == "totaal-2027"
    record_decision(map_)
    assert rows("/besluiten?toestand=open") == []
    decision = get("/besluiten/totaal-2027")
    assert decision["inhoud"] == "De reeks wordt herijkt"
    assert decision["opvolging"]["oordeel"] == "niet gehaald"
    assert decision["opvolging"]["gemeten"] == effect["achter"] == pytest.approx(decision["achter"], abs=1e-3)
    assert get("/signalen/totaal-2027")["oorzaak"] == "nieuwe ramingsinzichten"
    assert get("/signalen/totaal-2027?bekendOp=2020-01-01")["kleur"] == "onbekend"


def test_spending_is_compared_at_one_price_level_only_and_parts_add_up(map_: Path) -> None:
    before = {row["jaar"]: row for row in rows("/budgetjaren")}
    assert before[2024]["afwijking"] is None and "prijspeil verschilt" in before[2024]["uitleg"]
    record_money(map_)
    after = {row["jaar"]: row for row in rows("/budgetjaren")}
    assert after[2026]["budget"]["eurocent"] - after[2026]["gedrukt"]["eurocent"] == 150_000_000
    gap = after[2024]["afwijking"]["eurocent"]
    assert gap == after[2024]["omgerekend"]["eurocent"] - after[2024]["budget"]["eurocent"]
    borne = after[2024]["toerekening"]
    assert sum(part["bedrag"] for part in borne["delen"]) + borne["nietToegerekend"] == gap
    (year,) = rows("/maatregeljaren?maatregel=totaal&jaar=2027")
    assert year["gerealiseerd"]["eurocent"] == -70_000_000_000 and year["toestand"] == "gemeten"
    (effort,) = rows("/maatregeljaren?maatregel=m03&jaar=2026")[0]["inspanningen"]
    assert effort["geleverd"] is None


def test_an_indicator_is_in_the_set_after_two_approvals_and_was_not_before(map_: Path) -> None:
    record_set(map_)
    (line,) = rows("/basisset-indicatoren")
    assert line["indicator"] == "trajecten"
    assert "trajecten" not in {row["indicator"] for row in rows("/kandidaatindicatoren")}
    proposal = get(f"/voorstellen/{line['voorstel']}")
    assert [(each["partij"], each["waarom"]) for each in proposal["goedkeuringen"]] == [
        ("Rijk", "besproken"), ("VNG", "ledenraad")
    ]  # fmt: skip
    assert rows("/basisset-indicatoren?bekendOp=2024-01-01") == []
    assert proposal["vorigeDefinitie"] is None
    judged = rows("/randvoorwaardetoetsen?indicator=trajecten")
    assert [row["oordeel"] for row in rows("/randvoorwaardeoordelen?indicator=trajecten")] == ["voldoet"]
    assert judged[0]["oordeel"] == "voldoet" and len(judged) == 7


def test_a_kpi_without_goal_or_baseline_says_so_and_is_never_zero(map_: Path) -> None:
    record_set(map_)
    kpi = get("/kpis/minder")
    assert (kpi["doel"]["toestand"], kpi["doel"]["waarde"]) == ("doel nog niet vastgesteld", None)
    assert (kpi["nulmeting"]["toestand"], kpi["nulmeting"]["waarde"]) == ("nulmeting nog niet bekend", None)
    assert kpi["nu"]["waarde"] is None


def test_a_decision_of_a_meeting_stands_with_the_agreement_that_it_is_about(map_: Path) -> None:
    assert get("/afspraken/2.3.1-1")["besluiten"] == []
    record_set(map_)
    meeting = get("/overleggen/stuurgroep-2026-01-08")
    assert [each["wat"] for each in meeting["besluiten"]] == ["De module is vastgesteld"]
    assert [each["overleg"] for each in get("/afspraken/2.3.1-1")["besluiten"]] == [meeting["overleg"]]


def test_what_is_not_recorded_is_not_found_with_the_way_to_what_is(map_: Path) -> None:
    for path in ("besluiten/totaal-2027", "kpis/minder", "voorstellen/v0001", "overleggen/geen", "signalen/m03-1999"):
        answer = Client().get(f"/v1/{path}")
        assert answer.status_code == 404 and f"/v1/{path.split('/')[0]}" in answer.json()["detail"], path
