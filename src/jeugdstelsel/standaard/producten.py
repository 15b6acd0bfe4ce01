"""Products of youth care: productcategorieën of iJw and the national list of productcodes (JZ21)."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from jeugdstelsel.standaard.bestand import read_rows
from jeugdstelsel.standaard.schema import FOLDER, codelijst

FOLDER_JZ21 = "jz21_2025_02"


@dataclass(frozen=True)
class Productcategorie:
    """One productcategorie.

    `generatie` is the year the set of categories came in (2015 or 2016), `domein` the part of youth care.
    `hulpvorm` is filled only where category and CBS hulpvorm are one to one (generation 2015).
    """

    code: str
    omschrijving: str
    generatie: str
    domein: str
    hulpvorm: str
    opmerking: str


@dataclass(frozen=True)
class Productcode:
    """One row of JZ21; a `kopregel` is a heading and no product.

    `hulpvorm` is the hulpvorm code, which means something only together with the domein of the category.
    """

    code: str
    omschrijving: str
    productcategorie: str
    uitvoeringsvariant: str
    hulpvorm: str
    nza_declaratiecode: str
    kopregel: bool
    opmerking: str


@cache
def productcategorieen() -> Mapping[str, Productcategorie]:
    """Return the productcategorieën by code, such as `45`."""
    names = codelijst("JZ020")
    return MappingProxyType(
        {
            row["productcategorie"]: Productcategorie(
                row["productcategorie"],
                names[row["productcategorie"]].betekenis,
                row["generatie"],
                row["domein"],
                row["hulpvorm"],
                row["opmerking"],
            )
            for row in read_rows(f"{FOLDER}/productcategorieen.csv")
        }
    )


@cache
def productcodes() -> Mapping[str, Productcode]:
    """Return the rows of JZ21 by code, such as `45A04`; local codes of gemeenten are not in it."""
    return MappingProxyType(
        {
            row["productcode"]: Productcode(
                row["productcode"],
                row["omschrijving"],
                row["productcategorie"],
                row["uitvoeringsvariant"],
                row["hulpvorm_code"],
                row["nza_declaratiecode"],
                row["kopregel"] == "ja",
                row["opmerking"],
            )
            for row in read_rows(f"{FOLDER_JZ21}/productcodes.csv")
        }
    )


@cache
def hulpvormen() -> Mapping[tuple[str, str], str]:
    """Return the name of each hulpvorm by (domein, code); the same code returns in another domein."""
    rows = read_rows(f"{FOLDER_JZ21}/hulpvormen.csv")
    return MappingProxyType({(row["domein"], row["hulpvorm_code"]): row["naam"] for row in rows})
