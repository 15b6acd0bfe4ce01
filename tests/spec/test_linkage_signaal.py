"""What is overdue, contradictory or unpaid, and from which day."""

import pytest

from jeugdstelsel.linkage import query

BERICHTEN = """
    bericht_id | berichtsoort | dagtekening
    v          | JW315        | 2025-01-02
    t          | JW301        | 2025-01-06
    t2         | JW301        | 2025-01-20
    t3         | JW301        | 2025-03-10
    o          | JW319        | 2025-01-08
    s          | JW305        | 2025-01-10
    s2         | JW305        | 2025-02-20
    e          | JW307        | 2025-02-20
    """

TOEWIJZING = (
    "bericht_id | regelnummer | gemeente | aanbieder | client | toewijzing_nummer | referentie_aanbieder "
    "| product_categorie | product_code | toewijzingsdatum | toewijzingstijd | ingangsdatum | einddatum\n"
)
MELDING = (
    "bericht_id | gemeente | aanbieder | client | toewijzing_nummer | product_categorie | product_code "
    "| soort | begindatum | einddatum | reden_beeindiging | status_aanlevering\n"
)
VOT = """
    bericht_id | regelnummer | gemeente | aanbieder | client | referentie_aanbieder | product_categorie
    v          | 1           | 0363     | 30000001  | k1     | A                    | 45
    """
ONDERZOEK = """
    bericht_id | regelnummer | gemeente | aanbieder | referentie_aanbieder | verzoek_antwoord
    o          | 1           | 0363     | 30000001  | A                    | 2
    """
SIGNALEN = query("signaal") + "SELECT code, CAST(sinds AS STRING) FROM signaal"


def toewijzing(bericht="t", nummer=1001, referentie="", ingang="2025-01-06", eind="", code="45A04"):
    return f"{bericht}|{nummer}|0363|30000001|k1|{nummer}|{referentie}|45|{code}|2025-01-06|09:00:00|{ingang}|{eind}"


def start(bericht="s", begin="2025-01-08", aanbieder="30000001"):
    return f"{bericht}|0363|{aanbieder}|k1|1001|45|45A04|start|{begin}|||1"


def stop(bericht="e", begin="2025-01-08", eind="2025-02-18", reden="31"):
    return f"{bericht}|0363|30000001|k1|1001|45|45A04|stop|{begin}|{eind}|{reden}|1"


CASES = {
    "everything in time and in order": ([toewijzing(eind="2025-06-30")], [start(), stop()], []),
    "ended without a start, from the day after": (
        [toewijzing(eind="2025-03-31")],
        [],
        [("GEEN_START", "2025-04-01")],
    ),
    "started and ended without a stop, after five working days (OP288, OP272)": (
        [toewijzing(eind="2025-03-31")],
        [start()],
        [("GEEN_STOP", "2025-04-08")],
    ),
    "a start told more than five working days later (OP271)": (
        [toewijzing()],
        [start("s2", "2025-02-12")],
        [("START_TE_LAAT", "2025-02-20")],
    ),
    "with a retroactive toewijzing the term runs from its receipt (OP271)": (
        [toewijzing("t2", ingang="2024-12-01")],
        [start(begin="2024-12-02")],
        [],
    ),
    "a stop told more than five working days later (OP272)": (
        [toewijzing()],
        [start(), stop(eind="2025-02-12")],
        [("STOP_TE_LAAT", "2025-02-20")],
    ),
    "a definitive stop after a pause has its term from when the end is known": (
        [toewijzing()],
        [start(), stop("s", eind="2025-01-09", reden="20"), stop(eind="2025-01-31")],
        [],
    ),
    "a stop without a start of that day (TR382)": (
        [toewijzing()],
        [start(), stop(begin="2025-01-07")],
        [("STOP_ZONDER_START", None)],
    ),
    "a start while the previous one runs (TR326)": (
        [toewijzing()],
        [start(), start("s2", "2025-02-17")],
        [("DUBBELE_START", "2025-02-17")],
    ),
    "delivered before the toewijzing": (
        [toewijzing(ingang="2025-01-09")],
        [start()],
        [("BUITEN_LOOPTIJD", None)],
    ),
    "delivered after the toewijzing": (
        [toewijzing(eind="2025-02-17")],
        [start(), stop()],
        [("BUITEN_LOOPTIJD", None)],
    ),
    "two toewijzingen of one product over each other": (
        [toewijzing(), toewijzing(nummer=1002, ingang="2025-02-01")],
        [start()],
        [("OVERLAP", "2025-02-01")],
    ),
    "two products side by side do not overlap": (
        [toewijzing(), toewijzing(nummer=1002, ingang="2025-02-01", code="45A05")],
        [start()],
        [],
    ),
    "a start of another aanbieder on this number": (
        [toewijzing()],
        [start(aanbieder="30000002")],
        [("ANDERE_AANBIEDER", None)],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_chain_shows_what_is_wrong(spec, case):
    toewijzingen, meldingen, expected = CASES[case]
    tables = {"bericht": BERICHTEN, "toegewezen_product": TOEWIJZING + "\n".join(toewijzingen)}
    if meldingen:
        tables["melding"] = MELDING + "\n".join(meldingen)
    spec(tables, SIGNALEN, expected)


REQUESTS = {
    "answered within five working days": ("t", None, []),
    "answered too late (OP274)": ("t2", None, [("VERZOEK_TE_LAAT", "2025-01-10")]),
    "under study gives eight weeks": ("t2", ONDERZOEK, []),
    "eight weeks is the last term": ("t3", ONDERZOEK, [("VERZOEK_TE_LAAT", "2025-02-28")]),
    "never answered (OP344)": (None, None, [("VERZOEK_ONBEANTWOORD", "2025-01-10")]),
    "studied and never answered": (None, ONDERZOEK, [("VERZOEK_ONBEANTWOORD", "2025-02-28")]),
}


@pytest.mark.parametrize("case", REQUESTS)
def test_a_request_has_a_term(spec, case):
    bericht, onderzoek, expected = REQUESTS[case]
    tables = {"bericht": BERICHTEN, "aangevraagd_product": VOT}
    if bericht:
        tables["toegewezen_product"] = TOEWIJZING + toewijzing(bericht, referentie="A")
    if onderzoek:
        tables["antwoord"] = onderzoek
    spec(tables, SIGNALEN, expected)


@pytest.mark.parametrize(("peildatum", "expected"), [("2025-03-31", [None]), ("2025-04-01", ["GEEN_START"])])
def test_bijzonderheden_hold_on_the_peildatum(spec, peildatum, expected):
    tables = {
        "bericht": BERICHTEN,
        "toegewezen_product": TOEWIJZING + toewijzing(eind="2025-03-31"),
        "koppeling_stand": f"peildatum\n{peildatum}",
    }
    spec(tables, query("traject") + "SELECT bijzonderheden FROM traject", expected)
