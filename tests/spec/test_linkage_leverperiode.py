"""Starts and stops become delivery periods, a first start, a last stop and durations."""

import pytest

from jeugdstelsel.linkage import query

BERICHTEN = """
    bericht_id | berichtsoort | dagtekening
    t          | JW301        | 2025-01-02
    d1         | JW305        | 2025-01-10
    d2         | JW307        | 2025-02-10
    d3         | JW305        | 2025-03-10
    d4         | JW307        | 2025-06-10
    """

TOEWIJZING = """
    bericht_id | regelnummer | gemeente | aanbieder | client | toewijzing_nummer | product_categorie | product_code | toewijzingsdatum | toewijzingstijd | ingangsdatum
    t          | 1           | 0363     | 30000001  | k1     | 1001              | 45                | 45A04        | 2025-01-02       | 10:00:00        | 2025-01-06
    """

KOP = (
    "bericht_id | gemeente | aanbieder | client | toewijzing_nummer | product_categorie | product_code "
    "| soort | begindatum | einddatum | reden_beeindiging | status_aanlevering\n"
)

TRAJECT = query("traject") + (
    "SELECT leverperioden, eerste_start, laatste_stop, reden_laatste_stop, status, duur_bruto_dagen, duur_netto_dagen "
    "FROM (SELECT leverperioden, CAST(eerste_start AS STRING) AS eerste_start, "
    "CAST(laatste_stop AS STRING) AS laatste_stop, reden_laatste_stop, status, duur_bruto_dagen, duur_netto_dagen "
    "FROM traject) t"
)


def meldingen(*rows):
    """Write starts and stops as `bericht soort begin [eind reden] [verwijder]` on toewijzing 1001."""
    lines = []
    for row in rows:
        bericht, soort, begin, *rest = row.split()
        eind, reden = (rest[0], rest[1]) if soort == "stop" else ("", "")
        status = "3" if rest[-1:] == ["verwijder"] else "1"
        lines.append(f"{bericht}|0363|30000001|k1|1001|45|45A04|{soort}|{begin}|{eind}|{reden}|{status}")
    return KOP + "\n".join(lines)


def tables(*rows):
    return {"bericht": BERICHTEN, "toegewezen_product": TOEWIJZING, "melding": meldingen(*rows)}


