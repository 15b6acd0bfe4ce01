"""The element trees of the standard, compiled to the arrays that the scanner walks."""

from dataclasses import dataclass

import numpy as np

from jeugdstelsel import standaard
from jeugdstelsel.ingest.scanner import Grammar


@dataclass(frozen=True)
class Node:
    """One element path of one message. `row_path` is the repeating element whose row holds its value."""

    id: int
    element: standaard.Element
    row_path: str

    @property
    def pad(self) -> str:
        """The path from the root, such as `Bericht/Header/Afzender`."""
        return self.element.pad

    @property
    def key(self) -> tuple[str, str]:
        """Message type and path: what identifies the element."""
        return self.element.bericht, self.element.pad

    @property
    def starts_row(self) -> bool:
        """Whether each occurrence is a row of its own."""
        return self.pad == self.row_path


def _order_nodes(berichtsoort: str, first_id: int) -> list[Node]:
    """Return the elements of a message breadth first, so that the children of a node are contiguous."""
    elements = standaard.elementen(berichtsoort)
    children: dict[str, list[standaard.Element]] = {}
    for element in elements[1:]:
        children.setdefault(element.ouder, []).append(element)
    queue = [elements[0]]
    for element in queue:
        queue.extend(children.get(element.pad, ()))
    row_path: dict[str, str] = {}
    for element in queue:
        starts = element.max is None or not element.ouder
        row_path[element.pad] = element.pad if starts else row_path[element.ouder]
    return [Node(first_id + i, element, row_path[element.pad]) for i, element in enumerate(queue)]


NODES: tuple[Node, ...] = ()
for _berichtsoort in sorted(standaard.berichten()):
    NODES += tuple(_order_nodes(_berichtsoort, len(NODES)))
BY_PATH: dict[tuple[str, str], Node] = {node.key: node for node in NODES}
CHILDREN: dict[tuple[str, str], list[Node]] = {}
for _node in NODES:
    CHILDREN.setdefault((_node.element.bericht, _node.element.ouder), []).append(_node)
ROOTS: dict[str, Node] = {node.element.bericht: node for node in NODES if not node.element.ouder}
CLASSES: tuple[Node, ...] = tuple(node for node in NODES if node.starts_row)
CLASS_OF: dict[tuple[str, str], int] = {node.key: i for i, node in enumerate(CLASSES)}


def _is_marked(node: Node) -> bool:
    """Whether an optional klasse may be empty, so that its presence cannot be read off its children."""
    children = CHILDREN.get(node.key, [])
    return node.element.min == 0 and bool(children) and all(child.element.min == 0 for child in children)


VALUES: tuple[Node, ...] = tuple(node for node in NODES if node.key not in CHILDREN or _is_marked(node))
"""The nodes that have a column: elements with a value, and klassen whose presence is marked."""


def compile_grammar() -> Grammar:
    """Turn the trees into the arrays of the scanner."""
    names = [node.element.naam.encode() for node in NODES]
    lengths = np.array([len(name) for name in names], np.int32)
    children = [CHILDREN.get(node.key, []) for node in NODES]
    return Grammar(
        name_start=(np.cumsum(lengths) - lengths).astype(np.int32),
        name_length=lengths,
        names=np.frombuffer(b"".join(names), np.uint8),
        basis=np.array([node.element.namespace == "basis" for node in NODES], np.uint8),
        first_child=np.array([nodes[0].id if nodes else 0 for nodes in children], np.int32),
        children=np.array([len(nodes) for nodes in children], np.int32),
        required=np.array([node.element.min > 0 for node in NODES], np.uint8),
        repeats=np.array([node.element.max is None for node in NODES], np.uint8),
        row_class=np.array([CLASS_OF.get(node.key, -1) for node in NODES], np.int32),
        marked=np.array([_is_marked(node) for node in NODES], np.uint8),
    )


GRAMMAR = compile_grammar()
