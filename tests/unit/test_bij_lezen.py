"""Every kind of bad input in Beleidsinformatie gets its own finding, with the line, and never stops the rest."""

from pathlib import Path

import pytest
from bijlevering import AANBIEDER, ANDER, BSN, GOED, ONBEKEND, ONGEBOREN, make_file
from hypothesis import given, settings
from hypothesis import strategies as st

from jeugdstelsel.ingest import bij
from jeugdstelsel.ingest.bij import read_delivery
from jeugdstelsel.ingest.bij_meldingen import MELDINGEN
from jeugdstelsel.model import Ernst
from jeugdstelsel.standaard.bij import read_indeling

HULP, JB, JR = "jeugdhulp", "jeugdbescherming", "jeugdreclassering"
GEEINDIGD = {"datum_einde": "20250301", "reden_beeindiging": "01"}
ONGEBORENE = {"bsn": ONGEBOREN, "geboortedatum": "00000000", "geslacht": "O"}
STAY = {"hulpvorm": "11", "datum_aanvang": "20240101"}
TWIN = {"bsn": ONBEKEND}

LINES = {
    "an aanbieder of seven digits": ("BIJ_AANBIEDER", HULP, [{"aanbieder": "1234567"}]),
    "a period that is no half year": ("BIJ_PERIODE_VORM", HULP, [{"periode": "2025-1"}]),
    "a third half year": ("BIJ_PERIODE_VORM", HULP, [{"periode": "2025-H3"}]),
    "a half year for jeugdreclassering": ("BIJ_PERIODE_VORM", JR, [{"periode": "2025-H1"}]),
    "a second aanbieder in one file": ("BIJ_AFZENDER", HULP, [{}, {"bsn": ANDER, "aanbieder": "99990002"}]),
    "a second period in one file": ("BIJ_AFZENDER", HULP, [{}, {"bsn": ANDER, "periode": "2024-H2"}]),
    "no geslacht": ("BIJ_VERPLICHT", HULP, [{"geslacht": ""}]),
    "no aanvang": ("BIJ_VERPLICHT", HULP, [{"datum_aanvang": ""}]),
    "a BSN that lost its leading zero": ("BIJ_BSN_VORM", HULP, [{"bsn": BSN[:-1]}]),
    "a BSN that fails the elfproef": ("BIJ_BSN_ELFPROEF", HULP, [{"bsn": BSN[:-1] + "9"}]),
    "the code of 2014 for an unknown BSN": ("BIJ_BSN_VERWISSELD", HULP, [{"bsn": ONGEBOREN}]),
    "the code of 2014 for an unborn child": ("BIJ_BSN_VERWISSELD", HULP, [ONGEBORENE | {"bsn": ONBEKEND}]),
    "nine zeros in a field of eight": ("BIJ_ONGEBOREN_NEGEN", HULP, [ONGEBORENE | {"geboortedatum": "0" * 9}]),
    "the unborn child of 2015": ("BIJ_ONGEBOREN_2015", HULP, [ONGEBORENE | {"geboortedatum": "9" * 8}]),
    "a day of birth that does not exist": ("BIJ_GEBOORTEDATUM", HULP, [{"geboortedatum": "20120231"}]),
    "a known day in an unknown month": ("BIJ_GEBOORTEDATUM", HULP, [{"geboortedatum": "20120012"}]),
    "a birth after the period": ("BIJ_GEBOORTEDATUM", HULP, [{"geboortedatum": "20250701"}]),
    "unborn, with a BSN": ("BIJ_GEBOORTEDATUM", HULP, [{"geboortedatum": "00000000"}]),
    "23 years old at the start": ("BIJ_LEEFTIJD", HULP, [{"geboortedatum": "20020110"}]),
    "a postcode without letters": ("BIJ_WOONPLAATS", HULP, [{"woonplaats": "1012"[:3]}]),
    "the name of a place": ("BIJ_WOONPLAATS", HULP, [{"woonplaats": "Voorbeeldstad"}]),
    "a gemeente that does not exist": ("BIJ_GEMEENTE", HULP, [{"woonplaats": "9999"}]),
    "a gemeente of the past": ("BIJ_GEMEENTE", HULP, [{"woonplaats": "0788"}]),
    "a verwijzer that is not in the list": ("BIJ_CODE", HULP, [{"verwijzer": "09"}]),
    "a code without its zero": ("BIJ_CODE", HULP, [{"hulpvorm": "2"}]),
    "verwijzer 07, of 2015 only": ("BIJ_CODE_VERVALLEN", HULP, [{"verwijzer": "07"}]),
    "the perspectief of 2014": ("BIJ_CODE_VERVALLEN", HULP, [{"gestart_met_crisis": "04"}]),
    "a reason of 2015 at jeugdreclassering": (
        "BIJ_CODE_VERVALLEN", JR, [{"datum_einde": "20250301", "reden_beeindiging": "21"}],
    ),
    "a date with dashes": ("BIJ_DATUM", HULP, [{"datum_aanvang": "2025-01-10"}]),
    "the thirtieth of February": ("BIJ_DATUM", HULP, [{"datum_aanvang": "20250230"}]),
    "a start on an unknown day": ("BIJ_DATUM_ONBEKEND", HULP, [{"datum_aanvang": "20250100"}]),
    "an end before the start": ("BIJ_EINDE_VOOR_AANVANG", HULP, [GEEINDIGD | {"datum_aanvang": "20250401"}]),
    "a start after the period": ("BIJ_TOEKOMST", HULP, [{"datum_aanvang": "20250701"}]),
    "an end told beforehand": ("BIJ_TOEKOMST", HULP, [GEEINDIGD | {"datum_einde": "20250701"}]),
    "help that ended before the period": (
        "BIJ_BUITEN_PERIODE", HULP, [GEEINDIGD | {"datum_aanvang": "20240901", "datum_einde": "20241231"}],
    ),
    "a reason and no end": ("BIJ_REDEN_ZONDER_EINDE", HULP, [{"reden_beeindiging": "01"}]),
    "an end and no reason": ("BIJ_EINDE_ZONDER_REDEN", HULP, [{"datum_einde": "20250301"}]),
    "a wijkteam with a huisarts as verwijzer": ("BIJ_WIJKTEAM", HULP, [{"hulpvorm": "01"}]),
    "the same key twice": ("BIJ_DUBBEL", HULP, [{}, {}]),
    "a maatregel twice": ("BIJ_DUBBEL", JB, [{}, {}]),
    "perhaps twins": ("BIJ_TWEELING", HULP, [TWIN | {"kenmerk": "a"}, TWIN | {"kenmerk": "b"}]),
    "two stretches that overlap": ("BIJ_OVERLAP", HULP, [GEEINDIGD, {"datum_aanvang": "20250215"}]),
    "ambulant help during pleegzorg": ("BIJ_AMBULANT_BIJ_VERBLIJF", HULP, [STAY, GEEINDIGD]),
    "a score of eleven": ("BIJ_UITKOMST_BEREIK", HULP, [GEEINDIGD | {"informant_1": "ouder", "nut_1": "11"}]),
    "a score of zero": ("BIJ_UITKOMST_BEREIK", HULP, [GEEINDIGD | {"informant_1": "ouder", "nut_1": "0"}]),
    "a score with a comma": ("BIJ_UITKOMST_BEREIK", HULP, [GEEINDIGD | {"informant_1": "ouder", "nut_1": "7,5"}]),
    "a score of nobody": ("BIJ_INFORMANT", HULP, [GEEINDIGD | {"nut_1": "7"}]),
    "two scores of the same parent": (
        "BIJ_INFORMANT", HULP,
        [GEEINDIGD | {"informant_1": "ouder", "nut_1": "7", "informant_2": "ouder", "nut_2": "8"}],
    ),
    "four scores on one record": (
        "BIJ_METINGEN", HULP, [GEEINDIGD | {"informant_1": "ouder", "nut_1": "7", "informant_2": "jeugdige"}] * 2,
    ),
    "jeugdreclassering among jeugdbescherming": ("BIJ_SOORT", JB, [{"maatregel": "41"}]),
    "a reason of voogdij at an ots": (
        "BIJ_REDEN_MAATREGEL", JB, [{"datum_einde": "20250301", "reden_beeindiging": "12"}],
    ),
    "a maatregel without any begin": ("BIJ_MAATREGEL_ZONDER_BEGIN", JB, [{"datum_aanvang": ""}]),
    "a machtiging without a date": ("BIJ_MACHTIGING", JB, [{}, {"maatregel": "72", "datum_aanvang": ""}]),
    "a machtiging without a maatregel": ("BIJ_MACHTIGING_LOS", JB, [{"maatregel": "72"}]),
    "handed over and ended": (
        "BIJ_OVERDRACHT", JB, [{"datum_einde": "20250301", "reden_beeindiging": "04", "datum_overgedragen": "20250301"}],
    ),
    "handed over before it began": ("BIJ_OVERDRACHT", JB, [{"datum_overgedragen": "20250109"}]),
    "an end of jeugdreclassering without nazorg": (
        "BIJ_RECLASSERING", JR, [{"datum_einde": "20250301", "reden_beeindiging": "41", "erkende_interventie": "01"}],
    ),
    "nazorg while it still runs": ("BIJ_RECLASSERING", JR, [{"nazorg": "51"}]),
}  # fmt: skip
"""What is wrong, the code it gets, and the lines; the last line is the wrong one."""

