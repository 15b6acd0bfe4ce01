"""Mutations of a valid message: small, seeded changes that a structure check must judge as the XSD does."""

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

XSI = "http://www.w3.org/2001/XMLSchema-instance"

DATES = [
    "2024-02-29",
    "2023-02-29",
    "2100-02-29",
    "2000-02-29",
    "1900-02-29",
    "2024-02-30",
    "2023-04-31",
    "2023-13-01",
    "2023-00-10",
    "2023-01-00",
    "2023-1-01",
    "2023-01-1",
    "23-01-01",
    "0000-01-01",
    "0001-01-01",
    "-0001-01-01",
    "-0004-02-29",
    "-0005-02-29",
    "10000-01-01",
    "02023-01-01",
    "12024-02-29",
    "999999999-12-31",
    "99999999999999999999-01-01",
    "+2023-01-01",
    "2023-01-01Z",
    "2023-01-01+01:00",
    "2023-01-01-14:00",
    "2023-01-01+0100",
    "2023-01-01T00:00:00",
    "20230101",
    "2023/01/01",
    "01-01-2023",
    "2023-01-32",
    "2023-12-31",
    "2023-06-31",
    "2023-01-01-",
    "2023--01-01",
    "2023-01-01.0",
    "２０２３-01-01",
    "2023-01-0１",
    "2023‑01‑01",
    "-2023-01-01",
    "--2023-01-01",
    "-10000-02-29",
    "-",
    "--",
    "2023",
    "2023-01",
    "1582-10-10",
]

TIMES = [
    "00:00:00",
    "23:59:59",
    "24:00:00",
    "24:00:00.0",
    "24:00:00.000",
    "24:00:01",
    "24:00:00.1",
    "24:01:00",
    "25:00:00",
    "23:60:00",
    "23:59:60",
    "23:59:61",
    "1:00:00",
    "01:0:00",
    "01:00:0",
    "01:00",
    "01:00:00.",
    "01:00:00.1",
    "01:00:00.123456789",
    "01:00:00.1234567890123456789012345",
    "01:00:00,5",
    "01:00:00Z",
    "01:00:00+01:00",
    "01:00:00-05:00",
    "-01:00:00",
    "+01:00:00",
    "010000",
    "01:00:00.5.5",
    "01.00.00",
    "٠١:00:00",
    "01:00:00T",
    "59.9",
    "23:59:59.999999999999999999999999999",
    "00:00:0.5",
    "00:00:00.0e1",
]

INTEGERS = [
    "0",
    "-0",
    "+0",
    "00",
    "-1",
    "+1",
    "01",
    "1",
    "2",
    "3",
    "+3",
    "03",
    "3.0",
    "3.",
    ".3",
    "3e0",
    "-3",
    "99",
    "100",
    "0099",
    "99999",
    "100000",
    "99999999",
    "100000000",
    "0099999999",
    "999999999",
    "1000000000",
    "+999999999",
    "0000000000999999999",
    "999999999999",
    "1000000000000",
    "000999999999999",
    "2147483647",
    "2147483648",
    "4294967296",
    "4294967295",
    "4294967299",
    "9223372036854775807",
    "9223372036854775808",
    "18446744073709551616",
    "18446744073709551619",
    "99999999999999999999999999",
    "000000000000000000000000000000000000001",
    "100000000000000000000000000000000",
    "+",
    "-",
    "+-1",
    "--1",
    "0x10",
    "1_000",
    "1,000",
    "NaN",
    "INF",
    "true",
    "１２",
    "٣",
    "³",
    "Ⅷ",
]

CODES = [
    "0",
    "1",
    "2",
    "3",
    "4",
    "5",
    "6",
    "7",
    "8",
    "9",
    "00",
    "01",
    "02",
    "03",
    "04",
    "05",
    "06",
    "07",
    "08",
    "09",
    "10",
    "11",
    "12",
    "13",
    "14",
    "15",
    "16",
    "20",
    "31",
    "38",
    "39",
    "40",
    "45",
    "54",
    "55",
    "56",
    "82",
    "83",
    "84",
    "85",
    "AB",
    "BY",
    "TO",
    "WW",
    "NL",
    "BE",
    "nl",
    "ZZ",
    "C",
    "D",
    "c",
    "d",
    "DC",
    "0001",
    "0200",
    "0233",
    "200",
    "8001",
    "9019",
    "9999",
    "S300",
    "s300",
    "S329",
    "436",
    "437",
    "438",
    "439",
    "440",
    "441",
    "446",
    "447",
    "486",
    "487",
    "488",
    "489",
    "490",
    "491",
    "492",
    "0436",
]

