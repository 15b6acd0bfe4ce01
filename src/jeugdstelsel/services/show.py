"""Figures of one indicator as they may leave, with their definition and source."""

from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jeugdstelsel import standaard
from jeugdstelsel.engines import duckdb as duck
from jeugdstelsel.model import GebruikersFout, Indicator
from jeugdstelsel.services.aanbieders import naam_van_aanbieder
from jeugdstelsel.services.compute import find_indicator
from jeugdstelsel.services.warehouse import open_warehouse

PARTS = ("gemeente", "jeugdregio", "aanbieder", "product_categorie", "product_code")
NIVEAU = {"product_categorie": "productcategorie", "product_code": "productcode"}


@dataclass(frozen=True)
class Shown:
    """One indicator at one place: its definition and the rows of `cijfer`, the periods in order."""

    indicator: Indicator
    plaats: str
    peildatum: str
    synthetisch: bool
    rijen: tuple[Mapping[str, Any], ...]


def show(workdir: Path, code: str, chosen: Mapping[str, str], periode_soort: str) -> Shown:
    """Return the figures of an indicator for the chosen gemeente, region, provider or product.

    `chosen` maps a part (`gemeente`) to its code or, for a gemeente or region, its name; nothing chosen is the country.
    Raises GebruikersFout for an unknown indicator, place or a crossing that is not computed.
    """
    indicator = find_indicator(code)
    known = {part: find_code(part, value) for part, value in chosen.items()}
    niveau = make_niveau(known)
    with closing(open_warehouse(workdir, existing=True)) as connection:
        where = " AND ".join(f"{part} = ${part}" for part in known) or "TRUE"
        columns = ("periode", "uitsplitsing", "waarde", "dekking", "status", "toestand")
        rows = duck.run_sql(
            connection,
            f"SELECT {', '.join(columns)} FROM cijfer WHERE indicator = $code AND niveau = $niveau "
            f"AND periode_soort = $soort AND {where} ORDER BY periode, uitsplitsing NULLS FIRST",
            {"code": code, "niveau": niveau, "soort": periode_soort, **known},
        )
        peildatum = duck.run_sql(connection, "SELECT max(peildatum) FROM koppeling_stand")[0][0] if rows else None
        synthetic = duck.run_sql(connection, "SELECT COUNT(*) FROM levering WHERE synthetisch")[0][0] > 0
    if not rows:
        raise GebruikersFout(
            f"er zijn geen cijfers voor {code} op niveau '{niveau}' per {periode_soort}. "
            f"Reken eerst met: jeugdstelsel bereken --werkmap {workdir}; een ander niveau vraagt u met --kruising."
        )
    return Shown(
        indicator,
        name_place(known, workdir),
        str(peildatum),
        synthetic,
        tuple(dict(zip(columns, row, strict=True)) for row in rows),
    )


def make_niveau(known: Mapping[str, str]) -> str:
    """Return the name of the level of figures about these parts, such as 'gemeente × productcategorie'."""
    return " × ".join(NIVEAU.get(part, part) for part in PARTS if part in known) or "land"


def name_place(known: Mapping[str, str], workdir: Path) -> str:
    """Return for a reader what the figures are about: the parts by name, or the country."""
    return ", ".join(f"{part} {name_of(part, value, workdir)}" for part, value in known.items()) or "Nederland"


def find_code(part: str, value: str) -> str:
    """Return the code of a place given by code or name; raises GebruikersFout when there is none."""
    if part == "gemeente":
        names = {code: gemeente.naam for code, gemeente in standaard.gemeenten().items()}
    elif part == "jeugdregio":
        names = dict(standaard.jeugdregios())
    else:
        return value
    found = [code for code, name in names.items() if value in (code, code.lstrip("0")) or name.lower() == value.lower()]
    if not found:
        raise GebruikersFout(f"{part} '{value}' bestaat niet. Gebruik de code of de naam zoals het CBS die schrijft.")
    return found[-1]


def name_of(part: str, code: str, workdir: Path | None = None) -> str:
    """Return a place for a reader: its name with its code; of a provider only when `workdir` has a name."""
    if part == "gemeente":
        return f"{standaard.gemeenten()[code].naam} ({code})"
    if part == "jeugdregio":
        return f"{standaard.jeugdregios()[code]} ({code})"
    return naam_van_aanbieder(workdir, code) if workdir and part == "aanbieder" else code
