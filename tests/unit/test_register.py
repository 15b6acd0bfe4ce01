"""The append-only register: nothing is lost, nobody overwrites another, and two clocks."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from jeugdstelsel.model import Fout, GebruikersFout
from jeugdstelsel.store import Register
from jeugdstelsel.store.register import FILE

JAN, JUN, JUL = date(2026, 1, 1), date(2026, 6, 1), date(2026, 7, 1)
FEBRUARI = datetime(2026, 2, 1, 12, tzinfo=UTC)
MAART = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.fixture
def register(tmp_path: Path) -> Register:
    return Register(tmp_path, "proef")


def test_a_value_holds_from_its_day_until_the_next_and_planned_values_wait(register: Register) -> None:
    register.schrijf("a", {"n": 1}, wie="beheerder", waarom="begin", geldig_vanaf=JAN)
    register.schrijf("a", {"n": 2}, wie="beheerder", waarom="gepland", geldig_vanaf=JUN)
    assert register.lees("a", geldig_op=date(2025, 12, 31)) is None
    assert register.lees("a", geldig_op=date(2026, 5, 31)) == {"n": 1}
    assert register.lees("a", geldig_op=JUN) == {"n": 2}


def test_what_was_known_on_a_moment_is_given_back_after_a_correction(register: Register) -> None:
    register.schrijf("a", {"n": 1}, wie="beheerder", waarom="begin", geldig_vanaf=JAN, moment=FEBRUARI)
    register.schrijf("a", {"n": 9}, wie="beheerder", waarom="verschrijving", geldig_vanaf=JAN, moment=MAART)
    assert register.lees("a", geldig_op=JUN) == {"n": 9}
    assert register.lees("a", geldig_op=JUN, bekend_op=FEBRUARI) == {"n": 1}
    assert register.lees("a", geldig_op=JUN, bekend_op=datetime(2026, 1, 31, tzinfo=UTC)) is None


def test_a_withdrawal_ends_planned_values_too_and_keeps_what_held_before(register: Register) -> None:
    register.schrijf("a", {"n": 1}, wie="beheerder", waarom="begin", geldig_vanaf=JAN)
    register.schrijf("a", {"n": 2}, wie="beheerder", waarom="gepland", geldig_vanaf=JUL)
    register.schrijf("a", None, wie="beheerder", waarom="ingetrokken", geldig_vanaf=JUN)
    assert register.lees("a", geldig_op=date(2026, 5, 31)) == {"n": 1}
    assert register.lees("a", geldig_op=JUL) is None
    assert register.stand(geldig_op=JUL) == {}


def test_the_history_says_who_when_why_and_what_it_was(register: Register) -> None:
    register.schrijf("a", {"n": 1}, wie="beheerder", waarom="begin", geldig_vanaf=JAN, moment=FEBRUARI)
    register.schrijf("a", {"n": 2}, wie="jurist", waarom="nieuwe wet", geldig_vanaf=JUN, moment=MAART)
    first, second = register.geschiedenis("a")
    assert (first.versie, first.oud, first.wie) == (1, None, "beheerder")
    assert (second.versie, second.oud, second.waarde) == (2, {"n": 1}, {"n": 2})
    assert (second.wie, second.wanneer, second.waarom, second.geldig_vanaf) == ("jurist", MAART, "nieuwe wet", JUN)


def test_many_values_are_written_at_once_and_what_already_holds_is_not_written_again(register: Register) -> None:
    lines = [("a", {"n": 1}, JAN), ("b", {"n": 2}, JAN), ("a", {"n": 3}, JUN)]
    assert register.schrijf_alle(lines, wie="beheerder", waarom="lijst") == 3
    assert register.schrijf_alle(lines, wie="beheerder", waarom="nog eens") == 0
    assert register.aantal() == 3
    assert register.lees("a", geldig_op=JUL) == {"n": 3}
    assert [line.versie for line in register.geschiedenis("a")] == [1, 2]


def test_of_many_values_none_is_written_when_one_cannot_be(register: Register) -> None:
    wrong: list[tuple[str, dict[str, object], date]] = [("a", {"n": 1}, JAN), ("b", {"n": object()}, JAN)]
    with pytest.raises(TypeError):
        register.schrijf_alle(wrong, wie="beheerder", waarom="lijst")
    assert register.aantal() == 0


def test_of_two_editors_who_saw_the_same_version_the_second_is_refused(register: Register) -> None:
    register.schrijf("a", {"n": 1}, wie="een", waarom="begin", geldig_vanaf=JAN, verwacht=0)
    seen = register.versie("a")
    register.schrijf("a", {"n": 2}, wie="een", waarom="eerst", geldig_vanaf=JAN, verwacht=seen)
    with pytest.raises(GebruikersFout, match="intussen gewijzigd"):
        register.schrijf("a", {"n": 3}, wie="ander", waarom="later", geldig_vanaf=JAN, verwacht=seen)
    assert register.lees("a", geldig_op=JAN) == {"n": 2}


def test_writers_at_the_same_time_each_get_a_line_of_their_own(tmp_path: Path) -> None:
    def write(number: int) -> None:
        Register(tmp_path, "proef").schrijf("a", {"n": number}, wie="een", waarom="tegelijk", geldig_vanaf=JAN)

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(write, range(20)))
    lines = Register(tmp_path, "proef").geschiedenis("a")
    assert [line.versie for line in lines] == list(range(1, 21))
    assert [line.oud for line in lines[1:]] == [line.waarde for line in lines[:-1]]


@pytest.mark.parametrize(("wie", "waarom"), [("", "reden"), ("beheerder", " ")])
def test_nobody_writes_without_a_name_and_a_reason(register: Register, wie: str, waarom: str) -> None:
    with pytest.raises(GebruikersFout, match="wie haar doet en waarom"):
        register.schrijf("a", {"n": 1}, wie=wie, waarom=waarom, geldig_vanaf=JAN)


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM regel",
        "UPDATE regel SET waarde = '{}'",
        "INSERT OR REPLACE INTO regel SELECT register, sleutel, versie, '{}', oud, geldig_vanaf, wie, wanneer, waarom FROM regel",
    ],
)
def test_a_line_can_not_be_changed_or_removed(register: Register, tmp_path: Path, statement: str) -> None:
    register.schrijf("a", {"n": 1}, wie="beheerder", waarom="begin", geldig_vanaf=JAN)
    with (
        closing(sqlite3.connect(tmp_path / FILE)) as connection,
        pytest.raises(sqlite3.IntegrityError, match="append-only"),
    ):
        connection.execute(statement)
    assert register.lees("a", geldig_op=JAN) == {"n": 1}


def test_registers_are_apart_and_reading_makes_no_file(register: Register, tmp_path: Path) -> None:
    assert register.stand(geldig_op=JAN) == {}
    assert not (tmp_path / FILE).exists()
    register.schrijf("a", {"n": 1}, wie="beheerder", waarom="begin", geldig_vanaf=JAN)
    assert Register(tmp_path, "ander").stand(geldig_op=JAN) == {}


def test_a_clock_that_runs_back_does_not_change_the_order(register: Register) -> None:
    register.schrijf("a", {"n": 1}, wie="beheerder", waarom="begin", geldig_vanaf=JAN, moment=MAART)
    register.schrijf("a", {"n": 2}, wie="beheerder", waarom="beter", geldig_vanaf=JAN, moment=FEBRUARI)
    assert [line.wanneer for line in register.geschiedenis("a")] == [MAART, MAART]


def test_a_damaged_file_is_said_in_plain_words(register: Register, tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"geen database" * 1000)
    with pytest.raises(Fout, match="beschadigd"):
        register.geschiedenis()
