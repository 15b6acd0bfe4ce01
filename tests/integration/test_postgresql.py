"""The accounts, the registers and the log in a real PostgreSQL, by one setting."""

import os
import pwd
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from jeugdstelsel.access.logboek import Logboek
from jeugdstelsel.access.logregel import Logregel, op_de_machine
from jeugdstelsel.model import Fout, GebruikersFout
from jeugdstelsel.store.register import Register

psycopg = pytest.importorskip("psycopg", reason="psycopg is er niet; installeer jeugdstelsel[postgres]")
PLACES = os.pathsep.join([os.environ.get("PATH", ""), *map(str, Path("/usr/lib/postgresql").glob("*/bin"))])
SCRIPT = """
import django, sys
django.setup()
from django.conf import settings
settings.ALLOWED_HOSTS.append("testserver")
from django.db import connection
from django.test import Client
naam, word = sys.argv[1:]
right = Client().post("/inloggen/login/", {"login": naam, "password": word})
visitor = Client()
wrong = [visitor.post("/inloggen/login/", {"login": naam, "password": "fout"}).content.decode() for _ in range(6)]
print(connection.vendor, right.headers.get("Location"), ["Wacht vijf minuten" in page for page in wrong])
"""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def unprivileged() -> str | None:
    """Return whom the server may run as: PostgreSQL refuses to run as root."""
    if os.geteuid():
        return None
    names = {entry.pw_name for entry in pwd.getpwall()}
    return next(name for name in ("postgres", "nobody") if name in names)


@pytest.fixture(scope="module")
def postgresql() -> Iterator[str]:
    """The address of a PostgreSQL of our own, thrown away afterwards."""
    initdb, pg_ctl = (shutil.which(name, path=PLACES) for name in ("initdb", "pg_ctl"))
    if not initdb or not pg_ctl:
        pytest.skip("er is geen PostgreSQL op deze machine (Debian: apt-get install postgresql)")
    folder, user, port = Path(tempfile.mkdtemp(prefix="pg")), unprivileged(), free_port()
    if user:
        shutil.chown(folder, user)
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c fsync=off"
    data = str(folder / "data")

    def run(*words: str) -> None:
        subprocess.run(words, user=user, cwd=folder, check=True, capture_output=True, timeout=120)

    run(initdb, "-D", data, "-U", "stelsel", "-A", "trust", "-E", "UTF8")
    run(pg_ctl, "-D", data, "-o", options, "-l", str(folder / "log"), "-w", "start")
    try:
        yield f"postgres://stelsel@127.0.0.1:{port}/postgres"
    finally:
        run(pg_ctl, "-D", data, "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)


def test_accounts_sign_in_and_are_locked_out_with_postgresql(postgresql: str, tmp_path: Path) -> None:
    env = {name: value for name, value in os.environ.items() if not name.startswith("JEUGDSTELSEL_")} | {
        "JEUGDSTELSEL_DATABASE": postgresql,
        "JEUGDSTELSEL_WERKMAP": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "jeugdstelsel.web.instellingen",
    }

    def run(*words: str) -> str:
        done = subprocess.run([sys.executable, *words], env=env, capture_output=True, text=True, timeout=240)
        assert done.returncode == 0, done.stderr
        return done.stdout

    cli = ("-m", "jeugdstelsel", "account")
    made = run(*cli, "maak", "jansen", "--rol", "redacteur", "--reden", "proef", "--werkmap", str(tmp_path))
    assert "jansen; redacteur" in run(*cli, "lijst", "--werkmap", str(tmp_path))
    password = made.splitlines()[0].split()[-1]
    assert run("-c", SCRIPT, "jansen", password).split(maxsplit=2) == [
        "postgresql", "/inloggen/password/change/", "[False, False, False, False, False, True]\n",
    ]  # fmt: skip
    assert "Het logboek klopt: 8 regels" in run(
        "-m", "jeugdstelsel", "logboek", "controleer", "--werkmap", str(tmp_path)
    )
    assert not (tmp_path / "web.sqlite").exists()
    assert not (tmp_path / "logboek.sqlite").exists()


def test_a_register_keeps_every_line_in_postgresql(
    postgresql: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JEUGDSTELSEL_DATABASE", postgresql)
    book, new_year = Register(tmp_path / "werkmap", "proef"), date(2026, 1, 1)
    book.schrijf("a", {"waarde": "één"}, wie="jansen", waarom="begin", geldig_vanaf=new_year, verwacht=0)
    book.schrijf("a", {"waarde": "twee"}, wie="devries", waarom="beter", geldig_vanaf=new_year, verwacht=1)
    assert [(line.versie, line.oud, line.wie) for line in book.geschiedenis("a")] == [
        (1, None, "jansen"), (2, {"waarde": "één"}, "devries"),
    ]  # fmt: skip
    assert book.lees("a", geldig_op=new_year) == {"waarde": "twee"}
    assert book.stand(geldig_op=new_year, bekend_op=book.geschiedenis()[0].wanneer) == {"a": {"waarde": "één"}}
    with pytest.raises(GebruikersFout, match="intussen gewijzigd"):
        book.schrijf("a", {}, wie="x", waarom="te laat", geldig_vanaf=new_year, verwacht=1)
    assert Register(tmp_path, "ander").geschiedenis() == []
    assert not (tmp_path / "werkmap").exists()


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE registers.regel SET wie = 'niemand'",
        "DELETE FROM registers.regel",
        "TRUNCATE registers.regel",
        "INSERT INTO registers.regel (register, sleutel, versie, geldig_vanaf, wie, wanneer, waarom) "
        "VALUES ('vast', 'a', 0, '2026-01-01', 'x', '2026-01-01T00:00:00+00:00', 'x')",
    ],
)
def test_postgresql_refuses_to_change_a_register(
    postgresql: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sql: str
) -> None:
    monkeypatch.setenv("JEUGDSTELSEL_DATABASE", postgresql)
    Register(tmp_path, "vast").schrijf("a", {}, wie="x", waarom="y", geldig_vanaf=date(2026, 1, 1))
    with psycopg.connect(postgresql) as connection, pytest.raises(psycopg.Error, match="append-only"):
        connection.execute(sql)


