"""The money of the Hervormingsagenda as printed: budget series, measures and investments (Bijlagen 1, 2 and 3)."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from jeugdstelsel.standaard.bestand import optional_int, read_rows

FOLDER_KADER = "kader_2023"
PRIJSPEIL = 2023
"""The price level of every amount in the three annexes."""

KADERJAREN = ("2022", "2023", "2024", "2025", "2026", "2027", "2028")
MAATREGELJAREN = ("2023", "2024", "2025", "2026", "2027", "2028", "2030", "structureel")

Bedragen = Mapping[str, int | None]
"""Millions of euro by year as printed; None where the table is empty."""

_INVESTERINGEN: Mapping[str, tuple[str, ...]] = {
    "m04": ("i02",), "m06": ("i03", "i04"), "m07": ("i05", "i06"), "m08": ("i06",), "m09": ("i07",), "m10": ("i08",),
    "m12": ("i03", "i04"), "m15": ("i09",),
}  # fmt: skip
"""The investments of Bijlage 3 that name the measure; the codes of the annexes clash and are no key."""


@dataclass(frozen=True)
class Kaderregel:
    """One line of the budget series. `soort` is deel, som, waarvan or toelichting."""

    regel: str
    omschrijving: str
    soort: str
    bedragen: Bedragen


@dataclass(frozen=True)
class Maatregel:
    """One measure: a saving is negative. `gedrukt_totaal` marks the total row of the document.

    `documentcode` is the B-code as printed: it is no key, since two tables use one code for other measures.
    `verantwoordelijk` is empty where the table is; `onzeker` and `haalbaar` split the structural amount.
    """

    maatregel: str
    naam: str
    documentcode: str
    verantwoordelijk: str
    gedrukt_totaal: bool
    bedragen: Bedragen
    onzeker: int | None
    haalbaar: int | None


@dataclass(frozen=True)
class Investering:
    """One investment and who pays it: `geldbron` is Gemeentefonds or Centraal, empty for the grand total."""

    investering: str
    naam: str
    documentcode: str
    geldbron: str
    gedrukt_totaal: bool
    bedragen: Bedragen


def _bedragen(row: Mapping[str, str], years: tuple[str, ...]) -> Bedragen:
    return MappingProxyType({year: optional_int(row[year]) for year in years})


@cache
def budgetreeks() -> Mapping[str, Kaderregel]:
    """Return the lines of Bijlage 1 by their number; `totaal` is the series as printed."""
    return MappingProxyType(
        {
            row["regel"]: Kaderregel(row["regel"], row["omschrijving"], row["soort"], _bedragen(row, KADERJAREN))
            for row in read_rows(f"{FOLDER_KADER}/budgetreeks.csv")
        }
    )


@cache
def maatregelen() -> Mapping[str, Maatregel]:
    """Return the rows of Bijlage 2, the total last."""
    return MappingProxyType(
        {
            row["maatregel"]: Maatregel(
                row["maatregel"], row["naam"], row["documentcode"], row["verantwoordelijk"],
                row["gedrukt_totaal"] == "ja", _bedragen(row, MAATREGELJAREN),
                optional_int(row["onzeker"]), optional_int(row["haalbaar"]),
            )
            for row in read_rows(f"{FOLDER_KADER}/maatregelen.csv")
        }
    )  # fmt: skip


@cache
def investeringen() -> Mapping[str, Investering]:
    """Return the rows of Bijlage 3, the totals last."""
    return MappingProxyType(
        {
            row["investering"]: Investering(
                row["investering"], row["naam"], row["documentcode"], row["geldbron"],
                row["gedrukt_totaal"] == "ja", _bedragen(row, MAATREGELJAREN),
            )
            for row in read_rows(f"{FOLDER_KADER}/investeringen.csv")
        }
    )  # fmt: skip


def investeringen_van(maatregel: str) -> tuple[Investering, ...]:
    """Return the investments of Bijlage 3 that name a measure of Bijlage 2."""
    return tuple(investeringen()[code] for code in _INVESTERINGEN.get(maatregel, ()))
