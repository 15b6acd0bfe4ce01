"""`jeugdstelsel begrip`: what a word means, by every definition of it."""

import click

from jeugdstelsel.model import GebruikersFout
from jeugdstelsel.services.begrippen import find_begrippen
from jeugdstelsel.standaard.begrippen import Begrip, begrippen


@click.command("begrip", help="Toon wat een begrip betekent, met elke definitie apart.")
@click.argument("term", required=False)
@click.option("--alle", is_flag=True, help="Noem alle begrippen.")
def COMMAND(term: str | None, alle: bool) -> None:
    """Print the definitions of one term, or the names of all terms."""
    if alle:
        for name in sorted({each.term for each in begrippen().values()}, key=str.lower):
            click.echo(name)
        return
    if term is None:
        raise GebruikersFout("noem een begrip, of vraag ze allemaal met --alle.")
    found = find_begrippen(term)
    if len(found) > 1:
        click.echo(f"{len(found)} definities. Zij meten niet hetzelfde: gebruik ze niet door elkaar.\n")
    click.echo("\n".join(_describe(each) for each in found))


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
