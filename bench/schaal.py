"""A synthetic country from messages to figures, and one more day on top of it."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

from bench.measure import Cost, run_command


def run(folder: Path, schaal: float) -> Iterator[str]:
    """Yield the lines of the section on scale: the country at a quarter of the scale and at the whole of it."""
    yield "## A country from messages to figures\n"
    yield "Each step is a command in a process of its own on two cores; the country at a quarter of the scale is the reference.\n"
    small = _country(folder / "kwart", schaal / 4)
    whole = _country(folder / "heel", schaal)
    yield f"| step | scale {schaal / 4:g}: s | MB | scale {schaal:g}: s | CPU s | MB | time ÷ (4 × quarter) |"
    yield "|---|---|---|---|---|---|---|"
    for step, cost in whole.items():
        before = small[step]
        ratio = cost.wall / (4 * before.wall)
        yield (
            f"| {step} | {before.wall:.1f} | {before.memory:.0f} | {cost.wall:.1f} | {cost.cpu:.1f} "
            f"| {cost.memory:.0f} | {ratio:.2f} |"
        )
    facts = json.loads((folder / "heel" / "land" / "wereld.json").read_text(encoding="utf-8"))
    yield f"\nThe country: {json.dumps(facts.get('totaal', facts.get('totalen', {})), ensure_ascii=False)}"


def _country(folder: Path, schaal: float) -> dict[str, Cost]:
    shutil.rmtree(folder, ignore_errors=True)
    land, day, work = str(folder / "land"), str(folder / "dag"), str(folder / "werkmap")
    settings = ("--schaal", f"{schaal:g}", "--seed", "1")
    costs = {
        "wereld": run_command(["wereld", land, *settings]),
        "verwerk": run_command(["verwerk", land, "--werkmap", work]),
        "bereken": run_command(["bereken", "--werkmap", work]),
        "wereld, one day": run_command(["wereld", day, *settings, "--dag", "2026-02-02"]),
        "verwerk, one day on top": run_command(["verwerk", day, "--werkmap", work]),
        "bereken, one day on top": run_command(["bereken", "--werkmap", work]),
    }
    return costs
