"""Write a valid message of any type from a plain nested value."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from jeugdstelsel import standaard
from jeugdstelsel.ingest.lexical import NOT_XML, fits
from jeugdstelsel.ingest.shape import Shape, shape_of
from jeugdstelsel.model import GebruikersFout

XSD_VERSIE = "1.0.0"
"""Version of the schemas that messages of release 3.2 carry; IV034 asks to copy it from the schema used."""

FILLED_IN: Mapping[str, Mapping[str, str]] = {
    name: {"BasisschemaXsdVersie": XSD_VERSIE, "BerichtXsdVersie": XSD_VERSIE}
    for name in ("XsdVersie", "XsdVersieRetour")
}
_FIXED = re.compile("[0-9]+")
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;", "\n": "\r\n"})


def write_message(berichtsoort: str, inhoud: Mapping[str, Any]) -> bytes:
    """Return a message as UTF-8 without BOM, with CRLF line ends and two blanks of indent (OP192).

    `inhoud` holds the elements under Bericht by name, a repeating element as a list, a value as text,
    int or date; None means absent. BerichtCode, BerichtVersie, BerichtSubversie and the own XsdVersie
    are filled in when left out. Raises GebruikersFout, naming the element and never its value, for an
    unknown or missing element and for a value that its data type does not allow.
    """
    if berichtsoort not in standaard.berichten():
        raise GebruikersFout(f"Het bericht {berichtsoort} bestaat niet in iJw {standaard.release().versie}.")
    root = shape_of(berichtsoort)
    declarations = "".join(
        f' xmlns:{prefix}="{uri}"'
        for prefix, uri in (
            (berichtsoort.lower(), root.element.namespace_uri),
            ("ijw", standaard.namespace("basisschema")),
        )
    )
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f"<{root.tag}{declarations}>"]
    lines.extend(_write_children(root, inhoud, "  "))
    return "\r\n".join([*lines, f"</{root.tag}>", ""]).encode()


def _write_children(shape: Shape, inhoud: Mapping[str, Any], indent: str) -> Iterator[str]:
    if not isinstance(inhoud, Mapping):
        raise GebruikersFout(f"Het element {shape.element.pad} bevat andere elementen en kan geen losse waarde zijn.")
    if unknown := sorted(set(inhoud) - set(shape.children)):
        raise GebruikersFout(f"Het element {shape.element.pad} kent geen onderdeel {', '.join(unknown)}.")
    for name, child in shape.children.items():
        for value in _occurrences(child, inhoud.get(name)):
            yield from _write_element(child, value, indent)


def _occurrences(shape: Shape, value: Any) -> list[Any]:
    """The values of one element in its parent: none, one, or a list for an element that repeats."""
    if value is None:
        value = _default(shape)
    if shape.repeats != isinstance(value, list) and value is not None:
        wish = "een lijst zijn" if shape.repeats else "één keer voorkomen"
        raise GebruikersFout(f"Het element {shape.element.pad} moet {wish}.")
    found = value if isinstance(value, list) else [] if value is None else [value]
    if not found and shape.element.min > 0:
        raise GebruikersFout(f"Het verplichte element {shape.element.pad} ontbreekt.")
    return found


def _default(shape: Shape) -> str | Mapping[str, str] | None:
    """What the standard itself says about a required element that was left out."""
    if _FIXED.fullmatch(shape.element.patroon_in_bericht):
        return shape.element.patroon_in_bericht
    return FILLED_IN.get(shape.element.naam)


def _write_element(shape: Shape, value: Any, indent: str) -> Iterator[str]:
    if shape.children:
        yield f"{indent}<{shape.tag}>"
        yield from _write_children(shape, value, indent + "  ")
        yield f"{indent}</{shape.tag}>"
    else:
        yield f"{indent}<{shape.tag}>{_write_value(shape.element, value)}</{shape.tag}>"


def _write_value(element: standaard.Element, value: Any) -> str:
    """Return the value as character data, after the check that the element may hold it."""
    text = value if isinstance(value, str) else "" if isinstance(value, Mapping | list | bool) else str(value)
    if NOT_XML.search(text):
        raise GebruikersFout(f"De waarde van {element.pad} bevat een teken dat in XML niet bestaat.")
    if not fits(text, element):
        raise GebruikersFout(
            f"De waarde van {element.pad} past niet bij {element.datatype} van de standaard. Verbeter de waarde."
        )
    return text.translate(_ESCAPES)
