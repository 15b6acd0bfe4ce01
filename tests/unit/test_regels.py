"""The rules as a whole: complete, each in its own place, and reading only what it names."""

import re
from pathlib import Path

import pytest
import sqlglot
from sqlglot import exp

from jeugdstelsel import standaard
from jeugdstelsel.model import Rule
from jeugdstelsel.registry import find_all
from jeugdstelsel.rules import all_rules, not_ours

SPECS = Path(__file__).parents[1] / "spec"
RULES = [pytest.param(rule, id=code) for code, rule in all_rules().items()]
QUERIES = [
    pytest.param(code, klasse, sql, id=f"{code}-{klasse}")
    for code, rule in all_rules().items()
    for klasse, sql in rule.violations.items()
]


def tables_read(sql: str) -> set[str]:
    tree = sqlglot.parse_one(sql, dialect="duckdb")
    own = {cte.alias for cte in tree.find_all(exp.CTE)}
    return {table.name for table in tree.find_all(exp.Table)} - own


def test_our_rules_and_those_that_are_not_ours_are_exactly_the_standard() -> None:
    assert set(all_rules()) | set(not_ours()) == set(standaard.regels())


def test_no_rule_is_both_ours_and_not_ours() -> None:
    assert set(all_rules()) & set(not_ours()) == set()


def test_every_rule_that_a_message_is_rejected_on_is_ours_or_read_as_structure() -> None:
    rejecting = {code for code, regel in standaard.regels().items() if regel.niveau is not None}
    as_structure = {code for code, rule in not_ours().items() if "niveau 1" in rule.reden}
    assert rejecting == set(all_rules()) | as_structure


def test_a_reason_points_only_at_rules_that_we_judge() -> None:
    named = {code for rule in not_ours().values() for code in re.findall(r"\b(?:TR|CD|CS)\d{3}\b", rule.reden)}
    assert named <= set(all_rules())


def test_every_module_holds_the_rule_it_is_named_after() -> None:
    assert {name: rule.code.lower() for name, rule in find_all("rules", "RULE").items() if isinstance(rule, Rule)} == {
        code.lower(): code.lower() for code in all_rules()
    }


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_has_a_spec(rule: Rule) -> None:
    assert (SPECS / f"test_{rule.code.lower()}.py").is_file()


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_names_exactly_the_tables_it_reads(rule: Rule) -> None:
    assert set().union(*map(tables_read, rule.violations.values())) == set(rule.needs)


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_tells_the_sender_what_to_repair_in_one_sentence(rule: Rule) -> None:
    assert re.fullmatch(r"[A-Z].+\.", rule.herstel)


@pytest.mark.parametrize(("code", "klasse", "sql"), QUERIES)
def test_a_rule_finds_occurrences_of_a_klasse_of_its_messages(code: str, klasse: str, sql: str) -> None:
    """An empty klasse is the message as a whole."""
    places = {element.pad for bericht in standaard.regels()[code].berichten for element in standaard.elementen(bericht)}
    without_lists = {re.sub(r"/(Relaties|Contactgegevens)/", "/", place) for place in places}
    assert klasse == "" or any(place.endswith(f"/{klasse}") for place in without_lists)


@pytest.mark.parametrize(("code", "klasse", "sql"), QUERIES)
def test_a_rule_returns_a_message_and_an_ordinal(code: str, klasse: str, sql: str) -> None:
    assert sqlglot.parse_one(sql, dialect="duckdb").named_selects == ["bericht_id", "regelnummer"]
