"""`jeugdstelsel iv3` as a user meets it: what it prints, and the exit code."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from leveringen import run_main

Run = Callable[..., tuple[int, str, str]]
HEAD = "jaar,document,gm_code,lasten_6_72_keur,lasten_6_82_keur\n"


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command in this process; return exit code, output and errors."""
    return lambda *words: run_main(capfd, monkeypatch, *words)


def test_the_figures_of_a_gemeente_are_one_command_away_with_all_that_belongs_to_them(run: Run) -> None:
    code, out, err = run("iv3", "toon", "Oisterwijk")
    assert (code, err) == (0, "")
    for said in (
        "Oisterwijk (0824)", "Lasten in de jaarrekening, × 1.000 euro", "in zijn eigen prijzen", "Bron: CBS", "onbewerkt",
        "Baten zijn onbekend", "trendbreuk 2023", "herindeling", "telt Haaren mee voor 40,7%", "Herkomst: meegeleverde gegevens", "8.039", "Dekking",
    ):  # fmt: skip
        assert said in out


def test_csv_holds_every_point_in_eurocent_with_its_state(run: Run) -> None:
    code, out, _ = run("iv3", "toon", "--land", "--formaat", "csv")
    rows = list(csv.DictReader(io.StringIO(out)))
    (row,) = [row for row in rows if (row["lijn"], row["jaar"]) == ("jeugd", "2024")]
    assert code == 0
    assert (row["bedrag_eurocent"], row["prijspeil"], row["toestand"]) == ("717409900000", "2024", "onvolledig")
    assert {row["zijde"] for row in rows} == {"lasten"}


def test_json_carries_unit_source_licence_status_and_coverage(run: Run) -> None:
    code, out, _ = run(
        "iv3", "toon", "--jeugdregio", "JZ13", "--document", "begroting", "--vanaf", "2025", "--formaat", "json"
    )
    shown = json.loads(out)
    assert code == 0
    assert (shown["eenheid"], shown["licentie"], shown["niveau"]) == ("eurocent", "CC BY 4.0, bron: CBS", "taakveld")
    assert all({"bedrag", "toestand", "dekking", "markeringen"} <= set(point) for point in shown["punten"])
    assert any("mengt Wmo en jeugd" in line for line in shown["toelichting"])


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("Assen", "--land"),
        ("Assen", "--prijspeil", "2024"),
        ("Assen", "--bekend-op", "2025-01-01"),
        ("Nergens",),
        ("Assen", "--vanaf", "2030"),
    ],
)
def test_what_cannot_be_shown_is_refused_in_one_sentence(run: Run, words: tuple[str, ...]) -> None:
    code, out, err = run("iv3", "toon", *words)
    assert (code, out) == (2, "")
    assert err.startswith("Dat lukt niet: ")


def test_a_difference_over_years_needs_one_price_level(run: Run, tmp_path: Path) -> None:
    words = ("iv3", "toon", "Assen", "--vanaf", "2022", "--verschil", "2022", "2024")
    code, out, err = run(*words)
    assert (code, out) == (2, "")
    assert "in prijzen van 2022 en 2024" in err
    index = 'naam="i"\neigenaar="e"\ndatum=2026-01-05\nreden="r"\nbron="b"\n[cijfers]\n2022=100\n2023=105\n2024=110\n'
    (tmp_path / "index.toml").write_text(index, encoding="utf-8")
    code, out, _ = run(*words, "--prijspeil", "2024", "--prijsindex", tmp_path / "index.toml")
    assert code == 0
    assert out.startswith("Verschil 2022-2024, Assen, jaarrekening, × 1.000 euro. In prijzen van 2024.\nJeugdhulp, ")


def test_a_delivery_is_loaded_and_shown_and_what_was_wrong_in_it_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "iv3.csv").write_text(
        f"{HEAD}2022,jaarrekening,GM0141,41000,900\n2022,begroting,GM9999,1,1\n",
        encoding="utf-8",
    )
    code, out, err = run("iv3", "laad", tmp_path / "iv3.csv", "--werkmap", tmp_path / "w")
    assert code == 1
    assert "iv3.csv: 2 bedragen, 0 balansposten overgeslagen, 2 bevindingen." in out
    assert "IV3_GEMEENTE (fout) iv3.csv, regel 3: " in err
    code, out, _ = run("iv3", "toon", "Almelo", "--werkmap", tmp_path / "w", "--formaat", "csv")
    assert ",2022,jaarrekening,lasten,2017,4190000000,2022,waarde," in out
    code, out, _ = run("iv3", "toon", "Almelo", "--werkmap", tmp_path / "w", "--bekend-op", "2999-01-01")
    assert "eigen leveringen zoals bekend op 2999-01-01" in out
    code, out, _ = run("iv3", "toon", "Almelo", "--werkmap", tmp_path / "w")
    assert "(deels) eigen leveringen voor 2022; de rest is meegeleverd" in out


def test_a_work_folder_without_iv3_is_refused_and_not_passed_over(run: Run, tmp_path: Path) -> None:
    code, _, err = run("iv3", "toon", "Almelo", "--werkmap", tmp_path / "leeg")
    assert code == 2
    assert "is geen Iv3 geladen" in err
    assert not (tmp_path / "leeg").exists()
