"""Judge across messages what was taken in since the last time."""

import hashlib
import shutil
from contextlib import closing
from datetime import date
from pathlib import Path

from jeugdstelsel.engines import duckdb as duck
from jeugdstelsel.engines.duckdb import Connection
from jeugdstelsel.services.contract import ContractList, read_contract
from jeugdstelsel.services.judge import keep_verdicts, weigh
from jeugdstelsel.services.warehouse import open_warehouse

KEPT_LIST = "contracten.csv"


def review(workdir: Path, *, contract: Path | None = None, today: date | None = None) -> int:
    """Judge the messages of deliveries that were not judged yet; return how many findings stand in all.

    A contract list is kept in the work folder and used again later. A new one is about every message, so
    then everything is judged anew. Findings and the mark that a delivery was judged are stored in one transaction.
    """
    kept = workdir / KEPT_LIST
    chosen = contract or (kept if kept.exists() else None)
    lists = read_contract(chosen) if chosen else None
    if contract is not None:
        _keep_list(contract, kept)
    mark = hashlib.sha256(kept.read_bytes()).hexdigest() if lists else ""
    with closing(open_warehouse(workdir)) as connection:
        return _review(connection, lists, mark, today or date.today())


def _keep_list(contract: Path, kept: Path) -> None:
    """Keep a contract list for later runs."""
    draft = kept.with_suffix(".nieuw")
    shutil.copyfile(contract, draft)
    draft.replace(kept)


def _review(connection: Connection, lists: ContractList | None, mark: str, today: date) -> int:
    """Judge what is new, or everything when the list with this mark is not the one of the last time."""
    changed = mark != (duck.read_note(connection, "bevinding_over") or "")
    deliveries, unjudged = duck.run_sql(
        connection, "SELECT COUNT(*), COUNT(*) FILTER (WHERE NOT beoordeeld) FROM levering"
    )[0]
    if unjudged or changed:
        new = None if changed or deliveries == unjudged else _unjudged(connection)
        weigh(connection, today=today, contract=lists, new=new)
        with duck.transaction(connection):
            keep_verdicts(connection)
            duck.run_sql(connection, "UPDATE levering SET beoordeeld = TRUE")
            duck.write_note(connection, "bevinding_over", mark)
    found = duck.run_sql(connection, "SELECT COUNT(*) FROM bevinding_over WHERE ernst = 'fout'")[0][0]
    return int(found)


def _unjudged(connection: Connection) -> list[str]:
    """Return the messages of deliveries that were not judged yet."""
    rows = duck.run_sql(
        connection,
        "SELECT bericht_id FROM bericht WHERE levering_id IN (SELECT levering_id FROM levering WHERE NOT beoordeeld)",
    )
    return [row[0] for row in rows]
