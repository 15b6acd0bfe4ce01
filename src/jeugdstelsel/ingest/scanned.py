"""A batch of scanned messages: rows per klasse and a column per element, as Arrow."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from jeugdstelsel import standaard
from jeugdstelsel.ingest import scanner
from jeugdstelsel.ingest.grammar import BY_PATH, CLASS_OF, CLASSES, GRAMMAR, NODES, ROOTS, VALUES, Node
from jeugdstelsel.ingest.recognise import Root


@dataclass(frozen=True)
class Column:
    """The values of one element: Arrow array and the rows whose text is no value of its base type."""

    array: pa.Array
    invalid: NDArray[np.int64]


class Scanned:
    """The result of one scan over many documents; a document with `roots[i] is None` is passed over."""

    def __init__(self, documents: Sequence[bytes], roots: Sequence[Root | None]) -> None:
        joined = b"".join(documents)
        self._buffer = scanner.as_bytes(joined)
        lengths = np.fromiter(map(len, documents), np.int64, len(documents))
        ends = np.cumsum(lengths)
        starts = ends - lengths
        self.starts = starts
        docs = _place_documents(starts, ends, roots)
        self.out = scanner.make_output(joined.count(b"<") + 1, len(documents))
        self._columns: dict[int, Column] = {}
        self.class_rows = np.zeros(len(CLASSES), np.int32)
        self.values, self.rows = scanner.scan(self._buffer, GRAMMAR, docs, self.out, self.class_rows)
        self._place_values()

    def _place_values(self) -> None:
        """Give every element with rows its own stretch of cells."""
        column_at = np.full(len(NODES), -1, np.int64)
        cells = 0
        for node in VALUES:
            column_at[node.id] = cells
            cells += int(self.class_rows[CLASS_OF[node.element.bericht, node.row_path]])
        self._column_at = column_at
        self._starts = np.zeros(cells, np.int64)
        self._lengths = np.full(cells, -1, np.int32)
        self._escaped = np.zeros(cells, np.uint8)
        scanner.place_values(self.out, self.values, column_at, self._starts, self._lengths, self._escaped)

    @cached_property
    def _rows_of_class(self) -> dict[int, NDArray[np.int64]]:
        classes = self.out.row_class[: self.rows]
        order = np.argsort(classes, kind="stable")
        bounds = np.searchsorted(classes[order], np.arange(len(CLASSES) + 1))
        return {i: order[bounds[i] : bounds[i + 1]] for i in range(len(CLASSES))}

    def row_count(self, berichtsoort: str, row_path: str) -> int:
        """Return the number of rows of a repeating klasse (or of the root) in this batch."""
        return int(self.class_rows[CLASS_OF[berichtsoort, row_path]])

    def row_documents(self, berichtsoort: str, row_path: str) -> NDArray[np.int32]:
        """Return the index of the document of each row."""
        return self.out.row_document[self._rows_of_class[CLASS_OF[berichtsoort, row_path]]]

    def row_ordinals(self, berichtsoort: str, row_path: str) -> NDArray[np.int32]:
        """Return the ordinal of each row within its document, from 1."""
        return self.out.row_ordinal[self._rows_of_class[CLASS_OF[berichtsoort, row_path]]]

    def row_parents(self, berichtsoort: str, row_path: str) -> NDArray[np.int32]:
        """Return, per row, the index of the row of the enclosing class."""
        return self.out.row_parent[self._rows_of_class[CLASS_OF[berichtsoort, row_path]]]

    def spans(self, node: Node) -> tuple[NDArray[np.int64], NDArray[np.int32], NDArray[np.uint8]]:
        """Return start, length (-1 is absent) and whether it is escaped, per row of the node's class."""
        start = self._column_at[node.id]
        stop = start + self.row_count(node.element.bericht, node.row_path)
        return self._starts[start:stop], self._lengths[start:stop], self._escaped[start:stop]

    def present(self, berichtsoort: str, pad: str) -> NDArray[np.bool_]:
        """Return per row whether the element is there."""
        present: NDArray[np.bool_] = self.spans(BY_PATH[berichtsoort, pad])[1] >= 0
        return present

    def text(self, node: Node) -> pa.Array:
        """Return the values of an element as text, exactly as the message gives them."""
        starts, lengths, escaped = self.spans(node)
        size = int(lengths[lengths > 0].sum())
        if size > 2**31 - 1:
            raise OverflowError("a batch may hold at most 2 GB of text in one column")
        offsets = np.empty(len(starts) + 1, np.int32)
        target = np.empty(size, np.uint8)
        scanner.copy_strings(self._buffer, starts, lengths, escaped, offsets, target)
        return pa.Array.from_buffers(
            pa.string(), len(starts), [_validity(lengths >= 0), pa.py_buffer(offsets), pa.py_buffer(target)]
        )

    def column(self, node: Node) -> Column:
        """Return the values of an element in the type of its base (text, integer, date)."""
        if node.id not in self._columns:
            self._columns[node.id] = self._read_column(node)
        return self._columns[node.id]

    def _read_column(self, node: Node) -> Column:
        base = standaard.datatypes()[node.element.datatype].basis
        if base == "integer":
            return self._integers(node)
        if base == "date":
            return self._dates(node)
        array = self.text(node)
        if base == "time":
            starts, lengths, _ = self.spans(node)
            valid = np.ones(len(starts), np.bool_)
            scanner.check_times(self._buffer, starts, lengths, valid)
            return Column(array, np.flatnonzero(~valid))
        return Column(array, np.empty(0, np.int64))

    def _integers(self, node: Node) -> Column:
        datatype = standaard.datatypes()[node.element.datatype]
        starts, lengths, _ = self.spans(node)
        values = np.zeros(len(starts), np.int64)
        valid = np.ones(len(starts), np.bool_)
        low, high = datatype.min_waarde or 0, datatype.max_waarde or 10**15
        scanner.read_integers(self._buffer, starts, lengths, low, high, values, valid)
        return Column(_typed(pa.int64(), values, lengths), np.flatnonzero(~valid))

    def _dates(self, node: Node) -> Column:
        starts, lengths, _ = self.spans(node)
        values = np.zeros(len(starts), np.int32)
        valid = np.ones(len(starts), np.bool_)
        scanner.read_dates(self._buffer, starts, lengths, values, valid)
        return Column(_typed(pa.date32(), values, lengths), np.flatnonzero(~valid))


