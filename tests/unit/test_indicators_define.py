"""A definition explains itself: SQL, lineage down to message elements, and a marked translation."""

import pytest

from jeugdstelsel.indicators.plan import all_indicators
from jeugdstelsel.model import GebruikersFout
from jeugdstelsel.registry import find_all
from jeugdstelsel.services.define import NOT_PROVEN, explain, find_definition, trace, translate


def test_the_lineage_of_costs_ends_at_the_amounts_in_the_declaration() -> None:
    lineage = trace("kosten")
    assert "kosten" in lineage.stappen
    assert "ingediend_bedrag" in lineage.tabellen["prestatie"]
    assert "JW323 Bericht/Declaratie/Clienten/Client/Prestaties/Prestatie/IngediendBedrag/Bedrag" in lineage.elementen


def test_the_lineage_of_the_verwijzer_reaches_the_request() -> None:
    assert any(item.startswith("JW315") and "Verwijzer" in item for item in trace("verwijzer").elementen)


@pytest.mark.parametrize("code", all_indicators())
def test_every_indicator_comes_from_messages(code: str) -> None:
    assert find_all("ingest", "MESSAGE")
    assert trace(code).elementen


def test_an_explanation_shows_meaning_limits_lineage_and_sql() -> None:
    text = explain("uitval")
    for part in ("Voortijdig beëindigd (uitval)", "Beperkingen:", "Herkomst:", "JW307", "FROM uitstroom_stand"):
        assert part in text


def test_rules_and_derived_tables_can_be_explained_too() -> None:
    assert find_definition("TR101").soort == "regel"
    assert find_definition("traject").soort == "tabel"
    assert "SELECT" in explain("traject")


def test_only_other_warehouses_get_a_translation_with_a_warning() -> None:
    assert NOT_PROVEN not in translate("kosten", "duckdb")
    assert translate("kosten", "spark") == translate("kosten", "duckdb")
    assert translate("kosten", "snowflake").startswith(f"-- {NOT_PROVEN} (snowflake)")


def test_an_unknown_code_or_dialect_is_refused() -> None:
    with pytest.raises(GebruikersFout, match="bestaat niet"):
        explain("geluk")
    with pytest.raises(GebruikersFout, match="onbekend"):
        translate("kosten", "klingon")
