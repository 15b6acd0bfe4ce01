"""The element tree of a message as nested values, for the writer and the reader of single messages."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from jeugdstelsel import standaard


@dataclass(frozen=True)
class Shape:
    """One element with the elements it may hold, in schema order; a leaf has no children."""

    element: standaard.Element
    children: Mapping[str, "Shape"]

    @property
    def tag(self) -> str:
        """The name with the prefix our messages use: `ijw` for the basisschema, else `jwNNN`."""
        prefix = "ijw" if self.element.namespace == "basis" else self.element.bericht.lower()
        return f"{prefix}:{self.element.naam}"

    @property
    def repeats(self) -> bool:
        """Whether the element may occur more than once; then its value is a list."""
        return self.element.max is None


@cache
def shape_of(berichtsoort: str) -> Shape:
    """Return the tree of a message such as `JW301`. KeyError for an unknown message."""
    children: dict[str, list[standaard.Element]] = {}
    for element in standaard.elementen(berichtsoort):
        children.setdefault(element.ouder, []).append(element)

    def grow(element: standaard.Element) -> Shape:
        return Shape(
            element,
            {child.naam: grow(child) for child in children.get(element.pad, ())},
        )

    return grow(children[""][0])
