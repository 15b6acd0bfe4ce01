"""`jeugdstelsel kwaliteit`: how good the data of a supplier are, and what that does to the figures."""

import csv
import json
import sys
from collections.abc import Callable, Mapping
from dataclasses import asdict
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from jeugdstelsel.cli.toon import format_value
from jeugdstelsel.indicators.gebreken import gebreken
from jeugdstelsel.services.compute import find_indicator
from jeugdstelsel.services.kwaliteit import (
    BIJ,
    SCORES,
    Cijfer,
    Kwaliteit,
    Score,
    Soort,
    describe,
    read_quality,
    with_bij,
)
from jeugdstelsel.services.show import name_of

COLUMNS = 6
"""Periods that fit on a screen; csv and json have all."""
RULES = 10
"""Rules that are shown of one place."""


@click.command("kwaliteit", help="Toon hoe goed de gegevens van een gemeente, aanbieder of softwarepakket zijn.")
@click.option("--gemeente", help="Code of naam van een gemeente.")
@click.option("--aanbieder", help="AGB-code van een aanbieder.")
@click.option("--pakket", help="Naam van een softwarepakket uit de lijst.")
@click.option(
    "--vergelijk", type=click.Choice(["gemeente", "aanbieder", "pakket"]), help="Zet ze allemaal naast elkaar."
)
@click.option(
    "--pakketten", type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Lijst (CSV) van wie welk softwarepakket gebruikt.",
)  # fmt: skip
@click.option("--bij", is_flag=True, help="Vergelijk ook met Beleidsinformatie, per halfjaar of jaar.")
@click.option("--gevolgen", is_flag=True, help="Toon wat elk gebrek met de cijfers doet.")
@click.option(
    "--per", type=click.Choice(["maand", "kwartaal", "halfjaar", "jaar"]), default="kwartaal", show_default=True,
    help="Lengte van de perioden.",
)  # fmt: skip
@click.option("--formaat", type=click.Choice(["tekst", "csv", "json"]), default="tekst", show_default=True)
@click.option("--werkmap", type=click.Path(file_okay=False, path_type=Path), default=Path("werkmap"), show_default=True)
def COMMAND(
    gemeente: str | None, aanbieder: str | None, pakket: str | None, vergelijk: Soort | None, pakketten: Path | None,
    bij: bool, gevolgen: bool, per: str, formaat: str, werkmap: Path,
) -> None:  # fmt: skip
    """Print the scores that may be shown, or what defects do."""
    if gevolgen:
        EFFECTS[formaat]()
        return
    given: dict[Soort, str | None] = {"gemeente": gemeente, "aanbieder": aanbieder, "pakket": pakket}
    chosen = [(kind, name) for kind, name in given.items() if name]
    if len(chosen) + bool(vergelijk) > 1:
        raise click.UsageError("kies één van --gemeente, --aanbieder, --pakket en --vergelijk.")
    kind, name = chosen[0] if chosen else (vergelijk or "land", None)
    found = read_quality(werkmap, kind, name, per=per, pakketten=pakketten)
    PRINT[formaat](with_bij(werkmap, found) if bij else found)


def _name(found: Kwaliteit, place: str) -> str:
    return name_of("gemeente", place) if found.soort == "gemeente" else place


def _value(figure: Cijfer | None) -> str:
    """Return a score for a reader: a share as a percentage."""
    if figure is None or figure.waarde is None:
        return "" if figure is None else figure.toestand
    if describe(figure.indicator)["eenheid"] == "aandeel":
        return f"{figure.waarde:.0%}"
    return format_value(figure.waarde, figure.toestand)


def _print_text(found: Kwaliteit) -> None:
    console = Console(width=None if Console().is_terminal else 120)
    title = _name(found, found.plaatsen[0]) if len(found.plaatsen) == 1 else f"per {found.soort}"
    console.print(f"[bold]Kwaliteit van de gegevens[/bold], {title}. Peildatum: {found.peildatum}.")
    if found.synthetisch:
        console.print("[bold]SYNTHETISCH: deze cijfers gaan over een verzonnen land.[/bold]")
    console.print(_over_time(found) if len(found.plaatsen) == 1 else _side_by_side(found))
    if len(found.plaatsen) == 1:
        console.print(_by_rule(found))
    console.print("Wat een laag cijfer met andere cijfers doet: jeugdstelsel kwaliteit --gevolgen")
    for finding in found.bevindingen:
        click.echo(f"Lijst van pakketten, {finding.plaats}: {finding.tekst}", err=True)


