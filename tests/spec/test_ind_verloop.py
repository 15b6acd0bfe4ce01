"""Who referred, who came back and who broke off."""

from datetime import date

from cijferlezer import read_values

REFERRED = {
    "traject": """
        traject_id | gemeente | aanbieder | client | verwijzer | eerste_start | status
        t1         | 0363     | 01000001  | k1     | 02        | 2025-01-10   | gestart
        t2         | 0363     | 01000001  | k1     | 02        | 2025-02-10   | gestart
        t3         | 0363     | 01000001  | k2     | 01        | 2025-01-10   | gestart
        t4         | 0363     | 01000001  | k3     |           | 2025-01-10   | gestart
        """,
}


def test_the_shares_are_of_the_known_and_unknown_stands_apart():
    columns = ("uitsplitsing", "teller", "noemer", "waarde", "n", "dekking")
    assert read_values(REFERRED, "verwijzer", columns=columns) == [
        ("01", 1.0, 3.0, 1 / 3, 1, 0.75),
        ("02", 2.0, 3.0, 2 / 3, 1, 0.75),
        ("onbekend", 1.0, 4.0, 0.25, 1, 0.75),
    ]


BACK = {
    "traject": """
        traject_id | gemeente | aanbieder | client | eerste_start | laatste_stop | reden_laatste_stop | status
        t1         | 0363     | 01000001  | k1     | 2019-01-10   | 2019-12-31   | 31                 | gestopt
        t2         | 0363     | 01000001  | k1     | 2025-03-01   | 2025-03-31   | 32                 | gestopt
        t3         | 0344     | 01000002  | k1     | 2025-12-31   |              |                    | gestart
        t4         | 0363     | 01000001  | k2     | 2025-02-01   | 2025-02-28   | 34                 | gestopt
        t5         | 0363     | 01000001  | k3     | 2025-02-01   | 2025-08-31   | 31                 | gestopt
        t6         | 0363     | 01000001  | k3     | 2025-02-01   | 2025-02-28   | 33                 | gestopt
        """,
}


def test_help_longer_than_five_years_ago_or_from_the_same_day_is_no_repeated_use():
    # only t3 of k1 follows earlier help within five years; t5 and t6 began together
    assert read_values(BACK, "herhaald_beroep_vijf_jaar") == [(1.0, 5.0, 0.2)]


def test_coverage_is_the_part_of_the_five_years_with_messages():
    rows = read_values(BACK, "herhaald_beroep_vijf_jaar", vanaf=date(2023, 1, 1), columns=("dekking",))
    assert rows == [(24 / 60,)]


def test_a_new_traject_before_the_end_of_the_next_half_year_is_repeated_use_after_the_end():
    # ended in the first half year and followed to 31 December: k1 came back on the last day, k2 and k3 did not
    columns = ("teller", "noemer", "waarde", "dekking")
    assert read_values(BACK, "herhaald_beroep_na_afloop", columns=columns) == [(1.0, 3.0, 1 / 3, 0.75)]


def test_a_term_that_has_not_passed_is_not_judged():
    assert read_values(BACK, "herhaald_beroep_na_afloop", peildatum=date(2025, 11, 30), periode="2025-H1") == []


def test_dropping_out_is_reason_32_to_35_of_the_ended():
    assert read_values(BACK, "uitval") == [(3.0, 4.0, 0.75)]
    assert read_values(BACK, "uitval_eenzijdig") == [(2.0, 4.0, 0.5)]
