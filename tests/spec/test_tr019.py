"""Spec of TR019."""

from conftest import Spec

from jeugdstelsel.rules.tr019 import RULE

title = "TR019: een start of stop hoort bij een toewijzing aan deze jeugdige"
tables = {
    "reeks_toewijzing": """
        bericht_id | gemeente | aanbieder | regelnummer | client | toewijzing_nummer | volgorde | geldig
        t1         | 0034     | 99990001  | 1           | k1     | 300201            | 1        | ja
        t2         | 0034     | 99990001  | 1           | k1     | 300209            | 2        | nee
        """,
    "reeks_melding": """
        bericht_id                 | gemeente | aanbieder | regelnummer | toetsen | soort | client | toewijzing_nummer | volgorde
        goed                       | 0034     | 99990001  | 1           | ja      | start | k1     | 300201            | 3
        onbekend                   | 0034     | 99990001  | 1           | ja      | start | k1     | 999999            | 3
        ander_kind                 | 0034     | 99990001  | 1           | ja      | start | k2     | 300201            | 3
        te_vroeg                   | 0034     | 99990001  | 1           | ja      | start | k1     | 300201            | 1
        afgekeurde_toewijzing      | 0034     | 99990001  | 1           | ja      | start | k1     | 300209            | 3
        taakgericht                | 0034     | 99990001  | 1           | ja      | start | k1     |                   | 3
        stop_goed                  | 0034     | 99990001  | 1           | ja      | stop  | k1     | 300201            | 3
        stop_onbekend              | 0034     | 99990001  | 1           | ja      | stop  | k1     | 999999            | 3
        stop_ander_kind            | 0034     | 99990001  | 1           | ja      | stop  | k2     | 300201            | 3
        stop_te_vroeg              | 0034     | 99990001  | 1           | ja      | stop  | k1     | 300201            | 1
        stop_afgekeurde_toewijzing | 0034     | 99990001  | 1           | ja      | stop  | k1     | 300209            | 3
        stop_taakgericht           | 0034     | 99990001  | 1           | ja      | stop  | k1     |                   | 3
        """,
}


def test_a_start_needs_an_accepted_toewijzing_sent_before_it(spec: Spec) -> None:
    spec(tables, RULE.violations["StartProduct"], ["onbekend", "ander_kind", "te_vroeg", "afgekeurde_toewijzing"])


def test_a_stop_needs_an_accepted_toewijzing_sent_before_it(spec: Spec) -> None:
    spec(
        tables,
        RULE.violations["StopProduct"],
        ["stop_onbekend", "stop_ander_kind", "stop_te_vroeg", "stop_afgekeurde_toewijzing"],
    )
