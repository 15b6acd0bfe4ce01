"""The synthetic country: the same seed gives the same bytes, everything is labelled, and the totals are true."""

import csv
import json
import re
import zipfile
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner

from jeugdstelsel.cli.wereld import COMMAND
from jeugdstelsel.model import GebruikersFout
from jeugdstelsel.synthetic.care import VORMEN, simulate
from jeugdstelsel.synthetic.dates import day_number, iso, last_day, month_of, workday
from jeugdstelsel.synthetic.defects import PLANTERS, TEST_BSNS, TEST_ROOM
from jeugdstelsel.synthetic.parameters import Instellingen, producten, vormen
from jeugdstelsel.synthetic.places import bsns, places
from jeugdstelsel.synthetic.providers import declared
from jeugdstelsel.synthetic.write import write_world

GEMEENTEN = ("0034", "0363")
SMALL = Instellingen(schaal=0.004)


def messages(folder: Path) -> dict[str, str]:
    """Every message under a folder by zip and name, in order of sending."""
    found = {}
    for path in sorted(folder.rglob("*.zip")):
        with zipfile.ZipFile(path) as packed:
            found |= {f"{path.name}/{name}": packed.read(name).decode() for name in packed.namelist() if "_JW" in name}
    return found


@pytest.fixture(scope="module")
def land(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("land")
    write_world(folder, SMALL, gemeenten=GEMEENTEN, processen=1)
    return folder


def zips(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.rglob("*.zip")}


def test_the_same_seed_gives_the_same_bytes_whatever_the_number_of_processes(land: Path, tmp_path: Path) -> None:
    write_world(tmp_path / "weer", SMALL, gemeenten=GEMEENTEN, processen=2)
    assert zips(tmp_path / "weer") == zips(land)


def test_a_gemeente_is_the_same_alone_as_in_company(land: Path, tmp_path: Path) -> None:
    write_world(tmp_path / "alleen", SMALL, gemeenten=("0363",), processen=1)
    company = {name: content for name, content in zips(land).items() if name.startswith("0363")}
    assert zips(tmp_path / "alleen") == company


def test_another_seed_gives_another_country(land: Path, tmp_path: Path) -> None:
    write_world(tmp_path / "ander", Instellingen(schaal=0.004, seed=2), gemeenten=("0363",), processen=1)
    assert set(messages(tmp_path / "ander").values()).isdisjoint(set(messages(land).values()))


def test_days_that_are_added_complete_the_country_exactly(tmp_path: Path) -> None:
    until_friday = Instellingen(schaal=0.02, tot=date(2026, 1, 9))
    until_tuesday = Instellingen(schaal=0.02, tot=date(2026, 1, 13))
    write_world(tmp_path / "vrijdag", until_friday, gemeenten=("0363",), processen=1)
    write_world(tmp_path / "dinsdag", until_tuesday, gemeenten=("0363",), processen=1)
    for day in range(10, 14):
        write_world(tmp_path / "dagen", until_friday, gemeenten=("0363",), dag=date(2026, 1, day), processen=1)
    built_up = [*messages(tmp_path / "vrijdag").values(), *messages(tmp_path / "dagen").values()]
    assert len(messages(tmp_path / "dagen")) > 10
    assert built_up == list(messages(tmp_path / "dinsdag").values())


def test_every_zip_and_every_message_says_that_it_is_synthetic(land: Path) -> None:
    for path in land.rglob("*.zip"):
        with zipfile.ZipFile(path) as packed:
            assert packed.comment == b"SYNTHETISCH"
            assert packed.testzip() is None
            assert packed.read("SYNTHETISCH.txt").startswith(b"SYNTHETISCH")
    for text in messages(land).values():
        assert re.findall("<ijw:Identificatie>(.{3})", text)[0] == "SYN"
        assert set(re.findall("<ijw:Achternaam>(.*?)<", text)) <= {"Synthetisch"}
    assert (land / "LEESMIJ.txt").read_text(encoding="utf-8").startswith("SYNTHETISCH")
    assert json.loads((land / "wereld.json").read_text(encoding="utf-8"))["label"] == "SYNTHETISCH"


def test_the_totals_are_what_the_messages_say(land: Path) -> None:
    total = json.loads((land / "wereld.json").read_text(encoding="utf-8"))["totaal"]
    texts = messages(land)
    bills = [text for name, text in texts.items() if name.endswith("JW323.xml")]
    assert total["berichten"] == len(texts)
    assert total["prestaties"] == sum(text.count("<jw323:Prestatie>") for text in bills)
    amount = r"<ijw:TotaalBedrag>(\d+)</ijw:TotaalBedrag>\s*<ijw:DebetCredit>(.)"
    signed = [int(cents) * (1 if sign == "D" else -1) for text in bills for cents, sign in re.findall(amount, text)]
    assert total["eurocent"] == sum(signed) > 0


def test_all_kinds_of_messages_and_events_occur(land: Path) -> None:
    texts = "".join(messages(land).values())
    for kind in ("301", "305", "307", "315", "317", "319", "323", "325"):
        assert f"<jw{kind}:Bericht " in texts
    reasons = ("RedenWijziging>04<", "RedenWijziging>12<", "RedenWijziging>05<", "RedenBeeindiging>20<")
    bills = ("DebetCredit>C<", "Eenheid>83<", "Eenheid>01<", "jw301:Budget>")
    for piece in (*reasons, *bills, "RedenBeeindiging>31<", "VerzoekAntwoord>2<", "<ijw:Type>02<"):
        assert piece in texts, piece


def test_names_of_files_follow_the_order_of_sending(land: Path) -> None:
    mine = (text for name, text in messages(land).items() if name.startswith("0363"))
    days = [re.findall("<ijw:Dagtekening>(.*?)<", text)[0] for text in mine]
    assert len(days) > 1000
    assert days == sorted(days)


def test_a_large_country_has_a_zip_per_month(tmp_path: Path) -> None:
    write_world(tmp_path / "maand", Instellingen(schaal=0.2), gemeenten=("0060",), processen=1)
    names = [path.stem for path in sorted(tmp_path.rglob("*.zip"))]
    months = [f"0060-2025-{month:02d}" for month in range(1, 13)]
    assert names == ["0060-2024-aanloop", *months, "0060-2026-01"]


def test_contracts_hold_every_declared_price(land: Path) -> None:
    with (land / "contracten.csv").open(encoding="utf-8", newline="") as file:
        agreed = {
            (row["gemeente"], row["aanbieder"], row["product_code"], row["tarief_eurocent"], row["eenheid"])
            for row in csv.DictReader(file)
        }
    line = r"ProductCode>(\w+)<.*?Eenheid>(\d\d)<.*?ProductTarief>(\d+)<"
    for name, text in messages(land).items():
        if name.endswith("JW323.xml"):
            agb, gemeente = re.findall("<jw323:(?:Afzender|Ontvanger)>(.*?)<", text)
            items = [part for part in text.split("<jw323:Prestatie>")[1:] if "ProductTarief" in part]
            for code, unit, price in (re.findall(line, item, re.S)[0] for item in items):
                assert (gemeente, agb, code, price, unit) in agreed


def test_every_aanbieder_of_the_messages_has_a_name_that_says_it_is_made_up(land: Path) -> None:
    with (land / "aanbieders.csv").open(encoding="utf-8", newline="") as file:
        names = {row["agb"]: row["naam"] for row in csv.DictReader(file)}
    told = {agb for text in messages(land).values() for agb in re.findall(r"(?:Afzender|Ontvanger)>(\d{8})<", text)}
    assert told
    assert told <= names.keys()
    assert all(re.match("Synthetische? ", name) for name in names.values())
    assert len(set(names.values())) == len(names)


def test_a_bsn_passes_the_elfproef_and_no_two_gemeenten_share_a_block() -> None:
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    for number in bsns(90_000_000, 500, 600):
        assert sum(weight * int(digit) for weight, digit in zip(weights, str(number), strict=True)) % 11 == 0
    ends = 0
    for place in sorted(places(SMALL).values(), key=lambda place: place.bsn):
        assert place.bsn >= ends
        ends = place.bsn + place.ruimte


def test_a_small_country_uses_official_test_numbers_only_and_leaves_some_for_planted_defects() -> None:
    known = places(Instellingen(schaal=0.001)).values()
    assert min(place.bsn for place in known) >= 99_990_000
    assert max(place.bsn + place.ruimte for place in known) <= TEST_BSNS
    large = places(Instellingen(schaal=1)).values()
    assert max(place.bsn + place.ruimte for place in large) <= 99_990_000
    assert len(bsns(TEST_BSNS, 2 * 3 * len(PLANTERS), TEST_ROOM)) == 6 * len(PLANTERS)


def test_who_moves_ends_care_in_one_gemeente_and_goes_on_in_the_next() -> None:
    settings = Instellingen(schaal=0.3)
    here = places(settings)["0363"]
    old, new = simulate(here, settings), simulate(places(settings)[here.buur], settings)
    moved = set(old.children.bsn.tolist()) & set(new.children.bsn.tolist())
    assert len(moved) > 20
    for number in moved:
        leaving = old.chains.client == old.children.bsn.tolist().index(number)
        arriving = new.chains.client == new.children.bsn.tolist().index(number)
        assert set(old.chains.reden[leaving]) == {"35"}
        assert old.chains.stop[leaving].max() + 1 == new.chains.start[arriving].min()


def test_one_chain_at_a_time_per_young_person_and_aanbieder() -> None:
    care = simulate(places(Instellingen(schaal=0.5))["0363"], Instellingen(schaal=0.5))
    chains = care.chains
    spans: dict[tuple[int, int, int], list[tuple[int, int]]] = {}
    columns = (chains.client, chains.vorm, chains.aanbieder, chains.toegewezen, chains.stop)
    for client, vorm, agb, begin, end in zip(*(column.tolist() for column in columns), strict=True):
        spans.setdefault((client, vorm, agb), []).append((begin, end))
    repeated = [sorted(found) for found in spans.values() if len(found) > 1]
    assert len(repeated) > 20
    for found in repeated:
        assert all(later > earlier for (_, earlier), (later, _) in pairwise(found))


def test_parameters_name_known_forms_products_and_shares() -> None:
    assert {product.vorm for product in producten()} == set(VORMEN)
    for vorm in vormen():
        assert sum(vorm.verwijzers) == pytest.approx(1)
    hourly = [product for product in producten() if product.eenheid == "04"]
    for product in hourly:
        for jaar in (2023, 2025):
            assert declared(product, "99010001", jaar)[1] % 60 == 0
            assert declared(product, "99010002", jaar) == ("01", declared(product, "99010002", jaar)[1])


def test_calendar_steps() -> None:
    saturday = day_number(date(2025, 3, 1))
    assert iso(workday([saturday - 1, saturday, saturday + 1])) == ["2025-02-28", "2025-03-03", "2025-03-03"]
    assert iso(last_day(month_of([saturday]))) == ["2025-03-31"]


@pytest.mark.parametrize(
    "wrong", [{"schaal": 0.0}, {"schaal": 1.5}, {"jaren": 0}, {"jaren": 4}, {"tot": date(2027, 1, 1)}]
)
def test_settings_that_cannot_be_are_refused_with_what_to_do(wrong: dict[str, float]) -> None:
    with pytest.raises(GebruikersFout, match="geef"):
        Instellingen(**wrong)  # type: ignore[arg-type]


def test_a_folder_with_other_things_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "scriptie.txt").write_text("van mij")
    with pytest.raises(GebruikersFout, match="staat al iets anders"):
        write_world(tmp_path, SMALL, gemeenten=("0363",), processen=1)
    assert (tmp_path / "scriptie.txt").read_text() == "van mij"


def test_an_earlier_country_is_replaced_as_a_whole(tmp_path: Path) -> None:
    write_world(tmp_path, SMALL, gemeenten=GEMEENTEN, processen=1)
    write_world(tmp_path, SMALL, gemeenten=("0363",), processen=1)
    assert {path.parent.name for path in tmp_path.rglob("*.zip")} == {"0363"}


def test_an_unknown_gemeente_is_named(tmp_path: Path) -> None:
    with pytest.raises(GebruikersFout, match="0000"):
        write_world(tmp_path, SMALL, gemeenten=("0000",), processen=1)


def test_the_command_tells_what_it_wrote(tmp_path: Path) -> None:
    options = ["--schaal", "0.004", "--gemeente", "0363", "--processen", "1", "--fouten", str(tmp_path / "fouten.csv")]
    result = CliRunner().invoke(COMMAND, [str(tmp_path / "land"), *options])
    assert result.exit_code == 0
    assert result.output.strip().startswith("SYNTHETISCH land in")
    with (tmp_path / "fouten.csv").open(encoding="utf-8", newline="") as file:
        assert len(list(csv.DictReader(file))) == 3 * len(PLANTERS) + 1
