"""Spec of TR381."""

from conftest import Spec

from jeugdstelsel.rules.tr381 import RULE

title = "TR381: de productcode hoort bij de categorie"
tables = {
    "productcode": """
        gemeente | product_categorie | product_code
                 | 45                | 45A04
        0363     | 45                | YS1U
        """,
    "reeks_toewijzing": """
        bericht_id              | regelnummer | gemeente | product_categorie | product_code
        landelijk               | 1           | 0034     | 45                | 45A04
        andere_categorie        | 1           | 0034     | 41                | 45A04
        lokaal_onbekend         | 1           | 0034     | 45                | YS1U
        lokaal_eigen_lijst      | 1           | 0363     | 45                | YS1U
        categorie_zonder_lijst  | 1           | 0034     | 54                | 54001
        eigen_lijst_zonder_code | 1           | 0363     | 54                | 54001
        zonder_code             | 1           | 0034     | 45                |
        """,
    "reeks_melding": """
        bericht_id | regelnummer | toetsen | soort | gemeente | product_categorie | product_code
        start      | 1           | ja      | start | 0034     | 41                | 45A04
        stop       | 1           | ja      | stop  | 0034     | 41                | 45A04
        """,
    "reeks_verzoek": """
        bericht_id | regelnummer | klasse             | gemeente | product_categorie | product_code
        vot        | 1           | AangevraagdProduct | 0034     | 41                | 45A04
        vow        | 1           | Verzoek            | 0034     |                   |
        """,
    "reeks_wijziging": """
        bericht_id | regelnummer | soort | gemeente | product_categorie | product_code
        vow        | 1           | nieuw | 0034     | 41                | 45A04
        """,
    "reeks_prestatie": """
        bericht_id | regelnummer | gemeente | product_categorie | product_code
        prestatie  | 1           | 0034     | 41                | 45A04
        """,
}


def test_a_code_stands_on_the_national_list_or_that_of_the_gemeente_under_its_category(spec: Spec) -> None:
    spec(
        tables, RULE.violations["ToegewezenProduct"], ["andere_categorie", "lokaal_onbekend", "eigen_lijst_zonder_code"]
    )


def test_a_start_is_judged(spec: Spec) -> None:
    spec(tables, RULE.violations["StartProduct"], ["start"])


def test_a_stop_is_judged(spec: Spec) -> None:
    spec(tables, RULE.violations["StopProduct"], ["stop"])


def test_a_request_is_judged(spec: Spec) -> None:
    spec(tables, RULE.violations["AangevraagdProduct"], ["vot"])


def test_a_new_product_is_judged(spec: Spec) -> None:
    spec(tables, RULE.violations["NieuwProduct"], ["vow"])


def test_a_prestatie_is_judged(spec: Spec) -> None:
    spec(tables, RULE.violations["Prestatie"], ["prestatie"])
