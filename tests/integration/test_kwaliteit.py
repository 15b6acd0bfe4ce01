"""Quality per supplier: through the door, over time, and per software package as far as someone said who uses what."""

import csv
import io
import json
from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pyarrow as pa
import pytest
from gebrekenwereld import AANBIEDERS, GEMEENTE, PEILDATUM, World, make_world
from leveringen import run_main

from jeugdstelsel.engines import duckdb as duck
from jeugdstelsel.model import GebruikersFout
from jeugdstelsel.services.calculate import calculate
from jeugdstelsel.services.kwaliteit import Cijfer, read_packages, read_quality, with_bij
from jeugdstelsel.services.warehouse import open_warehouse
from jeugdstelsel.tables import all_tables, arrow_schema

LAAT, GOED = AANBIEDERS
KLEIN = "01000003"
LIJST = f"""aanbieder,pakket,geldig_van,geldig_tot,bron
{LAAT},Oud,2020-01-01,2025-06-30,opgave aanbieder
{LAAT},Nieuw,2025-07-01,,opgave aanbieder
{KLEIN},Nieuw,2025-01-01,,opgave aanbieder
"""
Run = Callable[..., tuple[int, str, str]]


def make_suppliers() -> World:
    """A provider that reports its starts late, one that does all well, and a small one that bills without number."""
    world = make_world(24)
    starts = {row["bericht_id"] for row in world["melding"] if row["soort"] == "start" and row["aanbieder"] == LAAT}
    for row in world["bericht"]:
        if row["bericht_id"] in starts:
            row["dagtekening"] += timedelta(20)
    early = next(row for row in world["prestatie"] if row["aanbieder"] == GOED)
    world["prestatie"].append(
        early | {"regelnummer": 2, "referentie_nummer": "januari", "begindatum": date(2025, 1, 6)}
    )
    small = {row["bericht_id"] for row in world["prestatie"] if row["client"] in ("k06", "k08")}
    for row in (*world["bericht"], *world["prestatie"]):
        if row["bericht_id"] in small:
            row |= {"aanbieder": KLEIN} | ({"afzender": KLEIN} if "afzender" in row else {"toewijzing_nummer": None})
    world["bevinding"] = [
        {"bericht_id": bericht_id, "levering_id": "l1", "regel": "CS002", "ernst": "fout", "klasse": "Client",
         "regelnummer": 1}
        for bericht_id in sorted(starts)[:3]
    ]  # fmt: skip
    known = [
        ("k01", GOED),
        *((f"k{number:02d}", GOED) for number in range(3, 25, 2)),
        *((f"x{n}", GOED) for n in range(12)),
    ]
    for number, (client, provider) in enumerate(known):
        world["bij_jeugdhulp"].append(
            {"levering_id": "bij1", "regel": number + 2, "aanbieder": provider, "periode": "2025-H1", "client": client,
             "bsn_soort": "bekend", "gemeente": GEMEENTE, "hulpvorm": "02", "datum_aanvang": date(2025, 3, 1)}
        )  # fmt: skip
    world["bij_levering"] = [
        {"levering_id": "bij1", "volgnummer": 1, "soort": "jeugdhulp", "aanbieder": GOED, "periode": "2025-H1",
         "status": "geldig", "synthetisch": True}
    ]  # fmt: skip
    world["levering"] = [{"levering_id": "l1", "berichten": 1, "synthetisch": True, "beoordeeld": True}]
    return world


