"""The real money of a place: what Iv3 says it spent on youth, with its breaks, and the share that CBS gives."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from jeugdstelsel.model import GebruikersFout
from jeugdstelsel.services.iv3_reeks import Punt as Bedrag
from jeugdstelsel.services.plek import inwoners, read_aandeel, read_geld
from jeugdstelsel.standaard.cbs import Cel as CbsCel
from jeugdstelsel.web.onderdelen.lijn import Punt, lijn, vat_samen
from jeugdstelsel.web.onderdelen.tabel import Cel, Tabel
from jeugdstelsel.web.templatetags.stelsel import dag, getal, procent

LIJN = "jeugd"
"""The line that can be compared over all years: jeugdhulp, jeugdbescherming and jeugdreclassering."""
KOP = ("Jaar", "Bedrag", "Per jongere tot 18 jaar", "Prijzen van", "Opgegeven", "Let op")
MILJOEN = 100_000_000
"""Eurocents in a million euro."""


def geld(werkmap: Path, soort: str, code: str, naam: str) -> dict[str, Any]:
    """Return the spending on youth of a place per year: drawing, conclusion, table; nothing when there is none."""
    try:
        reeks = read_geld(werkmap, soort, code)
    except GebruikersFout:
        return {}
    points = [point for point in reeks.punten if point.lijn == LIJN]
    drawn = [_punt(point) for point in points]
    title = f"Uitgaven aan jeugdhulp, jeugdbescherming en jeugdreclassering, {naam}"
    return {
        "geld_lijn": lijn(drawn, titel=title, eenheid="miljoen euro"),
        "geld_samenvatting": vat_samen(drawn, "miljoen euro, in prijzen van elk jaar"),
        "geld_tabel": Tabel(f"{title} (jaarrekening, lasten)", KOP, [_rij(point, soort, code) for point in points]),
        "geld_toelichting": [text for text in reeks.toelichting if "Toegang" not in text],
    }


def _punt(point: Bedrag) -> Punt:
    """Return an amount in million euro; one with a part missing is open, as it is at least this much."""
    breaks = [mark for mark in point.markeringen if mark.startswith("trendbreuk")]
    value = None if point.bedrag is None else round(point.bedrag / MILJOEN, 1)
    return Punt(str(point.jaar), value, point.toestand, "" if point.toestand == "waarde" else "voorlopig", *breaks)


def _rij(point: Bedrag, soort: str, code: str) -> Sequence[Cel]:
    return (
        Cel(str(point.jaar)),
        Cel(bedrag(point), getal=True),
        Cel(_per_jongere(point, soort, code), getal=True),
        Cel(str(point.prijspeil), getal=True),
        Cel(procent(point.dekking), getal=True),
        Cel(", ".join(point.markeringen)),
    )


def bedrag(point: Bedrag) -> str:
    """Return an amount for a reader; one that was reported in part is 'ten minste'."""
    if point.bedrag is None:
        return "onbekend" if point.toestand == "onbekend" else point.toestand
    text = f"€ {point.bedrag / MILJOEN:,.1f} mln".translate(str.maketrans(",.", ".,"))
    return f"ten minste {text}" if point.toestand == "onvolledig" else text


def _per_jongere(point: Bedrag, soort: str, code: str) -> str:
    """Return the amount per inhabitant up to 18; not in years in which the gemeente was another."""
    people = inwoners(soort, code, point.jaar)
    if people is None or point.bedrag is None or "herindeling" in point.markeringen:
        return "onbekend"
    return f"€ {getal(round(point.bedrag / 100 / people[1]))}"


def cbs_aandeel(werkmap: Path, regio: str) -> Tabel:
    """Return the share of young people with help that CBS published for a region, beside that of the country."""
    country = {(cell.tabel, cell.periode): cell for cell in read_aandeel(werkmap, "NL01")}
    rows = [_cbs_rij(cell, country.get((cell.tabel, cell.periode))) for cell in read_aandeel(werkmap, regio)]
    kop = ("Periode", "Aandeel", "Nederland", "Wat is gemeten", "Status", "Bekend op", "Bron")
    return Tabel("Aandeel jongeren met jeugdhulp volgens het CBS", kop, rows)


def _cbs_rij(cell: CbsCel, country: CbsCel | None) -> Sequence[Cel]:
    return (
        Cel(cell.periode),
        Cel(_aandeel(cell), getal=True),
        Cel(_aandeel(country) if country else "niet geladen", getal=True),
        Cel(cell.meting),
        Cel(cell.status or "onbekend"),
        Cel(dag(cell.bekend_op)),
        Cel(f"CBS {cell.tabel}", cell.bron_url),
    )


def _aandeel(cell: CbsCel) -> str:
    return f"{getal(cell.waarde)} %" if cell.waarde is not None else cell.toestand
