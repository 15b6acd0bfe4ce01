"""The agenda as data: every row of the documents is there, keeps its place, and is edited with its history."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from jeugdstelsel.model import GebruikersFout
from jeugdstelsel.services.agenda import (
    OPVOLGEN,
    STAND_ONBEKEND,
    TE_LAAT,
    Ingehaald,
    Nieuw,
    lees_aandacht,
    lees_post,
    lees_posten,
    voeg_toe,
    wijzig,
)
from jeugdstelsel.services.overleg import lees_besluiten_over, lees_overleggen, lees_ritme, leg_overleg_vast
from jeugdstelsel.standaard import agenda
from jeugdstelsel.standaard.agenda import Termijn, afspraken, moties, wetten
from jeugdstelsel.standaard.bestand import read_rows

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


def test_what_a_later_document_tells_of_an_agreement_follows_in_its_history() -> None:
    told = [(druk.document, druk.termijn.stand) for druk in afspraken()["3-11"].drukken]
    assert told == [("HA", "onbekend"), ("VB", "nagekomen")]
    assert sum(len(each.drukken) > 1 for each in afspraken().values()) == 61
    assert afspraken()["2.7.6-1"].drukken[0].termijn.stand == "nagekomen"


def test_links_between_the_files_lead_somewhere() -> None:
    progress = {row["afspraak"] for row in read_rows(f"{agenda.FOLDER_AGENDA}/voortgang.csv")}
    assert len(progress) == 18 and progress <= set(afspraken())
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


VANDAAG = date.today()
GISTEREN = VANDAAG - timedelta(days=1)
IEMAND = {"wie": "redacteur", "waarom": "besluit van de stuurgroep", "vanaf": VANDAAG}
LATER = Termijn("Q3 2027", date(2027, 9, 30), "loopt", "wacht op het advies")


def test_without_a_register_the_documents_speak(tmp_path: Path) -> None:
    assert {name: len(lees_posten(tmp_path, name)) for name in ("acties", "afspraken", "wetten", "moties")} == {
        "acties": 26, "afspraken": 196, "wetten": 26, "moties": 43,
    }  # fmt: skip
    assert list(tmp_path.iterdir()) == []


def test_a_moved_deadline_keeps_the_old_one_with_who_when_and_why(tmp_path: Path) -> None:
    post = wijzig(tmp_path, "acties", "2.3", LATER, verwacht=0, **IEMAND)
    assert [(line.wie, line.termijn.uiterlijk) for line in post.regels] == [
        ("Routekaart Hervormingsagenda Jeugd", date(2025, 12, 31)), ("redacteur", date(2027, 9, 30)),
    ]  # fmt: skip
    assert post.verschoven and post.versie == 1
    assert (post.regels[-1].waarom, post.regels[-1].vanaf) == ("besluit van de stuurgroep", VANDAAG)


def test_on_a_day_in_the_past_it_reads_as_it_did_then(tmp_path: Path) -> None:
    wijzig(tmp_path, "wetten", "reikwijdte", LATER, verwacht=0, **IEMAND)
    days = [date(2024, 1, 1), date(2025, 7, 1), GISTEREN, VANDAAG]
    found = [lees_post(tmp_path, "wetten", "reikwijdte", op=day).termijn.uiterlijk for day in days]
    assert found == [date(2024, 12, 21), date(2026, 12, 31), date(2026, 3, 31), date(2027, 9, 30)]
    assert lees_posten(tmp_path, "afspraken", op=date(2023, 1, 1)) == {}


def test_an_agreement_follows_its_law_until_it_has_a_line_of_its_own(tmp_path: Path) -> None:
    wijzig(tmp_path, "wetten", "convenant", LATER, verwacht=0, **IEMAND)
    assert lees_post(tmp_path, "afspraken", "2.3.1-1").termijn == LATER
    done = Termijn("ondertekend", None, "nagekomen")
    wijzig(tmp_path, "afspraken", "2.3.1-1", done, verwacht=0, **IEMAND)
    wijzig(tmp_path, "wetten", "convenant", Termijn("2028", date(2028, 12, 31), "loopt"), verwacht=1, **IEMAND)
    assert lees_post(tmp_path, "afspraken", "2.3.1-1").termijn == done


def test_two_editors_at_once_do_not_overwrite_each_other(tmp_path: Path) -> None:
    wijzig(tmp_path, "afspraken", "2.8.1-1", LATER, verwacht=0, **IEMAND)
    with pytest.raises(Ingehaald, match="iemand anders"):
        wijzig(tmp_path, "afspraken", "2.8.1-1", Termijn("2030", None, "loopt"), verwacht=0, **IEMAND)
    assert lees_post(tmp_path, "afspraken", "2.8.1-1").termijn == LATER


@pytest.mark.parametrize(
    ("termijn", "anders", "woorden"),
    [
        (LATER, {"waarom": " "}, "waarom"),
        (LATER, {"vanaf": VANDAAG + timedelta(days=2)}, "vanaf vandaag of eerder"),
        (Termijn("2027", None, "klaar"), {}, "de stand 'klaar' bestaat niet"),
        (Termijn("na de zomer", None, "loopt"), {}, "noem het jaar"),
        (Termijn("in 2023", date(2023, 12, 31), "onbekend"), {}, "niets gewijzigd"),
    ],
)
def test_a_change_that_nobody_can_follow_is_refused(
    tmp_path: Path, termijn: Termijn, anders: dict[str, object], woorden: str
) -> None:
    with pytest.raises(GebruikersFout, match=woorden):
        wijzig(tmp_path, "afspraken", "2.7.5-1", termijn, verwacht=0, **{**IEMAND, **anders})  # type: ignore[arg-type]
    assert lees_post(tmp_path, "afspraken", "2.7.5-1").versie == 0


def test_a_post_that_does_not_exist_is_named(tmp_path: Path) -> None:
    with pytest.raises(GebruikersFout, match=r"'9\.9' staat niet in het register acties"):
        wijzig(tmp_path, "acties", "9.9", LATER, verwacht=0, **IEMAND)


def test_overdue_is_only_what_was_told_to_be_unfinished_after_the_last_day(tmp_path: Path) -> None:
    day = date(2026, 6, 1)
    signals = {code: lees_post(tmp_path, "afspraken", code).signaal(day) for code in ("2.3.1-1", "2.7.5-1", "2.1.1-1")}
    assert signals == {"2.3.1-1": STAND_ONBEKEND, "2.7.5-1": STAND_ONBEKEND, "2.1.1-1": ""}
    late = Termijn("in 2023", date(2023, 12, 31), "loopt", "het rapport komt later")
    assert wijzig(tmp_path, "afspraken", "2.7.5-1", late, verwacht=0, **IEMAND).signaal(VANDAAG) == TE_LAAT
    assert lees_post(tmp_path, "afspraken", "2.3.1-1").signaal(date(2026, 3, 31)) == ""
    assert lees_post(tmp_path, "afspraken", "2.8.3-2").signaal(day) == "", "done is never overdue"


def test_after_the_summer_becomes_a_task_to_follow_up(tmp_path: Path) -> None:
    tasks = [post.sleutel for signal, post in lees_aandacht(tmp_path, op=date(2025, 9, 22)) if signal == OPVOLGEN]
    assert {"mt05", "mt06"} <= set(tasks)
    term = Termijn("bericht na de zomer van 2024", None, "loopt")
    wijzig(tmp_path, "acties", "3.4", term, verwacht=0, **IEMAND)
    assert "3.4" in [post.sleutel for signal, post in lees_aandacht(tmp_path) if signal == OPVOLGEN]


def test_the_oldest_term_asks_first(tmp_path: Path) -> None:
    days = [p.termijn.uiterlijk or p.termijn.opvolgen_vanaf for _, p in lees_aandacht(tmp_path, op=date(2026, 1, 1))]
    assert len(days) > 50 and days == sorted(days)  # type: ignore[type-var]


def test_a_year_with_too_few_meetings_is_flagged(tmp_path: Path) -> None:
    day = date(2026, 1, 15)
    found = {(each.soort.soort, each.jaar): each for each in lees_ritme(tmp_path, op=day)}
    bo = found["bo-jeugd", 2025]
    assert (bo.vastgelegd, bo.norm, bo.oordeel) == (1, 2, "te weinig vastgelegd")
    assert (found["bo-rijk-vng", 2025].norm, found["bo-jeugd", 2026].oordeel) == (1, "jaar loopt nog")
    leg_overleg_vast(tmp_path, "bo-jeugd", date(2025, 11, 20), "ja", [], wie="redacteur", waarom="verslag")
    assert {e.jaar: e.oordeel for e in lees_ritme(tmp_path) if e.soort.soort == "bo-jeugd"}[2025] == "genoeg"


def test_a_decision_is_linked_to_the_agreement_that_it_is_about(tmp_path: Path) -> None:
    leg_overleg_vast(
        tmp_path, "stuurgroep", date(2026, 2, 3), "ja", [("De module jeugd gaat naar de partijen", ["2.3.1-1"])],
        wie="redacteur", waarom="verslag van 3 februari",
    )  # fmt: skip
    assert [(m.overleg, d.wat) for m, d in lees_besluiten_over(tmp_path, "2.3.1-1")] == [
        ("stuurgroep-2026-02-03", "De module jeugd gaat naar de partijen")
    ]
    assert [m.overleg for m, _ in lees_besluiten_over(tmp_path, "2.6.3-2")] == ["ov03"]


def test_a_meeting_of_a_document_can_be_completed(tmp_path: Path) -> None:
    said = {"wie": "redacteur", "waarom": "verslag", "sleutel": "ov04"}
    leg_overleg_vast(tmp_path, "alv-vng", date(2025, 6, 18), "ja", [], verwacht=0, **said)
    assert lees_overleggen(tmp_path)["ov04"].overleg.gehouden == "ja"
    assert lees_overleggen(tmp_path, op=GISTEREN)["ov04"].overleg.gehouden == "onbekend"
    with pytest.raises(Ingehaald):
        leg_overleg_vast(tmp_path, "alv-vng", date(2025, 6, 18), "nee", [], verwacht=0, **said)


@pytest.mark.parametrize(
    ("soort", "dag", "gehouden", "codes", "woorden"),
    [
        ("borrel", VANDAAG, "ja", [], "overlegsoort 'borrel'"),
        ("bo-jeugd", VANDAAG + timedelta(days=9), "ja", [], "nog niet gehouden"),
        ("bo-jeugd", VANDAAG, "misschien", [], "'gehouden'"),
        ("bo-jeugd", VANDAAG, "ja", ["9.9.9-9"], "afspraak '9.9.9-9' bestaat niet"),
    ],
)
def test_a_meeting_that_cannot_be_is_refused(
    tmp_path: Path, soort: str, dag: date, gehouden: str, codes: list[str], woorden: str
) -> None:
    with pytest.raises(GebruikersFout, match=woorden):
        leg_overleg_vast(tmp_path, soort, dag, gehouden, [("besluit", codes)], wie="redacteur", waarom="verslag")


def test_what_no_document_has_is_added_with_a_number_and_a_history_of_its_own(tmp_path: Path) -> None:
    new = Nieuw("Regiovisies delen op één plek", "VNG; gemeenten", "7", "Verslag BO Jeugd, punt 4")
    post = voeg_toe(tmp_path, "afspraken", new, LATER, **IEMAND)
    assert (post.sleutel, post.wie, post.groep, post.versie) == ("n1", ("VNG", "gemeenten"), "7", 1)
    done = wijzig(tmp_path, "afspraken", "n1", Termijn("klaar", None, "nagekomen"), verwacht=1, **IEMAND)
    assert [line.termijn.stand for line in done.regels] == ["loopt", "nagekomen"]
    assert done.wat == new.wat
    assert "n1" not in lees_posten(tmp_path, "afspraken", op=GISTEREN)
    assert voeg_toe(tmp_path, "afspraken", new, LATER, **IEMAND).sleutel == "n2"


@pytest.mark.parametrize(
    ("register", "nieuw", "woorden"),
    [
        ("afspraken", Nieuw("iets", "", "11", "verslag"), "'11' past niet in het register"),
        ("afspraken", Nieuw(" ", "", "7", "verslag"), "zeg wat het is"),
        ("moties", Nieuw("iets", "", "motie", ""), "in welk stuk"),
        ("recepten", Nieuw("iets", "", "", "verslag"), "register recepten"),
    ],
)
def test_what_has_no_place_is_not_added(tmp_path: Path, register: str, nieuw: Nieuw, woorden: str) -> None:
    with pytest.raises(GebruikersFout, match=woorden):
        voeg_toe(tmp_path, register, nieuw, LATER, **IEMAND)
