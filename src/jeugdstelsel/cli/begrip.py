"""`jeugdstelsel begrip`: what a word means, by every definition of it."""

from dataclasses import asdict

import click

from jeugdstelsel.cli.keuzes import FORMAAT
from jeugdstelsel.cli.tabel import print_rows
from jeugdstelsel.model import GebruikersFout
from jeugdstelsel.services.begrippen import find_begrippen
from jeugdstelsel.standaard.begrippen import Begrip, begrippen


@click.command("begrip", help="Toon wat een begrip betekent, met elke definitie apart.")
@click.argument("term", required=False)
@click.option("--alle", is_flag=True, help="Noem alle begrippen.")
@FORMAAT
def COMMAND(term: str | None, alle: bool, formaat: str) -> None:
    """Print the definitions of one term, or of all terms (as text their names)."""
    if formaat != "tekst":
        print_rows([_row(each) for each in (find_begrippen(term) if term else begrippen().values())], formaat)
    elif alle:
        for name in sorted({each.term for each in begrippen().values()}, key=str.lower):
            click.echo(name)
    elif term is None:
        raise GebruikersFout("noem een begrip, of vraag ze allemaal met --alle.")
    else:
        found = find_begrippen(term)
        if len(found) > 1:
            click.echo(f"{len(found)} definities. Zij meten niet hetzelfde: gebruik ze niet door elkaar.\n")
        click.echo("\n".join(_describe(each) for each in found))


def _row(begrip: Begrip) -> dict[str, str]:
    return {name: "; ".join(value) if isinstance(value, tuple) else value for name, value in asdict(begrip).items()}


def _describe(begrip: Begrip) -> str:
    until = f" tot en met {begrip.geldig_tot}" if begrip.geldig_tot else ""
    lines = [
        f"{begrip.term} [{begrip.begrip}]",
        f"  {begrip.betekenis}",
        f"  Noemer: {begrip.noemer}." if begrip.noemer else "",
        f"  Bron: {begrip.bron}, {begrip.vindplaats}. Geldig vanaf {begrip.geldig_vanaf}{until}.",
        f"  Indicator: {', '.join(begrip.indicatoren)}." if begrip.indicatoren else "",
    ]
    return "\n".join(line for line in lines if line) + "\n"