@pytest.fixture(scope="module")
def werkmap(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A computed work folder."""
    folder = tmp_path_factory.mktemp("kwaliteit")
    with closing(open_warehouse(folder)) as connection:
        for name, rows in make_suppliers().items():
            table = all_tables()[name]
            if rows and table.stored:
                schema = arrow_schema(table, stored_only=True)
                filled = [{key: row.get(key) for key in schema.names} for row in rows]
                duck.append(connection, name, pa.Table.from_pylist(filled, schema=schema))
    calculate(folder, peildatum=PEILDATUM)
    return folder


@pytest.fixture
def lijst(tmp_path: Path) -> Path:
    """A list of who uses which package."""
    path = tmp_path / "pakketten.csv"
    path.write_text(LIJST, encoding="utf-8")
    return path


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command in this process; return exit code, output and errors."""
    return lambda *words: run_main(capfd, monkeypatch, *words)


def score(figures: tuple[Cijfer, ...], indicator: str, regel: str = "") -> dict[str, float | str]:
    """The score per period, or its state when it may not be told."""
    return {
        figure.periode: figure.toestand if figure.waarde is None else figure.waarde
        for figure in figures
        if (figure.indicator, figure.regel) == (indicator, regel)
    }


def test_a_supplier_that_reports_late_scores_low_on_time_and_not_on_the_rest(werkmap: Path) -> None:
    late, good = (read_quality(werkmap, "aanbieder", code, per="jaar").cijfers for code in (LAAT, GOED))
    assert score(late, "tijdigheid_start") == {"2025": 0.0}
    assert score(good, "tijdigheid_start") == {"2025": 1.0}
    for indicator in ("koppelbaar", "volledigheid", "tijdigheid_stop"):
        assert score(late, indicator) == {"2025": 1.0}, indicator


def test_findings_are_told_per_1000_messages_that_the_supplier_sent_and_by_rule(werkmap: Path) -> None:
    late = read_quality(werkmap, "aanbieder", LAAT, per="jaar").cijfers
    assert score(late, "bevindingen_per_duizend", "CS002") == score(late, "bevindingen_per_duizend", "alle")
    assert next(iter(score(late, "bevindingen_per_duizend", "alle").values())) > 0  # type: ignore[operator]
    good = read_quality(werkmap, "aanbieder", GOED, per="jaar").cijfers
    assert score(good, "bevindingen_per_duizend", "alle") == {"2025": 0.0}


def test_of_a_supplier_with_few_young_people_nothing_is_told(werkmap: Path) -> None:
    small = read_quality(werkmap, "aanbieder", KLEIN, per="jaar").cijfers
    assert {figure.toestand for figure in small} == {"geheim"}


def test_beside_beleidsinformatie_half_of_the_reported_young_people_have_messages(werkmap: Path) -> None:
    found = read_quality(werkmap, "gemeente", GEMEENTE, per="halfjaar")
    assert score(with_bij(werkmap, found).cijfers, "dekking_bij") == {"2025-H1": 0.5}


def test_without_beleidsinformatie_of_the_period_there_is_nothing_to_lay_beside(werkmap: Path) -> None:
    with pytest.raises(GebruikersFout, match="er is geen Beleidsinformatie van deze perioden"):
        with_bij(werkmap, read_quality(werkmap, "gemeente", GEMEENTE, per="kwartaal"))
    with pytest.raises(GebruikersFout, match="per gemeente of aanbieder"):
        with_bij(werkmap, read_quality(werkmap, "aanbieder", per="halfjaar"))


def test_a_package_has_the_score_of_who_used_it_at_the_end_of_the_period(werkmap: Path, lijst: Path) -> None:
    old = read_quality(werkmap, "pakket", "Oud", per="halfjaar", pakketten=lijst).cijfers
    assert score(old, "tijdigheid_start") == {"2025-H1": 0.0}
    new = read_quality(werkmap, "pakket", "Nieuw", per="halfjaar", pakketten=lijst).cijfers
    assert "2025-H2" in score(new, "koppelbaar")
    assert score(new, "tijdigheid_start").get("2025-H1") is None


def test_a_secret_supplier_is_not_in_the_score_of_its_package(werkmap: Path, lijst: Path) -> None:
    new = read_quality(werkmap, "pakket", "Nieuw", per="jaar", pakketten=lijst).cijfers
    alone = read_quality(werkmap, "aanbieder", LAAT, per="jaar").cijfers
    assert score(new, "koppelbaar") == score(alone, "koppelbaar") == {"2025": 1.0}
    assert {figure.aanbieders for figure in new if figure.indicator == "koppelbaar"} == {1}


def test_a_package_of_secret_suppliers_only_is_secret(werkmap: Path, lijst: Path) -> None:
    early = read_quality(werkmap, "pakket", "Nieuw", per="halfjaar", pakketten=lijst).cijfers
    assert score(early, "koppelbaar")["2025-H1"] == "geheim"


def test_who_is_not_on_the_list_has_an_unknown_package_and_none_is_made_up(werkmap: Path, lijst: Path) -> None:
    every = read_quality(werkmap, "pakket", per="jaar", pakketten=lijst)
    assert every.plaatsen == ("Nieuw", "onbekend")
    with pytest.raises(GebruikersFout, match="geen bericht noemt het softwarepakket"):
        read_quality(werkmap, "pakket", "Oud")


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("1000001,Oud,2025-01-01,,x", "LIJST_AGB"),
        ("01000001,,2025-01-01,,x", "LIJST_PAKKET"),
        ("01000001,onbekend,2025-01-01,,x", "LIJST_PAKKET"),
        ("01000001,Oud,2025-01-01,,", "LIJST_BRON"),
        ("01000001,Oud,,,x", "LIJST_DATUM"),
        ("01000001,Oud,1-1-2025,,x", "LIJST_DATUM"),
        ("01000001,Oud,2025-02-01,2025-01-01,x", "LIJST_PERIODE"),
        ("01000001,Oud,2025-01-01", "LIJST_CELLEN"),
        ("01000009,Ander,2025-06-01,,x", "LIJST_OVERLAP"),
        ("01000009,Eerste,2025-01-01,2025-12-31,x", "LIJST_DUBBEL"),
    ],
)
def test_a_line_that_is_wrong_is_a_finding_and_the_others_count(tmp_path: Path, line: str, code: str) -> None:
    path = tmp_path / "pakketten.csv"
    good = "01000009,Eerste,2025-01-01,2025-12-31,x"
    path.write_text(f"aanbieder,pakket,geldig_van,geldig_tot,bron\n{good}\n{line}\n", encoding="utf-8")
    packages, findings = read_packages(path)
    assert [package.naam for package in packages] == ["Eerste"]
    assert [(finding.regel, finding.regelnummer) for finding in findings] == [(code, 3)]


