"""Bring out a release: figures through the one door, kept in the register with what was known when."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from jeugdstelsel.model import GebruikersFout, Indicator
from jeugdstelsel.publish import Instellingen, Uitgave, bewaar, lees_instellingen, lees_uitgave, lees_uitgaven, oordeel
from jeugdstelsel.publish.boom import Gebied
from jeugdstelsel.publish.csvw import AANBIEDERS
from jeugdstelsel.publish.dcat import Catalogus
from jeugdstelsel.publish.instellingen import to_dict
from jeugdstelsel.publish.opendata import OpenData
from jeugdstelsel.registry import find_all
from jeugdstelsel.standaard.begrippen import begrip_van


def publish(
    waarden: pa.Table,
    *,
    register: Path,
    moment: datetime,
    instellingen: Instellingen | None = None,
    peildatum: date | None = None,
    synthetisch: bool = False,
    gebied: Gebied | None = None,
    catalogus: Catalogus | None = None,
    grondslag: str = "",
    toelichting: str = "",
    herkomst: Mapping[str, Any] | None = None,
    bijlagen: Mapping[str, Sequence[Mapping[str, Any]]] | None = None,
    aanbieders: Mapping[str, Mapping[str, Any]] | None = None,
) -> Uitgave:
    """Bring out the figures of `indicator_waarde` as the next release of `register` and return it.

    The folder of the release holds the figures as CSV and Parquet, the definitions, what changed since the release
    before, CSVW metadata and a DCAT-AP-NL catalogue. `moment` has a time zone. `herkomst` says which deliveries and
    which release of the rules the figures come from; it never says anything of a person. `bijlagen` are rows that
    went through the door, for the files named in `csvw.BIJLAGEN`. `aanbieders` has by AGB code what is known of the
    name of a provider: the columns of `csvw.AANBIEDERS`.
    Raises NietToegestaan for a table about persons and Fout when the register was changed.
    """
    if moment.tzinfo is None:
        raise GebruikersFout(
            "Het moment van een uitgave hoort een tijdzone te hebben, zoals 2026-01-01T09:00:00+01:00."
        )
    settings = instellingen or lees_instellingen()
    earlier = lees_uitgaven(register)
    judged = oordeel(waarden, settings, earlier, gebied)
    notes = {
        "moment": moment.isoformat(),
        "peildatum": peildatum.isoformat() if peildatum else None,
        "synthetisch": synthetisch,
        "let_op": "Verzonnen gegevens: deze cijfers gaan over een land dat niet bestaat." if synthetisch else "",
        "grondslag": grondslag,
        "herkomst": dict(herkomst or {}),
        "toestanden": TOESTANDEN,
        "indicatoren": [describe(judged.cijfers, code) for code in _codes(judged.cijfers)],
        "onthulling": [dict(line) for line in judged.verslag],
        "instellingen": to_dict(settings),
    }
    before = earlier[-1] if earlier else None
    named = _aanbieders(judged.cijfers, aanbieders or {}, synthetisch)
    tables = {**(bijlagen or {}), AANBIEDERS: named}
    extras = OpenData(judged.cijfers, notes, before, catalogus or Catalogus(), toelichting, tables)
    return bewaar(
        judged.cijfers,
        register=register,
        moment=moment,
        instellingen=settings,
        gebied=judged.gebied,
        metagegevens=notes,
        vul_aan=extras.schrijf,
    )


def _aanbieders(
    cijfers: pa.Table, namen: Mapping[str, Mapping[str, Any]], synthetisch: bool
) -> list[Mapping[str, Any]]:
    """Return a row for every provider that the figures have a code of, with its name when that is known."""
    codes = sorted(code for code in pc.unique(cijfers["aanbieder"]).to_pylist() if code)
    label = "ja" if synthetisch else "nee"
    return [{**namen.get(code, {}), "agb": code, "synthetisch": label} for code in codes]


def read_release(register: Path, nummer: int | None = None) -> Uitgave:
    """Return a release by its number, by default the latest; raises GebruikersFout when there is none."""
    if nummer is not None:
        return lees_uitgave(register, nummer)
    releases = lees_uitgaven(register)
    if not releases:
        raise GebruikersFout(f"In {register} staat nog geen uitgave. Maak er eerst een.")
    return releases[-1]


TOESTANDEN = {
    "gepubliceerd": "het cijfer, afgerond",
    "geheim": "er is een cijfer, maar het zou iets over een persoon of een bedrijf verraden",
    "onbekend": "er is geen cijfer te berekenen",
}


def describe(cijfers: pa.Table, code: str) -> Mapping[str, Any]:
    """Return what a reader must know of an indicator: its definition, unit, sources, limits, status and coverage."""
    rows = cijfers.filter(pc.equal(cijfers["indicator"], code))
    coverage = pc.min_max(rows["dekking"]).as_py()
    return {
        "code": code,
        **_definition(code),
        "status": sorted(status for status in pc.unique(rows["status"]).to_pylist() if status),
        "laagste_dekking": coverage["min"],
        "toestand": {each["values"]: each["counts"] for each in pc.value_counts(rows["toestand"]).to_pylist()},
    }


def _definition(code: str) -> Mapping[str, Any]:
    indicator, begrip = find_all("indicators", "INDICATOR").get(code), begrip_van(code)
    if not isinstance(indicator, Indicator):
        return {"definitie": "niet gevonden in deze versie van het programma"}
    return {
        "titel": indicator.titel,
        "definitie": indicator.betekenis,
        "begrip": begrip.begrip if begrip else "",
        "eenheid": indicator.eenheid,
        "teller": indicator.teller,
        "noemer": indicator.noemer,
        "bronnen": list(indicator.bronnen),
        "beperkingen": list(indicator.beperkingen),
    }


def _codes(cijfers: pa.Table) -> list[str]:
    return sorted(pc.unique(cijfers["indicator"]).to_pylist())
