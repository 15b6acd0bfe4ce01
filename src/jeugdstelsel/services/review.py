"""Judge across messages what was taken in since the last time."""

from datetime import date
from pathlib import Path

from jeugdstelsel.engines import duckdb as duck
from jeugdstelsel.services.contract import read_contract
from jeugdstelsel.services.judge import judge
from jeugdstelsel.services.process import open_warehouse


def review(workdir: Path, *, contract: Path | None = None, today: date | None = None) -> int:
    """Judge the messages of deliveries that were not judged yet; return how many findings stand in all.

    A contract list is about every message, so with `contract` everything is judged anew. Findings and
    the mark that a delivery was judged are stored in one transaction.
    """
    connection = open_warehouse(workdir)
    counts = duck.run_sql(connection, "SELECT COUNT(*), COUNT(*) FILTER (WHERE NOT beoordeeld) FROM levering")[0]
    fresh = [
        row[0]
        for row in duck.run_sql(
            connection,
            "SELECT bericht_id FROM bericht WHERE levering_id IN (SELECT levering_id FROM levering WHERE NOT beoordeeld)",
        )
    ]
    if counts[1] or contract:
        duck.run_sql(connection, "BEGIN")
        everything = contract is not None or counts[0] == counts[1]
        lists = read_contract(contract) if contract else None
        judge(connection, today=today or date.today(), contract=lists, new=None if everything else fresh)
        duck.run_sql(connection, "UPDATE levering SET beoordeeld = TRUE")
        duck.run_sql(connection, "COMMIT")
    found = duck.run_sql(connection, "SELECT COUNT(*) FROM bevinding_over WHERE ernst = 'fout'")[0][0]
    connection.close()
    return int(found)
