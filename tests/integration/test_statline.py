"""CBS figures from a real server on this machine: fetched once, kept as known on a day, and read by name."""

import json
import re
import shlex
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from leveringen import run_main
from statline_server import TABEL, Server, statline_server

from jeugdstelsel.model import Fout, GebruikersFout
from jeugdstelsel.services import statline
from jeugdstelsel.services.statline import cijfers, haal, ophalingen, tel_op, trend
from jeugdstelsel.services.statline_client import Antwoord, Opname
from jeugdstelsel.standaard import cbs
from jeugdstelsel.standaard.cbs import Cel

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"
recorded = pytest.mark.skipif(not SHARED.exists(), reason="de opgenomen antwoorden staan niet naast deze map")
IN_NATURA = "Jongeren met jeugdhulp in natura"


@pytest.fixture
def server() -> Iterator[Server]:
    with statline_server() as running:
        yield running


@pytest.fixture
def werkmap(server: Server, tmp_path: Path) -> Path:
    return server.allow(tmp_path / "werkmap")


Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    return lambda *words: run_main(capfd, monkeypatch, *words)


def known_on(monkeypatch: pytest.MonkeyPatch, day: str) -> None:
    """Let it be this day for who fetches."""

    class Then(datetime):
        @classmethod
        def now(cls, tz=None):  # type: ignore[no-untyped-def]
            return datetime.fromisoformat(f"{day}T10:00:00").replace(tzinfo=tz)

    monkeypatch.setattr(statline, "datetime", Then)
    monkeypatch.setattr("jeugdstelsel.services.statline_client.datetime", Then)


def values(cells: list[Cel]) -> list[tuple[str, str, float | None, str]]:
    return [(cell.periode, cell.status, cell.waarde, cell.toestand) for cell in cells]


def test_a_table_is_fetched_and_read_by_name(server: Server, werkmap: Path) -> None:
    got = haal(werkmap, TABEL, schema="http")
    assert (got.cellen, got.nieuw, got.bevindingen, got.titel) == (5, 5, 0, "Indicatoren jeugdzorg")
    (cell,) = cijfers(TABEL, regio="Amsterdam", periode="2024", workdir=werkmap)
    assert (cell.regio, cell.meting, cell.waarde) == ("GM0363", "Jongeren met jeugdhulp met verblijf in natura", 10.2)
    assert cell.bron_url == f"http://{server.netloc}/v4/{TABEL}/Observations"


def test_a_secret_value_is_a_state_and_never_zero(werkmap: Path) -> None:
    haal(werkmap, TABEL, schema="http")
    (cell,) = cijfers(TABEL, regio="GM0060", periode="2024", workdir=werkmap)
    assert (cell.waarde, cell.toestand) == (None, "geheim")


def test_the_same_question_on_one_day_is_asked_once(server: Server, werkmap: Path) -> None:
    haal(werkmap, TABEL, schema="http")
    asked = len(server.asked)
    assert haal(werkmap, TABEL, schema="http").cellen == 5
    assert len(server.asked) == asked
    haal(werkmap, TABEL, schema="http", opnieuw=True)
    assert len(server.asked) == 2 * asked


