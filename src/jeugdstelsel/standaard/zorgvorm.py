"""Zorgvormen: one vocabulary in which messages, Beleidsinformatie, Iv3 and CBS can be laid side by side."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cache
from types import MappingProxyType

from jeugdstelsel.standaard.bestand import optional_date, read_rows
from jeugdstelsel.standaard.producten import productcategorieen, productcodes

FOLDER_ZORGVORM = "zorgvorm_2026"
SOORTEN = (
    "productcategorie", "productcode", "hulpvorm", "maatregel", "taakveld_2017", "taakveld_2023", "taakveld_2025",
    "cbs_vorm",
)  # fmt: skip
"""What a line translates: a code of JZ020, JZ21 or a gemeente, BIJ, Iv3 (by the year its division began) or CBS."""
ONBEKEND = "onbekend"
_DOMEIN = {"jeugdhulp": "hulpvorm"}


@dataclass(frozen=True)
class Zorgvorm:
    """One form of care. `ouder` is the wider form that it is part of, empty at the top."""

    code: str
    naam: str
    ouder: str
    betekenis: str


@dataclass(frozen=True)
class Kruisregel:
    """A share `aandeel` (0..1) of what stands on `code` falls within `zorgvorm`, from day to day, both inside.

    Shares of one code on one day add up to 1. Where no source gives a share, the line names the wider zorgvorm
    that holds all of it, or `onbekend`.
    """

    soort: str
    code: str
    zorgvorm: str
    aandeel: Fraction
    geldig_van: date
    geldig_tot: date | None
    reden: str
    bron: str

    def geldt_op(self, dag: date) -> bool:
        """Whether the line holds on a day."""
        return self.geldig_van <= dag <= (self.geldig_tot or date.max)


@cache
def zorgvormen() -> Mapping[str, Zorgvorm]:
    """Return the zorgvormen by code, the wider before the narrower."""
    rows = read_rows(f"{FOLDER_ZORGVORM}/zorgvormen.csv")
    return MappingProxyType(
        {row["zorgvorm"]: Zorgvorm(row["zorgvorm"], row["naam"], row["ouder"], row["betekenis"]) for row in rows}
    )


@cache
def omvat_door(zorgvorm: str) -> tuple[str, ...]:
    """Return the zorgvorm itself and every wider one, the narrowest first."""
    ouder = zorgvormen()[zorgvorm].ouder
    return (zorgvorm, *(omvat_door(ouder) if ouder else ()))


@cache
def kruisregels() -> tuple[Kruisregel, ...]:
    """Return all lines of the crosswalk: the file, and what JZ21 says of each productcode."""
    lines = tuple(
        Kruisregel(
            row["soort"], row["code"], row["zorgvorm"], Fraction(row["aandeel"]),
            date.fromisoformat(row["geldig_van"]), optional_date(row["geldig_tot"]), row["reden"], row["bron"],
        )
        for row in read_rows(f"{FOLDER_ZORGVORM}/kruising.csv")
    )  # fmt: skip
    return (*lines, *_productcodes(lines))


def _productcodes(lines: tuple[Kruisregel, ...]) -> tuple[Kruisregel, ...]:
    """Return a line for each productcode of which JZ21 names the hulpvorm; the others follow their categorie."""
    vorm = {(line.soort, line.code): line.zorgvorm for line in lines if line.soort in ("hulpvorm", "maatregel")}
    found = []
    for code, product in productcodes().items():
        if product.hulpvorm:
            soort = _DOMEIN.get(productcategorieen()[product.productcategorie].domein, "maatregel")
            reden = f"de landelijke lijst noemt {soort} {product.hulpvorm}"
            zorgvorm = vorm[soort, product.hulpvorm]
            found.append(
                Kruisregel("productcode", code, zorgvorm, Fraction(1), date(2016, 1, 1), None, reden, "JZ21 2025-02")
            )
    return tuple(found)


def kruising(soort: str, peildatum: date) -> tuple[Kruisregel, ...]:
    """Return the lines of one soort that hold on a day."""
    return tuple(line for line in kruisregels() if line.soort == soort and line.geldt_op(peildatum))
