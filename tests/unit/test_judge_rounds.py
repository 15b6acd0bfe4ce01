"""Judging whole tables in rounds, or in parts as they arrive, equals judging one unit after another."""

import datetime
import random
from typing import Any
from unittest.mock import patch

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from motor import open_with
from stroom import Bericht, Rows, findings, make_rows, side_by_side

from jeugdstelsel.engines import duckdb as duck
from jeugdstelsel.services import judge as judging
from jeugdstelsel.services import scope
from jeugdstelsel.services.lists import load_lists
from jeugdstelsel.tables import all_tables

TODAY = datetime.date(2026, 11, 21)

clients = st.sampled_from(["k1", "k2"])
numbers = st.sampled_from([1, 2])
ids = st.sampled_from([f"M{n}" for n in range(1, 8)])
requests = st.sampled_from(["R1", "R2"])
references = st.sampled_from(["P1", "P2", "P3", "P4"])
starts = st.sampled_from([datetime.date(2026, 2, 16), datetime.date(2026, 4, 20)])
often_first = st.sampled_from(["1", "1", "1", "3"])

toewijzing = st.fixed_dictionaries(
    {
        "toewijzing_nummer": numbers,
        "referentie_aanbieder": st.sampled_from([None, None, "R1", "R2"]),
        "toewijzingsdatum": st.sampled_from([datetime.date(2026, 1, 28), datetime.date(2026, 2, 28)]),
        "reden_wijziging": st.sampled_from([None, None, None, "13"]),
        "volume": st.sampled_from([10, 14]),
    }
)
start = st.fixed_dictionaries({"toewijzing_nummer": numbers, "begindatum": starts, "status_aanlevering": often_first})
stop = st.fixed_dictionaries(
    {
        "toewijzing_nummer": numbers,
        "begindatum": starts,
        "status_aanlevering": often_first,
        "reden_beeindiging": st.sampled_from(["20", "31"]),
        "einddatum": st.sampled_from([datetime.date(2026, 4, 3), datetime.date(2026, 4, 10)]),
    }
)
prestatie = st.fixed_dictionaries(
    {
        "referentie_nummer": references,
        "vorig_referentie_nummer": st.one_of(st.none(), st.none(), references),
        "toewijzing_nummer": numbers,
        "geleverd_volume": st.sampled_from([3, 6, 8]),
        "client": clients,
    }
)
berichten = st.one_of(
    st.builds(Bericht, st.just("JW301"), ids, clients, st.lists(toewijzing, min_size=1, max_size=2)),
    st.builds(Bericht, st.just("JW305"), ids, clients, st.lists(start, min_size=1, max_size=2)),
    st.builds(Bericht, st.just("JW307"), ids, clients, st.lists(stop, min_size=1, max_size=2)),
    st.builds(Bericht, st.just("JW315"), ids, clients, st.lists(st.fixed_dictionaries({"ref": requests}), min_size=1)),
    st.builds(Bericht, st.just("JW317"), ids, clients, st.lists(st.fixed_dictionaries({"nr": numbers}), min_size=1)),
    st.builds(
        Bericht,
        st.just("JW319"),
        ids,
        lines=st.lists(
            st.fixed_dictionaries({"ref": requests, "antwoord": st.sampled_from(["1", "2"])}), min_size=1, max_size=1
        ),
    ),
    st.builds(Bericht, st.just("JW323"), ids, lines=st.lists(prestatie, min_size=1, max_size=3)),
    st.builds(Bericht, st.just("JW325"), ids, lines=st.lists(prestatie, max_size=1), answers=ids),
    st.builds(Bericht, st.just("JW306"), ids),
)
streams = st.lists(berichten, min_size=2, max_size=7)


