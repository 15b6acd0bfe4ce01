"""Judge across messages what was taken in since the last time."""

from contextlib import closing
from datetime import date
from pathlib import Path

from jeugdstelsel.engines import duckdb as duck
from jeugdstelsel.services.contract import read_contract
from jeugdstelsel.services.judge import keep_verdicts, weigh
from jeugdstelsel.services.process import Connection, open_warehouse


def review(workdir: Path, *, contract: Path | None = None, today: date | None = None) -> int:
    """Judge the messages of deliveries that were not judged yet; return how many findings stand in all.

    A contract list is about every message, so with `contract` everything is judged anew. Findings and
    the mark that a delivery was judged are stored in one transaction.
    """
    with closing(open_warehouse(workdir)) as connection:
        return _review(connection, contract, today or date.today())


def _review(connection: Connection, contract: Path | None, today: date) -> int:
    counts = duck.run_sql(connection, "SELECT COUNT(*), COUNT(*) FILTER (WHERE NOT beoordeeld) FROM levering")[0]
    fresh = [
        row[0]
        for row in duck.run_sql(
            connection,
            "SELECT bericht_id FROM bericht "
            "WHERE levering_id IN (SELECT levering_id FROM levering WHERE NOT beoordeeld)",
        )
    ]
    if counts[1] or contract:
        everything = contract is not None or counts[0] == counts[1]
        lists = read_contract(contract) if contract else None
        weigh(connection, today=today, contract=lists, new=None if everything else fresh)
        duck.run_sql(connection, "BEGIN")
        keep_verdicts(connection)
        duck.run_sql(connection, "UPDATE levering SET beoordeeld = TRUE")
        duck.run_sql(connection, "COMMIT")
    found = duck.run_sql(connection, "SELECT COUNT(*) FROM bevinding_over WHERE ernst = 'fout'")[0][0]
    return int(found)
