"""The published forms of Iv3 as lines: OData v3 pages, long and wide CSV, and the layout of OpenSpending."""

import csv
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import StringIO
from pathlib import PurePath
from typing import Any, TypeAlias

from jeugdstelsel.model import Finding

DIMENSIES = ("Gemeenten", "TaakveldBalanspost", "Categorie", "Verslagsoort")
OPENSPENDING = ("Verslagsoort", "Categorie", "Post", "Lasten", "Baten")
CODELIJSTEN = ("verslagsoort", "post", "categorie")
"""Files beside the data of OpenSpending; only the names of the verslagsoorten are read."""
_PLAATSING = re.compile(r"k_([12])ePlaatsing(?:_\d+)?")
_BREED = re.compile(r"(lasten|baten)_(totaal|sociaal_domein|\d_\d{1,3}[a-d]?)_keur")
_EENHEID = re.compile(r"(?:x\s*)?1\s?000\s*euro", re.I)
_KOP = re.compile(rb"\s*<(?:!doctype\s+html|html|head|body)", re.I)
_FOLDER = re.compile(r"(?:^|/)(GM\d{4})/")
_KNOWN = {"totaal": "totaal", "sociaal_domein": "6"}


@dataclass(frozen=True, slots=True)
class Regel:
    """One amount as it stands in a file, not yet judged; keys are stripped of their padding.

    `jaar` and `soort` are what the file itself says of the year and the document, empty when it is silent.
    `verzameld` means that the form gives sums per taakveld. `overkant` is what stands on the other side of the line.
    """

    bestand: str
    nummer: int
    gemeente: str
    verslagsoort: str
    taakveld: str
    categorie: str
    bedrag: object
    jaar: str = ""
    soort: str = ""
    verzameld: bool = False
    overkant: object = None


Uitkomst: TypeAlias = Iterator[Regel | Finding]


@dataclass(frozen=True)
class Vorm:
    """A recognised delivery: the name of its form, and its lines with what is wrong with them."""

    naam: str
    regels: Uitkomst


def recognise(files: Mapping[str, bytes]) -> Vorm | Finding:
    """Recognise the files of one delivery by their content, or say why nothing can be read from it.

    The files of OpenSpending do not name their gemeente: it is the folder they lie in, such as `GM0363/data.csv`.
    """
    if not files:
        return Finding("IV3_LEEG", "levering", "Er staan geen bestanden in de levering. Lever de Iv3-gegevens aan.")
    texts: dict[str, str] = {}
    for name, data in files.items():
        text = _decode(name, data)
        if isinstance(text, Finding):
            return text
        texts[name] = text
    if any(text.lstrip("\ufeff \r\n\t").startswith(("{", "[")) for text in texts.values()):
        return _open_odata(texts)
    return _open_csv(texts)


def _decode(name: str, data: bytes) -> str | Finding:
    if not data.strip():
        return Finding("IV3_LEEG", name, "Dit bestand is leeg. Haal het opnieuw op en lever het nog een keer aan.")
    if _KOP.match(data.removeprefix(b"\xef\xbb\xbf")):
        tekst = "Dit is een webpagina en geen gegevens. Gebruik het OData-adres of de CSV-knop en haal het opnieuw op."
        return Finding("IV3_HTML", name, tekst)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = "\0"
    if "\0" in text:
        return Finding(
            "IV3_CODERING", name, "Dit bestand is niet in UTF-8. Sla het op als UTF-8 en lever het opnieuw aan."
        )
    return text


def make_key(value: object) -> str:
    """Return a code without the spaces CBS pads it with; what is no text becomes empty."""
    return value.strip() if isinstance(value, str) else ""


# --- OData v3 -------------------------------------------------------------------------------------------------------


def _open_odata(texts: Mapping[str, str]) -> Vorm | Finding:
    """Open the pages of a table with what lies beside them: its year, its unit and its verslagsoorten."""
    parts: dict[str, Mapping[str, Any]] = {}
    for name, text in texts.items():
        part = _read_json(name, text)
        if isinstance(part, Finding):
            return part
        parts[name] = part
    pages = {name: part for name, part in parts.items() if _is_page(name, part["value"], alone=len(parts) == 1)}
    typed = {name: page for name, page in pages.items() if not PurePath(name).name.startswith("Untyped")}
    pages = typed or pages
    problem = _judge_pages(pages, parts)
    if problem:
        return problem
    rows = ((name, n, row) for name, page in pages.items() for n, row in enumerate(page["value"], start=1))
    return Vorm("odata", _odata_lines(rows, _year_of(parts), _names_of(parts)))


