"""The synthetic country against the rules, the official schemas and the key figures."""

import csv
import re
import zipfile
from collections import defaultdict
from datetime import date
from pathlib import Path

import pytest
from lxml import etree

from jeugdstelsel.rules import all_rules
from jeugdstelsel.services.series import SeriesFinding, check_series
from jeugdstelsel.synthetic.calibration import calibrate
from jeugdstelsel.synthetic.parameters import Instellingen
from jeugdstelsel.synthetic.write import write_world
from tests.xsd import NEEDS_XSD, parser, schema

GEMEENTEN = ("0034", "0088", "0363", "1992")
"""Two large gemeenten, a very small one and one that exists only since 2023."""
TODAY = date(2026, 11, 1)


def findings(folder: Path) -> list[SeriesFinding]:
    return check_series(folder, contract=folder / "contracten.csv", today=TODAY)


@pytest.mark.parametrize("settings", [Instellingen(schaal=0.02), Instellingen(schaal=0.01, jaren=3, seed=5)])
def test_a_clean_country_has_no_findings_at_all(settings: Instellingen, tmp_path: Path) -> None:
    write_world(tmp_path / "land", settings, gemeenten=GEMEENTEN, processen=1)
    assert findings(tmp_path / "land") == []


@NEEDS_XSD
def test_every_message_and_retour_message_is_valid_by_the_official_schema(tmp_path: Path) -> None:
    settings = Instellingen(schaal=0.003, retour=True)
    write_world(tmp_path / "land", settings, gemeenten=GEMEENTEN, processen=1)
    seen = set()
    for path in (tmp_path / "land").rglob("*.zip"):
        with zipfile.ZipFile(path) as packed:
            for name in packed.namelist():
                if found := re.search(r"_(JW\d{3})\.xml$", name):
                    seen.add(found[1])
                    assert schema(found[1]).validate(etree.fromstring(packed.read(name), parser())), name
    assert len(seen) == 14


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, dict[str, str]], dict[str, set[str]]]:
    """What was planted per message, and the rules that were found broken per message."""
    folder = tmp_path_factory.mktemp("fouten")
    settings = Instellingen(schaal=0.003)
    write_world(folder / "land", settings, gemeenten=GEMEENTEN, manifest=folder / "fouten.csv", processen=1)
    for copy in (folder / "land").rglob("*_dubbel.zip"):
        copy.unlink()
    with (folder / "fouten.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["soort_fout"] != "dubbele levering"]
    found = defaultdict(set)
    for finding in findings(folder / "land"):
        found[finding.bestand].add(finding.regel)
    return {f"{Path(row['bestand']).name}/{row['bericht']}": row for row in rows}, found


def test_the_planted_defects_cover_every_rule(
    planted: tuple[dict[str, dict[str, str]], dict[str, set[str]]],
) -> None:
    rules = {rule for row in planted[0].values() for rule in row["regels"].split(";") if rule}
    assert rules == set(all_rules())


def test_every_planted_defect_is_found_as_exactly_the_rules_of_the_manifest(
    planted: tuple[dict[str, dict[str, str]], dict[str, set[str]]],
) -> None:
    manifest, found = planted
    judged = {name: set(row["regels"].split(";")) for name, row in manifest.items() if row["geldig"] == "ja"}
    assert {name: found[name] for name in judged} == judged


def test_every_broken_structure_is_refused_and_nothing_else_is_found(
    planted: tuple[dict[str, dict[str, str]], dict[str, set[str]]],
) -> None:
    manifest, found = planted
    broken = {name for name, row in manifest.items() if row["geldig"] == "nee"}
    assert len(broken) == 33
    assert all(found[name] for name in broken)
    assert set(found) <= set(manifest)


def test_the_country_stays_near_the_published_figures() -> None:
    reached = calibrate(Instellingen(schaal=0.1), processen=2)
    assert len(reached) > 30
    large = [figure for figure in reached if figure.eenheid != "jongeren" or figure.doel > 20_000]
    assert [figure.kenmerk for figure in large if not figure.goed] == []
