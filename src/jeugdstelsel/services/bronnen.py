"""The register of sources: the ones that this program knows and the ones that the holder of the data adds."""

import json
from collections.abc import Mapping
from contextlib import closing
from dataclasses import asdict, dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any

from jeugdstelsel.engines import duckdb as duck
from jeugdstelsel.model import GebruikersFout, NietToegestaan
from jeugdstelsel.services.warehouse import DATABASE, open_warehouse
from jeugdstelsel.standaard.bronregister import Databron, databronnen
from jeugdstelsel.store import Archive, Register

REGISTERS = ("bronnen", "grondslag", "catalogus")
"""The registers of a work folder about data and who answers for them."""

VERPLICHT = ("naam", "eigenaar", "grondslag", "sleutel", "frequentie")
"""Without these a source is not registered."""

_BERICHTEN = """
    WITH b AS (SELECT gemeente, dagtekening, list_contains($soorten, berichtsoort) AS eigen FROM bericht)
    SELECT NULL,
        COUNT(DISTINCT gemeente) FILTER (
            WHERE eigen AND dagtekening > (SELECT plus_maanden(max(dagtekening), -1) FROM b)
        ),
        COUNT(DISTINCT gemeente)
    FROM b
"""
_BIJ = """
    WITH l AS (SELECT * FROM bij_levering WHERE soort = $soort AND status = 'geldig')
    SELECT max(ontvangen_op), COUNT(DISTINCT aanbieder) FILTER (WHERE periode = (SELECT max(periode) FROM l)),
        COUNT(DISTINCT aanbieder)
    FROM l
"""
_UITKOMST = """
    SELECT (SELECT max(periode) FROM bij_uitkomst),
        (SELECT COUNT(DISTINCT levering_id || '/' || regel) FROM bij_uitkomst), COUNT(*)
    FROM bij_jeugdhulp WHERE datum_einde IS NOT NULL
"""
_IV3 = """
    SELECT max(jaar), COUNT(DISTINCT gemeente) FILTER (WHERE jaar = (SELECT max(jaar) FROM iv3_bedrag)),
        COUNT(DISTINCT gemeente)
    FROM iv3_bedrag
"""
_STATLINE = """
    SELECT max(periode), COUNT(*) FILTER (WHERE toestand = 'waarde'), COUNT(*) FROM statline_cel WHERE tabel = $tabel
"""
"""Each query returns the last day or period, how many are present and how many may be expected."""


@dataclass(frozen=True)
class Bronstand:
    """A source and what there is of it in the work folder.

    `laatste` is the day of the last delivery or the last period in it, empty when there is nothing;
    `volledigheid` is a share 0..1 of what `gemeten_aan` says, None when it cannot be told.
    """

    bron: Databron
    laatste: str = ""
    volledigheid: float | None = None
    gemeten_aan: str = ""


def read_bronnen(workdir: Path, *, dag: date | None = None) -> dict[str, Databron]:
    """Return the sources registered on a day (today): those of the program and of the holder, by short name."""
    register, day = _register(workdir), dag or date.today()
    own = {name: _from_value(name, value) for name, value in register.stand(geldig_op=day).items()}
    told = {line.sleutel for line in register.geschiedenis() if line.geldig_vanaf <= day}
    return {name: source for name, source in databronnen().items() if name not in told} | own


def read_stand(workdir: Path) -> list[Bronstand]:
    """Return every registered source with what there is of it in the work folder; no folder is made."""
    sources = read_bronnen(workdir).values()
    if not (workdir / DATABASE).exists():
        return [Bronstand(source) for source in sources]
    with closing(open_warehouse(workdir, existing=True)) as connection:
        return [_stand(connection, workdir, source) for source in sources]


def require_bron(workdir: Path, bron: str) -> str:
    """Return the legal basis of a source; raises NietToegestaan when it is not, or no longer, registered."""
    found = read_bronnen(workdir).get(bron)
    if found is None or not found.grondslag:
        raise NietToegestaan(
            f"de bron {bron} heeft geen vastgelegde grondslag, dus uitvoer is niet toegestaan. "
            "Leg haar vast met: jeugdstelsel bronnen voeg-toe"
        )
    return found.grondslag