TEXTS = [
    "", " ", "\t", "\n", "  ", "a", "aa", ".", "...", "a b", " a", "a ", "\ta", "a\n", "a\nb", "a\n\nb", "\na\n", "a\tb", "\u00a0",
    "\u2003", "\u0085", "\u2028", "\u2029", "\u3000", "\ufeff", "\u200b", "a\u2028b", "a\u0085b", "À", "ỳ", "ỹ", "Ā", "×", "÷", "Ỳ",
    "Àỳ", "¿", "\u1ef3", "\u1ef4", "\u1eff", "A\u0301", "abc", "abcdef", "abcdefg", "ABCDEF", "a.b", "a-b", "a1", "[", "]", "^", "`",
    "@", "{", "Z", "z", "é" * 6, "é" * 7, "\U0001f600", "\U0001f600" * 6, "𝐀", "ﬀ", "ß", "ÿ", "0", "0123", "01234", "٠١٢٣", "０１２３",
    "12345678", "123456789", "1234567890", "99990001", "999900018", "12 34", "1234\n", "1.0.0", "01.0.0", "1.0", "1.0.0.0", "1.00.0",
    "0.0.0", "10.20.30", "1.0.0\n", "1.0.x", " 1.0.0", "x" * 8, "x" * 9, "x" * 10, "x" * 11, "x" * 12, "x" * 13, "x" * 15, "x" * 16,
    "x" * 20, "x" * 21, "x" * 24, "x" * 25, "x" * 26, "x" * 35, "x" * 36, "x" * 37, "x" * 64, "x" * 65, "x" * 80, "x" * 81, "x" * 200,
    "x" * 201, "x" * 5000, "é" * 200, "é" * 201, "\U0001f600" * 200, "\U0001f600" * 201, " " * 200, "é" * 36, "\U0001f600" * 36,
    "\U0001f600" * 37, "ab12", "D2026-02", "D2026_02", "Dé", "D 1",
]  # fmt: skip

ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"}

TOKEN = re.compile(r"<[^>]+>|[^<]+")


def escape(text: str) -> str:
    """Write text as XML character data."""
    return "".join(ESCAPES.get(char, char) for char in text)


@dataclass(frozen=True)
class Span:
    """One element: the positions of its start tag and end tag among the tokens."""

    start: int
    end: int
    parent: int
    leaf: bool


@dataclass
class Message:
    """A well-formed message without CDATA, comments or attributes below the root, cut into tags and texts."""

    source: str
    tokens: list[str] = field(init=False)
    spans: list[Span] = field(init=False)

    def __post_init__(self) -> None:
        self.tokens = TOKEN.findall(self.source.replace("\r\n", "\n"))
        self.spans = list(self._find_spans())

    def _find_spans(self) -> Iterator[Span]:
        """Pair start and end tags; `parent` is an index into the same list, in document order."""
        found: list[Span | None] = []
        stack: list[tuple[int, int]] = []
        for index, token in enumerate(self.tokens):
            if token.startswith("</"):
                start, number = stack.pop()
                parent = stack[-1][1] if stack else -1
                found[number] = Span(
                    start,
                    index,
                    parent,
                    "<" not in "".join(self.tokens[start + 1 : index]),
                )
            elif token.startswith("<") and not token.startswith("<?"):
                stack.append((index, len(found)))
                found.append(None)
        return iter([span for span in found if span])

    @property
    def leaves(self) -> list[Span]:
        """The elements that hold a value."""
        return [span for span in self.spans if span.leaf]

    @property
    def groups(self) -> list[Span]:
        """The elements that hold elements."""
        return [span for span in self.spans if not span.leaf]

    def name(self, span: Span) -> str:
        """The prefixed name of an element."""
        return re.split(r"[\s>/]", self.tokens[span.start][1:], maxsplit=1)[0]

    def local(self, span: Span) -> str:
        """The name of an element without its prefix."""
        return self.name(span).rpartition(":")[2]

    def text(self, span: Span) -> str:
        """The value of a leaf."""
        return "".join(self.tokens[span.start + 1 : span.end])

    def outer(self, span: Span) -> str:
        """The element as text."""
        return "".join(self.tokens[span.start : span.end + 1])

    def replace(self, span: Span, text: str) -> str:
        """The message with the whole element replaced by text."""
        return "".join([*self.tokens[: span.start], text, *self.tokens[span.end + 1 :]])

    def refill(self, span: Span, text: str) -> str:
        """The message with the content of the element replaced by text."""
        return "".join([*self.tokens[: span.start + 1], text, *self.tokens[span.end :]])

    def insert(self, position: int, text: str) -> str:
        """The message with text before the token at this position."""
        return "".join([*self.tokens[:position], text, *self.tokens[position:]])


Mutation = Callable[[random.Random, Message], str | bytes]
MUTATIONS: dict[str, Mutation] = {}


def mutation(function: Mutation) -> Mutation:
    """Register a kind of mutation under the name of its function."""
    MUTATIONS[function.__name__] = function
    return function


def rename(message: Message, span: Span, name: str) -> str:
    """The message with another name on both tags of one element."""
    tokens = list(message.tokens)
    old = message.name(span)
    tokens[span.start] = tokens[span.start].replace(old, name, 1)
    tokens[span.end] = f"</{name}>"
    return "".join(tokens)


def with_attribute(message: Message, span: Span, attribute: str) -> str:
    """The message with an attribute added to one start tag."""
    tokens = list(message.tokens)
    tokens[span.start] = tokens[span.start][:-1] + " " + attribute + ">"
    return "".join(tokens)


def siblings(message: Message, rng: random.Random) -> tuple[Span, Span] | None:
    """Two different children of one parent, in document order."""
    parent = rng.choice([span.parent for span in message.spans if span.parent >= 0])
    children = [span for span in message.spans if span.parent == parent]
    if len(children) < 2:
        return None
    first, second = sorted(rng.sample(children, 2), key=lambda span: span.start)
    return first, second


def leaf_like(message: Message, rng: random.Random, pattern: str) -> Span:
    """A leaf whose name matches; any leaf when there is none."""
    return rng.choice(
        [leaf for leaf in message.leaves if re.search(pattern, message.local(leaf))]
        or message.leaves
    )


