"""Write tables to a file: person tables for the holder of the data, figures only as they may leave."""

import csv
import io
import json
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path
from typing import IO, Any

import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet

from jeugdstelsel.engines import duckdb as duck
from jeugdstelsel.model import Ernst, GebruikersFout
from jeugdstelsel.services.check import rule_finding
from jeugdstelsel.services.process import open_warehouse
from jeugdstelsel.tables import all_tables, arrow_schema

_ORDER: Mapping[str, tuple[str, str]] = {
    "trajecten": ("traject", "gemeente, aanbieder, client, toewijzing_nummer, traject_id"),
    "leverperioden": ("leverperiode", "gemeente, aanbieder, client, traject_id, begindatum"),
    "kosten": ("kosten", "gemeente, aanbieder, client, toewijzing_nummer, maand, product_categorie, product_code"),
    "wachtenden": ("wachtende", "gemeente, aanbieder, client, soort, sleutel"),
    "indicatoren": ("cijfer", ", ".join(all_tables()["cijfer"].key)),
}
QUERIES: Mapping[str, str] = {
    name: f"SELECT * FROM {table} ORDER BY {', '.join(f'{column} NULLS LAST' for column in order.split(', '))}"
    for name, (table, order) in _ORDER.items()
}
NAMES = (*QUERIES, "bevindingen")


def export(workdir: Path, name: str, formaat: str, target: IO[bytes]) -> int:
    """Write one table; return the number of rows. The database must be there; nothing is computed."""
    if not (workdir / "gegevens.duckdb").exists():
        raise GebruikersFout(
            f"in {workdir} is nog niets verwerkt. Begin met: jeugdstelsel verwerk PAD --werkmap {workdir}"
        )
    with closing(open_warehouse(workdir)) as connection:
        table = read_findings(connection) if name == "bevindingen" else duck.read_table(connection, QUERIES[name])
        synthetic = bool(duck.run_sql(connection, "SELECT COUNT(*) FROM levering WHERE synthetisch")[0][0])
    WRITERS[formaat](_label(table, synthetic), target)
    return int(table.num_rows)


def _label(table: pa.Table, synthetic: bool) -> pa.Table:
    """Say in the table itself that it is synthetic."""
    if not synthetic:
        return table
    labelled = table.append_column("synthetisch", pa.repeat(pa.scalar("ja"), table.num_rows))
    return labelled.replace_schema_metadata({"synthetisch": "ja"})


def read_findings(connection: duck.Connection) -> pa.Table:
    """Return every finding, within and across messages, as rows of `bevinding`."""
    schema = arrow_schema(all_tables()["bevinding"])
    within = duck.read_table(connection, "SELECT * FROM bevinding").cast(schema)
    across = duck.read_table(
        connection,
        "SELECT b.levering_id, o.bericht_id, b.berichtsoort, b.gemeente, b.aanbieder, b.afzender AS leverancier, "
        "o.regel, o.ernst, o.klasse, o.regelnummer "
        "FROM bevinding_over o LEFT JOIN bericht b ON b.bericht_id = o.bericht_id",
    )
    rows = []
    for row in across.to_pylist():
        finding = rule_finding(row["bericht_id"], row["regel"], row["klasse"], row["regelnummer"], Ernst(row["ernst"]))
        rows.append({**row, "retour_code": finding.retourcode, "plaats": finding.plaats, "tekst": finding.tekst})
    table = pa.concat_tables([within, pa.Table.from_pylist(rows, schema=schema)])
    return table.sort_by(
        [(name, "ascending") for name in ("levering_id", "bericht_id", "regel", "klasse", "regelnummer", "plaats")]
    )


def _write_csv(table: pa.Table, target: IO[bytes]) -> None:
    text = io.TextIOWrapper(target, encoding="utf-8", newline="", write_through=True)
    writer = csv.writer(text)
    writer.writerow(table.column_names)
    for batch in table.to_batches(max_chunksize=50_000):
        writer.writerows(zip(*(_cells(column) for column in batch.columns), strict=True))
    text.detach()


def _cells(column: pa.Array) -> list[Any]:
    return ["" if value is None else value for value in column.to_pylist()]


def _write_json(table: pa.Table, target: IO[bytes]) -> None:
    target.write(b"[")
    separator = b"\n"
    for batch in table.to_batches(max_chunksize=10_000):
        for row in batch.to_pylist():
            target.write(separator + json.dumps(row, ensure_ascii=False, default=str).encode())
            separator = b",\n"
    target.write(b"\n]\n")


def _write_parquet(table: pa.Table, target: IO[bytes]) -> None:
    pyarrow.parquet.write_table(table, target, compression="zstd")


WRITERS: Mapping[str, Callable[[pa.Table, IO[bytes]], None]] = {
    "csv": _write_csv,
    "json": _write_json,
    "parquet": _write_parquet,
}
