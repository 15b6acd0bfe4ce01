"""Reports of a small synthetic country: what they say in every format, and that a final one never changes."""

import io
import shutil
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from click.testing import CliRunner
from django.test import Client
from lxml import html as lxml_html
from pdfua import validate

from jeugdstelsel.cli.rapport import COMMAND
from jeugdstelsel.model import Fout, GebruikersFout
from jeugdstelsel.reports import archief
from jeugdstelsel.reports.html import als_html
from jeugdstelsel.reports.invoer import Invoer, Setstand, als_json, van_json
from jeugdstelsel.reports.maken import FORMATEN, maak, schrijf, stel_samen
from jeugdstelsel.reports.model import Alinea, Cel, Figuur, Kop, Punt, Rapport, Tabel, Zin, losse_getallen
from jeugdstelsel.reports.pdf import als_pdf
from jeugdstelsel.reports.soort import soorten, vind_soort
from jeugdstelsel.reports.stukken import SYNTHETISCH
from jeugdstelsel.reports.verzamel import Keuze, verzamel
from jeugdstelsel.reports.xlsx import als_xlsx
from jeugdstelsel.services.agenda import lees_post, wijzig
from jeugdstelsel.standaard.agenda import Termijn

WAAR = {"gemeente": Keuze(gemeente="0363"), "regio": Keuze(jeugdregio="JZ01"), "raad": Keuze(gemeente="Amsterdam")}
ALLE = [*soorten()]
EEN_BLAD = ("raad", "jongeren")


def invoer_van(werkmap: Path, soort: str) -> Invoer:
    """Return the inputs of a report about a place that this kind can be about."""
    return verzamel(werkmap, vind_soort(soort), WAAR.get(soort, Keuze()))


def bouwstenen(pdf: pikepdf.Pdf) -> Counter[str]:
    """Return how often each kind of tag stands in a PDF."""
    return Counter(str(element.get("/S", "")) for element in _elementen(pdf.Root.StructTreeRoot))


def _elementen(node: Any) -> Iterator[Any]:
    children = node.get("/K", [])
    for child in children if isinstance(children, pikepdf.Array) else [children]:
        if isinstance(child, pikepdf.Dictionary) and "/S" in child:
            yield child
            yield from _elementen(child)


def voorbeeld(tekst: str = "Gewoon.") -> Rapport:
    """Return a small report with one of everything."""
    return Rapport(
        "voorbeeld", "Een titel", "Een ondertitel", datetime(2026, 2, 1, tzinfo=UTC), ("MERK",), (("Bron", "ons"),),
        (
            Kop("Hoofdstuk"), Alinea(tekst), Zin("Er zijn 12 jongeren."),
            Tabel(tekst, ("Wat", "Hoeveel"), ((Cel(tekst), Cel("12", 12, "#,##0", getal=True)),)),
            Figuur(tekst, f"Lijn van {tekst}", (Punt("2024", 1.0, "1"), Punt("2025", None, "geheim"))),
        ),
    )  # fmt: skip


# --- what a report says ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("soort", ALLE)
def test_every_number_in_a_sentence_stands_in_a_table(werkmap: Path, soort: str) -> None:
    found = stel_samen(invoer_van(werkmap, soort))
    assert any(isinstance(part, Zin) for part in found.delen)
    assert losse_getallen(found) == ()


def test_a_number_that_no_table_holds_is_noticed() -> None:
    report = voorbeeld()
    assert losse_getallen(report) == ()
    assert losse_getallen(replace(report, delen=(*report.delen, Zin("Het zijn er 13.")))) == ("13",)


@pytest.mark.parametrize("soort", ALLE)
def test_a_report_says_that_its_figures_are_invented_and_where_they_come_from(werkmap: Path, soort: str) -> None:
    found = stel_samen(invoer_van(werkmap, soort))
    told = dict(found.over)
    assert SYNTHETISCH in found.merk
    assert told["Synthetisch"].startswith("ja")
    assert told["Uitgave van de cijfers"] == "1, van 1 februari 2026"
    assert told["Zoals bekend op"] == "1 februari 2026"
    assert "iJw" in told["Bronnen"]


def test_what_is_hidden_in_the_release_is_a_word_in_the_report_and_never_a_number(werkmap: Path) -> None:
    invoer = invoer_van(werkmap, "gemeente")
    table = next(p for p in stel_samen(invoer).delen if isinstance(p, Tabel) and p.bijschrift.startswith("Alle"))
    rows = {row[0].tekst: row[1] for row in table.rijen}
    titles = {each.code: each.titel for each in invoer.definities}
    hidden = [
        figure
        for figure in invoer.cijfers
        if (figure.niveau, figure.plaats, figure.periode, figure.uitsplitsing) == ("gemeente", "0363", "2025", "")
        and figure.waarde is None
    ]
    assert hidden
    for figure in hidden:
        assert rows[titles[figure.indicator]].tekst == figure.toestand
        assert rows[titles[figure.indicator]].waarde is None


