"""The facts we keep equal those of the sources; the sentences of the sources are not among them."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from jeugdstelsel import standaard

SHARED = Path(__file__).resolve().parents[3] / "shared"
IJW = SHARED / "standards" / "ijw"
XS = {"xs": "http://www.w3.org/2001/XMLSchema"}

pytestmark = pytest.mark.skipif(not SHARED.exists(), reason="de bronnen staan niet naast deze map")


def rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def text(number: int | None) -> str:
    return "" if number is None else str(number)


def test_paths_and_facets_equal_the_unfolded_schemas() -> None:
    ours = []
    for bericht in sorted(standaard.berichten()):
        for element in standaard.elementen(bericht):
            kind = standaard.datatypes().get(element.datatype)
            facets = ("", "", "", "", "", "")
            if kind:
                bounds = (kind.min_lengte, kind.max_lengte, kind.min_waarde, kind.max_waarde)
                facets = (f"xs:{kind.basis}", *map(text, bounds), kind.patroon)
            most = "*" if element.max is None else str(element.max)
            ours.append(
                (
                    *(bericht, element.pad, element.naam, element.soort, element.namespace_uri, element.datatype),
                    *(str(element.min), most, *facets, element.patroon_in_bericht),
                )
            )
    columns = ["bericht", "pad", "naam", "soort", "namespace_uri", "datatype", "min", "max", "basistype"]
    columns += ["min_lengte", "max_lengte", "min_waarde", "max_waarde", "patroon", "patroon_in_bericht"]
    assert ours == [tuple(row[column] for column in columns) for row in rows(IJW / "berichten.csv")]


def test_simple_types_equal_the_basisschema() -> None:
    def facets(restriction: etree._Element, name: str) -> list[str]:
        return [facet.get("value", "") for facet in restriction.findall(f"xs:{name}", XS)]

    schema = etree.parse(str(IJW / "xsd" / "basisschema.xsd"))
    found = set()
    for simple in schema.iterfind("xs:simpleType", XS):
        name = simple.get("name", "")
        restriction = simple.find("xs:restriction", XS)
        assert restriction is not None
        ours = standaard.datatypes()[name]
        assert restriction.get("base") == f"xs:{ours.basis}", name
        assert facets(restriction, "minLength") == [text(ours.min_lengte)][: ours.min_lengte is not None], name
        assert facets(restriction, "maxLength") == [text(ours.max_lengte)][: ours.max_lengte is not None], name
        assert facets(restriction, "minInclusive") == [text(ours.min_waarde)][: ours.min_waarde is not None], name
        assert facets(restriction, "maxInclusive") == [text(ours.max_waarde)][: ours.max_waarde is not None], name
        assert facets(restriction, "pattern") == [ours.patroon][: bool(ours.patroon)], name
        codes = standaard.codelijst(ours.codelijst) if ours.codelijst else {}
        assert sorted(facets(restriction, "enumeration")) == sorted(codes), name
        found.add(name)
    assert found == set(standaard.datatypes())


def test_codes_and_their_first_day_equal_the_code_lists() -> None:
    ours = {
        (lijst, code.code, str(code.geldig_vanaf or ""))
        for lijst in standaard.lijsten()
        for code in standaard.codelijst(lijst).values()
    }
    assert ours == {(row["lijst"], row["code"], row["ingangsdatum"]) for row in rows(IJW / "codelijsten.csv")}


def test_levels_and_return_codes_equal_the_rule_report() -> None:
    ours = {(rule.code, rule.soort, text(rule.niveau), rule.retourcode) for rule in standaard.regels().values()}
    columns = ("code", "soort", "controleniveau", "retourcode")
    assert ours == {tuple(row[column] for column in columns) for row in rows(IJW / "regels.csv")}


def test_the_places_of_the_rules_equal_the_rule_report() -> None:
    columns = ("berichtklasse", "element", "subelement", "subelement2")
    theirs = [
        (row["bericht"], "/".join(filter(None, (row[column] for column in columns))), row["regelcode"])
        for row in rows(IJW / "regels_per_element.csv")
    ]
    assert [(spot.bericht, spot.plaats, spot.regel) for spot in standaard.regels_per_element()] == sorted(theirs)


def test_keys_equal_the_rule_report_for_retour_messages_too() -> None:
    ours = {
        (bericht, klasse, " + ".join(key))
        for bericht in standaard.berichten()
        for klasse, key in standaard.sleutels(bericht).items()
    }
    assert ours == {(row["bericht"], row["klasse"], row["sleutelelementen"]) for row in rows(IJW / "sleutels.csv")}


def test_productcodes_equal_the_national_list() -> None:
    ours = {
        (code.code, code.omschrijving, code.productcategorie, code.hulpvorm, "ja" if code.kopregel else "")
        for code in standaard.productcodes().values()
    }
    columns = ("productcode", "omschrijving", "productcategorie", "hulpvorm_code", "is_kopregel")
    assert ours == {tuple(row[column] for column in columns) for row in rows(IJW / "productcodes_jz21.csv")}


def test_gemeenten_equal_the_official_code_list_of_2026() -> None:
    provinces = standaard.provincies()
    ours = {
        (place.code, place.naam, provinces[place.provincie])
        for place in standaard.gemeenten().values()
        if place.geldig_tot_en_met is None
    }
    theirs = rows(IJW / "gemeentecodes_2026.csv")
    assert ours == {(row["gemeentecode"], row["naam"], row["provincie"]) for row in theirs}


def test_the_size_of_every_jeugdregio_equals_the_source() -> None:
    sizes: dict[str, list[int]] = {code: [] for code in standaard.jeugdregios()}
    for code, people in standaard.bevolking_per_gemeente(2026).items():
        sizes[standaard.gemeenten()[code].jeugdregio].append(people.inwoners)
    ours = {(code, len(parts), sum(parts)) for code, parts in sizes.items()}
    theirs = rows(SHARED / "data" / "jeugdregios_2025.csv")
    columns = ("aantal_gemeenten_2025", "bevolking_2026")
    assert ours == {(row["jeugdregio_code"], *(int(row[column]) for column in columns)) for row in theirs}


def test_population_equals_the_source_for_every_gemeente_and_year() -> None:
    theirs = {
        (row["regio_code"].removeprefix("GM"), int(row["jaar"])): int(row["bevolking_1_januari"])
        for row in rows(SHARED / "data" / "bevolking_gemeente_totaal_2019_2026.csv")
        if row["regio_code"].startswith("GM")
    }
    years = range(2019, 2027)
    ours = {
        (code, jaar): people.inwoners
        for jaar in years
        for code, people in standaard.bevolking_per_gemeente(jaar).items()
    }
    assert ours == theirs


def test_young_people_follow_the_age_shares_of_2021() -> None:
    people = standaard.bevolking_per_gemeente(2026)
    for row in rows(SHARED / "data" / "bevolking_gemeente_leeftijd_2021.csv"):
        place = people.get(row["gm_code"].removeprefix("GM"))
        if place:
            counted = int(row["totaal_via_postcodes"])
            assert abs(place.tot_18 - place.inwoners * int(row["schatting_0_17"]) / counted) <= 0.5, place
            assert abs(place.tot_23 - place.inwoners * int(row["schatting_0_22"]) / counted) <= 0.5, place


def test_no_meaning_of_a_return_code_is_the_sentence_of_the_standard() -> None:
    def plain(sentence: str) -> str:
        return re.sub(r"\W+", " ", sentence).strip().casefold()

    theirs = {row["code"]: plain(row["betekenis"]) for row in rows(IJW / "retourcodes.csv")}
    same = [code.code for code in standaard.retourcodes().values() if plain(code.betekenis) == theirs[code.code]]
    assert same == []
