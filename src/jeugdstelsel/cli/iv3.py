"""`jeugdstelsel iv3`: what gemeenten spend on youth according to their accounts."""

import getpass
import sys
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import click

from jeugdstelsel.cli.keuzes import DAG, FORMAAT, MAP, WERKMAP
from jeugdstelsel.cli.tabel import console, make_table, print_json, print_rows
from jeugdstelsel.model import Ernst, GebruikersFout
from jeugdstelsel.model.notatie import vast
from jeugdstelsel.services import iv3 as service
from jeugdstelsel.services.iv3_reeks import (
    Boek,
    Punt,
    Reeks,
    difference,
    find_place,
    make_series,
    origins,
    read_book,
    read_index,
    to_price_level,
)
from jeugdstelsel.standaard import iv3

DOCUMENTEN = ("jaarrekening", "begroting", *(f"kwartaal {number}" for number in range(1, 5)))
STATUS = "onbewerkt, zoals de gemeente het aan het CBS opgaf"
EUROCENTEN = {"land": (100_000_000, "mln euro", 1), "jeugdregio": (100_000_000, "mln euro", 1)}
"""Eurocents per unit on the screen, its name, and its decimals; a gemeente in thousands of euro."""


@click.group("iv3", help="Toon of laad wat gemeenten volgens Iv3 aan jeugd uitgeven.")
def COMMAND() -> None:
    """Amounts from the accounts of gemeenten."""


@COMMAND.command("laad", help="Neem een levering van Iv3 op: JSON, CSV of OpenSpending.")
@click.argument("pad", type=click.Path(path_type=Path))
@WERKMAP
@click.option("--gemeente", default="", help="Gemeentecode, voor OpenSpending: daar staat zij niet in het bestand.")
@click.option("--bekend-op", type=DAG, help="Dag waarop deze cijfers bekend werden.")
@click.option("--van", default="CBS", show_default=True, help="Wie de levering gaf, voor het grootboek.")
def laad(pad: Path, werkmap: Path, gemeente: str, bekend_op: date | None, van: str) -> None:
    """Archive and store one delivery; exit 1 when something in it was not taken in."""
    done = service.load(werkmap, pad, van=van, door=getpass.getuser(), gemeente=gemeente, bekend_op=bekend_op)
    for finding in done.bevindingen:
        click.echo(f"{finding.regel} ({finding.ernst}) {finding.plaats}: {finding.tekst}", err=True)
    again = " Deze levering was al bekend." if done.al_bekend else ""
    click.echo(
        f"{done.naam}: {done.bedragen} bedragen, {done.balans} balansposten overgeslagen, "
        f"{len(done.bevindingen)} bevindingen.{again}"
    )
    click.echo(f"Bekijk ze met: jeugdstelsel iv3 toon GEMEENTE --werkmap {werkmap}")
    if any(finding.ernst is Ernst.FOUT for finding in done.bevindingen):
        sys.exit(1)


