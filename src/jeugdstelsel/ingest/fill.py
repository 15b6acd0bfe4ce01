"""From scanned messages to rows of the hallway."""

from collections.abc import Sequence
from functools import cache
from typing import cast

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from jeugdstelsel.ingest.grammar import BY_PATH, CLASSES
from jeugdstelsel.ingest.pseudonym import Key, replace_bsn
from jeugdstelsel.ingest.scanned import Scanned
from jeugdstelsel.ingest.source import Message, Source
from jeugdstelsel.model import Table
from jeugdstelsel.registry import find_all
from jeugdstelsel.tables import all_tables, arrow_schema

HEADER = {
    "afzender": "Afzender",
    "ontvanger": "Ontvanger",
    "identificatie": "BerichtIdentificatie/Identificatie",
    "dagtekening": "BerichtIdentificatie/Dagtekening",
    "basisschema_versie": "XsdVersie/BasisschemaXsdVersie",
    "bericht_versie": "XsdVersie/BerichtXsdVersie",
    "identificatie_retour": "IdentificatieRetour",
    "dagtekening_retour": "DagtekeningRetour",
    "declaratie_identificatie": "DeclaratieIdentificatie/Identificatie",
    "declaratie_dagtekening": "DeclaratieIdentificatie/Dagtekening",
    "declaratie_basisschema_versie": "XsdVersieDeclaratie/BasisschemaXsdVersie",
    "declaratie_bericht_versie": "XsdVersieDeclaratie/BerichtXsdVersie",
}


@cache
def messages() -> dict[str, Message]:
    """Return what each message type gives; a type that is not here gives its header and return codes."""
    found = cast(dict[str, Message], find_all("ingest", "MESSAGE"))
    return {message.berichtsoort: message for message in found.values()}


