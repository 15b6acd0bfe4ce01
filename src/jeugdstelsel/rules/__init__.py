"""Every machine-checkable rule of the standard, one module each, and the list of rules that are not ours."""

from functools import cache

from jeugdstelsel.model import NotOurs, Rule
from jeugdstelsel.registry import find_all
from jeugdstelsel.rules.niet_van_ons import NOT_OURS


@cache
def all_rules() -> dict[str, Rule]:
    """Return {code: Rule} of every rule that a query judges, sorted by code."""
    return {rule.code: rule for rule in find_all("rules", "RULE").values() if isinstance(rule, Rule)}


def not_ours() -> dict[str, NotOurs]:
    """Return {code: NotOurs} of every rule of the standard that no query judges, with the reason in Dutch."""
    return dict(NOT_OURS)
