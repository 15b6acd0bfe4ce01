"""Iv3 as shipped: codes, how they pass into each other, and amounts that add up to the country."""

import csv
import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jeugdstelsel import standaard
from jeugdstelsel.standaard import iv3

SHARED = Path(__file__).resolve().parents[3] / "shared"
beside_the_sources = pytest.mark.skipif(not SHARED.exists(), reason="de bronnen staan niet naast deze map")
MILJOEN = 100_000_000
AFRONDING = 5_000_000
"""The national file is rounded to 0.1 million euro: half of that, in eurocent."""
JEUGD_JAARREKENING_MLN = {2017: 4_175, 2018: 4_642, 2019: 5_105, 2020: 5_210, 2021: 5_582, 2022: 5_621, 2023: 6_278, 2024: 7_174}  # fmt: skip


def rows(name: str) -> Iterator[dict[str, str]]:
    with (SHARED / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def summed() -> dict[tuple[int, str, str], int]:
    total: dict[tuple[int, str, str], int] = defaultdict(int)
    for amount in iv3.bedragen():
        total[amount.jaar, amount.document, amount.taakveld] += amount.bedrag
    return total


# --- codes ----------------------------------------------------------------------------------------------------------


def test_every_year_from_2017_has_one_indeling_and_none_before() -> None:
    assert [getattr(iv3.indeling_van(jaar), "code", None) for jaar in (2016, 2017, 2022, 2023, 2024, 2025, 2026)] == [
        None, "2017", "2017", "2023", "2023", "2025", "2025",
    ]  # fmt: skip


def test_a_taakveld_rolls_up_to_one_of_its_own_indeling() -> None:
    codes = iv3.taakvelden()
    assert all((t.indeling, t.rolt_op_naar) in codes for t in codes.values() if t.rolt_op_naar)
    assert all(iv3.subcodes(t.indeling, t.code) for t in codes.values() if t.verzamelcode and t.code != "totaal")


def test_the_twelve_codes_of_2023_come_from_two_ten_from_672_and_two_from_682() -> None:
    passed = [o for o in iv3.overgang() if o.van_indeling == "2017" and o.van in ("6.72", "6.82")]
    assert {o.soort for o in passed} == {"splitsing"}
    assert [sum(o.van == code for o in passed) for code in ("6.72", "6.82")] == [10, 2]


def test_62_is_not_only_for_the_young() -> None:
    assert {iv3.taakvelden()[indeling, "6.2"].jeugd for indeling in ("2017", "2023", "2025")} == {"deels"}
    assert "niet alleen jeugd" in iv3.taakvelden()["2023", "6.2"].opmerking


def test_every_code_of_the_sociaal_domein_passes_into_the_next_indeling_or_says_that_it_cannot() -> None:
    for old, new in (("2017", "2023"), ("2023", "2025")):
        steps = [o for o in iv3.overgang() if (o.van_indeling, o.naar_indeling) == (old, new)]
        real = {
            indeling: {t.code for t in iv3.taakvelden().values() if t.indeling == indeling and not t.verzamelcode and t.code[0] == "6"}
            for indeling in (old, new)
        }  # fmt: skip
        reached = {code for o in steps if o.naar for code in (iv3.subcodes(new, o.naar) or (o.naar,))}
        assert {o.van for o in steps if o.van} == real[old]
        assert reached == real[new]
        assert all(o.reden and o.bron for o in steps)


def test_674b_mixes_care_with_and_without_verblijf_and_cannot_be_translated() -> None:
    (step,) = [o for o in iv3.overgang() if o.van == "6.74b"]
    assert (step.soort, step.naar) == ("niet te vertalen", "")


def test_no_line_counts_a_taakveld_twice_and_679_is_in_no_total_of_youth() -> None:
    for line in iv3.lijnen():
        for indeling, codes in line.taakvelden.items():
            below = [sub for code in codes for sub in iv3.subcodes(indeling, code)]
            assert not set(codes) & set(below), (line.code, indeling)
    jeugd = next(line for line in iv3.lijnen() if line.code == "jeugd")
    assert "6.79" not in jeugd.taakvelden["2025"]


@beside_the_sources
def test_the_codes_equal_those_of_the_sources() -> None:
    for row in rows("data/iv3_taakvelden_sociaal_domein.csv"):
        for indeling in iv3.indelingen():
            inside = int(row["verslagjaar_van"]) <= indeling.eerste_jaar
            ends = int(row["verslagjaar_tot"]) if row["verslagjaar_tot"] else None
            if not inside or (ends is not None and ends < indeling.eerste_jaar):
                continue
            ours = iv3.taakvelden()[indeling.code, row["code"]]
            assert ours.jeugd == row["jeugd"]
            assert ours.rolt_op_naar in (row["rolt_op_naar"], "6.9"), row
            assert ours.verzamelcode == row["opmerking"].startswith("verzamelcode")


@beside_the_sources
def test_the_codes_of_the_hervormingsagenda_come_out_with_their_names() -> None:
    checked = 0
    for row in rows("kennis/stelsel_cijfers.csv"):
        old = re.fullmatch(r'Iv3 oud "(\S+) .*" wordt nieuw', row["what"])
        if not old:
            continue
        code, _, name = row["value"].partition(" ")
        ours = iv3.taakvelden()["2023", code]
        assert ours.naam.lower().replace(" ", "") == name.lower().replace(" ", "")
        assert any(o.van == old[1] and o.naar == code for o in iv3.overgang() if o.van_indeling == "2017")
        checked += 1
    assert checked == 13


@beside_the_sources
def test_the_counts_of_taakvelden_before_and_after_2023_are_those_of_the_hervormingsagenda() -> None:
    figures = {row["id"]: row["value"] for row in rows("kennis/stelsel_cijfers.csv")}
    own = [t for t in iv3.taakvelden().values() if t.jeugd == "ja" and not t.verzamelcode]
    assert sum(t.indeling == "2017" for t in own) == int(figures["HAIV3-015"])
    assert sum(t.indeling == "2023" for t in own) == int(figures["HAIV3-014"])
    indeling = iv3.indeling_van(int(figures["VB-028"]))
    assert indeling and indeling.eerste_jaar == int(figures["VB-028"])


# --- amounts --------------------------------------------------------------------------------------------------------


def test_the_totals_of_youth_2017_to_2024_are_those_that_were_published() -> None:
    total = summed()
    for jaar, mln in JEUGD_JAARREKENING_MLN.items():
        youth = sum(total.get((jaar, "jaarrekening", code), 0) for code in ("6.72", "6.73", "6.74", "6.82"))
        assert round(youth / MILJOEN) == mln


def test_the_gemeenten_add_up_to_the_shipped_country_in_every_year_document_and_taakveld() -> None:
    total = summed()
    compared = [line for line in iv3.landelijk() if (line.jaar, line.document, line.taakveld) in total]
    assert len(compared) == 74
    assert [
        line for line in compared if abs(total[line.jaar, line.document, line.taakveld] - line.bedrag) > AFRONDING
    ] == []


@beside_the_sources
def test_the_gemeenten_add_up_to_the_published_national_file() -> None:
    total = summed()
    compared = 0
    for row in rows("data/iv3_landelijk_taakveld6_2017_2026.csv"):
        key = (int(row["jaar"]), row["document"], row["taakveld"])
        if key in total:
            assert abs(total[key] / MILJOEN - float(row["lasten_mln_eur"])) <= 0.05, key
            compared += 1
    assert compared == 74


@beside_the_sources
def test_every_amount_of_the_source_is_kept_and_nothing_else() -> None:
    ours = {(a.gemeente, a.jaar, a.document, a.taakveld): a.bedrag for a in iv3.bedragen()}
    seen = 0
    for row in rows("data/iv3_gemeente_jeugd_2017_2026.csv"):
        key = (row["gm_code"][2:], int(row["jaar"]), row["document"])
        delivered = float(row["lasten_totaal_keur"]) != 0
        for column, cell in row.items():
            if not column.startswith("lasten_"):
                continue
            short = column.removeprefix("lasten_").removesuffix("_keur")
            code = {"totaal": "totaal", "sociaal_domein": "6"}.get(short, short.replace("_", "."))
            expected = round(float(cell) * iv3.DUIZEND_EURO) if cell and delivered else None
            assert ours.get((*key, code)) == expected
            seen += expected is not None
    assert seen == len(ours)


@pytest.mark.parametrize(("jaar", "document", "geleverd", "bestaat"), [
    (2017, "jaarrekening", 388, 388), (2022, "jaarrekening", 341, 345), (2024, "jaarrekening", 341, 342),
    (2025, "begroting", 338, 342), (2026, "begroting", 342, 342),
])  # fmt: skip
def test_a_gemeente_with_zeros_only_did_not_deliver(jaar: int, document: str, geleverd: int, bestaat: int) -> None:
    assert len({a.gemeente for a in iv3.bedragen(jaar=jaar) if a.document == document}) == geleverd
    assert len(standaard.gemeenten_op(date(jaar, 1, 1))) == bestaat


def test_every_gemeente_with_amounts_existed_in_that_year() -> None:
    assert [a for a in iv3.bedragen() if not standaard.gemeente_bestaat(a.gemeente, date(a.jaar, 1, 1))] == []


def test_an_amount_of_one_gemeente_and_year_is_in_eurocent() -> None:
    (amount,) = [a for a in iv3.bedragen("0003", 2017) if a.document == "begroting" and a.taakveld == "6.72"]
    assert amount.bedrag == 3_236_000_00
    assert amount.zijde == "lasten"


SUBS = iv3.subcodes("2023", "6.72")


@given(st.dictionaries(st.sampled_from(SUBS), st.integers(-(10**12), 10**12)))
def test_a_roll_up_is_the_sum_of_its_parts_and_unknown_without_any(parts: dict[str, int]) -> None:
    assert iv3.roll_up(parts, "2023", "6.72") == (sum(parts.values()) if parts else None)


@given(st.dictionaries(st.sampled_from(SUBS), st.integers(-(10**12), 10**12)), st.integers())
def test_a_reported_sum_stands_alone_whatever_its_parts_say(parts: dict[str, int], total: int) -> None:
    assert iv3.roll_up({**parts, "6.72": total}, "2023", "6.72") == total
