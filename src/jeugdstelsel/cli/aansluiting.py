"""`jeugdstelsel aansluiting`: the messages beside Beleidsinformatie and Iv3."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict
from pathlib import Path

import click
from rich.table import Table

from jeugdstelsel.cli.keuzes import BESTAAND, FORMAAT, ONTHULLING, WERKMAP
from jeugdstelsel.cli.tabel import console, format_value, make_table, print_csv, print_json
from jeugdstelsel.model import GebruikersFout
from jeugdstelsel.model.notatie import vast
from jeugdstelsel.services.aansluiting_deur import DELEN, GEHEIM, Aansluiting, Getal, KostenRegel, sluit_aan
from jeugdstelsel.services.buiten_berichten import laad_buiten
from jeugdstelsel.services.zorgvorm import say
from jeugdstelsel.standaard.zorgvorm import zorgvormen

JONGEREN = "Jongeren met hulp in de periode, per bron. Elke jongere telt per regel één keer; regels niet optellen."
KOSTEN = (
    "Gedeclareerd (netto, naar maand van de hulp) naast de lasten in Iv3. Verschil is Iv3 min gedeclareerd, en is de "
    "som van de oorzaken. Geschat is berekend uit de eigen maanden van trajecten; onbekend is wat overblijft."
)
ZACHT = ("geschat", "deels opgegeven", "opgegeven")
"""Grounds of a cause that a reader must see beside the amount."""


@click.command("aansluiting", help="Leg de berichten naast Beleidsinformatie en Iv3, en verklaar het verschil.")
@click.option("--gemeente", default="", help="Code of naam van een gemeente; zonder dit het hele land.")
@click.option("--jeugdregio", default="", help="Code of naam van een jeugdregio.")
@click.option("--periode", default="2025", show_default=True, help="Jaar of halfjaar, zoals 2025 of 2025-H1.")
@click.option("--aanbieder", "per_aanbieder", is_flag=True, help="Toon de jongeren ook per aanbieder.")
@click.option(
    "--laad", type=BESTAAND, help="Bewaar eerst een CSV-bestand met wat de gemeente buiten de berichten om betaalt.",
)  # fmt: skip
@ONTHULLING
@FORMAAT
@WERKMAP
def COMMAND(
    gemeente: str, jeugdregio: str, periode: str, per_aanbieder: bool, laad: Path | None, onthulling: Path | None,
    formaat: str, werkmap: Path,
) -> None:  # fmt: skip
    """Print both reconciliations as they may be shown."""
    if gemeente and jeugdregio:
        raise GebruikersFout("kies een gemeente of een jeugdregio, niet allebei.")
    if laad:
        found = laad_buiten(werkmap, laad)
        for finding in found.bevindingen:
            click.echo(say(finding), err=True)
        click.echo(f"{len(found.regels)} bedragen buiten de berichten bewaard.", err=True)
    PRINT[formaat](
        sluit_aan(
            werkmap, periode, gemeente=gemeente, jeugdregio=jeugdregio, per_aanbieder=per_aanbieder,
            own_settings=onthulling,
        )
    )  # fmt: skip


def print_aansluiting(found: Aansluiting, *, kort: bool = False) -> None:
    """Print a reconciliation; `kort` leaves out the zorgvormen and the lines about sources."""
    screen = console(110)
    compared = found.vergeleken
    screen.print(f"[bold]Aansluiting van bronnen[/bold], {found.plaats}, {compared.periode.naam}")
    for text in notes(found):
        screen.print(text)
    screen.print(_people(found, kort=kort))
    if found.kosten:
        screen.print(_money(found.kosten))
    elif compared.periode.soort != "jaar":
        screen.print("Kosten: Iv3 gaat per jaar. Kies een jaar om kosten te vergelijken.")


def notes(found: Aansluiting) -> Iterator[str]:
    """Yield what a reader must know: label, sources, reference date, status and coverage."""
    compared = found.vergeleken
    if compared.synthetisch:
        scale = "" if found.schaal in (None, 1.0) else f" op schaal {found.schaal:g}".replace(".", ",")
        yield (
            f"[bold]SYNTHETISCH: de berichten zijn verzonnen{scale}. Iv3 is echt (CBS): het verschil zegt hier niets "
            "over de gemeente.[/bold]"
        )
    yield f"Peildatum {compared.peildatum}. Status van de berichten: {found.status}."
    yield (
        f"Beleidsinformatie: {compared.bij_leveringen} geldige leveringen in deze periode."
        if compared.bij_leveringen
        else "Beleidsinformatie: nog geen levering geladen (jeugdstelsel bij laad)."
    )
    if compared.document:
        yield f"Iv3 (bron: CBS): {compared.document} {compared.periode.naam}, {compared.gemeenten_iv3} gemeenten."
        if found.niveau != "gemeente":
            yield f"Dekking: in deze werkmap zijn declaraties van {found.gemeenten_kosten} gemeenten in het land."
    elif compared.periode.soort == "jaar":
        yield f"Iv3: over {compared.periode.naam} is geen document bekend (jeugdstelsel iv3 laad)."
    if found.cbs and found.cbs.waarde is not None:
        number, cell = vast(found.cbs.waarde, 1), found.cbs
        yield f"CBS, echt: {cell.meting.lower()} {number}{cell.eenheid} in {cell.periode} (tabel {cell.tabel})."


def _people(found: Aansluiting, *, kort: bool) -> Table:
    first = "Zorgvorm of aanbieder" if any(line.aanbieder for line in found.jongeren) else "Zorgvorm"
    numbers = ("Samen", "Beide", "Alleen berichten", "Alleen BIJ")
    table = make_table(first, *numbers, "Oorzaken", rechts=numbers, title="Jongeren", caption=JONGEREN)
    for line in found.jongeren:
        if kort and line.zorgvorm != "jeugdzorg":
            continue
        name = f"aanbieder {found.namen[line.aanbieder]}" if line.aanbieder else zorgvormen()[line.zorgvorm].naam
        shown = [_show(line.totaal), *(_show(line.delen[deel]) for deel in DELEN)]
        causes = [text for deel, group in line.oorzaken.items() for text in _told(f"{deel}: ", group)]
        table.add_row(name, *shown, "\n".join(causes))
    return table


def _told(before: str, causes: Mapping[str, Getal], grounds: Mapping[str, str] | None = None) -> Iterator[str]:
    """Yield the causes that may be told; the others together as one line."""
    for cause, number in causes.items():
        if number.waarde:
            ground = (grounds or {}).get(cause, "")
            yield f"{before}{cause}{f' ({ground})' if ground in ZACHT else ''} {_show(number)}"
    if any(number.toestand == GEHEIM for number in causes.values()):
        yield f"{before}overige oorzaken geheim"


def _money(lines: tuple[KostenRegel, ...]) -> Table:
    numbers = ("Iv3", "Gedeclareerd", "Verschil", "%")
    table = make_table("Zorgvorm", *numbers, "Oorzaken", rechts=numbers, title="Kosten in euro", caption=KOSTEN)
    for line in lines:
        name = "Totaal" if line.soort == "totaal" else zorgvormen()[line.lijn].naam
        name += ", zonder eigen taakveld" if line.soort == "rest" else ""
        share = "" if line.procent is None else f"{line.procent:.0f}"
        causes = "\n".join(_told("", line.oorzaken, line.grond))
        shown = (_show(line.iv3), _show(line.gedeclareerd), _show(line.verschil), share, causes)
        table.add_row(name, *shown, style="bold" if line.soort == "totaal" else "")
    return table


def _show(number: Getal) -> str:
    return format_value(number.waarde, number.toestand)


def flat(found: Aansluiting) -> Iterator[dict[str, object]]:
    """Yield every number as a row: what it is about, the number and whether it may be shown."""
    about = {
        "plaats": found.plaats, "periode": found.vergeleken.periode.naam, "status": found.status,
        "peildatum": str(found.vergeleken.peildatum), "synthetisch": "ja" if found.vergeleken.synthetisch else "nee",
        "iv3_document": found.vergeleken.document,
    }  # fmt: skip
    for line in found.jongeren:
        place = {**about, "onderwerp": "jongeren", "zorgvorm": line.zorgvorm, "aanbieder": line.aanbieder}
        yield {**place, "deel": "samen", "oorzaak": "", **_cell(line.totaal)}
        for deel, number in line.delen.items():
            yield {**place, "deel": deel, "oorzaak": "", **_cell(number)}
            for cause, part in line.oorzaken.get(deel, {}).items():
                yield {**place, "deel": deel, "oorzaak": cause, **_cell(part)}
    for cost in found.kosten:
        place = {**about, "onderwerp": "kosten", "zorgvorm": cost.lijn, "aanbieder": "", "soort": cost.soort}
        for deel, number in (("iv3", cost.iv3), ("gedeclareerd", cost.gedeclareerd), ("verschil", cost.verschil)):
            yield {**place, "deel": deel, "oorzaak": "", **_cell(number)}
        for cause, number in cost.oorzaken.items():
            ground = cost.grond.get(cause, "rest")
            yield {**place, "deel": "oorzaak", "oorzaak": cause, "grond": ground, **_cell(number)}


def _cell(number: Getal) -> dict[str, object]:
    return {"waarde": number.waarde, "toestand": number.toestand}


COLUMNS = (
    "plaats", "periode", "onderwerp", "zorgvorm", "soort", "aanbieder", "deel", "oorzaak", "grond", "waarde",
    "toestand", "status", "peildatum", "synthetisch", "iv3_document",
)  # fmt: skip


def _print_json(found: Aansluiting) -> None:
    compared = found.vergeleken
    about = {
        "plaats": found.plaats, "periode": compared.periode.naam, "peildatum": str(compared.peildatum),
        "status": found.status, "synthetisch": compared.synthetisch, "schaal": found.schaal,
        "cbs": asdict(found.cbs) if found.cbs else None,
        "iv3_document": compared.document, "gemeenten_iv3": compared.gemeenten_iv3,
        "gemeenten_kosten": found.gemeenten_kosten,
        "bij_leveringen": compared.bij_leveringen, "betekenis": {"jongeren": JONGEREN, "kosten": KOSTEN},
    }  # fmt: skip
    costs = [{**asdict(line), "procent": line.procent} for line in found.kosten]
    lines = {"jongeren": [asdict(line) for line in found.jongeren], "kosten": costs}
    print_json({**about, **lines})


PRINT: Mapping[str, Callable[[Aansluiting], None]] = {
    "tekst": print_aansluiting, "csv": lambda found: print_csv(flat(found), COLUMNS), "json": _print_json,
}  # fmt: skip