# --- elements -------------------------------------------------------------------------------------------------------


@mutation
def delete_element(rng: random.Random, message: Message) -> str:
    return message.replace(rng.choice(message.spans), "")


@mutation
def delete_two_elements(rng: random.Random, message: Message) -> str:
    once = Message(message.replace(rng.choice(message.spans[1:]), ""))
    return once.replace(rng.choice(once.spans), "")


@mutation
def duplicate_element(rng: random.Random, message: Message) -> str:
    span = rng.choice(message.spans)
    return message.insert(span.start, message.outer(span) * rng.choice((1, 1, 2)))


@mutation
def swap_siblings(rng: random.Random, message: Message) -> str:
    pair = siblings(message, rng)
    if pair is None:
        return message.source
    first, second = pair
    between = "".join(message.tokens[first.end + 1 : second.start])
    head, tail = (
        "".join(message.tokens[: first.start]),
        "".join(message.tokens[second.end + 1 :]),
    )
    return head + message.outer(second) + between + message.outer(first) + tail


@mutation
def move_element(rng: random.Random, message: Message) -> str:
    span, target = rng.choice(message.spans[1:]), rng.choice(message.spans)
    if span.start <= target.start <= span.end:
        return message.source
    tokens = list(message.tokens)
    outer = message.outer(span)
    for index in range(span.start, span.end + 1):
        tokens[index] = ""
    tokens[target.start] = outer + tokens[target.start]
    return "".join(tokens)


@mutation
def copy_element_elsewhere(rng: random.Random, message: Message) -> str:
    return message.insert(
        rng.randrange(1, len(message.tokens) + 1),
        message.outer(rng.choice(message.spans)),
    )


@mutation
def nest_in_itself(rng: random.Random, message: Message) -> str:
    span = rng.choice(message.spans)
    return message.refill(span, message.outer(span))


@mutation
def wrap_element(rng: random.Random, message: Message) -> str:
    span = rng.choice(message.spans)
    name = message.name(rng.choice(message.spans))
    return message.replace(span, f"<{name}>{message.outer(span)}</{name}>")


@mutation
def unwrap_element(rng: random.Random, message: Message) -> str:
    span = rng.choice(message.spans)
    return message.replace(span, "".join(message.tokens[span.start + 1 : span.end]))


@mutation
def empty_element(rng: random.Random, message: Message) -> str:
    span = rng.choice(message.spans)
    name = message.name(span)
    return message.replace(
        span,
        rng.choice(
            (f"<{name}/>", f"<{name} />", f"<{name}></{name}>", f"<{name}>\n</{name}>")
        ),
    )


@mutation
def insert_unknown(rng: random.Random, message: Message) -> str:
    name = rng.choice(
        (
            "ijw:Onbekend",
            "Onbekend",
            "ijw:Code",
            "ijw:Datum",
            "x:Onbekend",
            "Bericht",
            "RetourCodes",
        )
    )
    return message.insert(
        rng.randrange(1, len(message.tokens) + 1), f"<{name}>1</{name}>"
    )


@mutation
def rename_element(rng: random.Random, message: Message) -> str:
    span = rng.choice(message.spans)
    prefix, _, local = message.name(span).rpartition(":")
    other = message.local(rng.choice(message.spans))
    local = rng.choice(
        (
            local.lower(),
            local.upper(),
            local + "s",
            local[:-1] or "X",
            other,
            other,
            local + "é",
            "_" + local,
        )
    )
    return rename(message, span, f"{prefix}:{local}" if prefix else local)


@mutation
def change_prefix(rng: random.Random, message: Message) -> str:
    span = rng.choice(message.spans)
    prefixes = {message.name(other).rpartition(":")[0] for other in message.spans} | {
        "",
        "ijw",
        "onbekend",
        "xml",
        "xmlns",
    }
    prefix = rng.choice(sorted(prefixes))
    return rename(
        message,
        span,
        f"{prefix}:{message.local(span)}" if prefix else message.local(span),
    )


@mutation
def malform_name(rng: random.Random, message: Message) -> str:
    span = rng.choice(message.spans)
    name = message.name(span)
    return rename(
        message,
        span,
        rng.choice(
            (
                name + ":",
                ":" + name,
                name.replace(":", "::"),
                name + ":x",
                "1" + name,
                "-x",
                name + "·",
            )
        ),
    )


@mutation
def mismatch_tags(rng: random.Random, message: Message) -> str:
    tokens = list(message.tokens)
    span = rng.choice(message.spans)
    name = message.name(span)
    tokens[span.end] = rng.choice(
        (
            "",
            f"</{message.local(span)}>",
            f"</{name} >",
            f"</ {name}>",
            f"</{name}\n>",
            "</>",
            f"</{name}x>",
            f"</{name}/>",
        )
    )
    return "".join(tokens)


@mutation
def space_in_tag(rng: random.Random, message: Message) -> str:
    tokens = list(message.tokens)
    span = rng.choice(message.spans)
    blank = rng.choice((" ", "\n", "\t", "  \n", "\u00a0", "\r\n"))
    start = tokens[span.start]
    tokens[span.start] = rng.choice((f"<{blank}{start[1:]}", f"{start[:-1]}{blank}>"))
    return "".join(tokens)


