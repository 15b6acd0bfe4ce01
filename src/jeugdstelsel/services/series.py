"""Judge the files of one folder, in name order, as one stream of messages."""

import secrets
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from jeugdstelsel.engines import duckdb as duck
from jeugdstelsel.ingest.pseudonym import Key
from jeugdstelsel.ingest.read import read_batch
from jeugdstelsel.ingest.unpack import LABEL, find_files, unpack_file
from jeugdstelsel.model import Ernst, Finding
from jeugdstelsel.services.check import MessageJudge, Verdict, make_verdicts, rule_finding
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
        for document in unpack_file(file, file.name):
            if document.refusal is not None:
                findings.append(_in_series(document.naam, document.refusal))
            elif not document.naam.endswith(f"/{LABEL}"):
                names.append(document.naam)
                documents.append(document.data)
    verdicts, general = judge_stream(names, documents, contract=contract, today=today)
    for verdict in verdicts:
        findings.extend(_in_series(verdict.bestand, finding) for finding in verdict.bevindingen)
    findings.extend(_in_series("", finding) for finding in general)
    return sorted(findings, key=lambda finding: (finding.bestand == "", finding.bestand, finding.regel))


def judge_stream(
    names: Sequence[str], documents: Sequence[bytes], *, contract: Path | None = None, today: date | None = None
) -> tuple[list[Verdict], list[Finding]]:
    """Judge documents within and across messages, in the order given; return verdicts, and what holds for them all."""
    ids = [f"{i:09d}" for i in range(len(names))]
    batch = read_batch(documents, Key(secrets.token_bytes(32), "0"), ids)
    with MessageJudge() as message_judge:
        broken = message_judge.judge(batch.tables)
    verdicts = list(make_verdicts(names, batch, broken))
    general: list[Finding] = []
    for finding in _judge_across(batch.tables, {violation[0] for violation in broken}, today or date.today(), contract):
        if finding.bericht_id:
            own = verdicts[int(finding.bericht_id)]
            verdicts[int(finding.bericht_id)] = replace(own, bevindingen=(*own.bevindingen, finding))
        else:
            general.append(finding)
    return verdicts, general


def _judge_across(tables: dict[str, pa.Table], rejected: set[str], today: date, contract: Path | None) -> list[Finding]:
    with closing(duck.connect(threads=1)) as connection:
        return _judge_tables(connection, tables, rejected, today, contract)


def _judge_tables(
    connection: duck.Connection, tables: dict[str, pa.Table], rejected: set[str], today: date, contract: Path | None
) -> list[Finding]:
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
    return [rule_finding(b, regel, klasse, n, Ernst(ernst)) for b, regel, klasse, n, ernst in rows]


def _in_series(bestand: str, finding: Finding) -> SeriesFinding:
    return SeriesFinding(
        bestand, finding.regel, finding.retourcode, finding.klasse, finding.ernst.value, finding.plaats, finding.tekst
    )
