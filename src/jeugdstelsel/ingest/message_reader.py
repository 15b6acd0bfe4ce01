"""Read one message back into the plain nested value that the writer takes."""

from functools import cache
from typing import Any

from lxml import etree

from jeugdstelsel import standaard
from jeugdstelsel.ingest.normalise import closed_parser
from jeugdstelsel.ingest.shape import Shape, shape_of
from jeugdstelsel.model import GebruikersFout

RELEASES = ("3_0", "3_1", "3_2")
"""The releases whose messages have the tree of 3.2; only their namespaces differ."""


@cache
def _namespaces() -> dict[str, tuple[str, str]]:
    """Every namespace of a message with its type and the namespace of the basisschema beside it."""
    return {
        standaard.namespace(berichtsoort.lower(), deel): (
            berichtsoort,
            standaard.namespace("basisschema", deel),
        )
        for berichtsoort in standaard.berichten()
        for deel in RELEASES
    }


def read_message(data: bytes) -> tuple[str, dict[str, Any]]:
    """Return the type of a message and what stands under Bericht: text, mappings, and lists where it repeats.

    Only the tree is checked: order, cardinality and values are for the structure check. Raises
    GebruikersFout for bytes that are no message or that hold an element the message does not know.
    """
    try:
        root = etree.fromstring(data, closed_parser())
    except (etree.XMLSyntaxError, ValueError) as error:
        raise GebruikersFout(
            "Dit bestand is geen leesbare XML. Laat de afzender het bericht opnieuw sturen."
        ) from error
    name = etree.QName(root)
    if name.localname != "Bericht" or name.namespace not in _namespaces():
        raise GebruikersFout("Dit bestand is geen iJw-bericht: het eerste element is geen Bericht van iJw 3.")
    berichtsoort, basis = _namespaces()[name.namespace]
    return berichtsoort, _read_children(root, shape_of(berichtsoort), name.namespace, basis)


def _read_children(parent: etree._Element, shape: Shape, own: str, basis: str) -> dict[str, Any]:
    inhoud: dict[str, Any] = {}
    for element in parent:
        child = _find_shape(element, shape, own, basis)
        naam = child.element.naam
        if naam in inhoud and not child.repeats:
            raise GebruikersFout(f"Het element {child.element.pad} komt vaker voor dan één keer.")
        value = _read_children(element, child, own, basis) if child.children else _read_value(element, child)
        if child.repeats:
            inhoud.setdefault(naam, []).append(value)
        else:
            inhoud[naam] = value
    return inhoud


def _find_shape(element: etree._Element, parent: Shape, own: str, basis: str) -> Shape:
    """The place of an element in the tree of the standard; its namespace must be the one of that place."""
    child = parent.children.get(etree.QName(element).localname) if isinstance(element.tag, str) else None
    if child is None or etree.QName(element).namespace != (basis if child.element.namespace == "basis" else own):
        raise GebruikersFout(f"Het element {parent.element.pad} bevat een onderdeel dat de standaard niet kent.")
    return child


def _read_value(element: etree._Element, shape: Shape) -> str:
    if len(element):
        raise GebruikersFout(f"Het element {shape.element.pad} hoort een waarde te hebben, geen andere elementen.")
    return element.text or ""
