"""The log: it only grows, and whoever changes one line is found out."""

import gzip
import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from jeugdstelsel.access.logboek import Logboek, LogboekGeschonden
from jeugdstelsel.access.logopslag import FILE
from jeugdstelsel.access.logregel import VELDEN, Gebeurtenis, op_de_machine
from jeugdstelsel.access.logstuk import Stuk
from jeugdstelsel.cli.logboek import COMMAND
from jeugdstelsel.model import Fout, GebruikersFout

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
        take_the_locks_off(connection)
        yield connection


def take_the_locks_off(connection: sqlite3.Connection) -> None:
    """Opening the log puts them back."""
    for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        connection.execute(f"DROP TRIGGER {name}")


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
    take_the_locks_off(schroevendraaier)
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


JAARWERK = op_de_machine("devries", "", "", "jaarlijks onderhoud")
IN_2033 = date(2033, 6, 1)


@pytest.fixture
def jaren(tmp_path: Path) -> Logboek:
    """A log with two lines in each of 2026, 2027 and 2028."""
    log = Logboek(tmp_path)
    for year in (2026, 2027, 2028):
        for user in ("jansen", "pietersen"):
            log.schrijf(replace(KIJKEN, gebruiker=user), datetime(year, 5, 1, 8, tzinfo=UTC))
    return log


def closed(log: Logboek, *years: int) -> list[Stuk]:
    """Close the years one after another, as an operator does each January."""
    return [log.sluit(year, JAARWERK, IN_2033) for year in years]


def test_a_closed_year_moves_to_a_file_and_the_chain_goes_on_from_its_last_hash(jaren: Logboek, tmp_path: Path) -> None:
    before = jaren.lees()
    noted = before[1].hash
    (part,) = closed(jaren, 2026)
    assert (part.eerste, part.laatste, part.ervoor, part.hash) == (1, 2, "0" * 64, noted)
    assert part.bestand == "logboek_1-2_tot_2026-05-01.jsonl.gz"
    assert (tmp_path / part.bestand).stat().st_mode & 0o777 == 0o400
    found = jaren.controleer(noted)
    assert (found.regels, found.nagerekend, found.fouten) == (7, 7, ())
    said = jaren.lees()[-1].gebeurtenis
    assert jaren.lees() == [*before, jaren.lees()[-1]]
    assert (said.gebruiker, said.handeling, said.reden) == (
        "opdrachtregel (devries)", "logboek afsluiten", "jaarlijks onderhoud",
    )  # fmt: skip
    assert part.hash in said.object
    assert jaren.lees(vanaf=date(2026, 1, 1), tot_en_met=date(2026, 12, 31), gebruiker="jansen") == [before[0]]
    assert jaren.lees(meest=6) == jaren.lees()[1:]


def test_what_was_in_a_closed_line_is_not_left_in_the_open_file(jaren: Logboek, tmp_path: Path) -> None:
    jaren.schrijf(replace(KIJKEN, object="iets heel bijzonders"), datetime(2028, 6, 1, tzinfo=UTC))
    closed(jaren, 2028)
    left = b"".join(path.read_bytes() for path in tmp_path.glob("logboek.sqlite*"))
    assert b"iets heel bijzonders" not in left


@pytest.mark.parametrize("jaar", [2033, 2034])
def test_a_year_that_is_not_over_stays_open(jaren: Logboek, jaar: int) -> None:
    with pytest.raises(GebruikersFout, match="nog niet voorbij"):
        jaren.sluit(jaar, JAARWERK, IN_2033)


def test_a_year_without_lines_makes_no_empty_part(jaren: Logboek) -> None:
    with pytest.raises(GebruikersFout, match="niets te sluiten"):
        jaren.sluit(2025, JAARWERK, IN_2033)
    assert jaren.controleer().regels == 6


def test_nothing_is_destroyed_before_its_term_is_over(jaren: Logboek, tmp_path: Path) -> None:
    parts = closed(jaren, 2026, 2027)
    with pytest.raises(GebruikersFout, match="mag vanaf 02-05-2031"):
        jaren.vernietig(2026, 5, JAARWERK, date(2031, 5, 1))
    with pytest.raises(GebruikersFout, match=r"mag vanaf 02-05-2032; er is niets vernietigd"):
        jaren.vernietig(2027, 5, JAARWERK, date(2031, 12, 31))
    with pytest.raises(GebruikersFout, match="geen gesloten deel"):
        jaren.vernietig(2025, 5, JAARWERK, IN_2033)
    assert all((tmp_path / part.bestand).exists() for part in parts)
    assert jaren.controleer().fouten == ()
    assert jaren.vernietig(2026, 5, JAARWERK, date(2031, 5, 2)) == parts[:1]


