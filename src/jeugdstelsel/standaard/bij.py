"""Beleidsinformatie Jeugd as dated data: records, codes, reporting periods and the layout of a delivery."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from types import MappingProxyType

from jeugdstelsel.standaard.bestand import read_rows, read_text
from jeugdstelsel.standaard.producten import productcategorieen, productcodes

FOLDER_BIJ = "bij_7"
BSN_ONBEKEND, BSN_ONGEBOREN = "9" * 9, "0" * 9
"""What stands for a BSN that is not known and for an unborn child; in 2014 and 2015 the other way round."""
GEBOORTE_ONGEBOREN = "00000000"
SOORTEN = ("jeugdhulp", "jeugdbescherming", "jeugdreclassering")
TERMIJN = timedelta(days=21)
"""A delivery is due within three weeks after its period (protocol 7.4)."""
_PERIODE = re.compile(r"(20\d\d)-([HK])([1-4])")
_MAANDEN = {"H": 6, "K": 3}


@dataclass(frozen=True)
class Veld:
    """One field of a record; `vorm` says how a value looks, `lijst` names its codes, if it has codes."""

    record: str
    veld: str
    vorm: str
    verplicht: bool
    lijst: str
    betekenis: str


@dataclass(frozen=True)
class BijCode:
    """One code. `hoort_bij` narrows its use; `alleen_in` is the year of the old version that had it, else empty."""

    code: str
    betekenis: str
    hoort_bij: str
    alleen_in: str


@dataclass(frozen=True)
class Verslagperiode:
    """A half year (`2025-H1`) or quarter (`2025-K3`); both days are inside."""

    code: str
    begin: date
    eind: date

    @property
    def vorige(self) -> "Verslagperiode":
        """The period of the same length before this one."""
        return periode_van(self.begin - timedelta(1), self.code[5])


@dataclass(frozen=True)
class Indeling:
    """The layout of a delivery: separator, format of a date, and per soort the field of each column."""

    scheidingsteken: str
    datum: str
    kolommen: Mapping[str, Mapping[str, str]]


@dataclass(frozen=True)
class RedenVertaling:
    """What a JZ588 becomes: a reason of the CBS, or nothing; then `toelichting` says why, and who chose so and when."""

    reden: str
    grond: str
    eigenaar: str
    datum: str
    toelichting: str


@cache
def bij_velden() -> Mapping[str, Veld]:
    """Return the fields by `record.veld`, such as `jeugdhulp.verwijzer`."""
    return MappingProxyType(
        {
            f"{row['record']}.{row['veld']}": Veld(
                row["record"], row["veld"], row["vorm"], row["verplicht"] == "ja", row["lijst"], row["betekenis"]
            )
            for row in read_rows(f"{FOLDER_BIJ}/velden.csv")
        }
    )


@cache
def velden_van(soort: str) -> Mapping[str, Veld]:
    """Return the fields by name that a line of a soort may have."""
    own = ("jeugdhulp", "uitkomst") if soort == "jeugdhulp" else ("maatregel",)
    rooms = {"levering", "jeugdige", *own}
    return MappingProxyType({veld.veld: veld for veld in bij_velden().values() if veld.record in rooms})


@cache
def bij_codes(lijst: str) -> Mapping[str, BijCode]:
    """Return the codes of a list, such as `verwijzer`, in file order; those of old versions too."""
    rows = (row for row in read_rows(f"{FOLDER_BIJ}/codes.csv") if row["lijst"] == lijst)
    return MappingProxyType(
        {row["code"]: BijCode(row["code"], row["betekenis"], row["hoort_bij"], row["alleen_in"]) for row in rows}
    )


@cache
def met_verblijf(hulpvorm: str) -> bool:
    """Whether the young person sleeps elsewhere with this hulpvorm."""
    return bij_codes("hulpvorm")[hulpvorm].hoort_bij == "met verblijf"


@cache
def redenen() -> Mapping[str, RedenVertaling]:
    """Return per JZ588 what reason of jeugdhulp it is in Beleidsinformatie."""
    return MappingProxyType(
        {
            row["jz588"]: RedenVertaling(row["reden"], row["grond"], row["eigenaar"], row["datum"], row["toelichting"])
            for row in read_rows(f"{FOLDER_BIJ}/redenen.csv")
        }
    )


def read_indeling(text: str) -> Indeling:
    """Return the layout in a TOML text; raise ValueError when a field or soort is not known."""
    data = tomllib.loads(text)
    tables = {soort: data[soort] for soort in SOORTEN if soort in data}
    for soort, kolommen in tables.items():
        unknown = {str(veld).partition(".")[0] for veld in kolommen.values()} - set(velden_van(soort))
        if unknown:
            raise ValueError(f"{soort}: {', '.join(sorted(unknown))}")
    return Indeling(str(data.get("scheidingsteken", ";")), str(data.get("datum", "%Y%m%d")), tables)


@cache
def standaard_indeling() -> Indeling:
    """Return our default layout, a CSV file per soort."""
    return read_indeling(read_text(f"{FOLDER_BIJ}/levering_csv.toml"))


def read_periode(code: str) -> Verslagperiode | None:
    """Return the period with this code, or None when it is none."""
    found = _PERIODE.fullmatch(code)
    if found is None or (found[2] == "H" and found[3] > "2"):
        return None
    maanden = _MAANDEN[found[2]]
    begin = date(int(found[1]), maanden * (int(found[3]) - 1) + 1, 1)
    after = begin.month + maanden
    eind = date(begin.year + after // 13, (after - 1) % 12 + 1, 1) - timedelta(1)
    return Verslagperiode(code, begin, eind)


def periode_van(dag: date, lengte: str) -> Verslagperiode:
    """Return the half year (`H`) or quarter (`K`) in which a day lies."""
    found = read_periode(f"{dag.year}-{lengte}{(dag.month - 1) // _MAANDEN[lengte] + 1}")
    assert found is not None
    return found


def lengte_van(soort: str) -> str:
    """Return `K` for jeugdreclassering, which is delivered by quarter, and `H` for the rest (protocol 7.3)."""
    return "K" if soort == "jeugdreclassering" else "H"


def hulpvorm_van(product_categorie: str | None, product_code: str | None) -> str:
    """Return the hulpvorm or maatregel of a product (JZ21, else a category of 2015), or empty when unknown."""
    known = productcodes().get(product_code or "")
    if known is not None and known.productcategorie == (product_categorie or known.productcategorie):
        return known.hulpvorm
    category = productcategorieen().get(product_categorie or "")
    return category.hulpvorm if category and not product_code else ""


def domein_van(product_categorie: str | None, product_code: str | None) -> str:
    """Return the domein of a product, such as `jeugdhulp`, or empty when it is unknown."""
    known = productcodes().get(product_code or "")
    category = productcategorieen().get(product_categorie or (known.productcategorie if known else ""))
    return category.domein if category else ""