def judge_one_by_one(rows: Rows) -> set[tuple[str, str, str, int]]:
    """Judge each message, and each billed line in its order, against what came before and was accepted."""
    connection = open_with(rows)
    load_lists(connection, today=TODAY, contract=None)
    judging._find_rejections_of_the_receiver(connection)
    judging.load_findings(connection, whole=True)
    for header in sorted(rows["bericht"], key=lambda row: row["volgorde"]):
        bericht_id = header["bericht_id"]
        lines = [row for row in rows["prestatie"] if row["bericht_id"] == bericht_id]
        lines.sort(key=lambda row: (row["debet_credit"], row["regelnummer"]))
        _judge_unit(connection, header["volgorde"], bericht_id, [], 0)
        for n, line in enumerate(lines):
            _judge_unit(connection, header["volgorde"], bericht_id, lines[: n + 1], line["regelnummer"])
    judging.keep_verdicts(connection)
    found = findings(connection)
    connection.close()
    return found


def _judge_unit(connection: duck.Connection, volgorde: int, bericht_id: str, seen: list[Any], line: int) -> None:
    """Judge one unit with nothing later in sight; line 0 is the message itself."""
    earlier = f"SELECT bericht_id FROM bericht WHERE volgorde < {volgorde}"
    own = ", ".join(str(row["regelnummer"]) for row in seen) or "0"
    sources = {
        name: f"SELECT * FROM {name} WHERE bericht_id = '{bericht_id}' OR bericht_id IN ({earlier})"
        for name in (*judging.VIEW, "declaratie_antwoord")
    }
    sources["prestatie"] = (
        f"SELECT * FROM prestatie WHERE bericht_id IN ({earlier})"
        f" OR (bericht_id = '{bericht_id}' AND regelnummer IN ({own}))"
    )
    for name, sql in sources.items():
        duck.make_table(connection, f"zicht_{name}", sql)
    judging._remember_state(connection)
    in_sight = {name: f"zicht_{name}" for name in sources}
    judging._judge_light(connection, in_sight)
    judging._judge_heavy(connection, in_sight)
    billed = "f.klasse = 'Prestatie' AND b.berichtsoort = 'JW323'"
    unit = f"{billed} AND f.regelnummer = {line}" if line else f"NOT ({billed})"
    connection.execute(
        f"""INSERT INTO oordeel
            SELECT DISTINCT f.*, CASE f.regel WHEN 'TR381' THEN 'waarschuwing' ELSE 'fout' END, b.berichtsoort
            FROM gevonden f JOIN bericht b ON b.bericht_id = f.bericht_id
            WHERE f.bericht_id = '{bericht_id}' AND {unit}"""
    )


SETTINGS = settings(
    max_examples=6,
    deadline=None,
    derandomize=True,
    phases=(Phase.explicit, Phase.generate),  # to shrink takes minutes and the streams are short already
    suppress_health_check=[HealthCheck.too_slow],
)


@SETTINGS
@given(streams)
def test_rounds_over_whole_tables_equal_one_by_one(stream: list[Bericht]) -> None:
    rows = make_rows(stream)
    connection = open_with(rows)
    judging.judge(connection, today=TODAY)
    found = findings(connection)
    connection.close()
    assert found == judge_one_by_one(rows)


MESSAGE_TABLES = {name: table for name, table in all_tables().items() if table.stored and name != "bevinding_over"}


@settings(SETTINGS, max_examples=2)
@given(st.lists(streams, min_size=40, max_size=40), st.randoms(use_true_random=True))
def test_messages_that_arrive_in_parts_and_in_any_order_give_the_same_findings(
    side: list[list[Bericht]], rng: random.Random
) -> None:
    rows = side_by_side(side)
    parts = [set[str](), set[str](), set[str]()]
    for header in rows["bericht"]:
        rng.choice(parts).add(header["bericht_id"])
    whole = open_with(rows)
    judging.judge(whole, today=TODAY)
    arriving = open_with({})
    for few, part in zip((0, 10**6, -(10**6)), parts, strict=True):
        for name, table in MESSAGE_TABLES.items():
            duck.load_rows(arriving, table, [row for row in rows[name] if row.get("bericht_id") in part])
        with patch.object(scope, "FEW_UNITS", few):
            judging.judge(arriving, today=TODAY, new=part if few else None)
    assert findings(arriving) == findings(whole)
    whole.close()
    arriving.close()
