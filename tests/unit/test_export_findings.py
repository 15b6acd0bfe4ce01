"""Findings go back to the sender as a workbook that explains itself, or as CSV."""

import csv
import zipfile
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from lxml import etree

from jeugdstelsel.model import GebruikersFout
from jeugdstelsel.services.export_findings import Uitleg, export_findings
from jeugdstelsel.tables import all_tables, arrow_schema

SHEET = {"s": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}


def finding(**values: Any) -> dict[str, Any]:
    return {
        "levering_id": "l1",
        "bericht_id": "b1",
        "berichtsoort": "JW305",
        "gemeente": "0034",
        "aanbieder": "99990001",
        "leverancier": "99990001",
        "regel": "TR019",
        "ernst": "fout",
        "retour_code": "9019",
        "klasse": "StartProduct",
        "regelnummer": 1,
        "plaats": "/StartProduct[1]",
        "tekst": "Wat er mis is.",
    } | values


FINDINGS = [
    finding(),
    finding(regelnummer=2, plaats="/StartProduct[2]"),
    finding(bericht_id="b2", leverancier="99990002", aanbieder="99990002"),
    finding(
        bericht_id="b3", regel="STRUCTUUR", retour_code=None, klasse=None, regelnummer=0, tekst="Een element mist."
    ),
]


def table(rows: list[dict[str, Any]] = FINDINGS) -> pa.Table:
    return pa.Table.from_pylist(rows, schema=arrow_schema(all_tables()["bevinding"]))


def read_sheets(path: Path) -> dict[str, list[list[str]]]:
    """The cells of every sheet as text, by the name of the sheet."""
    with zipfile.ZipFile(path) as book:
        names = [
            sheet.get("name") for sheet in etree.fromstring(book.read("xl/workbook.xml")).findall(".//s:sheet", SHEET)
        ]
        found = {}
        for number, name in enumerate(names, start=1):
            root = etree.fromstring(book.read(f"xl/worksheets/sheet{number}.xml"))
            rows = root.findall(".//s:row", SHEET)
            found[str(name)] = [["".join(cell.itertext()) for cell in row.findall("s:c", SHEET)] for row in rows]
        return found


def sheet_xml(path: Path, number: int) -> str:
    with zipfile.ZipFile(path) as book:
        return book.read(f"xl/worksheets/sheet{number}.xml").decode()


def test_the_workbook_explains_counts_and_lists(tmp_path: Path) -> None:
    path = tmp_path / "terug.xlsx"
    assert export_findings(table(), path) == 4
    sheets = read_sheets(path)
    assert list(sheets) == ["Uitleg", "Per regel", "Bevindingen"]
    assert sheets["Uitleg"][0] == ["Bevindingen op uw iJw-berichten"]
    assert len(sheets["Bevindingen"]) == 5
    assert sheets["Bevindingen"][0][:3] == ["Afzender", "Berichtsoort", "Regel"]
    assert sheets["Bevindingen"][2] == [
        "99990001", "JW305", "TR019", "fout", "9019", "StartProduct", "2", "/StartProduct[2]", "Wat er mis is.",
        "0034", "99990001", "b1", "l1",
    ]  # fmt: skip


def test_the_totals_per_rule_say_what_to_repair(tmp_path: Path) -> None:
    path = tmp_path / "terug.xlsx"
    export_findings(table(), path, uitleg={"TR019": Uitleg("Hoort bij een toewijzing", "Verbeter het nummer.")})
    assert read_sheets(path)["Per regel"][1:] == [
        ["TR019", "fout", "9019", "3", "2", "Hoort bij een toewijzing", "Verbeter het nummer."],
        ["STRUCTUUR", "fout", "1", "1", "Een element mist."],
    ]


def test_the_texts_of_the_rules_are_there_by_themselves(tmp_path: Path) -> None:
    path = tmp_path / "terug.xlsx"
    export_findings(table(), path)
    *_, betekenis, herstel = read_sheets(path)["Per regel"][1]
    assert "toewijzing" in betekenis.lower()
    assert len(herstel) > 20


def test_the_list_has_a_fixed_heading_a_filter_and_fitting_columns(tmp_path: Path) -> None:
    path = tmp_path / "terug.xlsx"
    export_findings(table(), path)
    xml = sheet_xml(path, 3)
    assert '<autoFilter ref="A1:M5"/>' in xml
    assert 'state="frozen"' in xml
    assert "customWidth" in xml


def test_a_sender_gets_only_its_own_findings(tmp_path: Path) -> None:
    path = tmp_path / "terug.csv"
    assert export_findings(table(), path, leverancier="99990002") == 1
    with path.open(encoding="utf-8", newline="") as source:
        (row,) = csv.DictReader(source)
    assert (row["Afzender"], row["Bericht-id"], row["Gemeente"]) == ("99990002", "b2", "0034")


def test_the_identification_of_the_message_is_shown_when_known(tmp_path: Path) -> None:
    path = tmp_path / "terug.csv"
    export_findings(table(FINDINGS[:1]).append_column("identificatie", pa.array(["S1"])), path)
    assert path.read_text(encoding="utf-8").startswith("Afzender,Berichtsoort,Berichtidentificatie,Regel,")


def test_a_code_stays_text_and_nothing_becomes_a_formula(tmp_path: Path) -> None:
    path = tmp_path / "terug.xlsx"
    export_findings(table([finding(tekst="=1+1", plaats="http://voorbeeld.nl")]), path)
    assert "<f>" not in sheet_xml(path, 3)
    assert "=1+1" in read_sheets(path)["Bevindingen"][1]
    assert "0034" in read_sheets(path)["Bevindingen"][1]


def test_no_findings_make_a_workbook_that_opens(tmp_path: Path) -> None:
    path = tmp_path / "leeg.xlsx"
    assert export_findings(table([]), path) == 0
    assert [len(rows) for name, rows in read_sheets(path).items() if name != "Uitleg"] == [1, 1]


def test_another_kind_of_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GebruikersFout, match=r"\.xlsx of \.csv"):
        export_findings(table(), tmp_path / "terug.pdf")
