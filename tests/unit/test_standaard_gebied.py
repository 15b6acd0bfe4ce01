"""Gemeenten come, merge and go; regions and population add up to the country."""

from datetime import date, timedelta

import pytest

from jeugdstelsel import standaard

GEMEENTEN_OP_1_JANUARI = {
    2016: 390,
    2017: 388,
    2018: 380,
    2019: 355,
    2020: 355,
    2021: 352,
    2022: 345,
    2023: 342,
    2026: 342,
}
INWONERS = {2019: 17_282_163, 2021: 17_475_415, 2022: 17_590_672, 2025: 18_044_027, 2026: 18_130_208}
JAREN = range(2019, 2027)


@pytest.mark.parametrize(("jaar", "aantal"), GEMEENTEN_OP_1_JANUARI.items())
def test_the_number_of_gemeenten_is_that_of_the_year(jaar: int, aantal: int) -> None:
    assert len(standaard.gemeenten_op(date(jaar, 1, 1))) == aantal


def test_weesp_exists_until_the_day_before_it_joined_amsterdam() -> None:
    assert standaard.gemeente_bestaat("0457", date(2022, 3, 23))
    assert not standaard.gemeente_bestaat("0457", date(2022, 3, 24))
    assert standaard.opvolger("0457") == "0363"


def test_voorne_aan_zee_exists_from_its_first_day() -> None:
    assert not standaard.gemeente_bestaat("1992", date(2022, 12, 31))
    assert standaard.gemeente_bestaat("1992", date(2023, 1, 1))


def test_an_unknown_code_is_no_gemeente() -> None:
    assert not standaard.gemeente_bestaat("9999", date(2025, 1, 1))
    assert standaard.jeugdregio_van("9999", 2025) is None


def test_haaren_was_split_over_four_gemeenten_and_most_people_went_to_oisterwijk() -> None:
    names = [standaard.gemeenten()[part.naar].naam for part in standaard.opvolgers("0788")]
    assert names == ["Oisterwijk", "Vught", "Boxtel", "Tilburg"]
    assert sum(part.inwoners for part in standaard.opvolgers("0788")) == 14_318
    assert standaard.opvolger("0788") == "0824"


def test_a_gemeente_that_still_exists_has_no_successor() -> None:
    assert standaard.opvolger("0363") is None
    assert standaard.opvolgers("0363") == ()


def test_every_gemeente_that_ended_hands_over_the_next_day_to_one_that_exists() -> None:
    ended = [place for place in standaard.gemeenten().values() if place.geldig_tot_en_met]
    assert len(ended) == 70
    assert {place.code for place in ended} == {part.van for part in standaard.herindelingen()}
    for place in ended:
        assert place.geldig_tot_en_met is not None
        day_after = place.geldig_tot_en_met + timedelta(days=1)
        for part in standaard.opvolgers(place.code):
            assert part.datum == day_after, place
            assert standaard.gemeente_bestaat(part.naar, day_after), part


def test_every_gemeente_has_a_province_and_a_jeugdregio_that_exist() -> None:
    for place in standaard.gemeenten().values():
        assert place.provincie in standaard.provincies(), place
        assert place.jeugdregio in standaard.jeugdregios(), place
    today = standaard.gemeenten_op(date(2026, 1, 1)).values()
    assert {place.jeugdregio for place in today} == set(standaard.jeugdregios())
    assert len(standaard.jeugdregios()) == 42
    assert len(standaard.provincies()) == 12


def test_a_gemeente_that_ended_is_counted_in_the_region_of_its_main_successor() -> None:
    assert standaard.jeugdregio_van("0788", 2020) == standaard.jeugdregio_van("0824", 2020) == "JZ35"
    assert standaard.jeugdregio_van("0788", 2021) is None


@pytest.mark.parametrize("jaar", JAREN)
def test_every_gemeente_of_a_year_has_a_population(jaar: int) -> None:
    assert set(standaard.bevolking_per_gemeente(jaar)) == set(standaard.gemeenten_op(date(jaar, 1, 1)))


@pytest.mark.parametrize(("jaar", "inwoners"), INWONERS.items())
def test_the_gemeenten_add_up_to_the_country(jaar: int, inwoners: int) -> None:
    assert sum(people.inwoners for people in standaard.bevolking_per_gemeente(jaar).values()) == inwoners


def test_the_regions_add_up_to_the_country_in_2026() -> None:
    regions = dict.fromkeys(standaard.jeugdregios(), 0)
    for code, people in standaard.bevolking_per_gemeente(2026).items():
        regions[standaard.gemeenten()[code].jeugdregio] += people.inwoners
    assert min(regions.values()) > 0
    assert sum(regions.values()) == INWONERS[2026]


def test_young_people_are_a_plausible_part_of_the_people() -> None:
    for jaar in JAREN:
        for people in standaard.bevolking_per_gemeente(jaar).values():
            assert 0.10 < people.tot_18 / people.inwoners < 0.35, people
            assert people.tot_18 < people.tot_23 < people.inwoners, people


def test_a_new_gemeente_has_the_ages_of_its_predecessors() -> None:
    new = standaard.bevolking("1992", 2023)
    old = [people for code in ("0501", "0530", "0614") if (people := standaard.bevolking(code, 2022))]
    assert new is not None and new.methode == "voorgangers" and len(old) == 3
    shares = [people.tot_18 / people.inwoners for people in old]
    assert min(shares) < new.tot_18 / new.inwoners < max(shares)


def test_a_year_outside_the_data_has_no_population() -> None:
    assert standaard.bevolking("0363", 2018) is None
    assert dict(standaard.bevolking_per_gemeente(2018)) == {}
