"""`jeugdstelsel bij`: Beleidsinformatie Jeugd, from a delivery to a mirror report."""

import csv
import io
import json
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

from jeugdstelsel.cli.keuzes import BESTAAND, DAG, FORMAAT, WERKMAP, door
from jeugdstelsel.cli.tabel import print_csv
from jeugdstelsel.ingest.bij_record import Bestand
from jeugdstelsel.model import GebruikersFout
from jeugdstelsel.services.aanbieders import naam_van_aanbieder
from jeugdstelsel.services.bij import Genomen, check, load
from jeugdstelsel.services.bij_levering import Gemaakt, make_delivery, write_made, write_with_bsn
from jeugdstelsel.services.bij_spiegel import Spiegel, make_mirror
from jeugdstelsel.standaard.bij import SOORTEN

_F = TypeVar("_F", bound=Callable[..., Any])
_INDELING = click.option(
    "--indeling",
    type=BESTAAND,
    help="Eigen indeling van de kolommen (TOML); anders die van de handleiding.",
)
_PADEN = click.argument("paden", metavar="PAD...", nargs=-1, required=True, type=click.Path(path_type=Path))
_ABOUT = (
    click.option("--aanbieder", required=True, help="AGB-code van de aanbieder, acht cijfers."),
    click.option("--periode", required=True, help="2025-H1, of 2025-K1 bij jeugdreclassering."),
    click.option("--soort", type=click.Choice(SOORTEN), default="jeugdhulp", show_default=True),
)


@click.group("bij", help="Beleidsinformatie Jeugd: leveringen controleren, laden, maken en spiegelen.")
def COMMAND() -> None:
    """Group of the commands on Beleidsinformatie Jeugd."""


def _about(command: _F) -> _F:
    for option in reversed(_ABOUT):
        command = option(command)
    return command


@COMMAND.command("controleer", help="Controleer leveringen zonder iets op te slaan.")
@_PADEN
@_INDELING
@click.option("--formaat", type=click.Choice(["tekst", "json"]), default="tekst", show_default=True)
def controleer(paden: tuple[Path, ...], indeling: Path | None, formaat: str) -> None:
    """Print a verdict per file; exit 1 when something is wrong."""
    wrong = False
    for path, bestand in check(paden, indeling):
        wrong = wrong or not bestand.in_orde
        for line in [_json(_verdict(path, bestand))] if formaat == "json" else _verdict_lines(path, bestand):
            click.echo(line)
    sys.exit(1 if wrong else 0)


def _verdict(path: Path, bestand: Bestand) -> Mapping[str, Any]:
    return {
        "bestand": str(path),
        "soort": bestand.soort or None,
        "aanbieder": bestand.aanbieder or None,
        "periode": bestand.periode.code if bestand.periode else None,
        "in_orde": bestand.in_orde,
        "regels": bestand.regels,
        "afgekeurd": bestand.afgekeurd,
        "records": len(bestand.records),
        "bevindingen": [
            {"code": f.regel, "ernst": f.ernst, "regel": f.regelnummer or None, "plaats": f.plaats, "tekst": f.tekst}
            for f in bestand.findings
        ],
    }


def _verdict_lines(path: Path, bestand: Bestand) -> Iterable[str]:
    state = "in orde" if bestand.in_orde else "niet in orde"
    yield f"{path}: {_title(bestand)}, {bestand.regels} regels, {bestand.afgekeurd} afgekeurd, {state}"
    for finding in bestand.findings:
        yield f"  {finding.regel} ({finding.ernst}) op {finding.plaats}: {finding.tekst}"


def _title(bestand: Bestand) -> str:
    if not bestand.soort:
        return "geen levering"
    period = bestand.periode.code if bestand.periode else "onbekende periode"
    return f"{bestand.soort} {period} van {bestand.aanbieder or 'onbekende aanbieder'}"


@COMMAND.command("laad", help="Neem leveringen op. Een nieuwe vervangt de vorige over dezelfde periode.")
@_PADEN
@WERKMAP
@_INDELING
@click.option("--van", default="onbekend", help="Wie de levering stuurde, voor het grootboek.")
@door("de levering inleest")
@click.option("--ontvangen", type=DAG, help="Dag van ontvangst; standaard vandaag.")
@click.option(
    "--postcodes",
    type=BESTAAND,
    help="CSV met de kolommen postcode en gemeente, om een postcode aan een gemeente toe te wijzen.",
)
def laad(
    paden: tuple[Path, ...], werkmap: Path, indeling: Path | None, van: str, door: str,
    ontvangen: date | None, postcodes: Path | None,
) -> None:  # fmt: skip
    """Take deliveries in and say what became of each; exit 1 when one was refused."""
    taken = load(werkmap, paden, van=van, door=door, ontvangen=ontvangen, indeling=indeling, postcodes=postcodes)
    for item in taken:
        click.echo(_taken_line(item))
    counts = Counter(item.status for item in taken)
    click.echo(", ".join(f"{number} {status}" for status, number in sorted(counts.items())) or "niets gevonden")
    click.echo(f"Bevindingen: jeugdstelsel exporteer bevindingen --werkmap {werkmap} --formaat csv")
    sys.exit(1 if counts["afgekeurd"] else 0)