def _read_json(name: str, text: str) -> Mapping[str, Any] | Finding:
    try:
        part = json.loads(text)
    except (ValueError, RecursionError):
        tekst = (
            "Dit JSON-bestand houdt halverwege op of is beschadigd. Haal het opnieuw op en lever het nog een keer aan."
        )
        return Finding("IV3_JSON", name, tekst)
    if isinstance(part, dict) and ("odata.error" in part or "error" in part):
        tekst = (
            "Dit is een foutmelding van de server en geen gegevens. Controleer het tabelnummer en haal het opnieuw op."
        )
        return Finding("IV3_FOUTMELDING", name, tekst)
    if not isinstance(part, dict) or not isinstance(part.get("value"), list):
        tekst = "Dit JSON-bestand is geen OData-antwoord: 'value' ontbreekt. Haal TypedDataSet van de tabel op."
        return Finding("IV3_VORM", name, tekst)
    return part


def _is_page(name: str, rows: list[Any], *, alone: bool) -> bool:
    if rows and isinstance(rows[0], dict):
        return bool({"TaakveldBalanspost", "Verslagsoort"} & set(rows[0]))
    return alone or "DataSet" in PurePath(name).name


def _judge_pages(pages: Mapping[str, Mapping[str, Any]], parts: Mapping[str, Mapping[str, Any]]) -> Finding | None:
    if not pages:
        tekst = "Tussen deze bestanden staat geen TypedDataSet van een Iv3-tabel. Lever de gegevens zelf mee."
        return Finding("IV3_VORM", "levering", tekst)
    if not any(page["value"] for page in pages.values()):
        return Finding(
            "IV3_LEEG", next(iter(pages)), "Deze tabel heeft geen regels. Controleer het filter en haal hem opnieuw op."
        )
    if sum("odata.nextLink" in page for page in pages.values()) != len(pages) - 1:
        tekst = "Niet alle bladzijden van de tabel zijn er. Haal ook de bladzijden achter odata.nextLink op."
        return Finding("IV3_PAGINA", "levering", tekst)
    for name, part in parts.items():
        for row in part["value"]:
            unit = row.get("Unit") if isinstance(row, dict) and "k_" in str(row.get("Key")) else None
            if unit and not _EENHEID.fullmatch(str(unit).strip()):
                tekst = "De bedragen zijn volgens de tabel niet in duizenden euro's. Lever de onbewerkte Iv3-tabel aan."
                return Finding("IV3_EENHEID", name, tekst)
    return None


def _year_of(parts: Mapping[str, Mapping[str, Any]]) -> str:
    """Return the year that TableInfos gives, empty when it is not there."""
    for part in parts.values():
        for row in part["value"]:
            if isinstance(row, dict) and "Identifier" in row:
                return make_key(row.get("Period"))[:4]
    return ""


def _names_of(parts: Mapping[str, Mapping[str, Any]]) -> Mapping[str, str]:
    """Return the title of each verslagsoort, as the dimension file of the table gives it."""
    lists = [part["value"] for name, part in parts.items() if PurePath(name).stem == "Verslagsoort"]
    rows = [row for found in lists for row in found if isinstance(row, dict)]
    return {make_key(row.get("Key")): make_key(row.get("Title")) for row in rows}


def _odata_lines(rows: Iterator[tuple[str, int, Any]], jaar: str, names: Mapping[str, str]) -> Uitkomst:
    for name, number, row in rows:
        if not isinstance(row, dict):
            yield _broken_line(name, number)
            continue
        gemeente, taakveld, categorie, soort = (make_key(row.get(dimension)) for dimension in DIMENSIES)
        yield Regel(name, number, gemeente, soort, taakveld, categorie, _choose(row), jaar, names.get(soort, ""))


def _choose(row: Mapping[str, Any]) -> object:
    """Return the amount of the second plaatsing, or of the first when the second is empty."""
    placed = {found[1]: value for key, value in row.items() if (found := _PLAATSING.fullmatch(key))}
    second = placed.get("2")
    return placed.get("1") if is_empty(second) else second


def is_empty(value: object) -> bool:
    """Whether nothing was reported: null, an empty cell, the dot of CBS or the null of OpenSpending."""
    return value is None or (isinstance(value, str) and value.strip() in ("", ".", "\\N"))


def _broken_line(name: str, number: int) -> Finding:
    tekst = "Deze regel heeft niet zoveel cellen als er kolommen zijn. Controleer scheidingstekens en aanhalingstekens."
    return Finding("IV3_REGEL", f"{name}, regel {number}", tekst, regelnummer=number)


# --- CSV ------------------------------------------------------------------------------------------------------------


def _open_csv(texts: Mapping[str, str]) -> Vorm | Finding:
    data = {name: text for name, text in texts.items() if PurePath(name).stem.lower() not in CODELIJSTEN}
    if not data:
        tekst = "Er zijn alleen codelijsten en geen gegevens. Lever ook data.csv aan."
        return Finding("IV3_VORM", "levering", tekst)
    names = _code_names(texts)
    found: set[str] = set()
    for name, text in data.items():
        form = _name_form(name, _header(text))
        if isinstance(form, Finding):
            return form
        found.add(form)
    if len(found) > 1:
        tekst = "In de levering staan bestanden van verschillende vorm. Lever ze apart aan, dan telt niets dubbel."
        return Finding("IV3_VORM", "levering", tekst)
    (form,) = found
    readers = {"breed": _wide_lines, "csv": _long_lines, "openspending": _openspending_lines}
    lines = (line for name, text in data.items() for line in readers[form](name, text, names))
    return Vorm(form, lines)


