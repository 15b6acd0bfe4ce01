"""Series of Iv3: gemeenten add up to regions and the country, breaks are marked, and nothing is compared that may not be."""

import csv
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jeugdstelsel import standaard
from jeugdstelsel.model import GebruikersFout
from jeugdstelsel.services.iv3_reeks import (
    Boek,
    Punt,
    Reeks,
    destinations,
    difference,
    find_place,
    finest_level,
    make_series,
    read_book,
    read_index,
    share_out,
    to_price_level,
)
from jeugdstelsel.standaard import iv3

MILJOEN = 100_000_000
KERNCIJFERS = Path(__file__).resolve().parents[3] / "shared" / "data" / "kerncijfers.csv"
JEUGD_JAARREKENING_MLN = [4_175, 4_642, 5_105, 5_210, 5_582, 5_621, 6_278, 7_174]
INDEX = """
naam = "Proefindex"
eigenaar = "controller"
datum = 2026-01-05
reden = "Om te rekenen."
bron = "verzonnen"
[cijfers]
2022 = 100
2023 = 105.5
2024 = 110
"""


@pytest.fixture(scope="module")
def book() -> Boek:
    return read_book()


def point(series: Reeks, lijn: str, jaar: int) -> Punt:
    (found,) = [p for p in series.punten if (p.lijn, p.jaar) == (lijn, jaar)]
    return found


def known(series: Reeks) -> dict[tuple[str, int], int]:
    return {(p.lijn, p.jaar): p.bedrag for p in series.punten if p.bedrag is not None}


# --- adding up ------------------------------------------------------------------------------------------------------


def test_the_country_gives_the_eight_published_totals(book: Boek) -> None:
    series = make_series(book, find_place())
    assert [round((p.bedrag or 0) / MILJOEN) for p in series.punten if p.lijn == "jeugd"] == JEUGD_JAARREKENING_MLN


@pytest.mark.skipif(not KERNCIJFERS.exists(), reason="de bronnen staan niet naast deze map")
def test_the_key_figures_on_iv3_come_out_within_the_rounding_of_their_parts(book: Boek) -> None:
    with KERNCIJFERS.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["indicator"].startswith("iv3_lasten")]
    for row in rows:
        series = make_series(book, find_place(), document=row["indicator"].rpartition("_")[2], niveau="vergelijkbaar")
        found = point(series, "jeugd", int(row["year"]))
        codes = next(line for line in iv3.lijnen() if line.code == "jeugd").taakvelden[found.indeling]
        assert abs((found.bedrag or 0) / MILJOEN - float(row["value"])) <= 0.05 * (len(codes) + 1)
    assert len(rows) == 10


@pytest.mark.parametrize("document", ["jaarrekening", "begroting"])
def test_the_regions_and_the_gemeenten_of_today_add_up_to_the_country_to_the_cent(book: Boek, document: str) -> None:
    country = known(make_series(book, find_place(), document=document, niveau="vergelijkbaar"))
    regions = [find_place(jeugdregio=code) for code in standaard.jeugdregios()]
    gemeenten = [find_place(gemeente=code) for code in standaard.gemeenten_op(date(2026, 1, 1))]
    for parts in (regions, gemeenten):
        total: dict[tuple[str, int], int] = {}
        for place in parts:
            for key, amount in known(make_series(book, place, document=document, niveau="vergelijkbaar")).items():
                total[key] = total.get(key, 0) + amount
        assert total == country


def test_youth_is_jeugdhulp_with_jeugdbescherming_and_jeugdreclassering(book: Boek) -> None:
    found = known(make_series(book, find_place(), document="begroting"))
    for jaar in range(2017, 2027):
        assert found["jeugd", jaar] == found["jeugdhulp", jaar] + found["jb_jr", jaar]


def test_the_country_says_how_many_gemeenten_did_not_report(book: Boek) -> None:
    series = make_series(book, find_place())
    full, short = point(series, "jb_jr", 2021), point(series, "jb_jr", 2022)
    assert (full.toestand, full.opgegeven, full.verwacht) == ("waarde", 352, 352)
    assert (short.toestand, short.opgegeven, short.verwacht) == ("onvolledig", 341, 345)
    assert short.dekking == 341 / 345


def test_a_gemeente_that_reported_nothing_is_unknown_and_not_zero(book: Boek) -> None:
    almelo = make_series(book, find_place(gemeente="Almelo"))
    assert (point(almelo, "jeugd", 2022).bedrag, point(almelo, "jeugd", 2022).toestand) == (None, "onbekend")


def test_a_part_that_was_not_reported_makes_the_whole_incomplete() -> None:
    book = {("0363", 2026, "begroting", "lasten"): {"6.75": 500, "6.82": 30}}
    found = point(
        make_series(book, find_place(gemeente="0363"), document="begroting", niveau="vergelijkbaar"), "jeugd", 2026
    )
    assert (found.bedrag, found.toestand, found.opgegeven, found.verwacht) == (530, "onvolledig", 2, 3)