def _taken_line(item: Genomen) -> str:
    known = ", was al bekend" if item.al_bekend else ""
    return (
        f"{item.naam}: {_title(item.bestand)}, {item.bestand.regels} regels, {item.bestand.afgekeurd} afgekeurd, "
        f"{item.records} records, {item.status}{known}"
    )


@COMMAND.command("maak", help="Maak een levering uit de berichten. Ernaast komt wat nog is aan te vullen.")
@_about
@WERKMAP
@click.option("--uit", required=True, type=click.Path(dir_okay=False, path_type=Path), help="Bestand voor de levering.")
@click.option(
    "--met-bsn",
    is_flag=True,
    help="Met BSN, zoals het naar het CBS gaat; alleen voor de aanbieder zelf, met grondslag.",
)
def maak(aanbieder: str, periode: str, soort: str, werkmap: Path, uit: Path, met_bsn: bool) -> None:
    """Write the delivery, and beside it a CSV of the fields that the messages cannot fill."""
    made = make_delivery(werkmap, aanbieder, periode, soort)
    if not made.records:
        raise GebruikersFout(f"er is in {periode} geen {soort} van {aanbieder} in de berichten. Controleer de code.")
    _write_private(uit, write_with_bsn(werkmap, made) if met_bsn else write_made(made))
    beside = uit.with_name(f"{uit.stem}.aanvullen.csv")
    _write_private(beside, _missing_lines(made))
    if made.synthetisch:
        click.echo("SYNTHETISCH: deze levering gaat over verzonnen jongeren.")
    click.echo(f"{len(made.records)} records geschreven naar {uit}{'' if met_bsn else ', met pseudoniemen'}.")
    click.echo(f"{len(made.ontbreekt)} gegevens zijn nog aan te vullen; zie {beside}.")
    for veld, number in Counter(item.veld for item in made.ontbreekt).most_common():
        click.echo(f"  {veld}: {number}")


def _write_private(path: Path, data: bytes) -> None:
    """Write a file about persons, readable by its owner only."""
    path.unlink(missing_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as target:
        target.write(data)


def _missing_lines(made: Gemaakt) -> bytes:
    target = io.StringIO()
    writer = csv.writer(target, delimiter=";", lineterminator="\n")
    writer.writerow(("regel", "kenmerk", "veld", "waarom"))
    writer.writerows((item.regel, item.kenmerk, item.veld, item.waarom) for item in made.ontbreekt)
    return target.getvalue().encode()


@COMMAND.command("spiegel", help="Toon het spiegelrapport. De levering staat naast de vorige periode en de berichten.")
@_about
@WERKMAP
@FORMAAT
def spiegel(aanbieder: str, periode: str, soort: str, werkmap: Path, formaat: str) -> None:
    """Print the mirror report; its numbers are of the aanbieder itself and are not meant for others."""
    report = make_mirror(werkmap, aanbieder, periode, soort)
    if formaat == "json":
        click.echo(_json({**asdict(report), "ontvangen_op": report.ontvangen_op.isoformat()}))
    elif formaat == "csv":
        _print_csv(report)
    else:
        for line in _mirror_lines(report, naam_van_aanbieder(werkmap, aanbieder)):
            click.echo(line)


_COLUMNS = ("kenmerk", "code", "betekenis", "jongeren", "records", "vorige", "berichten")


def _print_csv(report: Spiegel) -> None:
    label = {"synthetisch": "ja" if report.synthetisch else "nee"}
    print_csv(({**asdict(item), **label} for item in report.telling), (*_COLUMNS, "synthetisch"))


def _mirror_lines(report: Spiegel, aanbieder: str) -> Iterable[str]:
    if report.synthetisch:
        yield "SYNTHETISCH: deze levering gaat over verzonnen jongeren."
    late = f"{report.dagen_na_termijn} dagen te laat" if report.dagen_na_termijn > 0 else "op tijd"
    yield f"{report.soort} {report.periode} van {aanbieder}: ontvangen op {report.ontvangen_op}, {late}"
    yield f"{report.regels} regels, {report.afgekeurd} afgekeurd"
    yield f"{'':25}{'':58}{'jongeren':>9}{'records':>9}{'vorige':>9}{'berichten':>10}"
    for item in report.telling:
        code = f"{item.kenmerk} {item.code}".strip()
        yield (
            f"{code:25}{item.betekenis[:57]:58}{item.jongeren:>9}{item.records:>9}"
            f"{_shown(item.vorige, '-'):>9}{_shown(item.berichten, '-'):>10}"
        )
    if report.overlap is None:
        yield f"Niet vergeleken met de berichten: {report.zonder_berichten}"
    else:
        mine, said, both = report.overlap
        yield f"Jongeren: {both} in levering en berichten, {mine} alleen in de levering, {said} alleen in de berichten."
    for code, number, meaning in report.bevindingen:
        yield f"Bevinding {code}, {number} keer: {meaning}"


def _shown(value: object, empty: str) -> str:
    return empty if value is None else str(value)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
