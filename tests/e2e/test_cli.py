"""The commands as a user meets them: what they print, and the exit code."""

import json
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import click
import pytest
from leveringen import (
    SHARED,
    make_start,
    make_stop,
    make_stream,
    make_toewijzing,
    run_command,
    run_main,
    write_files,
)
from lxml import etree

from jeugdstelsel.cli import COMMANDS, commands
from jeugdstelsel.services import check
from jeugdstelsel.services.warehouse import open_warehouse

Run = Callable[..., tuple[int, str, str]]
BROKEN = make_start(1).replace(b"<ijw:Datum>2012-05-04<", b"<ijw:Datum>2012-13-04<")
AGAINST_A_RULE = make_start(1).replace(b">999900", b">123456")


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command in this process; return exit code, output and errors."""
    return lambda *words: run_main(capfd, monkeypatch, *words)


# --- controleer -----------------------------------------------------------------------------------------------------


def test_a_good_message_gives_one_line_of_json_and_exit_code_0(run: Run, tmp_path: Path) -> None:
    path = write_files(tmp_path, [("a.xml", make_start())]) / "a.xml"
    code, out, err = run("controleer", path, "--formaat", "json")
    assert (code, err) == (0, "")
    expected = {"bestand": str(path), "bericht": "JW305", "geldig": True, "regels": [], "bevindingen": []}
    assert json.loads(out) == expected
    assert out.endswith("}\n")
    assert out.count("\n") == 1


def test_the_json_of_a_finding_has_four_keys(run: Run, tmp_path: Path) -> None:
    folder = write_files(tmp_path, [("a.xml", BROKEN), ("b.xml", AGAINST_A_RULE), ("c.txt", b"hallo")])
    code, out, _ = run("controleer", folder, "--formaat", "json")
    structure, rule, nothing = map(json.loads, out.splitlines())
    assert code == 1
    assert (structure["bericht"], structure["geldig"], structure["regels"]) == ("JW305", False, [])
    (finding,) = structure["bevindingen"]
    assert list(finding) == ["regel", "retourcode", "plaats", "tekst"]
    assert (finding["regel"], finding["retourcode"]) == ("FACET", None)
    assert finding["plaats"] == "/Bericht/Client/Geboortedatum/Datum"
    assert (rule["bericht"], rule["geldig"]) == ("JW305", True)
    assert rule["regels"] == sorted({finding["regel"] for finding in rule["bevindingen"]}) == ["CS002"]
    assert (nothing["bericht"], nothing["geldig"], nothing["regels"]) == (None, False, [])
    assert len(nothing["bevindingen"]) == 1


def test_text_says_per_file_what_is_wrong_and_where(run: Run, tmp_path: Path) -> None:
    folder = write_files(tmp_path, [("a.xml", make_start()), ("b.xml", BROKEN)])
    code, out, _ = run("controleer", folder)
    lines = out.splitlines()
    assert code == 1
    assert lines[0] == f"{folder / 'a.xml'}: JW305, in orde"
    assert lines[1] == f"{folder / 'b.xml'}: JW305, niet in orde"
    assert lines[2].startswith("  FACET op /Bericht/Client/Geboortedatum/Datum: ")


def test_nothing_is_stored_by_controleer(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write_files(tmp_path / "in", [("a.xml", make_start())])
    (tmp_path / "hier").mkdir()
    monkeypatch.chdir(tmp_path / "hier")
    run("controleer", folder)
    assert list((tmp_path / "hier").iterdir()) == []


def test_a_series_gives_one_object_per_finding(run: Run, tmp_path: Path) -> None:
    folder = write_files(tmp_path, [("1.xml", make_start(1)), ("2.xml", make_toewijzing(1))])
    code, out, _ = run("controleer", "--reeks", folder, "--formaat", "json")
    findings = [json.loads(line) for line in out.splitlines()]
    assert code == 1
    wrong = [(f["bestand"], f["regel"], f["retourcode"], f["berichtklasse"]) for f in findings if f["ernst"] == "fout"]
    assert wrong == [("1.xml", "TR019", "9019", "StartProduct")]
    assert [f["regel"] for f in findings if f["ernst"] == "niet beoordeeld"] == ["TR418"]


def test_an_empty_folder_is_not_in_order(run: Run, tmp_path: Path) -> None:
    code, out, _ = run("controleer", tmp_path, "--formaat", "json")
    assert code == 1
    assert [f["regel"] for f in json.loads(out)["bevindingen"]] == ["MAP"]


# --- verwerk, exporteer, sleutel ------------------------------------------------------------------------------------


def test_deliveries_are_taken_in_exported_and_get_new_pseudonyms(run: Run, tmp_path: Path) -> None:
    folder, werkmap = write_files(tmp_path / "in", make_stream(5)), tmp_path / "werkmap"
    code, out, err = run("verwerk", folder, "--werkmap", werkmap)
    assert (code, err) == (0, "")
    assert "14 leveringen verwerkt, 0 waren al bekend." in out
    code, out, _ = run("verwerk", folder, "--werkmap", werkmap)
    assert "0 leveringen verwerkt, 14 waren al bekend." in out
    code, out, err = run("exporteer", "bevindingen", "--werkmap", werkmap, "--formaat", "json")
    assert (code, err) == (0, "")
    assert {"TR019", "TR418"} <= {finding["regel"] for finding in json.loads(out)}
    code, out, err = run("sleutel", "--werkmap", werkmap, "--yes")
    assert (code, err) == (0, "")
    assert (werkmap / "sleutel").read_text()[0] == "2"


def test_an_empty_folder_is_said_but_no_failure_of_the_nightly_run(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    code, out, err = run("verwerk", tmp_path / "in", "--werkmap", tmp_path / "werkmap")
    assert code == 0
    assert "0 leveringen verwerkt" in out
    assert "in is overgeslagen: In deze map staan geen bestanden." in err


# --- antwoord -------------------------------------------------------------------------------------------------------


def return_codes(path: Path) -> list[str | None]:
    return [e.text for e in etree.parse(str(path)).iter() if etree.QName(e).localname == "RetourCode"]


def test_every_message_gets_its_answer_or_the_reason_why_not(run: Run, tmp_path: Path) -> None:
    files = [("1.xml", make_toewijzing()), ("2.xml", AGAINST_A_RULE), ("3.xml", BROKEN), ("4.xml", b"<a/>")]
    folder, uit = write_files(tmp_path / "in", files), tmp_path / "uit"
    code, out, _ = run("antwoord", folder, "--uit", uit, "--datum", "2026-03-01")
    lines = dict(line.split(": ", 1) for line in out.splitlines())
    assert code == 1
    good, rule = (lines[str(folder / name)] for name in ("1.xml", "2.xml"))
    assert (good[:6], rule[:6]) == ("JW302-", "JW306-")
    assert {path.name for path in uit.iterdir()} == {good, rule}
    assert return_codes(uit / good) == []
    assert return_codes(uit / rule) == ["0001"]
    assert b"2026-03-01" in (uit / good).read_bytes()
    assert all(lines[str(folder / name)].startswith("geen antwoord. ") for name in ("3.xml", "4.xml"))


def test_an_answer_is_valid_and_gets_no_answer_itself(run: Run, tmp_path: Path) -> None:
    folder = write_files(tmp_path / "in", [("1.xml", make_toewijzing()), ("2.xml", make_stop())])
    run("antwoord", folder, "--uit", tmp_path / "uit", "--datum", "2026-03-01")
    assert run("controleer", tmp_path / "uit")[0] == 0
    code, out, _ = run("antwoord", tmp_path / "uit", "--uit", tmp_path / "weer")
    assert code == 0
    assert out.count("is zelf een antwoord") == 2
    assert list((tmp_path / "weer").iterdir()) == []


def test_the_same_message_always_gets_the_same_answer(run: Run, tmp_path: Path) -> None:
    folder = write_files(tmp_path / "in", [("1.xml", make_toewijzing())])
    for uit in ("een", "twee"):
        run("antwoord", folder, "--uit", tmp_path / uit, "--datum", "2026-03-01")
    one, two = ({path.name: path.read_bytes() for path in (tmp_path / uit).iterdir()} for uit in ("een", "twee"))
    assert one == two


def test_in_a_series_the_answer_carries_what_is_wrong_between_messages(run: Run, tmp_path: Path) -> None:
    folder = write_files(tmp_path / "in", [("1.xml", make_start(1)), ("2.xml", make_toewijzing(1))])
    code, out, _ = run("antwoord", "--reeks", folder, "--uit", tmp_path / "uit", "--datum", "2026-03-01")
    start, toewijzing = (line.rpartition(": ")[2] for line in out.splitlines())
    assert code == 0
    assert "9019" in return_codes(tmp_path / "uit" / start)
    assert return_codes(tmp_path / "uit" / toewijzing) == []


@pytest.mark.skipif(not SHARED.exists(), reason="de testvectoren staan niet naast deze map")
def test_every_kind_of_message_gets_the_answer_that_belongs_to_it(run: Run, tmp_path: Path) -> None:
    vectors = sorted((SHARED / "binnen_bericht").glob("v00[1-7]*"))
    code, out, _ = run("antwoord", *vectors, "--uit", tmp_path)
    pairs = [(Path(line.split(": ")[0]).name[5:10], line.split(": ")[1][:5]) for line in out.splitlines()]
    answers = ("JW302", "JW306", "JW308", "JW316", "JW318", "JW320", "JW325")
    assert code == 0
    assert pairs == list(zip(("JW301", "JW305", "JW307", "JW315", "JW317", "JW319", "JW323"), answers, strict=True))


# --- what goes wrong ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [
        ["controleer"],
        ["controleer", "/bestaat/niet"],
        ["controleer", "x", "--formaat", "xml"],
        ["verwerk"],
        ["verwerk", "/bestaat/niet"],
        ["exporteer", "trajecten", "--werkmap", "/bestaat/niet"],
        ["antwoord", "--uit", "x"],
        ["bestaatniet"],
    ],
)
def test_a_wrong_request_is_one_dutch_sentence_and_exit_code_2(
    run: Run, words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    code, out, err = run(*words)
    assert (code, out) == (2, "")
    assert err.startswith(("Dat lukt niet: ", "Deze opdracht klopt niet: "))
    assert "Traceback" not in err


def test_a_fault_of_the_program_shows_its_place_and_no_value(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ValueError("999900018")

    monkeypatch.setattr(check, "make_verdicts", fail)
    code, out, err = run("controleer", write_files(tmp_path, [("a.xml", make_start())]))
    assert (code, out) == (70, "")
    assert "ValueError in check.py, regel " in err
    assert "999900018" not in err
    assert "Traceback" not in err


def test_a_folder_that_cannot_be_written_is_said(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bezet").write_text("dit is een bestand")
    code, _, err = run(
        "antwoord", write_files(tmp_path / "in", [("a.xml", make_start())]), "--uit", tmp_path / "bezet" / "x"
    )
    assert code == 1
    assert err.startswith("Dat lukt niet: ")


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_in_the_list_is_there_and_explains_itself(name: str) -> None:
    command = commands.get_command(click.Context(commands), name)
    assert command is not None
    assert command.help
    assert command.name == name


def test_a_process_ends_without_a_word_on_the_error_stream(tmp_path: Path) -> None:
    folder = write_files(tmp_path / "in", [*make_stream(2), ("x.zip", b"PK\x03\x04")])
    werkmap = tmp_path / "werkmap"
    for words, code in (
        (["verwerk", folder, "--werkmap", werkmap], 0),
        (["controleer", folder], 1),
        (["exporteer", "bevindingen", "--werkmap", werkmap], 0),
        (["antwoord", folder, "--uit", tmp_path / "uit"], 1),
    ):
        done = run_command(*words)
        assert (done.returncode, done.stderr) == (code, b"")


def test_two_runs_in_one_work_folder_do_not_meet(tmp_path: Path) -> None:
    folder = write_files(tmp_path / "in", make_stream(1))
    with closing(open_warehouse(tmp_path / "werkmap")):
        done = run_command("verwerk", folder, "--werkmap", tmp_path / "werkmap")
    assert done.returncode == 2
    assert "een andere opdracht is bezig" in done.stderr.decode()


def test_a_contract_list_that_is_none_is_said_before_anything_is_taken_in(tmp_path: Path) -> None:
    folder = write_files(tmp_path / "in", [("1.xml", make_start(1))])
    (tmp_path / "contract.csv").write_text("geen,contractlijst\n")
    done = run_command("verwerk", folder, "--werkmap", tmp_path / "w", "--contract", tmp_path / "contract.csv")
    assert done.returncode == 2
    assert done.stderr.decode().startswith("Dat lukt niet: De contractlijst")
    assert done.stderr.count(b"\n") == 1
    assert not (tmp_path / "w").exists()
