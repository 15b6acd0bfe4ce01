"""Who waits: for an answer to a request, or for the start of help."""

import pytest

from jeugdstelsel.linkage import query

BERICHTEN = """
    bericht_id | berichtsoort | afzender | identificatie | dagtekening
    v1         | JW315        | 30000001 | 1             | 2025-01-02
    w1         | JW317        | 30000001 | 2             | 2025-01-03
    a1         | JW319        | 0363     | 3             | 2025-01-07
    t1         | JW301        | 0363     | 4             | 2025-01-09
    s1         | JW305        | 30000001 | 5             | 2025-01-20
    d1         | JW323        | 30000001 | 6             | 2025-02-05
    """

VOT = """
    bericht_id | regelnummer | gemeente | aanbieder | client | referentie_aanbieder | product_categorie | verwijzer_type
    v1         | 1           | 0363     | 30000001  | k1     | A                    | 45                | 02
    """

TOEWIJZING = """
    bericht_id | regelnummer | gemeente | aanbieder | client | toewijzing_nummer | referentie_aanbieder | product_categorie | toewijzingsdatum | toewijzingstijd | ingangsdatum | einddatum  | reden_wijziging
    t1         | 1           | 0363     | 30000001  | k1     | 1001              | A                    | 45                | 2025-01-08       | 09:00:00        | 2025-01-15   | 2025-06-30 | REDEN
    """

START = """
    bericht_id | gemeente | aanbieder | client | soort | toewijzing_nummer | product_categorie | begindatum | status_aanlevering
    s1         | 0363     | 30000001  | k1     | start | 1001              | 45                | 2025-01-15 | 1
    """

WACHTENDE = query("wachtende") + (
    "SELECT soort, product_categorie, verwijzer, CAST(sinds AS STRING), CAST(tot AS STRING) FROM wachtende"
)
WACHT_OP_ANTWOORD = [("verzoek", "45", "02", "2025-01-02", None)]
WACHT_OP_START = [("start", "45", "02", "2025-01-15", "2025-06-30")]


def antwoord(code, aanbieder="30000001"):
    return (
        "bericht_id | regelnummer | gemeente | aanbieder | referentie_aanbieder | verzoek_antwoord\n"
        f"a1 | 1 | 0363 | {aanbieder} | A | {code}"
    )


def test_a_request_without_answer_waits(spec):
    spec({"bericht": BERICHTEN, "aangevraagd_product": VOT}, WACHTENDE, WACHT_OP_ANTWOORD)


@pytest.mark.parametrize(
    ("given", "expected"),
    [(antwoord("1"), []), (antwoord("2"), WACHT_OP_ANTWOORD), (antwoord("1", "30000002"), WACHT_OP_ANTWOORD)],
    ids=["a rejection closes it", "under study keeps it waiting", "an answer to another aanbieder is not for this"],
)
def test_an_answer_names_no_child_and_is_found_by_its_reference(spec, given, expected):
    spec({"bericht": BERICHTEN, "aangevraagd_product": VOT, "antwoord": given}, WACHTENDE, expected)


def test_a_toewijzing_answers_the_request_and_starts_the_wait_for_help(spec):
    tables = {"bericht": BERICHTEN, "aangevraagd_product": VOT, "toegewezen_product": TOEWIJZING.replace("REDEN", "")}
    spec(tables, WACHTENDE, WACHT_OP_START)
    spec({**tables, "melding": START}, WACHTENDE, [])


def test_a_withdrawn_toewijzing_answers_nothing(spec):
    given = TOEWIJZING.replace("REDEN", "13").replace("2025-06-30", "2025-01-15")
    spec(
        {"bericht": BERICHTEN, "aangevraagd_product": VOT, "toegewezen_product": given},
        WACHTENDE,
        WACHT_OP_ANTWOORD,
    )


@pytest.mark.parametrize(("debet_credit", "expected"), [("D", []), ("C", WACHT_OP_START)], ids=["billed", "credited"])
def test_whose_help_is_billed_does_not_wait_any_more(spec, debet_credit, expected):
    prestatie = (
        "bericht_id | regelnummer | gemeente | aanbieder | client | toewijzing_nummer | referentie_nummer "
        "| product_categorie | begindatum | ingediend_bedrag | debet_credit\n"
        f"d1 | 1 | 0363 | 30000001 | k1 | 1001 | p1 | 45 | 2025-01-15 | 1000 | {debet_credit}"
    )
    tables = {"bericht": BERICHTEN, "aangevraagd_product": VOT, "toegewezen_product": TOEWIJZING.replace("REDEN", "")}
    spec({**tables, "prestatie": prestatie}, WACHTENDE, expected)


@pytest.mark.parametrize(
    ("soort", "expected"), [("nieuw", ["verzoek"]), ("te_wijzigen", [])], ids=["new help", "a change"]
)
def test_a_jw317_waits_only_when_it_asks_for_new_help(spec, soort, expected):
    tables = {
        "bericht": BERICHTEN,
        "verzoek": """
            bericht_id | regelnummer | gemeente | aanbieder | client | referentie_aanbieder
            w1         | 1           | 0363     | 30000001  | k1     | B
            """,
        "wijziging": f"bericht_id | regelnummer | soort | product_categorie\n w1 | 1 | {soort} | 41",
    }
    spec(tables, query("wachtende") + "SELECT soort FROM wachtende", expected)
