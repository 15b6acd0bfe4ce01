"""`jeugdstelsel account`: give out accounts of the website, and help who lost a password or telephone."""

import getpass
from pathlib import Path
from types import ModuleType

import click

from jeugdstelsel.access.logboek import logboek_van
from jeugdstelsel.access.logregel import op_de_machine
from jeugdstelsel.access.rollen import ROLLEN

werkmap_keuze = click.option(
    "--werkmap", type=click.Path(file_okay=False, path_type=Path), default=Path("werkmap"), show_default=True
)
reden_keuze = click.option("--reden", required=True, help="Waarom; komt in het logboek.")


@click.group("account", help="Geef accounts van de website uit.")
def COMMAND() -> None:
    """Give out accounts."""


@COMMAND.command("maak", help="Maak een account en toon het eenmalige wachtwoord.")
@click.argument("naam")
@click.option("--rol", "rollen", multiple=True, type=click.Choice(list(ROLLEN)), help="Mag vaker.")
@click.option("--organisatie", default="", help="Gemeentecode (0363), regiocode (JZ24) of AGB-code.")
@click.option("--mail", default="", help="E-mailadres, alleen om een nieuw wachtwoord te kunnen vragen.")
@reden_keuze
@werkmap_keuze
def maak(naam: str, rollen: tuple[str, ...], organisatie: str, mail: str, reden: str, werkmap: Path) -> None:
    """Make an account."""
    accounts = _accounts(werkmap)
    password = accounts.maak(naam, accounts.Opgave(rollen, organisatie, mail=mail), door=_wie())
    _log(werkmap, "account maken", naam, reden)
    _toon_wachtwoord(naam, password)


@COMMAND.command("herstel", help="Geef een nieuw eenmalig wachtwoord en haal de tweede stap eraf.")
@click.argument("naam")
@reden_keuze
@werkmap_keuze
def herstel(naam: str, reden: str, werkmap: Path) -> None:
    """Help someone back in."""
    accounts = _accounts(werkmap)
    profile = accounts.zoek(naam)
    password = accounts.herstel(profile, door=_wie(), verwacht=profile.versie)
    _log(werkmap, "account herstellen", naam, reden)
    _toon_wachtwoord(naam, password)


@COMMAND.command("stop", help="Laat een account niet meer inloggen.")
@click.argument("naam")
@reden_keuze
@werkmap_keuze
def stop(naam: str, reden: str, werkmap: Path) -> None:
    """Stop an account."""
    accounts = _accounts(werkmap)
    profile = accounts.zoek(naam)
    opgave = accounts.Opgave(tuple(profile.rollen), profile.code, actief=False, mail=profile.gebruiker.email)
    accounts.wijzig(profile, opgave, door=_wie(), verwacht=profile.versie)
    _log(werkmap, "account wijzigen", naam, reden)
    click.echo(f"Account {naam} kan niet meer inloggen.")


@COMMAND.command("lijst", help="Toon alle accounts met rollen, organisatie en wanneer hun rechten zijn bekeken.")
@werkmap_keuze
def lijst(werkmap: Path) -> None:
    """List the accounts."""
    for profile in _accounts(werkmap).Profiel.objects.select_related("gebruiker").order_by("gebruiker__username"):
        parts = [
            profile.gebruiker.get_username(), ", ".join(profile.rollen) or "geen rol",
            profile.organisatie or "geen organisatie", "actief" if profile.gebruiker.is_active else "gestopt",
            f"rechten bekeken op {profile.herzien_op:%d-%m-%Y}, opnieuw vóór {profile.herzien_voor:%d-%m-%Y}",
        ]  # fmt: skip
        click.echo("; ".join(parts))


def _accounts(werkmap: Path) -> ModuleType:
    """Return the module that gives out accounts; Django must be set up before it can be imported."""
    from jeugdstelsel.web.opstarten import open_accounts

    open_accounts(werkmap)
    from jeugdstelsel.web import accounts

    return accounts


def _wie() -> str:
    """Return who gives the command, for the log and the account."""
    return f"opdrachtregel ({getpass.getuser()})"


def _log(werkmap: Path, handeling: str, naam: str, reden: str) -> None:
    logboek_van(werkmap).schrijf(op_de_machine(getpass.getuser(), handeling, f"account {naam}", reden))


def _toon_wachtwoord(naam: str, password: str) -> None:
    click.echo(f"Eenmalig wachtwoord van {naam}: {password}")
    click.echo(
        "Het is zeven dagen te gebruiken, één keer, om een eigen wachtwoord te kiezen. Geef het persoonlijk door."
    )
