"""Spec of CS139."""

from conftest import Spec

from jeugdstelsel.rules.cs139 import RULE

title = "CS139: onbekende delen van een geboortedatum zijn 01 en 1900"
tables = {
    "client": """
        bericht_id     | regelnummer | geboortedatum | datum_gebruik
        bekend         | 1           | 2014-05-09    |
        dag_onbekend   | 1           | 2014-05-01    | 1
        maand_onbekend | 1           | 2014-01-01    | 2
        onbekend       | 1           | 1900-01-01    | 3
        geen_datum     | 1           |               |
        dag_fout       | 1           | 2014-05-09    | 1
        maand_fout     | 1           | 2014-05-01    | 2
        dag_fout_bij_2 | 1           | 2014-01-02    | 2
        jaar_fout      | 1           | 2014-01-01    | 3
        """,
    "relatie": """
        bericht_id     | regelnummer | geboortedatum | datum_gebruik
        bekend         | 1           | 2014-05-09    |
        dag_onbekend   | 1           | 2014-05-01    | 1
        maand_onbekend | 1           | 2014-01-01    | 2
        onbekend       | 1           | 1900-01-01    | 3
        geen_datum     | 1           |               |
        dag_fout       | 1           | 2014-05-09    | 1
        maand_fout     | 1           | 2014-05-01    | 2
        dag_fout_bij_2 | 1           | 2014-01-02    | 2
        jaar_fout      | 1           | 2014-01-01    | 3
        """,
}


def test_the_young_person(spec: Spec) -> None:
    spec(tables, RULE.violations["Client"], ["dag_fout", "maand_fout", "dag_fout_bij_2", "jaar_fout"])


def test_a_relation(spec: Spec) -> None:
    spec(tables, RULE.violations["Relatie"], ["dag_fout", "maand_fout", "dag_fout_bij_2", "jaar_fout"])
