"""Reading answers of StatLine: periods by code and by name, states, padded keys, and input that makes no sense."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from statline_server import TABEL, V3, V4

from jeugdstelsel.ingest import statline_v3, statline_v4
from jeugdstelsel.ingest.statline import MELDINGEN, Lezing, period_of_code, period_of_title, without_number

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data" / "cbs_odata_v3_constructed" / "85098NED"
JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*V4["Dimensions"][0], "RegioS", "Perioden", "Measure", "Value", "ValueAttribute", "Key", "Type"]), inner, max_size=6),
    max_leaves=12,
)  # fmt: skip


def lezing() -> Lezing:
    return Lezing(date(2026, 11, 22), "https://datasets.cbs.nl")


@pytest.mark.parametrize(
    ("code", "title", "name", "kind"),
    [
        ("2023JJ00", "2023", "2023", "jaar"),
        ("2023HJ01", "1e halfjaar 2023", "2023-H1", "halfjaar"),
        ("2023HJ02", "2023 2e halfjaar", "2023-H2", "halfjaar"),
        ("2023KW03", "2023 3e kwartaal", "2023-K3", "kwartaal"),
        ("2023MM02", "2023 februari", "2023-02", "maand"),
    ],
)
def test_a_period_is_the_same_by_code_and_by_name(code: str, title: str, name: str, kind: str) -> None:
    assert period_of_code(code) == period_of_title(title) == (name, kind)


def test_a_reference_date_is_a_kind_of_its_own() -> None:
    assert period_of_title("31 december 2023") == ("2023-12-31", "peildatum")


@pytest.mark.parametrize("code", ["2023HJ03", "2023HJ00", "2023KW05", "2023MM13", "2023JJ01", "2023XX00", "23JJ00", ""])
def test_what_is_no_period_code_is_none(code: str) -> None:
    assert period_of_code(code) is None


def test_the_number_behind_a_measure_does_not_count() -> None:
    assert without_number("PercentageJongerenMetJeugdzorg_87") == without_number("PercentageJongerenMetJeugdzorg_91")


@pytest.mark.skipif(not SHARED.exists(), reason="de gebouwde antwoorden staan niet naast deze map")
def test_the_untyped_rows_give_the_same_cells_as_the_typed_ones() -> None:
    def read(*names: str) -> Lezing:
        entities = ("TableInfos", "DataProperties", "RegioS", "Perioden")
        answers = {name: json.loads((SHARED / f"{name}.json").read_text())["value"] for name in entities}
        reading = lezing()
        kubus = statline_v3.read_kubus("85098NED", answers, reading)
        for name in names:
            statline_v3.read_cells(kubus, json.loads((SHARED / f"{name}.json").read_text())["value"], reading)
        assert reading.bevindingen == []
        return reading

    typed, untyped = read("TypedDataSet.page1", "TypedDataSet.page2"), read("UntypedDataSet")
    assert len(typed.cellen) == 300
    assert {key: cell.waarde for key, cell in typed.cellen.items()} == {k: c.waarde for k, c in untyped.cellen.items()}


def test_two_measures_with_one_name_stay_apart() -> None:
    answers = {**V4, "MeasureCodes": [{"Identifier": "M1", "Title": "Totaal"}, {"Identifier": "M2", "Title": "Totaal"}]}
    kubus = statline_v4.read_kubus(TABEL, answers, lezing())
    assert [meting.naam for meting in kubus.metingen.values()] == ["Totaal", "Totaal [M2]"]


@settings(max_examples=150, deadline=None)
@given(st.lists(JSON, max_size=5))
def test_no_row_can_stop_the_reading(rows: list[Any]) -> None:
    for reader, answers in ((statline_v4, V4), (statline_v3, V3)):
        reading = lezing()
        reader.read_cells(reader.read_kubus(TABEL, answers, reading), rows, reading)
        assert {finding.regel for finding in reading.bevindingen} <= MELDINGEN.keys()


@settings(max_examples=150, deadline=None)
@given(st.lists(JSON, max_size=5), st.lists(JSON, max_size=5), st.lists(JSON, max_size=5))
def test_no_description_of_a_table_can_stop_the_reading(one: list[Any], two: list[Any], three: list[Any]) -> None:
    statline_v4.read_kubus(TABEL, {**V4, "Dimensions": one, "MeasureCodes": two, "PeriodenCodes": three}, lezing())
    statline_v3.read_kubus(TABEL, {**V3, "DataProperties": one, "TableInfos": two, "Perioden": three}, lezing())
