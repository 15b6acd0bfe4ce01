"""One pass over the bytes of many messages: structure in, value spans out.

The scanner reads a strict subset of XML: UTF-8, elements without attributes below the root, no
comments, CDATA or processing instructions. Whatever lies outside the subset is not judged here but
handed back with `SLOW`; `normalise` then parses it with a hardened lxml and writes it in the subset.
"""

from typing import Any, NamedTuple

import numpy as np
from numba import njit
from numpy.typing import NDArray

OK, SLOW, UNEXPECTED, MISSING, TOO_MANY, TEXT, NESTED, BROKEN, BAD_CHAR = range(9)
MAX_DEPTH = 16

Bytes = NDArray[np.uint8]
Ints = NDArray[np.int32]
Longs = NDArray[np.int64]


class Grammar(NamedTuple):
    """The element trees of all messages as arrays; children of a node are contiguous."""

    name_start: Ints
    name_length: Ints
    names: Bytes
    basis: NDArray[np.uint8]
    """1 when the element is in the namespace of the basisschema."""
    first_child: Ints
    children: Ints
    required: NDArray[np.uint8]
    repeats: NDArray[np.uint8]
    row_class: Ints
    """Class whose row this element starts, or -1."""
    marked: NDArray[np.uint8]
    """1 when the presence of this element is a fact of its own, since it may be empty."""


class Documents(NamedTuple):
    """Where each document is in the buffer and which prefixes it uses."""

    start: Longs
    """First byte after the start tag of the root."""
    end: Longs
    root: Ints
    tag_start: Longs
    """The qualified name of the root."""
    tag_end: Longs
    prefix_start: Longs
    """Per document two prefixes: of the message and of the basisschema."""
    prefix_length: Ints


class Output(NamedTuple):
    """What the scan writes: leaf values as spans, rows of repeating klassen, outcome per document."""

    value_node: Ints
    value_row: Ints
    value_start: Longs
    value_length: Ints
    value_escaped: NDArray[np.uint8]
    row_class: Ints
    row_document: Ints
    row_parent: Ints
    row_ordinal: Ints
    status: NDArray[np.uint8]
    error_at: Longs
    error_node: Ints


def make_output(capacity: int, documents: int) -> Output:
    """Reserve room for `capacity` elements in `documents` documents."""

    def ints(n: int) -> Ints:
        return np.empty(n, np.int32)

    rows = capacity + documents
    return Output(
        ints(capacity), ints(capacity), np.empty(capacity, np.int64), ints(capacity), np.empty(capacity, np.uint8),
        ints(rows), ints(rows), ints(rows), ints(rows),
        np.zeros(documents, np.uint8), np.zeros(documents, np.int64), np.full(documents, -1, np.int32),
    )  # fmt: skip


@njit(inline="always")
def _skip_space(buffer: Bytes, at: int, end: int) -> int:
    while at < end and (buffer[at] == 32 or buffer[at] == 10 or buffer[at] == 13 or buffer[at] == 9):
        at += 1
    return at


@njit(inline="always")
def _is_return(buffer: Bytes, at: int, end: int) -> bool:
    """Whether `&#13;` stands at `at`: a carriage return, which is white space."""
    return (
        buffer[at] == 38 and at + 5 <= end and buffer[at + 1] == 35 and buffer[at + 2] == 49
        and buffer[at + 3] == 51 and buffer[at + 4] == 59
    )  # fmt: skip


@njit(inline="always")
def _ends_name(byte: int) -> bool:
    return byte == 62 or byte == 47 or byte == 32 or byte == 13 or byte == 10 or byte == 9


@njit(inline="always")
def _read_name(buffer: Bytes, at: int, end: int, doc: int, docs: Documents) -> tuple[int, int, int]:
    """Return (namespace, start, end) of the local name at `at`.

    The namespace is 0 for the message, 1 for the basisschema, -1 for a prefix that is neither.
    """
    for space in range(2):
        which = 2 * doc + space
        length = docs.prefix_length[which]
        if length < 0 or at + length + 1 >= end or (length > 0 and buffer[at + length] != 58):
            continue
        start = docs.prefix_start[which]
        same = True
        for i in range(length):
            if buffer[at + i] != buffer[start + i]:
                same = False
                break
        if not same:
            continue
        name = at + length + 1 if length > 0 else at
        stop = name
        while stop < end and not _ends_name(buffer[stop]):
            stop += 1
            if length == 0 and buffer[stop - 1] == 58:
                same = False
                break
        if same:
            return space, name, stop
    return -1, at, at


