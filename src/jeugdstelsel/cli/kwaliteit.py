"""`jeugdstelsel kwaliteit`: how good the data of a supplier are, and what that does to the figures."""

from collections.abc import Callable, Mapping
from dataclasses import asdict
from pathlib import Path

import click
from rich.table import Table

from jeugdstelsel.cli.keuzes import BESTAAND, FORMAAT, PER, WERKMAP
from jeugdstelsel.cli.tabel import console, format_value, make_table, print_csv, print_json
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
@click.option("--pakketten", type=BESTAAND, help="Lijst (CSV) van wie welk softwarepakket gebruikt.")
@click.option("--bij", is_flag=True, help="Vergelijk ook met Beleidsinformatie, per halfjaar of jaar.")
@click.option("--gevolgen", is_flag=True, help="Toon wat elk gebrek met de cijfers doet.")
@PER
@FORMAAT
@WERKMAP
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


def _value(figure: Cijfer | None) -> str:
    """Return a score for a reader: a share as a percentage."""
    if figure is None or figure.waarde is None:
        return "" if figure is None else figure.toestand
    if describe(figure.indicator)["eenheid"] == "aandeel":
        return f"{figure.waarde:.0%}"
    return format_value(figure.waarde, figure.toestand)


def _print_text(found: Kwaliteit) -> None:
    screen = console(120 if len(found.plaatsen) == 1 else 150)
    title = found.namen[found.plaatsen[0]] if len(found.plaatsen) == 1 else f"per {found.soort}"
    screen.print(f"[bold]Kwaliteit van de gegevens[/bold], {title}. Peildatum: {found.peildatum}.")
    if found.synthetisch:
        screen.print("[bold]SYNTHETISCH: deze cijfers gaan over een verzonnen land.[/bold]")
    screen.print(_over_time(found) if len(found.plaatsen) == 1 else _side_by_side(found))
    if len(found.plaatsen) == 1:
        screen.print(_by_rule(found))
    screen.print("Wat een laag cijfer met andere cijfers doet: jeugdstelsel kwaliteit --gevolgen")
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
    table = make_table("Knelpunt", "Score", "Goed is", *periods, rechts=periods)
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
    headings = [score.kort for score in SCORES]
    table = make_table(period, *headings, rechts=headings)
    for place in sorted({place for place, _, _ in cells}):
        values = (_value(cells.get((place, score.indicator, score.uitsplitsing))) for score in SCORES)
        table.add_row(found.namen[place], *values)
    return table


def _by_rule(found: Kwaliteit) -> Table | str:
    """Return the rules with most findings per 1000 messages in the latest period, or that there are none."""
    period = found.perioden[-1]
    rules = [figure for figure in found.cijfers if figure.periode == period and figure.regel not in ("", "alle")]
    if not rules:
        return f"Er zijn geen bevindingen per regel in {period}."
    table = make_table("Regel", "Aantal", rechts=("Aantal",), title=f"Bevindingen per 1000 berichten, {period}")
    for figure in sorted(rules, key=lambda figure: -(figure.waarde or 0))[:RULES]:
        table.add_row(figure.regel, _value(figure))
    return table


def _print_csv(found: Kwaliteit) -> None:
    fields = (*Cijfer.__dataclass_fields__, "peildatum", "synthetisch")
    more = {"peildatum": found.peildatum, "synthetisch": "ja" if found.synthetisch else "nee"}
    print_csv(({**asdict(figure), **more} for figure in found.cijfers), fields)


def _print_json(found: Kwaliteit) -> None:
    scores = [{**asdict(score), **describe(score.indicator)} for score in _scores(found)]
    print_json({**asdict(found), "scores": scores})


def _effects_text() -> None:
    screen = console(120)
    for defect in gebreken():
        screen.print(f"[bold]{defect.titel}[/bold] ({defect.knelpunt})")
        for effect in defect.gevolgen:
            screen.print(f"  {effect.richting:<9} {find_indicator(effect.indicator).titel}: {effect.waarom}.")
        screen.print(f"  Herstel: {defect.herstel}.\n")


def _effects_csv() -> None:
    lines = ((defect, effect) for defect in gebreken() for effect in defect.gevolgen)
    rows = ({**asdict(defect), **asdict(effect), "gebrek": defect.code} for defect, effect in lines)
    print_csv(rows, ("gebrek", "knelpunt", "titel", "indicator", "richting", "waarom", "herstel"))


def _effects_json() -> None:
    print_json([asdict(defect) for defect in gebreken()])


PRINT: Mapping[str, Callable[[Kwaliteit], None]] = {"tekst": _print_text, "csv": _print_csv, "json": _print_json}
EFFECTS: Mapping[str, Callable[[], None]] = {"tekst": _effects_text, "csv": _effects_csv, "json": _effects_json}
