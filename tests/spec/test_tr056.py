"""Spec of TR056."""

from conftest import Spec

from jeugdstelsel.rules.tr056 import RULE

title = "TR056: een afzender gebruikt een identificatie één keer per berichtsoort"
tables = {
    "reeks_bericht": """
        bericht_id      | berichtsoort | afzender | identificatie | volgorde | geldig
        eerste          | JW301        | 0034     | M1            | 1        | ja
        tweede          | JW301        | 0034     | M1            | 2        | ja
        andere_soort    | JW319        | 0034     | M1            | 3        | ja
        andere_afzender | JW301        | 0035     | M1            | 4        | ja
        afgekeurd       | JW301        | 0034     | M2            | 5        | nee
        na_afgekeurd    | JW301        | 0034     | M2            | 6        | ja
        """,
}


def test_only_a_second_message_of_the_same_kind_and_sender_is_wrong(spec: Spec) -> None:
    spec(tables, RULE.violations["Header"], ["tweede"])
