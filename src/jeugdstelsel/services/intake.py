"""A judged piece of a delivery as rows: what was received, the headers in order, the findings."""

from base64 import urlsafe_b64decode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from jeugdstelsel.ingest.read import Batch, Outcome
from jeugdstelsel.model import Finding
from jeugdstelsel.tables import all_tables, arrow_schema

ORDER = tuple(f"JW{n}" for n in (315, 316, 317, 318, 319, 320, 301, 302, 305, 306, 307, 308, 323, 325))
"""Order of judging for messages of one day: a request, its answer, the toewijzing, the care, the bill."""


DELIVERY = "levering:"
"""Marks the delivery in the place of a bericht_id, for a document that could not be opened."""


@dataclass(frozen=True)
class Part:
    """A judged piece of a delivery. Per outcome the delivery it came in and its place there.

    `findings` are of the rules within a message; `afgekeurd` are the messages that broke one.
    """

    levering_ids: list[str]
    volgnummers: list[int]
    batch: Batch
    findings: list[Finding] = field(default_factory=list)
    afgekeurd: frozenset[str] = frozenset()


def join_parts(parts: Sequence[Part]) -> Part:
    """Return pieces that are not judged yet as one."""
    batches = [part.batch for part in parts]
    names = {name: None for batch in batches for name in batch.tables}
    tables = {name: pa.concat_tables([b.tables[name] for b in batches if name in b.tables]) for name in names}
    return Part(
        [levering_id for part in parts for levering_id in part.levering_ids],
        [place for part in parts for place in part.volgnummers],
        Batch([outcome for batch in batches for outcome in batch.outcomes], tables),
    )


def rows_to_table(name: str, rows: Sequence[tuple[object, ...]]) -> pa.Table:
    """Return rows of a stored table, with the columns in their order."""
    return _columns_to_table(name, list(zip(*rows, strict=True)))


def _columns_to_table(name: str, columns: Sequence[Sequence[object]]) -> pa.Table:
    schema = arrow_schema(all_tables()[name], stored_only=True)
    columns = columns or [()] * len(schema)
    return pa.Table.from_arrays([pa.array(c, f.type) for c, f in zip(columns, schema, strict=True)], schema=schema)


def received(part: Part) -> pa.Table:
    """Return the rows of `ontvangst` of a part."""
    outcomes = part.batch.outcomes
    columns = (
        [outcome.bericht_id for outcome in outcomes],
        part.levering_ids,
        part.volgnummers,
        [outcome.berichtsoort or None for outcome in outcomes],
        [outcome.release or None for outcome in outcomes],
        [_uitkomst(outcome, part.afgekeurd) for outcome in outcomes],
    )
    return _columns_to_table("ontvangst", columns)


def _uitkomst(outcome: Outcome, afgekeurd: frozenset[str]) -> str:
    if not outcome.leesbaar:
        return "geweigerd"
    return "afgekeurd" if outcome.bericht_id in afgekeurd else "gelezen"


def without(table: pa.Table, ids: set[str]) -> pa.Table:
    """Return the rows of other messages than these."""
    if not ids:
        return table
    return table.filter(pc.invert(pc.is_in(table["bericht_id"], value_set=pa.array(sorted(ids), pa.string()))))


def complete_headers(headers: pa.Table, received: pa.Table) -> pa.Table:
    """Add the delivery and the order of judging, which follows from content and never from arrival."""
    index = pc.index_in(headers["bericht_id"], value_set=received["bericht_id"].combine_chunks())
    headers = _set(headers, "levering_id", received["levering_id"].take(index))
    days = headers["dagtekening"].combine_chunks().cast(pa.int32()).to_numpy().astype(np.int64) + 40_000
    phase = pc.index_in(headers["berichtsoort"], value_set=pa.array(ORDER)).to_numpy().astype(np.int64)
    digits = pc.struct_field(pc.extract_regex(headers["identificatie"], r"(?P<n>[0-9]{1,8})[^0-9]*$"), "n")
    number = pc.fill_null(pc.cast(digits, pa.int64()), 0).to_numpy() & (2**27 - 1)
    tie = _tie_breaks(headers["bericht_id"])
    order = (np.clip(days, 0, 2**16 - 1) << 47) | (phase << 43) | (number << 16) | tie
    return _set(headers, "volgorde", pa.array(order))


def _tie_breaks(ids: pa.ChunkedArray) -> NDArray[np.int64]:
    """Return the first 16 bits of each id, to order messages that are equal in all else."""
    ids_of_nine_bytes = urlsafe_b64decode("".join(ids.to_pylist()))
    first_two = np.frombuffer(ids_of_nine_bytes, np.uint8).reshape(-1, 9)[:, :2].astype(np.int64)
    return first_two[:, 0] << 8 | first_two[:, 1]


def _set(table: pa.Table, name: str, values: pa.Array | pa.ChunkedArray) -> pa.Table:
    return table.set_column(table.column_names.index(name), name, values)


def of_delivery(finding: Finding, levering_id: str) -> Finding:
    """Remember the delivery of a document that has no id, since it could not be opened."""
    return Finding(
        finding.regel, finding.plaats, finding.tekst, ernst=finding.ernst, bericht_id=f"{DELIVERY}{levering_id}"
    )


def findings_table(part: Part, received: pa.Table, old: set[str]) -> pa.Table:
    """Return the findings of a part as rows of `bevinding`, without those on documents received before.

    `received` are the rows of `ontvangst`.
    """
    said = [finding for outcome in part.batch.outcomes for finding in outcome.findings]
    found = [finding for finding in (*said, *part.findings) if finding.bericht_id not in old]
    if not found:
        return rows_to_table("bevinding", [])
    delivery = dict(zip(received["bericht_id"].to_pylist(), received["levering_id"].to_pylist(), strict=True))
    soorten = {outcome.bericht_id: outcome.berichtsoort or None for outcome in part.batch.outcomes}
    headers = _headers_of(part, {finding.bericht_id for finding in found})
    return rows_to_table("bevinding", [_finding_row(f, delivery, soorten, headers) for f in found])


def _headers_of(part: Part, ids: set[str]) -> dict[str, tuple[str, str, str]]:
    """Return gemeente, aanbieder and afzender of messages."""
    if "bericht" not in part.batch.tables:
        return {}
    columns = part.batch.tables["bericht"].select(("bericht_id", "gemeente", "aanbieder", "afzender"))
    wanted = columns.filter(pc.is_in(columns["bericht_id"], value_set=pa.array(sorted(ids), pa.string())))
    return {row["bericht_id"]: (row["gemeente"], row["aanbieder"], row["afzender"]) for row in wanted.to_pylist()}


def _finding_row(
    finding: Finding,
    delivery: Mapping[str, str],
    soorten: Mapping[str, str | None],
    headers: Mapping[str, tuple[str, str, str]],
) -> tuple[object, ...]:
    whole = finding.bericht_id.removeprefix(DELIVERY)
    opened = whole == finding.bericht_id
    return (
        delivery.get(finding.bericht_id) if opened else whole,
        finding.bericht_id if opened else "",
        soorten.get(finding.bericht_id),
        *headers.get(finding.bericht_id, (None, None, None)),
        finding.regel,
        finding.ernst.value,
        finding.retourcode or None,
        finding.klasse or None,
        finding.regelnummer,
        finding.plaats,
        finding.tekst,
    )
