"""A kill at any moment loses nothing and doubles nothing: the next run finishes what was begun."""

import gzip
import io
import random
import subprocess
import sys
import tarfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from leveringen import make_stream, read_archive, read_ledger, read_tables, share_key, write_files

STREAM = make_stream(120)
ROUNDS, KILLS = 5, 3
DRIVER = """
from jeugdstelsel.cli import main, verwerk
from jeugdstelsel.services import process

process.GROUP_BYTES, process.GROUP_DELIVERIES = 40_000, 12
review = verwerk.review

def announce(*words, **more):
    print("beoordelen", flush=True)
    return review(*words, **more)

verwerk.review = announce
print("inlezen", flush=True)
main()
"""
"""`jeugdstelsel verwerk` that tells when it begins and when it judges, and that commits often."""


def pack(part: list[tuple[str, bytes]]) -> bytes:
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode="w") as archive:
        for name, data in part:
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return target.getvalue()


def write_deliveries(folder: Path) -> Path:
    """A few hundred messages: a large tar, loose files, two archives that overlap, and a broken one."""
    loose = [(f"b{name}", data) for name, data in STREAM[100:170]]
    rest = [("c.tar.gz", gzip.compress(pack(STREAM[140:260]), mtime=0)), ("d.tar", pack(STREAM[240:]))]
    return write_files(folder, [("a.tar", pack(STREAM[:100])), *loose, *rest, ("e.zip", b"PK\x03\x04kapot")])


@dataclass
class Run:
    """A run of its own process; `wait_for` returns once it says that it begins or judges."""

    deliveries: Path
    werkmap: Path

    def __enter__(self) -> "Run":
        words = ["verwerk", self.deliveries, "--werkmap", self.werkmap, "--van", "afzender", "--door", "tester"]
        self.process = subprocess.Popen(
            [sys.executable, "-c", DRIVER, *map(str, words)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.communicate()

    def wait_for(self, mark: str) -> float:
        """Return the moment at which the run says `mark`."""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            if line.strip() == mark.encode():
                return time.monotonic()
        raise AssertionError(f"the run ended before {mark}")

    def finish(self) -> float:
        """Wait for the end and return the moment; the run must have gone well, without a word of complaint."""
        _, said = self.process.communicate(timeout=120)
        assert (self.process.returncode, said) == (0, b"")
        return time.monotonic()


def read_all(werkmap: Path) -> tuple[Any, ...]:
    return read_tables(werkmap), read_ledger(werkmap), read_archive(werkmap)


@dataclass(frozen=True)
class Undisturbed:
    """The work folder of a run that was left alone, and how long each of its parts took."""

    werkmap: Path
    deliveries: Path
    seconds: dict[str, float]


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> Undisturbed:
    folder = tmp_path_factory.mktemp("ongestoord")
    deliveries = write_deliveries(folder / "in")
    with Run(deliveries, folder / "werkmap") as run:
        begin, judging, end = run.wait_for("inlezen"), run.wait_for("beoordelen"), run.finish()
    return Undisturbed(folder / "werkmap", deliveries, {"inlezen": judging - begin, "beoordelen": end - judging})


def test_the_deliveries_are_worth_killing(undisturbed: Undisturbed) -> None:
    tables, ledger, archive = read_all(undisturbed.werkmap)
    assert len(tables["bericht"]) == len(STREAM) > 300
    assert len(tables["bevinding_over"]) > 20
    assert len(ledger) == len(archive) > 70


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_a_run_killed_again_and_again_ends_as_an_undisturbed_run(
    seed: int, undisturbed: Undisturbed, tmp_path: Path
) -> None:
    rng = random.Random(seed)
    werkmap = tmp_path / "werkmap"
    share_key(undisturbed.werkmap, werkmap)
    cut_off = 0
    for mark in ("inlezen", *rng.choices(("inlezen", "beoordelen"), k=KILLS - 2), "beoordelen"):
        with Run(undisturbed.deliveries, werkmap) as run:
            run.wait_for(mark)
            moment = rng.random() * undisturbed.seconds[mark]
            time.sleep(moment if cut_off else moment / 2)
            cut_off += run.process.poll() is None
    assert cut_off > 0
    with Run(undisturbed.deliveries, werkmap) as run:
        run.finish()
    assert read_all(werkmap) == read_all(undisturbed.werkmap)
