"""Deliveries of Iv3: kept, revised, found again after a rebuild, and never in the way of messages."""

import json
import zipfile
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from jeugdstelsel.engines import duckdb as duck
from jeugdstelsel.model import GebruikersFout
from jeugdstelsel.services.export import read_findings
from jeugdstelsel.services.iv3 import load, standing
from jeugdstelsel.services.iv3_reeks import find_place, make_series, read_book
from jeugdstelsel.services.process import process
from jeugdstelsel.services.warehouse import DATABASE, open_warehouse
from jeugdstelsel.standaard import iv3

EARLY, LATE = date(2025, 3, 1), date(2025, 7, 1)


def put(folder: Path, amount: int, **changes: Any) -> Path:
    """Write one table with one amount of 6.82a in 2024, and return its folder."""
    row = {
        "Gemeenten": "GM0106   ", "TaakveldBalanspost": "6.82a ", "Categorie": "L4.3.3  ", "Verslagsoort": "2024X005",
        "k_1ePlaatsing_1": None, "k_2ePlaatsing_2": amount, **changes,
    }  # fmt: skip
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "TypedDataSet.json").write_text(json.dumps({"value": [row]}), encoding="utf-8")
    return folder


def stand(workdir: Path, bekend_op: date | None = None) -> list[tuple[str, int]]:
    """Return what stands for Assen in the jaarrekening 2024: (taakveld, thousands of euro)."""
    rows = standing(workdir, bekend_op).to_pylist()
    own = [r for r in rows if (r["gemeente"], r["jaar"], r["document"]) == ("0106", 2024, "jaarrekening")]
    return sorted((r["taakveld"], r["bedrag"] // iv3.DUIZEND_EURO) for r in own)


def test_without_a_work_folder_the_shipped_amounts_stand() -> None:
    table = standing()
    assert table.num_rows == len(iv3.bedragen())
    assert set(table["levering_id"].to_pylist()) == {""}
    assert table["bekend_op"].null_count == table.num_rows


def test_a_delivery_replaces_what_is_shipped_for_its_own_gemeente_year_and_document_only(tmp_path: Path) -> None:
    before = standing().num_rows
    done = load(tmp_path / "werkmap", put(tmp_path / "iv3", 70))
    assert (done.vorm, done.bedragen, done.bevindingen, done.al_bekend) == ("odata", 1, (), False)
    assert stand(tmp_path / "werkmap") == [("6.82a", 70)]
    shipped = [a for a in iv3.bedragen("0106", 2024) if a.document == "jaarrekening"]
    assert standing(tmp_path / "werkmap").num_rows == before - len(shipped) + 1


def test_the_same_delivery_twice_changes_nothing(tmp_path: Path) -> None:
    for again in (False, True):
        assert load(tmp_path / "werkmap", put(tmp_path / "iv3", 70)).al_bekend is again
    with closing(open_warehouse(tmp_path / "werkmap")) as connection:
        assert duck.run_sql(connection, "SELECT COUNT(*) FROM iv3_bedrag") == [(1,)]


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_the_newest_known_holds_whatever_the_order_of_loading_and_the_old_stays_to_be_asked(
    tmp_path: Path, order: tuple[int, ...]
) -> None:
    given = [(put(tmp_path / "een", 70), EARLY), (put(tmp_path / "twee", 75), LATE)]
    for number in order:
        path, day = given[number]
        load(tmp_path / "werkmap", path, bekend_op=day)
    assert stand(tmp_path / "werkmap") == [("6.82a", 75)]
    assert stand(tmp_path / "werkmap", LATE) == [("6.82a", 75)]
    assert stand(tmp_path / "werkmap", date(2025, 6, 30)) == [("6.82a", 70)]
    assert stand(tmp_path / "werkmap", date(2025, 2, 28)) == []


def test_of_two_deliveries_of_one_day_the_last_holds(tmp_path: Path) -> None:
    for name, amount in (("een", 70), ("twee", 75)):
        load(tmp_path / "werkmap", put(tmp_path / name, amount), bekend_op=EARLY)
    assert stand(tmp_path / "werkmap") == [("6.82a", 75)]


def test_after_a_rebuild_of_the_database_everything_is_there_again(tmp_path: Path) -> None:
    load(tmp_path / "werkmap", put(tmp_path / "een", 70), bekend_op=EARLY)
    load(tmp_path / "werkmap", put(tmp_path / "twee", 75, Gemeenten="GM9999"), bekend_op=LATE)
    (tmp_path / "werkmap" / DATABASE).unlink()
    assert stand(tmp_path / "werkmap", EARLY) == [("6.82a", 70)]
    with closing(open_warehouse(tmp_path / "werkmap")) as connection:
        assert duck.run_sql(connection, "SELECT volgnummer, bedragen, bevindingen FROM iv3_levering ORDER BY 1") == [
            (1, 1, 0),
            (2, 0, 1),
        ]


def test_a_delivery_of_iv3_is_never_read_as_messages(tmp_path: Path) -> None:
    load(tmp_path / "werkmap", put(tmp_path / "iv3", 70))
    assert process([], tmp_path / "werkmap", van="", door="").leveringen == 0


def test_findings_stand_with_all_others_and_name_the_sender(tmp_path: Path) -> None:
    load(tmp_path / "werkmap", put(tmp_path / "iv3", 70, Gemeenten="GM9999"), van="gemeente Voorbeeldstad")
    with closing(open_warehouse(tmp_path / "werkmap")) as connection:
        (row,) = read_findings(connection).to_pylist()
    assert (row["regel"], row["berichtsoort"], row["leverancier"]) == ("IV3_GEMEENTE", "Iv3", "gemeente Voorbeeldstad")
    assert (row["plaats"], row["regelnummer"]) == ("TypedDataSet.json, regel 1", 1)


def test_openspending_takes_its_gemeente_from_the_user_also_after_a_rebuild(tmp_path: Path) -> None:
    (tmp_path / "data.csv").write_text(
        "Verslagsoort,Categorie,Post,Baten,Lasten\n2024X005,L3.8,6.82a,\\N,70\n", encoding="utf-8"
    )
    assert load(tmp_path / "werkmap", tmp_path / "data.csv", gemeente="0106").bevindingen == ()
    (tmp_path / "werkmap" / DATABASE).unlink()
    assert stand(tmp_path / "werkmap") == [("6.82a", 70)]


def test_a_zip_gives_the_same_as_the_folder_in_it(tmp_path: Path) -> None:
    path = put(tmp_path / "iv3", 70) / "TypedDataSet.json"
    with zipfile.ZipFile(tmp_path / "iv3.zip", "w") as packed:
        packed.write(path, "TypedDataSet.json")
    assert load(tmp_path / "werkmap", tmp_path / "iv3.zip").bedragen == 1
    assert stand(tmp_path / "werkmap") == [("6.82a", 70)]


def test_an_archive_that_does_not_open_is_a_finding_and_is_not_kept(tmp_path: Path) -> None:
    (tmp_path / "iv3.zip").write_bytes(b"PK\x03\x04 dit is geen zip")
    done = load(tmp_path / "werkmap", tmp_path / "iv3.zip")
    assert [finding.regel for finding in done.bevindingen] == ["ARCHIEF"]
    assert not (tmp_path / "werkmap" / DATABASE).exists()


def test_a_file_that_is_too_large_is_a_finding_and_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("jeugdstelsel.ingest.unpack.MAX_BYTES", 600)
    (tmp_path / "iv3.csv").write_text("x" * 601, encoding="utf-8")
    assert [finding.regel for finding in load(tmp_path / "werkmap", tmp_path / "iv3.csv").bevindingen] == ["TE_GROOT"]


def test_what_else_lies_in_the_folder_is_passed_over(tmp_path: Path) -> None:
    (put(tmp_path / "iv3", 70) / "LEESMIJ.md").write_text("# Iv3 van 2024", encoding="utf-8")
    assert load(tmp_path / "werkmap", tmp_path / "iv3").bedragen == 1


@pytest.mark.parametrize("given", [{"path": "weg"}, {"path": ".", "gemeente": "9999"}])
def test_a_path_or_gemeente_that_is_not_there_is_refused(tmp_path: Path, given: dict[str, str]) -> None:
    with pytest.raises(GebruikersFout):
        load(tmp_path / "werkmap", tmp_path / given.pop("path"), **given)  # type: ignore[arg-type]


def test_income_that_is_loaded_is_shown_beside_expenditure_and_never_added(tmp_path: Path) -> None:
    folder = put(tmp_path / "iv3", 8, Categorie="B3.8")
    load(tmp_path / "werkmap", folder)
    book = read_book(tmp_path / "werkmap")
    place = find_place(gemeente="Assen")
    income = [
        p
        for p in make_series(book, place, zijde="baten", niveau="vergelijkbaar").punten
        if (p.lijn, p.jaar) == ("jb_jr", 2024)
    ]
    spent = [p for p in make_series(book, place, niveau="vergelijkbaar").punten if (p.lijn, p.jaar) == ("jb_jr", 2024)]
    shipped = [
        p for p in make_series(read_book(), place, niveau="vergelijkbaar").punten if (p.lijn, p.jaar) == ("jb_jr", 2024)
    ]
    assert [p.bedrag for p in income] == [8 * iv3.DUIZEND_EURO]
    assert spent == shipped


def test_what_a_killed_run_left_half_written_is_removed(tmp_path: Path) -> None:
    half = tmp_path / "w" / "iv3" / "archief" / ".nieuw-1-0"
    half.parent.mkdir(parents=True)
    half.write_bytes(b"half")
    load(tmp_path / "w", put(tmp_path / "iv3", 1))
    assert not half.exists()