def _separator(text: str) -> str:
    return ";" if ";" in text.partition("\n")[0] else ","


def _header(text: str) -> list[str]:
    return [cell.strip().strip('"') for cell in text.partition("\n")[0].split(_separator(text))]


def _name_form(name: str, header: list[str]) -> str | Finding:
    """Return the form that a header belongs to, or what is missing from it."""
    if "gm_code" in header:
        wanted: tuple[str, ...] = ("jaar", "gm_code")
        form, complete = "breed", any(_BREED.fullmatch(column) for column in header) and "jaar" in header
    elif "Post" in header:
        wanted, form, complete = OPENSPENDING, "openspending", set(OPENSPENDING) <= set(header)
    elif set(DIMENSIES) & set(header):
        placed = any(_PLAATSING.fullmatch(column) for column in header)
        wanted, form, complete = DIMENSIES, "csv", placed and set(DIMENSIES) <= set(header)
    else:
        tekst = (
            "Dit is geen bekende vorm van Iv3. Lever OData (JSON), de CSV ervan of de indeling van OpenSpending aan."
        )
        return Finding("IV3_VORM", name, tekst)
    if complete:
        return form
    missing = ", ".join(column for column in wanted if column not in header) or "de bedragen"
    return Finding("IV3_KOLOM", name, f"Er ontbreken kolommen: {missing}. Haal het bestand volledig op.")


def _code_names(texts: Mapping[str, str]) -> Mapping[str, str]:
    """Return the names of the verslagsoorten when their code list lies beside the data."""
    for name, text in texts.items():
        if PurePath(name).stem.lower() == "verslagsoort":
            rows = csv.reader(StringIO(text, newline=""), delimiter=_separator(text))
            return {row[0].strip(): row[1].strip() for row in rows if len(row) > 1}
    return {}


def _rows(name: str, text: str) -> Iterator[tuple[int, dict[str, str]] | Finding]:
    """Yield the lines of a CSV file with their number in the file, and a finding for each that is no line."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=_separator(text))
    header = _header(text)
    next(reader, None)
    while True:
        try:
            cells = next(reader, None)
        except csv.Error:
            yield _broken_line(name, reader.line_num)
            continue
        if cells is None:
            return
        if len(cells) == len(header):
            yield reader.line_num, dict(zip(header, cells, strict=True))
        elif cells:
            yield _broken_line(name, reader.line_num)


def _long_lines(name: str, text: str, names: Mapping[str, str]) -> Uitkomst:
    for row in _rows(name, text):
        if isinstance(row, Finding):
            yield row
            continue
        number, cells = row
        place, taakveld, categorie, soort = (cells[dimension].strip() for dimension in DIMENSIES)
        yield Regel(name, number, place, soort, taakveld, categorie, _choose(cells), soort="")


def _openspending_lines(name: str, text: str, names: Mapping[str, str]) -> Uitkomst:
    folder = _FOLDER.search(name)
    gemeente = folder[1] if folder else ""
    for row in _rows(name, text):
        if isinstance(row, Finding):
            yield row
            continue
        number, cells = row
        soort, categorie, post = (cells[column].strip() for column in OPENSPENDING[:3])
        own, other = ("Baten", "Lasten") if categorie.startswith("B") else ("Lasten", "Baten")
        yield Regel(
            name, number, gemeente, soort, post, categorie, cells[own],
            soort=names.get(soort, ""), overkant=cells[other],
        )  # fmt: skip


def _wide_lines(name: str, text: str, names: Mapping[str, str]) -> Uitkomst:
    """Yield one line per filled cell of a file with a column per side and taakveld."""
    columns = [(found.string, found[1][0].upper(), _KNOWN.get(found[2], found[2].replace("_", ".")))
               for column in _header(text) if (found := _BREED.fullmatch(column))]  # fmt: skip
    for row in _rows(name, text):
        if isinstance(row, Finding):
            yield row
            continue
        number, cells = row
        jaar, soort = cells["jaar"].strip(), cells.get("document", "").strip()
        code = cells.get("verslagsoort", "").strip() or f"{jaar}{_SOORTEN.get(soort, '')}"
        for column, side, taakveld in columns:
            if not is_empty(cells[column]):
                yield Regel(
                    name, number, cells["gm_code"].strip(), code, taakveld, side, cells[column], jaar, soort,
                    verzameld=True,
                )  # fmt: skip


_SOORTEN = {"begroting": "X000", "jaarrekening": "X005"}
