"""Read a batch of messages: an outcome for each document, and the rows of those that are good."""

import hashlib
from base64 import urlsafe_b64encode
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import pyarrow as pa

from jeugdstelsel.ingest import scanner
from jeugdstelsel.ingest.facets import find_invalid
from jeugdstelsel.ingest.fill import Filler
from jeugdstelsel.ingest.grammar import CHILDREN, NODES, VALUES, Node
from jeugdstelsel.ingest.normalise import normalise
from jeugdstelsel.ingest.pseudonym import Key
from jeugdstelsel.ingest.recognise import Root, read_root
from jeugdstelsel.ingest.scanned import Scanned
from jeugdstelsel.ingest.unpack import MAX_BYTES
from jeugdstelsel.model import Ernst, Finding

RELEASE = "3.2"
MAX_FINDINGS = 1000
"""Most values of one message that are named one by one."""

_STRUCTURE = {
    scanner.UNEXPECTED: "Hier staat een element dat de standaard op deze plaats niet kent. "
    "Controleer de volgorde en de namen van de elementen.",
    scanner.MISSING: "Een verplicht element ontbreekt. Vul het element aan.",
    scanner.TOO_MANY: "Een element staat vaker in het bericht dan de standaard toelaat. Verwijder wat te veel is.",
    scanner.TEXT: "Er staat tekst op een plaats waar alleen elementen mogen staan. Verwijder die tekst.",
    scanner.NESTED: "Een element met een waarde bevat andere elementen. Laat alleen de waarde staan.",
    scanner.BROKEN: "De XML is niet compleet of de elementen sluiten niet goed. Laat het bericht opnieuw aanmaken.",
    scanner.BAD_CHAR: "Er staat een teken in het bericht dat in XML niet mag voorkomen. Verwijder dat teken.",
}
_FACET = "De waarde past niet bij wat de standaard hier toelaat ({}). Verbeter de waarde en stuur het bericht opnieuw."
_MORE = f"Nog meer waarden passen niet; de eerste {MAX_FINDINGS} staan hierboven. Laat het bericht opnieuw aanmaken."


@dataclass(frozen=True)
class Outcome:
    """What became of one document.

    `geldig` is what the XSD of release 3.2 would say. `leesbaar` also holds for a good message of an
    older release, whose rows are read all the same. `berichtsoort` is empty when it is no message.
    """

    bericht_id: str
    berichtsoort: str = ""
    release: str = ""
    leesbaar: bool = False
    findings: tuple[Finding, ...] = ()

    @property
    def geldig(self) -> bool:
        """Whether structure and facets are those of the present release."""
        return self.leesbaar and self.release == RELEASE


@dataclass
class Batch:
    """Outcomes in the order of the documents, and the rows of the readable ones."""

    outcomes: list[Outcome]
    tables: dict[str, pa.Table] = field(default_factory=dict)


def make_bericht_ids(documents: Iterable[bytes]) -> list[str]:
    """Return the stable id of each message: 72 bits of the SHA-256 of its bytes, as twelve characters."""
    digests = [hashlib.sha256(document).digest()[:9] for document in documents]
    text = urlsafe_b64encode(b"".join(digests)).decode()
    return [text[at : at + 12] for at in range(0, len(text), 12)]


def check_structure(documents: Sequence[bytes]) -> list[bool]:
    """Return for each document whether its structure and facets are those of release 3.2."""
    batch = _read(documents, [""] * len(documents), None)
    return [outcome.geldig for outcome in batch.outcomes]


def read_batch(documents: Sequence[bytes], key: Key, ids: Sequence[str] | None = None) -> Batch:
    """Read documents to rows. BSNs become pseudonyms under `key`; `ids` replaces the ids from content."""
    return _read(documents, ids or make_bericht_ids(documents), key)


def _read(documents: Sequence[bytes], ids: Sequence[str], key: Key | None) -> Batch:
    outcomes: dict[int, Outcome] = {}
    roots = [_find_root(document) for document in documents]
    slow = [i for i, root in enumerate(roots) if root is None]
    tables: dict[str, list[pa.Table]] = {}
    if len(slow) < len(documents):
        slow += _read_plain(documents, roots, range(len(documents)), ids, outcomes, key, tables)
    _read_slow(documents, sorted(slow), ids, outcomes, key, tables)
    return Batch(
        [outcomes[i] for i in range(len(documents))], {name: pa.concat_tables(parts) for name, parts in tables.items()}
    )


def _find_root(document: bytes) -> Root | None:
    return read_root(document) if len(document) <= MAX_BYTES and _is_xml_text(document) else None


def _is_xml_text(document: bytes) -> bool:
    """Whether the bytes are UTF-8 without the two code points that XML forbids."""
    if document.isascii():
        return True
    try:
        document.decode()
    except UnicodeDecodeError:
        return False
    return b"\xef\xbf\xbe" not in document and b"\xef\xbf\xbf" not in document