# --- breaks ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("years", "level"), [
    ([2017, 2022], "taakveld"), ([2023, 2024], "taakveld"), ([2025, 2026], "taakveld"),
    ([2023, 2025], "vorm"), ([2022, 2023], "vergelijkbaar"), ([2017, 2026], "vergelijkbaar"),
])  # fmt: skip
def test_the_level_is_the_finest_that_holds_for_all_years(years: list[int], level: str) -> None:
    assert finest_level(years) == level


@pytest.mark.parametrize("niveau", ["vergelijkbaar", "vorm"])
def test_every_line_that_crosses_an_indeling_is_marked_where_it_does(book: Boek, niveau: str) -> None:
    series = make_series(book, find_place(gemeente="Utrecht"), document="begroting", niveau=niveau)  # type: ignore[arg-type]
    marked = {(p.lijn, p.jaar) for p in series.punten if any(mark.startswith("trendbreuk") for mark in p.markeringen)}
    assert marked == {(p.lijn, jaar) for p in series.punten for jaar in (2023, 2025)}


def test_a_series_within_one_indeling_has_no_break(book: Boek) -> None:
    series = make_series(book, find_place(gemeente="Utrecht"), vanaf=2023)
    assert series.niveau == "taakveld"
    assert all(p.markeringen == () for p in series.punten)


def test_help_with_stay_before_2023_cannot_be_translated(book: Boek) -> None:
    series = make_series(book, find_place(), niveau="vorm")
    before = point(series, "met_verblijf", 2022)
    assert (before.bedrag, before.toestand, before.markeringen) == (None, "niet te vertalen", ("niet te vertalen",))


def test_with_the_subcodes_the_forms_are_complete_and_674b_stands_apart() -> None:
    codes = ("6.72a", "6.72b", "6.72c", "6.72d", "6.73a", "6.73b", "6.73c", "6.74a", "6.74b", "6.74c", "6.82a", "6.82b")
    amounts = {code: 10**number for number, code in enumerate(codes)}
    book = {("0363", 2024, "jaarrekening", "lasten"): amounts, ("0363", 2023, "jaarrekening", "lasten"): amounts}
    series = make_series(book, find_place(gemeente="0363"), niveau="vorm")
    found = {p.lijn: (p.bedrag, p.toestand) for p in series.punten if p.jaar == 2024}
    assert found["zonder_verblijf"] == (1 + 10 + 10**2 + 10**3 + 10**7, "waarde")
    assert found["met_verblijf"] == (10**4 + 10**5 + 10**6 + 10**9, "waarde")
    assert found["crisis_lta_ggz"] == (10**8, "waarde")
    assert found["jeugd"] == (sum(amounts.values()), "waarde")


def test_pgb_of_wmo_and_youth_together_is_in_no_total_of_youth() -> None:
    amounts = {"6.75": 1, "6.76": 10, "6.79": 100, "6.82": 1000, "6.92": 10_000, "6.22": 100_000}
    series = make_series(
        {("0363", 2025, "begroting", "lasten"): amounts},
        find_place(gemeente="0363"),
        document="begroting",
        niveau="vorm",
    )
    assert point(series, "jeugd", 2025).bedrag == 1011
    assert point(series, "pgb", 2025).bedrag == 100


def test_with_pgb_of_youth_apart_the_broad_line_is_complete_and_without_it_it_is_not() -> None:
    amounts = {"6.75": 1, "6.76": 10, "6.82": 1000, "6.92": 10_000}
    for pgb, expected in (({"6.792": 100}, (11_111, "waarde")), ({"6.79": 500}, (11_011, "onvolledig"))):
        book = {("0363", 2025, "begroting", "lasten"): {**amounts, **pgb}}
        series = make_series(book, find_place(gemeente="0363"), document="begroting", niveau="vergelijkbaar")
        found = point(series, "jeugd_breed", 2025)
        assert (found.bedrag, found.toestand) == expected


# --- mergers --------------------------------------------------------------------------------------------------------


def test_a_merged_gemeente_holds_its_predecessors_and_says_so() -> None:
    book = {
        (code, 2022, "jaarrekening", "lasten"): {"6.72": amount}
        for code, amount in (("0501", 1), ("0530", 10), ("0614", 100))
    }
    series = make_series(book, find_place(gemeente="Voorne aan Zee"), niveau="vergelijkbaar")
    found = point(series, "jeugdhulp", 2022)
    assert (found.bedrag, found.markeringen) == (111, ("herindeling",))
    assert "Tot en met 2022 telt Brielle mee." in series.toelichting


