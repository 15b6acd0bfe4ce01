"""The traffic light: coloured only by a chosen threshold, and red asks for a whole decision."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from jeugdstelsel.model import GebruikersFout
from jeugdstelsel.services.agenda import Ingehaald
from jeugdstelsel.services.realisatie_maatregel import lees_stand
from jeugdstelsel.services.realisatie_register import (
    SOORTEN,
    Drempel,
    Index,
    Inspanning,
    Plan,
    Resultaat,
    Vastlegging,
    leg_vast,
)
from jeugdstelsel.services.signaal import (
    BETER,
    GEEN_DREMPEL,
    GROEN,
    ONBEKEND,
    OORZAKEN,
    ORANJE,
    ROOD,
    SLECHTER,
    Signaal,
    reeks,
    signaal,
    signalen,
    verloop,
    wijzigingsdagen,
)
from jeugdstelsel.services.signaal_besluit import (
    BESLOTEN,
    GEHAALD,
    NIET_GEHAALD,
    NOG_NIET,
    OPEN,
    Dossier,
    besluit,
    dossiers,
    open_besluiten,
    opvolging,
    vind_dossier,
)

MEI, JUNI = datetime(2026, 5, 1, 9, tzinfo=UTC), datetime(2026, 6, 1, 9, tzinfo=UTC)


def schrijf(werkmap: Path, *wat: Vastlegging, moment: datetime = MEI) -> None:
    for item in wat:
        leg_vast(werkmap, item, wie="redacteur", waarom="afgesproken", moment=moment)


def make_drempel(soort: str = "maatregel", maat: str = "effect", oranje: int = 10, rood: int = 25) -> Drempel:
    return Drempel(soort, maat, Decimal(oranje), Decimal(rood), "BO Rijk-VNG", date(2026, 5, 1), "voorbeeld")


def make_resultaat(waarde: int, jaar: int = 2027, eenheid: str = "totaal", **grenzen: Decimal | None) -> Resultaat:
    bounds = {"laag": None, "hoog": None} | grenzen
    return Resultaat(eenheid, jaar, Decimal(waarde), bron="monitorrapport", **bounds)


def make_inspanning(geleverd: int | None, partij: str = "VNG", eenheid: str = "m03") -> Inspanning:
    delivered = None if geleverd is None else Decimal(geleverd)
    return Inspanning(eenheid, partij, 2027, "gemeenten", Decimal(100), delivered, "rapportage")


def licht(werkmap: Path, eenheid: str = "totaal", jaar: int = 2027, bekend_op: date | None = None) -> Signaal:
    return signaal(lees_stand(werkmap, bekend_op), eenheid, jaar)


# --- colours --------------------------------------------------------------------------------------------------------


def test_no_threshold_is_shipped_so_no_light_has_a_colour(tmp_path: Path) -> None:
    schrijf(tmp_path, make_resultaat(-700))
    found = licht(tmp_path)
    assert (found.kleur, found.grond) == (ONBEKEND, GEEN_DREMPEL)
    assert {light.kleur for light in signalen(lees_stand(tmp_path), 2027)} == {ONBEKEND}


def test_700_saved_where_1017_was_planned_is_31_per_cent_behind_and_red(tmp_path: Path) -> None:
    schrijf(tmp_path, make_resultaat(-700), make_drempel())
    found = licht(tmp_path)
    assert found.kleur == ROOD
    assert found.grond == "alleen effect"
    assert found.slechtste is not None
    assert found.slechtste.meting.achter is not None
    assert round(float(found.slechtste.meting.achter), 1) == 31.2


@pytest.mark.parametrize(("waarde", "kleur"), [(-1017, GROEN), (-1200, GROEN), (-915, ORANJE), (-762, ROOD)])
def test_the_colour_follows_the_threshold(tmp_path: Path, waarde: int, kleur: str) -> None:
    schrijf(tmp_path, make_resultaat(waarde), make_drempel())
    assert licht(tmp_path).kleur == kleur


def test_a_measure_that_costs_money_is_behind_when_it_costs_more(tmp_path: Path) -> None:
    schrijf(tmp_path, make_resultaat(20, 2025, "m06"), make_drempel())
    assert licht(tmp_path, "m06", 2025).kleur == ROOD


def test_the_worst_of_effort_and_effect_gives_the_colour(tmp_path: Path) -> None:
    schrijf(tmp_path, make_drempel(), make_drempel(maat="inspanning"), make_inspanning(95))
    alone = licht(tmp_path, "m03")
    assert (alone.kleur, alone.grond) == (GROEN, "alleen inspanning")
    schrijf(tmp_path, make_resultaat(-85, eenheid="m03"))
    both = licht(tmp_path, "m03")
    assert (both.kleur, both.grond) == (ORANJE, "inspanning en effect")


def test_the_party_that_is_furthest_behind_decides_and_who_is_unknown_is_named(tmp_path: Path) -> None:
    schrijf(tmp_path, make_drempel(maat="inspanning"), make_inspanning(60, "Rijk", "m02"))
    part = licht(tmp_path, "m02").delen[0]
    assert part.kleur == ROOD
    assert part.uitleg == "Rijk: 40,0 % niet geleverd; VNG: onbekend wat is geleverd"


def test_what_was_not_measured_is_unknown_and_never_green(tmp_path: Path) -> None:
    schrijf(tmp_path, *(make_drempel(soort, maat) for soort in SOORTEN for maat in ("effect", "inspanning")))
    found = licht(tmp_path, "m03")
    assert (found.kleur, found.delen[1].uitleg) == (ONBEKEND, "op dit niveau niet te meten: zie totaal")
    assert licht(tmp_path, "al1").delen[1].uitleg == "doel nog niet vastgesteld"
    assert licht(tmp_path, "JZ01").delen[1].uitleg == "er is geen budget van deze regio vastgelegd"


def test_bounds_of_a_measurement_tell_which_other_colours_are_possible(tmp_path: Path) -> None:
    schrijf(tmp_path, make_resultaat(-900, laag=Decimal(-1000), hoog=Decimal(-700)), make_drempel())
    part = licht(tmp_path).delen[1]
    assert (part.kleur, part.kan_ook) == (ORANJE, (GROEN, ROOD))


def test_the_trend_compares_with_the_year_before(tmp_path: Path) -> None:
    schrijf(
        tmp_path, make_drempel(), make_resultaat(-900, 2026), make_resultaat(-700, 2027), make_resultaat(-800, 2028)
    )
    assert [light.trend for light in reeks(lees_stand(tmp_path), "totaal")][3:6] == [ONBEKEND, SLECHTER, BETER]


def test_an_action_line_is_behind_by_the_part_of_the_way_that_is_left(tmp_path: Path) -> None:
    plan = Plan("al4", 2027, Decimal(1000), Decimal(500), "plaatsingen", "besluit van de stuurgroep")
    schrijf(tmp_path, plan, make_resultaat(900, eenheid="al4"), make_drempel("actielijn"))
    found = licht(tmp_path, "al4").delen[1]
    assert found.meting.achter == 80
    assert found.kleur == ROOD


def test_the_country_and_a_region_are_judged_by_what_they_spend_at_one_price_level(tmp_path: Path) -> None:
    schrijf(tmp_path, make_drempel("land"), make_drempel("regio"))
    schrijf(tmp_path, Plan("JZ01", 2024, None, Decimal(100), "miljoen euro, prijzen van 2023", "regiobegroting"))
    assert licht(tmp_path, "land", 2024).delen[1].uitleg == "niet te vergelijken: prijspeil verschilt"
    assert licht(tmp_path, "JZ01", 2024).delen[1].uitleg == "niet te vergelijken: prijspeil verschilt"
    figures = {2023: Decimal(100), 2024: Decimal(105)}
    schrijf(tmp_path, Index("proef", figures, "Rijk en VNG", date(2026, 5, 1), "keuze", "voorbeeld"))
    assert licht(tmp_path, "land", 2024).kleur == GROEN
    assert licht(tmp_path, "JZ01", 2024).delen[1].meting.achter is not None


def test_a_light_of_a_past_day_is_what_it_was(tmp_path: Path) -> None:
    schrijf(tmp_path, make_resultaat(-1000), make_drempel())
    schrijf(tmp_path, make_resultaat(-700), moment=JUNI)
    assert licht(tmp_path, bekend_op=date(2026, 4, 30)).kleur == ONBEKEND
    assert licht(tmp_path, bekend_op=date(2026, 5, 31)).kleur == GROEN
    assert licht(tmp_path, bekend_op=date(2026, 6, 1)).kleur == ROOD
    assert wijzigingsdagen(tmp_path) == (date(2026, 5, 1), date(2026, 6, 1))
    told = [(day, light.kleur) for day, light in verloop(tmp_path, "totaal", 2027)]
    assert told == [(date(2026, 5, 1), GROEN), (date(2026, 6, 1), ROOD)]
    assert [day for day, _ in verloop(tmp_path, "totaal", 2027, op=date(2026, 5, 31))] == [date(2026, 5, 1)]


@pytest.mark.parametrize(
    "drempel",
    [
        make_drempel(oranje=25, rood=25),
        make_drempel(oranje=0),
        make_drempel(soort="straat"),
        make_drempel(maat="sfeer"),
    ],
)
def test_a_threshold_that_cannot_be_is_refused(tmp_path: Path, drempel: Drempel) -> None:
    with pytest.raises(GebruikersFout):
        schrijf(tmp_path, drempel)


def test_a_threshold_has_an_owner_and_a_reason(tmp_path: Path) -> None:
    with pytest.raises(GebruikersFout, match="reden"):
        schrijf(tmp_path, replace(make_drempel(), reden=""))


# --- decisions ------------------------------------------------------------------------------------------------------

HEEL: dict[str, Any] = {
    "oorzaak": OORZAKEN[0], "besluit": "Gemeenten voeren de doorbraakmethode versneld in", "eigenaar": "VNG",
    "datum": date(2026, 6, 2), "verwacht_effect": "200 miljoen meer besparing in 2028",
    "verwacht_achter": Decimal(12), "effect_jaar": 2028,
}  # fmt: skip


@pytest.fixture
def rood(tmp_path: Path) -> Path:
    """A work folder in which the light of all measures in 2027 is red."""
    schrijf(tmp_path, make_resultaat(-700), make_drempel())
    return tmp_path


def dossier(werkmap: Path) -> Dossier:
    found = vind_dossier(werkmap, lees_stand(werkmap), "totaal-2027")
    assert found is not None
    return found


def sluit(werkmap: Path, verwacht: int, **anders: object) -> None:
    besluit(werkmap, dossier(werkmap), HEEL | anders, wie="bestuurder", waarom="BO van juni", verwacht=verwacht)


def test_red_opens_a_record_once(rood: Path) -> None:
    assert open_besluiten(rood) == ("totaal-2027",)
    assert open_besluiten(rood) == ()
    assert dossier(rood).besluit.toestand == OPEN
    assert dossier(rood).besluit.achter == Decimal("31.1701")


def test_a_red_light_asks_for_a_decision_also_before_anyone_wrote_it_down(rood: Path) -> None:
    assert [(file.besluit.sleutel, file.open, file.versie) for file in dossiers(rood, lees_stand(rood))] == [
        ("totaal-2027", True, 0)
    ]


@pytest.mark.parametrize("veld", HEEL)
def test_a_record_is_not_closed_while_anything_is_missing(rood: Path, veld: str) -> None:
    open_besluiten(rood)
    with pytest.raises(GebruikersFout, match="Nog leeg"):
        sluit(rood, 1, **{veld: "" if isinstance(HEEL[veld], str) else None})
    assert dossier(rood).open


def test_the_cause_is_one_of_the_four_of_the_document(rood: Path) -> None:
    assert len(OORZAKEN) == 4
    open_besluiten(rood)
    with pytest.raises(GebruikersFout, match="een van de vier"):
        sluit(rood, 1, oorzaak="het weer")


def test_a_whole_decision_closes_the_record_and_keeps_who_and_why(rood: Path) -> None:
    open_besluiten(rood)
    sluit(rood, 1)
    found = dossier(rood)
    assert found.besluit.toestand == BESLOTEN
    assert found.kleur_nu == ROOD
    assert [line.wie for line in found.geschiedenis] == ["monitor", "bestuurder"]


def test_two_who_decide_at_once_do_not_overwrite_each_other(rood: Path) -> None:
    open_besluiten(rood)
    sluit(rood, 1)
    with pytest.raises(Ingehaald, match="intussen gewijzigd"):
        sluit(rood, 1, besluit="Iets anders")


def test_an_open_record_stays_when_the_light_turns(rood: Path) -> None:
    open_besluiten(rood)
    schrijf(rood, make_resultaat(-1017), moment=JUNI)
    found = dossier(rood)
    assert found.open
    assert found.kleur_nu == GROEN


@pytest.mark.parametrize(("waarde", "oordeel"), [(None, NOG_NIET), (-800, NIET_GEHAALD), (-1000, GEHAALD)])
def test_what_came_of_a_decision_is_measured_against_what_was_expected(
    rood: Path, waarde: int | None, oordeel: str
) -> None:
    open_besluiten(rood)
    assert opvolging(lees_stand(rood), dossier(rood).besluit) is None
    sluit(rood, 1)
    if waarde is not None:
        schrijf(rood, make_resultaat(waarde, 2028), moment=JUNI)
    found = opvolging(lees_stand(rood), dossier(rood).besluit)
    assert found is not None
    assert found.oordeel == oordeel


def test_the_records_of_a_past_day_are_what_they_were(rood: Path) -> None:
    open_besluiten(rood, moment=JUNI)
    assert dossiers(rood, lees_stand(rood, date(2026, 4, 30))) == ()
    assert dossiers(rood, lees_stand(rood, date(2026, 5, 31)))[0].versie == 0
    assert dossiers(rood, lees_stand(rood, date(2026, 6, 1)))[0].versie == 1
