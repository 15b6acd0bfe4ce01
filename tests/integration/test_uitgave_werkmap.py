"""From a small invented country to releases: on what ground, as it was known when, and for whom it is published."""

import json
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from csvwlezer import find_faults
from leveringen import make_stream, read_tables, run_main, take_in, write_files

from jeugdstelsel.engines import duckdb as duck
from jeugdstelsel.model import GebruikersFout, NietToegestaan
from jeugdstelsel.services.calculate import calculate
from jeugdstelsel.services.grondslag import zet_grondslag
from jeugdstelsel.services.herbouw import show_rebuilt
from jeugdstelsel.services.process import process
from jeugdstelsel.services.release import publish_workdir
from jeugdstelsel.services.show import show
from jeugdstelsel.services.warehouse import open_warehouse
from jeugdstelsel.services.zoals_bekend import show_as_known
from jeugdstelsel.synthetic.parameters import Instellingen
from jeugdstelsel.synthetic.write import write_world

GEMEENTEN = ("0363", "0599")
MAART, MEI = datetime(2026, 3, 1, tzinfo=UTC), datetime(2026, 5, 1, tzinfo=UTC)
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="module")
def country(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two gemeenten of the invented country; a release of one, the other taken in, and a second release."""
    folder = tmp_path_factory.mktemp("land")
    werkmap = folder / "werkmap"
    for code, moment in zip(GEMEENTEN, (MAART, MEI), strict=True):
        write_world(folder / code, Instellingen(schaal=0.004), gemeenten=(code,), processen=1)
        process([folder / code], werkmap, van="test", door="test")
        calculate(werkmap)
        publish_workdir(werkmap, moment=moment)
    return werkmap


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command in this process; return exit code, output and errors."""
    return lambda *words: run_main(capfd, monkeypatch, *words)


def test_a_figure_as_known_on_a_past_day_is_the_figure_of_then(country: Path) -> None:
    past = show_as_known(country, "trajecten", {}, "jaar", date(2026, 4, 30))
    now = show(country, "trajecten", {}, "jaar")
    assert [row["periode"] for row in past.rijen] == [row["periode"] for row in now.rijen]
    assert past.rijen[-1]["waarde"] < now.rijen[-1]["waarde"]
    assert "uitgave 1 van 2026-03-01" in past.plaats
    assert show_as_known(country, "trajecten", {}, "jaar", date(2026, 5, 1)).rijen == now.rijen


def test_later_deliveries_and_calculations_do_not_change_what_was_known(country: Path, tmp_path: Path) -> None:
    werkmap = tmp_path / "werkmap"
    shutil.copytree(country, werkmap)
    before = show_as_known(werkmap, "kosten", {}, "kwartaal", date(2026, 5, 1))
    with closing(open_warehouse(werkmap)) as connection:
        duck.run_sql(connection, "UPDATE cijfer SET waarde = 1")
    assert show_as_known(werkmap, "kosten", {}, "kwartaal", date(2026, 5, 1)) == before


def test_the_definition_is_that_of_the_release(country: Path) -> None:
    shown = show_as_known(country, "uitval", {}, "jaar", date(2026, 5, 1))
    assert shown.synthetisch
    assert shown.indicator.betekenis == show(country, "uitval", {}, "jaar").indicator.betekenis


@pytest.mark.parametrize(
    ("code", "chosen", "dag", "said"),
    [
        ("trajecten", {}, date(2026, 2, 28), "nog geen uitgave; de eerste is van 2026-03-01"),
        ("trajecten", {"gemeente": "0599"}, date(2026, 3, 2), "uitgave 1 van 2026-03-01 heeft geen cijfers"),
        ("trajecten", {"gemeente": "Atlantis"}, date(2026, 3, 2), "bestaat niet"),
    ],
)
def test_what_was_not_known_is_said(country: Path, code: str, chosen: dict[str, str], dag: date, said: str) -> None:
    with pytest.raises(GebruikersFout, match=said):
        show_as_known(country, code, chosen, "jaar", dag)


def test_the_command_shows_what_was_known_with_its_label(country: Path, run: Run) -> None:
    words = ("toon", "trajecten", "--per", "jaar", "--werkmap", country, "--zoals-bekend-op")
    code, out, _ = run(*words, "2026-03-15")
    assert (code, "zoals bekend op 2026-03-15" in " ".join(out.split()), "SYNTHETISCH" in out) == (0, True, True)
    assert run(*words, "2020-01-01")[0] == 2
    out = run("toon", "herhaald_beroep_vijf_jaar", "--per", "jaar", "--werkmap", country)[1]
    assert "Begrip: herhaald_beroep_vijf_jaar." in out


@pytest.fixture(scope="module")
def dated(country: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same work folder, of which the first gemeente came in on 1 February and the second on 1 April."""
    werkmap = tmp_path_factory.mktemp("gedateerd") / "werkmap"
    shutil.copytree(country, werkmap)
    with closing(sqlite3.connect(werkmap / "grootboek.sqlite")) as ledger, ledger:
        ledger.execute("DROP TRIGGER levering_vast")
        ledger.execute("UPDATE levering SET ontvangen_op = '2026-04-01T10:00:00+00:00'")
        ledger.execute("UPDATE levering SET ontvangen_op = '2026-02-01T10:00:00+00:00' WHERE naam LIKE '%0363%'")
    return werkmap


def test_without_a_release_a_figure_can_be_computed_from_what_had_been_received(dated: Path) -> None:
    before = read_tables(dated)
    rebuilt = show_rebuilt(dated, "trajecten", {}, "jaar", date(2026, 2, 1))
    assert rebuilt.rijen == show_as_known(dated, "trajecten", {}, "jaar", date(2026, 3, 1)).rijen
    assert rebuilt.synthetisch and "met de regels van nu" in rebuilt.plaats
    assert read_tables(dated) == before
    assert list(dated.glob(".herbouw-*")) == []


def test_before_the_first_delivery_there_is_nothing_to_compute(dated: Path) -> None:
    with pytest.raises(GebruikersFout, match="nog niets ontvangen"):
        show_rebuilt(dated, "trajecten", {}, "jaar", date(2026, 1, 31))
    assert list(dated.glob(".herbouw-*")) == []


def test_a_release_of_the_invented_country_is_good_open_data_and_needs_no_basis(country: Path) -> None:
    for number in ("0001", "0002"):
        assert find_faults(country / "uitgaven" / number) == []
    notes = json.loads((country / "uitgaven" / "0002" / "metagegevens.json").read_text(encoding="utf-8"))
    assert (notes["synthetisch"], notes["grondslag"]) == (True, "synthetisch")


def test_real_messages_are_published_only_on_a_recorded_basis(tmp_path: Path, run: Run) -> None:
    werkmap = tmp_path / "werkmap"
    take_in([write_files(tmp_path / "in", make_stream(4))], werkmap)
    code, _, err = run("publiceer", "--werkmap", werkmap)
    assert (code, "nog niets berekend" in err) == (2, True)
    calculate(werkmap)
    code, _, err = run("publiceer", "--werkmap", werkmap)
    assert (code, "bronnen grondslag zet ijw-statistiek" in err) == (3, True)
    assert not (werkmap / "uitgaven").exists()
    with pytest.raises(NietToegestaan):
        publish_workdir(werkmap, moment=MAART)
    zet_grondslag(
        werkmap, "ijw→statistiek", grond="besluit van het college", eigenaar="gegevensbeheerder", vanaf=date(2026, 1, 1),
        wie="jurist",
    )  # fmt: skip
    code, out, _ = run("publiceer", "--werkmap", werkmap)
    assert (code, "zijn niet ingesteld" in out, "SYNTHETISCH" in out) == (0, True, False)
    notes = json.loads((werkmap / "uitgaven" / "0001" / "metagegevens.json").read_text(encoding="utf-8"))
    assert (notes["grondslag"], notes["synthetisch"]) == ("besluit van het college", False)


def test_the_settings_of_the_catalogue_are_kept_for_the_next_release(country: Path, tmp_path: Path, run: Run) -> None:
    werkmap, settings = tmp_path / "werkmap", tmp_path / "catalogus.toml"
    shutil.copytree(country, werkmap)
    settings.write_text(
        'uitgever = "Gemeente Voorbeeldstad"\ncontact = "Gegevensbeheer"\nemail = "data@voorbeeldstad.example"\n'
        'basis = "https://data.voorbeeldstad.example/jeugd/"\n'
    )
    code, out, _ = run("publiceer", "--werkmap", werkmap, "--catalogus", settings, "--door", "beheerder")
    assert (code, "zijn niet ingesteld" in out, "SYNTHETISCH" in out) == (0, False, True)
    code, out, _ = run("publiceer", "--werkmap", werkmap, "--toelichting", "Niets nieuws.")
    assert (code, "zijn niet ingesteld" in out) == (0, False)
    text = (werkmap / "uitgaven" / "0004" / "catalogus.ttl").read_text(encoding="utf-8")
    assert "Gemeente Voorbeeldstad" in text and "mailto:data@voorbeeldstad.example" in text
    assert "Niets nieuws." in (werkmap / "uitgaven" / "0004" / "errata.md").read_text(encoding="utf-8")
