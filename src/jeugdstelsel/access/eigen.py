"""The limit of a user: the one organisation whose unpublished figures may be read."""

from dataclasses import dataclass

from jeugdstelsel import standaard
from jeugdstelsel.model import GebruikersFout, NietToegestaan

SOORTEN = ("gemeente", "jeugdregio", "aanbieder")
"""Kinds of organisation: each is also a level of the figures and the name of the column with its code."""


@dataclass(frozen=True)
class Grens:
    """One organisation: its kind (`SOORTEN`) and code (0363, JZ24, AGB-code). Only `grens` makes a checked one."""

    soort: str
    code: str


def grens(soort: str, code: str) -> Grens:
    """Return the limit; raises NietToegestaan when there is no organisation, for without one nothing is open."""
    if soort not in SOORTEN or not code:
        raise NietToegestaan("uw account hoort niet bij een organisatie. De beheerder kan dat vastleggen.")
    return Grens(soort, code)


def organisatie(text: str) -> Grens:
    """Return the organisation that an administrator typed: 0363, JZ24, or eight digits for an aanbieder.

    Raises GebruikersFout for a code that does not exist. There is no list of all aanbieders: eight digits are taken.
    """
    code = text.strip().upper()
    if code in standaard.gemeenten():
        return Grens("gemeente", code)
    if code in standaard.jeugdregios():
        return Grens("jeugdregio", code)
    if len(code) == 8 and code.isdigit():
        return Grens("aanbieder", code)
    raise GebruikersFout(
        f"organisatie '{code[:20]}' bestaat niet. Geef een gemeentecode (0363), een regiocode (JZ24) of een AGB-code."
    )


def naam(limit: Grens) -> str:
    """Return the organisation for a reader."""
    if limit.soort == "gemeente" and limit.code in standaard.gemeenten():
        return f"gemeente {standaard.gemeenten()[limit.code].naam} ({limit.code})"
    if limit.soort == "jeugdregio" and limit.code in standaard.jeugdregios():
        return f"jeugdregio {standaard.jeugdregios()[limit.code]} ({limit.code})"
    return f"{limit.soort} {limit.code}".strip()
