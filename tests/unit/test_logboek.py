"""The log: it only grows, and whoever changes one line is found out."""

import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from jeugdstelsel.access.logboek import FILE, VELDEN, Gebeurtenis, Logboek
from jeugdstelsel.model import Fout

KIJKEN = Gebeurtenis(
    gebruiker="jansen", rol="gemeente", verantwoordelijke="gemeente Amsterdam (0363)",
    handeling="ongepubliceerde cijfers lezen", object="indicator_waarde gemeente 0363 per jaar", client="",
    uitkomst="gelukt (200)", toegangspunt="website", herkomst="a1b2c3d4e5f60718", reden="",
)  # fmt: skip
OCHTEND = datetime(2026, 3, 1, 8, tzinfo=UTC)


@pytest.fixture
def boek(tmp_path: Path) -> Logboek:
    """A log with three lines."""
    log = Logboek(tmp_path)
    for hour, user in ((8, "jansen"), (9, "pietersen"), (23, "jansen")):
        log.schrijf(replace(KIJKEN, gebruiker=user), OCHTEND.replace(hour=hour))
    return log


@pytest.fixture
def schroevendraaier(tmp_path: Path, boek: Logboek) -> Iterator[sqlite3.Connection]:
    """Someone with access to the file who took the locks off."""
    with sqlite3.connect(tmp_path / FILE) as connection:
        for name in ("regel_blijft", "regel_vast", "regel_achteraan"):
            connection.execute(f"DROP TRIGGER {name}")
        yield connection


def test_a_line_holds_every_field_and_follows_the_one_before(boek: Logboek) -> None:
    lines = boek.lees()
    assert [line.nummer for line in lines] == [1, 2, 3]
    assert set(VELDEN) >= {
        "gebruiker",
        "rol",
        "verantwoordelijke",
        "handeling",
        "object",
        "uitkomst",
        "herkomst",
        "reden",
    }
    assert lines[0].gebeurtenis == KIJKEN
    assert boek.controleer().fouten == ()
    assert boek.controleer().laatste == lines[-1].hash


def test_the_file_refuses_change_removal_and_a_line_in_between(boek: Logboek, tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / FILE) as connection:
        for sql in (
            "UPDATE regel SET gebruiker = 'niemand' WHERE nummer = 2",
            "DELETE FROM regel WHERE nummer = 3",
            "INSERT OR REPLACE INTO regel SELECT * FROM regel WHERE nummer = 1",
        ):
            with pytest.raises(sqlite3.IntegrityError, match="append-only"):
                connection.execute(sql)
    assert boek.controleer().fouten == ()


@pytest.mark.parametrize("veld", [*VELDEN, "moment"])
def test_changing_any_field_of_one_line_is_found(
    veld: str, boek: Logboek, schroevendraaier: sqlite3.Connection
) -> None:
    schroevendraaier.execute(f"UPDATE regel SET {veld} = '2026-03-01T08:30:00+00:00' WHERE nummer = 2")
    schroevendraaier.commit()
    assert boek.controleer().fouten == ("regel 2 is gewijzigd, of de regel ervoor",)


def test_taking_a_line_away_is_found(boek: Logboek, schroevendraaier: sqlite3.Connection) -> None:
    schroevendraaier.execute("DELETE FROM regel WHERE nummer = 2")
    schroevendraaier.commit()
    assert boek.controleer().fouten == ("na regel 1 volgt regel 3: er is een regel weg",)


def test_a_cut_off_end_is_found_with_the_mark_that_was_noted_and_only_then(
    boek: Logboek, schroevendraaier: sqlite3.Connection
) -> None:
    noted = boek.controleer().laatste
    assert boek.controleer(noted).fouten == ()
    schroevendraaier.execute("DROP TRIGGER regel_blijft")  # opening the log had put it back
    schroevendraaier.execute("DELETE FROM regel WHERE nummer = 3")
    schroevendraaier.commit()
    assert boek.controleer().fouten == ()
    assert "controlewaarde komt niet voor" in boek.controleer(noted).fouten[0]


def test_lines_are_shown_by_period_in_dutch_days_and_by_user(boek: Logboek) -> None:
    assert [line.nummer for line in boek.lees(vanaf=date(2026, 3, 1), tot_en_met=date(2026, 3, 1))] == [1, 2]
    assert [line.nummer for line in boek.lees(vanaf=date(2026, 3, 2))] == [3]
    assert [line.nummer for line in boek.lees(gebruiker="jansen")] == [1, 3]
    assert [line.nummer for line in boek.lees(meest=2)] == [2, 3]


def test_a_clock_that_runs_back_does_not_put_a_line_before_the_last(boek: Logboek) -> None:
    assert boek.schrijf(KIJKEN, OCHTEND).moment == OCHTEND.replace(hour=23)


def test_many_writers_make_one_chain(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda n: Logboek(tmp_path).schrijf(replace(KIJKEN, gebruiker=f"g{n}")), range(40)))
    found = Logboek(tmp_path).controleer()
    assert (found.regels, found.fouten) == (40, ())


def test_the_file_is_for_its_owner_only_and_reading_makes_none(tmp_path: Path) -> None:
    assert Logboek(tmp_path).lees() == []
    assert Logboek(tmp_path).controleer().regels == 0
    assert not (tmp_path / FILE).exists()
    Logboek(tmp_path).schrijf(KIJKEN)
    assert (tmp_path / FILE).stat().st_mode & 0o077 == 0


def test_a_damaged_file_stops_the_writer(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"geen database" * 100)
    with pytest.raises(Fout, match="niet te openen"):
        Logboek(tmp_path).schrijf(KIJKEN)
