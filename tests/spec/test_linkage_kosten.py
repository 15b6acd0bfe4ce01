"""Every billed euro has a place: declared, credited, rejected, per traject and month."""

import pytest

from jeugdstelsel.linkage import query

BERICHTEN = """
    bericht_id | berichtsoort | gemeente | aanbieder | afzender | identificatie | dagtekening | declaratie_identificatie | declaratie_dagtekening
    d1         | JW323        | 0363     | 30000001  | 30000001 | 11            | 2025-02-05  |                          |
    d2         | JW323        | 0363     | 30000001  | 30000001 | 12            | 2025-03-05  |                          |
    a1         | JW325        | 0363     | 30000001  | 0363     | 21            | 2025-02-10  | 11                       | 2025-02-05
    """

PRESTATIES = """
    bericht_id | regelnummer | gemeente | aanbieder | client | toewijzing_nummer | referentie_nummer | vorig_referentie_nummer | product_categorie | product_code | begindatum | ingediend_bedrag | debet_credit
    d1         | 1           | 0363     | 30000001  | k1     | 1001              | p1                |                         | 45                | 45A04        | 2025-01-06 | 10000            | D
    d1         | 2           | 0363     | 30000001  | k1     | 1001              | p2                |                         | 45                | 45A04        | 2025-01-01 | 2550             | D
    d1         | 3           | 0363     | 30000001  | k2     | 1002              | p3                |                         | 45                | 45A04        | 2024-12-01 | 7000             | D
    d2         | 1           | 0363     | 30000001  | k1     | 1001              | p4                | p1                      | 45                | 45A04        | 2025-01-06 | 10000            | C
    d2         | 2           | 0363     | 30000001  | k1     | 1001              | p5                |                         | 45                | 45A04        | 2025-01-06 | 9000             | D
    d2         | 3           | 0363     | 30000001  | k1     | 1001              | p6                |                         | 45                | 45A05        | 2025-02-01 | 100              | D
    """

KOSTEN = query("kosten") + (
    "SELECT toewijzing_nummer, product_code, CAST(maand AS STRING), gedeclareerd, gecrediteerd, afgewezen, netto, "
    "aantal_prestaties FROM kosten"
)
TOTAAL = query("kosten") + "SELECT sum(gedeclareerd), sum(gecrediteerd), sum(afgewezen), sum(netto) FROM kosten"


def teruggestuurd(*rows):
    """Write lines that a JW325 sends back as `regel client referentie code`."""
    lines = "bericht_id | regelnummer | gemeente | aanbieder | client | referentie_nummer"
    codes = "bericht_id | klasse | regelnummer | retour_code"
    for row in rows:
        number, client, reference, code = row.split()
        lines += f"\na1 | {number} | 0363 | 30000001 | {client} | {reference}"
        codes += f"\na1 | Prestatie | {number} | {code}"
    return {"prestatie_antwoord": lines, "retourcode": codes}


def test_costs_are_per_traject_month_and_product_as_billed(spec):
    expected = [
        (1001, "45A04", "2025-01-01", 21550, 10000, 0, 11550, 4),
        (1001, "45A05", "2025-02-01", 100, 0, 0, 100, 1),
        (1002, "45A04", "2024-12-01", 7000, 0, 0, 7000, 1),
    ]
    spec({"bericht": BERICHTEN, "prestatie": PRESTATIES}, KOSTEN, expected)


def test_lines_that_a_jw325_sends_back_are_rejected(spec):
    spec(
        {"bericht": BERICHTEN, "prestatie": PRESTATIES, **teruggestuurd("1 k1 p2 9307", "2 k2 p3 0233")},
        TOTAAL,
        [(28650, 10000, 9550, 9100)],
    )


def test_a_line_with_no_remark_is_granted_and_a_line_of_another_declaration_is_left_alone(spec):
    spec(
        {"bericht": BERICHTEN, "prestatie": PRESTATIES, **teruggestuurd("1 k1 p2 0200", "2 k1 p5 9307")},
        TOTAAL,
        [(28650, 10000, 0, 18650)],
    )


@pytest.mark.parametrize(
    ("klasse", "code", "toegekend", "afgewezen"),
    [
        ("DeclaratieAntwoord", "9333", "0", 19550),
        ("DeclaratieAntwoord", "8001", "19550", 0),
        ("Header", "0001", None, 19550),
        ("Header", "0200", None, 0),
    ],
    ids=["rejected as a whole", "granted as a whole", "rejected in the header", "no remark in the header"],
)
def test_a_declaration_can_be_rejected_as_a_whole(spec, klasse, code, toegekend, afgewezen):
    tables = {
        "bericht": BERICHTEN,
        "prestatie": PRESTATIES,
        "retourcode": f"bericht_id | klasse | regelnummer | retour_code\n a1 | {klasse} | 1 | {code}",
    }
    if toegekend is not None:
        tables["declaratie_antwoord"] = f"bericht_id | regelnummer | toegekend_bedrag\n a1 | 1 | {toegekend}"
    spec(tables, query("kosten") + "SELECT sum(afgewezen) FROM kosten", [afgewezen])


def test_a_bill_on_an_unknown_number_makes_a_visible_traject(spec):
    spec(
        {"bericht": BERICHTEN, "prestatie": PRESTATIES, "koppeling_stand": "peildatum\n2025-02-19"},
        query("traject") + "SELECT toewijzing_nummer, product_code, status, bijzonderheden FROM traject",
        [
            (1001, None, "onbekend", "GEDECLAREERD_ZONDER_START TOEWIJZING_ONBEKEND"),
            (1002, "45A04", "onbekend", "GEDECLAREERD_ZONDER_START TOEWIJZING_ONBEKEND"),
        ],
    )


@pytest.mark.parametrize(
    ("peildatum", "expected"), [("2025-03-19", [(1001, 0)]), ("2025-03-20", [(1001, 1)])], ids=["in time", "too late"]
)
def test_a_bill_without_answer_after_ten_working_days_is_unpaid(spec, peildatum, expected):
    tables = {"bericht": BERICHTEN, "prestatie": PRESTATIES, "koppeling_stand": f"peildatum\n{peildatum}"}
    sql = query("traject") + (
        "SELECT toewijzing_nummer, CASE WHEN bijzonderheden LIKE '%NIET_BETAALD%' THEN 1 ELSE 0 END "
        "FROM traject WHERE toewijzing_nummer = 1001"
    )
    spec(tables, sql, expected)
