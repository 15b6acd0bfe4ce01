"""Measure all indicators over a work folder in which `bereken` was run: for all gemeenten, and at every level."""

import sys
import time
from contextlib import closing
from pathlib import Path

from jeugdstelsel.engines import duckdb as duck
from jeugdstelsel.indicators.niveaus import STANDAARD
from jeugdstelsel.indicators.plan import all_indicators
from jeugdstelsel.services.compute import GATHERED, find_venster, gather, make_rows
from jeugdstelsel.services.steps import prepare
from jeugdstelsel.services.warehouse import open_warehouse


def main(workdir: Path) -> None:
    """Print how long it takes to compute every value anew, for everyone; nothing in the work folder changes."""
    indicators = list(all_indicators().values())
    with closing(open_warehouse(workdir, existing=True)) as connection:
        (day,) = duck.run_sql(connection, "SELECT max(dagtekening) FROM bericht")[0]
        venster = find_venster(duck, connection, day, None)
        duck.run_sql(connection, "SET preserve_insertion_order = false")
        # the first time the tables come from disk; in `bereken` the linkage has just read them
        for niveaus in (["gemeente"], ["gemeente"], list(STANDAARD)):
            wall, cpu = time.monotonic(), time.process_time()
            prepare(duck, connection, venster, niveaus, indicators)
            gather(connection, indicators, venster)
            duck.make_table(connection, "uitkomst", make_rows(GATHERED))
            ((count,),) = duck.run_sql(connection, "SELECT count(*) FROM uitkomst")
            took, used = time.monotonic() - wall, time.process_time() - cpu
            print(f"{', '.join(niveaus)}: {count} values in {took:.1f} s, {used:.1f} CPU s")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
