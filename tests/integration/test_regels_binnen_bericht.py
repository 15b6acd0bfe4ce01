"""The rules within a message find what the official check finds in every test vector, and nothing more."""

import csv
import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from jeugdstelsel.services.check import check_documents, check_paths

VECTOREN = Path(__file__).parents[3] / "shared" / "standards" / "ijw" / "testvectoren"
VERWACHT = VECTOREN / "binnen_bericht_verwacht.csv"
pytestmark = pytest.mark.skipif(not VERWACHT.is_file(), reason="de testvectoren van iJw zijn hier niet aanwezig")


Verdicts = dict[str, tuple[bool, list[str]]]


def read_expected() -> dict[str, Verdicts]:
    """Return {berichtsoort: {file: (valid, codes of the broken rules)}}."""
    expected: dict[str, Verdicts] = {}
    with VERWACHT.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            verdict = (row["xsd_geldig"] == "ja", sorted(row["xslt_codes"].split()))
            expected.setdefault(row["bericht"], {})[row["bestand"]] = verdict
    return expected


def judge(bestanden: Iterable[str]) -> Verdicts:
    verdicts = check_paths([VECTOREN / "binnen_bericht" / bestand for bestand in bestanden])
    return {Path(verdict.bestand).name: (verdict.geldig, sorted(verdict.regels)) for verdict in verdicts}


def test_every_vector_gets_the_expected_verdict() -> None:
    expected = {bestand: verdict for vectors in read_expected().values() for bestand, verdict in vectors.items()}
    assert judge(expected) == expected


def test_one_kind_of_message_gets_the_same_verdicts_without_the_other_kinds() -> None:
    for vectors in read_expected().values():
        assert judge(vectors) == vectors


# a valid vector, what is replaced in it (first occurrence), and the rules that this breaks
RELATIE = """</jw301:Naam><jw301:Relaties><jw301:Relatie><jw301:Nummer>1</jw301:Nummer><jw301:Soort>10</jw301:Soort>
<jw301:Naam><ijw:Geslachtsnaam><ijw:Achternaam>Voorbeeld</ijw:Achternaam></ijw:Geslachtsnaam>
<ijw:NaamGebruik>2</ijw:NaamGebruik></jw301:Naam><jw301:Contact><jw301:Soort>02</jw301:Soort></jw301:Contact>
</jw301:Relatie></jw301:Relaties>"""
OMVANG = re.compile(r"<(jw3\d\d):Omvang>.*?</jw3\d\d:Omvang>", re.DOTALL)
PRESTATIE = re.compile(r"<jw3\d\d:Prestatie>.*?</jw3\d\d:Prestatie>", re.DOTALL)
AANGEVRAAGD = re.compile(r"<jw315:AangevraagdProduct>.*?</jw315:AangevraagdProduct>", re.DOTALL)
EINDDATUM = re.compile(r"<jw3\d\d:Einddatum>[^<]*</jw3\d\d:Einddatum>")
BROKEN: list[tuple[str, list[tuple[str | re.Pattern[str], str]], str]] = [
    ("v001_JW301", [("<ijw:LandCode>NL</ijw:LandCode>", "")], "CD005"),
    ("v001_JW301", [("<ijw:Postcode>1315XC</ijw:Postcode>", "")], "CD005 CD034 CS089 TR006"),
    ("v001_JW301", [("</jw301:Adres>", "</jw301:Adres><jw301:Periode/>")], "CD009"),
    ("v001_JW301", [(OMVANG, "")], "CD041"),
    ("v001_JW301", [(OMVANG, r"<\1:Budget>1000</\1:Budget>"), ("<ijw:Code>45A04</ijw:Code>", "")], ""),
    (
        "v001_JW301",
        [(OMVANG, r"<\1:Budget>1000</\1:Budget>"), ("<ijw:Code>45A04</ijw:Code>", ""), (EINDDATUM, "")],
        "CD075",
    ),
    ("v001_JW301", [(EINDDATUM, "")], "CD076"),
    ("v001_JW301", [("999900018", "999900019")], "CS002"),
    ("v001_JW301", [("<ijw:NaamGebruik>1<", "<ijw:NaamGebruik>6<")], "CS318"),
    ("v001_JW301", [(EINDDATUM, r"\g<0><jw301:RedenWijziging>01</jw301:RedenWijziging>")], "CS336"),
    ("v001_JW301", [("</jw301:Naam>", RELATIE)], "CS050 TR006"),
    ("v004_JW315", [("<ijw:Type>02<", "<ijw:Type>06<")], "CD068"),
    ("v004_JW315", [("<ijw:Eenheid>04<", "<ijw:Eenheid>14<"), ("<ijw:Frequentie>2<", "<ijw:Frequentie>1<")], "CS343"),
    ("v004_JW315", [(AANGEVRAAGD, r"\g<0>\g<0>"), ("<ijw:Code>45A04<", "<ijw:Code>45A05<")], "TR101 TR383"),
    ("v005_JW317", [("<ijw:Code>41A03</ijw:Code>", "")], "CD096"),
    ("v005_JW317", [(re.compile(r"<jw317:TeWijzigenProducten>.*</jw317:NieuweProducten>", re.DOTALL), "")], "TR353"),
    ("v005_JW317", [(">2026-06-01<", ">2025-06-01<")], "TR380"),
    (
        "v006_JW319",
        [("</jw319:VerzoekAntwoord>", r"\g<0><jw319:RedenAfwijzingVerzoek>2</jw319:RedenAfwijzingVerzoek>")],
        "CD086",
    ),
    (
        "v006_JW319",
        [
            (
                "</jw319:VerzoekAntwoord>",
                r"\g<0><jw319:Woonplaatsbeginsel><jw319:Gemeente>0363</jw319:Gemeente></jw319:Woonplaatsbeginsel>",
            )
        ],
        "",
    ),
    (
        "v007_JW323",
        [("<jw323:Eenheid>04<", "<jw323:Eenheid>83<"), ("<jw323:ProductTarief>9875</jw323:ProductTarief>", "")],
        "CS339",
    ),
    ("v152_JW325", [(PRESTATIE, r"\g<0>\g<0>")], "TR101 TR342"),
    ("v152_JW325", [("<ijw:Einddatum>2026-02-28<", "<ijw:Einddatum>2026-03-13<")], "TR137"),
    ("v152_JW325", [("<ijw:Begindatum>2026-02-02<", "<ijw:Begindatum>2026-03-13<")], "TR134 TR137"),
    (
        "v152_JW325",
        [("</ijw:ReferentieNummer>", r"\g<0><ijw:VorigReferentieNummer>P0</ijw:VorigReferentieNummer>")],
        "CD060",
    ),
]


@pytest.mark.parametrize(("vector", "edits", "regels"), BROKEN)
def test_a_valid_message_with_one_thing_changed_breaks_exactly_the_rules_on_it(
    vector: str, edits: list[tuple[str | re.Pattern[str], str]], regels: str
) -> None:
    (path,) = (VECTOREN / "binnen_bericht").glob(f"{vector}_*")
    text = path.read_text(encoding="utf-8")
    for old, new in edits:
        pattern = re.compile(re.escape(old)) if isinstance(old, str) else old
        text, count = pattern.subn(new, text, count=1)
        assert count == 1
    (verdict,) = check_documents([(path.name, text.encode())])
    assert (verdict.geldig, " ".join(verdict.regels)) == (True, regels)
