"""The agenda as data: every row of the documents is there, keeps its place, and is edited with its history."""

from datetime import date

from jeugdstelsel.standaard import agenda
from jeugdstelsel.standaard.agenda import Termijn, afspraken, moties, wetten

SLIPPED = {
    "convenant", "reikwijdte", "wvbjz", "zorgvormen", "reele-prijzen", "wams", "wibz", "niet-doen", "brede-analyse",
    "monitor", "routekaart", "kostenonderzoek", "financieringsmodel", "perspectiefplan", "verevening",
}  # fmt: skip


def test_the_documents_are_counted_in_full() -> None:
    assert (len(agenda.opgaven()), len(agenda.implementatielijnen()), len(agenda.kenmerken())) == (10, 6, 17)
    assert (len(agenda.tegenstrijdigheden()), len(agenda.open_punten())) == (18, 22)
    assert (len(afspraken()), len(wetten()), len(moties())) == (196, 26, 43)
    assert {name: len([a for a in afspraken() if a.startswith(name)]) for name in ("2.", "3-", "4.")} == {
        "2.": 162, "3-": 13, "4.": 21,
    }  # fmt: skip


def test_every_row_names_its_place_in_a_document() -> None:
    known = set(agenda.documenten())
    drukken = [d for item in (*afspraken().values(), *wetten().values(), *moties().values()) for d in item.drukken]
    assert {druk.document for druk in drukken} <= known
    assert all(druk.plaats.split()[0] == druk.document for druk in drukken)
    assert all(druk.termijn.stand in agenda.STANDEN for druk in drukken)
    assert all(each.plaats.startswith("HA ") for each in (*afspraken().values(), *agenda.opgaven().values()))


def test_every_slipped_deadline_of_the_dossier_keeps_each_plan() -> None:
    assert set(wetten()) > SLIPPED
    plans = [(druk.document, druk.termijn.wanneer) for druk in wetten()["reikwijdte"].drukken]
    assert plans == [
        ("HA", "indiening bij de Tweede Kamer in 2024 (najaar)"),
        ("VB", "internetconsultatie zo snel mogelijk; indiening in de loop van 2026"),
        ("RK", "consultatie start in Q1 2026"),
    ]


def test_an_agreement_belongs_to_the_opgave_and_the_line_of_its_paragraph() -> None:
    found = {code: (afspraken()[code].opgave, afspraken()[code].lijn) for code in ("2.1.1-1", "2.1.4-1", "2.7.9-c")}
    assert found == {"2.1.1-1": ("1", "1"), "2.1.4-1": ("3", "1"), "2.7.9-c": ("8", "5")}
    assert (afspraken()["3-1"].opgave, afspraken()["4.4-2"].opgave) == ("10", "")
    assert {each.opgave for each in afspraken().values()} == set(agenda.opgaven()) | {""}


def test_an_agreement_takes_over_the_later_plan_of_its_law() -> None:
    days = [druk.termijn.uiterlijk for druk in afspraken()["2.3.1-1"].drukken]
    assert days == [date(2023, 12, 31), date(2025, 12, 21), date(2026, 3, 31)]


def test_links_between_the_files_lead_somewhere() -> None:
    assert {each.wet for each in afspraken().values()} - {""} <= set(wetten())
    assert {each.soort for each in agenda.overleggen()} <= set(agenda.overlegsoorten())
    assert {each.overleg for each in agenda.besluiten()} <= {each.overleg for each in agenda.overleggen()}
    assert {code for each in agenda.besluiten() for code in each.afspraken} <= set(afspraken())


def test_after_the_summer_is_no_last_day_but_a_day_to_ask() -> None:
    term = moties()["mt05"].drukken[0].termijn
    assert (term.uiterlijk, term.opvolgen_vanaf) == (None, date(2025, 9, 22))
    assert Termijn("na de zomer", None, "loopt").opvolgen_vanaf is None


def test_a_plan_to_start_is_kept_by_what_runs() -> None:
    assert Termijn("start in 2023", None, "loopt").is_begin
    assert not Termijn("consultatie start in Q1 2026", None, "loopt").is_begin
