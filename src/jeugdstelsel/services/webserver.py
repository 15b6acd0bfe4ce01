"""Runs the web server beside or in front of the command line; one for each work folder."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

from jeugdstelsel.model import GebruikersFout

APPLICATION = "jeugdstelsel.web.wsgi"
PID = "web.pid"
"""Keeps the process and the address of the server, a line each."""
WAIT = 30.0
"""Seconds within which a server answers, or something is wrong."""


def serve(werkmap: Path, *, adres: str, poort: int, werkers: int) -> None:
    """Become the web server of a work folder; returns only when it is stopped."""
    os.execve(sys.executable, _command(adres, poort, werkers), _environment(werkmap))


def serve_in_background(werkmap: Path, *, adres: str, poort: int, werkers: int) -> str:
    """Start the server unless it runs, and return its address when it answers; raises GebruikersFout otherwise."""
    url = running_at(werkmap)
    if url is None:
        url = f"http://{adres}:{poort}/"
        with (werkmap / "web.log").open("ab") as log:
            process = subprocess.Popen(
                _command(adres, poort, werkers), env=_environment(werkmap), stdout=log, stderr=log,
                stdin=subprocess.DEVNULL, start_new_session=True,
            )  # fmt: skip
        (werkmap / PID).write_text(f"{process.pid}\n{url}\n", encoding="ascii")
    if not _answers(url):
        raise GebruikersFout(f"de webserver antwoordt niet op {url}. Wat er misging staat in {werkmap / 'web.log'}.")
    return url


def running_at(werkmap: Path) -> str | None:
    """Return the address of the server that runs on a work folder in the background, if one does."""
    try:
        pid, url = (werkmap / PID).read_text(encoding="ascii").split()
    except (OSError, ValueError):
        return None
    return url if _is_ours(pid) else None


def free_port(adres: str, vanaf: int) -> int:
    """Return the first port from `vanaf` that nobody listens on; raises GebruikersFout when a hundred are taken."""
    for poort in range(vanaf, vanaf + 100):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((adres, poort))
            except OSError:
                continue
            return poort
    raise GebruikersFout(f"er is op {adres} geen vrije poort vanaf {vanaf}. Kies er zelf een met --poort.")


def stop(werkmap: Path) -> bool:
    """Stop the server of a work folder; returns whether one ran."""
    running = running_at(werkmap) is not None
    if running:
        os.kill(int((werkmap / PID).read_text(encoding="ascii").split()[0]), signal.SIGTERM)
    (werkmap / PID).unlink(missing_ok=True)
    return running


def migrate(werkmap: Path) -> None:
    """Bring the database of accounts up to date."""
    manage = [sys.executable, "-m", "django", "migrate", "--verbosity", "0"]
    subprocess.run(manage, env=_environment(werkmap), check=True)


def _command(adres: str, poort: int, werkers: int) -> list[str]:
    settings = [
        "--workers",
        str(werkers),
        "--threads",
        "4",
        "--bind",
        f"{adres}:{poort}",
        "--log-level",
        "warning",
    ]
    return [sys.executable, "-m", "gunicorn", APPLICATION, *settings]


def _environment(werkmap: Path) -> dict[str, str]:
    ours = {"DJANGO_SETTINGS_MODULE": "jeugdstelsel.web.instellingen", "JEUGDSTELSEL_WERKMAP": str(werkmap.resolve())}
    return {**os.environ, **ours}


def _is_ours(pid: str) -> bool:
    """Whether a process runs and is a web server of ours; after a restart of the machine it may be any other."""
    try:
        return APPLICATION.encode() in Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return False


def _answers(url: str) -> bool:
    """Whether a server answers within `WAIT` seconds."""
    end = time.monotonic() + WAIT
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(url, timeout=WAIT):
                return True
        except urllib.error.HTTPError:
            return True
        except OSError:
            time.sleep(0.2)
    return False
