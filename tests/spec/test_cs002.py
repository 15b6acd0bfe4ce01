"""Spec of CS002."""

from conftest import Spec

from jeugdstelsel.rules.cs002 import RULE

title = "CS002: het BSN voldoet aan de elfproef"
tables = {
    "client": """
        bericht_id | regelnummer | elfproef
        goed       | 1           | ja
        fout       | 1           | ja
        fout       | 2           | nee
        """,
}


def test_the_client_that_fails_is_named(spec: Spec) -> None:
    spec(tables, RULE.violations["Client"], [("fout", 2)])
