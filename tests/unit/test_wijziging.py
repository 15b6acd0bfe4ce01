"""What a release changed, read from its own list of changes."""

import json
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pyarrow as pa

from jeugdstelsel.publish.errata import schrijf_wijzigingen
from jeugdstelsel.services.wijziging import read_wijziging

NAMEN = (
    "indicator", "versie", "periode_soort", "periode", "niveau", "gemeente", "jeugdregio", "aanbieder",
    "product_categorie", "product_code", "uitsplitsing", "waarde", "dekking", "status", "toestand",
)  # fmt: skip
SCHEMA = pa.schema([(name, pa.float64() if name in ("waarde", "dekking") else pa.string()) for name in NAMEN])
OUD = (
    {"indicator": "trajecten", "periode": "2024", "waarde": 100.0, "status": "voorlopig"},
    {"indicator": "uitstroom", "periode": "2024", "waarde": 50.0, "status": "definitief"},
    {"indicator": "instroom", "periode": "2024", "niveau": "gemeente", "gemeente": "0363", "waarde": 20.0},
    {"indicator": "kosten", "periode": "2024", "waarde": 9.0, "status": "definitief"},
)
NIEUW = (
    {"indicator": "trajecten", "periode": "2024", "waarde": 110.0, "status": "definitief"},
    {"indicator": "uitstroom", "periode": "2024", "waarde": 55.0, "status": "definitief"},
    {"indicator": "instroom", "periode": "2024", "niveau": "gemeente", "gemeente": "0363", "toestand": "geheim"},
    {"indicator": "instroom", "periode": "2025", "waarde": 70.0},
    {"indicator": "kosten", "periode": "2024", "waarde": 9.0, "status": "definitief"},
)


def make_figures(rows: Iterable[Mapping[str, Any]]) -> pa.Table:
    """Return figures of the country and a year, provisional and published unless a row says otherwise."""
    usual = {
        "versie": "1",
        "periode_soort": "jaar",
        "niveau": "land",
        "status": "voorlopig",
        "toestand": "gepubliceerd",
    }
    return pa.Table.from_pylist([{**usual, **row} for row in rows], schema=SCHEMA)


def make_release(
    workdir: Path, nummer: int, new: Iterable[Mapping[str, Any]], old: Iterable[Mapping[str, Any]]
) -> Path:
    """Keep a release with the list of what it changed, as publishing writes it."""
    folder = workdir / "uitgaven" / f"{nummer:04d}"
    folder.mkdir(parents=True)
    notes = {"synthetisch": True, "indicatoren": [], "instellingen": {}}
    sheet = {"nummer": nummer, "moment": f"2026-0{nummer}-01T09:00:00+00:00", "metagegevens": notes}
    (folder / "uitgave.json").write_text(json.dumps(sheet))
    before = SimpleNamespace(
        nummer=nummer - 1, moment=datetime(2026, 1, 1, tzinfo=UTC), cijfers=make_figures(old), metagegevens=notes
    )
    schrijf_wijzigingen(folder, make_figures(new), notes, nummer, before)  # type: ignore[arg-type]
    return folder


def test_changes_are_counted_by_kind_and_those_of_the_country_are_named(tmp_path: Path) -> None:
    make_release(tmp_path, 1, OUD, OUD)
    make_release(tmp_path, 2, NIEUW, OUD)
    found = read_wijziging(tmp_path)
    assert found is not None
    assert (found.nummer, found.vorige.nummer) == (2, 1)
    assert dict(found.aantallen) == {"bijgesteld": 1, "hersteld": 1, "andere toestand": 1, "nieuw": 1}
    assert [(each.indicator, each.oud, each.nieuw) for each in found.landelijk] == [
        ("trajecten", 100.0, 110.0),
        ("uitstroom", 50.0, 55.0),
    ]


def test_the_first_release_changed_nothing(tmp_path: Path) -> None:
    make_release(tmp_path, 1, OUD, OUD)
    assert read_wijziging(tmp_path) is None


def test_a_release_that_kept_no_list_says_nothing_rather_than_zero(tmp_path: Path) -> None:
    make_release(tmp_path, 1, OUD, OUD)
    (make_release(tmp_path, 2, NIEUW, OUD) / "wijzigingen.csv").unlink()
    assert read_wijziging(tmp_path) is None
