"""Random valid messages of every type, made from the standard's own data."""

import calendar
import random
from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from jeugdstelsel import standaard
from jeugdstelsel.ingest.shape import Shape, shape_of

LETTERS = "abcXYZéÀỳ'-. 09&<>\"]ñß\U0001f600 \u2003"
DIGITS = "0123456789"
INITIALS = "ABCjkzÀéỳ"

BY_PATTERN: dict[str, Callable[[random.Random, int, int], str]] = {
    "[0-9]{8}": lambda rng, low, high: "".join(rng.choices(DIGITS, k=8)),
    "[0-9]{9}": lambda rng, low, high: "".join(rng.choices(DIGITS, k=9)),
    "[0-9]{4}": lambda rng, low, high: "".join(rng.choices(DIGITS, k=4)),
    "[0-9]*": lambda rng, low, high: "".join(rng.choices(DIGITS, k=rng.randint(low, high))),
    "([a-zA-Z0-9])+": lambda rng, low, high: "".join(rng.choices("abzAZ019", k=rng.randint(max(low, 1), high))),
    "([a-zA-ZÀ-ỳ])+": lambda rng, low, high: "".join(rng.choices(INITIALS, k=rng.randint(low, high))),
    r"(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)": lambda rng, low, high: ".".join(
        str(rng.choice((0, 1, 10, 23))) for _ in range(3)
    ),
    r"([.\s]*\S+[.\s]*)+": lambda rng, low, high: free_text(rng, 1, 60, LETTERS + "\n\t\r"),
}


def free_text(rng: random.Random, low: int, high: int, alphabet: str = LETTERS) -> str:
    """Text of a length within bounds that is not only blanks; now and then of the greatest length."""
    length = rng.choice((max(low, 1), min(max(low, 6), high), rng.randint(max(low, 1), high), high))
    text = "".join(rng.choices(alphabet, k=length))
    return text if text.strip(" \t\n\r") else "x" * length


def make_string(rng: random.Random, element: standaard.Element, datatype: standaard.Datatype) -> str:
    """A value of a string type: a code, or text after the narrowest pattern that holds."""
    if datatype.codelijst:
        return rng.choice(sorted(standaard.codelijst(datatype.codelijst)))
    low, high = datatype.min_lengte or 0, datatype.max_lengte or 40
    pattern = element.patroon_in_bericht or datatype.patroon
    return BY_PATTERN.get(pattern, free_text)(rng, low, high)


def make_value(rng: random.Random, element: standaard.Element) -> str:
    """A valid value for a leaf."""
    datatype = standaard.datatypes()[element.datatype]
    if element.patroon_in_bericht.isdigit():
        return element.patroon_in_bericht
    match datatype.basis:
        case "integer":
            low, high = datatype.min_waarde or 0, datatype.max_waarde or 0
            return str(
                rng.choice(
                    (
                        low,
                        high,
                        rng.randint(low, high),
                        rng.randint(low, min(high, 1000)),
                    )
                )
            )
        case "date":
            year, month = (
                rng.choice((1, 1900, 2000, 2024, 2025, 9999)),
                rng.randint(1, 12),
            )
            return f"{year:04d}-{month:02d}-{rng.randint(1, calendar.monthrange(year, month)[1]):02d}"
        case "time":
            clock = f"{rng.randint(0, 23):02d}:{rng.randint(0, 59):02d}:{rng.randint(0, 59):02d}"
            return clock + rng.choice(("", "", ".5", ".123456"))
    return make_string(rng, element, datatype)


def make_inhoud(rng: random.Random, shape: Shape) -> Any:
    """A valid value for an element: text for a leaf, a mapping for a group, lists where it repeats."""
    if not shape.children:
        return make_value(rng, shape.element)
    inhoud: dict[str, Any] = {}
    for naam, child in shape.children.items():
        if child.element.min == 0 and rng.random() < 0.4:
            continue
        if child.repeats:
            inhoud[naam] = [make_inhoud(rng, child) for _ in range(rng.choice((1, 1, 2, 3)))]
        else:
            inhoud[naam] = make_inhoud(rng, child)
    return inhoud


def make_message(rng: random.Random, berichtsoort: str) -> dict[str, Any]:
    """What stands under Bericht in a random message that the schema accepts; its meaning may be nonsense."""
    inhoud: dict[str, Any] = make_inhoud(rng, shape_of(berichtsoort))
    return inhoud


def messages(
    berichtsoorten: tuple[str, ...] = (),
) -> st.SearchStrategy[tuple[str, dict[str, Any]]]:
    """Hypothesis strategy of (berichtsoort, inhoud); all fourteen types when none are named."""
    return st.tuples(
        st.sampled_from(berichtsoorten or tuple(standaard.berichten())),
        st.randoms(use_true_random=False),
    ).map(lambda drawn: (drawn[0], make_message(drawn[1], drawn[0])))