@COMMAND.command("toon", help="Toon uitgaven aan jeugd: gemeente, jeugdregio of land.")
@click.argument("gemeente", required=False, default="")
@click.option("--jeugdregio", default="", help="Code of naam van een jeugdregio.")
@click.option("--land", is_flag=True, help="Het hele land.")
@click.option("--document", type=click.Choice(DOCUMENTEN), default=DOCUMENTEN[0], show_default=True)
@click.option("--zijde", type=click.Choice(["lasten", "baten"]), default="lasten", show_default=True)
@click.option("--vanaf", type=int, default=iv3.EERSTE_JAAR, show_default=True, help="Eerste jaar.")
@click.option("--tot", type=int, help="Laatste jaar; standaard het laatste dat er is.")
@click.option(
    "--niveau", type=click.Choice(["vergelijkbaar", "vorm", "taakveld"]),
    help="Hoe fijn; standaard zo fijn als over alle jaren te vergelijken is.",
)  # fmt: skip
@click.option("--prijspeil", type=int, help="Reken om naar prijzen van dit jaar; vraagt ook --prijsindex.")
@click.option("--prijsindex", type=click.Path(dir_okay=False, path_type=Path), help="Uw prijsindex (TOML).")
@click.option("--verschil", nargs=2, type=int, metavar="JAAR JAAR", help="Toon het verschil tussen twee jaren.")
@click.option("--werkmap", type=MAP, help="Gebruik ook wat hierin met 'iv3 laad' is opgenomen.")
@click.option("--bekend-op", type=DAG, help="Toon wat op deze dag bekend was.")
@FORMAAT
def toon(
    gemeente: str, jeugdregio: str, land: bool, prijspeil: int | None, prijsindex: Path | None,
    verschil: tuple[int, int] | None, werkmap: Path | None, bekend_op: date | None, formaat: str, **chosen: Any,
) -> None:  # fmt: skip
    """Print one series; without a work folder it shows the shipped amounts."""
    if (bool(gemeente), bool(jeugdregio), land).count(True) != 1:
        raise GebruikersFout("noem één plaats: een GEMEENTE, --jeugdregio of --land.")
    if (prijspeil is None) != (prijsindex is None):
        raise GebruikersFout("--prijspeil en --prijsindex horen bij elkaar. Geef beide of geen van beide.")
    if bekend_op and werkmap is None:
        raise GebruikersFout(
            "--bekend-op vraagt --werkmap: van de meegeleverde gegevens is niet bekend sinds welke dag."
        )
    place = find_place(gemeente=gemeente, jeugdregio=jeugdregio)
    own = service.own_returns(werkmap, bekend_op) if werkmap else frozenset()
    book = read_book(werkmap, bekend_op)
    series = make_series(book, place, **chosen)
    series = replace(series, toelichting=(_say_origin(series, own, bekend_op), *series.toelichting))
    if prijspeil is not None and prijsindex is not None:
        series = to_price_level(series, prijspeil, read_index(prijsindex))
    if verschil:
        _print_differences(series, *verschil)
    elif formaat == "csv":
        _print_csv(series)
    elif formaat == "json":
        print_json(describe(series, book))
    else:
        _print_text(series, book)


def describe(series: Reeks, book: Boek) -> dict[str, Any]:
    """Return a series with all that a reader must know, for other programs; amounts are in eurocent."""
    return {
        "plaats": {"soort": series.plaats.soort, "code": series.plaats.code, "naam": series.plaats.naam},
        "niveau": series.niveau,
        "document": series.document,
        "zijde": series.zijde,
        "eenheid": "eurocent",
        "prijspeil": _say_prices(series),
        "bron": iv3.iv3_bron().bron,
        "licentie": iv3.iv3_bron().licentie,
        "status": STATUS,
        "baten": _say_income(series, book),
        "toelichting": list(series.toelichting),
        "punten": [_row(point) for point in series.punten],
    }


def _row(point: Punt) -> dict[str, Any]:
    names = ("lijn", "naam", "jaar", "document", "zijde", "indeling", "bedrag", "prijspeil", "toestand", "dekking")
    return {**{name: getattr(point, name) for name in names}, "markeringen": list(point.markeringen)}


def _print_csv(series: Reeks) -> None:
    place = {"plaats_soort": series.plaats.soort, "plaats": series.plaats.code}
    rows = [{**place, **_row(point), "markeringen": "; ".join(point.markeringen)} for point in series.punten]
    print_rows([{"bedrag_eurocent" if name == "bedrag" else name: row[name] for name in row} for row in rows], "csv")