@njit(inline="always")
def _is_node(buffer: Bytes, space: int, name: int, stop: int, node: int, grammar: Grammar) -> bool:
    """Whether the name that was read is that of `node`."""
    if grammar.basis[node] != space or grammar.name_length[node] != stop - name:
        return False
    start = grammar.name_start[node]
    for i in range(stop - name):
        if buffer[name + i] != grammar.names[start + i]:
            return False
    return True


@njit(cache=True, nogil=True)
def _read_reference(buffer: Bytes, at: int, end: int) -> int:
    """Return the position after the reference at `&`, or -1 when it is not one of XML's own five."""
    stop = at + 1
    while stop < end and stop - at < 7 and buffer[stop] != 59:
        stop += 1
    if stop >= end or buffer[stop] != 59:
        return -1
    length = stop - at - 1
    a = buffer[at + 1]
    b = buffer[at + 2]
    if length == 2 and (a == 108 or a == 103) and b == 116:  # lt gt
        return stop + 1
    if length == 3 and a == 97 and b == 109 and buffer[at + 3] == 112:  # amp
        return stop + 1
    if length == 4:
        c = buffer[at + 3]
        d = buffer[at + 4]
        if (a == 97 and b == 112 and c == 111 and d == 115) or (a == 113 and b == 117 and c == 111 and d == 116):
            return stop + 1
    if length == 3 and a == 35 and b == 49 and buffer[at + 3] == 51:  # #13, written by normalise
        return stop + 1
    return -1


@njit(inline="always")
def _read_text(buffer: Bytes, at: int, end: int) -> tuple[int, int, int]:
    """Return (position of the next `<`, status, escaped) of character data starting at `at`."""
    escaped = 0
    while at < end:
        byte = buffer[at]
        if byte == 60:
            return at, OK, escaped
        if byte == 38:
            at = _read_reference(buffer, at, end)
            if at < 0:
                return 0, SLOW, 0
            escaped = 1
            continue
        if byte == 13:
            escaped = 1
        elif byte < 32 and byte != 9 and byte != 10:
            return at, BAD_CHAR, 0
        elif byte == 93 and at + 2 < end and buffer[at + 1] == 93 and buffer[at + 2] == 62:
            return at, SLOW, 0
        at += 1
    return at, BROKEN, 0


@njit(inline="always")
def _find_child(
    buffer: Bytes, space: int, name: int, stop: int, parent: int, last: int, grammar: Grammar
) -> tuple[int, int, int]:
    """Return (child index, status, node of the error) for a name that was read."""
    first = grammar.first_child[parent]
    if last >= 0 and _is_node(buffer, space, name, stop, first + last, grammar):
        return last, OK if grammar.repeats[first + last] else TOO_MANY, first + last
    missing = -1
    for index in range(last + 1, grammar.children[parent]):
        if _is_node(buffer, space, name, stop, first + index, grammar):
            return index, OK if missing < 0 else MISSING, missing
        if grammar.required[first + index] and missing < 0:
            missing = first + index
    return -1, UNEXPECTED, parent


@njit(inline="always")
def _first_missing(parent: int, last: int, grammar: Grammar) -> int:
    """Return the first required child after `last` that never came, or -1."""
    for index in range(last + 1, grammar.children[parent]):
        if grammar.required[grammar.first_child[parent] + index]:
            return grammar.first_child[parent] + index
    return -1


@njit(cache=True, nogil=True)
def _has_attribute(buffer: Bytes, at: int, end: int) -> bool:
    """Whether the tag at `at` carries an attribute, which may declare its namespace."""
    while at < end and buffer[at] != 62 and buffer[at] != 60:
        if buffer[at] == 61:
            return True
        at += 1
    return False


@njit(inline="always")
def _end_tag(buffer: Bytes, at: int, end: int, start: int, stop: int) -> int:
    """Return the position after the end tag at `at` (`</`) of the element named at `start`, or -1."""
    length = stop - start
    at += 2
    if at + length >= end:
        return -1
    for i in range(length):
        if buffer[at + i] != buffer[start + i]:
            return -1
    at = _skip_space(buffer, at + length, end)
    return at + 1 if at < end and buffer[at] == 62 else -1


