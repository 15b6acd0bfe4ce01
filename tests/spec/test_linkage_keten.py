"""The chain of one traject can be read back event by event."""

import datetime

from berichtstroom import store
from builders import read_table
from motor import open_with

from jeugdstelsel.services.link import link, read_chain

BERICHTEN = """
    bericht_id | berichtsoort | gemeente | aanbieder | afzender | identificatie | dagtekening | declaratie_identificatie | declaratie_dagtekening
    v1         | JW315        | 0363     | 30000001  | 30000001 | 1             | 2025-01-02  |                          |
    o1         | JW319        | 0363     | 30000001  | 0363     | 2             | 2025-01-03  |                          |
    t1         | JW301        | 0363     | 30000001  | 0363     | 3             | 2025-01-07  |                          |
    s1         | JW305        | 0363     | 30000001  | 30000001 | 4             | 2025-01-10  |                          |
    s2         | JW305        | 0363     | 30000001  | 30000001 | 5             | 2025-01-11  |                          |
    r2         | JW306        | 0363     | 30000001  | 30000001 | 5             | 2025-01-11  |                          |
    d1         | JW323        | 0363     | 30000001  | 30000001 | 6             | 2025-02-03  |                          |
    a1         | JW325        | 0363     | 30000001  | 0363     | 7             | 2025-02-05  | 6                        | 2025-02-03
    e1         | JW307        | 0363     | 30000001  | 30000001 | 8             | 2025-02-10  |                          |
    s3         | JW305        | 0363     | 30000001  | 30000001 | 9             | 2025-03-10  |                          |
    t2         | JW301        | 0363     | 30000001  | 0363     | 10            | 2025-04-01  |                          |
    """

TABELLEN = {
    "aangevraagd_product": """
        bericht_id | client | referentie_aanbieder | verwijzer_type
        v1         | k1     | A                    | 02
        """,
    "antwoord": """
        bericht_id | referentie_aanbieder | verzoek_antwoord
        o1         | A                    | 2
        """,
    "toegewezen_product": """
        bericht_id | client | toewijzing_nummer | referentie_aanbieder | toewijzingsdatum | ingangsdatum | einddatum  | reden_wijziging
        t1         | k1     | 1                 | A                    | 2025-01-06       | 2025-01-08   |            |
        t2         | k1     | 1                 |                      | 2025-03-31       | 2025-01-08   | 2025-06-30 | 05
        """,
    "melding": """
        bericht_id | client | toewijzing_nummer | soort | begindatum | einddatum  | reden_beeindiging | status_aanlevering
        s1         | k1     | 1                 | start | 2025-01-08 |            |                   | 1
        s2         | k1     | 1                 | start | 2025-01-09 |            |                   | 1
        e1         | k1     | 1                 | stop  | 2025-01-08 | 2025-02-07 | 20                | 1
        s3         | k1     | 1                 | start | 2025-03-08 |            |                   | 1
        """,
    "prestatie": """
        bericht_id | client | toewijzing_nummer | referentie_nummer | begindatum | einddatum  | ingediend_bedrag | debet_credit
        d1         | k1     | 1                 | p1                | 2025-01-08 | 2025-01-31 | 5000             | D
        """,
    "retourcode": """
        bericht_id | klasse | regelnummer | retour_code
        r2         | Header | 1           | 9326
        """,
}


def test_a_chain_tells_what_happened_and_what_counts_as_not_sent():
    parts = {name: read_table(name, text)[1] for name, text in TABELLEN.items()}
    messages = []
    for head in read_table("bericht", BERICHTEN)[1]:
        mine = {name: row for name, rows in parts.items() for row in rows if row["bericht_id"] == head["bericht_id"]}
        messages.append({"bericht": head, "tables": mine})
    connection = open_with({})
    store(connection, "l1", messages)
    link(connection, peildatum=datetime.date(2025, 6, 1), moment=datetime.datetime(2025, 6, 1))
    [(traject_id,)] = connection.execute("SELECT traject_id FROM traject").fetchall()
    events = read_chain(connection, traject_id)
    assert [(event["bericht_id"], event["gebeurtenis"], event["telt"]) for event in events] == [
        ("v1", "verzocht", True),
        ("o1", "in onderzoek", True),
        ("t1", "toegewezen", True),
        ("s1", "gestart", True),
        ("s2", "gestart", False),
        ("d1", "gedeclareerd", True),
        ("a1", "declaratie beantwoord", True),
        ("e1", "onderbroken", True),
        ("s3", "hervat", True),
        ("t2", "gewijzigd", True),
    ]
    assert events[5]["bedrag"] == 5000
