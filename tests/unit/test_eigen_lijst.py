"""Lists that a gemeente keeps itself: every kind of bad line gets its finding, and the good ones are used."""

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from jeugdstelsel.cli.zorgvorm import COMMAND
from jeugdstelsel.services import buiten_berichten, zorgvorm
from jeugdstelsel.services.eigen_lijst import MELDINGEN, Lijst

HEAD = ",".join(zorgvorm.KOLOMMEN)
GOOD = "0363,productcode,AMB01,ambulant,1,2025-01-01,,volgens het contract,contract 12"
BUITEN_HEAD = ",".join(buiten_berichten.KOLOMMEN)
BUITEN_GOOD = "0363,2025,01000001,wijkteam,taakgericht zonder berichten,1250000,grootboek 667201"
FIELDS = dict(zip(zorgvorm.KOLOMMEN, GOOD.split(","), strict=True))
BUITEN_FIELDS = dict(zip(buiten_berichten.KOLOMMEN, BUITEN_GOOD.split(","), strict=True))


def read(tmp_path: Path, *lines: str, head: str = HEAD) -> Lijst:
    file = tmp_path / "codes.csv"
    file.write_text("\n".join((head, *lines)) + "\n", encoding="utf-8")
    return zorgvorm.read_eigen(file)


def findings(found: Lijst) -> list[tuple[str, int]]:
    return [(finding.regel, finding.regelnummer) for finding in found.bevindingen]


def line(**change: str) -> str:
    return ",".join({**FIELDS, **change}.values())


@pytest.mark.parametrize(
    ("code", "change"),
    [
        ("LIJST_GEMEENTE", {"gemeente": "9999"}),
        ("LIJST_GEMEENTE", {"gemeente": "363"}),
        ("LIJST_SOORT", {"soort": "taakveld_2025"}),
        ("LIJST_CODE", {"code": ""}),
        ("LIJST_CODE", {"code": "te lang"}),
        ("LIJST_ZORGVORM", {"zorgvorm": "paardrijden"}),
        ("LIJST_ZORGVORM", {"zorgvorm": "toegang"}),
        ("LIJST_AANDEEL", {"aandeel": "helft"}),
        ("LIJST_AANDEEL", {"aandeel": "0"}),
        ("LIJST_AANDEEL", {"aandeel": "1.5"}),
        ("LIJST_DATUM", {"geldig_van": ""}),
        ("LIJST_DATUM", {"geldig_van": "01-01-2025"}),
        ("LIJST_DATUM", {"geldig_tot": "2025-02-30"}),
        ("LIJST_PERIODE", {"geldig_tot": "2024-12-31"}),
        ("LIJST_REDEN", {"reden": ""}),
        ("LIJST_BRON", {"bron": ""}),
        ("LIJST_SOM", {"aandeel": "0.5"}),
    ],
)
def test_a_bad_line_gets_a_finding_with_its_number_and_the_rest_is_used(
    tmp_path: Path, code: str, change: dict[str, str]
) -> None:
    other = line(code="AMB02")
    found = read(tmp_path, other, line(**change))
    assert findings(found) == [(code, 3)]
    assert [kept["code"] for kept in found.regels.values()] == ["AMB02"]


def test_a_line_with_too_many_cells_a_line_twice_and_an_empty_line(tmp_path: Path) -> None:
    found = read(tmp_path, GOOD, "", GOOD, GOOD + ",nog iets")
    assert findings(found) == [("LIJST_DUBBEL", 4), ("LIJST_CELLEN", 5)]
    assert len(found.regels) == 1


def test_lines_of_a_code_that_hold_partly_at_the_same_time_are_all_refused(tmp_path: Path) -> None:
    found = read(tmp_path, line(geldig_tot="2025-06-30"), line(geldig_van="2025-06-30", zorgvorm="daghulp"))
    assert findings(found) == [("LIJST_OVERLAP", 2), ("LIJST_OVERLAP", 3)]
    after = read(tmp_path, line(geldig_tot="2025-06-30"), line(geldig_van="2025-07-01", zorgvorm="daghulp"))
    assert findings(after) == []


