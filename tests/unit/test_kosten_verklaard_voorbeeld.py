"""The worked example in the manual is what the program computes."""

import re
from pathlib import Path

from jeugdstelsel.services.verklaar import Groei, Product, to_cents

PAGE = Path(__file__).parents[2] / "docs/handleiding/kosten-verklaard.md"


def read_rows(heading: str) -> list[list[str]]:
    """The rows of the table in the manual that begins with these headings."""
    table = PAGE.read_text(encoding="utf-8").split(f"\n{heading}\n")[1].split("\n\n")[0]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()[1:]]


def read_example() -> Groei:
    """The example as the manual gives it."""
    text = PAGE.read_text(encoding="utf-8").replace(".", "")
    people = re.search(r"gemeente met (\d+) en een jaar later (\d+) inwoners.* zijn (\d+) en (\d+) jongeren", text)
    assert people is not None
    before, after, young, young_after = map(int, people.groups())
    sides: dict[str, dict[str, tuple[int, ...]]] = {}
    for kind, year, *numbers in read_rows("| soort hulp | jaar | jongeren | maanden | eenheden | euro |"):
        sides.setdefault(kind, {})[year] = tuple(map(int, numbers))
    return Groei(
        tuple(make_product(kind, years) for kind, years in sides.items()), (young, young_after), (before, after), 0
    )


def make_product(kind: str, years: dict[str, tuple[int, ...]]) -> Product:
    (young, months, units, euro), (young2, months2, units2, euro2) = (
        years.get(year, (0, 0, 0, 0)) for year in ("2024", "2025")
    )
    return Product(
        kind, (100 * euro, 100 * euro2), (units, units2), (months, months2), (young, young2), (3, 3), (0.5, 0.5),
        len(years) == 2,
    )  # fmt: skip


def test_the_example_in_the_manual_is_what_comes_out() -> None:
    told = {name: round(100 * float(euro)) for name, euro in read_rows("| deel | euro |")}
    example = read_example()
    assert len(example.producten) == 3
    assert to_cents(example) == told
    assert sum(told.values()) == example.netto[1] - example.netto[0] == 35_037_600