def _place_documents(
    starts: NDArray[np.int64], ends: NDArray[np.int64], roots: Sequence[Root | None]
) -> scanner.Documents:
    """Translate positions within each document to positions in the buffer.

    Many documents share one root object (`read_root` remembers them), so each is taken apart once.
    """
    _, first, which = np.unique(
        np.fromiter(map(id, roots), np.int64, len(roots)), return_index=True, return_inverse=True
    )
    kinds = [roots[i] or Root("", "", 0, (0, 0), (0, 0), (0, -1)) for i in first.tolist()]

    def of_root(values: list[object], dtype: type = np.int64) -> Any:
        return np.array(values, dtype)[which]

    prefixes = of_root([(root.message_prefix, root.basis_prefix) for root in kinds])
    return scanner.Documents(
        start=starts + of_root([root.content for root in kinds]),
        end=ends,
        root=of_root([ROOTS[root.berichtsoort].id if root.berichtsoort else -1 for root in kinds], np.int32),
        tag_start=starts + of_root([root.tag[0] for root in kinds]),
        tag_end=starts + of_root([root.tag[1] for root in kinds]),
        prefix_start=(prefixes[:, :, 0] + starts[:, None]).reshape(-1),
        prefix_length=prefixes[:, :, 1].reshape(-1).astype(np.int32),
    )


def _validity(present: NDArray[np.bool_]) -> pa.Buffer | None:
    """Return the Arrow validity bitmap, or None when every cell is filled."""
    return None if present.all() else pa.py_buffer(np.packbits(present, bitorder="little"))


def _typed(type_: pa.DataType, values: NDArray[np.int64] | NDArray[np.int32], lengths: NDArray[np.int32]) -> pa.Array:
    return pa.Array.from_buffers(type_, len(values), [_validity(lengths >= 0), pa.py_buffer(values)])
