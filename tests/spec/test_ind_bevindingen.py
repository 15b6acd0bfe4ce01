"""Findings per 1000 messages, counted where the message was sent."""

from cijferlezer import read_values

TABLES = {
    "bericht": """
        bericht_id | berichtsoort | gemeente | aanbieder | afzender | dagtekening
        a1         | JW301        | 0363     | 01000001  | 0363     | 2025-01-02
        a2         | JW301        | 0363     | 01000002  | 0363     | 2025-01-02
        s1         | JW305        | 0363     | 01000001  | 01000001 | 2025-01-06
        s2         | JW307        | 0363     | 01000001  | 01000001 | 2025-02-03
        s3         | JW307        | 0363     | 01000001  | 01000001 | 2024-02-03
        d1         | JW323        | 0344     | 01000002  | 01000002 | 2025-02-03
        """,
    "bevinding": """
        bericht_id | regel | ernst           | klasse | regelnummer
        s1         | CS002 | fout            | Client | 1
        s1         | CS002 | fout            | Client | 2
        s3         | CS002 | fout            | Client | 1
                   | XML   | fout            |        |
        """,
    "bevinding_over": """
        bericht_id | regel | ernst           | klasse | regelnummer
        s2         | TR019 | fout            |        | 1
        a1         | TR332 | waarschuwing    |        | 1
        d1         | TR418 | niet beoordeeld |        | 1
        """,
}
COLUMNS = ("uitsplitsing", "teller", "noemer", "waarde")


def test_of_a_provider_the_messages_that_it_sent_count():
    rows = read_values(TABLES, "bevindingen_per_duizend", niveau="aanbieder", columns=("aanbieder", *COLUMNS))
    assert rows == [
        ("01000001", "CS002", 2.0, 2.0, 1000.0),
        ("01000001", "TR019", 1.0, 2.0, 500.0),
        ("01000001", "alle", 3.0, 2.0, 1500.0),
        ("01000002", "alle", 0.0, 1.0, 0.0),
    ]


def test_of_a_gemeente_the_messages_that_it_sent_count():
    rows = read_values(TABLES, "bevindingen_per_duizend", niveau="gemeente", columns=("gemeente", *COLUMNS))
    assert rows == [("0363", "TR332", 1.0, 2.0, 500.0), ("0363", "alle", 1.0, 2.0, 500.0)]


def test_of_the_country_every_message_counts_once():
    rows = read_values(TABLES, "bevindingen_per_duizend", columns=COLUMNS)
    assert rows[-1] == ("alle", 4.0, 5.0, 800.0)


def test_findings_fall_in_the_period_of_the_message():
    rows = read_values(TABLES, "bevindingen_per_duizend", periode="2025-02", columns=COLUMNS)
    assert rows == [("TR019", 1.0, 2.0, 500.0), ("alle", 1.0, 2.0, 500.0)]