def test_shares_with_a_comma_may_add_up_to_one_and_the_rest_may_be_unknown(tmp_path: Path) -> None:
    lines = [";".join({**FIELDS, "aandeel": "0,4"}.values())]
    lines += [";".join({**FIELDS, "aandeel": "0,6", "zorgvorm": "onbekend"}.values())]
    found = read(tmp_path, *lines, head=HEAD.replace(",", ";"))
    assert findings(found) == []
    assert sorted(float(row["aandeel"]) for row in zorgvorm.kruising_rijen(found.regels.values()) if "gemeente" in row) == [
        0.4, 0.6,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("code", "content"),
    [
        ("LIJST_CODERING", "gemeente\n\xff".encode("latin-1")),
        ("LIJST_KOP", b""),
        ("LIJST_KOP", b"gemeente,code\n0363,AMB01\n"),
        ("LIJST_LEEG", HEAD.encode() + b"\n\n"),
        ("LIJST_GEEN_CSV", HEAD.encode() + b'\n"' + b"x" * 200_000 + b'"\n'),
    ],
)
def test_a_file_that_is_no_list_gets_one_finding(tmp_path: Path, code: str, content: bytes) -> None:
    file = tmp_path / "codes.csv"
    file.write_bytes(content)
    found = zorgvorm.read_eigen(file)
    assert [finding.regel for finding in found.bevindingen] == [code]
    assert not found.regels


@pytest.mark.parametrize(
    ("code", "change"),
    [
        ("LIJST_GEMEENTE", {"gemeente": ""}),
        ("LIJST_JAAR", {"jaar": "25"}),
        ("LIJST_AANBIEDER", {"aanbieder": "123"}),
        ("LIJST_ZORGVORM", {"zorgvorm": "beleid"}),
        ("LIJST_OORZAAK", {"oorzaak": "timing"}),
        ("LIJST_BEDRAG", {"bedrag_eurocent": "12.500,00"}),
        ("LIJST_BRON", {"bron": ""}),
    ],
)
def test_a_bad_line_about_money_outside_the_messages_gets_its_finding(
    tmp_path: Path, code: str, change: dict[str, str]
) -> None:
    file = tmp_path / "buiten.csv"
    bad = ",".join(f'"{cell}"' for cell in {**BUITEN_FIELDS, **change}.values())
    file.write_text("\n".join((BUITEN_HEAD, BUITEN_GOOD, bad)), encoding="utf-8")
    found = buiten_berichten.read_buiten(file)
    assert findings(found) == [(code, 3)]
    assert list(found.regels) == [2]


def test_every_finding_of_a_list_stands_in_the_manual() -> None:
    manual = Path(__file__).parents[2] / "docs" / "handleiding" / "bevindingen.md"
    text = manual.read_text(encoding="utf-8")
    assert [code for code in MELDINGEN if f"| {code} |" not in text] == []


def test_a_later_file_replaces_only_the_codes_of_its_own_gemeenten(tmp_path: Path) -> None:
    def load(*lines: str) -> None:
        file = tmp_path / "codes.csv"
        file.write_text("\n".join((HEAD, *lines)), encoding="utf-8")
        zorgvorm.laad_eigen(tmp_path / "werkmap", file)

    load(GOOD, line(gemeente="0384"))
    load(line(zorgvorm="daghulp"))
    own = [row for row in zorgvorm.lees_kruising(tmp_path / "werkmap") if row.get("gemeente")]
    assert sorted((row["gemeente"], row["zorgvorm"]) for row in own) == [("0363", "daghulp"), ("0384", "ambulant")]
    assert own[0]["geldig_van"] == date(2025, 1, 1) and own[0]["geldig_tot"] is None


def test_the_commands_show_check_and_keep_own_codes(tmp_path: Path) -> None:
    file, workdir = tmp_path / "codes.csv", tmp_path / "werkmap"
    file.write_text("\n".join((HEAD, GOOD, line(code="AMB02", aandeel="2"))), encoding="utf-8")
    checked = CliRunner().invoke(COMMAND, ["controleer", str(file)])
    assert checked.exit_code == 1
    assert "LIJST_AANDEEL op regel 3" in checked.output and "1 regels zijn te gebruiken" in checked.output
    assert CliRunner().invoke(COMMAND, ["laad", str(file), "--werkmap", str(workdir)]).exit_code == 0
    shown = CliRunner().invoke(COMMAND, ["toon", "productcode", "--formaat", "csv", "--werkmap", str(workdir)])
    assert "0363,productcode,AMB01,ambulant,1.0,2025-01-01,," in shown.output
    assert "pleegzorg: Pleegzorg." in CliRunner().invoke(COMMAND, ["toon"]).output
