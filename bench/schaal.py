"""A synthetic country from messages to figures, and one more day on top of it."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.measure import Cost, run_command

TOT, DAG = "2026-01-29", "2026-01-30"


def run(folder: Path, schaal: float) -> Iterator[str]:
    """Yield the lines of the section on scale: a quarter of the country, and the whole of it."""
    yield "## A country from messages to figures\n"
    yield (
        "Each step is a command in a process of its own on two cores. The country at a quarter of the scale is the "
        "reference: a ratio of 1 is linear. `verwerk` reads, checks and judges; `bereken` links, computes all "
        "indicators and applies disclosure control without the proof by attack.\n"
    )
    small, _ = _country(folder / "kwart", schaal / 4)
    whole, facts = _country(folder / "heel", schaal)
    yield f"| step | scale {schaal / 4:g}: s | MB | scale {schaal:g}: s | CPU s | MB | time ÷ (4 × quarter) |"
    yield "|---|---|---|---|---|---|---|"
    for step, cost in whole.items():
        before = small[step]
        ratio = cost.wall / (4 * before.wall)
        yield (
            f"| {step} | {before.wall:.1f} | {before.memory:.0f} | {cost.wall:.1f} | {cost.cpu:.1f} "
            f"| {cost.memory:.0f} | {ratio:.2f} |"
        )
    yield (
        f"\nThe country at scale {schaal:g}: {facts['jongeren']} young people, {facts['trajecten']} trajecten, "
        f"{facts['prestaties']} prestaties, {facts['berichten']} messages, "
        f"{facts['eurocent'] / 1e11:.2f} billion euro."
    )


def _country(folder: Path, schaal: float) -> tuple[dict[str, Cost], dict[str, Any]]:
    shutil.rmtree(folder, ignore_errors=True)
    land, day, work = str(folder / "land"), str(folder / "dag"), str(folder / "werkmap")
    settings = ("--schaal", f"{schaal:g}", "--seed", "1")
    costs = {
        "wereld": run_command(["wereld", land, *settings, "--tot", TOT]),
        "verwerk": run_command(["verwerk", land, "--werkmap", work]),
        "bereken": run_command(["bereken", "--werkmap", work]),
        "wereld, one day": run_command(["wereld", day, *settings, "--dag", DAG]),
        "verwerk, one day on top": run_command(["verwerk", day, "--werkmap", work]),
        "bereken, one day on top": run_command(["bereken", "--werkmap", work]),
    }
    facts: dict[str, Any] = json.loads((folder / "land" / "wereld.json").read_text(encoding="utf-8"))["totaal"]
    shutil.rmtree(folder)
    return costs, facts
