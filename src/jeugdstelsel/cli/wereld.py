"""`jeugdstelsel wereld`: write a synthetic country."""

from datetime import date, datetime
from pathlib import Path

import click
from rich.progress import Progress

from jeugdstelsel.synthetic.parameters import Instellingen
from jeugdstelsel.synthetic.places import places
from jeugdstelsel.synthetic.write import write_world

_DAY = click.DateTime(formats=["%Y-%m-%d"])


@click.command("wereld", help="Schrijf een verzonnen Nederland: echte gemeenten, verzonnen jongeren en hun berichten.")
@click.argument("doelmap", type=click.Path(file_okay=False, path_type=Path))
@click.option("--schaal", default=0.01, show_default=True, help="Deel van de echte aantallen, boven 0 en hoogstens 1.")
@click.option("--jaren", default=1, show_default=True, help="Aantal jaren met declaraties, tot en met 2025.")
@click.option("--seed", default=1, show_default=True, help="Hetzelfde getal geeft hetzelfde land.")
@click.option("--gemeente", "gemeenten", multiple=True, help="Alleen deze gemeente (vier cijfers); vaker te geven.")
@click.option("--tot", type=_DAY, default="2026-01-31", show_default="2026-01-31", help="Laatste dag met berichten.")
@click.option("--dag", type=_DAY, help="Schrijf alleen de berichten van deze dag, als aanvulling op een eerder land.")
@click.option(
    "--fouten",
    type=click.Path(dir_okay=False, path_type=Path),
    help=("Plant bekende fouten en schrijf in dit CSV-bestand welke fout waar zit."),
)
@click.option("--retour", is_flag=True, help="Schrijf ook de retourberichten.")
@click.option("--processen", default=2, show_default=True, help="Aantal gemeenten tegelijk.")
def wereld(
    doelmap: Path, schaal: float, jaren: int, seed: int, gemeenten: tuple[str, ...], tot: datetime,
    dag: datetime | None, fouten: Path | None, retour: bool, processen: int,
) -> None:  # fmt: skip
    instellingen = Instellingen(schaal, jaren, seed, tot.date(), retour)
    only: date | None = dag.date() if dag else None
    with Progress(transient=True) as progress:
        bar = progress.add_task("Verzonnen land schrijven", total=len(gemeenten) or len(places(instellingen)))
        total = write_world(
            doelmap, instellingen, gemeenten=gemeenten, dag=only, manifest=fouten, processen=processen,
            gereed=lambda _: progress.advance(bar),
        )  # fmt: skip
    click.echo(
        f"SYNTHETISCH land in {doelmap}: {total.jongeren} jongeren, {total.trajecten} trajecten, "
        f"{total.prestaties} prestaties, {total.eurocent / 100:,.0f} euro, {total.berichten} berichten."
    )


COMMAND = wereld
