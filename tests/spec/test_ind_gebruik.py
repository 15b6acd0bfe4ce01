"""Who gets help, how many trajecten run, begin and end, and how long they last."""

from datetime import date

from cijferlezer import read_values

# k1 has two trajecten at two gemeenten, k2 began before the year and paused, k3 was never started
TABLES = {
    "traject": """
        traject_id | gemeente | aanbieder | client | product_categorie | product_code | eerste_start | laatste_stop | reden_laatste_stop | status     | duur_bruto_dagen
        t1         | 0363     | 01000001  | k1     | 45                | 45A04        | 2025-01-10   | 2025-03-31   | 31                 | gestopt    | 81
        t2         | 0344     | 01000002  | k1     | 45                | 45A05        | 2025-03-15   |              |                    | gestart    |
        t3         | 0363     | 01000001  | k2     | 50                |              | 2024-06-01   | 2025-02-28   | 20                 | onderbroken|
        t4         | 0363     | 01000002  | k3     | 45                | 45A04        |              |              |                    | toegewezen |
        t5         | 0363     | 01000002  | k4     | 45                | 45A04        | 2025-01-01   | 2025-01-10   | 31                 | vervallen  | 10
        """,
    "leverperiode": """
        traject_id | gemeente | aanbieder | client | product_categorie | product_code | begindatum | einddatum
        t1         | 0363     | 01000001  | k1     | 45                | 45A04        | 2025-01-10 | 2025-03-31
        t2         | 0344     | 01000002  | k1     | 45                | 45A05        | 2025-03-15 |
        t3         | 0363     | 01000001  | k2     | 50                |              | 2024-06-01 | 2024-12-15
        t3         | 0363     | 01000001  | k2     | 50                |              | 2025-02-01 | 2025-02-28
        """,
    "gebied": """
        gemeente | jaar | jeugdregio
        0363     | 2025 | JZ10
        0344     | 2025 | JZ11
        """,
    "bevolking": """
        gemeente | jaar | tot_23
        0363     | 2025 | 100
        0344     | 2025 | 60
        """,
}


def test_a_young_person_counts_once_in_the_country_and_once_in_each_gemeente():
    assert read_values(TABLES, "jongeren_met_jeugdhulp", columns=("waarde", "n")) == [(2.0, 2)]
    per_gemeente = read_values(TABLES, "jongeren_met_jeugdhulp", niveau="gemeente", columns=("gemeente", "waarde"))
    assert per_gemeente == [("0344", 1.0), ("0363", 2.0)]


def test_a_month_in_which_help_was_paused_does_not_count():
    assert read_values(TABLES, "jongeren_met_jeugdhulp", periode="2025-01", columns=("waarde",)) == [(1.0,)]
    assert read_values(TABLES, "jongeren_met_jeugdhulp", periode="2025-02", columns=("waarde",)) == [(2.0,)]


def test_a_quarter_counts_a_person_once_even_with_help_in_every_month():
    assert read_values(TABLES, "jongeren_met_jeugdhulp", periode="2025-K1", columns=("waarde",)) == [(2.0,)]
    assert read_values(TABLES, "jongeren_met_jeugdhulp", periode="2025-H2", columns=("waarde",)) == [(1.0,)]


def test_use_divides_by_the_inhabitants_of_the_gemeenten_that_are_in_the_data():
    assert read_values(TABLES, "jeugdhulpgebruik") == [(2.0, 160.0, 2 / 160)]
    rows = read_values(TABLES, "jeugdhulpgebruik", niveau="jeugdregio", columns=("jeugdregio", "waarde"))
    assert rows == [("JZ10", 2 / 100), ("JZ11", 1 / 60)]


def test_trajecten_with_help_count_per_product_and_never_when_withdrawn_or_not_started():
    rows = read_values(TABLES, "trajecten", niveau="productcode", columns=("product_code", "waarde", "n_aanbieders"))
    assert rows == [("45A04", 1.0, 1), ("45A05", 1.0, 1), ("onbekend", 1.0, 1)]


def test_a_traject_runs_when_help_was_given_on_the_last_day_of_the_period():
    assert read_values(TABLES, "lopend_op_peildatum", periode="2025-02", columns=("waarde",)) == [(2.0,)]
    assert read_values(TABLES, "lopend_op_peildatum", periode="2025-K1", columns=("waarde",)) == [(2.0,)]
    assert read_values(TABLES, "lopend_op_peildatum", columns=("waarde", "n")) == [(1.0, 1)]


def test_inflow_counts_first_starts_within_the_period_only():
    assert read_values(TABLES, "instroom", columns=("waarde", "n")) == [(2.0, 1)]
    assert read_values(TABLES, "instroom", periode="2025-01", columns=("waarde",)) == [(1.0,)]


def test_outflow_does_not_count_a_pause():
    assert read_values(TABLES, "uitstroom", columns=("waarde",)) == [(1.0,)]
    assert read_values(TABLES, "uitstroom", periode="2025-02") == []


def test_duration_is_the_mean_of_ended_trajecten_with_the_share_that_ended_as_coverage():
    assert read_values(TABLES, "trajectduur", columns=("teller", "noemer", "waarde", "dekking")) == [
        (81.0, 1.0, 81.0, 1 / 3)
    ]


def test_the_share_that_did_not_end_stands_beside_it():
    assert read_values(TABLES, "onafgerond") == [(2.0, 3.0, 2 / 3)]


def test_providers_count_when_they_delivered_help():
    assert read_values(TABLES, "aantal_aanbieders", columns=("waarde",)) == [(2.0,)]
    assert read_values(TABLES, "aantal_aanbieders", periode="2025-02", columns=("waarde",)) == [(1.0,)]


def test_a_crossing_is_just_another_level():
    rows = read_values(
        TABLES, "trajecten", niveau="gemeente × aanbieder", columns=("gemeente", "aanbieder", "product_code", "waarde")
    )
    assert rows == [("0344", "01000002", None, 1.0), ("0363", "01000001", None, 2.0)]


def test_only_whole_periods_are_shown():
    day = date(2025, 11, 15)
    assert read_values(TABLES, "trajecten", periode="2025-10", peildatum=day, columns=("waarde",)) == [(1.0,)]
    assert read_values(TABLES, "trajecten", periode="2025-11", peildatum=day) == []
    assert read_values(TABLES, "trajecten", periode="2025", peildatum=day) == []


def test_a_period_is_provisional_until_three_months_have_passed():
    assert read_values(TABLES, "trajecten", periode="2025-09", columns=("status",)) == [("definitief",)]
    assert read_values(TABLES, "trajecten", periode="2025-10", columns=("status",)) == [("voorlopig",)]
