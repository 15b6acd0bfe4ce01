"""Bring XML outside the scanner's subset into it, with a parser that is closed to hostile input."""

import re
from xml.sax.saxutils import escape

from lxml import etree

from jeugdstelsel.ingest.grammar import BY_PATH, ROOTS
from jeugdstelsel.ingest.recognise import NAMESPACE
from jeugdstelsel.model import Finding

XSI = "http://www.w3.org/2001/XMLSchema-instance"
_ENCODING = re.compile(rb"\A(?:\xef\xbb\xbf)?<\?xml[^>]*?encoding\s*=\s*[\"']([^\"']*)[\"']")
_ANY_RELEASE = re.compile(r"http://www\.istandaarden\.nl/ijw/(?!3_[012]/)\d+_\d+/jw\d{3}/schema")
_OTHER_STANDARD = re.compile(r"http://www\.istandaarden\.nl/i(?!jw/)")
TYPE = f"{{{XSI}}}type"
ALLOWED_ATTRIBUTES = {f"{{{XSI}}}schemaLocation", f"{{{XSI}}}noNamespaceSchemaLocation"}


def closed_parser() -> etree.XMLParser:
    """A parser that resolves nothing, fetches nothing and keeps libxml2's limits on depth and size."""
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        strip_cdata=True,
    )


def normalise(data: bytes) -> bytes | Finding:
    """Return the message in the scanner's subset, or the finding why it is refused.

    Comments, processing instructions, CDATA and attributes that say nothing are left out; nested
    namespace declarations move to the root. A message with a DTD is refused before anything is expanded.
    """
    if (refusal := _refuse_encoding(data)) is not None:
        return refusal
    try:
        root = etree.fromstring(data, closed_parser())
    except etree.XMLSyntaxError as error:
        line, column = error.position
        tekst = "Dit is geen welgevormde XML. Laat de afzender het bericht opnieuw aanmaken en versturen."
        return Finding("XML", f"regel {line}, kolom {column}", tekst)
    if root.getroottree().docinfo.internalDTD is not None:
        tekst = (
            "Het bericht bevat een DOCTYPE. Dat is niet toegestaan; verwijder de DOCTYPE en stuur het bericht opnieuw."
        )
        return Finding("DTD", "DOCTYPE", tekst)
    namespace = etree.QName(root).namespace or ""
    own = NAMESPACE.fullmatch(namespace.encode())
    if own is None or own[3].decode().upper() not in ROOTS or etree.QName(root).localname != "Bericht":
        return _refuse_root(namespace)
    return _write(root, own)


def _refuse_root(namespace: str) -> Finding:
    """Say why this first element starts no message that is read here."""
    if _ANY_RELEASE.fullmatch(namespace):
        tekst = "Deze release van iJw wordt hier niet gelezen. Vraag de afzender om een bericht van release 3.2."
        return Finding("RELEASE", "/Bericht", tekst)
    if _OTHER_STANDARD.match(namespace):
        tekst = "Dit is een bericht van een andere iStandaard, geen iJw-bericht. Haal het uit de levering."
        return Finding("GEEN_BERICHT", "/Bericht", tekst)
    tekst = "Dit is geen iJw-bericht: het eerste element is geen Bericht uit de iJw-standaard. Controleer het bestand."
    return Finding("GEEN_BERICHT", "/", tekst)


def _refuse_encoding(data: bytes) -> Finding | None:
    """Refuse what is not UTF-8 (OP192); a zero byte is the mark of UTF-16 and UTF-32."""
    declared = _ENCODING.match(data[:200])
    other = declared is not None and declared[1].lower() not in (b"utf-8", b"utf8", b"us-ascii", b"ascii")
    if other or b"\0" in data or not _is_utf8(data):
        tekst = "Het bericht is niet in UTF-8 opgesteld. Sla het bericht op als UTF-8 en stuur het opnieuw."
        return Finding("CODERING", "XML-declaratie", tekst)
    return None


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def _write(root: etree._Element, message: "re.Match[bytes]") -> bytes:
    """Write the tree with the prefixes m and b; a name that fits neither gets a prefix nobody knows."""
    message_uri, berichtsoort = message[0].decode(), message[3].decode().upper()
    basis_uri = message_uri.replace(message[3].decode(), "basisschema")
    prefixes = {message_uri: "m", basis_uri: "b"}
    parts: list[str] = []
    stack: list[tuple[etree._Element, str, bool]] = [(root, "Bericht", False)]
    while stack:
        element, path, done = stack.pop()
        name = etree.QName(element)
        tag = f"{prefixes.get(name.namespace or '', 'x')}:{name.localname}"
        if done:
            parts.append(f"</{tag}>{_text(element.tail if element is not root else None)}")
            continue
        declaration = f' xmlns:m="{message_uri}" xmlns:b="{basis_uri}"' if element is root else ""
        foreign = "" if _says_nothing(element, berichtsoort, path, prefixes) else "<x:attribuut/>"
        parts.append(f"<{tag}{declaration}>{foreign}{_text(element.text)}")
        stack.append((element, path, True))
        stack.extend((child, f"{path}/{etree.QName(child).localname}", False) for child in reversed(element))
    return "".join(parts).encode()


def _says_nothing(element: etree._Element, berichtsoort: str, path: str, prefixes: dict[str, str]) -> bool:
    """Whether the attributes add nothing: a schema location, or the type that the element has anyway."""
    others = set(element.attrib) - ALLOWED_ATTRIBUTES
    if not others:
        return True
    node = BY_PATH.get((berichtsoort, path))
    if others != {TYPE} or node is None or node.element.patroon_in_bericht:
        return False
    prefix, _, name = str(element.attrib[TYPE]).strip(" \t\r\n").rpartition(":")
    of_basis = node.element.datatype.startswith(("LDT_", "CDT_"))
    uri = element.nsmap.get(prefix or None, "")
    return name == node.element.datatype and prefixes.get(uri) == ("b" if of_basis else "m")


def _text(text: str | bytes | None) -> str:
    """Escape character data; a carriage return that came from a reference stays one."""
    return escape(str(text), {"\r": "&#13;"}) if text else ""