def test_the_yearly_report_has_the_five_action_lines_with_their_actions_and_indicators(werkmap: Path) -> None:
    found = stel_samen(invoer_van(werkmap, "jaar"))
    tables = {part.bijschrift: part.rijen for part in found.delen if isinstance(part, Tabel)}
    assert [len(tables[f"Acties van actielijn {n}"]) for n in range(1, 6)] == [8, 7, 5, 2, 4]
    assert [len(tables[f"Indicatoren van actielijn {n}"]) for n in range(1, 6)] == [1, 3, 6, 4, 3]


def test_an_indicator_that_nobody_defined_is_shown_as_such_and_never_as_zero(werkmap: Path) -> None:
    found = stel_samen(invoer_van(werkmap, "dossier"))
    missing = next(part for part in found.delen if isinstance(part, Tabel) and part.bijschrift == "Wat ontbreekt")
    states = {row[0].tekst[:5]: row[1].tekst for row in missing.rijen}
    assert {code: states[code] for code in ("RK3.4", "RK4.2", "RK5.2")} == dict.fromkeys(
        ("RK3.4", "RK4.2", "RK5.2"), "nog niet gedefinieerd"
    )


def test_the_totals_that_do_not_add_up_are_shown_with_both_numbers(werkmap: Path) -> None:
    found = stel_samen(invoer_van(werkmap, "jaar"))
    table = next(part for part in found.delen if isinstance(part, Tabel) and part.bijschrift.startswith("Totalen"))
    rows = {(row[0].tekst, row[1].tekst): (row[2].tekst, row[3].tekst, row[4].tekst) for row in table.rijen}
    assert rows["Investeringen: Gemeentefonds", "2023"] == ("82", "87", "tegenstrijdig")
    assert rows["Budgetreeks: regel 1 + 2 + 3", "2024"] == ("6837", "6836", "afronding")


def test_the_dossier_says_that_nothing_is_attributed_while_no_effort_is_recorded(werkmap: Path) -> None:
    told = " ".join(p.tekst for p in stel_samen(invoer_van(werkmap, "dossier")).delen if isinstance(p, Alinea))
    assert "niemand heeft vastgelegd welke inspanning" in told


def test_the_dossier_shows_the_basisset_of_the_year_or_says_that_it_is_empty(eigen: Path) -> None:
    told = " ".join(p.tekst for p in stel_samen(invoer_van(eigen, "dossier")).delen if isinstance(p, Alinea))
    assert "nog geen indicator in de basisset" in told
    filled = replace(invoer_van(eigen, "dossier"), basisset=(Setstand("uitval", "Uitval", "Wat", 2, "2026-01-15"),))
    table = next(p for p in stel_samen(filled).delen if isinstance(p, Tabel) and p.bijschrift == "Basisset van 2025")
    assert [cell.tekst for cell in table.rijen[0]] == ["Uitval", "Wat", "2", "15 januari 2026"]


# --- the three formats ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("soort", ALLE)
def test_the_same_inputs_give_the_same_bytes(werkmap: Path, soort: str) -> None:
    invoer = invoer_van(werkmap, soort)
    report = stel_samen(van_json(als_json(invoer)))
    assert van_json(als_json(invoer)) == invoer
    for make in (als_pdf, als_html, als_xlsx):
        assert make(report) == make(stel_samen(invoer))


@pytest.mark.parametrize("soort", ["gemeente", "raad", "jongeren", "jaar"])
def test_the_pdf_is_tagged_in_dutch_and_passes_the_machine_check(werkmap: Path, soort: str, tmp_path: Path) -> None:
    path = tmp_path / "rapport.pdf"
    invoer = invoer_van(werkmap, soort)
    path.write_bytes(schrijf(invoer, "pdf").inhoud)
    assert validate(str(path)).findings == ()
    with pikepdf.open(path) as pdf:
        assert str(pdf.Root.Lang).lower().startswith("nl")
        assert pdf.Root.MarkInfo.Marked
        with pdf.open_metadata() as meta:
            assert (meta["pdfuaid:part"], meta["pdfaid:part"], meta["pdfaid:conformance"]) == ("1", "2", "A")
        tags = bouwstenen(pdf)
        tables = [part for part in stel_samen(invoer).delen if isinstance(part, Tabel)]
        assert tags["/Table"] == len(tables)
        assert tags["/TH"] >= sum(len(table.kop) for table in tables)
        assert tags["/H1"] >= 3
        assert (len(pdf.pages) == 1) == (soort in EEN_BLAD)


