"""`jeugdstelsel wereld`: write a synthetic country."""

from datetime import date
from pathlib import Path

import click
from rich.progress import Progress

from jeugdstelsel.cli.keuzes import DAG, MAP
from jeugdstelsel.model.notatie import getal, vast
from jeugdstelsel.synthetic.calibration import calibrate
from jeugdstelsel.synthetic.parameters import Instellingen
from jeugdstelsel.synthetic.places import places
from jeugdstelsel.synthetic.write import write_world


@click.command("wereld", help="Schrijf een verzonnen Nederland: echte gemeenten, verzonnen jongeren en hun berichten.")
@click.argument("doelmap", required=False, type=MAP)
@click.option("--schaal", default=0.01, show_default=True, help="Deel van de echte aantallen, boven 0 en hoogstens 1.")
@click.option("--jaren", default=1, show_default=True, help="Aantal jaren met declaraties, tot en met 2025.")
@click.option("--seed", default=1, show_default=True, help="Hetzelfde getal geeft hetzelfde land.")
@click.option("--gemeente", "gemeenten", multiple=True, help="Alleen deze gemeente (vier cijfers); vaker te geven.")
@click.option("--tot", type=DAG, default="2026-01-31", show_default="2026-01-31", help="Laatste dag met berichten.")
@click.option("--dag", type=DAG, help="Schrijf alleen de berichten van deze dag, als aanvulling op een eerder land.")
@click.option(
    "--fouten",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Plant bekende fouten en schrijf in dit CSV-bestand welke fout waar zit.",
)
@click.option("--retour", is_flag=True, help="Schrijf ook de retourberichten.")
@click.option("--ijk", is_flag=True, help="Schrijf niets, maar vergelijk het land met de gepubliceerde cijfers.")
@click.option("--processen", default=2, show_default=True, help="Aantal gemeenten tegelijk.")
def COMMAND(
    doelmap: Path | None, schaal: float, jaren: int, seed: int, gemeenten: tuple[str, ...], tot: date,
    dag: date | None, fouten: Path | None, retour: bool, ijk: bool, processen: int,
) -> None:  # fmt: skip
    """Write the country, or with --ijk compare it with the key figures."""
    instellingen = Instellingen(schaal, jaren, seed, tot, retour)
    if ijk:
        _show_calibration(instellingen, processen)
        return
    if doelmap is None:
        raise click.UsageError("geef een map om het land in te schrijven.")
    with Progress(transient=True) as progress:
        bar = progress.add_task("Verzonnen land schrijven", total=len(gemeenten) or len(places(instellingen)))
        total = write_world(
            doelmap, instellingen, gemeenten=gemeenten, dag=dag, manifest=fouten,
            processen=processen, gereed=lambda _: progress.advance(bar),
        )  # fmt: skip
    if dag:
        click.echo(f"SYNTHETISCH: de berichten van {dag} staan in {doelmap}.")
        return
    click.echo(
        f"SYNTHETISCH land in {doelmap}: {getal(total.jongeren)} jongeren, {getal(total.trajecten)} trajecten, "
        f"{getal(total.prestaties)} prestaties, {vast(total.eurocent / 100, 0)} euro, "
        f"{getal(total.berichten)} berichten."
    )


def _show_calibration(instellingen: Instellingen, processen: int) -> None:
    click.echo("SYNTHETISCH land naast gepubliceerde cijfers")
    click.echo("| kenmerk | eenheid | periode | gepubliceerd | synthetisch | verschil | marge | bron |")
    click.echo("|---|---|---|---:|---:|---:|---:|---|")
    for figure in calibrate(instellingen, processen):
        decimals = 1 if figure.doel < 1000 else 0
        click.echo(
            f"| {figure.kenmerk} | {figure.eenheid} | {figure.periode} | {vast(figure.doel, decimals)} "
            f"| {vast(figure.behaald, decimals)} | {vast(100 * figure.afwijking, 1)}% "
            f"| {vast(100 * figure.marge, 0)}%{'' if figure.goed else ' overschreden'} | {figure.bron} |"
        )
