"""The facets of the simple types, checked on whole columns."""

import re
from functools import cache

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from jeugdstelsel import standaard
from jeugdstelsel.ingest.grammar import Node
from jeugdstelsel.ingest.scanned import Column, Scanned

_SPACE = r" \t\n\r"
_PARTS = re.compile(r"\[[^\]]*\]|\\.|\.")


@cache
def to_re2(pattern: str) -> str:
    """Write an XSD pattern as an RE2 pattern for the whole value.

    In XSD `.` excludes both line ends and `\\s` is the four spaces of XML.
    """

    def replace(match: "re.Match[str]") -> str:
        found = match[0]
        if found.startswith("["):
            return found.replace(r"\s", _SPACE)
        return {r"\s": f"[{_SPACE}]", r"\S": f"[^{_SPACE}]", ".": r"[^\n\r]"}.get(found, found)

    return rf"\A(?:{_PARTS.sub(replace, pattern)})\z"


@cache
def _codes(lijst: str) -> pa.Array:
    return pa.array(sorted(standaard.codelijst(lijst)), pa.string())


@cache
def _number(value: int) -> pa.Scalar:
    """Return a length as Arrow; made once, since pyarrow looks for pandas every time it makes one."""
    return pa.scalar(value, pa.int32())


def find_invalid(scanned: Scanned, node: Node, column: Column) -> NDArray[np.int64]:
    """Return the rows in which an element breaks a facet of its type or of its message."""
    invalid = column.invalid
    if column.array.null_count == len(column.array):
        return invalid
    datatype = standaard.datatypes()[node.element.datatype]
    if node.element.patroon_in_bericht:
        text = column.array if datatype.basis == "string" else pc.utf8_trim(scanned.text(node), " \t\n\r")
        invalid = np.union1d(invalid, _false_rows(_matches(text, node.element.patroon_in_bericht)))
    if datatype.basis != "string":
        return invalid
    if datatype.codelijst:
        known = pc.is_in(column.array, value_set=_codes(datatype.codelijst))
        return np.union1d(invalid, _false_rows(pc.or_(known, pc.is_null(column.array))))
    good = _matches(column.array, datatype.patroon) if datatype.patroon else None
    if datatype.min_lengte is not None or datatype.max_lengte is not None:
        length = pc.utf8_length(column.array)
        fits = pc.and_(
            pc.greater_equal(length, _number(datatype.min_lengte or 0)),
            pc.less_equal(length, _number(datatype.max_lengte or 2**31 - 1)),
        )
        good = fits if good is None else pc.and_(good, fits)
    return invalid if good is None else np.union1d(invalid, _false_rows(good))


def _matches(text: pa.Array, pattern: str) -> pa.Array:
    return pc.match_substring_regex(text, to_re2(pattern))


def _false_rows(good: pa.Array) -> NDArray[np.int64]:
    """Return where `good` is false; an empty cell is good."""
    if pc.all(good, skip_nulls=True).as_py() is not False:
        return np.empty(0, np.int64)
    bad: NDArray[np.bool_] = pc.invert(pc.fill_null(good, True)).to_numpy(zero_copy_only=False)
    return np.flatnonzero(bad)
