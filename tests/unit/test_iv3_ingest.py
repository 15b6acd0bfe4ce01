"""Reading Iv3: the published forms give the same amounts, and every kind of bad input gets its finding."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jeugdstelsel.ingest.iv3 import MEESTE_BEVINDINGEN, Iv3Lezing, read_iv3
from jeugdstelsel.standaard import iv3

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared" / "data"
beside_the_sources = pytest.mark.skipif(not SHARED.exists(), reason="de bronnen staan niet naast deze map")
Files = Mapping[str, bytes]


def line(**changes: Any) -> dict[str, Any]:
    """One line of an OData page, padded as CBS does."""
    usual = {
        "ID": 0, "Gemeenten": "GM0363   ", "TaakveldBalanspost": "6.72a ", "Categorie": "L3.8    ",
        "Verslagsoort": "2024X005", "k_1ePlaatsing_1": 90, "k_2ePlaatsing_2": 100,
    }  # fmt: skip
    return {**usual, **changes}


def page(*lines: Mapping[str, Any], **more: Any) -> bytes:
    return json.dumps({"value": list(lines), **more}).encode()


def odata(*lines: Mapping[str, Any], **beside: bytes) -> dict[str, bytes]:
    return {"TypedDataSet.json": page(*lines), **{f"{name}.json": data for name, data in beside.items()}}


def wide(*cells: str, columns: str = "jaar,document,gm_code,lasten_6_72_keur") -> dict[str, bytes]:
    return {"breed.csv": "\n".join((columns, *cells)).encode()}


def openspending(*rows: str, folder: str = "GM0363/") -> dict[str, bytes]:
    head = '"Verslagsoort","Categorie","Post","Baten","Lasten"'
    return {f"{folder}data.csv": "\n".join((head, *rows)).encode()}


def codes(found: Iv3Lezing) -> list[tuple[str, str]]:
    return sorted({(finding.regel, finding.ernst.value) for finding in found.bevindingen})


def amounts(found: Iv3Lezing) -> dict[tuple[str, str, str], int]:
    return {(row.taakveld, row.zijde, row.categorie): row.bedrag for row in found.rijen}


GOOD = line()
SUM = line(TaakveldBalanspost="6.72  ", Categorie="L       ")
INFO = page({"Identifier": "45067NED", "Period": "2024"})
EURO = page({"Key": "k_2ePlaatsing_2", "Unit": "euro"})
TITLES = page({"Key": "2024X005", "Title": "Begroting 2024"})

BAD: Mapping[str, tuple[Files, str, str, int]] = {
    "geen bestanden in de levering": ({}, "IV3_LEEG", "fout", 0),
    "een leeg bestand": ({"TypedDataSet.json": b" \n"}, "IV3_LEEG", "fout", 0),
    "een tabel zonder regels": (odata(), "IV3_LEEG", "fout", 0),
    "een CSV met alleen een kop": (wide(), "IV3_LEEG", "fout", 0),
    "een webpagina in plaats van gegevens": ({"a.json": b"<!DOCTYPE html><html></html>"}, "IV3_HTML", "fout", 0),
    "een afgebroken JSON-bestand": ({"TypedDataSet.json": page(GOOD)[:-9]}, "IV3_JSON", "fout", 0),
    "JSON die eindeloos genest is": ({"a.json": b"[" * 100_000}, "IV3_JSON", "fout", 0),
    "een foutmelding van de server": ({"a.json": b'{"odata.error": {"code": ""}}'}, "IV3_FOUTMELDING", "fout", 0),
    "JSON die geen OData is": ({"a.json": b'{"gemeenten": []}'}, "IV3_VORM", "fout", 0),
    "alleen dimensies en geen gegevens": (
        {"a.json": page({"Key": "x"}), "b.json": page({"Key": "y"})},
        "IV3_VORM",
        "fout",
        0,
    ),
    "een CSV die geen Iv3 is": ({"a.csv": b"naam;waarde\nx;1"}, "IV3_VORM", "fout", 0),
    "bestanden van verschillende vorm door elkaar": (
        {**wide("2017,begroting,GM0363,5"), **openspending()},
        "IV3_VORM",
        "fout",
        0,
    ),
    "een bestand dat niet in UTF-8 is": ({"a.csv": "jaar;Súdwest-Fryslân".encode("cp1252")}, "IV3_CODERING", "fout", 0),
    "een bestand in UTF-16": ({"a.csv": "jaar;gm_code".encode("utf-16")}, "IV3_CODERING", "fout", 0),
    "een kolom die ontbreekt": ({"a.csv": b"Gemeenten;TaakveldBalanspost;k_2ePlaatsing_2\n"}, "IV3_KOLOM", "fout", 0),
    "een bladzijde van de tabel die ontbreekt": (
        {"TypedDataSet.json": page(GOOD, **{"odata.nextLink": "https://voorbeeld"})},
        "IV3_PAGINA",
        "fout",
        0,
    ),
    "een tabel in euro's volgens de eigenschappen": (odata(GOOD, DataProperties=EURO), "IV3_EENHEID", "fout", 0),
    "een grote gemeente met bedragen in euro's": (
        odata(line(k_2ePlaatsing_2=250_000_000), line(TaakveldBalanspost="6.72b", k_2ePlaatsing_2=5)),
        "IV3_BEDRAG",
        "fout",
        1,
    ),
    "een kleine gemeente met bedragen in euro's": (
        odata(line(Gemeenten="GM0785", k_2ePlaatsing_2=9_000_000)),
        "IV3_EENHEID",
        "fout",
        0,
    ),
    "een gemeente met bedragen in miljoenen": (
        odata(*[line(TaakveldBalanspost=code, k_2ePlaatsing_2=10) for code in ("6.72a", "6.73a", "6.74a", "6.82a")]),
        "IV3_EENHEID",
        "fout",
        0,
    ),
    "een regel met te weinig cellen": (wide("2017,begroting,GM0363"), "IV3_REGEL", "fout", 0),
    "een regel die geen object is": (odata(GOOD, "x"), "IV3_REGEL", "fout", 1),  # type: ignore[arg-type]
    "een dimensie die leeg is": (odata(GOOD, line(Categorie="  ")), "IV3_DIMENSIE", "fout", 1),
    "OpenSpending zonder gemeente": (
        openspending('"2024X005","L3.8","6.72a","\\N","5"', folder=""),
        "IV3_DIMENSIE",
        "fout",
        0,
    ),
    "een onbekende verslagsoort": (odata(GOOD, line(Verslagsoort="2024X009")), "IV3_VERSLAGSOORT", "fout", 1),
    "een verslagsoort van een ander jaar dan de tabel": (
        odata(GOOD, line(Verslagsoort="2023X005"), TableInfos=INFO),
        "IV3_JAAR",
        "fout",
        1,
    ),
    "een jaar van voor de taakvelden": (odata(GOOD, line(Verslagsoort="2016X005")), "IV3_JAAR", "fout", 1),
    "een begroting die jaarrekening heet, of omgekeerd": (odata(GOOD, Verslagsoort=TITLES), "IV3_DOCUMENT", "fout", 0),
    "een onbekende gemeente": (odata(GOOD, line(Gemeenten="GM9999")), "IV3_GEMEENTE", "fout", 1),
    "een gemeente die in dat jaar was opgeheven": (
        odata(GOOD, line(Gemeenten="GM0457")),
        "IV3_GEMEENTE_JAAR",
        "fout",
        1,
    ),
    "een gemeente die in dat jaar nog niet bestond": (
        odata(line(Gemeenten="GM1992", Verslagsoort="2022X000", TaakveldBalanspost="6.72")),
        "IV3_GEMEENTE_JAAR",
        "fout",
        0,
    ),
    "een onbekend taakveld": (odata(GOOD, line(TaakveldBalanspost="6.99")), "IV3_TAAKVELD", "fout", 1),
    "een code van 2023 in 2022": (odata(line(Verslagsoort="2022X005")), "IV3_TAAKVELD_JAAR", "fout", 0),
    "een code van 2025 in 2024": (odata(GOOD, line(TaakveldBalanspost="6.751")), "IV3_TAAKVELD_JAAR", "fout", 1),
    "een code van 2023 in 2025": (odata(line(Verslagsoort="2025X000")), "IV3_TAAKVELD_JAAR", "fout", 0),
    "een oude code of som in 2023": (odata(SUM), "IV3_VERZAMELCODE", "waarschuwing", 1),
    "een categorie zonder zijde": (odata(GOOD, line(Categorie="3.8")), "IV3_ZIJDE", "fout", 1),
    "lasten en baten op één regel": (openspending('"2024X005","L3.8","6.72a","7","5"'), "IV3_ZIJDE", "fout", 0),
    "een onbekende categorie": (odata(GOOD, line(Categorie="L9.9")), "IV3_CATEGORIE", "fout", 1),
    "een bedrag dat geen getal is": (odata(GOOD, line(k_2ePlaatsing_2="veel")), "IV3_BEDRAG", "fout", 1),
    "een bedrag met een komma": (wide('2017,begroting,GM0363,"1,5"'), "IV3_BEDRAG", "fout", 0),
    "een bedrag dat oneindig is": (odata(GOOD, line(k_2ePlaatsing_2=float("inf"))), "IV3_BEDRAG", "fout", 1),
    "een bedrag dat ja of nee is": (odata(GOOD, line(k_2ePlaatsing_2=True)), "IV3_BEDRAG", "fout", 1),
    "een bedrag groter dan alle gemeenten samen": (odata(GOOD, line(k_2ePlaatsing_2=10**12)), "IV3_BEDRAG", "fout", 1),
    "een negatief bedrag": (odata(line(k_2ePlaatsing_2=-5)), "IV3_NEGATIEF", "waarschuwing", 1),
    "dezelfde regel twee keer": (odata(GOOD, GOOD), "IV3_DUBBEL", "waarschuwing", 1),
    "twee bedragen voor hetzelfde": (
        odata(GOOD, line(k_2ePlaatsing_2=7), line(TaakveldBalanspost="6.72b")),
        "IV3_DUBBEL",
        "fout",
        1,
    ),
    "een som van taakvelden naast zijn delen": (odata(GOOD, line(TaakveldBalanspost="6.72")), "IV3_SOM", "fout", 1),
    "een som van categorieën naast haar delen": (odata(GOOD, line(Categorie="LTOTAAL")), "IV3_SOM", "fout", 1),
    "een gemeente met alleen nullen": (odata(line(k_2ePlaatsing_2=0)), "IV3_NULLEN", "waarschuwing", 0),
    "meer dan duizend bevindingen": (
        odata(*[line(Gemeenten="x")] * (MEESTE_BEVINDINGEN + 1)),
        "IV3_MEER",
        "waarschuwing",
        0,
    ),
}


@pytest.mark.parametrize("kind", BAD)
def test_every_kind_of_bad_input_gets_its_finding_and_the_rest_is_read(kind: str) -> None:
    files, code, ernst, kept = BAD[kind]
    found = read_iv3(files)
    assert (code, ernst) in codes(found)
    assert len(found.rijen) == kept
    assert all(len(finding.tekst) > 30 and finding.plaats for finding in found.bevindingen)


def test_the_manual_lists_every_kind_of_bad_input_with_its_finding() -> None:
    manual = (ROOT / "docs/handleiding/iv3.md").read_text(encoding="utf-8")
    rows = {tuple(cell.strip() for cell in row.split("|")[1:4]) for row in manual.splitlines() if row.count("|") == 4}
    assert {(kind, code, ernst) for kind, (_, code, ernst, _) in BAD.items()} <= rows
    assert len(BAD) >= 25


def test_a_finding_names_the_line_and_quotes_codes_but_never_words() -> None:
    found = read_iv3(odata(GOOD, line(Gemeenten="GM9999"), line(Gemeenten="Jansen, Piet"), line(Gemeenten="999900018")))
    assert [finding.plaats for finding in found.bevindingen] == [f"TypedDataSet.json, regel {n}" for n in (2, 3, 4)]
    assert [finding.regelnummer for finding in found.bevindingen] == [2, 3, 4]
    quoted = [finding.tekst for finding in found.bevindingen]
    assert "GM9999" in quoted[0]
    assert not any(word in text for text in quoted for word in ("Jansen", "999900018"))


@pytest.mark.parametrize(
    "amount", ["1_000", "１００", "1e5", "1e999999999", "0x10", "- 5", "1.2.3", 1e300, float("nan"), 0.000001, []]
)
def test_what_only_looks_like_an_amount_is_none(amount: object) -> None:
    assert codes(read_iv3(odata(GOOD, line(TaakveldBalanspost="6.72b", k_2ePlaatsing_2=amount)))) == [
        ("IV3_BEDRAG", "fout")
    ]


@pytest.mark.parametrize(
    ("amount", "eurocent"), [(12.345, 1_234_500), ("  -7", -700_000), ("0.5", 50_000), (3.0, 300_000)]
)
def test_an_amount_may_have_decimals_down_to_the_cent(amount: object, eurocent: int) -> None:
    found = amounts(read_iv3(odata(GOOD, line(TaakveldBalanspost="6.72b", k_2ePlaatsing_2=amount))))
    assert found["6.72b", "lasten", "L3.8"] == eurocent


# --- forms ----------------------------------------------------------------------------------------------------------


def test_keys_are_stripped_and_an_amount_is_in_eurocent() -> None:
    (row,) = read_iv3(odata(GOOD)).rijen
    assert (row.gemeente, row.jaar, row.document, row.indeling) == ("0363", 2024, "jaarrekening", "2023")
    assert (row.taakveld, row.zijde, row.categorie, row.bedrag) == ("6.72a", "lasten", "L3.8", 100_000_00)


@pytest.mark.parametrize(
    ("first", "second", "expected"), [(90, 100, 100), (90, None, 90), (90, "   .", 90), (90, 0, 0)]
)
def test_the_second_plaatsing_goes_before_the_first_and_a_reported_zero_is_no_gap(
    first: int, second: object, expected: int
) -> None:
    other = line(TaakveldBalanspost="6.72b")
    found = amounts(read_iv3(odata(line(k_1ePlaatsing_1=first, k_2ePlaatsing_2=second), other)))
    assert found["6.72a", "lasten", "L3.8"] == expected * iv3.DUIZEND_EURO


def test_what_was_not_reported_has_no_row_and_no_finding() -> None:
    found = read_iv3(odata(GOOD, line(TaakveldBalanspost="6.72b", k_1ePlaatsing_1=None, k_2ePlaatsing_2=None)))
    assert (len(found.rijen), found.bevindingen) == (1, ())


def test_posts_of_the_balance_sheet_stand_apart() -> None:
    found = read_iv3(
        odata(GOOD, line(TaakveldBalanspost="A111", Categorie="S"), line(TaakveldBalanspost="P29d", Categorie="S"))
    )
    assert (found.balans, len(found.rijen), found.bevindingen) == (2, 1, ())


def test_the_total_leaves_out_reserves_and_result_and_adds_no_income_to_expenditure() -> None:
    rest = [
        line(TaakveldBalanspost=code, k_2ePlaatsing_2=amount)
        for code, amount in (("0.10", 1), ("0.11", 2), ("7.1", 30))
    ]
    income = [line(TaakveldBalanspost=code, Categorie="B3.8", k_2ePlaatsing_2=4) for code in ("6.72a", "7.1")]
    found = amounts(read_iv3(odata(GOOD, *rest, *income)))
    assert found["totaal", "lasten", "L"] == 130 * iv3.DUIZEND_EURO
    assert found["totaal", "baten", "B"] == 8 * iv3.DUIZEND_EURO
    assert ("7.1", "lasten", "L3.8") not in found


def test_without_the_other_taakvelden_there_is_no_total() -> None:
    assert not any(row.taakveld == "totaal" for row in read_iv3(odata(GOOD)).rijen)


def test_the_pages_of_a_table_are_one_delivery() -> None:
    files = {
        "TypedDataSet.page1.json": page(GOOD, **{"odata.nextLink": "https://voorbeeld"}),
        "TypedDataSet.page2.json": page(line(TaakveldBalanspost="6.72b")),
        "UntypedDataSet.json": page(line(TaakveldBalanspost="6.72c")),
        "TableInfos.json": INFO,
    }
    found = read_iv3(files)
    assert (found.vorm, found.bevindingen) == ("odata", ())
    assert [row.taakveld for row in found.rijen] == ["6.72a", "6.72b"]


def test_the_csv_of_a_table_gives_the_same_as_its_json() -> None:
    head = '"ID";"Gemeenten";"TaakveldBalanspost";"Categorie";"Verslagsoort";"k_1ePlaatsing_1";"k_2ePlaatsing_2"'
    text = f'\ufeff{head}\r\n"0";"GM0363   ";"6.72a ";"L3.8    ";"2024X005";"90";"100"\r\n'
    found = read_iv3({"iv3.csv": text.encode()})
    assert (found.vorm, found.bevindingen) == ("csv", ())
    assert amounts(found) == amounts(read_iv3(odata(GOOD)))


def test_openspending_gives_the_same_for_the_gemeente_of_its_folder() -> None:
    names = {"GM0363/verslagsoort.csv": b'"2024X005","Jaarrekening 2024"', "GM0363/post.csv": b'"6.72a","x"'}
    rows = (
        '"2024X005","L3.8","6.72a","\\N","100"',
        '"2024X005","B3.8","6.72a","4","\\N"',
        '"2024X005","S1","A111","\\N","9"',
    )
    found = read_iv3({**openspending(*rows), **names})
    assert (found.vorm, found.balans, found.bevindingen) == ("openspending", 1, ())
    assert amounts(found) == {("6.72a", "lasten", "L3.8"): 100_000_00, ("6.72a", "baten", "B3.8"): 4_000_00}


def test_a_wide_file_keeps_an_empty_cell_unknown_and_reads_income_too() -> None:
    columns = "jaar,document,gm_code,lasten_6_72_keur,lasten_6_82_keur,baten_6_72_keur,lasten_sociaal_domein_keur"
    found = read_iv3(wide("2022,jaarrekening,GM0363,5,,2,90", columns=columns))
    assert found.bevindingen == ()
    assert amounts(found) == {
        ("6.72", "lasten", "L"): 500_000,
        ("6.72", "baten", "B"): 200_000,
        ("6", "lasten", "L"): 9_000_000,
    }


def test_quarters_keep_their_name() -> None:
    (row,) = read_iv3(odata(line(Verslagsoort="2024X003"))).rijen
    assert row.document == "kwartaal 3"


@beside_the_sources
def test_the_file_of_all_gemeenten_reads_to_exactly_what_is_shipped() -> None:
    found = read_iv3({"iv3.csv": (SHARED / "iv3_gemeente_jeugd_2017_2026.csv").read_bytes()})
    assert set(codes(found)) == {("IV3_NEGATIEF", "waarschuwing"), ("IV3_NULLEN", "waarschuwing")}
    read = {(r.gemeente, r.jaar, r.document, r.taakveld, r.zijde): r.bedrag for r in found.rijen}
    shipped = {(a.gemeente, a.jaar, a.document, a.taakveld, a.zijde): a.bedrag for a in iv3.bedragen()}
    assert read == shipped


@beside_the_sources
def test_the_sample_of_the_portal_reads_to_what_is_shipped_for_those_gemeenten() -> None:
    folder = SHARED / "cbs_odata_v3_constructed" / "45067NED"
    found = read_iv3({path.name: path.read_bytes() for path in folder.iterdir()})
    assert (found.vorm, codes(found)) == ("odata", [("IV3_VERZAMELCODE", "waarschuwing")])
    shipped = {(a.gemeente, a.document, a.taakveld): a.bedrag for a in iv3.bedragen(jaar=2024)}
    assert len(found.rijen) == 60
    assert all(shipped[row.gemeente, row.document, row.taakveld] == row.bedrag for row in found.rijen)


LEAVES = iv3.subcodes("2023", "6.72")


@given(st.dictionaries(st.sampled_from(LEAVES), st.integers(1, 10**6), min_size=1), st.booleans())
def test_a_sum_never_counts_beside_its_parts(parts: dict[str, int], with_sum: bool) -> None:
    lines = [line(TaakveldBalanspost=code, k_2ePlaatsing_2=amount) for code, amount in parts.items()]
    if with_sum:
        lines.append(line(TaakveldBalanspost="6.72", Categorie="LTOTAAL", k_2ePlaatsing_2=sum(parts.values())))
    found = {row.taakveld: row.bedrag for row in read_iv3(odata(*lines)).rijen}
    assert iv3.roll_up(found, "2023", "6.72") == sum(parts.values()) * iv3.DUIZEND_EURO


@given(st.binary(max_size=300))
def test_no_bytes_make_it_fall(data: bytes) -> None:
    found = read_iv3({"a.csv": data, "TypedDataSet.json": data})
    assert found.bevindingen or found.rijen
