"""What leaves the door, and what the register of releases keeps."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.csv as pacsv
import pyarrow.parquet as pq
import pytest
from cijferwereld import gebied, maak_feiten, maak_waarden

from jeugdstelsel.model import Fout, GebruikersFout, NietToegestaan
from jeugdstelsel.publish import CIJFER, door, lees_instellingen, lees_uitgaven, oordeel, vergelijk
from jeugdstelsel.publish.grootheid import rond_af
from jeugdstelsel.registry import find_all
from jeugdstelsel.services.publish_release import publish, read_release

INSTELLINGEN = lees_instellingen()
MOMENT = datetime(2026, 3, 1, tzinfo=UTC)


def rij(indicator: str = "instroom", **anders: Any) -> dict[str, Any]:
    """One row of `indicator_waarde`: 40 for the whole country in 2025."""
    row: dict[str, Any] = dict.fromkeys(
        [
            "gemeente",
            "jeugdregio",
            "aanbieder",
            "product_categorie",
            "product_code",
            "uitsplitsing",
            "noemer",
            "dekking",
        ]
    )
    row |= {"indicator": indicator, "versie": "1", "periode_soort": "jaar", "periode": "2025", "niveau": "land"}
    row |= {"n": 40, "n_aanbieders": 9, "grootste_aandeel": None, "status": "definitief"}
    row |= {"teller": 40.0, "waarde": 40.0} | anders
    return row


def tabel(*rijen: dict[str, Any]) -> pa.Table:
    """Rows as a table with the types of `indicator_waarde`."""
    numbers = {"teller", "noemer", "waarde", "dekking", "grootste_aandeel"}
    types = {name: pa.float64() if name in numbers else pa.string() for name in rijen[0]}
    types |= {"n": pa.int64(), "n_aanbieders": pa.int64()}
    return pa.Table.from_pylist(list(rijen), schema=pa.schema(list(types.items())))


def toestand(*rijen: dict[str, Any]) -> list[tuple[float | None, str]]:
    """Return (waarde, toestand) of what comes out of the door."""
    return [(row["waarde"], row["toestand"]) for row in door(tabel(*rijen), INSTELLINGEN).to_pylist()]


@pytest.mark.parametrize(
    ("personen", "verwacht"),
    [
        (0, (0.0, "gepubliceerd")),
        (1, (None, "geheim")),
        (9, (None, "geheim")),
        (10, (10.0, "gepubliceerd")),
        (12, (10.0, "gepubliceerd")),
        (13, (15.0, "gepubliceerd")),
    ],
)
def test_a_count_is_rounded_to_five_and_secret_below_ten(personen: int, verwacht: tuple[float | None, str]) -> None:
    assert toestand(rij(n=personen, teller=float(personen), waarde=float(personen))) == [verwacht]


def test_an_unknown_value_is_unknown_and_not_secret() -> None:
    assert toestand(rij("wachttijd_ingang_start", waarde=None, teller=None)) == [(None, "onbekend")]


def test_a_value_of_which_nobody_says_how_many_persons_it_is_about_stays_secret() -> None:
    assert toestand(rij(n=None)) == [(None, "geheim")]


@pytest.mark.parametrize(
    ("aanbieders", "aandeel", "verwacht"),
    [(3, 0.5, "gepubliceerd"), (2, 0.5, "geheim"), (3, 0.8, "geheim"), (3, None, "geheim")],
)
def test_an_amount_is_secret_with_few_or_one_large_aanbieder(
    aanbieders: int, aandeel: float | None, verwacht: str
) -> None:
    amount = rij("kosten", teller=123_456.78, waarde=123_456.78, n_aanbieders=aanbieders, grootste_aandeel=aandeel)
    assert toestand(amount)[0][1] == verwacht


def test_a_concentration_is_secret_where_it_would_tell_the_share_of_one_aanbieder() -> None:
    share = {"teller": 0.9, "waarde": 0.912}
    assert toestand(rij("concentratie_top5", n_aanbieders=2, grootste_aandeel=0.5, **share)) == [(None, "geheim")]
    assert toestand(rij("concentratie_top5", n_aanbieders=9, grootste_aandeel=0.2, **share)) == [
        (0.912, "gepubliceerd")
    ]


def test_every_indicator_that_the_settings_name_exists() -> None:
    known = set(find_all("indicators", "INDICATOR"))
    assert {*INSTELLINGEN.geld, *INSTELLINGEN.telt_geen_personen, INSTELLINGEN.koepel} <= known


def test_an_amount_is_rounded_to_a_thousand_euro() -> None:
    amount = rij("kosten", teller=123_456.78, waarde=123_456.78, grootste_aandeel=0.2)
    assert toestand(amount) == [(123_000.0, "gepubliceerd")]


def test_a_share_is_made_of_rounded_numbers() -> None:
    assert toestand(rij("uitval", teller=12.0, noemer=41.0, waarde=12 / 41)) == [(0.25, "gepubliceerd")]


@pytest.mark.parametrize("teller", [1.0, 9.0, 32.0, 39.0])
def test_a_share_with_a_small_part_or_a_small_rest_is_secret(teller: float) -> None:
    assert toestand(rij("uitval", teller=teller, noemer=40.0, waarde=teller / 40)) == [(None, "geheim")]


def test_a_share_with_a_small_rest_is_secret_also_when_its_part_is_a_published_number() -> None:
    same = rij("instroom", teller=32.0, waarde=32.0)
    share = rij("uitval", teller=32.0, noemer=40.0, waarde=32 / 40)
    assert toestand(same, share) == [(30.0, "gepubliceerd"), (None, "geheim")]


def test_a_number_of_aanbieders_is_not_rounded_to_five() -> None:
    assert toestand(rij("aantal_aanbieders", teller=13.0, waarde=13.0)) == [(13.0, "gepubliceerd")]


def test_a_single_small_part_takes_a_second_part_with_it() -> None:
    parts = [
        rij(gemeente=None, jeugdregio=f"JZ{i:02d}", n=n, teller=float(n), waarde=float(n))
        for i, n in enumerate((4, 30, 50))
    ]
    whole = rij(n=84, teller=84.0, waarde=84.0)
    assert [state for _, state in toestand(whole, *parts)] == ["gepubliceerd", "geheim", "geheim", "gepubliceerd"]


def test_shares_over_a_split_take_a_second_part_with_them_because_they_add_up_to_everyone() -> None:
    split = [
        rij("verwijzer", uitsplitsing=code, teller=float(n), noemer=100.0, waarde=n / 100, n=100)
        for code, n in (("01", 5), ("02", 20), ("03", 75))
    ]
    assert [state for _, state in toestand(*split)] == ["geheim", "geheim", "gepubliceerd"]


def test_a_ratio_is_secret_where_its_numerator_is_secret_elsewhere() -> None:
    feiten = maak_feiten(3, aantal=1500)
    out = door(maak_waarden(feiten, soorten=("jaar",)), INSTELLINGEN, gebied=gebied(feiten)).to_pylist()
    keys = ("gemeente", "jeugdregio", "product_categorie")
    secret = {
        tuple(row[key] for key in keys) for row in out if row["indicator"] == "kosten" and row["toestand"] == "geheim"
    }
    ratio = {
        tuple(row[key] for key in keys): row["toestand"] for row in out if row["indicator"] == "kosten_per_jongere"
    }
    assert secret
    assert {ratio[cell] for cell in secret} == {"geheim"}


def test_where_the_number_of_persons_is_secret_every_other_figure_about_persons_is_too() -> None:
    feiten = maak_feiten(3, aantal=1500)
    out = door(maak_waarden(feiten, soorten=("jaar",)), INSTELLINGEN, gebied=gebied(feiten)).to_pylist()
    keys = ("gemeente", "jeugdregio", "product_categorie")
    secret = {
        tuple(row[key] for key in keys)
        for row in out
        if row["indicator"] == "jongeren_met_jeugdhulp" and row["toestand"] == "geheim"
    }
    assert {row["toestand"] for row in out if tuple(row[key] for key in keys) in secret} == {"geheim"}


def test_the_coverage_of_a_secret_figure_stays_secret_too() -> None:
    rows = door(tabel(rij(n=4, teller=4.0, waarde=4.0, dekking=0.51), rij("trajecten", dekking=0.51)), INSTELLINGEN)
    assert rows["dekking"].to_pylist() == [None, 0.5]


def test_what_leaves_holds_no_numerator_nor_number_of_persons() -> None:
    assert door(tabel(rij()), INSTELLINGEN).schema.names == CIJFER.names
    assert not {"teller", "noemer", "n", "n_aanbieders", "grootste_aandeel"} & set(CIJFER.names)


def test_without_figures_nothing_leaves() -> None:
    assert door(tabel(rij()).slice(0, 0), INSTELLINGEN).num_rows == 0


def test_a_table_about_persons_is_refused() -> None:
    persons = tabel(rij()).append_column("client", pa.array(["k1"]))
    with pytest.raises(NietToegestaan, match="client"):
        door(persons, INSTELLINGEN)


def test_the_same_cell_twice_is_refused() -> None:
    with pytest.raises(Fout, match="twee keer"):
        door(tabel(rij(), rij()), INSTELLINGEN)


def test_the_door_gives_the_same_answer_in_any_order_of_rows() -> None:
    feiten = maak_feiten(5, aantal=800)
    waarden = maak_waarden(feiten, ["instroom", "uitval"], ("jaar", "halfjaar"))
    order = np.random.default_rng(0).permutation(waarden.num_rows)
    first = door(waarden, INSTELLINGEN, gebied=gebied(feiten)).take(pa.array(order))
    second = door(waarden.take(pa.array(order)), INSTELLINGEN, gebied=gebied(feiten))
    assert first.equals(second)


def test_rounding_takes_halves_upward() -> None:
    assert list(rond_af(np.array([0.0, 2.0, 3.0, 7.0, 8.0, 12.0]), 5)) == [0, 0, 5, 5, 10, 10]
    assert list(rond_af(np.array([4.0, 5.0, 15.0]), 10)) == [0, 10, 20]


def test_a_setting_needs_an_owner_a_date_and_a_reason(tmp_path: Path) -> None:
    own = tmp_path / "eigen.toml"
    own.write_text("[minimum_cel]\nwaarde = 5\n")
    with pytest.raises(GebruikersFout, match="eigenaar, datum, reden"):
        lees_instellingen(own)


def test_an_own_setting_replaces_the_shipped_one(tmp_path: Path) -> None:
    own = tmp_path / "eigen.toml"
    own.write_text('[minimum_cel]\nwaarde = 20\neigenaar = "college"\ndatum = 2026-02-01\nreden = "voorzichtig"\n')
    chosen = lees_instellingen(own)
    assert (chosen.minimum_cel, chosen.keuzes["minimum_cel"].datum) == (20, date(2026, 2, 1))
    assert chosen.afronding_aantal == INSTELLINGEN.afronding_aantal


@pytest.mark.parametrize("fout", ["[minimum_cellen]\nwaarde = 5\n", "[minimum_cel]\nwaarde = 'tien'\n", "[minimum_cel"])
def test_settings_that_cannot_be_understood_are_refused(tmp_path: Path, fout: str) -> None:
    own = tmp_path / "eigen.toml"
    own.write_text(fout)
    with pytest.raises(GebruikersFout):
        lees_instellingen(own)


def test_settings_that_protect_nothing_are_refused() -> None:
    with pytest.raises(GebruikersFout, match="minimum_cel"):
        replace(INSTELLINGEN, minimum_cel=0)


def test_a_release_is_kept_with_what_was_known_when(tmp_path: Path) -> None:
    release = publish(tabel(rij()), register=tmp_path, moment=MOMENT, peildatum=date(2026, 2, 28), synthetisch=True)
    read = read_release(tmp_path)
    assert (read.nummer, read.moment, read.instellingen, read.kenmerk) == (1, MOMENT, INSTELLINGEN, release.kenmerk)
    assert read.cijfers.equals(door(tabel(rij()), INSTELLINGEN))


def test_every_file_of_a_synthetic_release_says_that_it_is_synthetic(tmp_path: Path) -> None:
    folder = publish(tabel(rij()), register=tmp_path, moment=MOMENT, synthetisch=True).map
    assert pacsv.read_csv(folder / "cijfers.csv")["synthetisch"].to_pylist() == ["ja"]
    assert pq.read_table(folder / "cijfers.parquet")["synthetisch"].to_pylist() == ["ja"]
    assert json.loads(pq.read_schema(folder / "cijfers.parquet").metadata[b"jeugdstelsel"])["synthetisch"] is True
    assert "Verzonnen" in json.loads((folder / "metagegevens.json").read_text())["let_op"]


def test_a_release_that_was_changed_afterwards_is_refused(tmp_path: Path) -> None:
    folder = publish(tabel(rij()), register=tmp_path, moment=MOMENT).map
    (folder / "cijfers.csv").chmod(0o644)
    (folder / "cijfers.csv").write_text("iets anders")
    with pytest.raises(Fout, match="veranderd"):
        lees_uitgaven(tmp_path)


def test_a_register_from_which_a_release_is_missing_is_refused(tmp_path: Path) -> None:
    for value in (40.0, 60.0, 80.0):
        publish(tabel(rij(teller=value, waarde=value)), register=tmp_path, moment=MOMENT)
    (tmp_path / "0002").rename(tmp_path / "weg")
    with pytest.raises(Fout, match="sluit niet aan"):
        lees_uitgaven(tmp_path)


def test_two_releases_are_compared_cell_by_cell(tmp_path: Path) -> None:
    old = publish(tabel(rij(), rij("trajecten")), register=tmp_path, moment=MOMENT)
    new = publish(tabel(rij(teller=61.0, waarde=61.0), rij("uitstroom")), register=tmp_path, moment=MOMENT)
    rows = vergelijk(new.cijfers, old.cijfers).to_pylist()
    got = {row["indicator"]: (row["verschil"], row["waarde_oud"], row["waarde_nieuw"]) for row in rows}
    assert got == {
        "instroom": ("gewijzigd", 40.0, 60.0),
        "trajecten": ("vervallen", 40.0, None),
        "uitstroom": ("nieuw", None, 40.0),
    }


def test_a_cell_that_an_earlier_release_printed_cannot_hide_another(tmp_path: Path) -> None:
    """JZ01 must be hidden now; JZ02, the cheapest partner, was printed before, so JZ03 hides with it."""
    parts = [
        rij(jeugdregio=f"JZ0{i}", n=n, teller=float(n), waarde=float(n)) for i, n in ((1, 4), (2, 30), (3, 50), (4, 70))
    ]
    whole = rij(n=154, teller=154.0, waarde=154.0)
    publish(tabel(parts[1], whole), register=tmp_path, moment=MOMENT)
    now = publish(tabel(whole, *parts), register=tmp_path, moment=MOMENT).cijfers.to_pylist()
    assert [row["toestand"] for row in now] == ["gepubliceerd", "geheim", "gepubliceerd", "geheim", "gepubliceerd"]


def test_a_figure_that_was_printed_before_and_is_secret_now_is_reported(tmp_path: Path) -> None:
    publish(tabel(rij(n=12, teller=12.0, waarde=12.0)), register=tmp_path, moment=MOMENT)
    judged = oordeel(tabel(rij(n=9, teller=9.0, waarde=9.0)), INSTELLINGEN, lees_uitgaven(tmp_path))
    assert judged.cijfers["toestand"].to_pylist() == ["geheim"]
    assert judged.verslag[0]["niet_meer_te_beschermen"] == 1


def test_a_region_that_was_composed_otherwise_before_cannot_give_a_gemeente_away(tmp_path: Path) -> None:
    """Before, JZ01 was 0001 + 0002 + 0003; now 0003 (4 persons) lies in JZ02: the difference is 0003."""

    def part(code: str, n: int) -> dict[str, Any]:
        return rij(gemeente=code, n=n, teller=float(n), waarde=float(n))

    def regio(code: str, n: int) -> dict[str, Any]:
        return rij(jeugdregio=code, n=n, teller=float(n), waarde=float(n))

    before = {("0001", 2025): "JZ01", ("0002", 2025): "JZ01", ("0003", 2025): "JZ01", ("0004", 2025): "JZ02"}
    now = before | {("0003", 2025): "JZ02"}
    publish(tabel(regio("JZ01", 94)), register=tmp_path, moment=MOMENT, gebied=before)
    gemeenten = [part("0001", 40), part("0002", 50), part("0003", 4), part("0004", 60)]
    later = publish(
        tabel(regio("JZ01", 90), regio("JZ02", 64), *gemeenten), register=tmp_path, moment=MOMENT, gebied=now
    )
    state = {row["gemeente"] or row["jeugdregio"]: row["toestand"] for row in later.cijfers.to_pylist()}
    assert state["0003"] == "geheim"
    assert "geheim" in (state["0001"], state["0002"])
    assert state["JZ01"] == "geheim" or (state["0001"], state["0002"]) == ("geheim", "geheim")


def test_what_is_secret_does_not_depend_on_the_order_of_the_rows() -> None:
    values = maak_waarden(maak_feiten(1))
    order = np.random.default_rng(1).permutation(values.num_rows)
    settings = replace(INSTELLINGEN, narekenen=0)
    straight, mixed = door(values, settings), door(values.take(pa.array(order)), settings)
    assert mixed.equals(straight.take(pa.array(order)))
