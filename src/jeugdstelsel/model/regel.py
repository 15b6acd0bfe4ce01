"""A rule of the standard as a query that returns the rows that break it."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Rule:
    """One machine-checkable rule (TR, CD, CS).

    `violations` maps a berichtklasse (`ToegewezenProduct`, `Header`) to SQL that returns
    `bericht_id, regelnummer` of the occurrences of that klasse that break the rule.
    `needs` names the tables the SQL reads. `herstel` tells the sender in Dutch what to repair.
    Level, messages and return code stand in the standard (`standaard.regels`), not here.
    """

    code: str
    needs: tuple[str, ...]
    violations: Mapping[str, str]
    herstel: str


@dataclass(frozen=True)
class NotOurs:
    """A rule of the standard that no query can judge, with the reason in Dutch."""

    code: str
    reden: str
