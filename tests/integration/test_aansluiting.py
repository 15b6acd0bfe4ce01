"""A whole gemeente, invented but for its accounts: what the reconciliation shows, and what it does not."""

import csv
import json
import re
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from jeugdstelsel.cli.aansluiting import COMMAND
from jeugdstelsel.engines import duckdb as duck
from jeugdstelsel.model import GebruikersFout, NietToegestaan
from jeugdstelsel.services import bij
from jeugdstelsel.services.aansluiting import vergelijk
from jeugdstelsel.services.aansluiting_deur import DELEN, GEHEIM, GEPUBLICEERD, Aansluiting, sluit_aan, sluit_alles_aan
from jeugdstelsel.services.aansluiting_uitgave import regels
from jeugdstelsel.services.calculate import calculate
from jeugdstelsel.services.grondslag import zet_grondslag
from jeugdstelsel.services.process import process
from jeugdstelsel.services.warehouse import open_warehouse
from jeugdstelsel.standaard.iv3 import bedragen
from jeugdstelsel.synthetic.parameters import Instellingen
from jeugdstelsel.synthetic.write import write_world

pytestmark = pytest.mark.timeout(600)
GEMEENTE = "0938"


@pytest.fixture(scope="module")
def workdir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A work folder with messages and Beleidsinformatie of one gemeente at full size."""
    folder = tmp_path_factory.mktemp("aansluiting")
    write_world(folder / "land", Instellingen(schaal=1), gemeenten=(GEMEENTE,), processen=1)
    process([folder / "land"], folder / "werkmap", van="test", door="test")
    calculate(folder / "werkmap")
    bij.load(folder / "werkmap", [folder / "land" / "bij"], ontvangen=date(2026, 1, 20))
    return folder / "werkmap"


@pytest.fixture(scope="module")
def own(workdir: Path) -> Aansluiting:
    """The reconciliation of the year of the gemeente, with its providers."""
    return sluit_aan(workdir, "2025", gemeente="Meerssen", per_aanbieder=True)


def run(workdir: Path, *options: str) -> str:
    found = CliRunner().invoke(COMMAND, ["--werkmap", str(workdir), *options], catch_exceptions=False)
    assert found.exit_code == 0, found.output
    return found.output


def rows(workdir: Path, *options: str) -> list[dict[str, str]]:
    return list(csv.DictReader(run(workdir, "--formaat", "csv", *options).splitlines()))


def count(workdir: Path, sql: str) -> Any:
    with closing(open_warehouse(workdir)) as connection:
        return duck.run_sql(connection, sql)[0][0]


def test_the_accounts_are_the_real_ones_and_the_messages_say_that_they_are_invented(
    workdir: Path, own: Aansluiting
) -> None:
    found = own
    real = {a.taakveld: a.bedrag for a in bedragen(GEMEENTE, 2025) if a.document == "begroting"}
    total = found.kosten[-1]
    assert (total.soort, found.vergeleken.document) == ("totaal", "begroting")
    assert total.iv3.waarde == sum(real[code] for code in ("6.75", "6.76", "6.82")) // 100
    assert found.vergeleken.synthetisch and found.schaal == 1.0
    text = run(workdir, "--gemeente", GEMEENTE)
    assert "SYNTHETISCH" in text and "Iv3 is echt (CBS)" in text and "CBS, echt" in text


def test_what_is_shown_adds_up_too(own: Aansluiting) -> None:
    shown = 0
    for line in own.kosten:
        causes = [cause.waarde for cause in line.oorzaken.values()]
        if line.verschil.waarde is not None and None not in causes:
            assert line.verschil.waarde == sum(cause or 0 for cause in causes)
            shown += 1
        if line.gedeclareerd.waarde is not None:
            assert line.verschil.waarde == (line.iv3.waarde or 0) - line.gedeclareerd.waarde
    assert shown


def test_the_tables_that_stay_hold_every_euro_that_was_declared(workdir: Path) -> None:
    vergelijk(workdir, "2025")
    declared = count(
        workdir, "SELECT sum(netto) FROM kosten WHERE maand BETWEEN DATE '2025-01-01' AND DATE '2025-12-31'"
    )
    kept = (
        "SELECT sum(bedrag) FROM aansluiting_kosten WHERE niveau = '{}' AND soort = 'totaal' AND post = 'gedeclareerd'"
    )
    for niveau in ("gemeente", "jeugdregio", "land"):
        assert count(workdir, kept.format(niveau)) == declared


def test_most_young_people_of_the_invented_gemeente_are_in_both_sources(workdir: Path, own: Aansluiting) -> None:
    whole = own.jongeren[0]
    known = count(workdir, "SELECT count(DISTINCT client) FROM leverperiode WHERE begindatum < DATE '2026-01-01'")
    assert whole.zorgvorm == "jeugdzorg" and whole.totaal.toestand == GEPUBLICEERD
    assert abs((whole.totaal.waarde or 0) - known) < 0.2 * known
    exact = "SELECT sum(aantal) FROM aansluiting_personen WHERE gebied = '{}' AND aanbieder IS NULL AND zorgvorm = 'jeugdzorg'"
    both = count(workdir, exact.format(GEMEENTE) + " AND deel = 'beide'")
    assert both > 0.8 * count(workdir, exact.format(GEMEENTE))


def test_nothing_small_is_shown_and_one_secret_part_takes_the_others_with_it(own: Aansluiting) -> None:
    lines = own.jongeren
    secret = [line for line in lines if line.delen["beide"].toestand == GEHEIM]
    assert secret and any(line.aanbieder for line in lines)
    for line in lines:
        states = {line.delen[deel].toestand for deel in DELEN}
        assert len(states) == 1
        numbers = [line.totaal, *line.delen.values(), *(n for group in line.oorzaken.values() for n in group.values())]
        assert all(n.waarde is None or n.waarde == 0 or n.waarde >= 10 for n in numbers)
        assert all(n.waarde is None or n.waarde % 5 == 0 for n in numbers)


def test_no_output_names_a_young_person(workdir: Path) -> None:
    client = count(workdir, "SELECT min(client) FROM kosten")
    for form in ("tekst", "csv", "json"):
        assert client not in run(workdir, "--gemeente", GEMEENTE, "--aanbieder", "--formaat", form)


def test_money_of_one_provider_is_never_shown(workdir: Path) -> None:
    costs = [row for row in rows(workdir, "--gemeente", GEMEENTE, "--aanbieder") if row["onderwerp"] == "kosten"]
    assert costs and {row["aanbieder"] for row in costs} == {""}


def test_a_half_year_has_young_people_but_no_accounts(workdir: Path) -> None:
    found = sluit_aan(workdir, "2025-H1", gemeente=GEMEENTE)
    assert found.jongeren and not found.kosten
    assert "Iv3 gaat per jaar" in run(workdir, "--gemeente", GEMEENTE, "--periode", "2025-H1")


def test_a_year_without_declarations_is_unknown_and_not_nothing(workdir: Path) -> None:
    total = sluit_aan(workdir, "2024", gemeente=GEMEENTE).kosten[-1]
    assert total.iv3.waarde
    assert (total.gedeclareerd.waarde, total.gedeclareerd.toestand) == (None, "onbekend")
    assert total.verschil.waarde is None and total.procent is None


def test_region_and_country_hold_the_same_young_people_and_all_accounts(workdir: Path, own: Aansluiting) -> None:
    country = sluit_aan(workdir, "2025")
    assert country.jongeren[0].totaal == own.jongeren[0].totaal
    assert (country.vergeleken.gemeenten_iv3, country.gemeenten_kosten) == (338, 1)
    assert "declaraties van 1 gemeenten" in run(workdir)
    assert (country.kosten[-1].iv3.waarde or 0) > 100 * (own.kosten[-1].iv3.waarde or 0)


@pytest.fixture
def outside(workdir: Path, tmp_path: Path) -> Iterator[Path]:
    """A list of what the gemeente pays outside the messages; taken away afterwards."""
    file = tmp_path / "buiten.csv"
    lines = [
        "gemeente;jaar;aanbieder;zorgvorm;oorzaak;bedrag_eurocent;bron",
        f"{GEMEENTE};2025;;zonder_verblijf;andere betaler;10000000;afrekening",
        f"{GEMEENTE};2025;;zonder_verblijf;van alles;10000000;afrekening",
    ]
    file.write_text("\n".join(lines), encoding="utf-8")
    yield file
    (workdir / "buiten_berichten.csv").unlink()


def test_a_list_of_what_is_paid_outside_the_messages_names_a_part_of_the_difference(
    workdir: Path, outside: Path
) -> None:
    told = run(workdir, "--gemeente", GEMEENTE, "--laad", str(outside))
    assert "LIJST_OORZAAK op regel 3" in told and "1 bedragen buiten de berichten bewaard" in told
    total = sluit_aan(workdir, "2025", gemeente=GEMEENTE).kosten[-1]
    assert total.oorzaken["andere betaler"].waarde == 100_000
    assert total.grond["andere betaler"] == "opgegeven"


def test_json_gives_the_meaning_and_the_share_with_the_numbers(workdir: Path) -> None:
    found = json.loads(run(workdir, "--gemeente", GEMEENTE, "--formaat", "json"))
    assert found["betekenis"]["kosten"] and found["iv3_document"] == "begroting"
    assert isinstance(found["kosten"][-1]["procent"], float)


def test_real_messages_are_linked_only_on_a_recorded_basis(workdir: Path) -> None:
    with closing(open_warehouse(workdir)) as connection:
        duck.run_sql(connection, "UPDATE levering SET synthetisch = FALSE")
    try:
        with pytest.raises(NietToegestaan, match="ijw→bij"):
            vergelijk(workdir, "2025")
        zet_grondslag(workdir, "ijw→bij", grond="g", eigenaar="e", vanaf=date(2020, 1, 1), wie="test")
        with pytest.raises(NietToegestaan, match="ijw→iv3"):
            vergelijk(workdir, "2025")
        zet_grondslag(workdir, "ijw→iv3", grond="g", eigenaar="e", vanaf=date(2020, 1, 1), wie="test")
        assert not vergelijk(workdir, "2025").synthetisch
    finally:
        with closing(open_warehouse(workdir)) as connection:
            duck.run_sql(connection, "UPDATE levering SET synthetisch = TRUE")


@pytest.mark.parametrize("periode", ["2025-K1", "2025-01", "vorig jaar"])
def test_a_period_that_a_source_does_not_have_is_refused(workdir: Path, periode: str) -> None:
    with pytest.raises(GebruikersFout):
        vergelijk(workdir, periode)


def test_a_zip_of_invented_messages_says_at_what_scale(tmp_path: Path) -> None:
    write_world(tmp_path / "land", Instellingen(schaal=0.25), gemeenten=(GEMEENTE,), processen=1)
    process([tmp_path / "land"], tmp_path / "werkmap", van="test", door="test")
    calculate(tmp_path / "werkmap")
    found = vergelijk(tmp_path / "werkmap", "2025")
    assert found.schaal == {GEMEENTE: 0.25}
    kept = (
        "SELECT sum(bedrag) FROM aansluiting_kosten WHERE gebied = '0938' AND soort = 'totaal' "
        "AND coalesce(oorzaak, post) = '{}'"
    )
    declared, added = (
        count(tmp_path / "werkmap", kept.format(name)) for name in ("gedeclareerd", "synthetisch op schaal")
    )
    assert added == pytest.approx(3 * declared, abs=100)
    shown = run(tmp_path / "werkmap", "--gemeente", GEMEENTE)
    assert re.search(r"verzonnen op schaal\s+0,25", shown)
    people = [row for row in rows(tmp_path / "werkmap", "--gemeente", GEMEENTE) if row["onderwerp"] == "jongeren"]
    unknown = {(row["waarde"], row["toestand"]) for row in people if row["deel"] in ("beide", "alleen bij")}
    assert people and unknown <= {("", "onbekend"), ("", "geheim")} and ("", "onbekend") in unknown


def test_all_areas_at_once_say_what_one_area_says(workdir: Path, own: Aansluiting) -> None:
    together = {(found.niveau, found.gebied): found for found in sluit_alles_aan(workdir, "2025")}
    found = together["gemeente", GEMEENTE]
    assert (found.jongeren, found.kosten) == (own.jongeren, own.kosten)
    assert {niveau for niveau, _ in together} == {"land", "jeugdregio", "gemeente"}


def test_a_release_holds_the_year_and_its_halves_when_there_is_beleidsinformatie(workdir: Path) -> None:
    rows, why_not = regels(workdir, date(2026, 1, 30))
    assert why_not == ""
    assert {row["periode"] for row in rows} == {"2025", "2025-H1", "2025-H2"}
    assert {row["onderwerp"] for row in rows if row["periode"] == "2025-H1"} == {"jongeren"}
    assert all((row["waarde"] == "") == (row["toestand"] != GEPUBLICEERD) for row in rows)
    shown = {(r["gebied"], r["deel"]): r["waarde"] for r in rows if r["lijn"] == "jeugdzorg" and not r.get("oorzaak")}
    assert shown[GEMEENTE, "beide"] != 0


def test_without_a_legal_basis_a_release_has_no_reconciliation_and_says_why(
    workdir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> Iterator[None]:
        raise NietToegestaan("voor de koppeling ijw→bij is geen grondslag vastgelegd")

    monkeypatch.setattr("jeugdstelsel.services.aansluiting_uitgave.sluit_alles_aan", refuse)
    assert regels(workdir, date(2026, 1, 30)) == ([], "voor de koppeling ijw→bij is geen grondslag vastgelegd")
