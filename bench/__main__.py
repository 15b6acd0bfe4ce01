"""Run the benchmarks and write docs/benchmarks.md."""

import argparse
from datetime import date
from pathlib import Path

from bench import lezen, schaal
from bench.measure import describe_machine

DOCS = Path(__file__).parents[1] / "docs" / "benchmarks.md"
FOLDER = Path(__file__).parent / "uit"


def main() -> None:
    """Measure reading against lxml, then a synthetic country from messages to figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--schaal", type=float, default=0.02, help="scale of the synthetic country; 1 is the nation")
    parser.add_argument("--map", type=Path, default=FOLDER, help="folder for the country and its work folder")
    parser.add_argument("--schrijf", action="store_true", help="write docs/benchmarks.md")
    chosen = parser.parse_args()
    chosen.map.mkdir(parents=True, exist_ok=True)
    parts = [
        "# Benchmarks\n",
        f"Made on {date.today()} with `python -m bench --schaal {chosen.schaal:g} --schrijf`. {describe_machine()}\n",
        "Every speed is a ratio against a reference measured in the same run; seconds hold for this machine only.\n",
        *lezen.run(),
        *schaal.run(chosen.map, chosen.schaal),
    ]
    text = "\n".join(parts)
    print(text)
    if chosen.schrijf:
        DOCS.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
