"""Kept sums: a calculation that looks only at whom something happened to gives what adding up everyone gives."""

import datetime

import pytest
from berichtstroom import store, streams
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from motor import open_with

from jeugdstelsel.engines import duckdb as duck
from jeugdstelsel.indicators.plan import all_indicators, all_sums, plan_steps, plan_sums
from jeugdstelsel.services.compute import compute
from jeugdstelsel.services.link import link
from jeugdstelsel.services.sums import BRONNEN, read_kept

MOMENT = datetime.datetime(2025, 12, 1, 12)
VANAF = datetime.date(2025, 1, 1)
DAYS = [datetime.date(2025, 3, day) for day in (1, 2, 10, 30)]
"""Reference dates in one window, before, on and between the days on which the streams start and stop help."""
GEBIED = [
    {"gemeente": gemeente, "jaar": 2025, "jeugdregio": regio}
    for gemeente, regio in (("0363", "JZ01"), ("0344", "JZ02"))
]
PRODUCT = {"toewijzing_nummer": 1, "product_categorie": "45", "product_code": "45A04"}
PATIENT = settings(
    max_examples=8,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=list(HealthCheck),
)


def run(connection, day, vanaf=VANAF):
    """Link and compute as `bereken` does; return for what the sums held before."""
    before = read_kept(connection)
    linked = link(connection, peildatum=day, moment=MOMENT, keep=BRONNEN if before else ())
    compute(connection, peildatum=day, vanaf=vanaf, before=None if linked.rebuilt else before)
    return before


def figures(connection):
    """Everything that was computed, and the sums."""
    names = ["indicator_waarde", *all_sums()]
    columns = {name: ", ".join(table.names) for name, table in all_sums().items()} | {"indicator_waarde": "*"}
    return {name: duck.run_sql(connection, f"SELECT {columns[name]} FROM {name} ORDER BY ALL") for name in names}


def at_once(messages, day, vanaf=VANAF):
    """What one calculation of all messages gives."""
    connection = open_with({"gebied": GEBIED})
    store(connection, "alles", messages)
    run(connection, day, vanaf)
    return figures(connection)


@PATIENT
@given(
    messages=streams(),
    split=st.integers(0, 40),
    first=st.sampled_from(DAYS),
    second=st.sampled_from(DAYS),
    third=st.sampled_from(DAYS),
)
def test_day_after_day_gives_what_adding_up_everyone_gives(messages, split, first, second, third):
    connection = open_with({"gebied": GEBIED})
    store(connection, "l0", messages[:split])
    assert run(connection, first) is None
    store(connection, "l1", messages[split:])
    one = run(connection, second)
    two = run(connection, third)
    assert one.kenmerk == two.kenmerk == read_kept(connection).kenmerk, "nobody was added up anew"
    assert figures(connection) == at_once(messages, third)


@settings(PATIENT, max_examples=5)
@given(messages=streams(), split=st.integers(0, 40))
def test_another_window_adds_up_everyone(messages, split):
    connection = open_with({"gebied": GEBIED})
    store(connection, "l0", messages[:split])
    run(connection, DAYS[-1])
    store(connection, "l1", messages[split:])
    before = run(connection, datetime.date(2025, 3, 31))
    assert before.kenmerk != read_kept(connection).kenmerk
    assert figures(connection) == at_once(messages, datetime.date(2025, 3, 31))


@pytest.fixture
def warehouse():
    """One young person with help in January."""
    connection = open_with({"gebied": GEBIED})
    store(connection, "l0", [_start("k1", "0363")])
    run(connection, DAYS[0])
    return connection


def _start(client, gemeente, begindatum=VANAF):
    """A JW305."""
    start = {"soort": "start", "begindatum": begindatum, "status_aanlevering": "1"}
    return _message("JW305", client, gemeente, {"melding": PRODUCT | start | {"client": client}})


def _toewijzing(client, gemeente):
    """A JW301."""
    toewijzing = {"toewijzingsdatum": VANAF, "toewijzingstijd": "09:00:00", "ingangsdatum": VANAF}
    return _message("JW301", client, gemeente, {"toegewezen_product": PRODUCT | toewijzing | {"client": client}})


def _message(soort, client, gemeente, tables):
    head = {"bericht_id": f"{soort}{client}", "berichtsoort": soort, "identificatie": f"{soort}{client}"}
    place = {"afzender": "30000001", "gemeente": gemeente, "aanbieder": "30000001", "dagtekening": VANAF}
    return {"bericht": head | place, "tables": tables}


def test_who_was_known_to_start_later_counts_as_started_from_that_day(warehouse):
    messages = [_toewijzing("k4", "0344"), _start("k4", "0344", begindatum=DAYS[1])]
    store(warehouse, "l1", messages)
    for day, klaar in ((DAYS[0], 0), (DAYS[2], 1), (DAYS[0], 0)):
        before = run(warehouse, day)
        assert before.kenmerk == read_kept(warehouse).kenmerk
        counted = (
            "SELECT teller FROM indicator_waarde WHERE indicator = 'wachttijd_toewijzing_start' AND niveau = 'land'"
        )
        assert duck.run_sql(warehouse, f"{counted} AND periode = '2025-01'") == [(klaar,)]
        assert figures(warehouse) == at_once([_start("k1", "0363"), *messages], day)


def test_another_region_adds_up_everyone(warehouse):
    duck.run_sql(warehouse, "UPDATE gebied SET jeugdregio = 'JZ09' WHERE gemeente = '0363'")
    run(warehouse, DAYS[1])
    regions = duck.run_sql(warehouse, "SELECT DISTINCT jeugdregio FROM indicator_waarde WHERE niveau = 'jeugdregio'")
    assert regions == [("JZ09",)]


def test_when_a_calculation_stops_after_linking_the_next_adds_up_everyone(warehouse):
    store(warehouse, "l1", [_start("k2", "0344")])
    link(warehouse, peildatum=DAYS[1], moment=MOMENT, keep=BRONNEN)
    assert read_kept(warehouse) is None
    store(warehouse, "l2", [_start("k3", "0344")])
    run(warehouse, DAYS[1])
    persons = "SELECT n FROM indicator_waarde WHERE indicator = 'trajecten' AND niveau = 'land' AND periode = '2025-01'"
    assert duck.run_sql(warehouse, persons) == [(3,)]


@pytest.mark.parametrize("place", ["sums.make_steps", "sums._add", "compute.gather"])
def test_when_a_calculation_stops_halfway_the_next_adds_up_everyone(warehouse, monkeypatch, place):
    def stop(*_):
        raise KeyboardInterrupt

    store(warehouse, "l1", [_start("k2", "0344")])
    with monkeypatch.context() as patch:
        patch.setattr(f"jeugdstelsel.services.{place}", stop)
        with pytest.raises(KeyboardInterrupt):
            run(warehouse, DAYS[1])
    assert read_kept(warehouse) is None
    run(warehouse, DAYS[1])
    assert figures(warehouse) == at_once([_start("k1", "0363"), _start("k2", "0344")], DAYS[1])


def test_only_young_people_and_given_tables_stand_behind_the_sums():
    made = {step.table.name for step in plan_sums()}
    read = {need for step in plan_sums() for need in step.needs} - made
    assert read == {*BRONNEN, "bericht", "gebied", "maand", "niveau"}


def test_what_is_kept_is_not_made_again():
    wanted = [need for indicator in all_indicators().values() for need in indicator.needs]
    made = {step.table.name for step in plan_steps(wanted, all_sums())}
    assert not made & {*all_sums(), "gebeurtenis", "persoon_cel", "traject_feit", "kosten_reeks", "levermaand"}
