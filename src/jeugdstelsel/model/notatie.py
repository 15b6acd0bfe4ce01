"""Numbers, periods and days as a Dutch reader writes them."""

from datetime import date

MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
    "december",
)  # fmt: skip
_DELEN = {"K": "kwartaal", "H": "halfjaar"}
_DUTCH = str.maketrans(",.", ".,")


def vast(waarde: float, decimalen: int) -> str:
    """Return a number with exactly so many decimals: 1234.5 becomes '1.234,5'."""
    return f"{waarde:,.{decimalen}f}".translate(_DUTCH)


def getal(waarde: float, decimalen: int = 1) -> str:
    """Return a number with so many decimals, a whole number without."""
    return vast(waarde, 0 if waarde == round(waarde) else decimalen)


def procent(deel: float, decimalen: int = 0) -> str:
    """Return a share 0..1 as a percentage: 0.25 becomes '25 %'."""
    return f"{vast(100 * deel, decimalen)} %"


def periode(code: str) -> str:
    """Return a period (2025, 2025-H1, 2025-K1 or 2025-01) in words: '1e halfjaar 2025', 'januari 2025'."""
    year, _, part = code.partition("-")
    if not part:
        return year
    if part[0] in _DELEN:
        return f"{part[1]}e {_DELEN[part[0]]} {year}"
    return f"{MAANDEN[int(part) - 1]} {year}"


def dag(waarde: date | str) -> str:
    """Return a day, also one that is written as 2025-01-31, in words: '31 januari 2025'."""
    day = date.fromisoformat(waarde) if isinstance(waarde, str) else waarde
    return f"{day.day} {MAANDEN[day.month - 1]} {day.year}"


def eenheid_van(eenheid: str) -> str:
    """Return the name of a unit as it stands beside a figure: a share is shown in per cent."""
    return "procent" if eenheid == "aandeel" else eenheid
