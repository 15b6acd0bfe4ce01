"""Bring out what was last computed in a work folder."""

import hashlib
from contextlib import closing
from dataclasses import asdict
from datetime import date, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from jeugdstelsel import standaard
from jeugdstelsel.engines import duckdb as duck
from jeugdstelsel.model import GebruikersFout
from jeugdstelsel.publish import Uitgave, lees_instellingen
from jeugdstelsel.publish.csvw import AANSLUITING, KOSTENGROEI
from jeugdstelsel.publish.dcat import Catalogus, als_waarde, catalogus_van, lees_catalogus
from jeugdstelsel.rules import all_rules
from jeugdstelsel.services import aansluiting_uitgave, kostengroei_uitgave
from jeugdstelsel.services.aanbieders import aanbieders
from jeugdstelsel.services.calculate import REGISTER
from jeugdstelsel.services.grondslag import require_grondslag
from jeugdstelsel.services.publish_release import publish
from jeugdstelsel.services.stand import meet_bronnen
from jeugdstelsel.services.warehouse import open_warehouse
from jeugdstelsel.store import Register

CATALOGUS = "catalogus"


def publish_workdir(
    workdir: Path,
    *,
    moment: datetime,
    own_settings: Path | None = None,
    toelichting: str = "",
) -> Uitgave:
    """Return the new release, kept in the register of the work folder.

    `toelichting` tells readers why figures changed. Raises GebruikersFout before a calculation, and
    NietToegestaan when real messages may not become statistics.
    """
    with closing(open_warehouse(workdir, existing=True)) as connection:
        stand = duck.run_sql(connection, "SELECT max(peildatum) FROM koppeling_stand")[0][0]
        if stand is None:
            raise GebruikersFout(f"er is nog niets berekend. Doe eerst: jeugdstelsel bereken --werkmap {workdir}")
        grondslag = require_grondslag(workdir, "ijw→statistiek")
        values = duck.read_table(connection, "SELECT * FROM indicator_waarde")
        synthetic = duck.run_sql(connection, "SELECT COUNT(*) > 0 FROM levering WHERE synthetisch")[0][0]
        herkomst = _read_herkomst(connection)
    laid, why_not = aansluiting_uitgave.regels(workdir, stand)
    told = {"bronnen": meet_bronnen(workdir), "geen_aansluiting": why_not}
    return publish(
        values,
        register=workdir / REGISTER,
        moment=moment,
        instellingen=lees_instellingen(own_settings),
        peildatum=stand,
        synthetisch=synthetic,
        catalogus=read_catalogus(workdir),
        grondslag=grondslag,
        toelichting=toelichting,
        herkomst={**herkomst, **told},
        bijlagen={AANSLUITING: laid, KOSTENGROEI: kostengroei_uitgave.regels(workdir, stand)},
        aanbieders={code: asdict(found) for code, found in aanbieders(workdir).items()},
    )


def _read_herkomst(connection: duck.Connection) -> dict[str, Any]:
    """Return how many deliveries are behind the figures, one SHA-256 over theirs, and the rules they were judged by."""
    ids = [row[0] for row in duck.run_sql(connection, "SELECT levering_id FROM levering ORDER BY levering_id")]
    return {
        "leveringen": len(ids),
        "kenmerk_leveringen": hashlib.sha256("\n".join(ids).encode()).hexdigest(),
        "standaard": f"{standaard.release().naam} {standaard.release().versie}",
        "regels": len(all_rules()),
        "programma": version("jeugdstelsel"),
    }


def read_catalogus(workdir: Path) -> Catalogus:
    """Return who brings the figures out; without settings everything is labelled 'niet ingesteld'."""
    value = Register(workdir, CATALOGUS).lees(CATALOGUS, geldig_op=date.today())
    return catalogus_van(value) if value else Catalogus()


def zet_catalogus(workdir: Path, pad: Path, *, wie: str) -> Catalogus:
    """Keep the settings of a TOML file for this and later releases; raises GebruikersFout when one is wrong."""
    given = lees_catalogus(pad)
    register = Register(workdir, CATALOGUS)
    if given != read_catalogus(workdir):
        register.schrijf(
            CATALOGUS, als_waarde(given), wie=wie, waarom=f"instellingen uit {pad.name}", geldig_vanaf=date.today(),
            verwacht=register.versie(CATALOGUS),
        )  # fmt: skip
    return given
