"""Giving out accounts: with roles, an organisation and a password that serves once; nothing else makes an account."""

import re
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from allauth.mfa.models import Authenticator
from django.contrib.auth.models import Group, User
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from jeugdstelsel.access.eigen import Grens, organisatie
from jeugdstelsel.access.rollen import GEBRUIKERS, bezwaren, rechten_van
from jeugdstelsel.model import Fout, GebruikersFout
from jeugdstelsel.web.models import Profiel

GELDIG = timedelta(days=7)
"""How long a one-time password can be used."""
NAAM = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{1,49}")
GEEN = Grens("", "")


class IntussenGewijzigd(Fout):
    """Another administrator changed the account since it was looked at."""

    http_status = 409


@dataclass(frozen=True)
class Opgave:
    """What an administrator fills in: roles, the code of an organisation ('' is none), whether it may be used, and the
    mail address where a new password can be asked for ('' is nowhere)."""

    rollen: tuple[str, ...]
    organisatie: str = ""
    actief: bool = True
    mail: str = ""


def maak(naam: str, opgave: Opgave, *, door: str) -> str:
    """Make an account and return its one-time password, which is kept nowhere readable.

    Raises GebruikersFout when the name is taken or no name, or roles and organisation do not go together.
    """
    if not NAAM.fullmatch(naam):
        raise GebruikersFout("een accountnaam heeft 2 tot 50 tekens: letters zonder accent, cijfers, punt of streepje.")
    if User.objects.filter(username__iexact=naam).exists():
        raise GebruikersFout(f"er is al een account '{naam}'. Kies een andere naam.")
    place = _getoetst(opgave)
    password = _wachtwoord()
    with transaction.atomic():
        user = User.objects.create_user(naam, opgave.mail, password, is_active=opgave.actief)
        user.groups.set(Group.objects.filter(name__in=opgave.rollen))
        Profiel.objects.create(
            gebruiker=user, soort=place.soort, code=place.code, herzien_op=date.today(), herzien_door=door,
            eenmalig_tot=date.today() + GELDIG,
        )  # fmt: skip
    return password


def wijzig(profiel: Profiel, opgave: Opgave, *, door: str, verwacht: int) -> None:
    """Set roles, organisation and whether the account may be used; this counts as looking at the rights.

    Raises IntussenGewijzigd when the version is another than `verwacht`, GebruikersFout for what cannot be.
    """
    place = _getoetst(opgave)
    _niet_zelf(profiel, door)
    _niet_de_laatste(profiel, opgave)
    with transaction.atomic():
        _volgende_versie(
            profiel, verwacht, soort=place.soort, code=place.code, herzien_op=date.today(), herzien_door=door
        )
        profiel.gebruiker.groups.set(Group.objects.filter(name__in=opgave.rollen))
        User.objects.filter(pk=profiel.gebruiker.pk).update(is_active=opgave.actief, email=opgave.mail)


def herstel(profiel: Profiel, *, door: str, verwacht: int) -> str:
    """Return a new one-time password and take the second step away, for who lost them; sessions end."""
    _niet_zelf(profiel, door)
    password = _wachtwoord()
    with transaction.atomic():
        _volgende_versie(profiel, verwacht, eenmalig_tot=date.today() + GELDIG)
        profiel.gebruiker.set_password(password)
        profiel.gebruiker.save(update_fields=["password"])
        Authenticator.objects.filter(user=profiel.gebruiker).delete()
    return password


def zoek(naam: str) -> Profiel:
    """Return the profile of an account; raises GebruikersFout when there is none."""
    found: Profiel | None = Profiel.objects.select_related("gebruiker").filter(gebruiker__username__iexact=naam).first()
    if found is None:
        raise GebruikersFout(f"er is geen account '{naam[:50]}'. Kijk met: jeugdstelsel account lijst.")
    return found


def _getoetst(opgave: Opgave) -> Grens:
    place = organisatie(opgave.organisatie) if opgave.organisatie.strip() else GEEN
    if wrong := bezwaren(opgave.rollen, place.soort):
        raise GebruikersFout("; ".join(wrong) + ".")
    if opgave.mail and not _is_mailadres(opgave.mail):
        raise GebruikersFout("het e-mailadres klopt niet. Schrijf het als naam@organisatie.nl.")
    return place


def _is_mailadres(text: str) -> bool:
    try:
        validate_email(text)
    except ValidationError:
        return False
    return True


def _volgende_versie(profiel: Profiel, verwacht: int, **waarden: object) -> None:
    """Change the profile only when nobody else did since version `verwacht`."""
    changed = Profiel.objects.filter(pk=profiel.pk, versie=verwacht).update(versie=verwacht + 1, **waarden)
    if not changed:
        raise IntussenGewijzigd("dit account is intussen door iemand anders gewijzigd. Bekijk het en wijzig het dan.")


def _niet_zelf(profiel: Profiel, door: str) -> None:
    if profiel.gebruiker.get_username() == door:
        raise GebruikersFout("een beheerder wijzigt niet het eigen account. Vraag het een andere beheerder.")


def _niet_de_laatste(profiel: Profiel, opgave: Opgave) -> None:
    """Refuse to take away the last account that can give out accounts."""
    if opgave.actief and GEBRUIKERS in rechten_van(opgave.rollen):
        return
    others = Profiel.objects.filter(gebruiker__is_active=True).exclude(pk=profiel.pk)
    was = profiel.gebruiker.is_active and GEBRUIKERS in rechten_van(profiel.rollen)
    if was and not any(GEBRUIKERS in rechten_van(other.rollen) for other in _met_rollen(others)):
        raise GebruikersFout("dit is de laatste beheerder. Maak eerst een andere beheerder.")


def _met_rollen(profiles: Iterable[Profiel]) -> Iterable[Profiel]:
    return profiles.prefetch_related("gebruiker__groups")  # type: ignore[attr-defined, no-any-return]


def _wachtwoord() -> str:
    """Return five groups of four letters and digits that are hard to mistake: about a hundred bits."""
    letters = "abcdefghjkmnpqrstuvwxyz23456789"
    return "-".join("".join(secrets.choice(letters) for _ in range(4)) for _ in range(5))
