"""Write tables to a file: person tables for the holder of the data, figures only as they may leave."""

import csv
import io
import json
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path
from typing import IO, Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet

from jeugdstelsel.engines import duckdb as duck
from jeugdstelsel.model import Ernst, GebruikersFout
from jeugdstelsel.services.bronnen import require_bron
from jeugdstelsel.services.check import rule_finding
from jeugdstelsel.services.export_findings import export_findings
from jeugdstelsel.services.warehouse import open_warehouse
from jeugdstelsel.tables import all_tables, arrow_schema

_ORDER: Mapping[str, tuple[str, str]] = {
    "trajecten": ("traject", "gemeente, aanbieder, client, toewijzing_nummer, traject_id"),
    "leverperioden": ("leverperiode", "gemeente, aanbieder, client, traject_id, begindatum"),
    "kosten": ("kosten", "gemeente, aanbieder, client, toewijzing_nummer, maand, product_categorie, product_code"),
    "wachtenden": ("wachtende", "gemeente, aanbieder, client, soort, sleutel"),
    "indicatoren": ("cijfer", ", ".join(all_tables()["cijfer"].key)),
    "aansluiting_kosten": ("aansluiting_kosten", "niveau, gebied, periode, lijn, soort, post, oorzaak, aanbieder"),
    "aansluiting_personen": ("aansluiting_personen", "niveau, gebied, periode, aanbieder, zorgvorm, deel, oorzaak"),
}
QUERIES: Mapping[str, str] = {
    name: f"SELECT * FROM {table} ORDER BY {', '.join(f'{column} NULLS LAST' for column in order.split(', '))}"
    for name, (table, order) in _ORDER.items()
}
NAMES = (*QUERIES, "bevindingen")
_BRONNEN: Mapping[str, tuple[str, ...]] = {
    "trajecten": ("ijw_toewijzing", "ijw_start_stop", "ijw_verzoek"),
    "leverperioden": ("ijw_start_stop",),
    "kosten": ("ijw_declaratie",),
    "wachtenden": ("ijw_verzoek", "ijw_toewijzing"),
    "indicatoren": ("ijw_toewijzing", "ijw_start_stop", "ijw_verzoek", "ijw_declaratie"),
    "aansluiting_kosten": ("ijw_declaratie", "ijw_start_stop"),
    "aansluiting_personen": (
        "ijw_start_stop",
        "bij_jeugdhulp",
        "bij_jeugdbescherming",
        "bij_jeugdreclassering",
    ),
}
"""The sources with data about persons behind a table; the basis of each must stand in the register.

Findings are about messages and go back to their sender.
"""


def read_for_export(workdir: Path, name: str) -> tuple[pa.Table, Mapping[str, Any]]:
    """Return a table and what goes with it: meaning per column, peildatum, source and whether it is synthetic.

    Nothing is computed. Raises GebruikersFout when nothing was taken in, and NietToegestaan when a source of the
    table has no recorded legal basis.
    """
    grounds = {bron: require_bron(workdir, bron) for bron in _BRONNEN.get(name, ())}
    with closing(open_warehouse(workdir, existing=True)) as connection:
        table = read_findings(connection) if name == "bevindingen" else duck.read_table(connection, QUERIES[name])
        synthetic = bool(duck.run_sql(connection, "SELECT COUNT(*) FROM levering WHERE synthetisch")[0][0])
        peildatum = duck.run_sql(connection, "SELECT max(peildatum) FROM koppeling_stand")[0][0]
    declared = all_tables()["bevinding" if name == "bevindingen" else _ORDER[name][0]]
    about = {
        "tabel": name,
        "betekenis": declared.meaning,
        "sleutel": list(declared.key),
        "peildatum": peildatum.isoformat() if peildatum else None,
        "bron": "iJw-berichten",
        "grondslag": grounds,
        "synthetisch": synthetic,
        "persoonsgegevens": "client" in table.column_names,
        "regels": table.num_rows,
        "kolommen": [{"naam": c.name, "type": c.type, "betekenis": c.meaning} for c in declared.columns],
    }
    return _label(table, about), about


def export(workdir: Path, name: str, formaat: str, target: IO[bytes]) -> int:
    """Write one table to a stream; return the number of rows."""
    table, _ = read_for_export(workdir, name)
    WRITERS[formaat](table, target)
    return int(table.num_rows)


def export_to_file(workdir: Path, name: str, formaat: str, path: Path, leverancier: str | None = None) -> int:
    """Write one table to a file, with `<file>.metadata.json` beside it; return the number of rows.

    `xlsx` is for findings, to hand back to the sender; `leverancier` picks those of one sender.
    """
    if leverancier is not None and name != "bevindingen":
        raise GebruikersFout("--leverancier hoort bij bevindingen. Laat de optie weg of exporteer bevindingen.")
    table, about = read_for_export(workdir, name)
    if formaat == "xlsx":
        if name != "bevindingen":
            raise GebruikersFout(f"{name} gaat niet naar xlsx. Kies csv, json of parquet.")
        return export_findings(table, path, leverancier=leverancier)
    if leverancier is not None:
        table = table.filter(pc.equal(table["leverancier"], leverancier))
    with path.open("wb") as target:
        WRITERS[formaat](table, target)
    text = json.dumps({**about, "regels": table.num_rows}, ensure_ascii=False, indent=1)
    path.with_name(f"{path.name}.metadata.json").write_text(text + "\n", encoding="utf-8")
    return int(table.num_rows)


def _label(table: pa.Table, about: Mapping[str, Any]) -> pa.Table:
    """Put the metadata in the table, and a column that says that it is synthetic."""
    if about["synthetisch"]:
        table = table.append_column("synthetisch", pa.repeat(pa.scalar("ja"), table.num_rows))
    return table.replace_schema_metadata({"jeugdstelsel": json.dumps(about, ensure_ascii=False)})


def read_findings(connection: duck.Connection) -> pa.Table:
    """Return every finding, within and across messages, as rows of `bevinding` with what names the message."""
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
    found = pa.concat_tables([within, pa.Table.from_pylist(rows, schema=schema)])
    duck.register(connection, {"_bevinding": found})
    order = ", ".join(f"f.{name} NULLS LAST" for name in all_tables()["bevinding"].key)
    return duck.read_table(
        connection,
        "SELECT f.*, b.identificatie, b.dagtekening FROM _bevinding f "
        f"LEFT JOIN bericht b ON b.bericht_id = f.bericht_id ORDER BY {order}",
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