def _print_text(series: Reeks, book: Boek) -> None:
    screen = console(120)
    _, unit, _ = _unit(series)
    code = f" ({series.plaats.code})" if series.plaats.code else ""
    screen.print(f"[bold]Uitgaven aan jeugd volgens Iv3[/bold], {series.plaats.naam}{code}")
    screen.print(
        f"{series.zijde.capitalize()} in de {series.document}, {unit}. {_say_prices(series)} Alles is {STATUS}.",
        highlight=False,
    )
    screen.print(f"Bron: CBS, Iv3 ({iv3.iv3_bron().licentie}). Niveau: {series.niveau}.")
    headings = ("Regel", "Jaar", "Bedrag", "Dekking", "Toestand", "Let op")
    table = make_table(*headings, rechts=("Bedrag", "Dekking"))
    last = ""
    for point in series.punten:
        coverage = "" if point.dekking is None else f"{point.opgegeven}/{point.verwacht}"
        amount = _say_amount(point.bedrag, series) if point.bedrag is not None else ""
        name = point.naam if point.naam != last else ""
        table.add_row(name, str(point.jaar), amount, coverage, point.toestand, ", ".join(point.markeringen))
        last = point.naam
    screen.print(table)
    screen.print("Dekking: opgegeven bedragen van wat gemeenten konden opgeven (gemeente × taakveld).")
    for line in (_say_income(series, book), *series.toelichting):
        screen.print(f"- {line}", markup=False)


def _unit(series: Reeks) -> tuple[int, str, int]:
    return EUROCENTEN.get(series.plaats.soort, (iv3.DUIZEND_EURO, "× 1.000 euro", 0))


def _say_amount(eurocent: int, series: Reeks) -> str:
    factor, _, decimals = _unit(series)
    return vast(eurocent / factor, decimals)


def _say_prices(series: Reeks) -> str:
    levels = {point.prijspeil for point in series.punten}
    if len(levels) == 1:
        return f"In prijzen van {levels.pop()}."
    return "Elk jaar in zijn eigen prijzen: niet gecorrigeerd voor prijsstijging."


def _say_income(series: Reeks, book: Boek) -> str:
    """Say whether the other side of the account is known; a net amount needs both."""
    years = {point.jaar for point in series.punten}
    places: Mapping[int, tuple[str, ...]] = {jaar: origins(series.plaats, jaar) for jaar in years}
    known = any((code, jaar, series.document, "baten") in book for jaar, codes in places.items() for code in codes)
    if known:
        return "Baten zijn (deels) bekend: bekijk ze met --zijde baten. Tel lasten en baten nooit op."
    return "Baten zijn onbekend: de meegeleverde gegevens hebben alleen lasten. Een saldo is dus niet te geven."


def _say_origin(series: Reeks, own: frozenset[tuple[str, int, str, str]], day: date | None) -> str:
    """Say which years come, for one gemeente at least, from own deliveries and not from what is shipped."""
    if day:
        return f"Herkomst: eigen leveringen zoals bekend op {day}."
    years = sorted(
        {
            point.jaar
            for point in series.punten
            for code in origins(series.plaats, point.jaar)
            if (code, point.jaar, series.document, series.zijde) in own
        }
    )
    if not years:
        return f"Herkomst: meegeleverde gegevens, {iv3.iv3_bron().naam} ({iv3.iv3_bron().versie})."
    return f"Herkomst: (deels) eigen leveringen voor {', '.join(map(str, years))}; de rest is meegeleverd."


def _print_differences(series: Reeks, first: int, last: int) -> None:
    """Print the change of every line between two years."""
    points = {(point.lijn, point.jaar): point for point in series.punten}
    if {first, last} - {jaar for _, jaar in points}:
        raise GebruikersFout(f"{first} en {last} staan niet allebei in de reeks. Kies jaren die erin staan.")
    lines = [
        _say_difference(points[lijn, first], points[lijn, last], series)
        for lijn in dict.fromkeys(point.lijn for point in series.punten)
        if (lijn, first) in points and (lijn, last) in points
    ]
    _, unit, _ = _unit(series)
    click.echo(f"Verschil {first}-{last}, {series.plaats.naam}, {series.document}, {unit}. {_say_prices(series)}")
    click.echo("\n".join(lines))


def _say_difference(start: Punt, end: Punt, series: Reeks) -> str:
    if start.bedrag is None or end.bedrag is None:
        return f"{start.naam}: {start.toestand} in {start.jaar}, {end.toestand} in {end.jaar}"
    change = difference(start, end)
    percent = "" if change.procent is None else f" ({change.procent:+.1f}%)".replace(".", ",")
    partial = ", onvolledig" if "onvolledig" in (start.toestand, end.toestand) else ""
    return f"{start.naam}: {_say_amount(change.eurocent, series)}{percent}{partial}"