@mutation
def deep_nesting(rng: random.Random, message: Message) -> str:
    span = rng.choice(message.spans)
    depth = rng.choice((2, 10, 60, 120))
    name = message.name(span)
    return message.refill(span, f"<{name}>" * depth + f"</{name}>" * depth)


# --- values ---------------------------------------------------------------------------------------------------------


@mutation
def set_text(rng: random.Random, message: Message) -> str:
    return message.refill(rng.choice(message.leaves), escape(rng.choice(TEXTS)))


@mutation
def set_code(rng: random.Random, message: Message) -> str:
    return message.refill(rng.choice(message.leaves), rng.choice(CODES))


@mutation
def set_integer(rng: random.Random, message: Message) -> str:
    names = "Nummer|Volume|Bedrag|Budget|Tarief|Versie|Subversie|Huisnummer|Volgorde"
    return message.refill(
        leaf_like(message, rng, names), _around(rng, rng.choice(INTEGERS))
    )


@mutation
def set_date(rng: random.Random, message: Message) -> str:
    return message.refill(
        leaf_like(message, rng, "[Dd]atum$|Dagtekening"),
        _around(rng, rng.choice(DATES)),
    )


@mutation
def set_random_date(rng: random.Random, message: Message) -> str:
    year = rng.choice(
        (1, 4, 100, 400, 1900, 2000, 2024, 2025, 9999, 10000, 10004, 100000)
    )
    day = f"{year:0{rng.choice((4, 4, 4, 5))}d}-{rng.randrange(0, 14):02d}-{rng.choice((0, 1, 28, 29, 30, 31, 32)):02d}"
    return message.refill(
        leaf_like(message, rng, "[Dd]atum$|Dagtekening"),
        rng.choice(("", "", "", "-")) + day,
    )


@mutation
def set_time(rng: random.Random, message: Message) -> str:
    return message.refill(
        leaf_like(message, rng, "tijd$"), _around(rng, rng.choice(TIMES))
    )


def _around(rng: random.Random, text: str) -> str:
    """Now and then blanks around a value; a collapsing type forgives them, a string does not."""
    if rng.random() < 0.6:
        return text
    blank = rng.choice(
        (
            " ",
            "\n",
            "\t",
            "  ",
            "&#32;",
            "&#9;",
            "&#13;",
            "\r",
            "\u00a0",
            "\u2003",
            "\u0085",
            "\x0b",
            "\x0c",
        )
    )
    return rng.choice(
        (blank + text, text + blank, blank + text + blank, text[:2] + blank + text[2:])
    )


@mutation
def blank_around_value(rng: random.Random, message: Message) -> str:
    span = rng.choice(message.leaves)
    return message.refill(span, _around(rng, message.text(span)))


@mutation
def stretch_value(rng: random.Random, message: Message) -> str:
    span = rng.choice(message.leaves)
    length = rng.choice(
        (
            1,
            2,
            3,
            4,
            5,
            6,
            7,
            8,
            9,
            10,
            11,
            12,
            13,
            15,
            16,
            20,
            21,
            24,
            25,
            26,
            35,
            36,
            37,
            64,
            65,
            80,
            81,
            200,
            201,
        )
    )
    return message.refill(
        span, rng.choice(("a", "1", "é", "\U0001f600", "0", "A")) * length
    )


@mutation
def change_character(rng: random.Random, message: Message) -> str:
    span = rng.choice(message.leaves)
    text = message.text(span)
    at = rng.randrange(len(text) + 1)
    char = rng.choice(
        (
            *"0129aAzZéÀỳỹ .-+:;'\"/\\]>\t\n\r",
            "\u00a0",
            "\u0660",
            "\uff11",
            "\u200d",
            "\U00010000",
            "\ufffd",
            "\u2028",
        )
    )
    return message.refill(span, text[:at] + char + text[at + rng.randrange(2) :])


@mutation
def drop_character(rng: random.Random, message: Message) -> str:
    span = rng.choice(message.leaves)
    text = message.text(span)
    at = rng.randrange(max(len(text), 1))
    return message.refill(span, text[:at] + text[at + 1 :])


@mutation
def random_code_point(rng: random.Random, message: Message) -> str:
    span = leaf_like(message, rng, rng.choice(("Voorletters", "naam", ".")))
    blocks = (
        (0x20, 0x7F),
        (0x80, 0x250),
        (0x1E00, 0x1F00),
        (0xD000, 0xD7FF),
        (0xE000, 0xFFFD),
        (0x10000, 0x10FFFF),
    )
    return message.refill(
        span,
        escape(
            "".join(
                chr(rng.randint(*rng.choice(blocks))) for _ in range(rng.randint(1, 7))
            )
        ),
    )


@mutation
def swap_values(rng: random.Random, message: Message) -> str:
    first, second = rng.choice(message.leaves), rng.choice(message.leaves)
    tokens = list(message.tokens)
    if first.end - first.start == 2 and second.end - second.start == 2:
        tokens[first.start + 1], tokens[second.start + 1] = (
            tokens[second.start + 1],
            tokens[first.start + 1],
        )
    return "".join(tokens)


@mutation
def text_in_group(rng: random.Random, message: Message) -> str:
    span = rng.choice(message.groups)
    text = rng.choice(
        (
            "x",
            " x ",
            ".",
            "&#32;",
            "&#x20;",
            "\u00a0",
            "&amp;",
            "0",
            "&#160;",
            "<![CDATA[ ]]>",
            "<![CDATA[x]]>",
            "<![CDATA[]]>",
            "\u200b",
            "\ufeff",
            "&#9;",
            "&#13;",
        )
    )
    return message.insert(rng.choice((span.start + 1, span.end)), text)


