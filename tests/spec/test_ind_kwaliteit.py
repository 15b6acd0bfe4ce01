"""The four quality problems that CBS named, as scores of gemeente and provider."""

from cijferlezer import read_values

CHAIN = {
    "bericht": """
        bericht_id | berichtsoort | gemeente | aanbieder | dagtekening
        a1         | JW301        | 0363     | 01000001  | 2025-01-02
        s1         | JW305        | 0363     | 01000001  | 2025-01-06
        s2         | JW307        | 0363     | 01000001  | 2025-02-03
        r1         | JW302        | 0363     | 01000001  | 2025-01-03
        d1         | JW323        | 0344     | 01000002  | 2025-02-03
        """,
    "melding": """
        bericht_id | regelnummer | gemeente | aanbieder | client | soort | toewijzing_nummer | begindatum | einddatum  | reden_beeindiging | status_aanlevering
        s1         | 1           | 0363     | 01000001  | k1     | start | 1                 | 2025-01-06 |            |                   | 1
        s1         | 2           | 0363     | 01000001  | k2     | start | 1                 | 2025-01-06 |            |                   | 1
        s1         | 3           | 0363     | 01000001  | k1     | start |                   | 2025-01-06 |            |                   | 1
        s2         | 1           | 0363     | 01000001  | k1     | stop  | 1                 | 2025-01-06 | 2025-01-31 | 31                | 1
        s2         | 2           | 0363     | 01000001  | k1     | stop  | 9                 | 2025-01-06 | 2025-01-31 | 31                | 3
        """,
    "traject": """
        traject_id | gemeente | aanbieder | client | toewijzing_nummer | product_categorie | product_code | toewijzingsdatum | eerste_start | status
        t1         | 0363     | 01000001  | k1     | 1                 | 45                | 45A04        | 2025-01-02       | 2025-01-06   | gestart
        t2         | 0363     | 01000001  | k5     | 2                 | 45                | 45A04        | 2025-01-02       |              | toegewezen
        """,
    "kosten": """
        traject_id | gemeente | aanbieder | client | product_categorie | product_code | maand      | netto | aantal_prestaties
        t1         | 0363     | 01000001  | k1     | 45                | 45A04        | 2025-01-01 | 100   | 2
        t2         | 0363     | 01000001  | k5     | 45                | 45A04        | 2025-01-01 | 100   | 1
                   | 0363     | 01000001  | k9     | 45                | 45A04        | 2025-01-01 | 100   | 3
        """,
}


def test_linkable_are_reports_and_lines_whose_toewijzing_is_known_for_this_young_person():
    # reports: 2 of 4 (number of another child, no number); lines: 3 of 6; the removal is no report
    rows = read_values(CHAIN, "koppelbaar", niveau="aanbieder", columns=("aanbieder", "teller", "noemer", "waarde"))
    assert rows == [("01000001", 5.0, 10.0, 0.5)]


def test_message_types_that_were_not_used_of_the_eight_that_carry_care_or_money():
    rows = read_values(CHAIN, "berichtsoorten_ongebruikt", niveau="gemeente", columns=("gemeente", "waarde"))
    assert rows == [("0344", 7.0), ("0363", 5.0)]
    assert read_values(CHAIN, "berichtsoorten_ongebruikt", columns=("waarde",)) == [(4.0,)]


def test_scores_on_messages_have_no_product():
    assert read_values(CHAIN, "koppelbaar", niveau="productcode") == []
    assert read_values(CHAIN, "berichtsoorten_ongebruikt", niveau="productcategorie") == []


def test_complete_are_billed_trajecten_with_a_start():
    assert read_values(CHAIN, "volledigheid") == [(1.0, 2.0, 0.5)]


def test_a_number_of_which_no_toewijzing_is_known_is_not_linkable():
    unknown = CHAIN | {"traject": CHAIN["traject"].replace("| 2025-01-02 ", "|            ")}
    rows = read_values(unknown, "koppelbaar", niveau="aanbieder", columns=("aanbieder", "teller", "noemer", "waarde"))
    assert rows == [("01000001", 0.0, 10.0, 0.0)]