def test_after_destroying_a_part_the_chain_is_still_proven_and_the_log_says_who_did_it_and_why(
    jaren: Logboek, tmp_path: Path
) -> None:
    parts = closed(jaren, 2026, 2027)
    assert jaren.vernietig(2026, 5, JAARWERK, IN_2033) == parts[:1]
    assert not (tmp_path / parts[0].bestand).exists()
    found = jaren.controleer(parts[0].hash)
    assert (found.regels, found.nagerekend, found.fouten) == (9, 7, ())
    said = jaren.lees()[-1].gebeurtenis
    assert (said.handeling, said.object) == ("logboek vernietigen", parts[0].omschrijving)
    assert "regels 1 tot en met 2, van 01-05-2026 tot en met 01-05-2026" in said.object
    assert [line.nummer for line in jaren.lees()] == [3, 4, 5, 6, 7, 8, 9]
    assert (jaren.vernietigd(), jaren.aanwezig()) == (parts[:1], parts[1:])


def test_the_line_that_told_of_a_destruction_may_in_its_turn_be_destroyed(jaren: Logboek) -> None:
    closed(jaren, 2026)
    jaren.vernietig(2026, 5, JAARWERK, IN_2033)
    this_year = datetime.now(UTC).year
    jaren.sluit(max(this_year, 2028), JAARWERK, date(this_year + 10, 1, 1))
    jaren.vernietig(max(this_year, 2028), 5, JAARWERK, date(this_year + 20, 1, 1))
    assert (len(jaren.vernietigd()), jaren.aanwezig(), jaren.controleer().fouten) == (2, [], ())


def rewrite(path: Path, old: str, new: str) -> None:
    """Change a closed part as someone would who has the file."""
    text = gzip.decompress(path.read_bytes()).decode()
    assert old in text
    path.unlink()
    path.write_bytes(gzip.compress(text.replace(old, new, 1).encode()))


@pytest.mark.parametrize(
    ("oud", "nieuw", "melding"),
    [
        ('"pietersen"', '"niemand"', "regel 2 is gewijzigd"),
        ('"eerste": 1', '"eerste": 2', "beschadigd of gewijzigd"),
    ],
)
def test_a_changed_line_in_a_closed_part_is_found_and_then_nothing_is_destroyed(
    jaren: Logboek, tmp_path: Path, oud: str, nieuw: str, melding: str
) -> None:
    (part,) = closed(jaren, 2026)
    rewrite(tmp_path / part.bestand, oud, nieuw)
    assert melding in jaren.controleer().fouten[0]
    assert jaren.controleer(geheel=False).fouten == ()
    with pytest.raises(LogboekGeschonden):
        jaren.vernietig(2026, 5, JAARWERK, IN_2033)
    with pytest.raises(LogboekGeschonden):
        jaren.sluit(2027, JAARWERK, IN_2033)
    assert (tmp_path / part.bestand).exists()


def test_a_closed_part_that_lost_its_end_or_is_gone_is_found(jaren: Logboek, tmp_path: Path) -> None:
    first, second = closed(jaren, 2026, 2027)
    lines = gzip.decompress((tmp_path / first.bestand).read_bytes()).splitlines(keepends=True)
    (tmp_path / first.bestand).unlink()
    (tmp_path / first.bestand).write_bytes(gzip.compress(b"".join(lines[:-1])))
    (tmp_path / second.bestand).unlink()
    wrong = jaren.controleer().fouten
    assert "eindigt niet zoals bij het sluiten is vastgelegd" in wrong[0]
    assert f"het gesloten deel {second.bestand} is weg" in wrong[1]
    with pytest.raises(Fout, match="gesloten deel"):
        jaren.lees()


def test_someone_who_only_pretends_that_a_part_was_destroyed_is_found(jaren: Logboek, tmp_path: Path) -> None:
    (part,) = closed(jaren, 2026)
    (tmp_path / part.bestand).unlink()
    with sqlite3.connect(tmp_path / FILE) as connection:
        connection.execute(
            "INSERT INTO stuk SELECT 'vernietigd', eerste, laatste, vanaf, tot, ervoor, hash, bestand, regel FROM stuk"
        )
    assert jaren.controleer().fouten == (f"het logboek zegt zelf niet dat {part.bestand} is vernietigd",)


def test_someone_who_makes_up_a_part_to_take_lines_away_is_found(jaren: Logboek, tmp_path: Path) -> None:
    last = jaren.lees()[1]
    with sqlite3.connect(tmp_path / FILE) as connection:
        for kind in ("gesloten", "vernietigd"):
            row = (kind, 1, 2, last.moment.isoformat(), last.moment.isoformat(), "0" * 64, last.hash, "weg.gz", 2)
            connection.execute(f"INSERT INTO stuk VALUES ({', '.join('?' * 9)})", row)
        connection.execute("DELETE FROM regel WHERE nummer <= 2")
    assert jaren.controleer().fouten == (
        "het logboek zegt zelf niet dat weg.gz is gesloten", "het logboek zegt zelf niet dat weg.gz is vernietigd",
    )  # fmt: skip