# --- characters, references, markup ---------------------------------------------------------------------------------


@mutation
def cdata(rng: random.Random, message: Message) -> str:
    span = rng.choice(message.leaves)
    text = message.text(span)
    at = rng.randrange(len(text) + 1)
    return message.refill(
        span,
        rng.choice(
            (
                f"<![CDATA[{text}]]>",
                f"{text[:at]}<![CDATA[{text[at:]}]]>",
                f"<![CDATA[{text[:at]}]]><![CDATA[{text[at:]}]]>",
                f"{text}<![CDATA[]]>",
                "<![CDATA[]]>",
                f"<![CDATA[{text}",
                f"<![CDATA[{text}]]]]><![CDATA[>]]>",
                f"<![cdata[{text}]]>",
                f"<![CDATA[ {text}]]>",
                f"<![CDATA[{text}&amp;]]>",
                f"<![CDATA[{text}<x>]]>",
            )
        ),
    )


@mutation
def comment(rng: random.Random, message: Message) -> str:
    text = rng.choice(
        (
            "<!-- x -->",
            "<!---->",
            "<!-- a -- b -->",
            "<!-- a --->",
            "<!-->",
            "<!--->",
            "<!-- < & > -->",
            "<!-- x",
            "<!- x ->",
            "<!--\x01-->",
            "<!--é-->",
        )
    )
    return message.insert(rng.randrange(0, len(message.tokens) + 1), text)


@mutation
def comment_in_value(rng: random.Random, message: Message) -> str:
    span = rng.choice(message.leaves)
    text = message.text(span)
    at = rng.randrange(len(text) + 1)
    return message.refill(
        span,
        text[:at]
        + rng.choice(
            ("<!--x-->", "<!-- <b> -->", "<?x y?>", "<!--x--><!--y-->", "<?x?>")
        )
        + text[at:],
    )


@mutation
def processing_instruction(rng: random.Random, message: Message) -> str:
    text = rng.choice(
        (
            "<?x?>",
            "<?x y?>",
            "<?xml version='1.0'?>",
            "<?XML x?>",
            "<?xMl?>",
            "<? x?>",
            "<?x ?",
            "<?x:y z?>",
            "<?x<y>?>",
            "<?xml-stylesheet href='a'?>",
            "<?1x?>",
            "<??>",
            "<?x\n?>",
        )
    )
    return message.insert(rng.randrange(0, len(message.tokens) + 1), text)


@mutation
def character_reference(rng: random.Random, message: Message) -> str:
    span = rng.choice(message.leaves)
    text = message.text(span)
    if not text or "&" in text:
        return message.source
    at = rng.randrange(len(text))
    code = ord(text[at])
    form = rng.choice(
        (
            f"&#{code};",
            f"&#x{code:x};",
            f"&#x{code:X};",
            f"&#0000{code};",
            f"&#X{code:x};",
            f"&#{code}",
            f"&# {code};",
            f"&#x0000000{code:x};",
            f"&#+{code};",
        )
    )
    return message.refill(span, text[:at] + form + text[at + 1 :])


@mutation
def strange_reference(rng: random.Random, message: Message) -> str:
    forms = [
        "&#0;",
        "&#1;",
        "&#8;",
        "&#9;",
        "&#10;",
        "&#13;",
        "&#11;",
        "&#x1F;",
        "&#x7F;",
        "&#x80;",
        "&#x85;",
        "&#xD800;",
        "&#xDFFF;",
        "&#xFFFD;",
        "&#xFFFE;",
        "&#xFFFF;",
        "&#x10FFFF;",
        "&#x110000;",
        "&#xFFFFFFFF;",
        "&#99999999999;",
        "&#4294967345;",
        "&#x100000031;",
        "&#;",
        "&#x;",
        "&;",
        "&amp",
        "&amp;",
        "&lt;",
        "&gt;",
        "&apos;",
        "&quot;",
        "&nbsp;",
        "&eacute;",
        "&onbekend;",
        "&1;",
        "&a:b;",
        "&amp;amp;",
        "&#xZ;",
        "&#1a;",
        "&&",
        "&%",
        "%x;",
        "&#x2028;",
        "&#160;",
    ]
    span = rng.choice(message.leaves)
    text = message.text(span)
    at = rng.choice((0, len(text), rng.randrange(len(text) + 1)))
    form = rng.choice(forms)
    return message.refill(span, rng.choice((form, text[:at] + form + text[at:])))


@mutation
def forbidden_markup(rng: random.Random, message: Message) -> str:
    span = rng.choice(message.leaves)
    text = message.text(span)
    at = rng.randrange(len(text) + 1)
    piece = rng.choice(
        (
            "<",
            ">",
            "&",
            "]]>",
            "]]",
            "]>",
            "<>",
            "< ",
            "</",
            "<!",
            "<?",
            "-->",
            "<!DOCTYPE x>",
            "<!ELEMENT x ANY>",
            "<a",
            "'",
            '"',
            "]]&gt;",
        )
    )
    return message.refill(span, text[:at] + piece + text[at:])


