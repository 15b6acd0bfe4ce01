"""The standard as data is whole and agrees with itself."""

from collections import Counter
from datetime import date
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

import pytest

from jeugdstelsel import standaard
from jeugdstelsel.standaard import Element

ROOM = files("jeugdstelsel.standaard")
RETOUR_KLASSEN = {"RetourCodes", "RetourCode"}


def data_files() -> list[Traversable]:
    folders = [entry for entry in ROOM.iterdir() if entry.is_dir() and entry.name != "__pycache__"]
    return [file for folder in folders for file in folder.iterdir()]


@cache
def paths(bericht: str) -> frozenset[str]:
    return frozenset(element.pad for element in standaard.elementen(bericht))


def every_element() -> list[Element]:
    return [element for bericht in standaard.berichten() for element in standaard.elementen(bericht)]


def children(parent: Element) -> list[Element]:
    return [element for element in standaard.elementen(parent.bericht) if element.ouder == parent.pad]


def test_the_standard_has_fourteen_messages_784_paths_and_468_codes() -> None:
    assert len(standaard.berichten()) == 14
    assert len(every_element()) == 784
    assert sum(len(standaard.codelijst(lijst)) for lijst in standaard.lijsten()) == 468


def test_the_standard_has_307_rules_at_900_places_and_59_return_codes() -> None:
    assert len(standaard.regels()) == 307
    assert len(standaard.regels_per_element()) == 900
    assert len(standaard.retourcodes()) == 59


@pytest.mark.parametrize("file", data_files(), ids=lambda file: file.name)
def test_a_data_file_is_utf8_with_plain_line_ends_and_no_double_line(file: Traversable) -> None:
    text = file.read_bytes().decode("utf-8")
    lines = text.removesuffix("\n").split("\n")
    assert "\r" not in text and not text.startswith("\ufeff") and text.endswith("\n")
    if file.name.endswith(".csv"):
        assert [line for line, times in Counter(lines).items() if times > 1] == []


def test_every_folder_of_data_says_where_it_comes_from() -> None:
    folders = [entry for entry in ROOM.iterdir() if entry.is_dir() and entry.name != "__pycache__"]
    assert all((folder / "bron.toml").is_file() for folder in folders)
    assert len(standaard.bronnen()) == len(folders)
    (areas,) = [source for source in standaard.bronnen() if source.naam.startswith("Gemeenten, jeugdregio's")]
    assert "CC BY 4.0" in areas.licentie and "CBS" in areas.uitgever


def test_the_release_is_3_2_in_production_since_april_2023() -> None:
    assert standaard.release().versie == "3.2"
    assert standaard.release().geldig_vanaf == date(2023, 4, 3)
    assert standaard.namespace("jw301") == "http://www.istandaarden.nl/ijw/3_2/jw301/schema"
    assert standaard.namespace("basisschema", "3_0") == "http://www.istandaarden.nl/ijw/3_0/basisschema/schema"


@pytest.mark.parametrize("bericht", sorted(standaard.berichten()))
def test_a_parent_stands_before_its_children(bericht: str) -> None:
    root, *rest = standaard.elementen(bericht)
    assert root.pad == "Bericht"
    seen = {root.pad}
    for element in rest:
        assert element.ouder in seen, element.pad
        seen.add(element.pad)


def test_only_a_klasse_has_children_and_only_an_element_has_a_simple_type() -> None:
    for element in every_element():
        assert bool(children(element)) == (element.soort == "klasse"), element
        assert (element.datatype in standaard.datatypes()) == (element.soort == "element"), element


def test_a_complex_type_unfolds_in_the_same_way_everywhere() -> None:
    shapes: dict[str, set[tuple[tuple[str, str, int, int | None], ...]]] = {}
    for element in every_element():
        if element.datatype.startswith("CDT_"):
            shape = tuple((child.naam, child.datatype, child.min, child.max) for child in children(element))
            shapes.setdefault(element.datatype, set()).add(shape)
            assert all(child.namespace == "basis" for child in children(element)), element
    assert len(shapes) == 19
    assert {name: len(variants) for name, variants in shapes.items() if len(variants) > 1} == {}


@pytest.mark.parametrize("kind", standaard.berichten().values(), ids=lambda kind: kind.bericht)
def test_the_header_fixes_code_and_release_and_names_the_parties(kind: standaard.Bericht) -> None:
    header = {
        element.naam: element for element in standaard.elementen(kind.bericht) if element.ouder == "Bericht/Header"
    }
    fixed = [header[name].patroon_in_bericht for name in ("BerichtCode", "BerichtVersie", "BerichtSubversie")]
    assert fixed == [kind.code, "3", "2"]
    assert standaard.codelijst("COD002")[kind.code].betekenis == kind.bericht
    # A retour message keeps the sender of the message it answers; JW325 is a message of its own.
    sender = standaard.berichten()[kind.retour_van].zender if kind.is_retour else kind.zender
    types = {"gemeente": "LDT_Gemeente", "aanbieder": "LDT_AgbCode"}
    assert header["Afzender"].datatype == types[sender]
    assert header["Ontvanger"].datatype == types["aanbieder" if sender == "gemeente" else "gemeente"]


@pytest.mark.parametrize("bericht", [kind.bericht for kind in standaard.berichten().values() if kind.is_retour])
def test_a_retour_message_repeats_the_body_and_adds_return_codes(bericht: str) -> None:
    answered = standaard.berichten()[bericht].retour_van
    body = {path for path in paths(bericht) if not path.startswith("Bericht/Header")}
    added = body - paths(answered)
    assert {path for path in paths(answered) if not path.startswith("Bericht/Header")} <= body
    assert {path.rpartition("/")[2] for path in added} == RETOUR_KLASSEN