CASES = {
    "a start without a stop is open: no stop and no duration": (
        ["d1 start 2025-01-08"],
        ("2025-01-08/", "2025-01-08", None, None, "gestart", None, None),
    ),
    "a definitive stop ends the traject; both days count": (
        ["d1 start 2025-01-08", "d2 stop 2025-01-08 2025-02-07 31"],
        ("2025-01-08/2025-02-07", "2025-01-08", "2025-02-07", "31", "gestopt", 31, 31),
    ),
    "reason 20 is a pause: the traject has not ended, so it has no duration": (
        ["d1 start 2025-01-08", "d2 stop 2025-01-08 2025-02-07 20"],
        ("2025-01-08/2025-02-07", "2025-01-08", "2025-02-07", "20", "onderbroken", None, None),
    ),
    "a start after a pause resumes the same traject": (
        ["d1 start 2025-01-08", "d2 stop 2025-01-08 2025-02-07 20", "d3 start 2025-03-03"],
        ("2025-01-08/2025-02-07 ; 2025-03-03/", "2025-01-08", None, None, "gestart", None, None),
    ),
    "the pause is in the gross duration and not in the net one": (
        [
            "d1 start 2025-01-08",
            "d2 stop 2025-01-08 2025-02-07 20",
            "d3 start 2025-03-03",
            "d4 stop 2025-03-03 2025-03-12 32",
        ],
        ("2025-01-08/2025-02-07 ; 2025-03-03/2025-03-12", "2025-01-08", "2025-03-12", "32", "gestopt", 64, 41),
    ),
    "a definitive stop may follow a pause: delivery ended with the pause (OP377, TR414)": (
        ["d1 start 2025-01-08", "d2 stop 2025-01-08 2025-02-07 20", "d4 stop 2025-01-08 2025-03-09 33"],
        ("2025-01-08/2025-02-07", "2025-01-08", "2025-03-09", "33", "gestopt", 61, 31),
    ),
    "after a definitive stop a new start may follow (OP379)": (
        ["d1 start 2025-01-08", "d2 stop 2025-01-08 2025-02-07 31", "d3 start 2025-03-03"],
        ("2025-01-08/2025-02-07 ; 2025-03-03/", "2025-01-08", None, None, "gestart", None, None),
    ),
    "a removed start was never there": (
        ["d1 start 2025-01-08", "d2 start 2025-01-08 verwijder"],
        (None, None, None, None, "toegewezen", None, None),
    ),
    "a corrected start is a removal and a new key": (
        ["d1 start 2025-01-08", "d2 start 2025-01-08 verwijder", "d2 start 2025-01-09"],
        ("2025-01-09/", "2025-01-09", None, None, "gestart", None, None),
    ),
    "a start that is removed and delivered again is there": (
        ["d1 start 2025-01-08", "d2 start 2025-01-08 verwijder", "d3 start 2025-01-08"],
        ("2025-01-08/", "2025-01-08", None, None, "gestart", None, None),
    ),
    "removed and delivered again on one day: it is there": (
        ["d1 start 2025-01-08", "d2 start 2025-01-08 verwijder", "d2 start 2025-01-08"],
        ("2025-01-08/", "2025-01-08", None, None, "gestart", None, None),
    ),
    "delivered and removed on one day: it is not there": (
        ["d1 start 2025-01-08", "d1 start 2025-01-08 verwijder"],
        (None, None, None, None, "toegewezen", None, None),
    ),
    "a removed stop leaves the help running": (
        ["d1 start 2025-01-08", "d2 stop 2025-01-08 2025-02-07 31", "d3 stop 2025-01-08 2025-02-07 31 verwijder"],
        ("2025-01-08/", "2025-01-08", None, None, "gestart", None, None),
    ),
    "removing a stop with another reason removes nothing: the reason is part of the key": (
        ["d1 start 2025-01-08", "d2 stop 2025-01-08 2025-02-07 31", "d3 stop 2025-01-08 2025-02-07 32 verwijder"],
        ("2025-01-08/2025-02-07", "2025-01-08", "2025-02-07", "31", "gestopt", 31, 31),
    ),
    "the same start in two messages counts once": (
        ["d1 start 2025-01-08", "d2 start 2025-01-08"],
        ("2025-01-08/", "2025-01-08", None, None, "gestart", None, None),
    ),
    "of two definitive stops on one start the one that was sent last counts": (
        ["d1 start 2025-01-08", "d2 stop 2025-01-08 2025-02-07 31", "d4 stop 2025-01-08 2025-02-05 33"],
        ("2025-01-08/2025-02-05", "2025-01-08", "2025-02-05", "33", "gestopt", 29, 29),
    ),
    "a second start while the first runs makes one period": (
        ["d1 start 2025-01-08", "d3 start 2025-03-03", "d4 stop 2025-03-03 2025-03-12 31"],
        ("2025-01-08/2025-03-12", "2025-01-08", "2025-03-12", "31", "gestopt", 64, 64),
    ),
    "a stop with a wrong begindatum ends the start that runs": (
        ["d1 start 2025-01-08", "d2 stop 2025-01-07 2025-02-07 31"],
        ("2025-01-08/2025-02-07", "2025-01-08", "2025-02-07", "31", "gestopt", 31, 31),
    ),
    "a stop without any start tells an end and no begin": (
        ["d2 stop 2025-01-08 2025-02-07 31"],
        (None, None, "2025-02-07", "31", "gestopt", None, None),
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_meldingen_become_periods(spec, case):
    rows, expected = CASES[case]
    spec(tables(*rows), TRAJECT, [expected])


def test_periods_touch_without_melting_together(spec):
    rows = [
        "d1 start 2025-01-08",
        "d2 stop 2025-01-08 2025-02-07 20",
        "d3 start 2025-02-08",
        "d4 stop 2025-02-08 2025-02-10 31",
    ]
    sql = query("leverperiode") + (
        "SELECT CAST(begindatum AS STRING), CAST(einddatum AS STRING), reden_beeindiging, product_code FROM leverperiode"
    )
    expected = [("2025-01-08", "2025-02-07", "20", "45A04"), ("2025-02-08", "2025-02-10", "31", "45A04")]
    spec(tables(*rows), sql, expected)


def test_two_products_on_one_number_run_side_by_side_as_one_period(spec):
    rows = meldingen("d1 start 2025-01-08", "d2 stop 2025-01-08 2025-02-07 31")
    rows += "\nd1|0363|30000001|k1|1001|45|45A05|start|2025-01-20|||1"
    toewijzing = TOEWIJZING.replace("45A04", "")
    spec(
        {"bericht": BERICHTEN, "toegewezen_product": toewijzing, "melding": rows},
        TRAJECT,
        [("2025-01-08/", "2025-01-08", None, None, "gestart", None, None)],
    )


def test_a_start_without_product_takes_that_of_the_toewijzing(spec):
    rows = meldingen("d1 start 2025-01-08").replace("|45|45A04|", "|||")
    spec(
        {"bericht": BERICHTEN, "toegewezen_product": TOEWIJZING, "melding": rows},
        query("leverperiode") + "SELECT product_categorie, product_code FROM leverperiode",
        [("45", "45A04")],
    )


TAAKGERICHT = [
    "d1 start 2025-01-08",
    "d2 stop 2025-01-08 2025-02-07 20",
    "d3 start 2025-03-03",
    "d4 stop 2025-03-03 2025-03-12 31",
    "d4 start 2025-05-01",
]


def test_taakgericht_has_no_number_and_is_one_traject_until_a_definitive_stop(spec):
    rows = meldingen(*TAAKGERICHT).replace("|1001|", "||")
    sql = query("traject") + "SELECT leverperioden, status, toewijzing_nummer, bijzonderheden FROM traject"
    expected = [
        ("2025-01-08/2025-02-07 ; 2025-03-03/2025-03-12", "gestopt", None, None),
        ("2025-05-01/", "gestart", None, None),
    ]
    spec({"bericht": BERICHTEN, "melding": rows}, sql, expected)