def _read_slow(
    documents: Sequence[bytes],
    slow: list[int],
    ids: Sequence[str],
    outcomes: dict[int, Outcome],
    key: Key | None,
    tables: dict[str, list[pa.Table]],
) -> None:
    """Normalise what the scanner does not read itself, and read that."""
    plain: list[bytes] = []
    positions: list[int] = []
    for i in slow:
        if len(documents[i]) > MAX_BYTES:
            tekst = f"Het bericht is groter dan {MAX_BYTES // 2**20} MB. Splits het en stuur de delen opnieuw."
            outcomes[i] = _refuse(ids[i], Finding("TE_GROOT", "bestand", tekst))
            continue
        result = normalise(documents[i])
        if isinstance(result, Finding):
            known = _find_root(documents[i])
            outcomes[i] = _refuse(ids[i], result, known.berichtsoort if known else "")
        else:
            plain.append(result)
            positions.append(i)
    if plain:
        roots = [read_root(document) for document in plain]
        for i in _read_plain(plain, roots, positions, [ids[i] for i in positions], outcomes, key, tables):
            tekst = "Dit bericht is niet te lezen als iJw-bericht. Laat de afzender het opnieuw aanmaken."
            outcomes[i] = _refuse(ids[i], Finding("STRUCTUUR", "/Bericht", tekst))


def _refuse(bericht_id: str, finding: Finding, berichtsoort: str = "") -> Outcome:
    return Outcome(bericht_id, berichtsoort, findings=(replace(finding, bericht_id=bericht_id),))


def _read_plain(
    documents: Sequence[bytes],
    roots: Sequence[Root | None],
    positions: Sequence[int],
    ids: Sequence[str],
    outcomes: dict[int, Outcome],
    key: Key | None,
    tables: dict[str, list[pa.Table]],
) -> list[int]:
    """Scan documents in the plain form; return the positions of those the scanner hands back."""
    scanned = Scanned(documents, roots)
    findings: dict[int, list[Finding]] = {}
    back: set[int] = set()
    for i in np.flatnonzero(scanned.out.status).tolist():
        if scanned.out.status[i] == scanner.SLOW:
            back.add(i)
        else:
            findings[i] = [_structure_finding(documents[i], scanned, i)]
    _check_facets(scanned, roots, findings)
    good = np.ones(len(documents), np.bool_)
    for i, root in enumerate(roots):
        if root is None or i in back:
            good[i] = False
        elif i not in findings and root.release == RELEASE:
            outcomes[positions[i]] = Outcome(ids[i], root.berichtsoort, RELEASE, True)
        else:
            good[i] = i not in findings
            outcomes[positions[i]] = _judge(ids[i], root, findings.get(i, []))
    if key is not None and good.any():
        releases = [root.release if root else "" for root in roots]
        for name, table in Filler(scanned, ids, releases, good, key).fill().items():
            tables.setdefault(name, []).append(table)
    return [positions[i] for i in sorted(back)]


def _judge(bericht_id: str, root: Root, findings: list[Finding]) -> Outcome:
    """Return the outcome of a scanned document that has something to say; an older release is said, not refused."""
    said = list(findings)
    if root.release != RELEASE:
        tekst = (
            f"Het bericht is van release {root.release}. De huidige release is {RELEASE}. "
            "Het bericht wordt gelezen; laat de afzender overstappen."
        )
        said.append(Finding("RELEASE", "/Bericht", tekst, ernst=Ernst.WAARSCHUWING))
    addressed = tuple(replace(finding, bericht_id=bericht_id) for finding in said)
    return Outcome(bericht_id, root.berichtsoort, root.release, not findings, addressed)


def _structure_finding(document: bytes, scanned: Scanned, i: int) -> Finding:
    """Say where the structure goes wrong: the element, and the line in the message."""
    node = NODES[scanned.out.error_node[i]]
    at = max(int(scanned.out.error_at[i] - scanned.starts[i]), 0)
    line = document.count(b"\n", 0, at) + 1
    status = int(scanned.out.status[i])
    return Finding("STRUCTUUR", f"/{node.pad} (regel {line})", _STRUCTURE[status])


def _check_facets(scanned: Scanned, roots: Sequence[Root | None], findings: dict[int, list[Finding]]) -> None:
    """Add a finding for every value that breaks a facet."""
    for node in VALUES:
        if node.key in CHILDREN or not scanned.row_count(node.element.bericht, node.row_path):
            continue
        invalid = find_invalid(scanned, node, scanned.column(node))
        if not len(invalid):
            continue
        documents = scanned.row_documents(node.element.bericht, node.row_path)[invalid]
        ordinals = scanned.row_ordinals(node.element.bericht, node.row_path)[invalid]
        for document, ordinal in zip(documents.tolist(), ordinals.tolist(), strict=True):
            root = roots[document]
            if node.element.naam == "BerichtSubversie" and root and root.release != RELEASE:
                continue
            said = findings.setdefault(document, [])
            if len(said) < MAX_FINDINGS:
                tekst = _FACET.format(node.element.datatype)
                said.append(Finding("FACET", _place(node, ordinal), tekst))
            elif len(said) == MAX_FINDINGS:
                said.append(Finding("FACET", "/Bericht", _MORE))


def _place(node: Node, ordinal: int) -> str:
    """Return the path of a value, with the ordinal of its repeating klasse within the message."""
    if "/" not in node.row_path:
        return f"/{node.pad}"
    return f"/{node.row_path}[{ordinal}]{node.pad.removeprefix(node.row_path)}"
