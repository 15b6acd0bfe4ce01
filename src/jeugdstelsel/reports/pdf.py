"""A report as PDF for everyone: tagged by PDF/UA-1, kept by PDF/A-2a, with an alternative text for every figure."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from importlib.resources import files
from typing import Any

import typst

from jeugdstelsel.reports.model import Deel, Figuur, Rapport, Tabel
from jeugdstelsel.reports.tekening import teken


def als_pdf(rapport: Rapport) -> bytes:
    """Return a report as PDF; only the typefaces of typst itself are used, so it is the same on every machine."""
    template = (files("jeugdstelsel.reports") / "rapport.typ").read_bytes()
    return typst.compile(
        template, format="pdf", sys_inputs={"rapport": json.dumps(_gegevens(rapport), ensure_ascii=False)},
        pdf_standards=["ua-1", "a-2a"], ignore_system_fonts=True,
    )  # fmt: skip


def _gegevens(rapport: Rapport) -> dict[str, Any]:
    """Return what the template shows."""
    moment = rapport.moment
    return {
        "titel": rapport.titel, "ondertitel": rapport.ondertitel, "merk": rapport.merk, "over": rapport.over,
        "jaar": moment.year, "maand": moment.month, "dag": moment.day,
        "kort": rapport.een_blad, "delen": [_deel(part) for part in rapport.delen],
    }  # fmt: skip


def _deel(part: Deel) -> Mapping[str, Any]:
    """Return one part with the name of its kind."""
    kind = type(part).__name__
    if isinstance(part, Tabel):
        return {"soort": kind, **_tabel(part)}
    if isinstance(part, Figuur):
        return {"soort": kind, "titel": part.titel, "alt": part.alt, "svg": teken(part)}
    return {"soort": kind, **asdict(part)}


def _tabel(part: Tabel) -> Mapping[str, Any]:
    """Return a table: the texts, the widths of its columns, and which of them are numbers."""
    columns = range(len(part.kop))
    return {
        "bijschrift": part.bijschrift, "kop": part.kop, "breedten": part.breedten or [1 for _ in columns],
        "rijen": [[cell.tekst for cell in row] for row in part.rijen],
        "rechts": [any(row[column].getal for row in part.rijen) for column in columns],
    }  # fmt: skip
