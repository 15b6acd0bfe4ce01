"""The writer's judgement of a single value equals that of the official schema."""

import random

import pytest
from lxml import etree
from mutaties import CODES, DATES, INTEGERS, TEXTS, TIMES
from strategies import make_message
from xsd import NEEDS_XSD, libxml2_errs, schema

from jeugdstelsel import standaard
from jeugdstelsel.ingest.lexical import NOT_XML, fits
from jeugdstelsel.ingest.writer import write_message

BLANKS = [" 3 ", "\t2024-02-29\n", "\u00a02024-02-29", " 01:00:00", "1\u20032", "1 2"]
VALUES = sorted(
    {
        text
        for text in [*TEXTS, *CODES, *DATES, *INTEGERS, *TIMES, *BLANKS]
        if not NOT_XML.search(text) and not libxml2_errs(text)
    }
)


def first_leaf_per_type(berichtsoort: str) -> list[standaard.Element]:
    """The required leaves of a message, one per data type and pattern."""
    leaves = {(e.datatype, e.patroon_in_bericht): e for e in standaard.elementen(berichtsoort) if e.soort == "element"}
    return list(leaves.values())


@NEEDS_XSD
@pytest.mark.parametrize("berichtsoort", ["JW301", "JW307", "JW315", "JW317", "JW320", "JW323", "JW325"])
def test_a_value_fits_exactly_when_the_schema_says_so(berichtsoort: str) -> None:
    rng = random.Random(1)
    wanted = {element.pad: element for element in first_leaf_per_type(berichtsoort)}
    different: list[tuple[str, str]] = []
    while wanted:
        tree = etree.ElementTree(etree.fromstring(write_message(berichtsoort, make_message(rng, berichtsoort))))
        for node in list(tree.iter()):
            pad = "/".join(
                [
                    "Bericht",
                    *(etree.QName(a).localname for a in reversed(list(node.iterancestors())[:-1])),
                ]
            )
            element = wanted.pop(f"{pad}/{etree.QName(node).localname}", None)
            if element is None:
                continue
            old = node.text
            for value in VALUES:
                node.text = value
                if schema(berichtsoort).validate(tree) != fits(value, element):
                    different.append((element.pad, value))
            node.text = old
    assert different == []
