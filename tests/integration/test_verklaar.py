"""Why costs grew, from a work folder to what a reader sees: through the door, and adding up to what was published."""

import csv
import io
import json
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from leveringen import run_main

from jeugdstelsel.engines import duckdb as duck
from jeugdstelsel.model import GebruikersFout
from jeugdstelsel.services.calculate import calculate
from jeugdstelsel.services.verklaar import explain_costs, read_period
from jeugdstelsel.services.warehouse import open_warehouse
from jeugdstelsel.tables import all_tables

PEILDATUM = date(2025, 12, 31)
GROOT, KLEIN = "0344", "0034"


def bill(number: int, gemeente: str, client: str, month: int, product: str, hours: int, price: int) -> dict[str, Any]:
    """One billed line; the aanbieder follows from the young person, so that four share them."""
    return {
        "bericht_id": f"d{number}", "regelnummer": 1, "gemeente": gemeente,
        "aanbieder": f"0100000{sum(map(ord, client)) % 4 + 1}", "client": client, "referentie_nummer": f"p{number}",
        "toewijzing_nummer": 1, "product_categorie": product[:2], "product_code": product,
        "begindatum": date(2025, month, 1), "eenheid": "04", "geleverd_volume": hours, "product_tarief": price,
        "ingediend_bedrag": hours * price, "debet_credit": "D",
    }  # fmt: skip


def make_bills() -> list[dict[str, Any]]:
    """Forty young people in a large gemeente, whose hour gets dearer and of whom more get a second product, and four
    in a small one."""
    rows: list[dict[str, Any]] = []
    for month in range(1, 13):
        price = 9000 if month <= 6 else 9900
        for client in range(40):
            rows.append(bill(len(rows), GROOT, f"k{client:02d}", month, "45A04", 20, price))
        for client in range(20 if month <= 6 else 40):
            rows.append(bill(len(rows), GROOT, f"k{client:02d}", month, "45A12", 10, 4000))
        for client in range(4):
            rows.append(bill(len(rows), KLEIN, f"z{client:02d}", month, "45A04", 20, price))
    rows.append(bill(len(rows), GROOT, "k01", 9, "45A05", 100, 8000))
    return rows


@pytest.fixture(scope="module")
def werkmap(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A computed work folder."""
    folder = tmp_path_factory.mktemp("verklaar")
    with closing(open_warehouse(folder)) as connection:
        duck.load_rows(connection, all_tables()["prestatie"], make_bills())
        duck.load_rows(
            connection,
            all_tables()["levering"],
            [{"levering_id": "l1", "berichten": 1, "synthetisch": True, "beoordeeld": True}],
        )
    calculate(folder, peildatum=PEILDATUM)
    return folder


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., tuple[int, str, str]]:
    """Run a command in this process; return exit code, output and errors."""
    return lambda *words: run_main(capfd, monkeypatch, *words)


def test_the_parts_add_up_to_the_difference_of_the_published_costs(werkmap: Path) -> None:
    found = explain_costs(werkmap, {"gemeente": "Utrecht"}, "2025-H1", "2025-H2")
    assert found.kosten == (480_000, 579_000)
    assert sum(line.bedrag or 0 for line in found.regels) == found.verschil == 99_000
    assert {line.deel: line.bedrag for line in found.regels} == {
        "bevolking": 0, "gebruik": 0, "stapeling": 152_000, "mix": -97_000, "duur": 0, "inzet": 0, "prijs": 44_000,
    }  # fmt: skip
    assert found.synthetisch


def test_new_supply_to_one_young_person_has_no_line_of_its_own(werkmap: Path) -> None:
    found = explain_costs(werkmap, {"gemeente": GROOT}, "2025-H1", "2025-H2")
    assert [line.bevat for line in found.regels if len(line.bevat) > 1] == [("mix", "aanbod")]


def test_of_a_small_gemeente_nothing_is_told(werkmap: Path) -> None:
    found = explain_costs(werkmap, {"gemeente": KLEIN}, "2025-H1", "2025-H2")
    assert found.kosten == (None, None)
    assert {(line.bedrag, line.toestand) for line in found.regels} == {(None, "geheim")}
    assert found.vergelijkbaar is None


def test_own_settings_open_what_their_owner_answers_for(werkmap: Path, tmp_path: Path) -> None:
    path = tmp_path / "eigen.toml"
    accounts = 'eigenaar = "proef"\ndatum = 2026-01-01\nreden = "proef"\n'
    values = {"minimum_cel": "1", "minimum_aanbieders": "1", "dominantie": "1.0", "afronding_bedrag": "1"}
    path.write_text("".join(f"[{name}]\nwaarde = {value}\n{accounts}" for name, value in values.items()))
    found = explain_costs(werkmap, {"gemeente": KLEIN}, "2025-H1", "2025-H2", own_settings=path)
    assert {line.deel: line.bedrag for line in found.regels}["prijs"] == found.verschil == 4_320


@pytest.mark.parametrize(
    ("van", "naar", "words"),
    [
        ("2025-H1", "2025-K3", "even lang"),
        ("2025", "2025", "twee verschillende"),
        ("vorig jaar", "2025", "de periode 'vorig jaar' bestaat niet"),
        ("2019", "2020", "er zijn geen kosten"),
    ],
)
def test_what_cannot_be_compared_is_refused(werkmap: Path, van: str, naar: str, words: str) -> None:
    with pytest.raises(GebruikersFout, match=words):
        explain_costs(werkmap, {}, van, naar)


def test_costs_that_came_in_since_the_calculation_are_not_explained(tmp_path: Path) -> None:
    bills = make_bills()
    with closing(open_warehouse(tmp_path)) as connection:
        duck.load_rows(connection, all_tables()["prestatie"], bills)
    calculate(tmp_path, peildatum=PEILDATUM)
    with closing(open_warehouse(tmp_path)) as connection:
        duck.load_rows(connection, all_tables()["prestatie"], [bill(9999, GROOT, "k02", 3, "45A04", 1, 100)])
    with pytest.raises(GebruikersFout, match="Reken opnieuw"):
        explain_costs(tmp_path, {}, "2025-H1", "2025-H2")


def test_periods_have_the_names_of_the_calendar() -> None:
    found = [read_period(name) for name in ("2024", "2024-H2", "2024-K1", "2024-02")]
    assert [(period.soort, period.begin.isoformat(), period.eind.isoformat()) for period in found] == [
        ("jaar", "2024-01-01", "2024-12-31"),
        ("halfjaar", "2024-07-01", "2024-12-31"),
        ("kwartaal", "2024-01-01", "2024-03-31"),
        ("maand", "2024-02-01", "2024-02-29"),
    ]


def test_the_command_prints_a_table_csv_or_json(werkmap: Path, run: Callable[..., tuple[int, str, str]]) -> None:
    given = ("--van", "2025-H1", "--naar", "2025-H2", "--werkmap", werkmap, "--gemeente", "Utrecht")
    code, out, err = run("verklaar", *given)
    assert (code, err) == (0, "")
    assert "SYNTHETISCH" in out
    assert "Mix: andere soorten hulp en nieuw of vervallen aanbod" in out
    assert "Verschil" in out
    _, out, _ = run("verklaar", *given, "--formaat", "csv")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert [row["euro"] for row in rows if row["deel"] == "prijs"] == ["44000"]
    assert {row["synthetisch"] for row in rows} == {"ja"}
    _, out, _ = run("verklaar", *given, "--formaat", "json")
    found = json.loads(out)
    assert found["verschil"] == 99000
    assert found["beperkingen"]
