"""From billed lines to the parts of a change: what counts, in which unit, and where there is no price."""

from motor import lend_with, read_tables

from jeugdstelsel.engines import duckdb as duck
from jeugdstelsel.services.verklaar import Groei, read_growth, read_period, to_cents

KOP = "bericht_id | regelnummer | gemeente | aanbieder | client | referentie_nummer | product_categorie | product_code | begindatum | eenheid | geleverd_volume | ingediend_bedrag | debet_credit"

HOURS = f"""
    {KOP}
    d1         | 1           | 0363     | 30000001  | k1     | p1                | 45                | 45A04        | 2024-02-01 | 04      | 10              | 100000           | D
    d1         | 2           | 0363     | 30000001  | k1     | p2                | 45                | 45A04        | 2024-03-01 | 04      | 10              | 100000           | D
    d1         | 3           | 0363     | 30000001  | k2     | p3                | 45                | 45A04        | 2024-02-01 | 04      | 10              | 100000           | D
    d2         | 1           | 0363     | 30000001  | k1     | p4                | 45                | 45A04        | 2025-02-01 | 01      | 600             | 110000           | D
    d2         | 2           | 0363     | 30000001  | k1     | p5                | 45                | 45A04        | 2025-03-01 | 01      | 600             | 110000           | D
    d2         | 3           | 0363     | 30000001  | k2     | p6                | 45                | 45A04        | 2025-02-01 | 04      | 10              | 110000           | D
    """
GEBIED = """
    gemeente | jaar | jeugdregio
    0363     | 2025 | JZ01
    0344     | 2025 | JZ02
    """
BEVOLKING = """
    gemeente | jaar | tot_23
    0363     | 2024 | 1000
    0363     | 2025 | 1100
    0344     | 2025 | 500
    """


def grow(prestatie: str, van: str = "2024", naar: str = "2025", *, place: dict[str, str] | None = None, **tables: str) -> Groei:  # fmt: skip
    """What the change consists of, from spec tables."""
    given = {"gebied": GEBIED, "bevolking": BEVOLKING, "prestatie": prestatie, **tables}
    with lend_with(read_tables(given)) as connection:
        return read_growth(duck, connection, place or {}, read_period(van), read_period(naar))


def parts(growth: Groei) -> dict[str, int]:
    """The parts that are not nothing, in eurocent."""
    return {name: amount for name, amount in to_cents(growth).items() if amount}


def test_minutes_and_hours_are_one_unit_and_a_dearer_hour_is_price():
    growth = grow(HOURS, bevolking="gemeente | jaar | tot_23\n0363 | 2024 | 1000\n0363 | 2025 | 1000")
    assert growth.netto == (300000, 330000)
    assert parts(growth) == {"prijs": 30000}


def test_more_inhabitants_of_whom_as_many_use_help_is_growth_that_less_use_takes_back():
    found = parts(grow(HOURS.replace("110000 ", "100000 ")))
    assert found["bevolking"] == -found["gebruik"] == 28636


def test_without_the_population_of_both_years_there_is_no_part_of_it():
    assert grow(HOURS, bevolking="gemeente | jaar | tot_23\n0363 | 2025 | 1100").bevolking is None


def test_a_credit_and_a_line_that_was_sent_back_do_not_count():
    lines = (
        HOURS
        + """d2 | 4 | 0363 | 30000001 | k9 | p7 | 45 | 45A04 | 2025-04-01 | 04 | 10 | 110000 | D
    d2 | 5 | 0363 | 30000001 | k9 | p8 | 45 | 45A04 | 2025-04-01 | 04 | 10 | 110000 | C
    d3 | 1 | 0363 | 30000001 | k8 | p9 | 45 | 45A04 | 2025-05-01 | 04 | 10 | 110000 | D
    """
    )
    growth = grow(
        lines,
        bericht="""
            bericht_id | berichtsoort | gemeente | aanbieder | afzender | identificatie | dagtekening | declaratie_identificatie | declaratie_dagtekening
            d3         | JW323        | 0363     | 30000001  | 30000001 | 13            | 2025-06-05  |                          |
            a3         | JW325        | 0363     | 30000001  | 0363     | 21            | 2025-06-10  | 13                       | 2025-06-05
            """,
        retourcode="bericht_id | klasse | regelnummer | retour_code\n a3 | Header | 1 | 0001",
    )
    assert growth.netto == (300000, 330000)
    assert growth.jongeren == (2, 2)


def test_lines_in_euros_have_months_for_volume():
    lines = f"""
        {KOP}
        d1 | 1 | 0363 | 30000001 | k1 | p1 | 50 | 50A10 | 2024-02-01 | 83 | 70000 | 70000 | D
        d2 | 1 | 0363 | 30000001 | k1 | p2 | 50 | 50A10 | 2025-02-01 | 83 | 80000 | 80000 | D
        d2 | 2 | 0363 | 30000001 | k1 | p3 | 50 | 50A10 | 2025-03-01 | 83 | 80000 | 80000 | D
        """
    growth = grow(lines, bevolking="gemeente | jaar | tot_23\n0363 | 2024 | 9\n0363 | 2025 | 9")
    # months 1 → 2 at 75,000 on average; price 70,000 → 80,000 over 1.5 months on average
    assert parts(growth) == {"duur": 75000, "prijs": 15000}


def test_a_product_in_one_period_only_is_new_or_ended_supply():
    lines = HOURS + "d2 | 4 | 0363 | 30000001 | k3 | p7 | 45 | 45A05 | 2025-04-01 | 04 | 1 | 777 | D"
    growth = grow(lines)
    assert parts(growth)["aanbod"] == 777
    assert growth.vergelijkbaar == 630000 / 630777
    assert growth.jongeren == (2, 2)


def test_a_volume_that_was_not_given_makes_no_price():
    assert parts(grow(HOURS.replace("| 10              |", "|                 |"))) == {"aanbod": 30000}


def test_a_gemeente_with_costs_in_one_period_is_told():
    lines = HOURS + "d2 | 4 | 0344 | 30000001 | k3 | p7 | 45 | 45A04 | 2025-04-01 | 04 | 1 | 777 | D"
    growth = grow(lines)
    assert (growth.halve_gemeenten, growth.bevolking) == (1, None)


def test_a_place_counts_only_its_own():
    lines = (
        HOURS
        + """d2 | 4 | 0344 | 30000002 | k3 | p7 | 45 | 45A05 | 2025-04-01 | 04 | 1 | 777 | D
    d2 | 5 | 0344 | 30000002 | k3 | p8 | 50 | | 2025-04-01 | 04 | 1 | 5 | D
    """
    )
    for place, costs in (
        ({"gemeente": "0344"}, 782),
        ({"jeugdregio": "JZ01"}, 330000),
        ({"aanbieder": "30000002"}, 782),
        ({"gemeente": "0344", "product_categorie": "45"}, 777),
        ({"product_code": "onbekend"}, 5),
    ):
        assert grow(lines, place=place).netto[1] == costs, place
