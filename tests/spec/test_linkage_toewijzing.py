"""Versions of a toewijzing, the request it answers, and what became of it."""

from jeugdstelsel.linkage import query

BERICHTEN = """
    bericht_id | berichtsoort | afzender | identificatie | dagtekening
    v1         | JW315        | 30000001 | 1             | 2025-01-02
    w1         | JW317        | 30000001 | 2             | 2025-03-03
    t1         | JW301        | 0363     | 3             | 2025-01-07
    t2         | JW301        | 0363     | 4             | 2025-03-10
    t3         | JW301        | 0363     | 5             | 2025-04-01
    s1         | JW305        | 30000001 | 6             | 2025-01-20
    r1         | JW302        | 0363     | 3             | 2025-01-07
    """

TOEWIJZING = (
    "bericht_id | regelnummer | gemeente | aanbieder | client | toewijzing_nummer | referentie_aanbieder "
    "| product_categorie | product_code | toewijzingsdatum | toewijzingstijd | ingangsdatum | einddatum "
    "| reden_wijziging\n"
)

VOT = """
    bericht_id | regelnummer | gemeente | aanbieder | client | referentie_aanbieder | product_categorie | verwijzer_type
    v1         | 1           | 0363     | 30000001  | k1     | A                    | 45                | 02
    """

VOW = """
    bericht_id | regelnummer | gemeente | aanbieder | client | referentie_aanbieder | reden_verzoek
    w1         | 1           | 0363     | 30000001  | k1     | B                    | 1
    """

START = """
    bericht_id | gemeente | aanbieder | client | soort | toewijzing_nummer | product_categorie | begindatum | status_aanlevering
    s1         | 0363     | 30000001  | k1     | start | 1001              | 45                | 2025-01-15 | 1
    """


def toewijzingen(*rows):
    """Write versions as `bericht nummer referentie datum tijd ingang eind reden`; - is empty."""
    lines = []
    for number, row in enumerate(rows, start=1):
        bericht, nummer, ref, datum, tijd, ingang, eind, reden = ["" if x == "-" else x for x in row.split()]
        lines.append(
            f"{bericht}|{number}|0363|30000001|k1|{nummer}|{ref}|45|45A04|{datum}|{tijd}|{ingang}|{eind}|{reden}"
        )
    return TOEWIJZING + "\n".join(lines)


def traject(columns):
    return query("traject") + f"SELECT {columns} FROM traject"


def test_the_latest_toewijzingsdatum_and_tijd_wins_and_the_earliest_tells_the_decision(spec):
    rows = toewijzingen(
        "t3 1001 - 2025-01-05 09:00:00 2025-01-06 2025-12-31 -",
        "t1 1001 - 2025-03-09 10:30:00 2025-01-06 2025-09-30 05",
        "t2 1001 - 2025-03-09 10:15:00 2025-01-06 2025-10-31 05",
    )
    spec(
        {"bericht": BERICHTEN, "toegewezen_product": rows},
        traject("CAST(toewijzingsdatum AS STRING), CAST(einddatum AS STRING), reden_wijziging, status"),
        [("2025-01-05", "2025-09-30", "05", "toegewezen")],
    )


def test_the_same_number_in_two_gemeenten_or_for_two_children_is_two_trajecten(spec):
    rows = toewijzingen("t1 1001 - 2025-01-05 09:00:00 2025-01-06 - -").splitlines()
    rows += [rows[1].replace("0363", "0344"), rows[1].replace("|k1|", "|k2|").replace("|1|", "|2|")]
    spec(
        {"bericht": BERICHTEN, "toegewezen_product": "\n".join(rows)},
        traject("gemeente, client"),
        [("0363", "k1"), ("0344", "k1"), ("0363", "k2")],
    )


def test_reason_13_means_never_sent_and_its_start_counts_nowhere(spec):
    rows = toewijzingen(
        "t1 1001 - 2025-01-05 09:00:00 2025-01-06 - -",
        "t2 1001 - 2025-03-09 10:30:00 2025-01-06 2025-01-06 13",
    )
    spec(
        {"bericht": BERICHTEN, "toegewezen_product": rows, "melding": START},
        traject("status, leverperioden, bijzonderheden"),
        [("vervallen", None, None)],
    )
    spec(
        {"bericht": BERICHTEN, "toegewezen_product": rows, "melding": START},
        query("signaal") + "SELECT code FROM signaal",
        ["VERVALLEN_IN_GEBRUIK"],
    )


def test_a_withdrawal_that_was_itself_corrected_later_does_not_count(spec):
    rows = toewijzingen(
        "t1 1001 - 2025-01-05 09:00:00 2025-01-06 2025-01-06 13",
        "t2 1001 - 2025-03-09 10:30:00 2025-01-06 2025-12-31 14",
    )
    spec({"bericht": BERICHTEN, "toegewezen_product": rows}, traject("status"), ["toegewezen"])


