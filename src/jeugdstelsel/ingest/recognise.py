"""Recognise a message by its content: the root element and its namespaces, never the file name."""

import re
from dataclasses import dataclass
from functools import lru_cache

from jeugdstelsel.ingest.grammar import ROOTS

NAMESPACE = re.compile(rb"http://www\.istandaarden\.nl/ijw/(3)_([012])/(jw\d{3}|basisschema)/schema")
"""Namespaces of the releases that are read: 3.2, and 3.0 and 3.1 tolerantly."""
_S = rb"[ \t\r\n]"
_NAME = rb"[A-Za-z_][A-Za-z0-9_.\-]*"
_QNAME = rb"(?:" + _NAME + rb":)?" + _NAME
_VALUE = rb"(?:\"[^\"<&]*\"|'[^'<&]*')"
_UTF8 = rb"[Uu][Tt][Ff]-8"
_PROLOG = (
    rb"(?:<\?xml" + _S + rb"+version=(?:\"1\.0\"|'1\.0')(?:" + _S + rb"+encoding=(?:\"" + _UTF8 + rb"\"|'" + _UTF8
    + rb"'))?(?:" + _S + rb"+standalone=(?:\"(?:yes|no)\"|'(?:yes|no)'))?" + _S + rb"*\?>)?" + _S + rb"*"
)  # fmt: skip
_ROOT = re.compile(
    rb"\A(?:\xef\xbb\xbf)?" + _PROLOG + rb"<(?:(" + _NAME + rb"):)?Bericht((?:"
    + _S + rb"+" + _QNAME + _S + rb"*=" + _S + rb"*" + _VALUE + rb")*)" + _S + rb"*>"
)  # fmt: skip
_ATTRIBUTES = re.compile(_S + rb"+(" + _QNAME + rb")" + _S + rb"*=" + _S + rb"*(" + _VALUE + rb")")
XSI = b"http://www.w3.org/2001/XMLSchema-instance"
HEAD = 2048
"""Bytes in which the root start tag of a message in the plain form is found."""


@dataclass(frozen=True)
class Root:
    """The start of a message: its type and release, where its content begins, its tag and its prefixes.

    `tag` is (start, end) of the qualified name of the root. A prefix is (start, length) within
    the document; length -1 means the namespace is not declared.
    """

    berichtsoort: str
    release: str
    content: int
    tag: tuple[int, int]
    message_prefix: tuple[int, int]
    basis_prefix: tuple[int, int]


def read_root(data: bytes) -> Root | None:
    """Return the root of a message in the plain form, or None when `normalise` has to look at it."""
    match = _ROOT.match(data, 0, HEAD)
    return _read_head(match[0]) if match else None


@lru_cache(maxsize=1024)
def _read_head(head: bytes) -> Root | None:
    """Return the root from its start tag and what comes before; most messages of a sender start alike."""
    match = _ROOT.match(head)
    assert match
    declared = _read_declarations(head, match.start(2), match.end(2))
    if declared is None:
        return None
    root_prefix = match[1] or b""
    own = NAMESPACE.fullmatch(declared[root_prefix].uri) if root_prefix in declared else None
    if own is None or own[3] == b"basisschema":
        return None
    berichtsoort = own[3].decode().upper()
    if berichtsoort not in ROOTS:
        return None
    basis_uri = b"http://www.istandaarden.nl/ijw/%s_%s/basisschema/schema" % (own[1], own[2])
    message = [prefix for prefix, found in declared.items() if found.uri == own[0]]
    basis = [prefix for prefix, found in declared.items() if found.uri == basis_uri]
    if len(message) != 1 or len(basis) > 1:
        return None
    return Root(
        berichtsoort,
        f"{own[1].decode()}.{own[2].decode()}",
        match.end(),
        (match.start(1) if match[1] else match.start(2) - len(b"Bericht"), match.start(2)),
        declared[root_prefix].span,
        declared[basis[0]].span if basis else (0, -1),
    )


@dataclass(frozen=True)
class _Declaration:
    uri: bytes
    span: tuple[int, int]


def _read_declarations(data: bytes, start: int, end: int) -> dict[bytes, _Declaration] | None:
    """Return the namespaces by prefix, or None when the root carries another attribute than a schema location."""
    declared: dict[bytes, _Declaration] = {}
    others: set[bytes] = set()
    for found in _ATTRIBUTES.finditer(data, start, end):
        name, value = found[1], found[2][1:-1]
        _, colon, prefix = name.partition(b":")
        if name != b"xmlns" and not name.startswith(b"xmlns:"):
            if name in others:
                return None
            others.add(name)
        elif prefix in declared or prefix in (b"xml", b"xmlns") or not value:
            return None
        else:
            declared[prefix] = _Declaration(value, (found.end(1) - len(prefix), len(prefix)) if colon else (0, 0))
    xsi = {prefix for prefix, declaration in declared.items() if declaration.uri == XSI}
    locations = {
        b"%s:%s" % (prefix, name) for prefix in xsi for name in (b"schemaLocation", b"noNamespaceSchemaLocation")
    }
    return declared if others <= locations else None