@njit(cache=True, nogil=True)
def _scan_document(
    buffer: Bytes, doc: int, grammar: Grammar, docs: Documents, out: Output,
    counts: Longs, ordinals: Ints, class_rows: Ints,
) -> tuple[int, int, int]:  # fmt: skip
    """Scan one document; return (status, position of the error, node of the error)."""
    nodes = np.empty(MAX_DEPTH, np.int32)
    lasts = np.empty(MAX_DEPTH, np.int32)
    rows = np.empty(MAX_DEPTH, np.int32)
    tags = np.empty((MAX_DEPTH, 2), np.int64)
    depth = 0
    at = docs.start[doc]
    end = docs.end[doc]
    nodes[0] = docs.root[doc]
    lasts[0] = -1
    tags[0, 0] = docs.tag_start[doc]
    tags[0, 1] = docs.tag_end[doc]
    rows[0] = _add_row(nodes[0], doc, -1, grammar, out, counts, ordinals, class_rows)
    while True:
        at = _skip_space(buffer, at, end)
        if at + 1 >= end:
            return BROKEN, at, nodes[depth]
        if _is_return(buffer, at, end):
            at += 5
            continue
        if buffer[at] != 60:
            return (SLOW if buffer[at] == 38 else TEXT), at, nodes[depth]
        if buffer[at + 1] == 33 or buffer[at + 1] == 63:
            return SLOW, at, nodes[depth]
        if buffer[at + 1] == 47:
            after = _end_tag(buffer, at, end, tags[depth, 0], tags[depth, 1])
            if after < 0:
                return BROKEN, at, nodes[depth]
            missing = _first_missing(nodes[depth], lasts[depth], grammar)
            if missing >= 0:
                return MISSING, at, missing
            at = after
            depth -= 1
            if depth < 0:
                at = _skip_space(buffer, at, end)
                if at == end:
                    return OK, at, -1
                return (SLOW if buffer[at] == 60 else BROKEN), at, nodes[0]
            continue
        tag = at + 1
        space, name, stop_name = _read_name(buffer, tag, end, doc, docs)
        index, status, wrong = _find_child(buffer, space, name, stop_name, nodes[depth], lasts[depth], grammar)
        if status != OK:
            return (SLOW if _has_attribute(buffer, tag, end) else status), at, wrong
        node = grammar.first_child[nodes[depth]] + index
        lasts[depth] = index
        row = rows[depth]
        if grammar.row_class[node] >= 0:
            row = _add_row(node, doc, row, grammar, out, counts, ordinals, class_rows)
        after = _skip_space(buffer, stop_name, end)
        if after + 1 >= end:
            return BROKEN, at, node
        closed = buffer[after] == 47
        if closed:
            after += 1
        if buffer[after] != 62:
            return SLOW, at, node
        after += 1
        if grammar.children[node] > 0:
            if grammar.marked[node]:
                _add_value(node, row, after, 0, 0, out, counts)
            if closed:
                missing = _first_missing(node, -1, grammar)
                if missing >= 0:
                    return MISSING, at, missing
                at = after
                continue
            depth += 1
            nodes[depth] = node
            lasts[depth] = -1
            rows[depth] = row
            tags[depth, 0] = tag
            tags[depth, 1] = stop_name
            at = after
            continue
        stop = after
        escaped = 0
        if not closed:
            stop, status, escaped = _read_text(buffer, after, end)
            if status != OK:
                return status, stop, node
            if stop + 1 >= end:
                return BROKEN, stop, node
            if buffer[stop + 1] != 47:
                return (SLOW if buffer[stop + 1] == 33 or buffer[stop + 1] == 63 else NESTED), stop, node
        _add_value(node, row, after, stop - after, escaped, out, counts)
        at = stop
        if not closed:
            at = _end_tag(buffer, stop, end, tag, stop_name)
            if at < 0:
                return BROKEN, stop, node


@njit(inline="always")
def _add_value(node: int, row: int, start: int, length: int, escaped: int, out: Output, counts: Longs) -> None:
    value = counts[0]
    out.value_node[value] = node
    out.value_row[value] = row
    out.value_start[value] = start
    out.value_length[value] = length
    out.value_escaped[value] = escaped
    counts[0] = value + 1


