"""Spec of TR101."""

from conftest import Spec

from jeugdstelsel.rules.tr101 import RULE

title = "TR101: binnen een bericht is elke sleutel uniek"
tables = {
    "client": """
        bericht_id | regelnummer | client
        d1         | 1           | k1
        d1         | 2           | k2
        d2         | 1           | k1
        d2         | 2           | k1
        """,
    "contact": """
        bericht_id | van_relatie | regelnummer | soort
        t1         | 0           | 1           | 01
        t1         | 0           | 2           | 03
        t1         | 1           | 1           | 01
        t2         | 0           | 1           | 02
        t2         | 0           | 2           | 02
        """,
    "relatie": """
        bericht_id | regelnummer | nummer
        t1         | 1           | r1
        t1         | 2           | r2
        t2         | 1           | r1
        t2         | 2           | r1
        """,
    "toegewezen_product": """
        bericht_id | regelnummer | toewijzing_nummer
        t1         | 1           | 1
        t1         | 2           | 2
        t2         | 1           | 1
        t2         | 2           | 1
        t2         | 3           | 1
        """,
    "melding": """
        bericht_id     | soort | regelnummer | toewijzing_nummer | product_categorie | product_code | begindatum | einddatum  | reden_beeindiging
        andere_datum   | start | 1           | 1                 | 45                | 45A04        | 2026-01-01 |            |
        andere_datum   | start | 2           | 1                 | 45                | 45A04        | 2026-01-02 |            |
        code_leeg      | start | 1           | 1                 | 45                | 45A04        | 2026-01-01 |            |
        code_leeg      | start | 2           | 1                 | 45                |              | 2026-01-01 |            |
        ander_nummer   | start | 1           | 1                 | 45                | 45A04        | 2026-01-01 |            |
        ander_nummer   | start | 2           | 2                 | 45                | 45A04        | 2026-01-01 |            |
        andere_soort   | start | 1           |                   | 45                |              | 2026-01-01 |            |
        andere_soort   | start | 2           |                   | 46                |              | 2026-01-01 |            |
        dubbel         | start | 1           | 1                 | 45                | 45A04        | 2026-01-01 |            |
        dubbel         | start | 2           | 1                 | 45                | 45A04        | 2026-01-01 |            |
        taakgericht    | start | 1           |                   | 45                |              | 2026-01-01 |            |
        taakgericht    | start | 2           |                   | 45                |              | 2026-01-01 |            |
        andere_reden   | stop  | 1           | 1                 | 45                | 45A04        | 2026-01-01 | 2026-01-31 | 20
        andere_reden   | stop  | 2           | 1                 | 45                | 45A04        | 2026-01-01 | 2026-01-31 | 31
        stop_nummer    | stop  | 1           | 1                 | 45                | 45A04        | 2026-01-01 | 2026-01-31 | 31
        stop_nummer    | stop  | 2           | 2                 | 45                | 45A04        | 2026-01-01 | 2026-01-31 | 31
        stop_categorie | stop  | 1           | 1                 | 45                | 45A04        | 2026-01-01 | 2026-01-31 | 31
        stop_categorie | stop  | 2           | 1                 | 46                | 45A04        | 2026-01-01 | 2026-01-31 | 31
        stop_code      | stop  | 1           | 1                 | 45                | 45A04        | 2026-01-01 | 2026-01-31 | 31
        stop_code      | stop  | 2           | 1                 | 45                |              | 2026-01-01 | 2026-01-31 | 31
        stop_begin     | stop  | 1           | 1                 | 45                | 45A04        | 2026-01-01 | 2026-01-31 | 31
        stop_begin     | stop  | 2           | 1                 | 45                | 45A04        | 2026-01-02 | 2026-01-31 | 31
        stop_einde     | stop  | 1           | 1                 | 45                | 45A04        | 2026-01-01 | 2026-01-31 | 31
        stop_einde     | stop  | 2           | 1                 | 45                | 45A04        | 2026-01-01 | 2026-01-30 | 31
        dubbele_stop   | stop  | 1           | 1                 | 45                | 45A04        | 2026-01-01 | 2026-01-31 | 31
        dubbele_stop   | stop  | 2           | 1                 | 45                | 45A04        | 2026-01-01 | 2026-01-31 | 31
        """,
    "aangevraagd_product": """
        bericht_id | regelnummer | referentie_aanbieder
        v1         | 1           | A
        v1         | 2           | B
        v2         | 1           | A
        v2         | 2           | A
        """,
    "wijziging": """
        bericht_id | soort       | regelnummer | toewijzing_nummer | product_categorie | product_code | gewenste_ingangsdatum
        w1         | ongewijzigd | 1           | 1                 |                   |              |
        w1         | te_wijzigen | 1           | 1                 |                   |              | 2026-03-01
        w1         | nieuw       | 1           |                   | 45                | 45A04        | 2026-03-01
        w1         | nieuw       | 2           |                   | 45                | 45A04        | 2026-04-01
        w1         | ongewijzigd | 2           | 2                 |                   |              |
        w1         | te_wijzigen | 2           | 2                 |                   |              | 2026-03-01
        w1         | nieuw       | 3           |                   | 46                | 45A04        | 2026-03-01
        w1         | nieuw       | 4           |                   | 45                |              | 2026-03-01
        w2         | ongewijzigd | 1           | 1                 |                   |              |
        w2         | ongewijzigd | 2           | 1                 |                   |              |
        w3         | te_wijzigen | 1           | 1                 |                   |              | 2026-03-01
        w3         | te_wijzigen | 2           | 1                 |                   |              | 2026-04-01
        w4         | nieuw       | 1           |                   | 45                | 45A04        | 2026-03-01
        w4         | nieuw       | 2           |                   | 45                | 45A04        | 2026-03-01
        """,
    "prestatie": """
        bericht_id    | regelnummer | client_regelnummer | referentie_nummer | vorig_referentie_nummer
        andere_client | 1           | 1                  | P1                |
        andere_client | 2           | 2                  | P1                |
        ander_vorig   | 1           | 1                  | P1                |
        ander_vorig   | 2           | 1                  | P1                | P0
        ander_nummer  | 1           | 1                  | P1                |
        ander_nummer  | 2           | 1                  | P2                |
        dubbel        | 1           | 1                  | P1                |
        dubbel        | 2           | 1                  | P1                |
        """,
    "prestatie_antwoord": """
        bericht_id   | regelnummer | client_regelnummer | referentie_nummer | vorig_referentie_nummer
        terug_client | 1           | 1                  | P2                | P1
        terug_client | 2           | 2                  | P2                | P1
        terug_nummer | 1           | 1                  | P2                | P1
        terug_nummer | 2           | 1                  | P3                | P1
        terug_vorig  | 1           | 1                  | P2                | P1
        terug_vorig  | 2           | 1                  | P2                | P0
        terug_dubbel | 1           | 1                  | P2                | P1
        terug_dubbel | 2           | 1                  | P2                | P1
        """,
}


