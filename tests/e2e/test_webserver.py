"""The web server beside the command line: one for each work folder, and never a process of someone else."""

import os
import socket
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from leveringen import run_main

from jeugdstelsel.services.webserver import PID, free_port, migrate, running_at, serve_in_background, stop

ADRES = "127.0.0.1"


@pytest.fixture
def leeg(tmp_path: Path) -> Iterator[Path]:
    """A work folder without figures; whatever was started on it is stopped."""
    migrate(tmp_path)
    yield tmp_path
    stop(tmp_path)


def test_a_second_start_gives_the_address_of_the_first_whatever_port_it_asks(leeg: Path) -> None:
    port = free_port(ADRES, 8900)
    first = serve_in_background(leeg, adres=ADRES, poort=port, werkers=1)
    assert serve_in_background(leeg, adres=ADRES, poort=port + 1, werkers=1) == first == running_at(leeg)
    with urllib.request.urlopen(first + "over", timeout=30) as answer:
        assert answer.status == 200
    assert stop(leeg)
    assert running_at(leeg) is None


def test_a_port_that_is_taken_makes_room_for_the_next() -> None:
    with socket.socket() as taken:
        taken.bind((ADRES, 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert port < free_port(ADRES, port) < port + 100


def test_a_number_left_over_from_before_a_restart_stops_no_process_of_another(tmp_path: Path) -> None:
    (tmp_path / PID).write_text(f"{os.getpid()}\nhttp://{ADRES}:8000/\n", encoding="ascii")
    assert running_at(tmp_path) is None
    assert not stop(tmp_path)
    assert not (tmp_path / PID).exists()


def test_stopping_what_does_not_run_is_said(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    code, out, _ = run_main(capfd, monkeypatch, "web", "--stop", "--werkmap", tmp_path)
    assert (code, out) == (0, "Er draaide geen website.\n")