def voeg_bron_toe(
    workdir: Path, bron: str, velden: Mapping[str, str], *, vanaf: date, wie: str, waarom: str
) -> Databron:
    """Register a source, or a new version of one, from a day on. Raises GebruikersFout when an answer is missing."""
    words = {name: value.strip() for name, value in velden.items() if value.strip()}
    value = _as_value(read_bronnen(workdir, dag=vanaf).get(bron)) | words
    missing = [name for name in VERPLICHT if not value.get(name)]
    if missing:
        raise GebruikersFout(
            f"de bron {bron} is niet geregistreerd: {', '.join(missing)} ontbreekt. "
            "Van elke bron is bekend van wie zij is, op welke grond, met welke sleutel en hoe vaak zij komt."
        )
    source = _from_value(bron, value)
    register = _register(workdir)
    register.schrijf(
        bron, _as_value(source), wie=wie, waarom=waarom, geldig_vanaf=vanaf, verwacht=register.versie(bron)
    )
    return source


def trek_bron_in(workdir: Path, bron: str, *, vanaf: date, wie: str, waarom: str) -> None:
    """Take a source out of the register from a day on; its history stays. Raises GebruikersFout for an unknown one."""
    if bron not in read_bronnen(workdir, dag=vanaf):
        raise GebruikersFout(f"de bron '{bron}' staat niet in het register. Bekijk ze met: jeugdstelsel bronnen")
    _register(workdir).schrijf(bron, None, wie=wie, waarom=waarom, geldig_vanaf=vanaf)


def read_geschiedenis(workdir: Path) -> list[dict[str, str]]:
    """Return every line of the registers of sources, legal bases and the catalogue, in the order of recording."""
    lines = [(name, line) for name in REGISTERS for line in Register(workdir, name).geschiedenis()]
    return [
        {
            "wanneer": line.wanneer.isoformat(timespec="seconds"),
            "register": name,
            "sleutel": line.sleutel,
            "versie": str(line.versie),
            "wie": line.wie,
            "waarom": line.waarom,
            "geldig_vanaf": line.geldig_vanaf.isoformat(),
            "was": _say(line.oud),
            "werd": _say(line.waarde),
        }
        for name, line in sorted(lines, key=lambda each: each[1].wanneer)
    ]


def _say(value: Mapping[str, Any] | None) -> str:
    return "niets" if value is None else json.dumps(value, ensure_ascii=False)


def _register(workdir: Path) -> Register:
    return Register(workdir, "bronnen")


def _as_value(source: Databron | None) -> dict[str, Any]:
    return {} if source is None else {name: value for name, value in asdict(source).items() if name != "bron"}


def _from_value(bron: str, value: Mapping[str, Any]) -> Databron:
    empty = {field.name: "" for field in fields(Databron)} | {"groep": "eigen", "vindplaats": "eigen opgave"}
    given = {**empty, **value, "bron": bron}
    given["persoonsgegevens"] = given["persoonsgegevens"] not in ("", False, "nee")
    return Databron(**{**given, "berichten": tuple(given["berichten"])})


def _stand(connection: duck.Connection, workdir: Path, source: Databron) -> Bronstand:
    """Return what there is of one source; of a source that is not taken in there is nothing."""
    sql, parameters, expected = _query(source)
    if not sql:
        return Bronstand(source)
    last, present, whole = duck.run_sql(connection, sql, parameters)[0]
    last = _last_delivery(connection, workdir, source) if source.berichten else last
    if not present:
        return Bronstand(source, str(last or ""))
    return Bronstand(source, str(last or ""), present / whole if whole else None, expected)


def _query(source: Databron) -> tuple[str, dict[str, Any], str]:
    """Return the query for the state of a source, its parameters, and in words what is expected."""
    kind, _, name = source.bron.partition("_")
    if source.berichten:
        return _BERICHTEN, {"soorten": list(source.berichten)}, "gemeenten met berichten, over de laatste maand"
    if source.bron == "bij_uitkomst":
        return _UITKOMST, {}, "beëindigde hulp in de Beleidsinformatie"
    if kind == "bij":
        return _BIJ, {"soort": name}, "aanbieders die ooit leverden, in de laatste periode"
    if kind == "cbs":
        return _STATLINE, {"tabel": name}, "cellen in de opgehaalde tabel"
    if kind == "iv3":
        return _IV3, {}, "gemeenten met een bedrag in enig jaar, in het laatste jaar"
    return "", {}, ""


def _last_delivery(connection: duck.Connection, workdir: Path, source: Databron) -> str:
    """Return the day on which a delivery with messages of this source last came in, by the ledger."""
    rows = duck.run_sql(
        connection,
        "SELECT DISTINCT levering_id FROM ontvangst WHERE list_contains($soorten, berichtsoort)",
        {"soorten": list(source.berichten)},
    )
    wanted = {row[0] for row in rows}
    days = [each.ontvangen_op[:10] for each in Archive(workdir).deliveries() if each.levering_id in wanted]
    return max(days, default="")