@mutation
def control_character(rng: random.Random, message: Message) -> str:
    char = chr(
        rng.choice(
            (
                *range(9),
                11,
                12,
                *range(14, 32),
                0x7F,
                0x80,
                0x9F,
                0xFFFE,
                0xFFFF,
                0xFDD0,
                0x1FFFE,
                0x10FFFF,
            )
        )
    )
    at = rng.randrange(len(message.source) + 1)
    return message.source[:at] + char + message.source[at:]


@mutation
def invalid_utf8(rng: random.Random, message: Message) -> bytes:
    data = message.source.encode()
    piece = rng.choice(
        (b"\xff", b"\xfe", b"\x80", b"\xbf", b"\xc0\x80", b"\xc1\xbf", b"\xe0\x80\x80", b"\xed\xa0\x80", b"\xed\xbf\xbf", b"\xf0\x80\x80\x80",
         b"\xf4\x90\x80\x80", b"\xf5\x80\x80\x80", b"\xf8\x88\x80\x80\x80", b"\xc3", b"\xe2\x82", b"\xf0\x9f\x98", b"\xe9", b"\xef\xbf\xbe",
         b"\xef\xbf\xbf", b"\xed\x9f\xbf", b"\xee\x80\x80", b"\xf4\x8f\xbf\xbf", b"\xc3\xa9", b"\xf0\x9f\x98\x80")
    )  # fmt: skip
    span = rng.choice(message.leaves)
    inside = len("".join(message.tokens[: span.start + 1]).encode())
    at = rng.choice((rng.randrange(len(data) + 1), inside, inside))
    return data[:at] + piece + data[at:]


@mutation
def line_ends(rng: random.Random, message: Message) -> bytes:
    return (
        message.source.encode()
        .replace(b"\r\n", b"\n")
        .replace(
            b"\n",
            rng.choice(
                (
                    b"\r\n",
                    b"\r",
                    b"\n\r",
                    b"",
                    b"\n\n",
                    b"\x0b",
                    b"\xc2\x85",
                    b"\xe2\x80\xa8",
                )
            ),
        )
    )


@mutation
def flatten(rng: random.Random, message: Message) -> str:
    return re.sub(
        r">\s+<",
        rng.choice(("><", "> <", ">\t<", ">\n\n<", ">\u00a0<")),
        message.source,
    )


# --- attributes and namespaces --------------------------------------------------------------------------------------


@mutation
def attribute(rng: random.Random, message: Message) -> str:
    forms = (
        'a="1"', "a='1'", 'xml:lang="nl"', 'xml:space="preserve"', 'xml:id="a"', 'ijw:a="1"', 'a=1', 'a="1" a="2"', 'a="<"', 'a="&"',
        "a", 'a=""', 'x:a="1"', 'a = "1"', 'version="3.2"', 'a="1"b="2"', 'id="x"', 'a="&#10;"', 'a="&onbekend;"', 'xml:base="x"', 'ijw:a="1" ijw:a="2"',
    )  # fmt: skip
    return with_attribute(message, rng.choice(message.spans), rng.choice(forms))


@mutation
def xsi_attribute(rng: random.Random, message: Message) -> str:
    span = rng.choice(message.spans)
    forms = (
        'xsi:schemaLocation="http://voorbeeld.nl/a b.xsd"', 'xsi:schemaLocation=""', 'xsi:schemaLocation="alleen"', 'xsi:noNamespaceSchemaLocation="b.xsd"',
        'xsi:nil="true"', 'xsi:nil="false"', 'xsi:nil="1"', 'xsi:nil="0"', 'xsi:nil="x"', 'xsi:nil=""', 'xsi:nil=" false "', 'xsi:anders="1"', 'xsi:type="ijw:LDT_Naam"',
        'xsi:type="xs:string"', 'xsi:type="onbekend"', 'xsi:type="x:y"', 'xsi:type=""', 'xsi:type="ijw:Onbekend"', 'xsi:type="ijw:CDT_Product"',
    )  # fmt: skip
    declaration = rng.choice(
        (f'xmlns:xsi="{XSI}" xmlns:xs="http://www.w3.org/2001/XMLSchema"',) * 4
        + ("", 'xmlns:xsi="http://voorbeeld.nl/xsi"')
    )
    return with_attribute(message, span, f"{declaration} {rng.choice(forms)}")


@mutation
def xsi_on_root(rng: random.Random, message: Message) -> str:
    namespace = re.findall(r'"(http[^"]+)"', message.tokens[message.spans[0].start])
    location = " ".join(
        f"{uri} {rng.choice(('a.xsd', 'basisschema.xsd', 'JW301.xsd'))}"
        for uri in namespace
    )
    return with_attribute(
        message, message.spans[0], f'xmlns:xsi="{XSI}" xsi:schemaLocation="{location}"'
    )


@mutation
def redeclare_namespace(rng: random.Random, message: Message) -> str:
    span = rng.choice(message.spans)
    uris = [
        *re.findall(r'"(http[^"]+)"', message.tokens[message.spans[0].start]),
        "http://voorbeeld.nl",
        "",
        XSI,
    ]
    prefix = rng.choice(
        (
            "",
            ":ijw",
            ":x",
            ":" + message.name(message.spans[0]).rpartition(":")[0],
            ":xml",
            ":xmlns",
            ":xsi",
            ":1x",
            ":",
        )
    )
    return with_attribute(message, span, f'xmlns{prefix}="{rng.choice(uris)}"')


