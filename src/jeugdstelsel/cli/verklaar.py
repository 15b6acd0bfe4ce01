"""`jeugdstelsel verklaar`: why costs grew."""

from collections.abc import Callable, Mapping
from dataclasses import asdict
from pathlib import Path

import click

from jeugdstelsel.cli.keuzes import FORMAAT, ONTHULLING, WERKMAP, choose_place
from jeugdstelsel.cli.tabel import console, format_value, make_table, print_csv, print_json
from jeugdstelsel.indicators.kostengroei import BEPERKINGEN, BETEKENIS, BRONNEN, EENHEID, TITELS
from jeugdstelsel.services.verklaar import Regel, Verklaring, explain_costs


@click.command("verklaar", help="Verklaar waardoor de kosten van de ene periode op de andere veranderden.")
@click.option("--van", required=True, help="Eerste periode, zoals 2024, 2025-H1 of 2025-K1.")
@click.option("--naar", required=True, help="Tweede periode, even lang als de eerste.")
@choose_place
@ONTHULLING
@FORMAAT
@WERKMAP
def COMMAND(van: str, naar: str, gekozen: dict[str, str], onthulling: Path | None, formaat: str, werkmap: Path) -> None:
    """Print the parts of the change as they may be shown."""
    PRINT[formaat](explain_costs(werkmap, gekozen, van, naar, own_settings=onthulling))


def _title(line: Regel) -> str:
    """Return what a part is called, with what is taken together with it."""
    return " en ".join(TITELS[name] if place == 0 else TITELS[name].lower() for place, name in enumerate(line.bevat))


def _print_text(found: Verklaring) -> None:
    screen = console(100)
    screen.print(f"[bold]Waardoor de kosten veranderden[/bold], {found.plaats}, van {found.van} naar {found.naar}")
    screen.print(f"{BETEKENIS} Eenheid: {EENHEID}.")
    screen.print(f"Bron: {', '.join(BRONNEN)}. Peildatum: {found.peildatum}. Status: {found.status}.")
    if found.synthetisch:
        screen.print("[bold]SYNTHETISCH: deze cijfers gaan over een verzonnen land.[/bold]")
    table = make_table("Deel", "Euro", rechts=("Euro",))
    state = found.regels[0].toestand
    table.add_row(f"Kosten {found.van}", format_value(found.kosten[0], state))
    for line in found.regels:
        table.add_row(f"  {_title(line)}", format_value(line.bedrag, line.toestand))
    table.add_row(f"Kosten {found.naar}", format_value(found.kosten[1], state))
    table.add_row("Verschil", format_value(found.verschil, state), style="bold")
    screen.print(table)
    for text in _notes(found):
        screen.print(text)


def _notes(found: Verklaring) -> list[str]:
    """Return what a reader must know of this explanation."""
    notes = []
    if found.vergelijkbaar is not None:
        notes.append(
            f"Ongeveer {found.vergelijkbaar:.0%} van de kosten is van hulp die in beide perioden een prijs heeft."
        )
    if not found.bevolking_bekend:
        notes.append("De bevolking is niet van alle gemeenten in beide jaren bekend; gebruik bevat ook de bevolking.")
    if found.halve_gemeenten:
        notes.append(f"Let op: {found.halve_gemeenten} gemeente(n) hebben maar in één van beide perioden kosten.")
    return notes


def _print_csv(found: Verklaring) -> None:
    fields = ("plaats", "van", "naar", "deel", "bevat", "euro", "toestand", "status", "peildatum", "synthetisch")
    about = {
        "plaats": found.plaats, "van": found.van, "naar": found.naar, "status": found.status,
        "peildatum": found.peildatum, "synthetisch": "ja" if found.synthetisch else "nee",
    }  # fmt: skip
    lines = (
        {"deel": line.deel, "bevat": "+".join(line.bevat), "euro": line.bedrag, "toestand": line.toestand}
        for line in found.regels
    )
    print_csv(({**about, **line} for line in lines), fields)


def _print_json(found: Verklaring) -> None:
    about = {"betekenis": BETEKENIS, "eenheid": EENHEID, "bronnen": BRONNEN, "beperkingen": BEPERKINGEN}
    print_json({**about, **asdict(found), "verschil": found.verschil})


PRINT: Mapping[str, Callable[[Verklaring], None]] = {"tekst": _print_text, "csv": _print_csv, "json": _print_json}
