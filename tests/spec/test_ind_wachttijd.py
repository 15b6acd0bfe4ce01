"""Waiting times by Kaplan-Meier: who still waits counts until the day last seen."""

from datetime import date

from cijferlezer import read_values

COLUMNS = ("teller", "noemer", "waarde", "dekking")
PEILDATUM = date(2025, 6, 30)

# waits 10, 20 and 40 days; one still waits after 30 days and one was withdrawn
STARTS = {
    "traject": """
        traject_id | gemeente | aanbieder | client | toewijzingsdatum | ingangsdatum | einddatum  | eerste_start | status
        t1         | 0363     | 01000001  | k1     | 2025-05-01       | 2025-05-11   |            | 2025-05-11   | gestart
        t2         | 0363     | 01000001  | k2     | 2025-05-01       | 2025-05-11   |            | 2025-05-21   | gestart
        t3         | 0363     | 01000001  | k3     | 2025-05-01       | 2025-05-11   |            | 2025-06-10   | gestart
        t4         | 0363     | 01000001  | k4     | 2025-05-31       | 2025-05-31   |            |              | toegewezen
        t5         | 0363     | 01000001  | k5     | 2025-05-01       | 2025-05-11   |            |              | vervallen
        """,
}


def read(tables, code, periode="2025-05"):
    """Read one month, on the last day of June."""
    return read_values(tables, code, periode=periode, columns=COLUMNS, peildatum=PEILDATUM)


def test_the_median_lies_where_at_most_half_still_waits():
    # 4 at risk: after 10 days 3/4 waits, after 20 days 2/4
    assert read(STARTS, "wachttijd_toewijzing_start") == [(3.0, 4.0, 20.0, 0.75)]


def test_who_still_waits_leaves_the_risk_set_and_the_curve_goes_on():
    # the one that waits was last seen on day 30; on day 40 the last one at risk starts
    assert read(STARTS, "wachttijd_toewijzing_start_p90") == [(3.0, 4.0, 40.0, 0.75)]


def test_waiting_from_the_ingangsdatum_counts_from_that_day():
    # waits 0, 10 and 30 days, and one not ended after 30 days: of the two seen on day 30 one starts
    assert read(STARTS, "wachttijd_ingang_start") == [(3.0, 4.0, 10.0, 0.75)]
    assert read(STARTS, "wachttijd_ingang_start_p90") == [(3.0, 4.0, None, 0.75)]


def test_the_value_is_unknown_while_too_many_still_wait():
    tables = {
        "traject": """
            traject_id | gemeente | aanbieder | client | toewijzingsdatum | eerste_start | status
            t1         | 0363     | 01000001  | k1     | 2025-05-01       | 2025-05-11   | gestart
            t2         | 0363     | 01000001  | k2     | 2025-05-01       |              | toegewezen
            t3         | 0363     | 01000001  | k3     | 2025-05-01       |              | toegewezen
            """
    }
    assert read(tables, "wachttijd_toewijzing_start") == [(1.0, 3.0, None, 1 / 3)]


def test_who_never_started_waits_until_the_toewijzing_ends_and_a_start_in_the_future_is_no_start():
    tables = {
        "traject": """
            traject_id | gemeente | aanbieder | client | toewijzingsdatum | einddatum  | eerste_start | status
            t1         | 0363     | 01000001  | k1     | 2025-05-01       | 2025-05-06 |              | toegewezen
            t2         | 0363     | 01000001  | k2     | 2025-05-01       |            | 2025-05-11   | gestart
            t3         | 0363     | 01000001  | k3     | 2025-05-01       |            | 2025-07-15   | gestart
            """
    }
    # k1 leaves on day 5, so on day 10 one of two starts
    assert read(tables, "wachttijd_toewijzing_start") == [(1.0, 3.0, 10.0, 1 / 3)]


def test_a_retroactive_toewijzing_is_no_waiting():
    tables = {
        "traject": """
            traject_id | gemeente | aanbieder | client | toewijzingsdatum | eerste_start | status
            t1         | 0363     | 01000001  | k1     | 2025-05-20       | 2025-05-01   | gestart
            """
    }
    assert read(tables, "wachttijd_toewijzing_start") == [(1.0, 1.0, 0.0, 1.0)]
    assert read(tables, "wachttijd_toewijzing_start_p90") == [(1.0, 1.0, 0.0, 1.0)]


REQUESTS = {
    "traject": """
        traject_id | gemeente | aanbieder | client | datum_verzoek | toewijzingsdatum | status
        t1         | 0363     | 01000001  | k1     | 2025-05-01    | 2025-05-08       | toegewezen
        t2         | 0363     | 01000001  | k2     | 2025-05-01    | 2025-05-15       | toegewezen
        """,
    "wachtende": """
        soort   | sleutel | gemeente | aanbieder | client | sinds
        verzoek | s1      | 0363     | 01000001  | k3     | 2025-05-01
        start   | t1      | 0363     | 01000001  | k1     | 2025-05-08
        """,
}


def test_a_request_without_answer_still_waits():
    assert read(REQUESTS, "wachttijd_verzoek_toewijzing") == [(2.0, 3.0, 14.0, 2 / 3)]
    assert read(REQUESTS, "wachttijd_verzoek_toewijzing_p90") == [(2.0, 3.0, None, 2 / 3)]


def test_a_quarter_pools_its_months():
    tables = {
        "traject": """
            traject_id | gemeente | aanbieder | client | datum_verzoek | toewijzingsdatum | status
            t1         | 0363     | 01000001  | k1     | 2025-04-01    | 2025-04-08       | toegewezen
            t2         | 0363     | 01000001  | k2     | 2025-05-01    | 2025-05-15       | toegewezen
            t3         | 0363     | 01000001  | k3     | 2025-05-01    | 2025-05-31       | toegewezen
            """
    }
    assert read(tables, "wachttijd_verzoek_toewijzing", "2025-K2") == [(3.0, 3.0, 14.0, 1.0)]
