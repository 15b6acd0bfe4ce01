"""What the synthetic country is made with: forms of care, products, ages and the settings of one run."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from jeugdstelsel.model import GebruikersFout
from jeugdstelsel.standaard import productcodes
from jeugdstelsel.synthetic.dates import day_number

END = date(2026, 6, 30)
"""Last day that is simulated; whatever happens later is unknown."""
LAST_YEAR = 2025
FIRST_YEAR = 2023
"""The gemeenten of 2026 are those of 2023: an earlier year would need another map."""
VERWIJZERS = ("01", "02", "03", "04", "05", "06", "08")


@dataclass(frozen=True)
class Vorm:
    """One form of care: yearly inflow of trajectories in the Netherlands and how long they last.

    Durations are lognormal: `mediaan_maanden` and `sigma` of the logarithm. `aandeel_extra` is the share
    given to young people who already have care. `verwijzers` follows VERWIJZERS.
    """

    vorm: str
    naam: str
    domein: str
    instroom: float
    mediaan_maanden: float
    sigma: float
    aandeel_extra: float
    open_einde: bool
    terugwerkend: float
    leeftijden: str
    verwijzers: tuple[float, ...]


@dataclass(frozen=True)
class Product:
    """One product that gemeenten buy: unit, frequency, the volumes in use and the price level of 2025 in eurocent."""

    vorm: str
    code: str
    categorie: str
    eenheid: str
    frequentie: str
    volumes: tuple[int, ...]
    tarief: int
    gewicht: float


@dataclass(frozen=True)
class Instellingen:
    """Settings of one country: share of the real numbers, years of declaraties, seed and last dagtekening."""

    schaal: float = 0.01
    jaren: int = 1
    seed: int = 1
    tot: date = date(2026, 1, 31)
    retour: bool = False

    def __post_init__(self) -> None:
        if not 0 < self.schaal <= 1:
            raise GebruikersFout(f"De schaal is {self.schaal}; geef een getal boven 0 tot en met 1, zoals 0.01.")
        if not 1 <= self.jaren <= LAST_YEAR - FIRST_YEAR + 1:
            raise GebruikersFout(
                f"Het aantal jaren is {self.jaren}; geef 1, 2 of 3: vóór {FIRST_YEAR} waren er andere gemeenten."
            )
        if not date(LAST_YEAR, 1, 31) <= self.tot <= END:
            raise GebruikersFout(f"De laatste dag is {self.tot}; geef een dag van {LAST_YEAR}-01-31 tot en met {END}.")

    @property
    def eerste_dag(self) -> int:
        """Day number of 1 January of the first year with declaraties."""
        return day_number(date(LAST_YEAR + 1 - self.jaren, 1, 1))


def rows(name: str) -> Iterator[dict[str, str]]:
    """Yield the rows of a data file of this room."""
    text = files("jeugdstelsel.synthetic").joinpath(f"data/{name}.csv").read_text(encoding="utf-8")
    return csv.DictReader(text.splitlines(), strict=True)


@cache
def vormen() -> tuple[Vorm, ...]:
    """Return the forms of care in file order."""
    return tuple(_vorm(row) for row in rows("vormen"))


def _vorm(row: dict[str, str]) -> Vorm:
    return Vorm(
        row["vorm"], row["naam"], row["domein"], float(row["instroom"]), float(row["mediaan_maanden"]),
        float(row["sigma"]), float(row["aandeel_extra"]), row["open_einde"] == "ja", float(row["terugwerkend"]),
        row["leeftijden"], tuple(float(value) for name, value in row.items() if name.startswith("v_")),
    )  # fmt: skip


@cache
def producten() -> tuple[Product, ...]:
    """Return the products in file order; their category comes from JZ21."""
    return tuple(_product(row) for row in rows("producten"))


def _product(row: dict[str, str]) -> Product:
    volumes = tuple(int(volume) for volume in row["volumes"].split("|"))
    categorie = productcodes()[row["code"]].productcategorie
    return Product(
        row["vorm"], row["code"], categorie, row["eenheid"], row["frequentie"], volumes, int(row["tarief"] or 0),
        float(row["gewicht"]),
    )  # fmt: skip


@cache
def leeftijden(profiel: str) -> tuple[float, ...]:
    """Return the shares of ages 0 to 22 of one profile; they sum to 1."""
    counts = [float(row[profiel]) for row in rows("leeftijden")]
    return tuple(count / sum(counts) for count in counts)
