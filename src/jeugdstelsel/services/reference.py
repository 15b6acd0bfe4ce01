"""Writes docs/reference: what the code itself says about tables, rules, indicators and the standard, for a reader."""

import ast
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from jeugdstelsel import standaard
from jeugdstelsel.indicators.instellingen import INSTELLINGEN
from jeugdstelsel.indicators.plan import all_indicators
from jeugdstelsel.model import Indicator, Rule, Table
from jeugdstelsel.rules import all_rules, not_ours
from jeugdstelsel.services.define import PROVEN, Lineage, trace, translate
from jeugdstelsel.tables import all_tables

MADE = "<!-- Gemaakt uit de code met scripts/referentie; wijzig de code, niet deze pagina. -->"
TYPES = {"text": "tekst", "integer": "geheel getal", "boolean": "ja/nee", "date": "datum", "double": "getal"}
NIVEAUS = {
    1: "1, structuur",
    2: "2, binnen het bericht",
    3: "3, tussen berichten",
    4: "4, met een lijst van buiten",
    None: "geen toets door een bericht",
}
LONG = 40
"""A code list with more codes than this is folded."""


@dataclass(frozen=True)
class Example:
    """The spec of a rule as a reader sees it: a title, rows per table, and per klasse the rows that break the rule."""

    titel: str
    tabellen: Mapping[str, str]
    gevonden: tuple[tuple[str, tuple[str, ...]], ...]


def make_reference(root: Path) -> dict[str, str]:
    """Return {path under docs/reference: text} of every page; `root` is the checkout, for its spec tables."""
    specs = root / "tests" / "spec"
    pages = {
        "README.md": _index(),
        "tabellen.md": _tables_page(),
        "indicatoren.md": _indicators_page(specs),
        "niet-van-ons.md": _not_ours_page(),
        "standaard.md": _standard_page(),
        "bronnen.md": _sources_page(),
        "regels/README.md": _rules_page(),
    }
    for rule in all_rules().values():
        pages[f"regels/{rule.code}.md"] = _rule_page(rule, read_example(specs / f"test_{rule.code.lower()}.py"))
    return {path: f"{MADE}\n\n{text.rstrip()}\n" for path, text in pages.items()}


def write_reference(root: Path) -> int:
    """Make docs/reference equal to what the code says; return the number of pages."""
    folder = root / "docs" / "reference"
    pages = make_reference(root)
    for path in folder.rglob("*.md"):
        if str(path.relative_to(folder)) not in pages:
            path.unlink()
    for name, text in pages.items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    return len(pages)