BESIDE = {"BIJ_METINGEN": {"BIJ_DUBBEL"}}
"""What cannot go wrong alone: measurements are too many only when lines are merged."""

HEADING = make_file().decode()
FILES = {
    "nothing at all": ("BIJ_LEEG", b""),
    "only a heading": ("BIJ_LEEG", HEADING.encode()),
    "UTF-16 of an old spreadsheet": ("BIJ_CODERING", make_file({}).decode().encode("utf-16")),
    "bytes of no known encoding": ("BIJ_CODERING", make_file({"kenmerk": "x"}).replace(b"x", b"\x81")),
    "an XLSX": ("BIJ_GEEN_CSV", b"PK\x03\x04\0\0rest"),
    "a quote that never closes": ("BIJ_GEEN_CSV", make_file({"kenmerk": '"x'})),
    "another table": ("BIJ_KOP", b"naam;adres\nx;y\n"),
    "a column twice": ("BIJ_KOP", HEADING.replace("kenmerk", "bsn").encode()),
    "a third measurement": ("BIJ_KOP", HEADING.replace("kenmerk", "nut_3").encode()),
    "an old encoding, which is read": ("BIJ_CP1252", make_file({"kenmerk": "x"}).replace(b"x", b"\xeb")),
    "a column too many": ("BIJ_KOLOMMEN", make_file({"kenmerk": "x;y"})),
    "a column too few": ("BIJ_KOLOMMEN", make_file({})[:-5] + b"\n"),
}
OUTSIDE = {"BIJ_PERIODE_LOOPT", "BIJ_CORRECTIE_TE_OUD", "BIJ_LAAT"}
"""What only the day of receipt can tell; tests/integration/test_bij.py."""
LARGE = {"BIJ_TE_GROOT", "BIJ_MEER"}


