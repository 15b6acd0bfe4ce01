"""Judge messages without storing anything: structure, facets and the rules within one message."""

import re
import secrets
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pyarrow as pa

from jeugdstelsel import standaard
from jeugdstelsel.engines import duckdb as duck
from jeugdstelsel.ingest.official import OfficialSchemas
from jeugdstelsel.ingest.pseudonym import Key
from jeugdstelsel.ingest.read import Batch, Outcome, read_batch
from jeugdstelsel.ingest.unpack import LABEL, Document, find_files, require_existing, unpack, unpack_file
from jeugdstelsel.model import Ernst, Finding, Rule
from jeugdstelsel.rules import all_rules
from jeugdstelsel.tables import all_tables, arrow_schema

BATCH_BYTES = 32 * 2**20
BATCH_DOCUMENTS = 20_000
WITHIN = {"TR319"}
"""Level 3 in the rule report, but it needs only the message itself."""


@dataclass(frozen=True)
class Verdict:
    """What one file was judged to be; `bericht` is None when it is no message."""

    bestand: str
    bericht: str | None
    geldig: bool
    regels: tuple[str, ...]
    bevindingen: tuple[Finding, ...]


@cache
def rules_within() -> tuple[Rule, ...]:
    """Return the rules that need only the message itself (level 2, and TR319)."""
    levels = {code: regel.niveau for code, regel in standaard.regels().items()}
    return tuple(rule for code, rule in all_rules().items() if levels[code] == 2 or code in WITHIN)


@cache
def _queries() -> tuple[tuple[frozenset[str], str], ...]:
    """Return (tables whose rows are judged, SQL) for every klasse of every rule within a message."""
    return tuple(
        (
            frozenset(re.findall(r"\bFROM\s+(\w+)", sql)),
            f"SELECT bericht_id, '{rule.code}' AS regel, '{klasse}' AS klasse, regelnummer FROM ({sql}) v",
        )
        for rule in rules_within()
        for klasse, sql in rule.violations.items()
    )


class MessageJudge:
    """Runs the rules within one message over batches; one connection, nothing stored.

    With `xsd`, a folder with official XSD files, messages are validated against those too.
    """

    def __init__(self, *, threads: int = 1, xsd: Path | None = None) -> None:
        self._schemas = OfficialSchemas(xsd) if xsd else None
        self._connection = duck.connect(threads=threads)

    def __enter__(self) -> "MessageJudge":
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()

    def read(self, documents: Sequence[bytes], key: Key, ids: Sequence[str]) -> Batch:
        """Read documents to rows, as `read_batch` does, and refuse what the official XSD files refuse."""
        batch = read_batch(documents, key, ids)
        return self._schemas.check(documents, batch) if self._schemas else batch

    def judge(self, tables: dict[str, pa.Table]) -> list[tuple[str, str, str, int]]:
        """Return (bericht_id, regel, klasse, regelnummer) of every violation in the batch."""
        empty = {name: arrow_schema(table).empty_table() for name, table in all_tables().items() if name not in tables}
        duck.register(self._connection, {**empty, **tables})
        rows: list[tuple[str, str, str, int]] = []
        for judged, sql in _queries():
            if judged & tables.keys():
                rows.extend(duck.run_sql(self._connection, sql))
        return rows


NOT_JUDGED = (
    "Niet beoordeeld: {}. Voor deze regel is een contractlijst nodig, of de beoordeling is niet gelukt. "
    "Geef de lijst mee met --contract en beoordeel opnieuw."
)


def rule_finding(bericht_id: str, regel: str, klasse: str, regelnummer: int, ernst: Ernst = Ernst.FOUT) -> Finding:
    """Return the finding for a broken rule, with its meaning and how to repair it; or that it was not judged."""
    meaning = standaard.regels()[regel]
    tekst = f"{meaning.betekenis}. {all_rules()[regel].herstel}"
    if ernst is Ernst.NIET_BEOORDEELD:
        tekst = NOT_JUDGED.format(meaning.betekenis[0].lower() + meaning.betekenis[1:])
    place = place_of(klasse, regelnummer)
    return Finding(regel, place, tekst, meaning.retourcode, ernst, bericht_id, klasse, regelnummer)


