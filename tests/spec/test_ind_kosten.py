"""Costs, their concentration, and the product codes they are billed on."""

import pytest
from cijferlezer import read_values

TABLES = {
    "kosten": """
        traject_id | gemeente | aanbieder | client | product_categorie | product_code | maand      | netto | aantal_prestaties
        t1         | 0363     | 01000001  | k1     | 45                | 45A04        | 2025-01-01 | 60000 | 1
        t1         | 0363     | 01000001  | k1     | 45                | 45A04        | 2025-02-01 | 20000 | 1
        t2         | 0363     | 01000002  | k2     | 45                | 99X01        | 2025-01-01 | 20000 | 2
                   | 0344     | 01000002  | k1     | 50                | 50A10        | 2025-01-01 | 5000  | 1
        t3         | 0363     | 01000003  | k3     | 45                | 45A05        | 2025-01-01 | 0     | 2
        """,
}


def test_costs_are_in_euro_with_the_share_of_the_largest_provider():
    columns = ("waarde", "n", "n_aanbieders", "grootste_aandeel")
    assert read_values(TABLES, "kosten", columns=columns) == [(1050.0, 2, 2, 80000 / 105000)]
    assert read_values(TABLES, "kosten", periode="2025-02", columns=columns) == [(200.0, 1, 1, 1.0)]


def test_costs_per_young_person_divide_by_those_for_whom_something_was_billed():
    assert read_values(TABLES, "kosten_per_jongere") == [(1050.0, 2.0, 525.0)]
    rows = read_values(TABLES, "kosten_per_jongere", niveau="gemeente", columns=("gemeente", "waarde"))
    assert rows == [("0344", 50.0), ("0363", 500.0)]


def test_what_was_billed_and_credited_counts_as_nothing():
    rows = read_values(TABLES, "kosten", niveau="productcode", columns=("product_code", "waarde", "n"))
    assert ("45A05", 0.0, 0) in rows


def test_concentration_adds_the_five_largest_and_squares_the_shares():
    rows = "\n".join(f"t{i} | 0363 | 0100000{i} | k{i} | 45 | 45A04 | 2025-01-01 | 10000" for i in range(1, 9))
    tables = {"kosten": "traject_id|gemeente|aanbieder|client|product_categorie|product_code|maand|netto\n" + rows}
    assert read_values(tables, "concentratie_top5") == [(500.0, 800.0, 0.625)]
    [(value,)] = read_values(tables, "concentratie_hhi", columns=("waarde",))
    assert value == pytest.approx(1250)


def test_one_provider_is_the_highest_concentration():
    rows = read_values(TABLES, "concentratie_hhi", niveau="gemeente", columns=("gemeente", "waarde"))
    assert rows[0] == ("0344", 10000.0)


def test_codes_in_use_are_those_with_costs():
    assert read_values(TABLES, "productcodes_in_gebruik", columns=("waarde",)) == [(3.0,)]


def test_the_fewest_codes_that_cover_95_percent():
    # 45A04 covers 76%, with 99X01 95.2%
    assert read_values(TABLES, "productcodes_95_procent") == [(2.0, 3.0, 2.0)]
    assert read_values(TABLES, "productcodes_95_procent", periode="2025-02") == [(1.0, 1.0, 1.0)]


def test_a_code_outside_the_national_list_is_local():
    rows = read_values(TABLES, "lokale_codes", niveau="gemeente", columns=("gemeente", "teller", "noemer", "waarde"))
    assert ("0363", 1.0, 2.0, 0.5) in rows