def test_two_writers_at_once_make_two_lines(postgresql: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JEUGDSTELSEL_DATABASE", postgresql)
    book = Register(tmp_path, "druk")

    def write(number: int) -> None:
        book.schrijf("a", {"n": number}, wie="x", waarom="y", geldig_vanaf=date(2026, 1, 1))

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(write, range(12)))
    assert [line.versie for line in book.geschiedenis("a")] == list(range(1, 13))


def look(folder: Path, moment: datetime | None = None) -> Logregel:
    return Logboek(folder).schrijf(op_de_machine("jansen", "kijken", "iets bijzonders", "proef"), moment)


@pytest.fixture
def leeg_logboek(postgresql: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A log in PostgreSQL without lines."""
    monkeypatch.setenv("JEUGDSTELSEL_DATABASE", postgresql)
    with psycopg.connect(postgresql, autocommit=True) as connection:
        connection.execute("DROP SCHEMA IF EXISTS logboek CASCADE")


def test_the_log_stands_in_postgresql_with_its_chain_its_closed_years_and_what_was_destroyed(
    leeg_logboek: None, tmp_path: Path
) -> None:
    with ThreadPoolExecutor(6) as pool:
        list(pool.map(lambda n: look(tmp_path, datetime(2026, 3, 1, tzinfo=UTC)), range(12)))
    look(tmp_path, datetime(2027, 3, 1, tzinfo=UTC))
    book, who = Logboek(tmp_path), op_de_machine("devries", "", "", "jaarlijks")
    noted = book.lees()[0].hash
    part = book.sluit(2026, who, date(2033, 1, 1))
    assert (part.eerste, part.laatste, len(book.lees()), book.lees(vanaf=date(2027, 1, 1))[0].nummer) == (1, 12, 14, 13)
    with pytest.raises(GebruikersFout, match="nog niet om"):
        book.vernietig(2026, 5, who, date(2031, 3, 1))
    assert book.controleer(noted).fouten == ()
    book.vernietig(2026, 5, who, date(2033, 1, 1))
    found = book.controleer(part.hash)
    assert (found.regels, found.nagerekend, found.fouten) == (15, 3, ())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE logboek.regel SET gebruiker = 'niemand'",
        "DELETE FROM logboek.regel",
        "TRUNCATE logboek.regel",
        "INSERT INTO logboek.regel SELECT 9, moment, gebruiker, rol, verantwoordelijke, handeling, object, client, "
        "uitkomst, toegangspunt, herkomst, reden, hash FROM logboek.regel",
        "UPDATE logboek.stuk SET laatste = 9",
        "DELETE FROM logboek.stuk",
        "TRUNCATE logboek.stuk",
    ],
)
def test_postgresql_refuses_to_change_the_log(leeg_logboek: None, postgresql: str, tmp_path: Path, sql: str) -> None:
    look(tmp_path, datetime(2026, 3, 1, tzinfo=UTC))
    Logboek(tmp_path).sluit(2026, op_de_machine("devries", "", "", "jaarlijks"), date(2033, 1, 1))
    with psycopg.connect(postgresql) as connection, pytest.raises(psycopg.Error, match="append-only"):
        connection.execute(sql.encode())


def test_the_first_second_of_a_day_belongs_to_that_day_whatever_order_of_letters_the_server_keeps(
    leeg_logboek: None, tmp_path: Path
) -> None:
    look(tmp_path, datetime(2026, 12, 31, 23, 0, 0, 500_000, tzinfo=UTC))
    assert Logboek(tmp_path).lees(tot_en_met=date(2026, 12, 31)) == []
    assert len(Logboek(tmp_path).lees(vanaf=date(2027, 1, 1))) == 1


def test_a_changed_line_in_postgresql_is_found(leeg_logboek: None, postgresql: str, tmp_path: Path) -> None:
    look(tmp_path)
    look(tmp_path)
    with psycopg.connect(postgresql) as connection:
        connection.execute("ALTER TABLE logboek.regel DISABLE TRIGGER ALL")
        connection.execute("UPDATE logboek.regel SET gebruiker = 'niemand' WHERE nummer = 1")
    assert Logboek(tmp_path).controleer().fouten == ("regel 1 is gewijzigd, of de regel ervoor",)


def test_without_a_server_the_register_says_so_in_dutch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JEUGDSTELSEL_DATABASE", f"postgres://stelsel@127.0.0.1:{free_port()}/postgres")
    with pytest.raises(Fout, match="antwoordt niet"):
        Register(tmp_path, "proef").geschiedenis()