def test_a_client_stands_once_in_a_message(spec: Spec) -> None:
    spec(tables, RULE.violations["Client"], [("d2", 2)])


def test_one_contact_of_each_kind_and_relations_apart(spec: Spec) -> None:
    spec(tables, RULE.violations["Contact"], [("t2", 2)])


def test_a_relation_has_its_own_number(spec: Spec) -> None:
    spec(tables, RULE.violations["Relatie"], [("t2", 2)])


def test_a_toewijzing_stands_once_and_the_last_double_is_named(spec: Spec) -> None:
    spec(tables, RULE.violations["ToegewezenProduct"], [("t2", 3)])


def test_a_start_without_number_has_its_product_as_key(spec: Spec) -> None:
    spec(tables, RULE.violations["StartProduct"], [("dubbel", 2), ("taakgericht", 2)])


def test_the_reason_is_part_of_the_key_of_a_stop(spec: Spec) -> None:
    spec(tables, RULE.violations["StopProduct"], [("dubbele_stop", 2)])


def test_a_request_has_its_own_reference(spec: Spec) -> None:
    spec(tables, RULE.violations["AangevraagdProduct"], [("v2", 2)])


def test_unchanged_products(spec: Spec) -> None:
    spec(tables, RULE.violations["OngewijzigdProduct"], [("w2", 2)])


def test_changed_products(spec: Spec) -> None:
    spec(tables, RULE.violations["TeWijzigenProduct"], [("w3", 2)])


def test_new_products(spec: Spec) -> None:
    spec(tables, RULE.violations["NieuwProduct"], [("w4", 2)])


def test_a_prestatie_stands_once_under_its_client(spec: Spec) -> None:
    spec(tables, RULE.violations["Prestatie"], [("dubbel", 2), ("terug_dubbel", 2)])
