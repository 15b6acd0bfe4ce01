"""The definitions register: every term of Bijlage 6, and two definitions of one term that are never mixed."""

import re
from collections import Counter
from pathlib import Path

import pytest

from jeugdstelsel.registry import find_all
from jeugdstelsel.standaard.begrippen import begrip_van, begrippen
from jeugdstelsel.standaard.bronregister import databronnen
from jeugdstelsel.standaard.schema import berichten

DOCUMENT = Path(__file__).resolve().parents[3] / "shared" / "documenten" / "001_hervormingsagenda_jeugd_2023_2028.txt"
VERVOLG = (
    "Poh-ggz",
    "Jeugdconsulent: De",
    "De termen",
    "(en niet",
    "Voor de niet",
    "Voor een vrij",
    "Begrip Toelichting",
)
"""How the paragraphs of Bijlage 6 begin that go on about a term that was printed before."""


def plain(text: str) -> str:
    """Letters and single spaces only, so that line breaks and dashes of the print do not matter."""
    return " ".join(re.sub(r"[^\w]", " ", text.lower()).split())


def bijlage_6() -> list[str]:
    """The paragraphs of the list of terms, as plain text."""
    if not DOCUMENT.exists():
        pytest.skip("the Hervormingsagenda is not beside this checkout")
    text = DOCUMENT.read_text(encoding="utf-8").partition("Begrippenlijst")[2].replace("Concept\n", "\n\n")
    return [block.strip() for block in re.split(r"\n\s*\n", text) if block.strip()]


def test_every_paragraph_of_bijlage_6_starts_with_a_term_that_we_have() -> None:
    ours = tuple(plain(each.term) for each in begrippen().values() if each.vindplaats == "Bijlage 6")
    unknown = [
        block[:60] for block in bijlage_6() if not block.startswith(VERVOLG) and not plain(block).startswith(ours)
    ]
    assert unknown == []


def test_every_term_that_we_say_is_in_bijlage_6_is_there_and_not_in_its_words() -> None:
    text = plain(" ".join(bijlage_6()))
    ours = [each for each in begrippen().values() if each.vindplaats == "Bijlage 6"]
    assert len(ours) == 19
    assert [each.term for each in ours if plain(each.term) not in text] == []
    assert [each.term for each in ours if plain(each.betekenis) in text] == []


@pytest.mark.parametrize("term", ["Herhaald beroep", "Trajectduur", "1 op N jongeren", "Productcodes", "Uitval"])
def test_definitions_of_one_term_stand_side_by_side_with_their_own_source_and_meaning(term: str) -> None:
    found = [each for each in begrippen().values() if each.term == term]
    assert len(found) >= 2
    assert len({each.betekenis for each in found}) == len(found)
    assert all(each.bron and each.vindplaats and each.geldig_vanaf for each in found)


def test_the_rates_of_one_in_n_each_say_their_denominator() -> None:
    rates = {each.ook_wel[0]: each.noemer for each in begrippen().values() if each.term == "1 op N jongeren"}
    assert rates["1 op 7,1"] == "inwoners tot en met 17 jaar"
    assert rates["1 op 9,2"] == "inwoners tot en met 22 jaar"
    assert rates["1 op 7,5"] == rates["1 op 7"] == "niet genoemd"


def test_an_indicator_uses_one_definition_and_every_definition_names_indicators_that_exist() -> None:
    used = Counter(code for each in begrippen().values() for code in each.indicatoren)
    assert set(used) <= set(find_all("indicators", "INDICATOR"))
    assert set(used.values()) == {1}
    first, second = begrip_van("herhaald_beroep_vijf_jaar"), begrip_van("herhaald_beroep_na_afloop")
    assert first and second and first.term == second.term and first.begrip != second.begrip
    assert begrip_van("kosten") is None


def test_every_source_has_owner_basis_purpose_key_frequency_and_known_errors() -> None:
    for source in databronnen().values():
        assert all(
            [source.eigenaar, source.grondslag, source.doel, source.sleutel, source.frequentie, source.vindplaats]
        ), source.bron
        assert source.bekende_fouten, source.bron


def test_every_message_belongs_to_exactly_one_source() -> None:
    named = Counter(kind for source in databronnen().values() for kind in source.berichten)
    assert set(named) == set(berichten())
    assert set(named.values()) == {1}
