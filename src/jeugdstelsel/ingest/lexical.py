"""Whether one value fits its data type, as XML Schema reads it."""

import calendar
import re
from collections.abc import Callable
from functools import cache

from jeugdstelsel import standaard

NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot carry, not even as a reference."""

LAST_YEAR = 2**63 - 1
"""The greatest year libxml2 counts with; the standard itself names no limit."""

_INTEGER = re.compile(r"[+-]?[0-9]+")
_DATE = re.compile(r"-?((?:[1-9][0-9]*)?[0-9]{4})-([0-9]{2})-([0-9]{2})")
_TIME = re.compile(r"(?:([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]+)?)|24:00:00(\.0+)?")
_IN_CLASS = {r"\s": r" \t\n\r"}
_OUTSIDE = {r"\s": r"[ \t\n\r]", r"\S": r"[^ \t\n\r]", ".": r"[^\n\r]"}


@cache
def translate_pattern(pattern: str) -> re.Pattern[str]:
    """Turn a pattern facet into a Python pattern: blanks are the four of XML, a dot is no line end."""
    parts: list[str] = []
    inside = False
    for token in re.findall(r"\\.|.", pattern):
        inside = (inside or token == "[") and token != "]"
        parts.append((_IN_CLASS if inside else _OUTSIDE).get(token, token))
    return re.compile("".join(parts))


def _is_integer(text: str) -> bool:
    return _INTEGER.fullmatch(text) is not None


def _is_date(text: str) -> bool:
    found = _DATE.fullmatch(text)
    if found is None or not 1 <= int(found[1]) <= LAST_YEAR or not 1 <= int(found[2]) <= 12:
        return False
    year = 2000 + int(found[1]) % 400
    return 1 <= int(found[3]) <= calendar.monthrange(year, int(found[2]))[1]


def _is_time(text: str) -> bool:
    return _TIME.fullmatch(text) is not None


_IN_BASIS: dict[str, Callable[[str], bool]] = {
    "string": lambda text: True,
    "integer": _is_integer,
    "date": _is_date,
    "time": _is_time,
}


def _in_facets(text: str, datatype: standaard.Datatype) -> bool:
    """Whether length, bounds and code list are met; the text is in the lexical space already."""
    if not (datatype.min_lengte or 0) <= len(text) <= (datatype.max_lengte or len(text)):
        return False
    if datatype.codelijst and text not in standaard.codelijst(datatype.codelijst):
        return False
    if datatype.min_waarde is None or datatype.max_waarde is None:
        return True
    return datatype.min_waarde <= int(text) <= datatype.max_waarde


def fits(text: str, element: standaard.Element) -> bool:
    """Whether a value may stand in this element: data type, facets and what the message adds to them.

    Blanks around an integer, date or time do not count; in a string they do (XML Schema part 2, whiteSpace).
    """
    datatype = standaard.datatypes()[element.datatype]
    if datatype.basis != "string":
        text = re.sub("[ \t\n\r]+", " ", text).strip(" ")
    patterns = [pattern for pattern in (datatype.patroon, element.patroon_in_bericht) if pattern]
    return (
        _IN_BASIS[datatype.basis](text)
        and all(translate_pattern(pattern).fullmatch(text) for pattern in patterns)
        and _in_facets(text, datatype)
    )
