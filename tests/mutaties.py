"""Mutations of a valid message: small, seeded changes that a structure check must judge as the XSD does."""

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

XSI = "http://www.w3.org/2001/XMLSchema-instance"


def words(text: str) -> list[str]:
    """The values in a text, parted by blanks."""
    return text.split()


def pieces(text: str) -> list[str]:
    """The pieces of markup in a text, parted by bars; line ends do not count."""
    return text.replace("\n", "").split("|")


DATES = words("""
 2024-02-29 2023-02-29 2100-02-29 2000-02-29 1900-02-29 2024-02-30 2023-04-31 2023-13-01 2023-00-10 2023-01-00
 2023-1-01 2023-01-1 23-01-01 0000-01-01 0001-01-01 -0001-01-01 -0004-02-29 -0005-02-29 10000-01-01 02023-01-01
 12024-02-29 999999999-12-31 99999999999999999999-01-01 +2023-01-01 2023-01-01Z 2023-01-01+01:00
 2023-01-01-14:00 2023-01-01+0100 2023-01-01T00:00:00 20230101 2023/01/01 01-01-2023 2023-01-32 2023-12-31
 2023-06-31 2023-01-01- 2023--01-01 2023-01-01.0 ２０２３-01-01 2023-01-0１ 2023‑01‑01 -2023-01-01 --2023-01-01
 -10000-02-29 - -- 2023 2023-01 1582-10-10
""")
TIMES = words("""
 00:00:00 23:59:59 24:00:00 24:00:00.0 24:00:00.000 24:00:01 24:00:00.1 24:01:00 25:00:00 23:60:00 23:59:60
 23:59:61 1:00:00 01:0:00 01:00:0 01:00 01:00:00. 01:00:00.1 01:00:00.123456789
 01:00:00.1234567890123456789012345 01:00:00,5 01:00:00Z 01:00:00+01:00 01:00:00-05:00 -01:00:00 +01:00:00
 010000 01:00:00.5.5 01.00.00 ٠١:00:00 01:00:00T 59.9 23:59:59.999999999999999999999999999 00:00:0.5 00:00:00.0e1
""")
INTEGERS = words("""
 0 -0 +0 00 -1 +1 01 1 2 3 +3 03 3.0 3. .3 3e0 -3 99 100 0099 99999 100000 99999999 100000000 0099999999
 999999999 1000000000 +999999999 0000000000999999999 999999999999 1000000000000 000999999999999 2147483647
 2147483648 4294967296 4294967295 4294967299 9223372036854775807 9223372036854775808 18446744073709551616
 18446744073709551619 99999999999999999999999999 000000000000000000000000000000000000001
 100000000000000000000000000000000 + - +-1 --1 0x10 1_000 1,000 NaN INF true １２ ٣ ³ Ⅷ
""")
CODES = words("""
 0 1 2 3 4 5 6 7 8 9 00 01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 20 31 38 39 40 45 54 55 56 82 83 84 85
 AB BY TO WW NL BE nl ZZ C D c d DC 0001 0200 0233 200 8001 9019 9999 S300 s300 S329 436 437 438 439 440 441 446
 447 486 487 488 489 490 491 492 0436
""")
TEXTS = [
    "", " ", "\t", "\n", "  ", "a", "aa", ".", "...", "a b", " a", "a ", "\ta", "a\n", "a\nb", "a\n\nb", "\na\n",
    "a\tb", "\u00a0", "\u2003", "\u0085", "\u2028", "\u2029", "\u3000", "\ufeff", "\u200b", "a\u2028b", "a\u0085b",
    "À", "ỳ", "ỹ", "Ā", "×", "÷", "Ỳ", "Àỳ", "¿", "ỳ", "Ỵ", "ỿ", "A\u0301", "abc", "abcdef", "abcdefg", "ABCDEF", "a.b",
    "a-b", "a1", "[", "]", "^", "`", "@", "{", "Z", "z", "é" * 6, "é" * 7, "\U0001f600", "\U0001f600" * 6, "𝐀",
    "ﬀ", "ß", "ÿ", "0", "0123", "01234", "٠١٢٣", "０１２３", "12345678", "123456789", "1234567890", "99990001",
    "999900018", "12 34", "1234\n", "1.0.0", "01.0.0", "1.0", "1.0.0.0", "1.00.0", "0.0.0", "10.20.30", "1.0.0\n",
    "1.0.x", " 1.0.0", "x" * 8, "x" * 9, "x" * 10, "x" * 11, "x" * 12, "x" * 13, "x" * 15, "x" * 16, "x" * 20,
    "x" * 21, "x" * 24, "x" * 25, "x" * 26, "x" * 35, "x" * 36, "x" * 37, "x" * 64, "x" * 65, "x" * 80, "x" * 81,
    "x" * 200, "x" * 201, "x" * 5000, "é" * 200, "é" * 201, "\U0001f600" * 200, "\U0001f600" * 201, " " * 200,
    "é" * 36, "\U0001f600" * 36, "\U0001f600" * 37, "ab12", "D2026-02", "D2026_02", "Dé", "D 1",
]  # fmt: skip
DATE_NAMES = "[Dd]atum$|Dagtekening"
LENGTHS = (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 15, 16, 20, 21, 24, 25, 26, 35, 36, 37, 64, 65, 80, 81, 200, 201)
BLANKS = (" ", "\n", "\t", "  ", "&#32;", "&#9;", "&#13;", "&#10;", "\r", "\u00a0", "\u2003", "\u0085", "\x0b", "\x0c")
CHARACTERS = "0129aAzZéÀỳỹ .-+:;'\"/\\]>\t\n\r\u00a0\u0660\uff11\u200d\U00010000\ufffd\u2028"
BLOCKS = ((0x20, 0x7F), (0x80, 0x250), (0x1E00, 0x1F00), (0xD000, 0xD7FF), (0xE000, 0xFFFD), (0x10000, 0x10FFFF))
CONTROLS = (*range(9), 11, 12, *range(14, 32), 0x7F, 0x80, 0x9F, 0xFFFE, 0xFFFF, 0xFDD0, 0x1FFFE, 0x10FFFF)
SEQUENCES = words("""
 ff fe 80 bf c080 c1bf e08080 eda080 edbfbf f0808080 f4908080 f5808080 f888808080 c3 e282 f09f98 e9 efbfbe
 efbfbf ed9fbf ee8080 f48fbfbf c3a9 f09f9880 efbbbf
""")
LINE_ENDS = ("\r\n", "\r", "\n\r", "", "\n\n", "\x0b", "\u0085", "\u2028", "\r\r\n", "\t", " ")
EMPTY = ("<N/>", "<N />", "<N></N>", "<N>\n</N>", "<N> </N>", "<N/ >", "<N><!-- --></N>")
GROUP_TEXTS = pieces("""
x| x |.|&#32;|&#x20;|&amp;|0|&#160;|<![CDATA[ ]]>|<![CDATA[x]]>|<![CDATA[]]>|&#9;|&#10;|&#13;|&#xD;|]]>|&#0;|
<![CDATA[|<!---->|&lt;|\u00a0|\u200b|\ufeff|\x0c
""")
CDATA = pieces("""
<![CDATA[HEADTAIL]]>|HEAD<![CDATA[TAIL]]>|<![CDATA[HEAD]]><![CDATA[TAIL]]>|HEADTAIL<![CDATA[]]>|<![CDATA[]]>|
<![CDATA[HEADTAIL|<![CDATA[HEADTAIL]]]]><![CDATA[>]]>|<![cdata[HEADTAIL]]>|<![CDATA[ HEADTAIL]]>|
<![CDATA[HEAD&amp;TAIL]]>|<![CDATA[HEAD<x>TAIL]]>|<!CDATA[HEADTAIL]]>|<![CDATA [HEADTAIL]]>|HEADTAIL]]>
""")
COMMENTS = pieces("""
<!-- x -->|<!---->|<!-- a -- b -->|<!-- a --->|<!-->|<!--->|<!-- < & > -->|<!-- x|<!- x ->|<!--\x01-->|<!--é-->|
<!--<ijw:Datum>-->|<!--]]>-->|<!--x--><!--y-->
""")
INSTRUCTIONS = pieces("""
<?x?>|<?x y?>|<?xml version='1.0'?>|<?XML x?>|<?xMl?>|<? x?>|<?x ?|<?x:y z?>|<?x<y>?>|
<?xml-stylesheet href='a'?>|<?1x?>|<??>|<?x y??>|<?é?>
""")
REFERENCES = words("""
 &#0; &#1; &#8; &#9; &#10; &#13; &#11; &#x1F; &#x7F; &#x80; &#x85; &#xD800; &#xDFFF; &#xFFFD; &#xFFFE; &#xFFFF;
 &#x10FFFF; &#x110000; &#xFFFFFFFF; &#99999999999; &#4294967345; &#x100000031; &#; &#x; &; &amp &amp; &lt; &gt;
 &apos; &quot; &nbsp; &eacute; &onbekend; &1; &a:b; &amp;amp; &#xZ; &#1a; && &% %x; &#x2028; &#160; &#32; &AMP;
 &Lt;
""")
MARKUP = pieces("""
<|>|&|]]>|]]|]>|<>|< |</|<!|<?|-->|<!DOCTYPE x>|<!ELEMENT x ANY>|<a|<a>|</a>|]]&gt;|'|"
""")
ATTRIBUTES = pieces("""
a="1"|a='1'|xml:lang="nl"|xml:space="preserve"|xml:id="a"|ijw:a="1"|a=1|a="1" a="2"|a="<"|a="&"|a|a=""|x:a="1"|
a = "1"|version="3.2"|a="1"b="2"|id="x"|a="&#10;"|a="&onbekend;"|xml:base="x"|ijw:a="1" ijw:a="2"|="1"|a="1|
a='1"|é="1"|1a="1"|xmlns="" xmlns=""|xml:onbekend="1"
""")
DECLARES_XSI = f'xmlns:xsi="{XSI}" xmlns:xs="http://www.w3.org/2001/XMLSchema"'
XSI_ATTRIBUTES = pieces("""
schemaLocation="http://voorbeeld.nl/a b.xsd"|schemaLocation=""|schemaLocation="alleen"|
noNamespaceSchemaLocation="b.xsd"|nil="true"|nil="false"|nil="1"|nil="0"|nil="x"|nil=""|nil=" false "|
anders="1"|type="ijw:LDT_Naam"|type="xs:string"|type="onbekend"|type="x:y"|type=""|type="ijw:Onbekend"|
type="ijw:CDT_Product"|type="ijw:LDT_Datum"|type="ijw:LDT_Nummer"|type=" ijw:LDT_Naam "|type="xs:anyType"|
type="ijw:CDT_GeslotenPeriode"|noNamespaceSchemaLocation=""|Nil="true"
""")
PREFIXES = ("a", "é", "_x", "Xml", "xmlx", "a.b", "a-b", "1a", "ns0", "x" * 300, "xml", "xmlns", "a:b", "A1", "ỳ", "·x")
URI_CHANGES = [
    ('', ' '), ('', '/'), ('', '&#32;'), ('', '\n'), ('', '&amp;'), ('', '#'), ('3_2', '3_1'), ('3_2', '3_3'),
    ('3_2', '3_0'), ('http', 'HTTP'), ('http', 'https'), ('/', '&#47;'), ('a', '&#97;'), ('a', '&#x61;'),
    ('ijw', 'iwmo'), ('jw3', 'jw4'), ('schema', 'Schema'), ('www.', ''), ('i', 'ı'), ('3_2', '3_2 '), ('3_2', '3_２'),
]  # fmt: skip
TRAILERS = [
    b'x', b' ', b'\n\n', b'<a/>', b'<!-- einde -->', b'<?x?>', b'\x00', b'\x1a', b'&#32;', b'<![CDATA[]]>',
    b'\xc2\xa0', b'\xef\xbb\xbf', b'<', b'&', b']]>', b'<!DOCTYPE x>', b'</x>', b'<!-- ', b'\r', b'\x0c',
    b"<?xml version='1.0'?>",
]  # fmt: skip
LEADERS = [
    b' ', b'\n', b'x', b'<!-- begin -->', b'\xef\xbb\xbf', b'\xef\xbb\xbf\xef\xbb\xbf', b'\x00', b'<?x?>',
    b'\xfe\xff', b'\xff\xfe', b'\xef\xbb', b'\xc2\xa0', b'\xef\xbb\xbf ', b'<a/>', b']]>',
]  # fmt: skip
DECLARED = re.compile(r"^<\?xml.*?\?>")
DECLARATIONS = pieces("""
|<?xml version="1.0"?>|<?xml version='1.0' encoding='UTF-8'?>|<?xml version="1.0" encoding="utf-8"?>|
<?xml version="1.0" encoding="utf8"?>|<?xml version="1.1" encoding="UTF-8"?>|
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>|<?xml version="1.0" encoding="UTF-8" standalone="no"?>|
<?xml version="1.0" encoding="UTF-8" standalone="misschien"?>|<?xml encoding="UTF-8"?>|
<?xml encoding="UTF-8" version="1.0"?>|<?xml version="2.0"?>|<?xml version="1.0" standalone='yes'?>|
<?xml version="1.0" standalone="yes" encoding="UTF-8"?>|<?xml version=1.0?>|<?XML version="1.0"?>|
<? xml version="1.0"?>|<?xml?>|<?xml version="1.0">|<?xml version="1.0" encoding=""?>|
<?xml version="1.0" encoding="UTF-8"?><?xml version="1.0"?>|<?xml version="1.0"encoding="UTF-8"?>|
<?xml version = "1.0" ?>|<?xml  version="1.0"   encoding="Utf-8"  ?>|<?xml\tversion="1.0"?>|
<?xml version="1.0" encoding="UTF-8" x="1"?>|<?xml version="1.0" encoding="US-ASCII"?>|<?xml version="1.2"?>|
<?xml version="1.00"?>|<?xml version=""?>|<?xml version="1.0" ENCODING="UTF-8"?>|
<?xml version="1.0' encoding="UTF-8"?>|<?xml version='1.0" encoding="UTF-8"?>|
<?xml version="1.0" encoding='UTF-8"?>|<?xml version="1.0" encoding = "UTF-8"?>|
<?xml version="1.0" encoding=" UTF-8"?>|<?xml version="1.0" standalone="YES"?>|
<?xml version="1.0" encoding="UTF-8"standalone="yes"?>|<?xml version="1.0" encoding="UTF_8"?>|
<?xml version="1.x"?>|<?xml version="1.9"?>|<?xml version="1"?>|<?xml version=" 1.0"?>|<?xml version="1.0"?x?>|
<?xml-x version="1.0"?>
""")
ENCODINGS = [
    ('ISO-8859-1', 'latin-1'), ('UTF-16', 'utf-16'), ('UTF-16LE', 'utf-16-le'), ('windows-1252', 'cp1252'),
    ('UTF-8', 'utf-16'), ('UTF-16', 'utf-8'), ('UTF-32', 'utf-32'), ('IBM037', 'cp037'), ('UTF-7', 'utf-7'),
    ('onbekend', 'utf-8'), ('ISO-8859-1', 'utf-8'), ('UTF-8', 'latin-1'), ('UTF-8', 'utf-16-be'),
    ('UTF-16BE', 'utf-16-be'), ('ISO-10646-UCS-2', 'utf-8'), ('latin1', 'latin-1'),
]  # fmt: skip
DOCTYPES = pieces("""
<!DOCTYPE Bericht>|<!DOCTYPE Bericht SYSTEM "x.dtd">|<!DOCTYPE x [<!ENTITY a "b">]>|<!DOCTYPE|<!doctype x>|
<!DOCTYPE x [<!ENTITY % a SYSTEM "file:///etc/hostname"> %a;]>|<!DOCTYPE x []>
""")
NOTHINGS = [
    b'', b' ', b'\n', b'<', b'<a/>', b"<?xml version='1.0'?>", b'x', b'\x00', b'PK\x03\x04', b'<Bericht/>',
    b'\xef\xbb\xbf', b'<!-- -->',
    b"\xff" * 50,
    b"<Bericht xmlns='http://www.istandaarden.nl/ijw/3_2/jw301/schema'/>",
    b"<Bericht xmlns='http://www.istandaarden.nl/ijw/3_2/basisschema/schema'/>",
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
                if not stack:
                    raise ValueError("an end tag without a start tag")
                start, number = stack.pop()
                parent = stack[-1][1] if stack else -1
                found[number] = Span(start, index, parent, "<" not in "".join(self.tokens[start + 1 : index]))
            elif token.startswith("<") and not token.startswith(("<?", "<!")):
                stack.append((index, len(found)))
                found.append(None)
        spans = [span for span in found if span]
        if stack or len(spans) < 2 or not any(span.leaf for span in spans):
            raise ValueError("not a message that can be cut up")
        return iter(spans)

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
    return rng.choice([leaf for leaf in message.leaves if re.search(pattern, message.local(leaf))] or message.leaves)


# --- elements -------------------------------------------------------------------------------------------------------


@mutation
def delete_element(rng: random.Random, message: Message) -> str:
    return message.replace(rng.choice(message.spans), "")


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
    return message.replace(span, rng.choice(EMPTY).replace("N", message.name(span)))


@mutation
def insert_unknown(rng: random.Random, message: Message) -> str:
    name = rng.choice(words("ijw:Onbekend Onbekend ijw:Code ijw:Datum x:Onbekend Bericht RetourCodes"))
    return message.insert(rng.randrange(1, len(message.tokens) + 1), f"<{name}>1</{name}>")


@mutation
def rename_element(rng: random.Random, message: Message) -> str:
    span = rng.choice(message.spans)
    prefix, _, local = message.name(span).rpartition(":")
    other = message.local(rng.choice(message.spans))
    changed = rng.choice(
        (local.lower(), local.upper(), local + "s", local[:-1] or "X", local + "é", "_" + local, other)
    )
    return rename(message, span, f"{prefix}:{changed}" if prefix else changed)


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
    malformed = rng.choice(("N:", ":N", "N:x", "1N", "-N", "N·", "N::N", "N\u00a0")).replace("N", name)
    return rename(message, span, malformed)


@mutation
def mismatch_tags(rng: random.Random, message: Message) -> str:
    tokens = list(message.tokens)
    span = rng.choice(message.spans)
    ends = ("", "</L>", "</N >", "</ N>", "</N\n>", "</>", "</Nx>", "</N/>", "</N a='1'>", "</n>")
    tokens[span.end] = rng.choice(ends).replace("N", message.name(span)).replace("L", message.local(span))
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
    return message.refill(leaf_like(message, rng, names), put_blanks(rng, rng.choice(INTEGERS)))


@mutation
def set_date(rng: random.Random, message: Message) -> str:
    return message.refill(leaf_like(message, rng, DATE_NAMES), put_blanks(rng, rng.choice(DATES)))


@mutation
def set_random_date(rng: random.Random, message: Message) -> str:
    year = rng.choice((1, 4, 100, 400, 1900, 2000, 2024, 2025, 9999, 10000, 10004, 100000))
    month, day = rng.randrange(0, 14), rng.choice((0, 1, 28, 29, 30, 31, 32))
    date = f"{rng.choice(('', '', '', '-'))}{year:0{rng.choice((4, 4, 4, 5))}d}-{month:02d}-{day:02d}"
    return message.refill(leaf_like(message, rng, DATE_NAMES), date)


@mutation
def set_time(rng: random.Random, message: Message) -> str:
    return message.refill(leaf_like(message, rng, "tijd$"), put_blanks(rng, rng.choice(TIMES)))


def put_blanks(rng: random.Random, text: str) -> str:
    """Now and then blanks around a value; a collapsing type forgives them, a string does not."""
    if rng.random() < 0.6:
        return text
    blank = rng.choice(BLANKS)
    return rng.choice((blank + text, text + blank, blank + text + blank, text[:2] + blank + text[2:]))


@mutation
def blank_around_value(rng: random.Random, message: Message) -> str:
    span = rng.choice(message.leaves)
    return message.refill(span, put_blanks(rng, message.text(span)))


@mutation
def stretch_value(rng: random.Random, message: Message) -> str:
    return message.refill(rng.choice(message.leaves), rng.choice("a1é\U0001f6000A") * rng.choice(LENGTHS))


@mutation
def change_character(rng: random.Random, message: Message) -> str:
    span = rng.choice(message.leaves)
    text = message.text(span)
    at = rng.randrange(len(text) + 1)
    return message.refill(span, text[:at] + rng.choice(CHARACTERS) + text[at + rng.randrange(2) :])


@mutation
def drop_character(rng: random.Random, message: Message) -> str:
    span = rng.choice(message.leaves)
    text = message.text(span)
    at = rng.randrange(max(len(text), 1))
    return message.refill(span, text[:at] + text[at + 1 :])


@mutation
def random_code_point(rng: random.Random, message: Message) -> str:
    span = leaf_like(message, rng, rng.choice(("Voorletters", "naam", ".")))
    text = "".join(chr(rng.randint(*rng.choice(BLOCKS))) for _ in range(rng.randint(1, 7)))
    return message.refill(span, escape(text))


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
    return message.insert(rng.choice((span.start + 1, span.end)), rng.choice(GROUP_TEXTS))


# --- characters, references, markup ---------------------------------------------------------------------------------


@mutation
def cdata(rng: random.Random, message: Message) -> str:
    span = rng.choice(message.leaves)
    text = message.text(span)
    at = rng.randrange(len(text) + 1)
    form = rng.choice(CDATA).replace("HEAD", text[:at]).replace("TAIL", text[at:])
    return message.refill(span, form)


@mutation
def comment(rng: random.Random, message: Message) -> str:
    return message.insert(rng.randrange(0, len(message.tokens) + 1), rng.choice(COMMENTS))


@mutation
def comment_in_value(rng: random.Random, message: Message) -> str:
    span = rng.choice(message.leaves)
    text = message.text(span)
    at = rng.randrange(len(text) + 1)
    return message.refill(span, text[:at] + rng.choice((*COMMENTS, "<?x y?>", "<?x?>")) + text[at:])


@mutation
def processing_instruction(rng: random.Random, message: Message) -> str:
    return message.insert(rng.randrange(0, len(message.tokens) + 1), rng.choice(INSTRUCTIONS))


@mutation
def character_reference(rng: random.Random, message: Message) -> str:
    span = rng.choice(message.leaves)
    text = message.text(span)
    if not text or "&" in text:
        return message.source
    at = rng.randrange(len(text))
    form = rng.choice(words("&#D; &#xH; &#0000D; &#XH; &#D &#x0000000H; &#+D; &#-D; &#H; &#xD;"))
    reference = form.replace("D", str(ord(text[at]))).replace("H", f"{ord(text[at]):X}")
    return message.refill(span, text[:at] + reference + text[at + 1 :])


@mutation
def strange_reference(rng: random.Random, message: Message) -> str:
    span = rng.choice(message.leaves)
    text = message.text(span)
    at = rng.choice((0, len(text), rng.randrange(len(text) + 1)))
    reference = rng.choice(REFERENCES)
    return message.refill(span, rng.choice((reference, text[:at] + reference + text[at:])))


@mutation
def forbidden_markup(rng: random.Random, message: Message) -> str:
    span = rng.choice(message.leaves)
    text = message.text(span)
    at = rng.randrange(len(text) + 1)
    return message.refill(span, text[:at] + rng.choice(MARKUP) + text[at:])


@mutation
def control_character(rng: random.Random, message: Message) -> str:
    at = rng.randrange(len(message.source) + 1)
    return message.source[:at] + chr(rng.choice(CONTROLS)) + message.source[at:]


@mutation
def invalid_utf8(rng: random.Random, message: Message) -> bytes:
    data = message.source.encode()
    inside = len("".join(message.tokens[: rng.choice(message.leaves).start + 1]).encode())
    at = rng.choice((rng.randrange(len(data) + 1), inside, inside))
    return data[:at] + bytes.fromhex(rng.choice(SEQUENCES)) + data[at:]


@mutation
def line_ends(rng: random.Random, message: Message) -> str:
    return message.source.replace("\r\n", "\n").replace("\n", rng.choice(LINE_ENDS))


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
    return with_attribute(message, rng.choice(message.spans), rng.choice(ATTRIBUTES))


@mutation
def xsi_attribute(rng: random.Random, message: Message) -> str:
    declaration = rng.choice((*[DECLARES_XSI] * 4, "", 'xmlns:xsi="http://voorbeeld.nl/xsi"'))
    return with_attribute(message, rng.choice(message.spans), f"{declaration} xsi:{rng.choice(XSI_ATTRIBUTES)}")


@mutation
def xsi_on_root(rng: random.Random, message: Message) -> str:
    namespace = re.findall(r'"(http[^"]+)"', message.tokens[message.spans[0].start])
    location = " ".join(f"{uri} {rng.choice(('a.xsd', 'basisschema.xsd', 'JW301.xsd'))}" for uri in namespace)
    return with_attribute(message, message.spans[0], f'xmlns:xsi="{XSI}" xsi:schemaLocation="{location}"')


@mutation
def redeclare_namespace(rng: random.Random, message: Message) -> str:
    root = message.spans[0]
    uri = rng.choice([*re.findall(r'"(http[^"]+)"', message.tokens[root.start]), "http://voorbeeld.nl", "", XSI])
    own = message.name(root).rpartition(":")[0]
    prefix = rng.choice(("", ":ijw", ":x", f":{own}", ":xml", ":xmlns", ":xsi", ":1x", ":"))
    return with_attribute(message, rng.choice(message.spans), f'xmlns{prefix}="{uri}"')


@mutation
def default_namespace(rng: random.Random, message: Message) -> str:
    prefix = message.name(message.spans[0]).rpartition(":")[0]
    which = rng.choice((prefix, "ijw"))
    text = message.source.replace(f"<{which}:", "<").replace(f"</{which}:", "</")
    return text.replace(f"xmlns:{which}=", rng.choice(("xmlns=", "xmlns=", f"xmlns:{which}=")), 1)


@mutation
def local_default_namespace(rng: random.Random, message: Message) -> str:
    span = rng.choice(message.spans)
    uris = dict(re.findall(r'xmlns:(\w+)="([^"]+)"', message.tokens[message.spans[0].start]))
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
    prefixes = sorted({message.name(span).rpartition(":")[0] for span in message.spans} - {""}) or ["ijw"]
    old, new = rng.choice(prefixes), rng.choice(PREFIXES)
    text = message.source.replace(f"<{old}:", f"<{new}:").replace(f"</{old}:", f"</{new}:")
    return text.replace(f"xmlns:{old}=", f"xmlns:{new}=")


@mutation
def change_namespace_uri(rng: random.Random, message: Message) -> str:
    tokens = list(message.tokens)
    root = message.spans[0].start
    uri = rng.choice(re.findall(r'"(http[^"]+)"', tokens[root]) or ["http"])
    old, new = rng.choice(URI_CHANGES)
    changed = uri.replace(old, new, 1) if old else rng.choice((uri + new, new + uri))
    tokens[root] = tokens[root].replace(f'"{uri}"', rng.choice((f'"{changed}"', f"'{changed}'", f' "{changed}"')), 1)
    return "".join(tokens)


@mutation
def drop_declaration_of_prefix(rng: random.Random, message: Message) -> str:
    tokens = list(message.tokens)
    root = message.spans[0].start
    found = re.findall(r'\sxmlns(?::\w+)?="[^"]*"', tokens[root])
    piece = rng.choice(found or [""])
    tokens[root] = tokens[root].replace(piece, rng.choice(("", piece + piece, piece.lower())), 1)
    return "".join(tokens)


@mutation
def swap_type_of_message(rng: random.Random, message: Message) -> str:
    return re.sub(r"jw3\d\d", "jw3" + rng.choice(words("01 02 05 06 07 08 15 16 17 18 19 20 23 25 03")), message.source)


@mutation
def other_root(rng: random.Random, message: Message) -> str:
    span = rng.choice(message.spans[1:])
    opening = message.tokens[message.spans[0].start]
    attributes = opening[1 + len(message.name(message.spans[0])) : -1]
    inner = message.outer(span)
    name = message.name(span)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + inner.replace(f"<{name}", f"<{name}{attributes}", 1)


# --- the document ---------------------------------------------------------------------------------------------------


@mutation
def truncate(rng: random.Random, message: Message) -> bytes:
    data = message.source.encode()
    return data[: rng.choice((rng.randrange(len(data)), len(data) - rng.randrange(1, 20)))]


@mutation
def trailing(rng: random.Random, message: Message) -> bytes:
    return message.source.encode() + b"".join(rng.choice(TRAILERS) for _ in range(rng.choice((1, 1, 2))))


@mutation
def leading(rng: random.Random, message: Message) -> bytes:
    return rng.choice(LEADERS) + message.source.encode()


@mutation
def byte_order_mark(rng: random.Random, message: Message) -> bytes:
    return b"\xef\xbb\xbf" + rng.choice((message.source, DECLARED.sub("", message.source))).encode()


@mutation
def declaration(rng: random.Random, message: Message) -> str:
    return DECLARED.sub(lambda _: rng.choice(DECLARATIONS), message.source)


@mutation
def other_encoding(rng: random.Random, message: Message) -> bytes:
    name, codec = rng.choice(ENCODINGS)
    text = DECLARED.sub(f'<?xml version="1.0" encoding="{name}"?>', message.source)
    return text.encode(codec, errors="replace")


@mutation
def doctype(rng: random.Random, message: Message) -> str:
    return message.insert(message.spans[0].start, rng.choice(DOCTYPES))


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
    return message.source[:at] + rng.choice("<>/\"'=:&;!?[]- \n0a") + message.source[at:]


@mutation
def repeat_slice(rng: random.Random, message: Message) -> str:
    at = rng.randrange(len(message.source))
    piece = message.source[at : at + rng.randrange(1, 40)]
    return message.source[:at] + piece + message.source[at:]


@mutation
def nothing_of_a_message(rng: random.Random, message: Message) -> bytes:
    return rng.choice(NOTHINGS)


@mutation
def unchanged(rng: random.Random, message: Message) -> str:
    return message.source


@dataclass(frozen=True)
class Mutant:
    """One changed message; `kind` says what was done to it, `then` what was done on top of that, if anything."""

    kind: str
    then: str
    data: bytes


def make_mutants(sources: list[bytes], number: int, seed: int) -> Iterator[Mutant]:
    """Yield `number` mutants, every kind equally often; a quarter gets a second change where it can still be cut up."""
    rng = random.Random(seed)
    messages = [Message(source.decode()) for source in sources]
    kinds = sorted(MUTATIONS)
    for index in range(number):
        kind, then = kinds[index % len(kinds)], ""
        made = MUTATIONS[kind](rng, rng.choice(messages))
        again = cut_again(made) if rng.random() < 0.25 else None
        if again is not None:
            then = rng.choice(kinds)
            made = MUTATIONS[then](rng, again)
        yield Mutant(kind, then, made if isinstance(made, bytes) else made.encode("utf-8", "surrogatepass"))


def cut_again(made: str | bytes) -> Message | None:
    """The mutant as a message to change once more, or None when its tags no longer pair."""
    if isinstance(made, bytes):
        return None
    try:
        return Message(made)
    except ValueError:
        return None