def test_every_page_of_the_pdf_has_the_header_with_the_mark(werkmap: Path) -> None:
    with pikepdf.open(io.BytesIO(schrijf(invoer_van(werkmap, "gemeente"), "pdf").inhoud)) as pdf:
        for page in pdf.pages:
            assert b"/Subtype/Header" in page.Contents.read_bytes()


def test_a_figure_in_the_pdf_has_its_alternative_text() -> None:
    with pikepdf.open(io.BytesIO(als_pdf(voorbeeld()))) as pdf:
        texts = [str(element.Alt) for element in _elementen(pdf.Root.StructTreeRoot) if "/Alt" in element]
    assert texts == ["Lijn van Gewoon."]


LASTIG = 'x #let y = 1 $a$ *vet* [b] \\ "aan" <script>alert(1)</script> & =1+1 @hier'


def test_text_with_signs_of_markup_stays_text_in_every_format() -> None:
    report = voorbeeld(LASTIG)
    assert als_pdf(report).startswith(b"%PDF")
    page = lxml_html.fromstring(als_html(report).decode())
    assert page.findall(".//script") == []
    assert page.findtext(".//caption") == LASTIG
    with zipfile.ZipFile(io.BytesIO(als_xlsx(voorbeeld("=1+1")))) as book:
        assert not any(b"<f>" in book.read(name) for name in book.namelist() if name.startswith("xl/worksheets"))


@pytest.mark.parametrize("soort", ALLE)
def test_the_html_has_one_title_headings_in_order_and_tables_that_can_be_read_aloud(werkmap: Path, soort: str) -> None:
    page = lxml_html.fromstring(schrijf(invoer_van(werkmap, soort), "html").inhoud.decode())
    levels = [int(each.tag[1]) for each in page.iter("h1", "h2", "h3", "h4")]
    assert page.get("lang") == "nl"
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    for table in page.iter("table"):
        assert table.findtext("caption")
        assert {cell.get("scope") for cell in table.iter("th")} == {"col", "row"} or not table.findall(".//tbody/tr")
    captions = [table.findtext("caption") for table in page.iter("table")]
    assert len(captions) == len(set(captions))
    assert all(svg.get("aria-label") for svg in page.iter("svg"))


def test_the_workbook_has_a_sheet_for_every_table_with_numbers_as_numbers(werkmap: Path) -> None:
    invoer = invoer_van(werkmap, "raad")
    tables = [part for part in stel_samen(invoer).delen if isinstance(part, Tabel)]
    with zipfile.ZipFile(io.BytesIO(schrijf(invoer, "xlsx").inhoud)) as book:
        sheets = [name for name in book.namelist() if name.startswith("xl/worksheets/")]
        cells = book.read("xl/worksheets/sheet2.xml")
        assert b"2026-02-01T09:00:00Z" in book.read("docProps/core.xml")
    assert len(sheets) == len(tables) + 2
    assert (
        cells.count(b"<v>") - cells.count(b't="s"')
        == sum(cell.waarde is not None for row in tables[0].rijen for cell in row)
        > 0
    )


# --- a final yearly report ------------------------------------------------------------------------------------------


@pytest.fixture
def eigen(werkmap: Path, tmp_path: Path) -> Path:
    """A work folder of its own with the same releases."""
    shutil.copytree(werkmap / "uitgaven", tmp_path / "werkmap/uitgaven")
    return tmp_path / "werkmap"


def test_a_final_report_is_made_again_to_the_byte_from_its_stored_inputs(eigen: Path) -> None:
    done = archief.stel_vast(eigen, Keuze(), wie="bestuur", waarom="besluit van het bestuurlijk overleg")
    shutil.rmtree(eigen / "uitgaven")
    assert (done.jaar, done.wie) == ("2025", "bestuur")
    assert archief.herhaal(eigen, "2025") == dict.fromkeys(FORMATEN, True)


def test_a_final_report_is_no_longer_a_draft_and_cannot_be_made_final_again(eigen: Path) -> None:
    assert b"CONCEPT" in schrijf(invoer_van(eigen, "jaar"), "html").inhoud
    archief.stel_vast(eigen, Keuze(), wie="bestuur", waarom="besluit")
    kept = archief.lees(eigen, "2025", "html").inhoud
    assert b"CONCEPT" not in kept
    with pytest.raises(GebruikersFout, match="al vastgesteld"):
        archief.stel_vast(eigen, Keuze(), wie="ander", waarom="nog eens")
    assert archief.lees(eigen, "2025", "html").inhoud == kept


def test_a_final_report_needs_a_reason(eigen: Path) -> None:
    with pytest.raises(GebruikersFout, match="waarom"):
        archief.stel_vast(eigen, Keuze(), wie="bestuur", waarom=" ")
    assert archief.vastgestelde(eigen) == ()
    archief.stel_vast(eigen, Keuze(), wie="bestuur", waarom="besluit")