def test_a_revision_is_kept_beside_what_was_known(
    server: Server, werkmap: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known_on(monkeypatch, "2027-01-10")
    haal(werkmap, TABEL, schema="http")
    server.tables["v4"]["Observations"][2]["Value"] = 11.6
    server.tables["v4"]["PeriodenCodes"][2] |= {"Title": "2026 1e halfjaar", "Status": "Definitief"}
    known_on(monkeypatch, "2027-05-01")
    assert haal(werkmap, TABEL, schema="http").nieuw == 1
    ask = {"regio": "NL01", "periode": "2026-H1", "workdir": werkmap}
    assert values(cijfers(TABEL, **ask)) == [("2026-H1", "definitief", 11.6, "waarde")]
    assert values(cijfers(TABEL, **ask, bekend_op=date(2027, 4, 30))) == [("2026-H1", "voorlopig", 11.3, "waarde")]
    assert cijfers(TABEL, **ask, bekend_op=date(2026, 12, 31)) == []
    assert len(cijfers(TABEL, **ask, revisies=True)) == 2


def test_the_last_of_one_day_stands(server: Server, werkmap: Path) -> None:
    haal(werkmap, TABEL, schema="http")
    server.tables["v4"]["Observations"][2]["Value"] = 9.9
    haal(werkmap, TABEL, schema="http", opnieuw=True)
    cells = cijfers(TABEL, regio="NL01", periode="2026-H1", workdir=werkmap, revisies=True)
    assert [cell.waarde for cell in cells] == [9.9]


def test_the_tables_can_be_made_again_from_the_answers(werkmap: Path) -> None:
    haal(werkmap, TABEL, schema="http")
    before = cijfers(TABEL, workdir=werkmap, revisies=True)
    (werkmap / "gegevens.duckdb").unlink()
    assert cijfers(TABEL, workdir=werkmap, revisies=True) == before


def test_what_broke_off_goes_on_where_it_was(server: Server, werkmap: Path) -> None:
    server.replies[f"v4/{TABEL}/Observations"] = lambda handler: handler.say(500, b"{}")
    with pytest.raises(Fout):
        haal(werkmap, TABEL, schema="http")
    assert [row.ophaling_id for row in ophalingen(werkmap)] == ["cbs_2026"]
    server.replies.clear()
    assert haal(werkmap, TABEL, schema="http").cellen == 5
    assert server.counts[f"v4/{TABEL}/Properties"] == 1


def test_a_damaged_answer_is_a_finding_and_the_rest_can_be_read(werkmap: Path) -> None:
    haal(werkmap, TABEL, schema="http")
    (werkmap / "gegevens.duckdb").unlink()
    for path in (werkmap / "statline").rglob("*.json"):
        if "Observations" in path.read_text() and not path.name.endswith(".bron.json"):
            path.write_text("{}")
    damaged = next(path for path in (werkmap / "statline").rglob("*.bron.json"))
    damaged.write_text("{")
    (got,) = [row for row in ophalingen(werkmap) if row.tabel == TABEL]
    assert [regel for regel, *_ in got.gevonden] == ["STATLINE_ANTWOORD"]
    assert cijfers("85099NED", workdir=werkmap)


def test_a_recording_works_without_a_network(server: Server, werkmap: Path, tmp_path: Path) -> None:
    haal(werkmap, TABEL, opname=tmp_path / "opname", schema="http")
    elsewhere = server.allow(tmp_path / "elders")
    server.tables.clear()
    assert haal(elsewhere, TABEL, opname=tmp_path / "opname", netwerk=False, schema="http").cellen == 5
    with pytest.raises(Fout, match="niet opgenomen"):
        haal(elsewhere, "85099NED", opname=tmp_path / "opname", netwerk=False, schema="http")


@pytest.mark.parametrize(
    ("filters", "versie", "question"),
    [
        (["regio=0363"], 4, "?$filter=(RegioS eq 'GM0363')"),
        (["regio=Ameland", "regio=NL01"], 4, "?$filter=(RegioS eq 'GM0060' or RegioS eq 'NL01')"),
        (["regio=GM*", "periode=2024-H1"], 4, "?$filter=(Perioden eq '2024HJ01') and (startswith(RegioS,'GM'))"),
        (["meting=Jongeren met jeugdhulp in natura"], 4, "?$filter=(Measure eq 'M1')"),
        (["regio=NL01"], 3, "?$format=json&$filter=(RegioS eq 'NL01  ')"),
        (
            ["meting=JongerenMetJeugdhulpInNatura"],
            3,
            "?$format=json&$select=RegioS,Perioden,JongerenMetJeugdhulpInNatura_7",
        ),
    ],
)
def test_a_filter_in_our_words_becomes_one_of_cbs(
    filters: list[str], versie: int, question: str, server: Server, werkmap: Path
) -> None:
    haal(werkmap, TABEL, filters, versie=versie, schema="http")
    assert server.asked[-1].partition("?")[1] + server.asked[-1].partition("?")[2] == question


def test_v3_and_v4_give_the_same_figure(werkmap: Path) -> None:
    ask = {"regio": "NL01", "periode": "2024", "meting": IN_NATURA, "workdir": werkmap}
    haal(werkmap, TABEL, schema="http", versie=3)
    (three,) = cijfers(TABEL, **ask)
    haal(werkmap, TABEL, schema="http")
    (four,) = cijfers(TABEL, **ask)
    assert (three.waarde, three.meting) == (four.waarde, four.meting)
    assert (three.status, four.status) == ("definitief", "nader voorlopig")


def recording(folder: Path, base: str, files: dict[str, Path]) -> Path:
    """Make a recording of files that hold answers."""
    moment = datetime.fromisoformat("2026-07-02T12:11:02+00:00")
    for entity, path in files.items():
        Opname(folder).keep(f"{base}/{entity}", Antwoord(path.read_bytes(), moment))
    return folder


@recorded
def test_recorded_answers_of_the_population_table_are_read_with_impossible_cells(tmp_path: Path) -> None:
    source = SHARED / "cbs_odata_v4" / "03759ned"
    base = "https://datasets.cbs.nl/odata/v1/CBS/03759ned"
    names = {
        "Properties": "properties",
        "Dimensions": "dimensions",
        "MeasureCodes": "measure-codes",
        **{
            f"{name}Codes": f"codes-{name}"
            for name in ("BurgerlijkeStaat", "Geslacht", "Leeftijd", "RegioS", "Perioden")
        },
        "Observations?$filter=%28RegioS%20eq%20%27NL01%27%20or%20RegioS%20eq%20%27GM0457%27%29": (
            "observations.page1.constructed_nextlink"
        ),
        "Observations?$skip=88": "observations.page2.constructed",
    }
    opname = recording(tmp_path / "opname", base, {name: source / f"{file}.json" for name, file in names.items()})
    werkmap = tmp_path / "werkmap"
    got = haal(werkmap, "bevolking", ["regio=NL01", "regio=Weesp"], opname=opname, netwerk=False)
    assert (got.cellen, got.bevindingen, got.bekend_op) == (176, 0, date(2026, 7, 2))
    people = cijfers("bevolking", regio="NL01", meting="Bevolking op 1 januari", workdir=werkmap)
    assert [(cell.periode, cell.waarde) for cell in people][:2] == [("2019", 17_282_163), ("2020", 17_407_585)]
    weesp = cijfers("bevolking", regio="GM0457", periode="2026", workdir=werkmap)
    assert {cell.toestand for cell in weesp} == {"onmogelijk"}


@recorded
def test_constructed_answers_of_v3_come_in_pages_and_equal_the_offline_set(tmp_path: Path) -> None:
    source = SHARED / "cbs_odata_v3_constructed" / "85098NED"
    base = "https://opendata.cbs.nl/ODataFeed/odata/85098NED"
    files = {f"{name}?$format=json": f"{name}.json" for name in ("TableInfos", "DataProperties", "RegioS", "Perioden")}
    first = json.loads((source / "TypedDataSet.page1.json").read_text(encoding="utf-8"))
    files["TypedDataSet?$format=json"] = "TypedDataSet.page1.json"
    files[first["odata.nextLink"].removeprefix(f"{base}/")] = "TypedDataSet.page2.json"
    opname = recording(tmp_path / "opname", base, {name: source / file for name, file in files.items()})
    got = haal(tmp_path / "werkmap", "85098NED", versie=3, opname=opname, netwerk=False)
    assert (got.cellen, got.bevindingen) == (300, 0)
    fetched = cijfers("85098NED", periode="2023-H1", workdir=tmp_path / "werkmap", bekend_op=date(2026, 7, 31))
    ours = {(cell.regio, cell.meting): (cell.waarde, cell.status) for cell in cijfers("85098NED", periode="2023-H1")}
    assert {(cell.regio, cell.meting): (cell.waarde, cell.status) for cell in fetched if cell.waarde} == ours


def test_findings_can_be_exported_with_their_row(server: Server, werkmap: Path, run: Run) -> None:
    server.tables["v4"]["Observations"].append("tekst")
    haal(werkmap, TABEL, schema="http")
    _, out, err = run("exporteer", "bevindingen", "--werkmap", werkmap, "--formaat", "json")
    (finding,) = json.loads(out)
    assert err == ""
    assert (finding["regel"], finding["regelnummer"], finding["leverancier"]) == ("STATLINE_RIJ", 6, "CBS")
    assert finding["levering_id"].startswith(TABEL)


# --- reading ---------------------------------------------------------------------------------------------------------


def test_without_a_work_folder_the_offline_set_is_there(tmp_path: Path) -> None:
    (cell,) = cijfers("85039NED", regio="0363", meting="PercentageJongerenMetJeugdzorg_87", workdir=tmp_path / "geen")
    assert (cell.eenheid, cell.waarde) == ("%", 10.6)
    assert not (tmp_path / "geen").exists()


def test_the_figure_of_2023_was_lower_when_it_was_provisional() -> None:
    ask = {"regio": "NL01", "periode": "2023", "meting": IN_NATURA}
    assert values(cijfers("85098NED", **ask, bekend_op=date(2024, 6, 1))) == [("2023", "voorlopig", 13.5, "waarde")]
    assert values(cijfers("85098NED", **ask)) == [("2023", "definitief", 13.9, "waarde")]


def test_a_form_of_care_is_found_by_the_start_of_its_name() -> None:
    form = {"Vormen van jeugdzorg": "JH 1221"}
    (cell,) = cijfers("85099NED", regio="NL01", meting="Jongeren met jeugdzorg", dimensies=form)
    assert (cell.dimensies, cell.waarde) == ("Vormen van jeugdzorg=JH 1221 Pleegzorg", 17395)


def key_figure(meting: str, periode: str) -> Cel:
    (cell,) = cijfers("kerncijfers", meting=meting, periode=periode)
    return cell


def test_there_is_no_arrow_across_the_break_of_2021() -> None:
    name = "jongeren_tot_23_met_jeugdzorg_incl_pgb"
    over = trend(key_figure(name, "2021"), key_figure(name, "2020"))
    assert (over.verandering, over.pijl) == (None, "")
    assert over.toelichting.startswith("trendbreuk")
    assert trend(key_figure(name, "2022"), key_figure(name, "2021")).pijl == "↑"


def test_youth_protection_has_no_break_in_2021() -> None:
    assert trend(key_figure("jongeren_met_voogdij", "2021"), key_figure("jongeren_met_voogdij", "2020")).pijl == "↓"


def jeugdhulp(periode: str, waarde: float, status: str) -> Cel:
    return Cel(
        "kerncijfers", "jongeren_met_jeugdhulp_in_natura", "NL01", periode, "jaar", "", waarde, "waarde", status, "jongeren",
        date(2025, 6, 1), "",
    )  # fmt: skip


def test_the_arrow_of_a_provisional_figure_that_is_expected_to_turn_is_held_back() -> None:
    change = trend(jeugdhulp("2024", 468_610, "voorlopig"), jeugdhulp("2023", 476_415, "definitief"))
    assert round(change.verandering or 0, 2) == -1.64
    assert (change.pijl, change.toelichting) == ("", "voorlopig; met de verwachte bijstelling +1,0%")


def test_the_same_figure_would_have_its_arrow_when_it_is_final() -> None:
    assert trend(jeugdhulp("2024", 468_610, "definitief"), jeugdhulp("2023", 476_415, "definitief")).pijl == "↓"


def test_a_provisional_figure_that_is_not_expected_to_turn_says_that_it_can_change() -> None:
    change = trend(jeugdhulp("2024", 500_000, "voorlopig"), jeugdhulp("2023", 476_415, "definitief"))
    assert (change.pijl, change.toelichting) == ("↑", "voorlopig: kan nog veranderen")


def test_the_expected_change_has_an_owner_a_day_and_a_reason() -> None:
    (known,) = cbs.bijstellingen()
    assert (known.eigenaar, round(known.factor, 4)) == ("CBS", 1.0268)
    assert known.reden


def test_all_youth_care_of_2024_has_no_arrow_down_either_and_youth_protection_keeps_its_own() -> None:
    name = "jongeren_tot_23_met_jeugdzorg_incl_pgb"
    care = trend(key_figure(name, "2024"), key_figure(name, "2023"))
    assert (round(care.verandering or 0, 1), care.pijl) == (-1.7, "")
    guardianship = trend(key_figure("jongeren_met_voogdij", "2024"), key_figure("jongeren_met_voogdij", "2023"))
    assert (guardianship.pijl, guardianship.toelichting) == ("↓", "voorlopig: kan nog veranderen")


def test_the_revision_of_2023_was_about_as_large_as_the_expected_one_of_2024() -> None:
    ask = {"regio": "NL01", "periode": "2023", "meting": IN_NATURA}
    (before,), (after,) = cijfers("85098NED", **ask, bekend_op=date(2024, 6, 1)), cijfers("85098NED", **ask)
    (known,) = cbs.bijstellingen()
    assert after.waarde and before.waarde
    assert abs(after.waarde / before.waarde - known.factor) < 0.01


def test_a_half_year_is_not_compared_with_a_year() -> None:
    half, year = (key_figure("jongeren_tot_23_met_jeugdzorg_incl_pgb", name) for name in ("2023-H1", "2023"))
    with pytest.raises(GebruikersFout, match="niet even lang"):
        trend(year, half)


REFUSED = {
    "halfjaren": ("85098NED", {"regio": "NL01", "meting": IN_NATURA}, "halfjaar en jaar tellen niet op"),
    "twee halfjaren": ("kerncijfers", {"meting": "jongeren_alleen_pgb"}, "tellen niet op"),
    "percentages": ("85098NED", {"periode": "2023-H1", "meting": IN_NATURA}, "percentages"),
    "ontbrekend": ("84134NED", {"regio": "NL01", "meting": "Jeugdzorgtrajecten"}, "geheim of ontbreekt"),
}


@pytest.mark.parametrize(("tabel", "ask", "text"), REFUSED.values(), ids=REFUSED)
def test_a_sum_without_meaning_is_refused(tabel: str, ask: dict[str, str], text: str) -> None:
    with pytest.raises(GebruikersFout, match=text):
        tel_op(cijfers(tabel, **ask))


def test_half_years_are_never_added_up() -> None:
    cells = [cell for cell in cijfers("kerncijfers", meting="jongeren_alleen_pgb") if cell.periode_soort == "halfjaar"]
    with pytest.raises(GebruikersFout, match="halfjaren tellen niet op"):
        tel_op(cells)
    assert tel_op(cells[:1]) == cells[0].waarde


# --- the command ------------------------------------------------------------------------------------------------------


def test_the_command_shows_figures_with_their_break_state_and_source(run: Run, tmp_path: Path) -> None:
    name = "jongeren_tot_23_met_jeugdzorg_incl_pgb"
    code, out, err = run("cbs", "toon", "kerncijfers", "--meting", name, "--werkmap", tmp_path / "w")
    assert (code, err) == (0, "")
    assert "— trendbreuk —" in out and "481.355" in out and "Bron: CBS" in out
    code, out, _ = run("cbs", "toon", "83454NED", "--formaat", "json", "--werkmap", tmp_path / "w")
    assert {cell["toestand"] for cell in json.loads(out)} == {"waarde", "ontbreekt"}
    code, _, err = run("cbs", "toon", "82975NED", "--werkmap", tmp_path / "w")
    assert code == 2 and "jeugdstelsel cbs haal 82975NED" in err


@recorded
def test_the_command_fetches_from_a_recording_and_lists_it(run: Run, tmp_path: Path) -> None:
    source, base = SHARED / "cbs_odata_v3_constructed" / "85099NED", "https://opendata.cbs.nl/ODataFeed/odata/85099NED"
    names = ("TableInfos", "DataProperties", "VormenVanJeugdzorg", "RegioS", "Perioden", "TypedDataSet")
    files = {f"{name}?$format=json": source / f"{name}.json" for name in names}
    opname, werkmap = recording(tmp_path / "opname", base, files), tmp_path / "werkmap"
    words = ("--odata", "3", "--opname", opname, "--zonder-netwerk", "--werkmap", werkmap)
    code, out, err = run("cbs", "haal", "kerncijfers_jeugdzorg", *words)
    assert (code, err) == (0, "")
    assert "66 cellen, zoals bekend op 2026-07-02" in out
    code, out, _ = run("cbs", "lijst", "--werkmap", werkmap)
    assert code == 0 and "85097NED" in out and "cbs_2026" in out


def test_the_command_recomputes_the_figures_of_the_documents(run: Run) -> None:
    code, out, err = run("cbs", "controle", "--formaat", "csv")
    assert (code, err) == (0, "")
    assert "jeugdreclassering_2023" in out


def test_the_examples_of_the_manual_that_need_no_network_work(run: Run, tmp_path: Path) -> None:
    manual = (Path(__file__).parents[2] / "docs" / "handleiding" / "cbs.md").read_text(encoding="utf-8")
    examples = {
        line for line in re.findall(r"jeugdstelsel (cbs (?:toon|lijst|controle)[^`\n|]*)", manual) if "..." not in line
    }
    assert len(examples) >= 6
    for line in sorted(examples):
        code, _, err = run(*shlex.split(line.replace("mijn-werkmap", str(tmp_path / "w"))))
        assert (code, err) == (0, ""), line