def place_of(klasse: str, regelnummer: int) -> str:
    """Return the address of an occurrence: klasse and ordinal within the message; the message itself is Bericht."""
    return f"{klasse}[{regelnummer}]" if klasse and klasse != "Header" else klasse or "Bericht"


def in_batches(documents: Iterable[tuple[str, bytes]]) -> Iterator[list[tuple[str, bytes]]]:
    """Group named documents so that memory stays flat."""
    batch: list[tuple[str, bytes]] = []
    size = 0
    for document in documents:
        batch.append(document)
        size += len(document[1])
        if size >= BATCH_BYTES or len(batch) >= BATCH_DOCUMENTS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def check_documents(documents: Iterable[tuple[str, bytes]], judge: MessageJudge | None = None) -> Iterator[Verdict]:
    """Judge documents one by one in order, each on its own."""
    if judge is None:
        with MessageJudge() as own:
            yield from check_documents(documents, own)
        return
    key = Key(secrets.token_bytes(32), "0")
    for named in in_batches(documents):
        ids = [str(i) for i in range(len(named))]
        batch = judge.read([data for _, data in named], key, ids)
        yield from make_verdicts([name for name, _ in named], batch, judge.judge(batch.tables))


def make_verdicts(
    names: Sequence[str], batch: Batch, violations: Iterable[tuple[str, str, str, int]]
) -> Iterator[Verdict]:
    """Join outcomes and violations to a verdict per document; a message that is not valid has no rules judged."""
    by_id: dict[str, list[Finding]] = {}
    for bericht_id, regel, klasse, regelnummer in violations:
        by_id.setdefault(bericht_id, []).append(rule_finding(bericht_id, regel, klasse, regelnummer))
    for name, outcome in zip(names, batch.outcomes, strict=True):
        yield _make_verdict(name, outcome, by_id.get(outcome.bericht_id, []))


def _make_verdict(name: str, outcome: Outcome, broken: list[Finding]) -> Verdict:
    broken.sort(key=lambda finding: (finding.regel, finding.klasse, finding.regelnummer))
    return Verdict(
        name,
        outcome.berichtsoort or None,
        outcome.geldig,
        tuple(sorted({finding.regel for finding in broken})),
        (*outcome.findings, *broken),
    )


def check_paths(paths: Iterable[Path], *, xsd: Path | None = None) -> Iterator[Verdict]:
    """Judge every document under the paths; `-` is standard input."""
    paths = list(paths)
    require_existing(path for path in paths if str(path) != "-")
    with MessageJudge(xsd=xsd) as judge:
        for documents in readable_runs(paths):
            if isinstance(documents, Verdict):
                yield documents
            else:
                yield from check_documents(documents, judge)


def readable_runs(paths: Iterable[Path]) -> Iterator[Verdict | list[tuple[str, bytes]]]:
    """Yield documents in batches, and a verdict for each document that could not be opened."""
    run: list[tuple[str, bytes]] = []
    size = 0
    for document in _documents(paths):
        if document.refusal is not None:
            if run:
                yield run
                run, size = [], 0
            yield Verdict(document.naam, None, False, (), (document.refusal,))
            continue
        run.append((document.naam, document.data))
        size += len(document.data)
        if size >= BATCH_BYTES or len(run) >= BATCH_DOCUMENTS:
            yield run
            run, size = [], 0
    if run:
        yield run


def _documents(paths: Iterable[Path]) -> Iterator[Document]:
    for path in paths:
        if str(path) == "-":
            yield from unpack("-", sys.stdin.buffer)
            continue
        for file in find_files(path):
            yield from (d for d in unpack_file(file, str(file)) if not d.naam.endswith(f"/{LABEL}"))
