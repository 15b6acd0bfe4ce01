"""The set of indicators: complete descriptions, a calendar that is right, a result that can be read back."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from motor import open_with, read_tables

from jeugdstelsel.engines import duckdb as duck
from jeugdstelsel.indicators.instellingen import INSTELLINGEN
from jeugdstelsel.indicators.kalender import easter, holidays, list_periods, list_working_days, make_venster
from jeugdstelsel.indicators.niveaus import STANDAARD, make_niveau
from jeugdstelsel.indicators.plan import all_indicators, plan_steps, working_tables
from jeugdstelsel.model import GebruikersFout
from jeugdstelsel.services.compute import compute, compute_crossing, waarden
from jeugdstelsel.tables import all_tables

SPECS = "".join(path.read_text() for path in (Path(__file__).parents[1] / "spec").glob("test_ind_*.py"))
TABLES = {
    "traject": """
        traject_id | gemeente | aanbieder | client | product_categorie | product_code | eerste_start | status
        t1         | 0363     | 01000001  | k1     | 45                | 45A04        | 2025-01-10   | gestart
        t2         | 0344     | 01000002  | k1     | 45                | 45A05        | 2025-03-15   | gestart
        """,
    "leverperiode": """
        traject_id | gemeente | aanbieder | client | product_categorie | product_code | begindatum
        t1         | 0363     | 01000001  | k1     | 45                | 45A04        | 2025-01-10
        t2         | 0344     | 01000002  | k1     | 45                | 45A05        | 2025-03-15
        """,
    "kosten": """
        traject_id | gemeente | aanbieder | client | product_categorie | product_code | maand      | netto | aantal_prestaties
        t1         | 0363     | 01000001  | k1     | 45                | 45A04        | 2025-01-01 | 100   | 1
        """,
}


@pytest.fixture
def warehouse() -> Iterator[Any]:
    """Hold two trajecten and one bill."""
    with closing(open_with(read_tables(TABLES))) as connection:
        yield connection


@pytest.mark.parametrize("code", all_indicators())
def test_an_indicator_is_named_after_its_module_and_says_everything(code: str) -> None:
    indicator = all_indicators()[code]
    assert indicator.code == code
    for text in (indicator.titel, indicator.betekenis, indicator.eenheid, indicator.teller, indicator.noemer):
        assert text.strip()
    assert indicator.bronnen
    assert indicator.beperkingen


@pytest.mark.parametrize("code", all_indicators())
def test_an_indicator_has_a_spec(code: str) -> None:
    assert f'"{code}"' in SPECS


def test_every_setting_says_who_chose_it_and_why() -> None:
    codes = [setting.code for setting in INSTELLINGEN]
    assert len(set(codes)) == len(codes)
    assert all(setting.eigenaar and setting.reden and setting.betekenis for setting in INSTELLINGEN)


def test_working_tables_never_hide_a_table_of_the_hallway() -> None:
    assert not set(working_tables()) & set(all_tables())


def test_steps_come_after_what_they_need() -> None:
    order = [step.table.name for step in plan_steps(need for item in all_indicators().values() for need in item.needs)]
    for step in plan_steps(order):
        assert all(order.index(need) < order.index(step.table.name) for need in step.needs if need in order)


def test_easter_and_the_days_that_follow_from_it() -> None:
    assert [easter(year) for year in (2024, 2025, 2026, 2038)] == [
        date(2024, 3, 31), date(2025, 4, 20), date(2026, 4, 5), date(2038, 4, 25),
    ]  # fmt: skip
    assert date(2025, 5, 29) in holidays(2025)
    assert date(2025, 4, 26) in holidays(2025), "27 April 2025 is a Sunday"


def test_working_days_skip_weekends_and_holidays() -> None:
    days = {row["datum"]: row["nummer"] for row in list_working_days(date(2024, 12, 20), date(2025, 1, 10))}
    assert days[date(2025, 1, 2)] - days[date(2024, 12, 24)] == 4


def test_periods_are_whole_and_within_the_window() -> None:
    names = [period["periode"] for period in list_periods(make_venster(date(2025, 8, 15), date(2024, 11, 1)))]
    assert names == [
        "2024-11", "2024-12", "2025-01", "2025-02", "2025-03", "2025-04", "2025-05", "2025-06", "2025-07",
        "2025-K1", "2025-K2", "2025-H1",
    ]  # fmt: skip


def test_a_window_holds_at_most_sixty_months() -> None:
    venster = make_venster(date(2025, 12, 31), date(2015, 1, 1))
    assert (venster.basis, venster.laatste) == (2021 * 12 + 1, 59)


def test_a_calculation_that_sees_no_whole_month_gives_nothing(warehouse: Any) -> None:
    compute(warehouse, peildatum=date(2025, 1, 20))
    assert waarden(warehouse, "trajecten") == []


def test_a_second_calculation_replaces_the_first_and_leaves_no_working_tables(warehouse: Any) -> None:
    compute(warehouse, peildatum=date(2025, 12, 31))
    first = duck.run_sql(warehouse, "SELECT * FROM indicator_waarde ORDER BY ALL")
    compute(warehouse, peildatum=date(2025, 12, 31))
    assert duck.run_sql(warehouse, "SELECT * FROM indicator_waarde ORDER BY ALL") == first
    assert {row["niveau"] for row in waarden(warehouse, "trajecten")} == set(STANDAARD)
    left = duck.run_sql(warehouse, "SELECT table_name FROM duckdb_tables() WHERE temporary")
    assert left == []


def test_a_crossing_is_added_when_asked(warehouse: Any) -> None:
    compute(warehouse, peildatum=date(2025, 12, 31))
    for _twice in range(2):
        compute_crossing(warehouse, ["trajecten"], "gemeente × productcode", peildatum=date(2025, 12, 31))
    rows = waarden(warehouse, "trajecten", niveau="gemeente × productcode", periode="2025")
    assert [(row["gemeente"], row["product_code"], row["waarde"]) for row in rows] == [
        ("0344", "45A05", 1.0), ("0363", "45A04", 1.0),
    ]  # fmt: skip


def test_an_unknown_indicator_level_or_filter_is_refused(warehouse: Any) -> None:
    compute(warehouse, peildatum=date(2025, 12, 31))
    with pytest.raises(GebruikersFout, match="bestaat niet"):
        waarden(warehouse, "geluk")
    with pytest.raises(GebruikersFout, match="gefilterd"):
        waarden(warehouse, "trajecten", client="k1")
    with pytest.raises(GebruikersFout, match="niveau"):
        make_niveau("gemeente × maan")
