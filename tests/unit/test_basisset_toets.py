"""The seven conditions, the links to measures and the KPIs: what is unknown stays unknown, and nobody judges it away."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from jeugdstelsel.model import GebruikersFout
from jeugdstelsel.services.basisset import Definitie, kandidaten
from jeugdstelsel.services.basisset_kpi import GEEN_DOEL, KORT, LANG, Kpi, lees_kpis, met_nulmeting
from jeugdstelsel.services.basisset_maatregel import (
    EFFECT,
    INSPANNING,
    NIET_MEETBAAR,
    NOG_TE_KOPPELEN,
    Koppeling,
    eis_bekend,
    lees_meetbaarheid,
    onvolledig,
)
from jeugdstelsel.services.basisset_toets import (
    NOG_TE_BEOORDELEN,
    VOLDOET,
    VOLDOET_NIET,
    Oordeel,
    merk_van,
    toets,
    toets_set,
)
from jeugdstelsel.services.bronnen import trek_bron_in
from jeugdstelsel.services.realisatie_register import Vastlegging, leg_vast
from jeugdstelsel.standaard.basisset import randvoorwaarden

KOSTEN, DUUR = kandidaten()["kosten"], kandidaten()["trajectduur"]


def bewaar(map_: Path, *wat: Vastlegging) -> None:
    for each in wat:
        leg_vast(map_, each, wie="redacteur", waarom="afgesproken in de werkgroep")


def uitkomsten(map_: Path, definitie: Definitie) -> list[str]:
    """Return how an indicator stands to the seven conditions, in order."""
    return [each.uitkomst for each in toets(map_, [definitie])[definitie.indicator]]


def koppel(waaraan: str, kant: str, indicator: str) -> Koppeling:
    return Koppeling(waaraan, kant, indicator, "dit laat zien wat er gebeurt")


def oordeel(definitie: Definitie, voorwaarde: str, wat: str) -> Oordeel:
    return Oordeel(definitie.indicator, voorwaarde, wat, "besproken", merk_van(definitie))


def test_the_document_has_seven_conditions_each_with_its_place() -> None:
    assert list(randvoorwaarden()) == ["1", "2", "3", "4", "5", "6", "7"]
    assert all(each.plaats == f"HA Bijlage 4, punt {each.nummer}" for each in randvoorwaarden().values())


def test_at_the_start_only_the_sources_are_known_to_be_secured(tmp_path: Path) -> None:
    assert uitkomsten(tmp_path, DUUR) == [NOG_TE_BEOORDELEN] * 6 + [VOLDOET]


def test_a_source_that_leaves_the_register_is_no_longer_secured(tmp_path: Path) -> None:
    trek_bron_in(tmp_path, "ijw_declaratie", vanaf=date.today(), wie="h", waarom="gestopt")
    assert uitkomsten(tmp_path, KOSTEN)[6] == NOG_TE_BEOORDELEN
    assert "JW323" in toets(tmp_path, [KOSTEN])["kosten"][6].grond


def test_a_link_to_a_measure_meets_what_can_be_computed(tmp_path: Path) -> None:
    bewaar(tmp_path, koppel("m02", INSPANNING, "trajectduur"))
    assert uitkomsten(tmp_path, DUUR)[1:4] == [VOLDOET] * 3
    bewaar(tmp_path, koppel("2.8.2-1", EFFECT, "kosten"))
    assert uitkomsten(tmp_path, KOSTEN)[1:4] == [VOLDOET, NOG_TE_BEOORDELEN, NOG_TE_BEOORDELEN]


def test_whether_the_one_follows_from_the_other_only_people_can_say(tmp_path: Path) -> None:
    bewaar(tmp_path, koppel("m02", INSPANNING, "trajectduur"), koppel("m02", EFFECT, "kosten"))
    assert toets(tmp_path, [KOSTEN])["kosten"][4].berekend == "ja"
    assert uitkomsten(tmp_path, KOSTEN)[4] == NOG_TE_BEOORDELEN
    bewaar(tmp_path, oordeel(KOSTEN, "5", VOLDOET))
    assert uitkomsten(tmp_path, KOSTEN)[4] == VOLDOET


def test_a_judged_no_counts_over_a_computed_yes(tmp_path: Path) -> None:
    bewaar(tmp_path, koppel("m02", INSPANNING, "trajectduur"), oordeel(DUUR, "2", VOLDOET_NIET))
    assert uitkomsten(tmp_path, DUUR)[1] == VOLDOET_NIET


def test_a_judgement_of_another_definition_does_not_count(tmp_path: Path) -> None:
    bewaar(tmp_path, oordeel(DUUR, "1", VOLDOET))
    assert uitkomsten(tmp_path, DUUR)[0] == VOLDOET
    other = replace(DUUR, kenmerk="een andere query")
    assert toets(tmp_path, [other])["trajectduur"][0].achterhaald
    assert uitkomsten(tmp_path, other)[0] == NOG_TE_BEOORDELEN


def test_a_set_fails_when_one_condition_is_met_by_no_indicator(tmp_path: Path) -> None:
    both = [KOSTEN, DUUR]
    before = toets_set(toets(tmp_path, both))
    assert [each.voorwaarde.nummer for each in before if each.geslaagd] == ["7"]
    bewaar(tmp_path, koppel("m02", INSPANNING, "trajectduur"), koppel("m02", EFFECT, "kosten"))
    bewaar(tmp_path, *(oordeel(KOSTEN, number, VOLDOET) for number in ("1", "5")))
    almost = toets_set(toets(tmp_path, both))
    assert [each.voorwaarde.nummer for each in almost if not each.geslaagd] == ["6"]
    bewaar(tmp_path, oordeel(KOSTEN, "6", VOLDOET))
    assert all(each.geslaagd for each in toets_set(toets(tmp_path, both)))
    assert not all(each.geslaagd for each in toets_set({})), "an empty set passes nothing"


def test_every_measure_starts_without_an_indicator_for_effort_and_for_effect(tmp_path: Path) -> None:
    start = lees_meetbaarheid(tmp_path)
    assert len(start) == 2 * 16
    assert {each.toestand for each in start} == {NOG_TE_KOPPELEN}
    assert len(onvolledig(start)) == 32


def test_a_measure_is_complete_with_both_sides_or_the_word_that_it_cannot_be_measured(tmp_path: Path) -> None:
    bewaar(tmp_path, koppel("m13", INSPANNING, "productcodes_in_gebruik"), Koppeling("m13", EFFECT, "", "bij het land"))
    m13 = [each for each in lees_meetbaarheid(tmp_path) if each.maatregel.maatregel == "m13"]
    assert [each.toestand for each in m13] == ["gekoppeld", NIET_MEETBAAR]
    assert m13[0].indicatoren == ("productcodes_in_gebruik",)
    assert len(onvolledig(lees_meetbaarheid(tmp_path))) == 30


@pytest.mark.parametrize(
    ("wat", "woorden"),
    [
        (koppel("m99", EFFECT, "kosten"), "geen maatregel of afspraak"),
        (koppel("totaal", EFFECT, "kosten"), "geen maatregel of afspraak"),
        (koppel("m02", "geld", "kosten"), "inspanning of effect"),
        (Koppeling("m02", EFFECT, "", " "), "op welk niveau het wel kan"),
        (Oordeel("kosten", "8", VOLDOET, "x", ""), "Kies 1 tot en met 7"),
        (Oordeel("kosten", "1", "misschien", "x", ""), "voldoet of voldoet niet"),
        (Kpi("k", "K", "kosten", "middel", "VWS"), "de horizon is kort of lang"),
        (Kpi("k", "K", "kosten", KORT, " "), "Nog leeg: eigenaar"),
        (Kpi("k", "K", "kosten", KORT, "VWS", doel=Decimal(5)), "een getal, een jaar en een document"),
    ],
)
def test_what_cannot_be_right_is_not_recorded(tmp_path: Path, wat: Vastlegging, woorden: str) -> None:
    with pytest.raises(GebruikersFout, match=woorden):
        bewaar(tmp_path, wat)
    assert not (tmp_path / "registers.sqlite").exists()


def test_a_link_to_what_nobody_defined_is_refused(tmp_path: Path) -> None:
    eis_bekend(tmp_path, koppel("m02", EFFECT, "RK4.1"))
    with pytest.raises(GebruikersFout, match="Stel hem eerst voor"):
        eis_bekend(tmp_path, koppel("m02", EFFECT, "geluk"))


def test_only_the_kpis_of_the_short_term_when_asked(tmp_path: Path) -> None:
    bewaar(tmp_path, Kpi("duur", "Duur", "trajectduur", KORT, "VNG"), Kpi("geld", "Geld", "kosten", LANG, "VWS"))
    assert [each.kpi.kpi for each in lees_kpis(tmp_path)] == ["duur", "geld"]
    assert [each.kpi.kpi for each in lees_kpis(tmp_path, horizon=KORT)] == ["duur"]
    assert (lees_kpis(tmp_path)[0].kpi.doel, GEEN_DOEL) == (None, "doel nog niet vastgesteld")


def test_a_baseline_stays_what_it_was_when_the_kpi_changes(tmp_path: Path) -> None:
    day = date(2025, 4, 1)
    first = Kpi("n", "N", "trajecten", KORT, "VNG", None, None, "", "2024", Decimal("99.5"), "", "voorlopig", day, 3)
    leg_vast(tmp_path, first, wie="r", waarom="begin", moment=datetime(2025, 5, 1, tzinfo=UTC))
    changed = met_nulmeting(tmp_path, replace(first, eigenaar="VWS", nul_waarde=None, nul_peildatum=None))
    assert (changed.eigenaar, changed.nul_waarde, changed.nul_peildatum) == ("VWS", Decimal("99.5"), day)
    leg_vast(tmp_path, changed, wie="r", waarom="andere eigenaar")
    assert lees_kpis(tmp_path, op=date(2025, 6, 1))[0].kpi.eigenaar == "VNG"
    assert lees_kpis(tmp_path)[0].kpi == changed