def test_what_is_recorded_of_a_part_cannot_be_changed(jaren: Logboek, tmp_path: Path) -> None:
    closed(jaren, 2026)
    with sqlite3.connect(tmp_path / FILE) as connection:
        for sql in ("UPDATE stuk SET laatste = 1", "DELETE FROM stuk", "DELETE FROM regel WHERE nummer = 4"):
            with pytest.raises(sqlite3.IntegrityError, match="append-only"):
                connection.execute(sql)


def test_a_machine_that_stopped_between_the_line_and_the_file_leaves_nothing_behind(
    jaren: Logboek, tmp_path: Path
) -> None:
    (part,) = closed(jaren, 2026)
    content = (tmp_path / part.bestand).read_bytes()
    jaren.vernietig(2026, 5, JAARWERK, IN_2033)
    (tmp_path / part.bestand).write_bytes(content)
    assert jaren.controleer().fouten == (f"{part.bestand} is vernietigd maar is er nog",)
    with pytest.raises(GebruikersFout, match="geen gesloten deel"):
        jaren.vernietig(2026, 5, JAARWERK, IN_2033)
    assert jaren.controleer().fouten == ()


def test_a_machine_that_stopped_while_it_closed_years_leaves_no_file_that_nobody_knows(
    jaren: Logboek, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("jeugdstelsel.access.logboek._say", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            closed(jaren, 2027)
    assert list(tmp_path.glob("*.jsonl.gz")), "the file was there before the line that tells of it"
    (stuk,) = closed(jaren, 2026)
    assert [path.name for path in tmp_path.glob("logboek_*")] == [stuk.bestand]
    assert jaren.controleer().fouten == ()


def test_a_log_from_before_parts_existed_goes_on(boek: Logboek, tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / FILE) as connection:
        take_the_locks_off(connection)
        connection.execute("DROP TABLE stuk")
        connection.execute(
            "CREATE TRIGGER regel_blijft BEFORE DELETE ON regel BEGIN SELECT RAISE(ABORT, 'append-only'); END"
        )
    boek.sluit(2026, JAARWERK, IN_2033)
    assert boek.controleer().fouten == ()


def test_writers_go_on_while_a_year_is_closed(jaren: Logboek) -> None:
    with ThreadPoolExecutor(6) as pool:
        work = [pool.submit(jaren.schrijf, KIJKEN) for _ in range(20)]
        work.insert(5, pool.submit(jaren.sluit, 2027, JAARWERK, IN_2033))
        checks = [pool.submit(jaren.controleer) for _ in range(10)]
    assert [task.result().fouten for task in checks] == [()] * 10
    assert all(task.exception() is None for task in work)
    assert (jaren.controleer().regels, jaren.controleer().fouten) == (27, ())


def test_the_term_is_a_setting_with_owner_date_and_reason_and_the_commands_keep_to_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("JEUGDSTELSEL_LOGMAP", raising=False)

    def run(*words: str) -> tuple[int, str]:
        done = CliRunner().invoke(COMMAND, [*words, "--werkmap", str(tmp_path)])
        return (done.exit_code, done.output) if not isinstance(done.exception, Fout) else (9, str(done.exception))

    begin = date.today().year - 6
    Logboek(tmp_path).schrijf(KIJKEN, datetime(begin, 1, 1, 12, tzinfo=UTC))
    assert "Bewaartermijn: 5 jaar" in run("termijn")[1]
    assert "minstens 2 jaar" in run("termijn", "--jaren", "1", "--eigenaar", "VNG", "--reden", "korter")[1]
    assert "wie haar doet en waarom" in run("termijn", "--jaren", "7", "--eigenaar", "VNG")[1]
    code, text = run("termijn", "--jaren", "7", "--eigenaar", "gemeente Voorbeeldstad", "--reden", "eigen besluit")
    assert (code, f"7 jaar na het schrijven (eigenaar: gemeente Voorbeeldstad, {date.today():%d-%m-%Y})" in text) == (
        0, True,
    )  # fmt: skip
    assert f"sluit --tot {date.today().year - 1}" in run("delen")[1]
    assert "regels 1 tot en met 1" in run("sluit", "--tot", str(begin), "--reden", "jaarlijks")[1]
    assert f"te vernietigen vanaf 02-01-{begin + 7}" in run("delen")[1]
    assert "nog niet om" in run("vernietig", "--tot", str(begin), "--reden", "jaarlijks")[1]
    run("termijn", "--jaren", "5", "--eigenaar", "gemeente Voorbeeldstad", "--reden", "zoals zorgaanbieders")
    assert "Vernietigd: regels 1 tot en met 1" in run("vernietig", "--tot", str(begin), "--reden", "jaarlijks")[1]
    assert "vernietigd; regels 1" in run("delen")[1]
    assert "1 regels volgens het logboek zelf vernietigd" in run("controleer")[1]
    assert [line.gebeurtenis.handeling for line in Logboek(tmp_path).lees()] == [
        "bewaartermijn vastleggen", "logboek afsluiten", "bewaartermijn vastleggen", "logboek vernietigen",
    ]  # fmt: skip