def codes(data: bytes) -> set[str]:
    return {finding.regel for finding in read_delivery(data).findings}


@pytest.mark.parametrize(("code", "soort", "lines"), LINES.values(), ids=LINES)
def test_a_wrong_line_gets_its_finding_with_its_number(code: str, soort: str, lines: list[dict[str, str]]) -> None:
    findings = read_delivery(make_file(*lines, soort=soort)).findings
    mine = [finding for finding in findings if finding.regel == code]
    assert {finding.regel for finding in findings if finding not in mine} == BESIDE.get(code, set())
    assert mine[-1].regelnummer == len(lines) + 1
    assert mine[-1].plaats.startswith(f"regel {len(lines) + 1}")


@pytest.mark.parametrize(("code", "data"), FILES.values(), ids=FILES)
def test_a_wrong_file_gets_its_finding(code: str, data: bytes) -> None:
    assert codes(data) == {code}


def test_a_file_beyond_all_measure_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bij, "MAX_BYTES", 100)
    assert codes(make_file({})) == {"BIJ_TE_GROOT"}


def test_of_endless_faults_only_the_first_thousand_are_named() -> None:
    bestand = read_delivery(make_file(*[{"geslacht": "X"}] * 1500))
    assert len(bestand.findings) == 1001
    assert bestand.afgekeurd == 1500
    assert "BIJ_MEER" in {finding.regel for finding in bestand.findings}


def test_every_code_is_shown_here_and_in_the_manual() -> None:
    shown = {code for code, *_ in LINES.values()} | {code for code, _ in FILES.values()} | OUTSIDE | LARGE
    page = (Path(__file__).parents[2] / "docs/handleiding/beleidsinformatie.md").read_text(encoding="utf-8")
    assert shown == set(MELDINGEN)
    told = {code: f"| {code} | {m.ernst} | {m.wat} | {m.doe} |" for code, m in MELDINGEN.items()}
    assert [code for code, row in told.items() if row not in page] == []


def test_a_wrong_line_does_not_stop_the_others() -> None:
    bestand = read_delivery(make_file({}, {"bsn": ANDER, "verwijzer": "99"}, {"bsn": ANDER}))
    assert (bestand.regels, bestand.afgekeurd, [record.regel for record in bestand.records]) == (3, 1, [2, 4])
    assert bestand.bruikbaar and not bestand.in_orde


def test_a_warning_leaves_the_line_in() -> None:
    bestand = read_delivery(make_file({"hulpvorm": "01"}))
    assert bestand.in_orde
    assert [record.verwijzer for record in bestand.records] == ["06"]
    assert {finding.ernst for finding in bestand.findings} == {Ernst.WAARSCHUWING}