@njit(cache=True, nogil=True)
def _add_row(
    node: int, doc: int, parent: int, grammar: Grammar, out: Output, counts: Longs, ordinals: Ints, class_rows: Ints
) -> int:
    """Start a row of the class of `node`; return its index within the class."""
    klasse = grammar.row_class[node]
    row = counts[1]
    out.row_class[row] = klasse
    out.row_document[row] = doc
    out.row_parent[row] = parent
    ordinals[klasse] += 1
    out.row_ordinal[row] = ordinals[klasse]
    counts[1] = row + 1
    class_rows[klasse] += 1
    return class_rows[klasse] - 1


@njit(cache=True, nogil=True)
def scan(buffer: Bytes, grammar: Grammar, docs: Documents, out: Output, class_rows: Ints) -> tuple[int, int]:
    """Scan all documents; a document that is not OK leaves no rows or values behind.

    Returns the number of values and rows written; `class_rows` counts the rows per class.
    """
    counts = np.zeros(2, np.int64)
    ordinals = np.zeros(class_rows.shape[0], np.int32)
    before = class_rows.copy()
    for doc in range(docs.start.shape[0]):
        if docs.root[doc] < 0:
            continue
        values, rows = counts[0], counts[1]
        ordinals[:] = 0
        before[:] = class_rows
        status, at, node = _scan_document(buffer, doc, grammar, docs, out, counts, ordinals, class_rows)
        out.status[doc] = status
        out.error_at[doc] = at
        out.error_node[doc] = node
        if status != OK:
            counts[0] = values
            counts[1] = rows
            class_rows[:] = before
    return counts[0], counts[1]


@njit(cache=True, nogil=True)
def place_values(
    out: Output, values: int, column_at: Longs, starts: Longs, lengths: Ints, escaped: NDArray[np.uint8]
) -> None:
    """Put each value span at the row of its column; `column_at` gives where the column of a node begins."""
    for value in range(values):
        cell = column_at[out.value_node[value]] + out.value_row[value]
        starts[cell] = out.value_start[value]
        lengths[cell] = out.value_length[value]
        escaped[cell] = out.value_escaped[value]


@njit(cache=True, nogil=True)
def _unescape(buffer: Bytes, start: int, length: int, target: Bytes, to: int) -> int:
    """Copy a value with references resolved and line ends normalised; return the end in `target`."""
    at = start
    end = start + length
    while at < end:
        byte = buffer[at]
        if byte == 38:
            second = buffer[at + 1]
            if second == 35:
                target[to] = 13
            elif second == 108:
                target[to] = 60
            elif second == 103:
                target[to] = 62
            elif second == 113:
                target[to] = 34
            else:
                target[to] = 38 if buffer[at + 2] == 109 else 39
            while buffer[at] != 59:
                at += 1
        elif byte == 13:
            target[to] = 10
            if at + 1 < end and buffer[at + 1] == 10:
                at += 1
        else:
            target[to] = byte
        to += 1
        at += 1
    return to


@njit(cache=True, nogil=True)
def copy_strings(
    buffer: Bytes, starts: Longs, lengths: Ints, escaped: NDArray[np.uint8], offsets: Ints, target: Bytes
) -> None:
    """Fill the offsets and bytes of a string column; a length of -1 is an empty cell."""
    to = 0
    for row in range(starts.shape[0]):
        offsets[row] = to
        length = lengths[row]
        if length <= 0:
            continue
        if escaped[row]:
            to = _unescape(buffer, starts[row], length, target, to)
        else:
            start = starts[row]
            for i in range(length):
                target[to + i] = buffer[start + i]
            to += length
    offsets[starts.shape[0]] = to


@njit(cache=True, nogil=True)
def _trim(buffer: Bytes, start: int, length: int) -> tuple[int, int]:
    """Return the bounds of a value without the white space around it."""
    end = start + length
    start = _skip_space(buffer, start, end)
    while start < end and _is_return(buffer, start, end):
        start = _skip_space(buffer, start + 5, end)
    while end > start:
        last = buffer[end - 1]
        if last == 32 or last == 10 or last == 13 or last == 9:
            end -= 1
        elif last == 59 and end - start >= 5 and _is_return(buffer, end - 5, end):
            end -= 5
        else:
            break
    return start, end


