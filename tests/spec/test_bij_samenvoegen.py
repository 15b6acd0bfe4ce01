"""Which lines of Beleidsinformatie are one record: same key, overlap, and ambulant help during a stay (protocol 3.3).

Every case is a table of lines as an aanbieder delivers them, and the records that count. An empty end still runs.
"""

import pytest
from bijlevering import ANDER, BSN, ONBEKEND, make_hulp

from jeugdstelsel.ingest.bij_record import Hulp, Jeugdige, Maatregel, Meting
from jeugdstelsel.ingest.bij_samenvoegen import merge_hulp, merge_maatregelen

PEOPLE = {"k1": BSN, "k2": ANDER, "onbekend": ONBEKEND}
NAMES = {bsn: name for name, bsn in PEOPLE.items()}
HEADING = ("regel", "wie", "hulpvorm", "aanvang", "einde", "reden")

CASES = {
    "the same key is one record; the last end counts": (
        """
        2 | k1 | 02 | 2025-01-10 | 2025-02-01 | 01
        3 | k1 | 02 | 2025-01-10 | 2025-03-01 | 02
        """,
        "2 | k1 | 02 | 2025-01-10 | 2025-03-01 | 02",
        ["BIJ_DUBBEL"],
    ),
    "overlap is one record, from the first start to the last end": (
        """
        2 | k1 | 02 | 2025-02-01 | 2025-04-30 | 03
        3 | k1 | 02 | 2025-01-10 | 2025-02-15 | 01
        """,
        "2 | k1 | 02 | 2025-01-10 | 2025-04-30 | 03",
        ["BIJ_OVERLAP"],
    ),
    "what still runs has no end after merging": (
        """
        2 | k1 | 02 | 2025-01-10 |            |
        3 | k1 | 02 | 2025-02-01 | 2025-03-01 | 01
        """,
        "2 | k1 | 02 | 2025-01-10 |            | ",
        ["BIJ_OVERLAP"],
    ),
    "a start on the day of the end still overlaps": (
        """
        2 | k1 | 02 | 2025-01-10 | 2025-02-01 | 01
        3 | k1 | 02 | 2025-02-01 | 2025-03-01 | 02
        """,
        "2 | k1 | 02 | 2025-01-10 | 2025-03-01 | 02",
        ["BIJ_OVERLAP"],
    ),
    "a start on the day after the end is a record of its own": (
        """
        2 | k1 | 02 | 2025-01-10 | 2025-02-01 | 01
        3 | k1 | 02 | 2025-02-02 | 2025-03-01 | 02
        """,
        """
        2 | k1 | 02 | 2025-01-10 | 2025-02-01 | 01
        3 | k1 | 02 | 2025-02-02 | 2025-03-01 | 02
        """,
        [],
    ),
    "a chain of overlaps is one record": (
        """
        2 | k1 | 02 | 2025-01-01 | 2025-02-01 | 01
        3 | k1 | 02 | 2025-03-01 | 2025-04-01 | 02
        4 | k1 | 02 | 2025-01-20 | 2025-03-10 | 03
        """,
        "2 | k1 | 02 | 2025-01-01 | 2025-04-01 | 02",
        ["BIJ_OVERLAP", "BIJ_OVERLAP"],
    ),
    "a change of hulpvorm closes one record and opens another": (
        """
        2 | k1 | 02 | 2025-01-10 | 2025-02-01 | 02
        3 | k1 | 03 | 2025-01-20 |            |
        """,
        """
        2 | k1 | 02 | 2025-01-10 | 2025-02-01 | 02
        3 | k1 | 03 | 2025-01-20 |            |
        """,
        [],
    ),
    "two young people never become one": (
        """
        2 | k1 | 02 | 2025-01-10 |            |
        3 | k2 | 02 | 2025-01-10 |            |
        """,
        """
        2 | k1 | 02 | 2025-01-10 |            |
        3 | k2 | 02 | 2025-01-10 |            |
        """,
        [],
    ),
    "ambulant help during pleegzorg belongs to the pleegzorg": (
        """
        2 | k1 | 11 | 2025-01-01 |            |
        3 | k1 | 02 | 2025-02-01 | 2025-03-01 | 01
        4 | k1 | 03 | 2025-04-01 |            |
        """,
        "2 | k1 | 11 | 2025-01-01 |            | ",
        ["BIJ_AMBULANT_BIJ_VERBLIJF", "BIJ_AMBULANT_BIJ_VERBLIJF"],
    ),
    "ambulant help that began before the stay or goes on after it stays": (
        """
        2 | k1 | 14 | 2025-02-01 | 2025-03-01 | 01
        3 | k1 | 02 | 2025-01-31 | 2025-02-20 | 01
        4 | k1 | 03 | 2025-02-10 |            |
        """,
        """
        2 | k1 | 14 | 2025-02-01 | 2025-03-01 | 01
        3 | k1 | 02 | 2025-01-31 | 2025-02-20 | 01
        4 | k1 | 03 | 2025-02-10 |            |
        """,
        [],
    ),
    "the stay of another young person swallows nothing": (
        """
        2 | k2 | 11 | 2025-01-01 |            |
        3 | k1 | 02 | 2025-02-01 | 2025-03-01 | 01
        """,
        """
        2 | k2 | 11 | 2025-01-01 |            |
        3 | k1 | 02 | 2025-02-01 | 2025-03-01 | 01
        """,
        [],
    ),
    "two stays of different form stay two": (
        """
        2 | k1 | 11 | 2025-01-01 |            |
        3 | k1 | 12 | 2025-02-01 | 2025-03-01 | 01
        """,
        """
        2 | k1 | 11 | 2025-01-01 |            |
        3 | k1 | 12 | 2025-02-01 | 2025-03-01 | 01
        """,
        [],
    ),
    "without a BSN the whole key must be the same; overlap proves nothing": (
        """
        2 | onbekend | 02 | 2025-01-10 |            |
        3 | onbekend | 02 | 2025-01-10 | 2025-03-01 | 01
        4 | onbekend | 02 | 2025-02-01 | 2025-03-01 | 01
        """,
        """
        2 | onbekend | 02 | 2025-01-10 |            |
        4 | onbekend | 02 | 2025-02-01 | 2025-03-01 | 01
        """,
        ["BIJ_DUBBEL"],
    ),
}