def read_example(path: Path) -> Example:
    """Read the spec of a rule without running it: its `title`, its `tables` and what each `spec(...)` expects."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    values = {
        node.targets[0].id: ast.literal_eval(node.value)
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
    }
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and ast.unparse(node.func) == "spec"]
    return Example(values["title"], values["tables"], tuple(_expected(call) for call in calls))


def _expected(call: ast.Call) -> tuple[str, tuple[str, ...]]:
    """Return (klasse, rows) of `spec(tables, RULE.violations[klasse], rows)`."""
    _tables, query, rows = call.args
    klasse = ast.literal_eval(query.slice) if isinstance(query, ast.Subscript) else ""
    return klasse, tuple(_row_name(row) for row in ast.literal_eval(rows))


def _row_name(row: object) -> str:
    return f"{row[0]} (volgnummer {row[1]})" if isinstance(row, tuple) else str(row)


def _index() -> str:
    lines = [
        "# Naslag",
        "",
        "Deze pagina's komen uit de code zelf. Een test bewijst dat zij gelijk zijn aan wat het programma doet.",
        "",
        "- [Tabellen](tabellen.md): elke tabel en elke kolom",
        "- [Regels](regels/README.md): elke regel van de standaard die wij toetsen, met SQL en voorbeelden",
        "- [Niet van ons](niet-van-ons.md): de regels die wij niet toetsen, met de reden",
        "- [Indicatoren](indicatoren.md): definitie, SQL en herkomst van elk cijfer",
        "- [De standaard](standaard.md): berichten, termijnen, retourcodes en codelijsten",
        "- [Bronnen](bronnen.md): waar de gegevens van buiten vandaan komen",
    ]
    return "\n".join(lines)


def _tables_page() -> str:
    tables = all_tables().values()
    lines = [
        "# Tabellen",
        "",
        f"{len(tables)} tabellen. Lezers vullen ze; regels, koppeling en indicatoren lezen ze.",
        "Een leeg veld is onbekend. Geld is in hele eurocenten. `client` is altijd een pseudoniem, nooit een BSN.",
        "",
        *(f"- [{table.name}](#{table.name}): {_plain(table.meaning)}" for table in tables),
    ]
    return "\n".join([*lines, *(line for table in tables for line in _table_section(table))])


def _table_section(table: Table) -> list[str]:
    kept = "" if table.stored else "Deze tabel bestaat alleen tijdens het beoordelen."
    head = ("kolom", "soort", "sleutel", "betekenis")
    rows = [
        (
            f"`{column.name}`",
            TYPES[column.type],
            "ja" if column.name in table.key else "",
            column.meaning + ("" if column.stored or not table.stored else " (alleen tijdens het beoordelen)"),
        )
        for column in table.columns
    ]
    return ["", f"## {table.name}", "", f"{_plain(table.meaning)} {kept}".rstrip(), "", *_grid(head, rows)]


def _rules_page() -> str:
    rows = [
        (f"[{code}]({code}.md)", NIVEAUS[known.niveau], " ".join(known.berichten), known.retourcode, known.betekenis)
        for code in all_rules()
        for known in (standaard.regels()[code],)
    ]
    lines = [
        "# Regels",
        "",
        f"Wij toetsen {len(rows)} van de {len(standaard.regels())} regels van de standaard met een query.",
        "De rest staat, met de reden, in [Niet van ons](../niet-van-ons.md): een groot deel daarvan wordt bij het",
        "lezen getoetst of is in deze regels uitgewerkt.",
        "",
        *_grid(("regel", "niveau", "berichten", "retourcode", "betekenis"), rows),
    ]
    return "\n".join(lines)


def _rule_page(rule: Rule, example: Example) -> str:
    known = standaard.regels()[rule.code]
    code = standaard.retourcodes().get(known.retourcode)
    marks = [
        ("niveau", NIVEAUS[known.niveau]),
        ("berichten", " ".join(known.berichten)),
        ("plaatsen", ", ".join(known.elementen)),
        ("retourcode", f"{known.retourcode}: {code.betekenis}" if code else known.retourcode),
        ("herstel", rule.herstel),
        ("opmerking", known.opmerking),
        ("leest", ", ".join(f"[{name}](../tabellen.md#{name})" for name in rule.needs)),
    ]
    lines = [f"# {rule.code}", "", _plain(known.betekenis) + ".", "", *_marks(marks)]
    lines += ["", "## Voorbeeld", "", f"{_plain(example.titel)}.", *_example(example)]
    lines += ["", "## SQL", "", "Zo staat de regel in het programma. Wat de query teruggeeft, breekt de regel."]
    return "\n".join([*lines, "", *_sql(rule.code)])


def _example(example: Example) -> list[str]:
    lines = []
    for name, text in example.tabellen.items():
        header, *rows = ([cell.strip() for cell in line.split("|")] for line in text.strip().splitlines())
        lines += ["", f"Tabel `{name}`:", "", *_grid(header, rows)]
    for klasse, rows_found in example.gevonden:
        found = ", ".join(f"`{row}`" for row in rows_found) or "niets"
        lines += ["", f"Bevinding op {klasse or 'het bericht'}: {found}."]
    return lines


def _not_ours_page() -> str:
    rows = [
        (code, known.soort, known.betekenis, item.reden)
        for code, item in sorted(not_ours().items())
        for known in (standaard.regels()[code],)
    ]
    lines = [
        "# Niet van ons",
        "",
        f"{len(rows)} van de {len(standaard.regels())} regels van de standaard hebben geen eigen query. "
        "Hier staat per regel waarom.",
        "",
        *_grid(("regel", "soort", "betekenis", "reden"), rows),
    ]
    return "\n".join(lines)


def _indicators_page(specs: Path) -> str:
    items = all_indicators().values()
    lines = [
        "# Indicatoren",
        "",
        f"{len(items)} indicatoren. Lees eerst [hoe u een cijfer leest](../handleiding/indicatoren.md). De SQL werkt "
        f"ongewijzigd op {' en '.join(PROVEN)}.",
        "",
        *_grid(
            ("indicator", "eenheid", "stelseldoel"),
            [(f"[{item.titel}](#{item.code})", item.eenheid, item.stelseldoel) for item in items],
        ),
        "",
        "## Instellingen",
        "",
        "Getallen die geen bron vastlegt, of die een bron vaststelde: wie koos ze, wanneer en waarom.",
        "",
        *_grid(
            ("instelling", "waarde", "betekenis", "gekozen door", "datum", "reden"),
            [(f"`{s.code}`", str(s.waarde), s.betekenis, s.eigenaar, _day(s.datum), s.reden) for s in INSTELLINGEN],
        ),
    ]
    return "\n".join([*lines, *(line for item in items for line in _indicator_section(item, specs))])


def _indicator_section(item: Indicator, specs: Path) -> list[str]:
    marks = [
        ("titel", item.titel),
        ("eenheid", item.eenheid),
        ("teller", item.teller),
        ("noemer", item.noemer),
        ("bronnen", ", ".join(item.bronnen)),
        ("stelseldoel", item.stelseldoel),
        ("jongeren en aanbieders erachter", item.populatie),
        ("extra kolommen", ", ".join(item.extra)),
        ("versie", item.versie),
        ("voorbeelden", ", ".join(f"[{name}](../../tests/spec/{name})" for name in _specs_naming(item.code, specs))),
    ]
    limits = ["", "Let op:", "", *(f"- {_plain(text)}" for text in item.beperkingen)] if item.beperkingen else []
    return [
        *("", f"## {item.code}", "", _plain(item.betekenis), ""),
        *_marks(marks),
        *limits,
        *("", *_fold("Herkomst", _lineage(trace(item.code)))),
        *("", *_fold("SQL", _sql(item.code))),
    ]


def _specs_naming(code: str, specs: Path) -> list[str]:
    """Return the specs of indicators that name this code."""
    return [path.name for path in sorted(specs.glob("test_ind*.py")) if f'"{code}"' in path.read_text(encoding="utf-8")]


def _lineage(lineage: Lineage) -> list[str]:
    return [
        f"Tussenstappen: {', '.join(lineage.stappen) or 'geen'}.",
        "",
        *_grid(
            ("tabel", "kolommen"),
            [(f"[{name}](tabellen.md#{name})", ", ".join(columns)) for name, columns in lineage.tabellen.items()],
        ),
        "",
        *_grid(("bericht", "elementen"), _elements_per_message(lineage.elementen)),
    ]


def _elements_per_message(elements: Iterable[str]) -> list[tuple[str, str]]:
    found: dict[str, list[str]] = {}
    for message, path in (element.split(" ", 1) for element in elements):
        found.setdefault(message, []).append(path.removeprefix("Bericht/"))
    return [(message, ", ".join(paths)) for message, paths in found.items()]


def _standard_page() -> str:
    bron = standaard.release()
    lines = [
        "# De standaard",
        "",
        f"{bron.naam}, release {bron.versie}, in productie sinds {bron.geldig_vanaf.isoformat()}.",
        "Betekenissen staan er in eigen woorden; de tekst van de standaard zelf is van de beheerder.",
        "",
        *_grid(("wat", "aantal"), _counts()),
    ]
    return "\n".join([*lines, *_messages(), *_terms(), *_return_codes(), *_code_lists()])


def _counts() -> list[tuple[str, str]]:
    kinds = Counter(rule.soort for rule in standaard.regels().values())
    counts = {
        "berichten": len(standaard.berichten()),
        "elementpaden": sum(len(standaard.elementen(name)) for name in standaard.berichten()),
        "datatypen": len(standaard.datatypes()),
        "codelijsten": len(standaard.lijsten()),
        "regels": len(standaard.regels()),
        **{f"regels van soort {kind.lower()}": number for kind, number in sorted(kinds.items())},
        "retourcodes": len(standaard.retourcodes()),
        "productcategorieën": len(standaard.productcategorieen()),
        "landelijke productcodes (JZ21)": sum(not code.kopregel for code in standaard.productcodes().values()),
        "gemeenten, ook opgeheven": len(standaard.gemeenten()),
        "jeugdregio's": len(standaard.jeugdregios()),
    }
    return [(name, str(number)) for name, number in counts.items()]


def _messages() -> list[str]:
    rows = [
        (item.bericht, item.code, item.naam, item.zender, item.retour_van, str(len(standaard.elementen(item.bericht))))
        for item in standaard.berichten().values()
    ]
    head = ("bericht", "code", "naam", "afzender", "antwoord op", "elementpaden")
    return ["", "## Berichten", "", *_grid(head, rows)]


def _terms() -> list[str]:
    rows = [
        (item.vanaf, f"{item.aantal} {item.eenheid}", " ".join(item.berichten), " ".join(item.regels), item.opmerking)
        for item in standaard.termijnen().values()
    ]
    return ["", "## Termijnen", "", *_grid(("vanaf", "termijn", "berichten", "regels", "opmerking"), rows)]


def _return_codes() -> list[str]:
    rows = [(item.code, item.soort, item.betekenis, " ".join(item.regels)) for item in standaard.retourcodes().values()]
    return ["", "## Retourcodes", "", *_grid(("code", "soort", "betekenis", "regels"), rows)]


def _code_lists() -> list[str]:
    lines = ["", "## Codelijsten"]
    for number, name in standaard.lijsten().items():
        rows = [
            (code.code, code.betekenis, _day(code.geldig_vanaf), _day(code.geldig_tot_en_met))
            for code in standaard.codelijst(number).values()
        ]
        table = _grid(("code", "betekenis", "geldig vanaf", "geldig tot en met"), rows)
        lines += ["", f"### {number} {name}", "", *(_fold(f"{len(rows)} codes", table) if len(rows) > LONG else table)]
    return lines


def _sources_page() -> str:
    lines = ["# Bronnen", "", "Alle gegevens van buiten in dit programma. Noem ze als u cijfers verder geeft."]
    for bron in standaard.bronnen():
        marks = [
            ("versie", bron.versie),
            ("geldig vanaf", bron.geldig_vanaf.isoformat()),
            ("uitgever", bron.uitgever),
            ("bron", bron.bron),
            ("overgenomen", bron.overgenomen),
            ("licentie", bron.licentie),
        ]
        lines += ["", f"## {bron.naam}", "", *_marks(marks)]
    return "\n".join(lines)


def _sql(code: str) -> list[str]:
    return ["```sql", translate(code, PROVEN[0]).rstrip(), "```"]


def _fold(title: str, lines: Sequence[str]) -> list[str]:
    return ["<details>", f"<summary>{title}</summary>", "", *lines, "", "</details>"]


def _marks(marks: Iterable[tuple[str, str]]) -> list[str]:
    """Return names with their values as a table without a header; what is empty is left out."""
    return _grid(("", ""), [mark for mark in marks if mark[1]])


def _grid(header: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """Return a Markdown table."""
    return [_line(header), "|" + "---|" * len(header), *(_line(row) for row in rows)]


def _line(cells: Sequence[str]) -> str:
    return "| " + " | ".join(_plain(cell).replace("|", "\\|") for cell in cells) + " |"


def _plain(text: str) -> str:
    """Return text in which Markdown reads no tag."""
    return " ".join(text.replace("<", "&lt;").split())


def _day(day: object) -> str:
    return "" if day is None else str(day)


if __name__ == "__main__":
    count = write_reference(Path(sys.argv[1] if len(sys.argv) > 1 else "."))
    print(f"{count} pagina's geschreven in docs/reference.")
