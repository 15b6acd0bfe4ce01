"""The crosswalk: every code of every source has its place, once, with a reason and a source."""

from collections import Counter, defaultdict
from datetime import date
from fractions import Fraction

import pytest

from jeugdstelsel.standaard import codelijst, hulpvormen
from jeugdstelsel.standaard.zorgvorm import (
    SOORTEN,
    Kruisregel,
    kruising,
    kruisregels,
    omvat_door,
    zorgvormen,
)

TODAY = date(2026, 1, 1)


def test_shares_of_a_code_add_up_to_one_on_every_day_on_which_something_changes() -> None:
    for soort in SOORTEN:
        lines = [line for line in kruisregels() if line.soort == soort]
        for day in {line.geldig_van for line in lines} | {line.geldig_tot or TODAY for line in lines}:
            sums: dict[str, Fraction] = defaultdict(Fraction)
            for line in kruising(soort, day):
                sums[line.code] += line.aandeel
            assert set(sums.values()) <= {Fraction(1)}, (soort, day)


def test_every_line_says_where_to_why_and_from_what_source() -> None:
    assert {line.soort for line in kruisregels()} == set(SOORTEN)
    for line in kruisregels():
        assert line.zorgvorm in zorgvormen()
        assert line.reden and line.bron, line


def test_every_productcategorie_has_a_place() -> None:
    assert {line.code for line in kruising("productcategorie", TODAY)} == set(codelijst("JZ020"))


def test_every_hulpvorm_and_maatregel_that_a_product_can_be_has_a_place() -> None:
    placed = {(line.soort, line.code) for soort in ("hulpvorm", "maatregel") for line in kruising(soort, TODAY)}
    for domein, code in hulpvormen():
        assert ("hulpvorm" if domein == "jeugdhulp" else "maatregel", code) in placed


def test_a_zorgvorm_lies_in_one_wider_zorgvorm_up_to_the_top() -> None:
    assert omvat_door("pleegzorg") == ("pleegzorg", "met_verblijf", "in_natura", "jeugdhulp", "jeugdzorg")
    tops = Counter(omvat_door(code)[-1] for code in zorgvormen())
    assert set(tops) == {"jeugdzorg", "toegang", "beleid", "onbekend"}


def within(soort: str, code: str, day: date) -> list[str]:
    return [line.zorgvorm for line in kruising(soort, day) if line.code == code]


@pytest.mark.parametrize(
    ("soort", "code", "zorgvorm"),
    [
        ("productcategorie", "45", "zonder_verblijf"),
        ("productcategorie", "54", "in_natura"),  # ggz with and without stay: no source gives the shares
        ("productcode", "45B10", "wijkteam"),
        ("productcode", "43A19", "ander_verblijf"),
        ("productcode", "47A10", "jeugdreclassering"),
        ("hulpvorm", "11", "pleegzorg"),
        ("maatregel", "11", "ots"),  # the same number is something else in another list
        ("taakveld_2025", "6.751", "zonder_verblijf"),
        ("taakveld_2025", "6.23", "onbekend"),
        ("cbs_vorm", "JH 1223", "gesloten"),
    ],
)
def test_what_a_code_falls_within(soort: str, code: str, zorgvorm: str) -> None:
    assert within(soort, code, TODAY) == [zorgvorm]


def test_a_taakveld_means_something_only_in_its_own_years() -> None:
    assert within("taakveld_2017", "6.72", date(2022, 12, 31)) == ["jeugdhulp"]
    assert within("taakveld_2023", "6.72", date(2023, 1, 1)) == ["zonder_verblijf"]
    assert kruising("taakveld_2023", date(2025, 1, 1)) == ()


def test_both_days_of_a_line_are_inside() -> None:
    line = Kruisregel("hulpvorm", "99", "pleegzorg", Fraction(1), date(2025, 1, 1), date(2025, 6, 30), "x", "y")
    days = (date(2024, 12, 31), date(2025, 1, 1), date(2025, 6, 30), date(2025, 7, 1))
    assert [line.geldt_op(day) for day in days] == [False, True, True, False]