def read(text: str) -> list[Hulp]:
    rows = [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]
    return [
        make_hulp(int(regel), begin, einde, bsn=PEOPLE[wie], hulpvorm=vorm, reden=reden)
        for regel, wie, vorm, begin, einde, reden in rows
    ]


def show(records: list[Hulp]) -> list[tuple[object, ...]]:
    return [
        (r.regel, NAMES[r.jeugdige.bsn], r.hulpvorm, r.datum_aanvang, r.datum_einde, r.reden_beeindiging)
        for r in records
    ]


@pytest.mark.parametrize(("lines", "records", "codes"), CASES.values(), ids=CASES)
@pytest.mark.parametrize("backwards", [False, True], ids=["", "delivered backwards"])
def test_lines_become_records(lines: str, records: str, codes: list[str], backwards: bool) -> None:
    given = read(lines)
    merged, findings = merge_hulp(reversed(given) if backwards else given)
    assert show(merged) == show(read(records))
    assert [finding.regel for finding in findings] == codes


def test_one_record_keeps_verwijzer_and_crisis_of_the_first_start() -> None:
    first = make_hulp(3, "2025-01-10", "2025-02-10")
    later = Hulp(2, first.jeugdige, "05", "02", "01", make_hulp(2, "2025-02-01").datum_aanvang)
    (record,), _ = merge_hulp([later, first])
    assert (record.verwijzer, record.gestart_met_crisis) == ("02", "02")


def test_a_new_woonplaats_makes_no_new_record_and_the_last_line_has_it() -> None:
    lines = [make_hulp(2, "2025-01-10", "2025-03-01"), make_hulp(3, "2025-02-01", "2025-04-01", woonplaats="0034")]
    (record,), _ = merge_hulp(lines)
    assert record.jeugdige.woonplaats == "0034"


def test_twins_without_a_bsn_stay_two_when_the_aanbieder_tells_them_apart() -> None:
    lines = [
        make_hulp(2, "2025-01-10", bsn=ONBEKEND, kenmerk="a"),
        make_hulp(3, "2025-01-10", bsn=ONBEKEND, kenmerk="b"),
    ]
    merged, findings = merge_hulp(lines)
    assert ([record.regel for record in merged], [f.regel for f in findings]) == ([2, 3], ["BIJ_TWEELING"])


def test_parent_and_young_person_may_both_have_answered() -> None:
    parent, child = Meting("ouder", 7, "03"), Meting("jeugdige", 8, "04")
    lines = [
        make_hulp(2, "2025-01-10", "2025-03-01", metingen=(parent,)),
        make_hulp(3, "2025-01-10", metingen=(child,)),
    ]
    (record,), _ = merge_hulp(lines)
    assert record.metingen == (parent, child)


def test_a_machtiging_stands_beside_the_maatregel_of_the_same_young_person() -> None:
    person = Jeugdige(BSN, "20120504", "V", "0363")
    begin = make_hulp(2, "2025-01-10").datum_aanvang
    ots, machtiging = Maatregel(2, person, "11", begin), Maatregel(3, person, "72", begin)
    assert merge_maatregelen([machtiging, ots]) == ([machtiging, ots], [])
    alone = merge_maatregelen([machtiging])[1]
    assert [(finding.regel, finding.regelnummer) for finding in alone] == [("BIJ_MACHTIGING_LOS", 3)]
