"""Measure: CPU seconds in this process, and wall, CPU and memory of a command."""

import os
import platform
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import psutil


@dataclass(frozen=True)
class Cost:
    """What a command cost: wall and CPU seconds, and its largest resident memory in MB."""

    wall: float
    cpu: float
    memory: float


def cpu_seconds(work: Callable[[], object], times: int = 3) -> float:
    """Return the least CPU seconds of this process over some runs."""
    best = float("inf")
    for _ in range(times):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def run_command(arguments: Sequence[str]) -> Cost:
    """Run `jeugdstelsel` with these arguments in a process of its own; raise when it fails."""
    command = [sys.executable, "-m", "jeugdstelsel", *arguments]
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    memory = 0
    while True:
        done, status, usage = os.wait4(process.pid, os.WNOHANG)
        if done:
            break
        memory = max(memory, _resident(process.pid))
        time.sleep(0.05)
    wall = time.monotonic() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise RuntimeError(f"{' '.join(arguments)} ended with {process.returncode}")
    return Cost(wall, usage.ru_utime + usage.ru_stime, memory / 2**20)


def _resident(pid: int) -> int:
    """Return the resident bytes of a process and its children; `ru_maxrss` would begin at those of this process."""
    try:
        process = psutil.Process(pid)
        return sum(p.memory_info().rss for p in (process, *process.children(recursive=True)))
    except psutil.NoSuchProcess:
        return 0


def describe_machine() -> str:
    """Return one line about the machine."""
    model = "unknown processor"
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as stream:
            model = next(line.split(":")[1].strip() for line in stream if line.startswith("model name"))
    except (OSError, StopIteration):
        pass
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"Machine: {os.cpu_count()} cores, {model}, {memory:.0f} GB, Python {platform.python_version()}."