class Filler:
    """Fills the hallway from one batch; `good` says which documents may pass."""

    def __init__(
        self, scanned: Scanned, ids: Sequence[str], releases: Sequence[str], good: NDArray[np.bool_], key: Key
    ):
        self._scanned = scanned
        self._ids = pa.array(ids, pa.string())
        self._releases = pa.array(releases, pa.string())
        self._good = good
        self._key = key
        self._root_row = np.zeros(len(ids), np.int64)
        self._pseudonyms: dict[tuple[str, str], tuple[pa.Array, pa.Array]] = {}

    def fill(self) -> dict[str, pa.Table]:
        """Return every table that got rows, with all its columns."""
        parts: dict[str, list[pa.Table]] = {}
        for node in CLASSES:
            berichtsoort = node.element.bericht
            if node.element.ouder or not self._scanned.row_count(berichtsoort, "Bericht"):
                continue
            documents = self._scanned.row_documents(berichtsoort, "Bericht")
            self._root_row[documents] = np.arange(len(documents))
            parts.setdefault("bericht", []).append(self._headers(berichtsoort))
            for source in messages()[berichtsoort].sources if berichtsoort in messages() else ():
                if self._scanned.row_count(berichtsoort, source.row):
                    parts.setdefault(source.table, []).append(self._rows(berichtsoort, source))
            parts.setdefault("retourcode", []).extend(self._retour_codes(berichtsoort))
        return {name: pa.concat_tables(tables) for name, tables in parts.items() if sum(map(len, tables))}

    def _value(self, berichtsoort: str, pad: str) -> pa.Array:
        node = BY_PATH[berichtsoort, pad]
        array = self._scanned.column(node).array
        return pc.utf8_trim_whitespace(array) if node.element.datatype == "LDT_Tijd" else array

    def _parties(self, berichtsoort: str) -> dict[str, pa.Array]:
        """Return gemeente and aanbieder per root row, whichever of them sends."""
        sides = ("Afzender", "Ontvanger")
        gemeente_sends = BY_PATH[berichtsoort, "Bericht/Header/Afzender"].element.datatype == "LDT_Gemeente"
        gemeente, aanbieder = sides if gemeente_sends else sides[::-1]
        return {
            "gemeente": self._value(berichtsoort, f"Bericht/Header/{gemeente}"),
            "aanbieder": self._value(berichtsoort, f"Bericht/Header/{aanbieder}"),
        }

    def _headers(self, berichtsoort: str) -> pa.Table:
        documents = self._scanned.row_documents(berichtsoort, "Bericht")
        columns = {
            name: self._value(berichtsoort, f"Bericht/Header/{path}")
            for name, path in HEADER.items()
            if (berichtsoort, f"Bericht/Header/{path}") in BY_PATH
        }
        columns["bericht_id"] = self._ids.take(pa.array(documents))
        columns["release"] = self._releases.take(pa.array(documents))
        columns["berichtsoort"] = pa.repeat(pa.scalar(berichtsoort), len(documents))
        columns.update(self._parties(berichtsoort))
        return self._keep_good(_as_table(all_tables()["bericht"], columns, len(documents)), documents)

    def _rows(self, berichtsoort: str, source: Source) -> pa.Table:
        documents = self._scanned.row_documents(berichtsoort, source.row)
        ordinals = pa.array(self._scanned.row_ordinals(berichtsoort, source.row), pa.int64())
        columns = self._base_columns(berichtsoort, documents)
        columns["regelnummer"] = ordinals
        if source.ordinal_as:
            columns[source.ordinal_as] = ordinals
            columns["regelnummer"] = pa.repeat(pa.scalar(1, pa.int64()), len(ordinals))
        for name, path in source.columns.items():
            columns[name] = self._value(berichtsoort, f"{source.row}/{path}")
        for name, path in source.present.items():
            columns[name] = pa.array(self._scanned.present(berichtsoort, f"{source.row}/{path}"))
        for name, value in source.constants.items():
            columns[name] = pa.repeat(pa.scalar(value), len(ordinals))
        if source.parent_ordinal_as:
            columns[source.parent_ordinal_as] = self._parent_ordinals(berichtsoort, source.row)
        if source.bsn:
            columns["client"], columns["elfproef"] = self._clients(berichtsoort, source)
        if "geboortedatum" in columns:
            columns["geboortejaar"] = _birth_year(columns["geboortedatum"], columns["datum_gebruik"])
        table = _as_table(all_tables()[source.table], columns, len(ordinals))
        if source.when:
            there = self._scanned.present(berichtsoort, f"{source.row}/{source.when}")
            table, documents = table.filter(pa.array(there)), documents[there]
        return self._keep_good(table, documents)

    def _base_columns(self, berichtsoort: str, documents: NDArray[np.int32]) -> dict[str, pa.Array]:
        """Return bericht_id, gemeente and aanbieder for rows that belong to `documents`."""
        roots = pa.array(self._root_row[documents])
        columns = {name: values.take(roots) for name, values in self._parties(berichtsoort).items()}
        columns["bericht_id"] = self._ids.take(pa.array(documents))
        return columns

    def _parent_ordinals(self, berichtsoort: str, row: str) -> pa.Array:
        parents = self._scanned.row_parents(berichtsoort, row)
        ordinals = self._scanned.row_ordinals(berichtsoort, _enclosing_row(berichtsoort, row))
        return pa.array(ordinals[parents], pa.int64())

    def _clients(self, berichtsoort: str, source: Source) -> tuple[pa.Array, pa.Array]:
        """Return pseudonym and elfproef per row; the BSN stands in the row or in the enclosing one."""
        own = (berichtsoort, f"{source.row}/{source.bsn}") in BY_PATH
        owner = source.row if own else _enclosing_row(berichtsoort, source.row)
        if (berichtsoort, owner) not in self._pseudonyms:
            bsn = self._value(berichtsoort, f"{owner}/{source.bsn}")
            usable = pc.match_substring_regex(bsn, r"\A[0-9]{9}\z")
            bsn = pc.if_else(usable, bsn, pa.scalar(None, pa.string()))
            self._pseudonyms[berichtsoort, owner] = replace_bsn(bsn, self._key)
        client, elfproef = self._pseudonyms[berichtsoort, owner]
        if own:
            return client, elfproef
        parents = pa.array(self._scanned.row_parents(berichtsoort, source.row))
        return client.take(parents), elfproef.take(parents)

    def _retour_codes(self, berichtsoort: str) -> list[pa.Table]:
        """Return the return codes of a message, each with the klasse that carries it."""
        found = []
        for node in CLASSES:
            row = node.pad
            if node.element.bericht != berichtsoort or node.element.naam != "RetourCode":
                continue
            if not self._scanned.row_count(berichtsoort, row):
                continue
            documents = self._scanned.row_documents(berichtsoort, row)
            klasse = row.removesuffix("/RetourCodes/RetourCode")
            owner = _enclosing_row(berichtsoort, row)
            numbers = (
                self._parent_ordinals(berichtsoort, row)
                if owner != "Bericht"
                else pa.repeat(pa.scalar(1, pa.int64()), len(documents))
            )
            name = klasse.rpartition("/")[2]
            if owner not in ("Bericht", klasse):
                name = f"{owner.rpartition('/')[2]}/{name}"
            columns = {
                "bericht_id": self._ids.take(pa.array(documents)),
                "klasse": pa.repeat(pa.scalar(name), len(documents)),
                "regelnummer": numbers,
                "retour_code": self._value(berichtsoort, row),
            }
            found.append(self._keep_good(_as_table(all_tables()["retourcode"], columns, len(documents)), documents))
        return found

    def _keep_good(self, table: pa.Table, documents: NDArray[np.int32]) -> pa.Table:
        good = self._good[documents]
        return table if good.all() else table.filter(pa.array(good))


def _enclosing_row(berichtsoort: str, row: str) -> str:
    """Return the row path of the klasse around a repeating klasse."""
    return BY_PATH[berichtsoort, BY_PATH[berichtsoort, row].element.ouder].row_path


def _birth_year(day: pa.Array, use: pa.Array) -> pa.Array:
    """Return the year of birth; DatumGebruik 3 says that the date is unknown."""
    known = pc.fill_null(pc.not_equal(use, "3"), True)
    return pc.if_else(known, pc.year(day), pa.scalar(None, pa.int64()))


def _as_table(table: Table, columns: dict[str, pa.Array], rows: int) -> pa.Table:
    """Order the columns as declared; a column without values is empty."""
    schema = arrow_schema(table)
    arrays = [columns.get(field.name, pa.nulls(rows, field.type)) for field in schema]
    return pa.Table.from_arrays(
        [a if a.type == f.type else a.cast(f.type) for a, f in zip(arrays, schema, strict=True)], schema=schema
    )
