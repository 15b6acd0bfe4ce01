"""One indicator at one place through time: the drawing, its conclusion, the table and what can be downloaded."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from jeugdstelsel.model import Indicator
from jeugdstelsel.services.kast import Blad
from jeugdstelsel.web.onderdelen.lijn import Punt, lijn, vat_samen
from jeugdstelsel.web.onderdelen.plaatsnaam import naam_van_vak
from jeugdstelsel.web.onderdelen.tabel import Cel, Tabel
from jeugdstelsel.web.templatetags.stelsel import cijfer, dekking, eenheid_van, periode
from jeugdstelsel.web.vraag import naam_van

Rij = Mapping[str, Any]
KOP = ("Periode", "Waarde", "Dekking", "Status", "Versie van de definitie")
BESTAND = (
    "indicator", "versie", "niveau", "plaats", "naam", "periode", "uitsplitsing", "waarde", "eenheid", "toestand",
    "dekking", "status", "peildatum", "uitgave", "synthetisch",
)  # fmt: skip
"""The columns of every download of figures; `waarde` is empty unless `toestand` is gepubliceerd."""


def punten(rows: Sequence[Rij], eenheid: str) -> list[Punt]:
    """Return the points of a series, shares in percent; a new version of the definition is a break."""
    factor = 100 if eenheid == "aandeel" else 1
    reasons = ["", *(_breuk(before, after) for before, after in pairwise(rows))]
    return [
        Punt(r["periode"], None if r["waarde"] is None else factor * r["waarde"], r["toestand"], r["status"], reason)
        for r, reason in zip(rows, reasons, strict=False)
    ]


def _breuk(before: Rij, after: Rij) -> str:
    if before["versie"] == after["versie"]:
        return ""
    return f"vanaf {periode(after['periode'])} geldt versie {after['versie']} van de definitie"


def tijdreeks(indicator: Indicator, rows: Sequence[Rij], waar: str) -> dict[str, Any]:
    """Return what a page shows of a series: `lijn`, `samenvatting` and `tabel`."""
    points, unit = punten(rows, indicator.eenheid), eenheid_van(indicator.eenheid)
    title = f"{indicator.titel}, {waar}"
    return {
        "lijn": lijn(points, titel=title, eenheid=unit),
        "samenvatting": vat_samen(points, unit),
        "tabel": Tabel(f"{title} ({unit})", KOP, [_cellen(row, indicator.eenheid) for row in rows]),
    }


def _cellen(row: Rij, eenheid: str) -> Sequence[Cel]:
    return (
        Cel(periode(row["periode"])),
        Cel(cijfer(row["waarde"], row["toestand"], eenheid), getal=True),
        Cel(dekking(row["dekking"]), getal=True),
        Cel(row["status"]),
        Cel(row["versie"]),
    )


def bestandsrij(row: Rij, indicator: Indicator, niveau: str, blad: Blad) -> tuple[Any, ...]:
    """Return a figure as a row of a download, with the columns of `BESTAND`."""
    return (
        indicator.code, row["versie"], niveau, row["plaats"], naam_van(niveau, row["plaats"]), row["periode"],
        naam_van_vak(indicator.code, row["uitsplitsing"]) if row["uitsplitsing"] else "", row["waarde"],
        indicator.eenheid, row["toestand"], row["dekking"], row["status"],
        blad.peildatum.isoformat() if blad.peildatum else "", blad.nummer, "ja" if blad.synthetisch else "nee",
    )  # fmt: skip


def over(indicator: Indicator, blad: Blad) -> dict[str, Any]:
    """Return what a download says of its figures: definition, unit, sources, release and reference date."""
    return {
        "indicator": indicator.code, "titel": indicator.titel, "betekenis": indicator.betekenis,
        "eenheid": indicator.eenheid, "teller": indicator.teller, "noemer": indicator.noemer,
        "bronnen": list(indicator.bronnen), "beperkingen": list(indicator.beperkingen), "uitgave": blad.nummer,
        "peildatum": blad.peildatum.isoformat() if blad.peildatum else None, "synthetisch": blad.synthetisch,
    }  # fmt: skip
