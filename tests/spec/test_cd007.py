"""Spec of CD007."""

from conftest import Spec

from jeugdstelsel.rules.cd007 import RULE

title = "CD007: taal hoort bij een tolk voor taal, en alleen daarbij"
tables = {
    "client": """
        bericht_id         | regelnummer | communicatie_vorm | communicatie_taal
        tolk_met_taal      | 1           | 1                 | ja
        doventolk          | 1           | 2                 | nee
        geen_communicatie  | 1           |                   | nee
        tolk_zonder_taal   | 1           | 1                 | nee
        doventolk_met_taal | 1           | 2                 | ja
        """,
}


def test_language_goes_with_a_language_interpreter_only(spec: Spec) -> None:
    spec(tables, RULE.violations["Client"], ["tolk_zonder_taal", "doventolk_met_taal"])
