"""Spec of TR342."""

from conftest import Spec

from jeugdstelsel.rules.tr342 import RULE

title = "TR342: het antwoord bevat precies de afgewezen prestaties"
tables = {
    "declaratie_antwoord": """
        bericht_id        | regelnummer | ingediend_bedrag | ingediend_debet_credit | toegekend_bedrag | toegekend_debet_credit
        toegekend         | 1           | 500              | D                      | 500              | D
        deels             | 1           | 500              | D                      | 300              | D
        credit_terug      | 1           | 400              | C                      | 0                | D
        afgekeurd         | 1           | 500              | D                      | 0                | D
        onverklaard       | 1           | 500              | D                      | 300              | D
        een_cent          | 1           | 500              | D                      | 300              | D
        teken             | 1           | 400              | C                      | 400              | D
        afgekeurd_betaald | 1           | 500              | D                      | 500              | D
        """,
    "prestatie_antwoord": """
        bericht_id   | regelnummer | ingediend_bedrag | debet_credit
        deels        | 1           | 250              | D
        deels        | 2           | 50               | C
        credit_terug | 1           | 400              | C
        een_cent     | 1           | 201              | D
        """,
    "retourcode": """
        bericht_id        | klasse             | regelnummer | retour_code
        toegekend         | DeclaratieAntwoord | 1           | 8001
        deels             | DeclaratieAntwoord | 1           | 0200
        deels             | Prestatie          | 1           | 9321
        afgekeurd         | DeclaratieAntwoord | 1           | 9333
        afgekeurd_betaald | DeclaratieAntwoord | 1           | 9333
        """,
}


def test_the_difference_is_explained_to_the_cent_or_nothing_is_granted(spec: Spec) -> None:
    spec(tables, RULE.violations["DeclaratieAntwoord"], ["onverklaard", "een_cent", "teken", "afgekeurd_betaald"])