def test_a_final_report_that_someone_changed_on_disk_is_not_given(eigen: Path) -> None:
    archief.stel_vast(eigen, Keuze(), wie="bestuur", waarom="besluit")
    path = eigen / "rapporten/2025/rapport.html"
    path.write_bytes(path.read_bytes() + b" ")
    with pytest.raises(Fout, match="niet het bestand dat is vastgesteld"):
        archief.lees(eigen, "2025", "html")


def test_a_report_that_is_kept_is_made_again_when_a_register_changes(eigen: Path) -> None:
    ask = ("dossier", Keuze(bekend_op=date.today()), "html")
    before = maak(eigen, *ask)
    assert maak(eigen, *ask) is before
    post = lees_post(eigen, "acties", "1.3")
    term = Termijn("Gereed Q4 2031", date(2031, 12, 31), "loopt", "later")
    wijzig(eigen, "acties", "1.3", term, wie="redacteur", waarom="besluit", vanaf=date.today(), verwacht=post.versie)
    after = maak(eigen, *ask)
    assert b"Gereed Q4 2031" not in before.inhoud
    assert b"Gereed Q4 2031" in after.inhoud
    assert maak(eigen, "dossier", Keuze(), "html").inhoud.count(b"Gereed Q4 2031") == 0


# --- one command ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("soort", ALLE)
def test_one_command_makes_one_report(werkmap: Path, soort: str, tmp_path: Path) -> None:
    where = {"gemeente": ["--gemeente", "Amsterdam"], "raad": ["--gemeente", "0363"], "regio": ["--jeugdregio", "JZ01"]}
    asked = [soort, *where.get(soort, []), "--werkmap", str(werkmap), "--uit", str(tmp_path), "--formaat", "html"]
    run = CliRunner().invoke(COMMAND, asked)
    assert run.exit_code == 0, run.output
    assert [path.suffix for path in tmp_path.iterdir()] == [".html"]


def test_the_six_kinds_of_report_stand_in_order_of_their_readers() -> None:
    assert ALLE == ["jaar", "dossier", "regio", "gemeente", "raad", "jongeren"]


@pytest.mark.parametrize(
    ("keuze", "soort", "zin"),
    [
        (Keuze(gemeente="0363"), "regio", "gaat over: jeugdregio"),
        (Keuze(gemeente="Nergens"), "gemeente", "bestaat niet"),
        (Keuze(gemeente="0363", jeugdregio="JZ01"), "gemeente", "niet allebei"),
        (Keuze(jaar="1999"), "jaar", "Kies uit: 2025"),
        (Keuze(bekend_op=date(2020, 1, 1)), "jaar", "nog geen uitgave"),
    ],
)
def test_what_cannot_be_made_is_refused_with_what_to_do(werkmap: Path, keuze: Keuze, soort: str, zin: str) -> None:
    with pytest.raises(GebruikersFout, match=zin):
        verzamel(werkmap, vind_soort(soort), keuze)


# --- on the website -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("formaat", FORMATEN)
def test_a_visitor_downloads_a_report_in_every_format(bezoeker: Client, formaat: str) -> None:
    answer = bezoeker.get(f"/rapport/raad/{formaat}?gemeente=0363")
    assert answer.status_code == 200
    assert answer["Content-Type"] == FORMATEN[formaat].soort
    assert f"raad-0363-2025.{formaat}" in answer["Content-Disposition"]
    assert "style-src 'sha256-" in answer["Content-Security-Policy"]


def test_every_download_on_the_page_of_reports_opens(bezoeker: Client) -> None:
    for address in ("/rapporten", "/rapporten?gemeente=0363", "/rapporten?jeugdregio=JZ01"):
        page = lxml_html.fromstring(bezoeker.get(address).content.decode())
        links = page.xpath("//*[contains(@class, 'downloads')]/a/@href")
        assert len(links) >= 3
        for link in links:
            assert bezoeker.get(link).status_code == 200, link


@pytest.mark.parametrize(
    ("adres", "status"),
    [
        ("/rapport/raad/docx?gemeente=0363", 404), ("/rapport/geheim/pdf", 404), ("/rapport/raad/pdf", 400),
        ("/rapport/jaar/html?jaar=1999", 400), ("/rapporten?gemeente=9999", 400),
        ("/rapporten?gemeente=0363&jeugdregio=JZ01", 400), ("/rapport/jaar/html?bekend_op=gisteren", 400),
    ],
)  # fmt: skip
def test_a_wrong_address_of_a_report_gives_the_right_status(bezoeker: Client, adres: str, status: int) -> None:
    assert bezoeker.get(adres).status_code == status
