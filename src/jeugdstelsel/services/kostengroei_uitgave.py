"""Why costs changed, as it goes into a release."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

from jeugdstelsel.engines import duckdb as duck
from jeugdstelsel.model import GebruikersFout
from jeugdstelsel.publish.delen import GEPUBLICEERD
from jeugdstelsel.services.verklaar import Verklaring, explain_costs_in
from jeugdstelsel.services.warehouse import open_warehouse
from jeugdstelsel.standaard import jeugdregios

KOSTEN_VAN, KOSTEN_NAAR, VERSCHIL = "kosten_van", "kosten_naar", "verschil"


def regels(workdir: Path, peildatum: date) -> list[dict[str, Any]]:
    """Return why costs changed for the country and every jeugdregio, over the last two whole years.

    When the costs of one of them are not known, over the halves of the last year; nothing when neither is known.
    """
    year = peildatum.year - 1
    with closing(open_warehouse(workdir, existing=True)) as connection:
        for van, naar in ((f"{year - 1}", f"{year}"), (f"{year}-H1", f"{year}-H2")):
            country = _verklaar(connection, workdir, {}, van, naar)
            if country and None not in country.kosten:
                found = [("land", "NL", country)]
                for code in jeugdregios():
                    if told := _verklaar(connection, workdir, {"jeugdregio": code}, van, naar):
                        found.append(("jeugdregio", code, told))
                return [row for niveau, gebied, each in found for row in _plat(niveau, gebied, each)]
    return []


def _verklaar(
    connection: duck.Connection, workdir: Path, place: dict[str, str], van: str, naar: str
) -> Verklaring | None:
    """Return the explanation for a place, or None when nothing is known of these periods."""
    try:
        return explain_costs_in(connection, workdir, place, van, naar)
    except GebruikersFout:
        return None


def _plat(niveau: str, gebied: str, found: Verklaring) -> Iterator[dict[str, Any]]:
    """Yield the costs of both periods, every part in its order, and the difference."""
    about = {
        "periode": found.naar, "van": found.van, "niveau": niveau, "gebied": gebied, "status": found.status,
        "peildatum": found.peildatum, "synthetisch": "ja" if found.synthetisch else "nee",
        "vergelijkbaar": found.vergelijkbaar, "halve_gemeenten": found.halve_gemeenten,
    }  # fmt: skip
    state = found.regels[0].toestand
    amounts = (
        (KOSTEN_VAN, (), found.kosten[0], state),
        *((line.deel, line.bevat, line.bedrag, line.toestand) for line in found.regels),
        (KOSTEN_NAAR, (), found.kosten[1], state),
        (VERSCHIL, (), found.verschil, state),
    )
    for deel, bevat, bedrag, toestand in amounts:
        known = GEPUBLICEERD if bedrag is not None else toestand
        yield {**about, "deel": deel, "bevat": " ".join(bevat), "waarde": bedrag, "toestand": known}