def test_a_finding_never_quotes_the_line() -> None:
    wrong = {"bsn": "1" * 9, "geboortedatum": "31121999", "woonplaats": "Bij oma", "verwijzer": "buurvrouw"}
    said = " ".join(f"{f.plaats} {f.tekst}" for f in read_delivery(make_file(wrong)).findings)
    assert not any(value in said for value in wrong.values())
    headless = b"Jan de Vries;Dorpsplein 1\n"
    assert "Jan" not in str(read_delivery(headless).findings)


@pytest.mark.parametrize("geboortedatum", ["20120504", "20120500", "20120000"])
def test_a_day_or_month_of_birth_may_be_unknown(geboortedatum: str) -> None:
    assert codes(make_file({"geboortedatum": geboortedatum})) == set()


def test_an_unborn_child_and_a_child_without_bsn_are_told_apart() -> None:
    bestand = read_delivery(make_file(ONGEBORENE, {"bsn": ONBEKEND}))
    assert bestand.findings == ()
    assert [record.jeugdige.bsn_soort for record in bestand.records] == ["ongeboren", "onbekend"]


def test_help_may_begin_before_birth() -> None:
    assert codes(make_file({"geboortedatum": "20250601", "datum_aanvang": "20250110"})) == set()


@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_any_usual_separator_a_byte_order_mark_and_empty_lines_are_read(separator: str) -> None:
    data = b"\xef\xbb\xbf" + make_file({}, separator=separator).replace(b"\n", b"\r\n") + b"\r\n\r\n"
    bestand = read_delivery(data)
    assert (bestand.findings, bestand.regels) == ((), 1)


def test_the_order_of_the_columns_is_free_and_the_outcome_may_be_left_out() -> None:
    line = GOED["jeugdhulp"] | {"datum_einde": "", "reden_beeindiging": ""}
    names = sorted(line, reverse=True)
    bestand = read_delivery(f"{';'.join(names).upper()}\n{';'.join(line[name] for name in names)}\n".encode())
    assert (bestand.findings, bestand.aanbieder, len(bestand.records)) == ((), AANBIEDER, 1)


def test_columns_of_the_cbs_can_be_named_in_a_file_of_your_own() -> None:
    mine = {"AGB": "aanbieder", "Tijdvak": "periode", "Nummer": "bsn", "Geboren": "geboortedatum", "MV": "geslacht",
            "Plaats": "woonplaats", "Maatregel": "maatregel", "Van": "datum_aanvang", "Tot": "datum_einde",
            "Reden": "reden_beeindiging", "Weg": "datum_overgedragen", "Gekregen": "datum_overgedragen_gekregen"}  # fmt: skip
    toml = 'scheidingsteken = ";"\ndatum = "%d-%m-%Y"\n[jeugdbescherming]\n'
    layout = read_indeling(toml + "".join(f'{column.lower()} = "{field}"\n' for column, field in mine.items()))
    good = GOED["jeugdbescherming"] | {"datum_aanvang": "10-01-2025", "geboortedatum": "04-05-2012"}
    data = f"{';'.join(mine)}\n{';'.join(good.get(field, '') for field in mine.values())}\n".encode()
    bestand = read_delivery(data, layout)
    assert bestand.findings == ()
    assert bestand.records[0].jeugdige.geboortedatum == "20120504"


def test_only_a_file_in_which_every_line_says_so_is_synthetic() -> None:
    invented = {"kenmerk": "SYNTHETISCH-1"}
    assert read_delivery(make_file(invented, invented | {"bsn": ANDER})).synthetisch
    assert not read_delivery(make_file(invented, {"bsn": ANDER})).synthetisch


MANY = make_file({}, {"bsn": ANDER} | GEEINDIGD, {"bsn": ONBEKEND}, ONGEBORENE)


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300))
def test_no_bytes_whatever_stop_the_reader(data: bytes) -> None:
    bestand = read_delivery(data)
    assert bestand.findings and not bestand.bruikbaar


@settings(max_examples=300, deadline=None)
@given(st.integers(0, len(MANY) - 1), st.binary(max_size=4), st.integers(0, 4))
def test_no_damage_to_a_good_file_stops_the_reader_or_shows_a_person(at: int, put: bytes, cut: int) -> None:
    bestand = read_delivery(MANY[:at] + put + MANY[at + cut :])
    assert bestand.afgekeurd <= bestand.regels
    said = " ".join(f"{finding.plaats} {finding.tekst}" for finding in bestand.findings)
    assert BSN not in said and ANDER not in said
