"""Judge the files of one folder, in name order, as one stream of messages."""

import secrets
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from jeugdstelsel.engines import duckdb as duck
from jeugdstelsel.ingest import read_batch
from jeugdstelsel.ingest.pseudonym import Key
from jeugdstelsel.ingest.unpack import LABEL, find_files, unpack
from jeugdstelsel.model import Ernst, Finding
from jeugdstelsel.services.check import MessageJudge, make_verdicts, rule_finding
from jeugdstelsel.services.contract import read_contract
from jeugdstelsel.services.judge import judge
from jeugdstelsel.tables import all_tables, arrow_schema


@dataclass(frozen=True)
class SeriesFinding:
    """One finding in a series; `bestand` is empty when it is about the series as a whole."""

    bestand: str
    regel: str
    retourcode: str
    berichtklasse: str
    ernst: str
    plaats: str
    tekst: str


def check_series(folder: Path, *, contract: Path | None = None, today: date | None = None) -> list[SeriesFinding]:
    """Return every finding, within and across messages, in the order of the files.

    Nothing is stored. Level 4 uses the shipped gemeente codes and product list, `contract` and `today`.
    """
    names: list[str] = []
    documents: list[bytes] = []
    findings: list[SeriesFinding] = []
    for file in find_files(folder):
        with file.open("rb") as stream:
            for document in unpack(file.name, stream):
                if document.refusal is not None:
                    findings.append(_in_series(document.naam, document.refusal))
                elif not document.naam.endswith(f"/{LABEL}"):
                    names.append(document.naam)
                    documents.append(document.data)
    ids = [f"{i:09d}" for i in range(len(names))]
    batch = read_batch(documents, Key(secrets.token_bytes(32), "0"), ids)
    broken = MessageJudge().judge(batch.tables)
    for verdict in make_verdicts(names, batch, broken):
        findings.extend(_in_series(verdict.bestand, finding) for finding in verdict.bevindingen)
    rejected = {violation[0] for violation in broken}
    across = _judge_across(batch.tables, rejected, today or date.today(), contract)
    findings.extend(
        _in_series(names[int(finding.bericht_id)] if finding.bericht_id else "", finding) for finding in across
    )
    return sorted(findings, key=lambda finding: (finding.bestand == "", finding.bestand, finding.regel))


def _judge_across(tables: dict[str, pa.Table], rejected: set[str], today: date, contract: Path | None) -> list[Finding]:
    connection = duck.connect(threads=1)
    for name, table in all_tables().items():
        if table.stored:
            duck.create_table(connection, table, stored_only=True)
        if table.stored and name in tables:
            rows = tables[name].select(arrow_schema(table, stored_only=True).names)
            rows = rows.filter(
                pc.invert(pc.is_in(rows["bericht_id"], value_set=pa.array(sorted(rejected), pa.string())))
            )
            if name == "bericht":
                at = rows.column_names.index("volgorde")
                rows = rows.set_column(at, "volgorde", pc.cast(rows["bericht_id"], pa.int64()))
            duck.append(connection, name, rows)
    judge(connection, today=today, contract=read_contract(contract) if contract else None)
    rows = duck.run_sql(connection, "SELECT bericht_id, regel, klasse, regelnummer, ernst FROM bevinding_over")
    connection.close()
    return [rule_finding(b, regel, klasse, n, Ernst(ernst)) for b, regel, klasse, n, ernst in rows]


def _in_series(bestand: str, finding: Finding) -> SeriesFinding:
    return SeriesFinding(
        bestand, finding.regel, finding.retourcode, finding.klasse, finding.ernst.value, finding.plaats, finding.tekst
    )