def test_the_reference_links_to_the_request_also_when_a_later_version_lost_it(spec):
    rows = toewijzingen(
        "t2 1001 - 2025-03-09 10:30:00 2025-01-10 2025-12-31 04",
        "t1 1001 A 2025-01-05 09:00:00 2025-01-06 2025-06-30 -",
    )
    spec(
        {"bericht": BERICHTEN, "toegewezen_product": rows, "aangevraagd_product": VOT, "melding": START},
        traject(
            "CAST(datum_verzoek AS STRING), verwijzer, dagen_verzoek_toewijzing, dagen_toewijzing_start, "
            "dagen_verzoek_start, dagen_ingang_start"
        ),
        [("2025-01-02", "02", 3, 10, 13, 5)],
    )


def test_a_reference_of_another_child_or_aanbieder_links_nothing(spec):
    rows = toewijzingen("t1 1001 A 2025-01-05 09:00:00 2025-01-06 2025-06-30 -")
    for other in (VOT.replace("k1", "k2"), VOT.replace("30000001", "30000002")):
        spec(
            {"bericht": BERICHTEN, "toegewezen_product": rows, "aangevraagd_product": other},
            traject("CAST(datum_verzoek AS STRING)"),
            [None],
        )


WIJZIGING = """
    bericht_id | regelnummer | gemeente | aanbieder | client | soort       | toewijzing_nummer | product_categorie
    w1         | 1           | 0363     | 30000001  | k1     | te_wijzigen | 1001              |
    w1         | 1           | 0363     | 30000001  | k1     | nieuw       |                   | 41
    """


def test_a_change_asked_by_jw317_keeps_the_first_request_and_a_new_product_gets_its_date(spec):
    rows = toewijzingen(
        "t1 1001 A 2025-01-05 09:00:00 2025-01-06 - -",
        "t2 1001 B 2025-03-09 10:30:00 2025-01-06 2025-12-31 12",
        "t2 1002 B 2025-03-09 10:30:00 2025-03-17 2025-12-31 -",
    )
    tables = {
        "bericht": BERICHTEN,
        "toegewezen_product": rows,
        "aangevraagd_product": VOT,
        "verzoek": VOW,
        "wijziging": WIJZIGING,
    }
    columns = "toewijzing_nummer, CAST(datum_verzoek AS STRING), verwijzer"
    spec(tables, traject(columns), [(1001, "2025-01-02", "02"), (1002, "2025-03-03", None)])


def test_a_changed_toewijzing_that_nobody_requested_keeps_no_request(spec):
    rows = toewijzingen(
        "t1 1001 - 2025-01-05 09:00:00 2025-01-06 - -",
        "t2 1001 B 2025-03-09 10:30:00 2025-01-06 2025-12-31 12",
    )
    tables = {"bericht": BERICHTEN, "toegewezen_product": rows, "verzoek": VOW, "wijziging": WIJZIGING}
    spec(tables, traject("CAST(datum_verzoek AS STRING)"), [None])


def test_a_message_that_a_retour_message_rejected_was_never_sent(spec):
    rows = toewijzingen("t1 1001 - 2025-01-05 09:00:00 2025-01-06 - -")
    codes = "bericht_id | klasse | regelnummer | retour_code\n r1 | Header | 1 | 0200\n r1 | ToegewezenProduct | 1 | {}"
    tables = {"bericht": BERICHTEN, "toegewezen_product": rows}
    for code, expected in (("9332", []), ("0233", ["toegewezen"]), ("0200", ["toegewezen"])):
        given = codes.format(code) if code != "0200" else codes.splitlines()[0] + "\n r1 | Header | 1 | 0200"
        spec({**tables, "retourcode": given}, traject("status"), expected)


def test_a_start_without_known_toewijzing_stays_visible(spec):
    spec(
        {"bericht": BERICHTEN, "melding": START, "koppeling_stand": "peildatum\n2025-02-01"},
        traject("toewijzing_nummer, CAST(toewijzingsdatum AS STRING), product_categorie, status, bijzonderheden"),
        [(1001, None, "45", "gestart", "TOEWIJZING_ONBEKEND")],
    )


def test_year_of_birth_and_gender_come_from_the_last_message(spec):
    rows = toewijzingen("t1 1001 - 2025-01-05 09:00:00 2025-01-06 - -")
    people = """
        bericht_id | client | geboortejaar | geslacht
        s1         | k1     | 2012         | 0
        t1         | k1     | 2011         | 2
        t2         | k1     |              | 1
        """
    spec(
        {"bericht": BERICHTEN, "toegewezen_product": rows, "client": people},
        traject("geboortejaar, geslacht"),
        [(2012, "1")],
    )
