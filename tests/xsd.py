"""The official schemas as a judge in tests; they are no part of the repository and may be absent."""

import re
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

SHARED = Path(__file__).resolve().parents[2] / "shared" / "standards" / "ijw"
NEEDS_XSD = pytest.mark.skipif(not SHARED.exists(), reason="de officiële XSD's staan niet naast deze map")

LIBXML2_FAULTS = {
    re.compile(r"[0-9]{2}:[0-9]{2}:[0-9.]+-[0-9]{2}:[0-9]{2}"): "leest het patroon [^Z+-]+ zonder het laatste streepje",
    re.compile(r"xsi:type=[\"'](\s[^\"']*|[^\"']*\s)[\"']"): "laat de spaties rond een QName staan",
    re.compile(r":59\.9{10,}"): "telt de decimalen van een seconde bij elkaar op tot zestig",
}
"""Values on which libxml2 departs from XML Schema, with the cause; a second validator agrees with XML Schema."""


def libxml2_errs(text: str) -> bool:
    """Whether the text holds a value on which libxml2 is known to be wrong."""
    return any(pattern.search(text) for pattern in LIBXML2_FAULTS)


def parser() -> etree.XMLParser:
    """A parser without network or entities, with the ordinary limits of libxml2."""
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)


@cache
def schema(berichtsoort: str) -> etree.XMLSchema:
    """The schema of a message such as `JW301`."""
    return etree.XMLSchema(etree.parse(str(SHARED / "xsd" / f"{berichtsoort}.xsd")))


@cache
def schemas_by_namespace() -> dict[str, etree.XMLSchema]:
    """Every message schema under its target namespace."""
    return {
        etree.parse(str(path)).getroot().get("targetNamespace", ""): schema(path.stem)
        for path in sorted((SHARED / "xsd").glob("JW*.xsd"))
    }


def xsd_accepts(data: bytes) -> bool:
    """Whether libxml2 parses the document and the schema of its root's namespace accepts it."""
    try:
        root = etree.fromstring(data, parser())
    except (etree.XMLSyntaxError, ValueError):
        return False
    judge = schemas_by_namespace().get(etree.QName(root).namespace or "")
    return judge is not None and judge.validate(root)
