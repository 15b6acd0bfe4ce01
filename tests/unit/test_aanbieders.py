"""The names of providers: from a list, valid in time, never overwritten, and with a finding for each wrong line."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from jeugdstelsel.cli.aanbieders import COMMAND
from jeugdstelsel.model import GebruikersFout
from jeugdstelsel.services.aanbieders import (
    Geladen,
    aanbieders,
    geschiedenis,
    laad_aanbieders,
    naam_van_aanbieder,
    namenlijst,
    trek_aanbieder_in,
    zoek_aanbieders,
)
from jeugdstelsel.services.show import name_place

KOP = "agb;naam;geldig_vanaf;geldig_tot;bron\n"


def laad(werkmap: Path, *regels: str) -> Geladen:
    """Load a list with these lines below its head."""
    werkmap.mkdir(exist_ok=True)
    path = werkmap / "lijst.csv"
    path.write_text(KOP + "\n".join(regels), encoding="utf-8")
    return laad_aanbieders(werkmap, path, wie="beheerder", waarom="nieuwe lijst")


def test_a_provider_is_shown_by_name_and_code_or_by_its_code_alone(tmp_path: Path) -> None:
    laad(tmp_path, "01000001;Jeugdhulp De Brug;2020-01-01;;contractregister")
    assert naam_van_aanbieder(tmp_path, "01000001") == "Jeugdhulp De Brug (01000001)"
    assert naam_van_aanbieder(tmp_path, "01000002") == "01000002"
    assert name_place({"aanbieder": "01000001"}, tmp_path) == "aanbieder Jeugdhulp De Brug (01000001)"


def test_without_a_list_there_are_no_names_and_no_file_is_made(tmp_path: Path) -> None:
    assert aanbieders(tmp_path / "leeg") == {}
    assert not (tmp_path / "leeg").exists()


def test_of_names_after_each_other_the_one_of_today_is_shown_and_the_last_one_when_all_have_ended(
    tmp_path: Path,
) -> None:
    tomorrow = date.today() + timedelta(1)
    laad(
        tmp_path,
        "01000001;Oud;2015-01-01;2019-12-31;lijst",
        "01000001;Nieuw;2020-01-01;;lijst",
        "01000002;Gestopt;2015-01-01;2019-12-31;lijst",
        f"01000003;Nog niet;{tomorrow};;lijst",
    )
    found = {agb: each.naam for agb, each in aanbieders(tmp_path).items()}
    assert found == {"01000001": "Nieuw", "01000002": "Gestopt"}


def test_a_list_that_is_loaded_again_changes_nothing_and_a_new_name_is_added(tmp_path: Path) -> None:
    assert laad(tmp_path, "01000001;A;2020-01-01;;lijst", "01000002;B;2020-01-01;;lijst").nieuw == 2
    again = laad(tmp_path, "01000001;A;2020-01-01;;lijst", "01000002;Beter;2020-01-01;;lijst")
    assert (again.nieuw, again.regels, again.bevindingen) == (1, 2, ())
    assert [(line["was"], line["werd"], line["wie"]) for line in geschiedenis(tmp_path, "01000002")] == [
        ("niets", "B", "beheerder"),
        ("B", "Beter", "beheerder"),
    ]


@pytest.mark.parametrize(
    ("regel", "code"),
    [
        ("1000001;Naam;2020-01-01;;lijst", "LIJST_AGB"),
        ("01000001;;2020-01-01;;lijst", "LIJST_NAAM"),
        (f"01000001;{'n' * 201};2020-01-01;;lijst", "LIJST_NAAM"),
        ("01000001;Naam;2020-13-01;;lijst", "LIJST_DATUM"),
        ("01000001;Naam;;;lijst", "LIJST_DATUM"),
        ("01000001;Naam;20200101;;lijst", "LIJST_DATUM"),
        ("01000001;Naam;2020-01-01;2019-01-01;lijst", "LIJST_PERIODE"),
        ("01000001;Naam;2020-01-01;;", "LIJST_BRON"),
        ("01000009;Anders;2021-01-01;;lijst", "LIJST_OVERLAP"),
        ("01000009;Goed;2020-01-01;;lijst", "LIJST_DUBBEL"),
        ("01000001;Naam;2020-01-01", "LIJST_CELLEN"),
    ],
)
def test_a_wrong_line_is_a_finding_and_the_others_are_loaded(tmp_path: Path, regel: str, code: str) -> None:
    found = laad(tmp_path, "01000009;Goed;2020-01-01;;lijst", regel)
    assert [(each.regel, each.regelnummer) for each in found.bevindingen] == [(code, 3)]
    assert aanbieders(tmp_path)["01000009"].naam == "Goed"
    assert "01000001" not in aanbieders(tmp_path)


def test_every_line_within_the_days_of_an_earlier_name_is_refused_and_none_that_only_overlaps_a_refused_one(
    tmp_path: Path,
) -> None:
    found = laad(
        tmp_path,
        "01000009;Lang;2020-01-01;2025-12-31;lijst",
        "01000009;Kort;2021-01-01;2021-12-31;lijst",
        "01000009;Later;2023-01-01;2027-12-31;lijst",
        "01000009;Daarna;2026-01-01;;lijst",
    )
    assert [(each.regel, each.regelnummer) for each in found.bevindingen] == [
        ("LIJST_OVERLAP", 3),
        ("LIJST_OVERLAP", 4),
    ]
    assert aanbieders(tmp_path)["01000009"].naam == "Daarna"


def test_a_list_with_another_head_loads_nothing(tmp_path: Path) -> None:
    path = tmp_path / "lijst.csv"
    path.write_text("code;naam\n01000001;A\n", encoding="utf-8")
    found = laad_aanbieders(tmp_path, path, wie="beheerder", waarom="lijst")
    assert (found.nieuw, [each.regel for each in found.bevindingen]) == (0, ["LIJST_KOP"])


def test_a_name_that_is_taken_back_is_not_shown_but_stays_in_the_history(tmp_path: Path) -> None:
    laad(tmp_path, "01000001;Verkeerd;2020-01-01;;lijst")
    trek_aanbieder_in(tmp_path, "01000001", wie="beheerder", waarom="verkeerde praktijk")
    assert naam_van_aanbieder(tmp_path, "01000001") == "01000001"
    assert [line["werd"] for line in geschiedenis(tmp_path, "01000001")] == ["Verkeerd", "niets"]
    with pytest.raises(GebruikersFout, match="geen naam bekend"):
        trek_aanbieder_in(tmp_path, "01000001", wie="beheerder", waarom="nog eens")


def test_a_list_that_gives_a_name_taken_back_says_that_it_stays_so_until_it_is_given_anew(tmp_path: Path) -> None:
    line = "01000001;Jeugdhulp De Brug;{};;contractregister"
    assert laad(tmp_path, line.format("2020-01-01")).ingetrokken == ()
    trek_aanbieder_in(tmp_path, "01000001", wie="beheerder", waarom="verkeerde lijst")
    assert laad(tmp_path, line.format("2020-01-01")).ingetrokken == ("01000001",)
    said = CliRunner().invoke(COMMAND, ["laad", str(tmp_path / "lijst.csv"), "--werkmap", str(tmp_path)]).output
    assert "Ingetrokken, en dat blijft zo: 01000001." in said
    assert laad(tmp_path, line.format(date.today())).ingetrokken == ()
    assert naam_van_aanbieder(tmp_path, "01000001") == "Jeugdhulp De Brug (01000001)"


def test_a_provider_is_found_by_the_beginning_of_its_code_or_a_part_of_its_name(tmp_path: Path) -> None:
    laad(tmp_path, "01000001;Jeugdhulp De Brug;2020-01-01;;lijst", "01000002;Het Anker;2020-01-01;;lijst")
    assert zoek_aanbieders(tmp_path, "brug") == ["01000001"]
    assert zoek_aanbieders(tmp_path, "01") == ["01000001", "01000002"]
    assert [row["naam"] for row in namenlijst(tmp_path, ["01000002", None, "01000007"])] == ["Het Anker"]


def test_the_commands_load_show_and_take_back_in_plain_words(tmp_path: Path) -> None:
    def run(*words: str) -> str:
        found = CliRunner().invoke(COMMAND, [*words, "--werkmap", str(tmp_path)], catch_exceptions=False)
        assert found.exit_code == 0, found.output
        return found.output

    path = tmp_path / "lijst.csv"
    path.write_text(KOP + "01000001;De Brug;2020-01-01;;lijst\n1;Kort;2020-01-01;;lijst\n", encoding="utf-8")
    said = run("laad", str(path))
    assert "LIJST_AGB op regel 3: De AGB-code van de aanbieder heeft geen acht cijfers." in said
    assert "1 namen nieuw of gewijzigd; 0 stonden er al zo." in said
    assert run("toon", "brug", "--formaat", "csv").splitlines()[1] == "01000001,De Brug,2020-01-01,,lijst"
    assert "geen naam meer getoond" in run("trek-in", "01000001", "--waarom", "fout")
    assert run("toon") == "Er is geen naam bekend.\n"
    assert "waarom: fout" in run("geschiedenis", "01000001")
