"""The generated reference says what the code says."""

import re
from pathlib import Path

import pytest

from jeugdstelsel import standaard
from jeugdstelsel.indicators.plan import all_indicators
from jeugdstelsel.rules import all_rules, not_ours
from jeugdstelsel.services.reference import make_reference, read_example, write_reference
from jeugdstelsel.tables import all_tables

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "docs" / "reference"


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    return make_reference(ROOT)


def test_the_pages_in_the_repository_are_what_the_code_says(pages: dict[str, str]) -> None:
    written = {str(path.relative_to(FOLDER)): path.read_text(encoding="utf-8") for path in FOLDER.rglob("*.md")}
    stale = sorted(name for name in pages.keys() | written.keys() if pages.get(name) != written.get(name))
    assert not stale, f"run scripts/referentie: {stale}"


def test_every_table_and_column_is_in_the_data_dictionary(pages: dict[str, str]) -> None:
    sections = dict(re.findall(r"^## (\w+)\n(.*?)(?=^## |\Z)", pages["tabellen.md"], re.M | re.S))
    columns = {name: tuple(re.findall(r"^\| `(\w+)` \|", text, re.M)) for name, text in sections.items()}
    assert columns == {name: table.names for name, table in all_tables().items()}


def test_every_rule_of_the_standard_is_on_a_page_or_has_its_reason(pages: dict[str, str]) -> None:
    ours = {Path(name).stem for name in pages if name.startswith("regels/")} - {"README"}
    reasons = set(re.findall(r"^\| (\w+) \|", pages["niet-van-ons.md"], re.M)) - {"regel"}
    assert ours == set(all_rules())
    assert reasons == set(not_ours())
    assert ours | reasons == set(standaard.regels())


def test_every_indicator_shows_its_meaning_limits_and_sql(pages: dict[str, str]) -> None:
    page = pages["indicatoren.md"]
    for item in all_indicators().values():
        section = page.partition(f"\n## {item.code}\n")[2].partition("\n## ")[0]
        assert item.betekenis in section
        assert all(text in section for text in item.beperkingen)
        assert f"-- {item.code}\n" in section


def test_every_code_of_every_list_is_on_the_page_of_the_standard(pages: dict[str, str]) -> None:
    page = pages["standaard.md"]
    for number in standaard.lijsten():
        section = page.partition(f"\n### {number} ")[2].partition("\n### ")[0]
        assert all(f"| {code} |" in section for code in standaard.codelijst(number))


def test_no_row_of_a_table_has_more_cells_than_its_header(pages: dict[str, str]) -> None:
    for name, text in pages.items():
        tables = re.findall(r"(?:^\|.*\n)+", text, re.M)
        for table in tables:
            widths = {len(re.findall(r"(?<!\\)\|", line)) for line in table.splitlines()}
            assert len(widths) == 1, f"{name}: {table[:80]}"


def test_an_example_is_read_from_a_spec_without_running_it(tmp_path: Path) -> None:
    spec = tmp_path / "test_tr999.py"
    spec.write_text(
        'raise SystemExit\ntitle = "TR999: proef"\ntables = {"bericht": "bericht_id\\nb1"}\n'
        'def test_one(spec):\n    spec(tables, RULE.violations["Header"], [("b1", 1)])\n'
    )
    example = read_example(spec)
    assert (example.titel, dict(example.tabellen)) == ("TR999: proef", {"bericht": "bericht_id\nb1"})
    assert example.gevonden == (("Header", ("b1 (volgnummer 1)",)),)


def test_a_page_that_no_code_stands_behind_is_removed(tmp_path: Path) -> None:
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "spec").symlink_to(ROOT / "tests" / "spec")
    old = tmp_path / "docs" / "reference" / "regels" / "TR000.md"
    old.parent.mkdir(parents=True)
    old.write_text("oud")
    write_reference(tmp_path)
    assert not old.exists()
    assert (old.parent / "TR019.md").exists()
