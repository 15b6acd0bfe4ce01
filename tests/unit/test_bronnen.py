"""The register of sources: who owns them, on what ground, and what there is of them in the work folder."""

import io
import json
from collections.abc import Callable
from contextlib import closing
from datetime import date
from getpass import getuser
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from leveringen import make_stream, run_main, take_in, write_files

from jeugdstelsel.engines import duckdb as duck
from jeugdstelsel.model import GebruikersFout, NietToegestaan
from jeugdstelsel.services.bronnen import VERPLICHT, read_bronnen, read_stand, require_bron, trek_bron_in, voeg_bron_toe
from jeugdstelsel.services.export import export, read_for_export
from jeugdstelsel.services.warehouse import open_warehouse
from jeugdstelsel.tables import all_tables, arrow_schema

JAN = date(2026, 1, 1)
GGD = {
    "naam": "Gezondheidsmonitor Jeugd", "eigenaar": "GGD", "grondslag": "Wet publieke gezondheid",
    "sleutel": "gemeente + jaar", "frequentie": "eens per vier jaar",
}  # fmt: skip


@pytest.fixture(scope="module")
def werkmap(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A work folder with messages of toewijzing, start and stop, but no declaration."""
    folder = tmp_path_factory.mktemp("bronnen")
    take_in([write_files(folder / "in", make_stream(3))], folder / "werkmap")
    return folder / "werkmap"


def test_a_source_is_registered_with_who_when_and_why(tmp_path: Path) -> None:
    voeg_bron_toe(tmp_path, "ggd_monitor", GGD, vanaf=JAN, wie="beheerder", waarom="nieuw in de monitor")
    found = read_bronnen(tmp_path)["ggd_monitor"]
    assert (found.eigenaar, found.grondslag, found.frequentie) == ("GGD", GGD["grondslag"], GGD["frequentie"])
    assert "ggd_monitor" not in read_bronnen(tmp_path, dag=date(2025, 12, 31))


@pytest.mark.parametrize("missing", VERPLICHT)
def test_a_source_without_owner_basis_key_or_frequency_is_refused(tmp_path: Path, missing: str) -> None:
    with pytest.raises(GebruikersFout, match=f"{missing} ontbreekt"):
        voeg_bron_toe(tmp_path, "ggd_monitor", GGD | {missing: ""}, vanaf=JAN, wie="beheerder", waarom="nieuw")
    assert "ggd_monitor" not in read_bronnen(tmp_path)


def test_a_source_of_the_program_can_be_changed_and_keeps_what_was_not_told(tmp_path: Path) -> None:
    voeg_bron_toe(
        tmp_path, "ijw_declaratie", {"eigenaar": "regio"}, vanaf=JAN, wie="beheerder", waarom="inkoop is regionaal"
    )
    found = read_bronnen(tmp_path)["ijw_declaratie"]
    assert found.eigenaar == "regio"
    assert found.berichten == ("JW323", "JW325")
    assert found.persoonsgegevens


def test_the_state_tells_the_last_delivery_and_how_complete_it_is(werkmap: Path) -> None:
    stand = {each.bron.bron: each for each in read_stand(werkmap)}
    assert stand["ijw_start_stop"].laatste == date.today().isoformat()
    assert stand["ijw_start_stop"].volledigheid == 1.0
    assert (stand["ijw_declaratie"].laatste, stand["ijw_declaratie"].volledigheid) == ("", None)
    assert stand["ceo"].volledigheid is None


def fill(werkmap: Path, rows: dict[str, list[dict[str, Any]]]) -> None:
    """Put rows in tables of a work folder; what is not given is empty."""
    with closing(open_warehouse(werkmap)) as connection:
        for name, given in rows.items():
            duck.append(connection, name, pa.Table.from_pylist(given, schema=arrow_schema(all_tables()[name])))


def test_the_state_of_the_other_registers_comes_from_their_own_tables(tmp_path: Path) -> None:
    sent = {"soort": "jeugdhulp", "status": "geldig"}
    helped = {"levering_id": "b", "datum_einde": date(2025, 9, 1)}
    fill(tmp_path, {
        "bij_levering": [
            {**sent, "levering_id": "a", "aanbieder": "1", "periode": "2025-H1", "ontvangen_op": date(2025, 7, 9)},
            {**sent, "levering_id": "b", "aanbieder": "1", "periode": "2025-H2", "ontvangen_op": date(2026, 1, 9)},
            {**sent, "levering_id": "c", "aanbieder": "2", "periode": "2025-H1", "ontvangen_op": date(2025, 7, 8)},
            {**sent, "levering_id": "d", "aanbieder": "2", "periode": "2025-H2", "status": "afgekeurd"},
        ],
        "bij_jeugdhulp": [{**helped, "regel": 2}, {**helped, "regel": 3}, {"levering_id": "b", "regel": 4}],
        "bij_uitkomst": [
            {"levering_id": "b", "regel": 2, "periode": "2025-H2", "informant": who} for who in ("jeugdige", "ouder")
        ],
        "iv3_bedrag": [
            {"gemeente": code, "jaar": year} for code, year in (("0363", 2024), ("0599", 2024), ("0363", 2025))
        ],
        "statline_cel": [
            {"tabel": "85099NED", "periode": "2024", "toestand": state} for state in ("waarde", "waarde", "geheim", "ontbreekt")
        ],
    })  # fmt: skip
    stand = {each.bron.bron: (each.laatste, each.volledigheid) for each in read_stand(tmp_path)}
    assert stand["bij_jeugdhulp"] == ("2026-01-09", 0.5)
    assert stand["bij_jeugdbescherming"] == ("", None)
    assert stand["bij_uitkomst"] == ("2025-H2", 0.5)
    assert stand["iv3"] == ("2025", 0.5)
    assert stand["cbs_85099NED"] == ("2024", 0.5)


def test_without_a_work_folder_the_sources_are_told_and_nothing_is_made(tmp_path: Path) -> None:
    assert {each.laatste for each in read_stand(tmp_path / "geen")} == {""}
    assert not (tmp_path / "geen").exists()


def test_an_export_about_persons_names_the_basis_of_its_sources(werkmap: Path) -> None:
    _, about = read_for_export(werkmap, "kosten")
    assert "Regeling Jeugdwet" in about["grondslag"]["ijw_declaratie"]


def test_an_export_about_persons_is_refused_when_its_basis_is_gone(tmp_path: Path) -> None:
    werkmap = tmp_path / "werkmap"
    take_in([write_files(tmp_path / "in", make_stream(1))], werkmap)
    trek_bron_in(werkmap, "ijw_start_stop", vanaf=JAN, wie="jurist", waarom="overeenkomst liep af")
    for name in ("trajecten", "leverperioden", "indicatoren"):
        with pytest.raises(NietToegestaan, match="ijw_start_stop heeft geen vastgelegde grondslag"):
            export(werkmap, name, "csv", io.BytesIO())
    export(werkmap, "kosten", "csv", io.BytesIO())
    export(werkmap, "bevindingen", "csv", io.BytesIO())
    with pytest.raises(NietToegestaan):
        require_bron(werkmap, "ijw_start_stop")


def test_the_commands_register_withdraw_and_print(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def run(*words: object) -> tuple[int, str, str]:
        return run_main(capfd, monkeypatch, "bronnen", *words, "--werkmap", tmp_path)

    given = [word for name, value in GGD.items() for word in (f"--{name}", value)]
    assert run("voeg-toe", "ggd_monitor", *given[2:])[0] == 2
    code, out, _ = run("voeg-toe", "ggd_monitor", *given, "--door", "beheerder")
    assert (code, "geregistreerd als 'ggd_monitor'" in out) == (0, True)
    rows = {row["bron"]: row for row in json.loads(run("--formaat", "json")[1])}
    assert rows["ggd_monitor"]["grondslag"] == GGD["grondslag"]
    assert run("--formaat", "csv")[1].splitlines()[0].startswith("bron,naam,eigenaar,grondslag")
    assert run("trek-in", "ggd_monitor", "--waarom", "monitor stopt")[0] == 0
    assert "ggd_monitor" not in run()[1]
    assert "niet vastgelegd" in run("grondslag")[1]
    words = ("--grond", "besluit van het college", "--eigenaar", "gegevensbeheerder")
    assert "Grond: besluit van het college." in run("grondslag", "zet", "ijw-bij", *words)[1]
    assert run("grondslag", "trek-in", "ijw-bij", "--waarom", "vergissing")[0] == 0
    assert run("grondslag", "zet", "ijw-buren", *words)[0] == 2
    told = [(line["register"], line["sleutel"], line["wie"], line["werd"] == "niets") for line in history(run)]
    assert told[:2] == [("bronnen", "ggd_monitor", "beheerder", False), ("bronnen", "ggd_monitor", getuser(), True)]
    assert [line["waarom"] for line in history(run)][1:] == ["monitor stopt", "grondslag vastgelegd", "vergissing"]


def history(run: Callable[..., tuple[int, str, str]]) -> list[dict[str, str]]:
    """What the command tells of the history."""
    lines: list[dict[str, str]] = json.loads(run("geschiedenis", "--formaat", "json")[1])
    return lines


def test_an_empty_history_is_said(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    code, out, _ = run_main(capfd, monkeypatch, "bronnen", "geschiedenis", "--werkmap", tmp_path)
    assert (code, out) == (0, "Er is nog niets ingeschreven.\n")


def test_the_word_herhaald_beroep_gives_both_definitions(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    code, out, _ = run_main(capfd, monkeypatch, "begrip", "herhaald beroep")
    assert code == 0
    assert "2 definities. Zij meten niet hetzelfde" in out
    assert "[herhaald_beroep_vijf_jaar]" in out and "[herhaald_beroep_na_afloop]" in out
    assert run_main(capfd, monkeypatch, "begrip", "1 op 7")[1].count("Noemer:") >= 2
    rows = json.loads(run_main(capfd, monkeypatch, "begrip", "herhaald beroep", "--formaat", "json")[1])
    assert [row["indicatoren"] for row in rows] == ["herhaald_beroep_vijf_jaar", "herhaald_beroep_na_afloop"]
    assert len(run_main(capfd, monkeypatch, "begrip", "--alle", "--formaat", "csv")[1].splitlines()) > 30
    code, _, err = run_main(capfd, monkeypatch, "begrip", "jeugdhlp")
    assert (code, "Bedoelt u: Jeugdhulp" in err) == (2, True)


def test_a_work_folder_named_too_early_is_refused_and_not_lost(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    words = ("grondslag", "trek-in", "ijw-bij", "--waarom", "einde")
    code, _, err = run_main(capfd, monkeypatch, "bronnen", "--werkmap", tmp_path, *words)
    assert (code, "zet --werkmap achter grondslag" in err) == (2, True)