def test_the_pattern_of_a_declaratienummer_stands_with_its_message() -> None:
    patterns = {
        element.bericht: element.patroon_in_bericht for element in every_element() if element.naam == "DeclaratieNummer"
    }
    assert patterns == {"JW323": "([a-zA-Z0-9])+", "JW325": ""}


def test_every_code_list_of_a_type_exists_and_its_codes_fit_the_type() -> None:
    enumerated = [datatype for datatype in standaard.datatypes().values() if datatype.codelijst]
    assert len(enumerated) == len(standaard.lijsten()) - 1  # COD002 is fixed per message instead
    for datatype in enumerated:
        longest = max(len(code) for code in standaard.codelijst(datatype.codelijst))
        assert datatype.max_lengte is not None and longest <= datatype.max_lengte, datatype


def test_a_code_has_a_meaning_and_knows_when_it_was_in_use() -> None:
    for lijst in standaard.lijsten():
        assert all(code.betekenis.strip() for code in standaard.codelijst(lijst).values())
    reasons = standaard.codelijst("JZ002")
    before, after = date(2022, 4, 3), date(2022, 4, 4)
    assert reasons["01"].geldig_op(before) and not reasons["01"].geldig_op(after)
    assert reasons["13"].geldig_op(after) and not reasons["13"].geldig_op(before)


def test_every_return_code_of_a_rule_exists_and_every_rejection_has_a_rule() -> None:
    used = {regel.retourcode for regel in standaard.regels().values() if regel.retourcode}
    assert used <= set(standaard.retourcodes())
    assert set(standaard.retourcodes()) == set(standaard.codelijst("WJ001"))
    rejections = {code.code for code in standaard.retourcodes().values() if code.soort == "afkeuring"}
    assert rejections == used
    assert standaard.retourcodes()["9069"].regels == ("TR382",)


def test_a_rule_within_the_message_gives_0001_and_a_schema_rule_no_code_at_all() -> None:
    for regel in standaard.regels().values():
        if regel.niveau == 2:
            assert regel.retourcode == "0001", regel
        elif regel.niveau in (None, 1):
            assert regel.retourcode == "", regel
        else:
            assert regel.retourcode != "0001", regel


def test_the_levels_of_the_rules_are_those_of_the_rule_report() -> None:
    assert Counter(regel.niveau for regel in standaard.regels().values()) == {None: 147, 1: 42, 2: 60, 3: 54, 4: 4}


def test_a_rule_points_only_to_rules_that_exist() -> None:
    for regel in standaard.regels().values():
        assert set(regel.uitgewerkt_in) <= set(standaard.regels()), regel
        assert regel.code not in regel.uitgewerkt_in


def test_every_place_of_a_rule_is_an_element_of_its_messages() -> None:
    retour = [kind.bericht for kind in standaard.berichten().values() if kind.is_retour]
    for spot in standaard.regels_per_element():
        assert spot.regel in standaard.regels()
        for bericht in retour if spot.bericht == "JW retour" else [spot.bericht]:
            places = {f"/{path}" for path in paths(bericht)}
            assert not spot.plaats or any(place.endswith(f"/{spot.plaats}") for place in places), spot


def test_a_rule_knows_its_messages_and_places() -> None:
    assert standaard.regels()["TR019"].berichten == ("JW305", "JW307")
    assert standaard.regels()["TR019"].elementen == ("StartProduct", "StopProduct")
    assert standaard.regels()["IV028"].berichten == ("JW302", "JW306", "JW308", "JW316", "JW318", "JW320")
    assert len(standaard.regels()["UP001"].berichten) == 14


@pytest.mark.parametrize("bericht", sorted(standaard.berichten()))
def test_a_key_consists_of_elements_of_its_klasse(bericht: str) -> None:
    klassen = {element.naam: element.pad for element in standaard.elementen(bericht) if element.soort == "klasse"}
    assert standaard.sleutels(bericht)
    for klasse, key in standaard.sleutels(bericht).items():
        assert {f"{klassen[klasse]}/{part}" for part in key} <= paths(bericht), klasse


def test_the_key_of_a_stop_holds_its_reason_and_end() -> None:
    assert standaard.sleutels("JW308") == standaard.sleutels("JW307")
    assert standaard.sleutels("JW307")["StopProduct"][-2:] == ("Einddatum", "RedenBeeindiging")


def test_a_term_names_rules_and_messages_that_exist() -> None:
    for termijn in standaard.termijnen().values():
        assert set(termijn.regels) <= set(standaard.regels())
        assert set(termijn.berichten) <= set(standaard.berichten())
    answer = standaard.termijnen()["antwoord_vot"]
    assert (answer.aantal, answer.eenheid) == (5, "werkdagen")
    assert standaard.termijnen()["declaratie_antwoord"].aantal == 10


def test_an_assignment_variant_uses_codes_of_the_lists() -> None:
    variants = standaard.toewijzingsvarianten()
    assert len(variants) == 31
    for variant in variants:
        filled = variant.omvang == "gevuld"
        assert (variant.eenheid in standaard.codelijst("WJ756")) == filled
        assert (variant.frequentie in standaard.codelijst("WMO757")) == filled


def test_a_loaded_table_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        standaard.regels()["TR019"] = standaard.regels()["TR056"]  # type: ignore[index]
    with pytest.raises(TypeError):
        standaard.sleutels("JW301")["Client"] = ()  # type: ignore[index]