def test_a_split_gemeente_is_divided_by_people_and_keeps_its_sum() -> None:
    shares = destinations("0788")
    assert shares["0824"] == Fraction(5827, 14_318)
    book = {("0788", 2020, "jaarrekening", "lasten"): {"6.72": 1_000_001}}
    parts = {
        code: point(make_series(book, find_place(gemeente=code), niveau="vergelijkbaar"), "jeugdhulp", 2020)
        for code in shares
    }
    assert sum(p.bedrag or 0 for p in parts.values()) == 1_000_001
    assert all(p.markeringen == ("herindeling", "verdeeld naar inwoners") for p in parts.values())


def test_a_gemeente_that_ended_shows_its_own_years_and_where_it_went(book: Boek) -> None:
    series = make_series(book, find_place(gemeente="0788"), niveau="vergelijkbaar")
    assert point(series, "jeugd", 2020).toestand == "waarde"
    assert point(series, "jeugd", 2021).toestand == "onbekend"
    assert "Deze gemeente is opgeheven; zie vanaf dan Oisterwijk." in series.toelichting


@given(st.integers(-(10**12), 10**12), st.lists(st.integers(1, 10**5), min_size=1, max_size=6))
def test_shares_of_an_amount_add_up_to_it_to_the_cent(amount: int, people: list[int]) -> None:
    shares = {str(number): Fraction(n, sum(people)) for number, n in enumerate(people)}
    parts = share_out(amount, shares)
    assert sum(parts.values()) == amount
    assert all(abs(parts[code] - amount * share) < 1 for code, share in shares.items())


# --- what may not be compared ---------------------------------------------------------------------------------------


def test_begroting_and_jaarrekening_are_never_in_one_series(book: Boek) -> None:
    for document in ("begroting", "jaarrekening"):
        assert {p.document for p in make_series(book, find_place(), document=document).punten} == {document}
    with pytest.raises(GebruikersFout, match="geen kwartaal 1"):
        make_series(book, find_place(), document="kwartaal 1")


def test_income_is_unknown_and_expenditure_is_not_taken_for_it(book: Boek) -> None:
    series = make_series(book, find_place(gemeente="Assen"), zijde="baten", niveau="vergelijkbaar")
    assert {p.toestand for p in series.punten} == {"onbekend"}


def test_a_difference_over_two_price_levels_is_refused(book: Boek) -> None:
    series = make_series(book, find_place())
    with pytest.raises(GebruikersFout, match="prijzen van 2022 en 2024"):
        difference(point(series, "jeugd", 2022), point(series, "jeugd", 2024))


def test_a_difference_between_other_documents_sides_or_lines_is_refused(book: Boek) -> None:
    first = point(make_series(book, find_place()), "jeugd", 2024)
    for other in (
        replace(first, document="begroting"),
        replace(first, zijde="baten"),
        replace(first, lijn="jeugdhulp"),
    ):
        with pytest.raises(GebruikersFout, match="niet te vergelijken"):
            difference(first, other)


def test_with_an_index_amounts_stand_at_one_price_level_with_its_owner_and_reason(book: Boek, tmp_path: Path) -> None:
    (tmp_path / "index.toml").write_text(INDEX, encoding="utf-8")
    nominal = make_series(book, find_place(), vanaf=2022)
    series = to_price_level(nominal, 2024, read_index(tmp_path / "index.toml"))
    before, after = point(nominal, "jeugd", 2022), point(series, "jeugd", 2022)
    assert after.bedrag == round(Fraction(before.bedrag or 0) * 110 / 100)
    assert {p.prijspeil for p in series.punten} == {2024}
    assert point(series, "jeugd", 2024).bedrag == point(nominal, "jeugd", 2024).bedrag
    assert all(word in series.toelichting[0] for word in ("Proefindex", "controller", "2026-01-05", "Om te rekenen"))
    change = difference(after, point(series, "jeugd", 2024))
    assert change.eurocent == (point(nominal, "jeugd", 2024).bedrag or 0) - (after.bedrag or 0)


@pytest.mark.parametrize(
    "wrong", ["", INDEX.replace("eigenaar", "wie"), INDEX.replace("110", '"x"'), INDEX.replace("100", "0")]
)
def test_an_index_without_owner_or_with_bad_figures_is_refused(tmp_path: Path, wrong: str) -> None:
    (tmp_path / "index.toml").write_text(wrong, encoding="utf-8")
    with pytest.raises(GebruikersFout, match="prijsindex"):
        read_index(tmp_path / "index.toml")


def test_an_index_that_lacks_a_year_is_refused(book: Boek, tmp_path: Path) -> None:
    (tmp_path / "index.toml").write_text(INDEX, encoding="utf-8")
    with pytest.raises(GebruikersFout, match="2017"):
        to_price_level(make_series(book, find_place()), 2024, read_index(tmp_path / "index.toml"))


@pytest.mark.parametrize("given", [{"gemeente": "Nergens"}, {"jeugdregio": "JZ40"}])
def test_a_place_that_is_not_there_is_refused(given: dict[str, str]) -> None:
    with pytest.raises(GebruikersFout, match="bestaat niet"):
        find_place(**given)