def test_unknown_places_and_an_empty_folder_are_said(werkmap: Path, tmp_path: Path) -> None:
    with pytest.raises(GebruikersFout, match="geen scores van aanbieder 09999999"):
        read_quality(werkmap, "aanbieder", "09999999")
    with pytest.raises(GebruikersFout, match="nog niets verwerkt"):
        read_quality(tmp_path / "leeg", "land")


def test_the_command_prints_one_place_over_time_or_all_side_by_side(werkmap: Path, lijst: Path, run: Run) -> None:
    code, out, err = run("kwaliteit", "--gemeente", GEMEENTE, "--per", "halfjaar", "--werkmap", werkmap)
    assert (code, err) == (0, "")
    assert "SYNTHETISCH" in out
    assert "Utrecht (0344)" in out
    assert "2025-H2" in out
    _, out, _ = run("kwaliteit", "--vergelijk", "pakket", "--pakketten", lijst, "--per", "jaar", "--werkmap", werkmap)
    assert "Nieuw" in out
    assert "onbekend" in out
    _, out, _ = run("kwaliteit", "--vergelijk", "aanbieder", "--formaat", "csv", "--werkmap", werkmap)
    rows = list(csv.DictReader(io.StringIO(out)))
    assert {row["plaats"] for row in rows} == {LAAT, GOED, KLEIN}
    assert {row["waarde"] for row in rows if row["toestand"] == "geheim"} == {""}
    _, out, _ = run("kwaliteit", "--formaat", "json", "--werkmap", werkmap)
    assert {"betekenis", "eenheid", "goed"} <= set(json.loads(out)["scores"][0])


def test_the_command_tells_what_every_defect_does(run: Run) -> None:
    _, out, _ = run("kwaliteit", "--gevolgen")
    assert "De hulp is gestopt maar er is geen stop gemeld" in out
    assert "Herstel: Stuur een JW307" in out
    _, out, _ = run("kwaliteit", "--gevolgen", "--formaat", "csv")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert ("stop_niet_gemeld", "lopend_op_peildatum", "hoger") in {
        (row["gebrek"], row["indicator"], row["richting"]) for row in rows
    }
    _, out, _ = run("kwaliteit", "--gevolgen", "--formaat", "json")
    assert json.loads(out)[0]["gevolgen"]


def test_only_one_place_at_a_time_can_be_chosen(run: Run, werkmap: Path) -> None:
    code, _, err = run("kwaliteit", "--gemeente", GEMEENTE, "--aanbieder", LAAT, "--werkmap", werkmap)
    assert code == 2
    assert "kies één van" in err
