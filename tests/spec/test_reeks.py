"""Spec of the stream: which version of a toewijzing counts when, and which starts and stops still stand."""

from conftest import Spec

from jeugdstelsel.rules.reeks import REEKS_MELDING, REEKS_TOEWIJZING, REEKS_WIJZIGING

versions = {
    "reeks_bericht": """
        bericht_id | volgorde | geldig
        eerste     | 1        | ja
        afgekeurd  | 2        | nee
        verlengd   | 3        | ja
        herzonden  | 4        | ja
        nagekomen  | 5        | ja
        """,
    "toegewezen_product": """
        bericht_id | regelnummer | gemeente | aanbieder | client | toewijzing_nummer | toewijzingsdatum | toewijzingstijd
        eerste     | 1           | 0034     | 99990001  | k1     | 1                 | 2026-01-28       | 10:15:00
        afgekeurd  | 1           | 0034     | 99990001  | k1     | 1                 | 2026-05-01       | 10:15:00
        verlengd   | 1           | 0034     | 99990001  | k1     | 1                 | 2026-03-01       | 09:00:00
        herzonden  | 1           | 0034     | 99990001  | k1     | 1                 | 2026-03-01       | 09:00:00
        nagekomen  | 1           | 0034     | 99990001  | k1     | 1                 | 2026-02-01       | 10:15:00
        """,
}


def test_the_latest_date_and_time_counts_and_not_what_came_last(spec: Spec) -> None:
    spec(
        versions,
        f"SELECT bericht_id, actueel, tot FROM ({REEKS_TOEWIJZING}) r",
        [
            ("eerste", True, 3),
            ("afgekeurd", False, 3),
            ("verlengd", True, None),
            ("herzonden", False, None),
            ("nagekomen", False, None),
        ],
    )


meldingen = {
    "reeks_bericht": """
        bericht_id  | berichtsoort | volgorde | geldig
        start       | JW305        | 1        | ja
        weg         | JW305        | 2        | ja
        weer        | JW305        | 3        | ja
        afgekeurd   | JW305        | 4        | nee
        """,
    "melding": """
        bericht_id  | regelnummer | gemeente | aanbieder | client | soort | toewijzing_nummer | product_categorie | product_code | begindatum | status_aanlevering
        start       | 1           | 0034     | 99990001  | k1     | start | 1                 | 45                | 45A04        | 2026-02-16 | 1
        weg         | 1           | 0034     | 99990001  | k1     | start | 1                 | 45                | 45A04        | 2026-02-17 | 1
        weg         | 2           | 0034     | 99990001  | k1     | start | 1                 | 45                | 45A04        | 2026-02-16 | 3
        weer        | 1           | 0034     | 99990001  | k1     | start | 1                 | 45                | 45A04        | 2026-02-16 | 1
        afgekeurd   | 1           | 0034     | 99990001  | k1     | start | 1                 | 45                | 45A04        | 2026-02-16 | 3
        """,
}


def test_a_removal_ends_what_came_before_it_and_comes_first_in_its_message(spec: Spec) -> None:
    spec(
        meldingen,
        f"SELECT bericht_id, regelnummer, plek, tot FROM ({REEKS_MELDING}) r WHERE wereld = 'gedeeld'",
        [
            ("start", 1, 15000001, 20000002),
            ("weg", 1, 25000001, None),
            ("weg", 2, 20000002, None),
            ("weer", 1, 35000001, None),
        ],
    )


def test_a_rejected_removal_is_judged_in_its_own_world_and_ends_nothing_elsewhere(spec: Spec) -> None:
    spec(
        meldingen,
        f"SELECT bericht_id, regelnummer, toetsen, tot FROM ({REEKS_MELDING}) r WHERE wereld = 'afgekeurd'",
        [
            ("start", 1, False, 20000002),
            ("weg", 1, False, None),
            ("weg", 2, False, 40000001),
            ("weer", 1, False, 40000001),
            ("afgekeurd", 1, True, None),
        ],
    )


lines = {
    "reeks_bericht": """
        bericht_id | volgorde | dagtekening
        vow        | 2        | 2026-05-18
        """,
    "reeks_toewijzing": """
        bericht_id | gemeente | aanbieder | client | toewijzing_nummer | einddatum  | reden_wijziging | volgorde | actueel | tot
        t1         | 0034     | 99990001  | k1     | 1                 | 2026-05-18 |                 | 1        | ja      |
        t2         | 0034     | 99990001  | k1     | 2                 | 2026-05-17 |                 | 1        | ja      |
        t3         | 0034     | 99990001  | k1     | 3                 | 2026-02-02 | 13              | 1        | ja      |
        t4         | 0034     | 99990001  | k1     | 4                 |            |                 | 3        | ja      |
        """,
    "wijziging": """
        bericht_id | soort       | regelnummer | gemeente | aanbieder | client | toewijzing_nummer
        vow        | ongewijzigd | 1           | 0034     | 99990001  | k1     | 1
        vow        | ongewijzigd | 2           | 0034     | 99990001  | k1     | 2
        vow        | ongewijzigd | 3           | 0034     | 99990001  | k1     | 3
        vow        | ongewijzigd | 4           | 0034     | 99990001  | k1     | 4
        """,
}


def test_an_actual_toewijzing_is_known_not_removed_and_not_ended_on_the_dagtekening(spec: Spec) -> None:
    spec(
        lines,
        f"SELECT regelnummer, toewijzing, actueel FROM ({REEKS_WIJZIGING}) r",
        [(1, True, True), (2, True, False), (3, True, False), (4, False, False)],
    )
