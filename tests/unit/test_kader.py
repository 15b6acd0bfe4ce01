"""The money of the Hervormingsagenda: every amount as printed, every total recomputed from its parts."""

import csv
from pathlib import Path

import pytest

from jeugdstelsel.services.kader import TEGENSTRIJDIG, controleer
from jeugdstelsel.standaard.kader import budgetreeks, investeringen, maatregelen

CIJFERS = Path(__file__).parents[3] / "shared" / "kennis" / "stelsel_cijfers.csv"
HA1 = {
    "Regel 1 ": "1",
    "Regel 2 ": "2",
    "Regel 2a": "2a",
    "Regel 2b": "2b",
    "Regel 2c": "2c",
    "Regel 3 ": "3",
    "Budgetreeks": "totaal",
}


def figures(bijlage: str) -> list[dict[str, str]]:
    """Return the figures that were taken from an annex."""
    if not CIJFERS.exists():
        pytest.skip("de cijfers uit de documenten zijn hier niet")
    with CIJFERS.open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if row["section"].startswith(bijlage)]


def test_the_budget_series_adds_up_within_one_million_and_says_where_it_was_rounded() -> None:
    checks = {c.jaar: c for c in controleer() if c.wat.startswith("Budgetreeks")}
    assert {jaar: c.berekend for jaar, c in checks.items()} == {
        "2022": 6273, "2023": 6578, "2024": 6837, "2025": 6509, "2026": 5410, "2027": 5337, "2028": 5339,
    }  # fmt: skip
    assert [jaar for jaar, c in checks.items() if c.oordeel == "afronding"] == ["2024", "2025", "2026"]


def test_only_the_split_of_the_investments_of_2023_contradicts_its_parts() -> None:
    wrong = [(c.wat, c.jaar, c.berekend, c.gedrukt) for c in controleer() if c.oordeel == TEGENSTRIJDIG]
    assert wrong == [
        ("Investeringen: Gemeentefonds", "2023", 82, 87),
        ("Investeringen: Centraal", "2023", 5, None),
    ]


def test_uncertain_and_feasible_savings_reach_the_structural_total_through_the_investment_in_quality() -> None:
    (check,) = [c for c in controleer() if c.wat.startswith("Onzeker + haalbaar")]
    assert (check.berekend, check.gedrukt) == (-382 - 658 + 22, -1018)


def test_the_cash_shift_moves_money_between_years_and_adds_none() -> None:
    (check,) = [c for c in controleer() if c.wat.startswith("Kasschuif")]
    assert check.berekend == 0


def test_every_printed_amount_of_the_budget_series_is_there() -> None:
    for row in figures("Bijlage 1"):
        line = next((line for start, line in HA1.items() if row["what"].startswith(start)), None)
        if line:
            assert budgetreeks()[line].bedragen[row["year"]] == int(row["value"]), row["id"]


def test_every_printed_amount_of_the_measures_is_there() -> None:
    rows = figures("Bijlage 2 Maatregelentabel")
    ours = [v for m in maatregelen().values() for v in (*m.bedragen.values(), m.onzeker, m.haalbaar) if v is not None]
    assert sorted(ours) == sorted(int(row["value"]) for row in rows)
    assert len(maatregelen()) == 17


def test_every_printed_amount_of_the_investments_is_there() -> None:
    rows = [row for row in figures("Bijlage 3 Investeringstabel") if row["year"] != "jaarlijks"]
    ours = [v for i in investeringen().values() for v in i.bedragen.values() if v is not None]
    assert sorted(ours) == sorted(int(row["value"]) for row in rows)


def test_a_code_of_the_document_is_no_key_since_it_stands_for_other_measures() -> None:
    standaardisatie = next(m for m in maatregelen().values() if m.naam == "Standaardisatie uitvoering")
    elders = next(i for i in investeringen().values() if "Standaardisatie uitvoering" in i.naam)
    assert standaardisatie.documentcode == "B23"
    assert "B6" in elders.documentcode
    assert next(m for m in maatregelen().values() if m.documentcode == "B6").naam == "Tariefdifferentiatie"
