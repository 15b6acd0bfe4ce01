"""`jeugdstelsel definitie`: the definition of an indicator or rule, with SQL and lineage."""

import click

from jeugdstelsel.services.define import OURS, explain


@click.command("definitie", help="Toon de definitie van een indicator of regel, met SQL en herkomst.")
@click.argument("code")
@click.option("--dialect", default=OURS, show_default=True, help="SQL-dialect, zoals postgres of tsql.")
def COMMAND(code: str, dialect: str) -> None:
    """Print meaning, SQL and the message elements it is made of."""
    click.echo(explain(code, dialect=dialect))
