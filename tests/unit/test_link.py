"""The linkage is a function of the set of messages: not of their order, nor of how they were delivered."""

import datetime
import random

import pytest
from berichtstroom import FIRST, days, store, streams
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from motor import open_with

from jeugdstelsel.engines import duckdb as duck
from jeugdstelsel.linkage import steps
from jeugdstelsel.services.link import link
from jeugdstelsel.tables import all_tables

KEPT = [step.name for step in steps() if step.kept]
MOMENT = datetime.datetime(2025, 12, 1, 12)
PEILDATUM = datetime.date(2025, 6, 1)
PATIENT = settings(
    max_examples=10,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=list(HealthCheck),
)


def contents(connection):
    """All linkage tables, each sorted."""
    return {name: sorted(duck.run_sql(connection, f"SELECT * FROM {name}"), key=repr) for name in KEPT}


def rebuilt(messages):
    """The linkage of all messages at once."""
    connection = open_with({})
    store(connection, "alles", messages)
    link(connection, peildatum=PEILDATUM, moment=MOMENT)
    return contents(connection)


@PATIENT
@given(messages=streams(), seed=st.integers(0, 9), parts=st.integers(2, 4), first_day=days)
def test_any_order_in_any_deliveries_equals_a_rebuild(messages, seed, parts, first_day):
    shuffled = random.Random(seed).sample(messages, len(messages))
    connection = open_with({})
    for part in range(parts):
        store(connection, f"l{part}", shuffled[part::parts])
        day = PEILDATUM if part == parts - 1 else first_day
        linked = link(connection, peildatum=day, moment=MOMENT)
        assert linked.rebuilt == (part == 0)
    assert contents(connection) == rebuilt(messages)


@settings(PATIENT, max_examples=5)
@given(messages=streams())
def test_every_billed_cent_is_in_kosten(messages):
    billed = [m["tables"]["prestatie"] for m in messages if m["bericht"]["berichtsoort"] == "JW323"]
    kosten = [dict(zip(all_tables()["kosten"].names, row, strict=True)) for row in rebuilt(messages)["kosten"]]
    for column, kind in (("gedeclareerd", "D"), ("gecrediteerd", "C")):
        assert sum(k[column] for k in kosten) == sum(p["ingediend_bedrag"] for p in billed if p["debet_credit"] == kind)
    assert sum(k["aantal_prestaties"] for k in kosten) == len(billed)
    assert all(k["netto"] == k["gedeclareerd"] - k["gecrediteerd"] - k["afgewezen"] for k in kosten)


@settings(PATIENT, max_examples=5)
@given(messages=streams())
def test_every_table_has_its_declared_columns_and_one_row_per_key(messages):
    tables = rebuilt(messages)
    for name in KEPT:
        table = all_tables()[name]
        keys = [tuple(row[table.names.index(column)] for column in table.key) for row in tables[name]]
        assert len(keys) == len(set(keys)), name
    trajecten = {row[0] for row in tables["traject"]}
    assert {row[0] for row in tables["leverperiode"]} <= trajecten
    assert {row[0] for row in tables["kosten"]} <= trajecten


def test_a_delivery_touches_only_the_young_people_it_concerns():
    connection = open_with({})
    start = {"toewijzing_nummer": 1, "begindatum": FIRST, "soort": "start", "status_aanlevering": "1"}
    for number, client in enumerate(["k1", "k2", "k3"]):
        head = {"bericht_id": f"b{number}", "berichtsoort": "JW305", "gemeente": "0363", "aanbieder": "30000001"}
        message = {"bericht": head | {"dagtekening": FIRST}, "tables": {"melding": start | {"client": client}}}
        store(connection, f"l{number}", [message])
        if number != 1:
            continue
        assert link(connection, peildatum=PEILDATUM, moment=MOMENT).clients == 2
    assert link(connection, peildatum=PEILDATUM, moment=MOMENT).clients == 1
    assert link(connection, peildatum=PEILDATUM, moment=MOMENT).clients == 0
    assert link(connection, peildatum=PEILDATUM, moment=MOMENT, rebuild=True).clients == 3


def taakgericht(bericht_id, soort, begin, **rest):
    """A start or stop without toewijzing_nummer."""
    head = {"bericht_id": bericht_id, "berichtsoort": "JW305", "gemeente": "0363", "aanbieder": "30000001"}
    row = {"client": "k1", "soort": soort, "begindatum": begin, "product_categorie": "45", "status_aanlevering": "1"}
    return {"bericht": head | {"dagtekening": FIRST}, "tables": {"melding": row | rest}}


