"""Our structure check accepts and refuses exactly what the official schemas do, over many thousands of mutations."""

import random
import re
from collections import Counter
from dataclasses import dataclass

import pytest
from mutaties import MUTATIONS, Mutant, make_mutants
from strategies import make_message
from xsd import NEEDS_XSD, SHARED, libxml2_errs, xsd_accepts

from jeugdstelsel import standaard
from jeugdstelsel.ingest.read import check_structure
from jeugdstelsel.ingest.writer import write_message

pytestmark = NEEDS_XSD

NUMBER = 22_000
SEED = 3_2
PLAIN = re.compile(rb'<\?xml version="1.0" encoding="UTF-8"\?>\s*<(\w+:)?Bericht[^>]*>[^<]*(<[^!?][^>]*>[^<]*)*')

ENCODING = rb"\A(\xef\xbb\xbf)?<\?xml[^>]*\sencoding\s*=\s*"
REFUSED_ON_PURPOSE = {
    "DOCTYPE: de deur voor entiteiten en externe bestanden": rb"<!DOCTYPE",
    "codering anders dan UTF-8 of ASCII (OP192)": ENCODING + rb"[\"'](?!(utf-?8|(us-)?ascii)[\"'])",
    "UTF-16 of UTF-32 (OP192)": rb"\A(\xff\xfe|\xfe\xff|\x00|<\x00)",
}
"""What we refuse although the schema would accept it, with the reason."""


@dataclass(frozen=True)
class Judged:
    """A mutant with the verdict of the official schema and ours."""

    mutant: Mutant
    xsd: bool
    ours: bool


def refused_on_purpose(data: bytes) -> bool:
    return any(re.search(pattern, data, re.IGNORECASE) for pattern in REFUSED_ON_PURPOSE.values())


def valid_sources() -> list[bytes]:
    """The valid example messages and random messages of all fourteen types, in the plain form that can be cut up."""
    rng = random.Random(SEED)
    examples = [path.read_bytes() for path in sorted(SHARED.glob("testvectoren/*/**/*.xml"))]
    made = [write_message(naam, make_message(rng, naam)) for naam in sorted(standaard.berichten()) for _ in range(10)]
    return [data for data in examples + made if len(data) < 20_000 and PLAIN.fullmatch(data) and xsd_accepts(data)]


@pytest.fixture(scope="module")
def judged() -> list[Judged]:
    mutants = list(make_mutants(valid_sources(), NUMBER, SEED))
    verdicts = check_structure([mutant.data for mutant in mutants])
    return [Judged(mutant, xsd_accepts(mutant.data), ours) for mutant, ours in zip(mutants, verdicts, strict=True)]


def test_no_mutation_is_judged_otherwise_than_by_the_schema(judged: list[Judged]) -> None:
    different = [
        (one.mutant.kind, "alleen de XSD keurt goed" if one.xsd else "alleen wij keuren goed", one.mutant.data)
        for one in judged
        if one.xsd != one.ours
        and not refused_on_purpose(one.mutant.data)
        and not libxml2_errs(one.mutant.data.decode(errors="replace"))
    ]
    assert different == []


def test_what_is_refused_on_purpose_is_always_refused(judged: list[Judged]) -> None:
    refused = [one for one in judged if refused_on_purpose(one.mutant.data)]
    assert any(one.xsd for one in refused)
    assert [one.mutant for one in refused if one.ours] == []


def test_the_mutations_try_both_sides_of_the_border(judged: list[Judged]) -> None:
    accepted = Counter(one.mutant.kind for one in judged if one.xsd)
    tried = Counter(one.mutant.kind for one in judged)
    assert len(judged) >= 20_000
    assert set(tried) == set(MUTATIONS)
    assert 0.2 < sum(accepted.values()) / len(judged) < 0.8
    assert sum(0 < accepted[kind] < tried[kind] for kind in MUTATIONS) > len(MUTATIONS) / 2
    assert sum(refused_on_purpose(one.mutant.data) for one in judged) < 0.06 * len(judged)


def test_every_example_message_is_judged_as_the_schema_does() -> None:
    examples = [path.read_bytes() for path in sorted(SHARED.glob("testvectoren/*/**/*.xml"))]
    assert len(examples) > 250
    assert check_structure(examples) == [xsd_accepts(data) for data in examples]
