"""Answers and reports against the terms of the standard, in working days."""

from datetime import date

from cijferlezer import read_values

# Monday 6 January 2025; five working days later is Monday 13 January
REQUESTS = {
    "bericht": """
        bericht_id | berichtsoort | gemeente | aanbieder | dagtekening
        v1         | JW315        | 0363     | 01000001  | 2025-01-06
        v2         | JW317        | 0363     | 01000001  | 2025-01-06
        v3         | JW315        | 0363     | 01000001  | 2025-12-30
        a1         | JW301        | 0363     | 01000001  | 2025-01-13
        a2         | JW319        | 0363     | 01000001  | 2025-01-14
        """,
    "aangevraagd_product": """
        bericht_id | regelnummer | gemeente | aanbieder | client | referentie_aanbieder
        v1         | 1           | 0363     | 01000001  | k1     | r1
        v1         | 2           | 0363     | 01000001  | k1     | r2
        v3         | 1           | 0363     | 01000001  | k2     | r9
        """,
    "verzoek": """
        bericht_id | gemeente | aanbieder | client | referentie_aanbieder
        v2         | 0363     | 01000001  | k1     | r3
        """,
    "toegewezen_product": """
        bericht_id | regelnummer | gemeente | aanbieder | client | referentie_aanbieder
        a1         | 1           | 0363     | 01000001  | k1     | r1
        """,
    "antwoord": """
        bericht_id | gemeente | aanbieder | referentie_aanbieder
        a2         | 0363     | 01000001  | r2
        """,
}


def test_a_request_is_answered_in_time_by_a_toewijzing_or_answer_within_five_working_days():
    # r1 on day 5, r2 on day 6, r3 never; the term of r9 still runs on 31 December
    assert read_values(REQUESTS, "tijdigheid_verzoek") == [(1.0, 3.0, 1 / 3)]


REPORTS = {
    "bericht": """
        bericht_id | berichtsoort | gemeente | aanbieder | dagtekening
        s1         | JW305        | 0363     | 01000001  | 2025-04-28
        s2         | JW305        | 0363     | 01000001  | 2025-04-29
        e1         | JW307        | 0363     | 01000001  | 2025-06-10
        """,
    "melding": """
        bericht_id | regelnummer | gemeente | aanbieder | client | soort | toewijzing_nummer | begindatum | einddatum  | reden_beeindiging | status_aanlevering
        s1         | 1           | 0363     | 01000001  | k1     | start | 1                 | 2025-04-17 |            |                   | 1
        s2         | 1           | 0363     | 01000001  | k2     | start | 2                 | 2025-04-17 |            |                   | 1
        s2         | 2           | 0363     | 01000001  | k3     | start | 3                 | 2025-03-01 |            |                   | 1
        e1         | 1           | 0363     | 01000001  | k1     | stop  | 1                 | 2025-04-17 | 2025-06-02 | 31                | 1
        e1         | 2           | 0363     | 01000001  | k2     | stop  | 2                 | 2025-04-17 | 2025-05-28 | 31                | 1
        e1         | 3           | 0363     | 01000001  | k3     | stop  | 3                 | 2025-03-01 | 2025-05-01 | 20                | 1
        """,
    "traject": """
        traject_id | gemeente | aanbieder | client | toewijzing_nummer | toewijzingsdatum | status
        t3         | 0363     | 01000001  | k3     | 3                 | 2025-04-25       | gestart
        """,
}


def test_holidays_are_no_working_days():
    # 17 April 2025 is the day before Good Friday; Easter Monday falls between. 28 April is working day 5
    # k3 has a retroactive toewijzing of 25 April, so its term runs from there
    assert read_values(REPORTS, "tijdigheid_start") == [(2.0, 3.0, 2 / 3)]


def test_a_stop_has_five_working_days_and_a_pause_does_not_count():
    # 2 June to 10 June: Whit Monday is the 9th, so the 10th is working day 5; 29 May is Ascension Day
    assert read_values(REPORTS, "tijdigheid_stop") == [(1.0, 2.0, 0.5)]


BILLS = {
    "bericht": """
        bericht_id | berichtsoort | gemeente | aanbieder | dagtekening | identificatie | declaratie_identificatie | declaratie_dagtekening
        d1         | JW323        | 0363     | 01000001  | 2025-02-03  | 1             |                          |
        d2         | JW323        | 0363     | 01000001  | 2025-02-03  | 2             |                          |
        d3         | JW323        | 0363     | 01000002  | 2025-12-29  | 1             |                          |
        x1         | JW325        | 0363     | 01000001  | 2025-02-17  |               | 1                        | 2025-02-03
        x2         | JW325        | 0363     | 01000001  | 2025-02-18  |               | 2                        | 2025-02-03
        """,
}


def test_a_declaration_has_ten_working_days():
    assert read_values(BILLS, "tijdigheid_declaratie") == [(1.0, 2.0, 0.5)]
    later = read_values(BILLS, "tijdigheid_declaratie", peildatum=date(2026, 1, 31), periode="2025")
    assert later == [(1.0, 3.0, 1 / 3)]