def _scores(found: Kwaliteit) -> tuple[Score, ...]:
    """Return the scores to show: with Beleidsinformatie only when it was asked for."""
    linked = any(figure.indicator == BIJ.indicator for figure in found.cijfers)
    return (*SCORES, BIJ) if linked else SCORES


def _over_time(found: Kwaliteit) -> Table:
    """Return the scores of one place: a row per score, a column per period."""
    periods = found.perioden[-COLUMNS:]
    cells = {(figure.indicator, figure.regel, figure.periode): figure for figure in found.cijfers}
    table = Table("Knelpunt", "Score", "Goed is")
    for period in periods:
        table.add_column(period, justify="right")
    for score in _scores(found):
        values = (_value(cells.get((score.indicator, score.uitsplitsing, period))) for period in periods)
        table.add_row(score.knelpunt, describe(score.indicator)["titel"], score.goed, *values)
    return table


def _side_by_side(found: Kwaliteit) -> Table:
    """Return the scores of many places in the latest period: a row per place, a column per score."""
    period = found.perioden[-1]
    cells = {
        (figure.plaats, figure.indicator, figure.regel): figure for figure in found.cijfers if figure.periode == period
    }
    table = Table(period)
    for score in SCORES:
        table.add_column(score.kort, justify="right")
    for place in sorted({place for place, _, _ in cells}):
        values = (_value(cells.get((place, score.indicator, score.uitsplitsing))) for score in SCORES)
        table.add_row(_name(found, place), *values)
    return table


def _by_rule(found: Kwaliteit) -> Table | str:
    """Return the rules with most findings per 1000 messages in the latest period, or that there are none."""
    period = found.perioden[-1]
    rules = [figure for figure in found.cijfers if figure.periode == period and figure.regel not in ("", "alle")]
    if not rules:
        return f"Er zijn geen bevindingen per regel in {period}."
    table = Table("Regel", title=f"Bevindingen per 1000 berichten, {period}")
    table.add_column("Aantal", justify="right")
    for figure in sorted(rules, key=lambda figure: -(figure.waarde or 0))[:RULES]:
        table.add_row(figure.regel, _value(figure))
    return table


def _print_csv(found: Kwaliteit) -> None:
    fields = (*Cijfer.__dataclass_fields__, "peildatum", "synthetisch")
    writer = csv.DictWriter(sys.stdout, fields)
    writer.writeheader()
    more = {"peildatum": found.peildatum, "synthetisch": "ja" if found.synthetisch else "nee"}
    writer.writerows({**asdict(figure), **more} for figure in found.cijfers)


def _print_json(found: Kwaliteit) -> None:
    scores = [{**asdict(score), **describe(score.indicator)} for score in _scores(found)]
    click.echo(json.dumps({**asdict(found), "scores": scores}, ensure_ascii=False, indent=1))


def _effects_text() -> None:
    console = Console(width=None if Console().is_terminal else 120)
    for defect in gebreken():
        console.print(f"[bold]{defect.titel}[/bold] ({defect.knelpunt})")
        for effect in defect.gevolgen:
            console.print(f"  {effect.richting:<9} {find_indicator(effect.indicator).titel}: {effect.waarom}.")
        console.print(f"  Herstel: {defect.herstel}.\n")


def _effects_csv() -> None:
    writer = csv.writer(sys.stdout)
    writer.writerow(("gebrek", "knelpunt", "titel", "indicator", "richting", "waarom", "herstel"))
    for defect in gebreken():
        for effect in defect.gevolgen:
            writer.writerow(
                (defect.code, defect.knelpunt, defect.titel, effect.indicator, effect.richting, effect.waarom,
                 defect.herstel)
            )  # fmt: skip


def _effects_json() -> None:
    click.echo(json.dumps([asdict(defect) for defect in gebreken()], ensure_ascii=False, indent=1))


PRINT: Mapping[str, Callable[[Kwaliteit], None]] = {"tekst": _print_text, "csv": _print_csv, "json": _print_json}
EFFECTS: Mapping[str, Callable[[], None]] = {"tekst": _effects_text, "csv": _effects_csv, "json": _effects_json}