@mutation
def default_namespace(rng: random.Random, message: Message) -> str:
    prefix = message.name(message.spans[0]).rpartition(":")[0]
    which = rng.choice((prefix, "ijw"))
    text = message.source.replace(f"<{which}:", "<").replace(f"</{which}:", "</")
    return text.replace(
        f"xmlns:{which}=", rng.choice(("xmlns=", "xmlns=", f"xmlns:{which}=")), 1
    )


@mutation
def local_default_namespace(rng: random.Random, message: Message) -> str:
    span = rng.choice(message.spans)
    uris = dict(
        re.findall(r'xmlns:(\w+)="([^"]+)"', message.tokens[message.spans[0].start])
    )
    prefix = message.name(span).rpartition(":")[0]
    if prefix not in uris:
        return message.source
    local, content = (
        message.local(span),
        "".join(message.tokens[span.start + 1 : span.end]),
    )
    return message.replace(span, f'<{local} xmlns="{uris[prefix]}">{content}</{local}>')


@mutation
def other_prefix(rng: random.Random, message: Message) -> str:
    prefixes = [
        prefix
        for prefix in dict.fromkeys(
            message.name(span).rpartition(":")[0] for span in message.spans
        )
        if prefix
    ]
    old = rng.choice(prefixes or ["ijw"])
    new = rng.choice(
        ("a", "é", "_x", "Xml", "xmlx", "a.b", "a-b", "1a", "ns0", "x" * 300, "xml")
    )
    text = message.source.replace(f"<{old}:", f"<{new}:").replace(
        f"</{old}:", f"</{new}:"
    )
    return text.replace(f"xmlns:{old}=", f"xmlns:{new}=")


@mutation
def change_namespace_uri(rng: random.Random, message: Message) -> str:
    tokens = list(message.tokens)
    root = message.spans[0].start
    uri = rng.choice(re.findall(r'"(http[^"]+)"', tokens[root]) or ["http"])
    new = rng.choice((uri + " ", " " + uri, uri + "/", uri.replace("3_2", "3_1"), uri.replace("3_2", "3_3"), uri.upper(), uri.replace("/", "&#47;", 1), uri + "&#32;",
                      uri.replace("jw3", "jw4"), "", uri.replace("http", "https"), uri.replace("a", "&#97;"), uri + "\n", uri.replace("ijw", "iwmo"), uri + "&amp;"))  # fmt: skip
    tokens[root] = tokens[root].replace(
        f'"{uri}"', rng.choice((f'"{new}"', f"'{new}'", f' "{new}"')), 1
    )
    return "".join(tokens)


@mutation
def drop_declaration_of_prefix(rng: random.Random, message: Message) -> str:
    tokens = list(message.tokens)
    root = message.spans[0].start
    found = re.findall(r'\sxmlns(?::\w+)?="[^"]*"', tokens[root])
    piece = rng.choice(found or [""])
    tokens[root] = tokens[root].replace(
        piece, rng.choice(("", piece + piece, piece.lower())), 1
    )
    return "".join(tokens)


@mutation
def swap_type_of_message(rng: random.Random, message: Message) -> str:
    numbers = [
        "301",
        "302",
        "305",
        "306",
        "307",
        "308",
        "315",
        "316",
        "317",
        "318",
        "319",
        "320",
        "323",
        "325",
    ]
    return re.sub(r"jw3\d\d", "jw" + rng.choice(numbers), message.source)


@mutation
def other_root(rng: random.Random, message: Message) -> str:
    span = rng.choice(message.spans[1:])
    opening = message.tokens[message.spans[0].start]
    attributes = opening[1 + len(message.name(message.spans[0])) : -1]
    inner = message.outer(span)
    name = message.name(span)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + inner.replace(
        f"<{name}", f"<{name}{attributes}", 1
    )


# --- the document ---------------------------------------------------------------------------------------------------


@mutation
def truncate(rng: random.Random, message: Message) -> bytes:
    data = message.source.encode()
    return data[
        : rng.choice((rng.randrange(len(data)), len(data) - rng.randrange(1, 20)))
    ]


@mutation
def trailing(rng: random.Random, message: Message) -> bytes:
    pieces = (
        b"x",
        b" ",
        b"\n\n",
        b"<a/>",
        b"<!-- einde -->",
        b"<?x?>",
        b"\x00",
        b"\x1a",
        b"&#32;",
        b"<![CDATA[]]>",
        b"\xc2\xa0",
        b"\xef\xbb\xbf",
        b"<",
        b"&",
        b"]]>",
        b"<!DOCTYPE x>",
        b"</x>",
    )
    return message.source.encode() + b"".join(
        rng.choice(pieces) for _ in range(rng.choice((1, 1, 2)))
    )


@mutation
def leading(rng: random.Random, message: Message) -> bytes:
    pieces = (
        b" ",
        b"\n",
        b"x",
        b"<!-- begin -->",
        b"\xef\xbb\xbf",
        b"\xef\xbb\xbf\xef\xbb\xbf",
        b"\x00",
        b"<?x?>",
        b"\xfe\xff",
        b"\xff\xfe",
        b"\xef\xbb",
        b"\xc2\xa0",
    )
    return rng.choice(pieces) + message.source.encode()


@mutation
def byte_order_mark(rng: random.Random, message: Message) -> bytes:
    body = (
        message.source
        if rng.random() < 0.5
        else re.sub(r"^<\?xml.*?\?>", "", message.source)
    )
    return b"\xef\xbb\xbf" + body.encode()


