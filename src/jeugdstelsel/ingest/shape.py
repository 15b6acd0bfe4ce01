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
    children: dict[str, dict[str, Shape]] = {}
    root, *rest = standaard.elementen(berichtsoort)
    for element in rest:
        children.setdefault(element.ouder, {})
    for element in reversed(rest):
        shape = Shape(element, _in_order(children.get(element.pad, {})))
        children[element.ouder][element.naam] = shape
    return Shape(root, _in_order(children[root.pad]))


def _in_order(reversed_children: Mapping[str, Shape]) -> Mapping[str, Shape]:
    return dict(reversed(reversed_children.items()))
