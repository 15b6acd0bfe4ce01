"""Measure the website under a load from another process: `python -m bench.web --werkmap DIR [--schrijf]`."""

import argparse
import os
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import quantiles
from urllib.parse import quote

from bench.measure import describe_machine

DOCS = Path(__file__).parents[1] / "docs" / "benchmarks-website.md"
CLIENTS, ROUNDS, WARM = 2, 12, 4


@dataclass(frozen=True)
class Answer:
    """One answer: its address, seconds until the last byte, and bytes over the line (compressed)."""

    address: str
    seconds: float
    size: int


def ask(base: str, address: str) -> Answer:
    """Fetch one address as a browser does; raises on any other status than 200."""
    request = urllib.request.Request(base + quote(address, safe="/?&=%"), headers={"Accept-Encoding": "gzip"})
    start = time.perf_counter()
    with urllib.request.urlopen(request, timeout=60) as answer:
        size = len(answer.read())
    return Answer(address, time.perf_counter() - start, size)


def is_there(base: str, address: str) -> bool:
    """Whether a work folder has what an example shows: some pages are about what someone recorded."""
    try:
        ask(base, address)
    except urllib.error.HTTPError as error:
        if error.code != 404:
            raise
        return False
    return True


def load(base: str, addresses: Sequence[str]) -> tuple[list[Answer], float]:
    """Ask every address `ROUNDS` times with `CLIENTS` at a time; return the answers and the seconds it took."""
    asked = [address for _ in range(ROUNDS) for address in addresses]
    start = time.perf_counter()
    with ThreadPoolExecutor(CLIENTS) as clients:
        answers = list(clients.map(lambda address: ask(base, address), asked))
    return answers, time.perf_counter() - start


def report(name: str, base: str, addresses: Sequence[str]) -> Iterator[str]:
    """Yield the line of a group of addresses, after every process of the server has answered them once."""
    for _ in range(WARM):
        for address in addresses:
            ask(base, address)
    answers, seconds = load(base, addresses)
    times = sorted(answer.seconds for answer in answers)
    p95 = quantiles(times, n=20)[-1]
    slow = max(answers, key=lambda answer: answer.seconds).address
    biggest = max(answer.size for answer in answers) / 1000
    yield (
        f"| {name} | {len(addresses)} | {len(answers)} | {1000 * times[len(times) // 2]:.0f} | {1000 * p95:.0f} "
        f"| {1000 * times[-1]:.0f} (`{slow}`) | {len(answers) / seconds:.0f} | {biggest:.0f} |"
    )


def run(werkmap: Path) -> Iterator[str]:
    """Yield the section on the website of a work folder."""
    os.environ |= {"DJANGO_SETTINGS_MODULE": "jeugdstelsel.web.instellingen", "JEUGDSTELSEL_WERKMAP": str(werkmap)}
    os.environ["JEUGDSTELSEL_API_PER_MINUUT"] = "1000000"
    import django

    django.setup()
    from jeugdstelsel.access.rollen import PUBLIEK
    from jeugdstelsel.api.pad import paden
    from jeugdstelsel.services.webserver import free_port, migrate, serve_in_background, stop
    from jeugdstelsel.web.pagina import paginas

    pages = [address for page in paginas().values() if page.recht == PUBLIEK for address in page.voorbeelden]
    resources = [f"/v1{each}" for pad in paden().values() if pad.antwoord for each in pad.voorbeelden]
    migrate(werkmap)
    base = serve_in_background(werkmap, adres="127.0.0.1", poort=free_port("127.0.0.1", 8100), werkers=2).rstrip("/")
    try:
        yield "| what | addresses | requests | p50 ms | p95 ms | slowest ms | per second | largest kB (compressed) |"
        yield "|---|---|---|---|---|---|---|---|"
        yield from report("pages", base, [address for address in pages if is_there(base, address)])
        yield from report("API", base, [address for address in resources if is_there(base, address)])
    finally:
        stop(werkmap)


def main() -> None:
    """Measure, print, and with `--schrijf` write docs/benchmarks-website.md."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--werkmap", type=Path, default=Path("demo/werkmap"), help="work folder with a release")
    parser.add_argument("--schrijf", action="store_true", help="write docs/benchmarks-website.md")
    chosen = parser.parse_args()
    lines = [
        "# The website under load\n",
        f"Made on {date.today()} with `python -m bench.web --werkmap DIR --schrijf`. {describe_machine()} "
        f"Two processes of the server, and {CLIENTS} clients at a time in a process of their own, all on this machine; "
        "every public page and every resource of the API, after each was asked before.\n",
        *run(chosen.werkmap),
    ]
    print("\n".join(lines))
    if chosen.schrijf:
        DOCS.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
