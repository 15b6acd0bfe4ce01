"""The Beleidsinformatie of the synthetic country: the same seed gives the same files, and every line is invented."""

from datetime import date
from pathlib import Path

import pytest

from jeugdstelsel.ingest.bij import read_delivery
from jeugdstelsel.ingest.bij_record import Hulp
from jeugdstelsel.ingest.unpack import find_files
from jeugdstelsel.standaard.bij import standaard_indeling
from jeugdstelsel.synthetic.bij import ALLEEN_BERICHTEN, NIET_GELEVERD, deliveries, periods, skipped
from jeugdstelsel.synthetic.care import simulate
from jeugdstelsel.synthetic.parameters import Instellingen
from jeugdstelsel.synthetic.places import places
from jeugdstelsel.synthetic.write import write_world

SMALL = Instellingen(schaal=0.004)
GEMEENTEN = ("0034", "0363")


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (folder / "bij").glob("*.csv")}


@pytest.fixture(scope="module")
def land(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("land")
    write_world(folder, SMALL, gemeenten=GEMEENTEN, processen=1)
    return folder


def test_the_same_seed_gives_the_same_files_also_over_an_earlier_country(land: Path, tmp_path: Path) -> None:
    for _ in range(2):
        write_world(tmp_path / "weer", SMALL, gemeenten=GEMEENTEN, processen=2)
    assert files(tmp_path / "weer") == files(land)


def test_the_messages_of_one_day_come_without_deliveries(tmp_path: Path) -> None:
    write_world(tmp_path, SMALL, gemeenten=("0034",), dag=date(2026, 1, 9), processen=1)
    assert files(tmp_path) == {}


def test_every_delivery_is_in_order_and_labelled_and_about_care_of_its_period(land: Path) -> None:
    for name, data in files(land).items():
        bestand = read_delivery(data)
        assert bestand.in_orde and bestand.synthetisch, name
        assert bestand.periode is not None
        assert name == f"SYNTHETISCH_bij_{bestand.soort}_{bestand.aanbieder}_{bestand.periode.code}.csv"


def test_the_messages_can_be_taken_in_from_the_same_folder(land: Path) -> None:
    assert {path.suffix for path in find_files(land)} == {".zip"}


def test_only_periods_whose_term_has_passed_are_delivered() -> None:
    assert [p.code for p in periods(SMALL, "H")] == ["2025-H1", "2025-H2"]
    assert [p.code for p in periods(Instellingen(tot=date(2026, 1, 20)), "H")] == ["2025-H1"]
    assert next(p.code for p in periods(Instellingen(jaren=2), "K")) == "2024-K1"


def test_some_young_people_are_in_one_of_the_two_only() -> None:
    care = simulate(places(SMALL)["0363"], SMALL)
    told = {int(number) for number in care.children.bsn.tolist()}
    heading = list(standaard_indeling().kolommen["jeugdhulp"])
    reported = {
        int(line.split(";")[heading.index("bsn")])
        for item in deliveries(care, SMALL)
        for line in item.regels.splitlines()
    }
    extra = reported - told
    assert 0 < len(extra) < len(reported) * 0.2
    assert {number // 10 for number in extra} <= set(range(care.place.bsn, care.place.bsn + care.place.ruimte))


def test_a_few_aanbieders_do_not_deliver() -> None:
    (first, _) = periods(SMALL, "H")
    absent = sum(skipped(SMALL, f"99{number:06d}", first) for number in range(2000)) / 2000
    assert abs(absent - NIET_GELEVERD) < 0.015
    assert 0 < ALLEEN_BERICHTEN < 0.1


def test_what_ended_after_the_period_still_runs_in_it(land: Path) -> None:
    for name, data in files(land).items():
        for record in read_delivery(data).records:
            assert not isinstance(record, Hulp) or bool(record.datum_einde) == bool(record.reden_beeindiging), name
    first = [read_delivery(data) for name, data in files(land).items() if "jeugdhulp" in name and "H1" in name]
    assert any(record.datum_einde is None for bestand in first for record in bestand.records)