@mutation
def declaration(rng: random.Random, message: Message) -> str:
    forms = """<?xml version="1.0"?>|<?xml version='1.0' encoding='UTF-8'?>|<?xml version="1.0" encoding="utf-8"?>|<?xml version="1.0" encoding="utf8"?>|
    <?xml version="1.1" encoding="UTF-8"?>|<?xml version="1.0" encoding="UTF-8" standalone="yes"?>|<?xml version="1.0" encoding="UTF-8" standalone="no"?>|
    <?xml version="1.0" encoding="UTF-8" standalone="misschien"?>|<?xml encoding="UTF-8"?>|<?xml encoding="UTF-8" version="1.0"?>|<?xml version="2.0"?>|
    <?xml version="1.0" standalone="yes" encoding="UTF-8"?>|<?xml version=1.0?>|<?XML version="1.0"?>|<? xml version="1.0"?>|<?xml?>|<?xml version="1.0">|
    <?xml version="1.0" encoding=""?>|<?xml version="1.0" encoding="UTF-8"?><?xml version="1.0"?>|<?xml version="1.0"encoding="UTF-8"?>|<?xml version = "1.0" ?>|
    <?xml  version="1.0"   encoding="Utf-8"  ?>|<?xml version="1.0" encoding="UTF-8" x="1"?>|<?xml version="1.0" encoding="US-ASCII"?>|
    <?xml version="1.2"?>|<?xml version="1.00"?>|<?xml version=""?>|<?xml version="1.0" ENCODING="UTF-8"?>|<?xml version="1.0' encoding="UTF-8"?>"""
    found = [form.strip() for form in forms.split("|")]
    return re.sub(r"^<\?xml.*?\?>", lambda _: rng.choice((*found, "")), message.source)


@mutation
def other_encoding(rng: random.Random, message: Message) -> bytes:
    name, codec = rng.choice((("ISO-8859-1", "latin-1"), ("UTF-16", "utf-16"), ("UTF-16LE", "utf-16-le"), ("windows-1252", "cp1252"), ("UTF-8", "utf-16"),
                              ("UTF-16", "utf-8"), ("UTF-32", "utf-32"), ("IBM037", "cp037"), ("UTF-7", "utf-7"), ("onbekend", "utf-8"), ("ISO-8859-1", "utf-8")))  # fmt: skip
    text = re.sub(
        r"^<\?xml.*?\?>", f'<?xml version="1.0" encoding="{name}"?>', message.source
    )
    return text.encode(codec, errors="replace")


@mutation
def doctype(rng: random.Random, message: Message) -> str:
    forms = (
        "<!DOCTYPE Bericht>",
        '<!DOCTYPE Bericht SYSTEM "x.dtd">',
        '<!DOCTYPE x [<!ENTITY a "b">]>',
        '<!DOCTYPE x [<!ENTITY % a SYSTEM "file:///etc/hostname"> %a;]>',
        "<!DOCTYPE",
        "<!doctype x>",
    )
    first = message.spans[0].start
    return message.insert(first, rng.choice(forms))


@mutation
def change_byte(rng: random.Random, message: Message) -> bytes:
    data = bytearray(message.source.encode())
    at = rng.randrange(len(data))
    data[at] = rng.randrange(256)
    return bytes(data)


@mutation
def drop_bytes(rng: random.Random, message: Message) -> bytes:
    data = message.source.encode()
    at = rng.randrange(len(data))
    return data[:at] + data[at + rng.choice((1, 1, 1, 2, 5, 50)) :]


@mutation
def insert_markup_byte(rng: random.Random, message: Message) -> str:
    at = rng.randrange(len(message.source) + 1)
    return (
        message.source[:at]
        + rng.choice(
            (
                "<",
                ">",
                "/",
                '"',
                "'",
                "=",
                ":",
                "&",
                ";",
                "!",
                "?",
                "[",
                "]",
                "-",
                " ",
                "\n",
                "0",
                "a",
            )
        )
        + message.source[at:]
    )


@mutation
def repeat_slice(rng: random.Random, message: Message) -> str:
    at = rng.randrange(len(message.source))
    piece = message.source[at : at + rng.randrange(1, 40)]
    return message.source[:at] + piece + message.source[at:]


@mutation
def nothing_of_a_message(rng: random.Random, message: Message) -> bytes:
    return rng.choice(
        (
            b"",
            b" ",
            b"\n",
            b"<",
            b"<a/>",
            b"<?xml version='1.0'?>",
            b"x",
            b"\x00",
            b"PK\x03\x04",
            b"<Bericht/>",
            b"\xef\xbb\xbf",
            b"<!-- -->",
            b"\xff" * 50,
        )
    )


@mutation
def unchanged(rng: random.Random, message: Message) -> str:
    return message.source


@dataclass(frozen=True)
class Mutant:
    """One changed message; `kind` says what was done to it."""

    kind: str
    data: bytes


def make_mutants(sources: list[bytes], number: int, seed: int) -> Iterator[Mutant]:
    """Yield `number` mutants, every kind equally often."""
    rng = random.Random(seed)
    messages = [Message(source.decode()) for source in sources]
    kinds = sorted(MUTATIONS)
    for index in range(number):
        kind = kinds[index % len(kinds)]
        made = MUTATIONS[kind](rng, rng.choice(messages))
        yield Mutant(
            kind,
            made if isinstance(made, bytes) else made.encode("utf-8", "surrogatepass"),
        )
