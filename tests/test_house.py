"""The rules of the house that no linter knows; rooms, specs, sizes, links and what may not stand in a file."""

import ast
import importlib
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from jeugdstelsel import __version__
from jeugdstelsel.cli import COMMANDS
from jeugdstelsel.registry import find_all
from jeugdstelsel.tables import all_tables

ROOT = Path(__file__).parents[1]
SOURCES = sorted((ROOT / "src").rglob("*.py"))
LONGEST = 60
LONGER = {"src/jeugdstelsel/ingest/scanner.py:_scan_document"}
"""One loop over the bytes with its state in locals: numba compiles it as one, and calls in it cost speed."""
TEXT = {".py", ".md", ".toml", ".yml", ".csv", ".sql", ".txt", ".lock", ""}
A_MACHINE = re.compile(r"(?<![\w.$}/])/(?:work|home|root|Users|tmp)/\w|\b[A-Z]:\\\\?Users\b")
A_REGISTRY = re.compile(r"\b(?:pypi\.org|pythonhosted\.org|(?<!no-emit-)index-url|artifactory|nexus\.)", re.I)
NINE_DIGITS = re.compile(r"(?<![\w./;&#-])\d{9}(?![\w.-])")
TEST_BSNS = range(999_900_006, 999_999_991)


def tracked() -> list[Path]:
    """Return the text files under version control, but not this one: it names what it forbids."""
    run = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if run.returncode:
        pytest.skip("this is no checkout, so nothing tells which files belong to the house")
    files = (ROOT / name for name in run.stdout.splitlines())
    return [file for file in files if file.suffix in TEXT and file.is_file() and file != Path(__file__)]


def functions() -> Iterator[tuple[str, int]]:
    """Yield every function in the house with its number of lines."""
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield f"{path.relative_to(ROOT)}:{node.name}", (node.end_lineno or 0) - node.lineno + 1


def is_bsn(number: str) -> bool:
    """Whether nine digits pass the elfproef."""
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return sum(w * int(d) for w, d in zip(weights, number, strict=True)) % 11 == 0 and int(number) > 0


def test_rooms_open_only_downwards() -> None:
    lint = [Path(sys.executable).parent / "lint-imports", "--no-cache"]
    run = subprocess.run(lint, cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout


def test_every_module_of_the_hallway_is_the_table_it_is_named_after() -> None:
    modules = {path.stem for path in (ROOT / "src/jeugdstelsel/tables").glob("*.py")} - {"__init__"}
    helpers = modules - set(find_all("tables", "TABLE"))
    assert {name: table.name for name, table in all_tables().items()} == {name: name for name in modules - helpers}
    assert helpers <= {"reeks"}


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_on_the_bell_answers(name: str) -> None:
    command = importlib.import_module(f"jeugdstelsel.cli.{name}").COMMAND
    assert command.name == name
    assert command.help.endswith(".")


def test_no_function_is_longer_than_a_page() -> None:
    assert {name for name, lines in functions() if lines > LONGEST} == LONGER


def test_every_module_says_what_it_is() -> None:
    silent = [path for path in SOURCES if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))]
    assert silent == []


def test_no_file_names_a_place_on_a_machine_or_a_registry() -> None:
    wrong = []
    for file in tracked():
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
            if A_MACHINE.search(line) or A_REGISTRY.search(line):
                wrong.append(f"{file.relative_to(ROOT)}:{number}")
    assert wrong == []


def test_a_bsn_in_a_test_is_an_official_test_number() -> None:
    found = {
        (file.name, number)
        for file in tracked()
        if file.is_relative_to(ROOT / "tests")
        for number in NINE_DIGITS.findall(file.read_text(encoding="utf-8"))
        if is_bsn(number) and int(number) not in TEST_BSNS
    }
    assert found == set()


def anchors(page: Path) -> set[str]:
    """Return the anchors of the headings of a page, as a forge makes them."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.M)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_every_link_in_the_documentation_leads_somewhere() -> None:
    broken = []
    for page in (file for file in tracked() if file.suffix == ".md"):
        for link in re.findall(r"\]\((?!https?:)([^)\s]+)\)", page.read_text(encoding="utf-8")):
            name, _, anchor = link.partition("#")
            target = (page.parent / name).resolve() if name else page
            if not target.exists() or (anchor and anchor not in anchors(target)):
                broken.append(f"{page.relative_to(ROOT)}: {link}")
    assert broken == []


@pytest.mark.parametrize("folder", ["handleiding", "decisions"])
def test_every_page_is_reached_from_the_index(folder: str) -> None:
    index = (ROOT / "docs/README.md").read_text(encoding="utf-8")
    pages = {f"{folder}/{page.name}" for page in (ROOT / "docs" / folder).glob("*.md")}
    assert pages == set(re.findall(rf"\(({folder}/[\w-]+\.md)\)", index))


def manual() -> str:
    """Return the whole manual as one text."""
    return "\n".join(page.read_text(encoding="utf-8") for page in (ROOT / "docs/handleiding").glob("*.md"))


@pytest.mark.parametrize("name", COMMANDS)
def test_the_manual_shows_every_command(name: str) -> None:
    assert f"jeugdstelsel {name}" in manual() or f"make {name}" in manual()


def own_codes() -> set[str]:
    """Return the codes that reading gives a finding, apart from those of the standard."""
    place = {"Finding": 0, "self.refuse": 1, "unpacker.refuse": 1}
    found = set()
    for path in (ROOT / "src/jeugdstelsel/ingest").glob("*.py"):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and (name := ast.unparse(call.func)) in place:
                code = call.args[place[name]]
                found |= {str(code.value)} if isinstance(code, ast.Constant) else set()
    return found


def test_the_manual_explains_every_finding_code_of_our_own() -> None:
    assert {"XML", "FACET", "ARCHIEF"} <= own_codes()
    assert {code for code in own_codes() if f"| {code} |" not in manual()} == set()


def test_the_changelog_tells_of_this_version() -> None:
    assert f"## [{__version__}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_the_house_rules_see_what_they_forbid() -> None:
    assert A_MACHINE.search("open('/home/jan/berichten')")
    assert A_REGISTRY.search("--extra-index-url https://pakketten.voorbeeld")
    number = str(123_456_782)
    assert NINE_DIGITS.findall(f"bsn {number} en {number}0") == [number]
    assert is_bsn(number)
    assert not is_bsn("123456789")