def test_the_log_tells_merges_and_splits_between_runs():
    connection = open_with({})
    second = FIRST + datetime.timedelta(60)
    pause = {"einddatum": FIRST + datetime.timedelta(30), "reden_beeindiging": "20"}
    store(connection, "l1", [taakgericht("b1", "start", FIRST), taakgericht("b2", "start", second)])
    link(connection, peildatum=PEILDATUM, moment=MOMENT)
    before = dict(duck.run_sql(connection, "SELECT begindatum, traject_id FROM taakgericht"))
    store(connection, "l2", [taakgericht("b3", "stop", FIRST, **pause)])
    link(connection, peildatum=PEILDATUM, moment=MOMENT)
    log = "SELECT soort, oud, nieuw FROM koppeling_log WHERE soort IN ('samengevoegd', 'gesplitst') ORDER BY soort"
    assert duck.run_sql(connection, log) == [("samengevoegd", before[second], before[FIRST])]
    store(connection, "l3", [taakgericht("b4", "stop", FIRST, **pause | {"status_aanlevering": "3"})])
    removal = {"dagtekening": FIRST + datetime.timedelta(1)}
    duck.run_sql(connection, "UPDATE bericht SET dagtekening = $dagtekening WHERE bericht_id = 'b4'", removal)
    link(connection, peildatum=PEILDATUM, moment=MOMENT)
    assert duck.run_sql(connection, log)[0] == ("gesplitst", before[FIRST], before[second])
    assert dict(duck.run_sql(connection, "SELECT begindatum, traject_id FROM taakgericht")) == before


def test_the_log_tells_that_a_toewijzing_became_known_and_the_id_stays():
    connection = open_with({})
    head = {"gemeente": "0363", "aanbieder": "30000001", "dagtekening": FIRST}
    start = {"client": "k1", "toewijzing_nummer": 1, "begindatum": FIRST, "soort": "start"}
    order = {"client": "k1", "toewijzing_nummer": 1, "toewijzingsdatum": FIRST, "ingangsdatum": FIRST}
    store(connection, "l1", [{"bericht": head | {"bericht_id": "b1"}, "tables": {"melding": start}}])
    link(connection, peildatum=PEILDATUM, moment=MOMENT)
    traject = duck.run_sql(connection, "SELECT traject_id FROM traject")
    store(connection, "l2", [{"bericht": head | {"bericht_id": "b2"}, "tables": {"toegewezen_product": order}}])
    link(connection, peildatum=PEILDATUM, moment=MOMENT)
    assert duck.run_sql(connection, "SELECT traject_id FROM traject") == traject
    log = duck.run_sql(connection, "SELECT moment, soort, traject_id FROM koppeling_log WHERE soort <> 'episode'")
    assert log == [(MOMENT.isoformat(), "toewijzing_bekend", traject[0][0])]


def test_a_run_that_fails_changes_nothing(monkeypatch):
    connection = open_with({})
    store(connection, "l1", [taakgericht("b1", "start", FIRST)])
    link(connection, peildatum=PEILDATUM, moment=MOMENT)
    before = contents(connection)
    store(connection, "l2", [taakgericht("b2", "start", FIRST + datetime.timedelta(1))])
    with monkeypatch.context() as patch:
        patch.setattr("jeugdstelsel.services.link.WIJZIGINGEN", "SELECT nonsense")
        with pytest.raises(Exception, match="nonsense"):
            link(connection, peildatum=PEILDATUM, moment=MOMENT)
    assert contents(connection) == before
    assert link(connection, peildatum=PEILDATUM, moment=MOMENT).clients == 1
    assert len(duck.run_sql(connection, "SELECT 1 FROM traject")) == 2


def test_a_rebuild_that_fails_is_done_again_by_the_next_run(monkeypatch):
    connection = open_with({})
    store(connection, "l1", [taakgericht("b1", "start", FIRST)])
    link(connection, peildatum=PEILDATUM, moment=MOMENT)
    before = contents(connection)
    with monkeypatch.context() as patch:
        patch.setattr("jeugdstelsel.services.link.WIJZIGINGEN", "SELECT nonsense")
        with pytest.raises(Exception, match="nonsense"):
            link(connection, peildatum=PEILDATUM, moment=MOMENT, rebuild=True)
    assert link(connection, peildatum=PEILDATUM, moment=MOMENT).rebuilt
    assert contents(connection) == before


def test_when_very_many_are_concerned_everyone_is_made_anew(monkeypatch):
    monkeypatch.setattr("jeugdstelsel.services.link.MANY", 1)
    connection = open_with({})
    for number, client in enumerate(["k1", "k2", "k3"]):
        message = taakgericht(f"b{number}", "start", FIRST)
        message["tables"]["melding"]["client"] = client
        store(connection, "l1" if number == 0 else "l2", [message])
        if number == 0:
            link(connection, peildatum=PEILDATUM, moment=MOMENT)
    assert link(connection, peildatum=PEILDATUM, moment=MOMENT).rebuilt
    assert len(duck.run_sql(connection, "SELECT 1 FROM traject")) == 3
    assert not link(connection, peildatum=PEILDATUM, moment=MOMENT).rebuilt