@njit(cache=True, nogil=True)
def read_integers(
    buffer: Bytes, starts: Longs, lengths: Ints, low: int, high: int, values: Longs, valid: NDArray[np.bool_]
) -> None:
    """Read xs:integer values between `low` and `high`; `valid` is False where the text is not one."""
    for row in range(starts.shape[0]):
        if lengths[row] < 0:
            continue
        at, end = _trim(buffer, starts[row], lengths[row])
        negative = at < end and buffer[at] == 45
        if at < end and (buffer[at] == 43 or buffer[at] == 45):
            at += 1
        good = at < end
        number = 0
        while at < end and good:
            digit = buffer[at] - 48
            good = 0 <= digit <= 9
            if number <= 10**15:
                number = number * 10 + digit
            at += 1
        if negative:
            number = -number
        valid[row] = good and low <= number <= high
        values[row] = number if valid[row] else 0


@njit(cache=True, nogil=True)
def _digits(buffer: Bytes, at: int, n: int) -> int:
    """Return the number in `n` digits at `at`, or -1."""
    number = 0
    for i in range(n):
        digit = buffer[at + i] - 48
        if digit < 0 or digit > 9:
            return -1
        number = number * 10 + digit
    return number


@njit(cache=True, nogil=True)
def _days_from_civil(year: int, month: int, day: int) -> int:
    """Days since 1970-01-01 in the proleptic Gregorian calendar."""
    if month <= 2:
        year -= 1
    era = year // 400
    of_era = year - era * 400
    of_year = (153 * (month + (-3 if month > 2 else 9)) + 2) // 5 + day - 1
    return era * 146097 + of_era * 365 + of_era // 4 - of_era // 100 + of_year - 719468


@njit(cache=True, nogil=True)
def _days_in_month(year: int, month: int) -> int:
    if month == 2:
        return 29 if (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)) else 28
    return 30 if month == 4 or month == 6 or month == 9 or month == 11 else 31


@njit(cache=True, nogil=True)
def read_dates(buffer: Bytes, starts: Longs, lengths: Ints, values: Ints, valid: NDArray[np.bool_]) -> None:
    """Read xs:date values without zone as days since 1970-01-01; a year outside 1..9999 becomes the nearest."""
    for row in range(starts.shape[0]):
        if lengths[row] < 0:
            continue
        at, end = _trim(buffer, starts[row], lengths[row])
        valid[row] = False
        values[row] = 0
        negative = at < end and buffer[at] == 45
        if negative:
            at += 1
        year_length = end - at - 6
        if year_length < 4 or year_length > 18 or (year_length > 4 and buffer[at] == 48):
            continue
        year = _digits(buffer, at, year_length)
        at += year_length
        if year <= 0 or buffer[at] != 45 or buffer[at + 3] != 45:
            continue
        if negative:
            year = -year
        month = _digits(buffer, at + 1, 2)
        day = _digits(buffer, at + 4, 2)
        if month < 1 or month > 12 or day < 1 or day > _days_in_month(year, month):
            continue
        valid[row] = True
        values[row] = _days_from_civil(min(max(year, 1), 9999), month, day)


@njit(cache=True, nogil=True)
def check_times(buffer: Bytes, starts: Longs, lengths: Ints, valid: NDArray[np.bool_]) -> None:
    """Check xs:time values without zone."""
    for row in range(starts.shape[0]):
        if lengths[row] < 0:
            continue
        at, end = _trim(buffer, starts[row], lengths[row])
        valid[row] = False
        if end - at < 8 or buffer[at + 2] != 58 or buffer[at + 5] != 58:
            continue
        hour = _digits(buffer, at, 2)
        minute = _digits(buffer, at + 3, 2)
        second = _digits(buffer, at + 6, 2)
        if hour < 0 or minute < 0 or minute > 59 or second < 0 or second > 59:
            continue
        good = hour <= 23 or (hour == 24 and minute == 0 and second == 0)
        at += 8
        if good and at < end:
            good = buffer[at] == 46 and at + 1 < end
            at += 1
            while at < end and good:
                good = 48 <= buffer[at] <= 57 and (hour < 24 or buffer[at] == 48)
                at += 1
        valid[row] = good


def as_bytes(data: bytes | bytearray) -> Bytes:
    """View bytes as an array without copying."""
    view: Any = np.frombuffer(data, np.uint8)
    return view
