"""Judge across messages what was taken in since the last time."""

import shutil
from contextlib import closing
from datetime import date
from pathlib import Path

from jeugdstelsel.engines import duckdb as duck
from jeugdstelsel.services.contract import ContractList, read_contract
from jeugdstelsel.services.judge import keep_verdicts, weigh
from jeugdstelsel.services.process import Connection, open_warehouse


KEPT_LIST = "contracten.csv"


def review(workdir: Path, *, contract: Path | None = None, today: date | None = None) -> int:
    """Judge the messages of deliveries that were not judged yet; return how many findings stand in all.

    A contract list is kept in the work folder and used again later. A new one is about every message, so
    then everything is judged anew. Findings and the mark that a delivery was judged are stored in one transaction.
    """
    changed = _keep_list(workdir, contract)
    kept = workdir / KEPT_LIST
    lists = read_contract(kept) if kept.exists() else None
    with closing(open_warehouse(workdir)) as connection:
        return _review(connection, lists, changed, today or date.today())


def _keep_list(workdir: Path, contract: Path | None) -> bool:
    """Keep a contract list for later; return whether it is another one than before."""
    kept = workdir / KEPT_LIST
    if contract is None or (kept.exists() and kept.read_bytes() == contract.read_bytes()):
        return False
    read_contract(contract)
    draft = kept.with_suffix(".nieuw")
    shutil.copyfile(contract, draft)
    draft.replace(kept)
    return True


def _review(connection: Connection, lists: ContractList | None, changed: bool, today: date) -> int:
    deliveries, unjudged = duck.run_sql(
        connection, "SELECT COUNT(*), COUNT(*) FILTER (WHERE NOT beoordeeld) FROM levering"
    )[0]
    if unjudged or changed:
        new = None if changed or deliveries == unjudged else _unjudged(connection)
        weigh(connection, today=today, contract=lists, new=new)
        duck.run_sql(connection, "BEGIN")
        keep_verdicts(connection)
        duck.run_sql(connection, "UPDATE levering SET beoordeeld = TRUE")
        duck.run_sql(connection, "COMMIT")
    found = duck.run_sql(connection, "SELECT COUNT(*) FROM bevinding_over WHERE ernst = 'fout'")[0][0]
    return int(found)


def _unjudged(connection: Connection) -> list[str]:
    """Return the messages of deliveries that were not judged yet."""
    rows = duck.run_sql(
        connection,
        "SELECT bericht_id FROM bericht WHERE levering_id IN (SELECT levering_id FROM levering WHERE NOT beoordeeld)",
    )
    return [row[0] for row in rows]
