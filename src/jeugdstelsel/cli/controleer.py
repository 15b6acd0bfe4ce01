"""`jeugdstelsel controleer`: judge messages without storing anything."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from jeugdstelsel.cli.keuzes import CONTRACT, XSD
from jeugdstelsel.model import Finding, GebruikersFout
from jeugdstelsel.services.check import Verdict, check_paths
from jeugdstelsel.services.series import SeriesFinding, check_series


@click.command("controleer", help="Controleer berichten zonder iets op te slaan.")
@click.argument("paden", metavar="PAD...", nargs=-1, type=click.Path(path_type=Path))
@click.option("--formaat", type=click.Choice(["tekst", "json"]), default="tekst", help="Vorm van de uitvoer.")
@click.option(
    "--reeks",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Map waarvan de bestanden op volgorde van naam één stroom zijn; toont wat tussen berichten niet klopt.",
)
@CONTRACT
@XSD
def COMMAND(paden: tuple[Path, ...], formaat: str, reeks: Path | None, contract: Path | None, xsd: Path | None) -> None:
    """Print one verdict per message, or one finding per line for a series; exit 1 when something is wrong."""
    if reeks is not None:
        lines = [_series_line(finding, formaat) for finding in check_series(reeks, contract=contract)]
        for line in lines:
            click.echo(line)
        sys.exit(1 if lines else 0)
    if not paden:
        raise GebruikersFout("er is geen bestand of map genoemd. Noem een PAD, of gebruik - voor de standaardinvoer.")
    wrong = False
    for verdict in check_paths(paden, xsd=xsd):
        wrong = wrong or not verdict.geldig or bool(verdict.regels)
        for line in _verdict_lines(verdict, formaat):
            click.echo(line)
    sys.exit(1 if wrong else 0)


def _verdict_lines(verdict: Verdict, formaat: str) -> Iterator[str]:
    if formaat == "json":
        value = {
            "bestand": verdict.bestand,
            "bericht": verdict.bericht,
            "geldig": verdict.geldig,
            "regels": list(verdict.regels),
            "bevindingen": [_as_json(finding) for finding in verdict.bevindingen],
        }
        yield json.dumps(value, ensure_ascii=False)
        return
    state = "in orde" if verdict.geldig and not verdict.bevindingen else "niet in orde"
    yield f"{verdict.bestand}: {verdict.bericht or 'geen bericht'}, {state}"
    for finding in verdict.bevindingen:
        yield f"  {finding.regel} op {finding.plaats}: {finding.tekst}"


def _as_json(finding: Finding) -> dict[str, Any]:
    return {
        "regel": finding.regel,
        "retourcode": finding.retourcode or None,
        "plaats": finding.plaats,
        "tekst": finding.tekst,
    }


def _series_line(finding: SeriesFinding, formaat: str) -> str:
    if formaat == "json":
        value = {
            "bestand": finding.bestand or None,
            "regel": finding.regel,
            "retourcode": finding.retourcode or None,
            "berichtklasse": finding.berichtklasse or None,
            "ernst": finding.ernst,
            "plaats": finding.plaats,
            "tekst": finding.tekst,
        }
        return json.dumps(value, ensure_ascii=False)
    return f"{finding.bestand}: {finding.regel} ({finding.ernst}) op {finding.plaats}: {finding.tekst}"
