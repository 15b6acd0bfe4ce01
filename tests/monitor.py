"""Fixtures: a small synthetic country with a release, made once, and the web application on top of it."""

import os
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import django
import pytest
from django.core.management import call_command
from django.test import Client
from filelock import FileLock

KLEIN = 0.002
GEMEENTEN = ("0363", "0344", "0153")


def make_monitor(folder: Path) -> Path:
    """Return a work folder with a release of a small synthetic country."""
    from jeugdstelsel.services.aanbieders import laad_aanbieders
    from jeugdstelsel.services.calculate import calculate
    from jeugdstelsel.services.process import process
    from jeugdstelsel.services.release import publish_workdir
    from jeugdstelsel.services.review import review
    from jeugdstelsel.synthetic.parameters import Instellingen
    from jeugdstelsel.synthetic.write import write_world

    land, werkmap = folder / "land", folder / "werkmap"
    write_world(land, Instellingen(schaal=KLEIN))
    process([land], werkmap, van="synthetisch land", door="test")
    review(werkmap, contract=land / "contracten.csv")
    calculate(werkmap)
    laad_aanbieders(werkmap, land / "aanbieders.csv", wie="account-beheer", waarom="verzonnen namen")
    publish_workdir(werkmap, moment=datetime(2026, 2, 1, 9, tzinfo=UTC))
    record(werkmap)
    return werkmap


def record(werkmap: Path) -> None:
    """Record what pages show of people: a proposal half approved, one rejected, and a KPI that got its goal later."""
    from jeugdstelsel.services.basisset import kandidaten
    from jeugdstelsel.services.basisset_kpi import KORT, Kpi, met_nulmeting
    from jeugdstelsel.services.basisset_voorstel import keur_goed, stel_voor, wijs_af
    from jeugdstelsel.services.realisatie_register import leg_vast

    advisor, days = "deskundigencommissie", iter(datetime(2026, 2, day, 9, tzinfo=UTC) for day in range(2, 28))
    for code in ("trajecten", "uitval"):
        new = {"namens": advisor, "wie": "account-commissie", "waarom": "advies van januari", "moment": next(days)}
        stel_voor(werkmap, "nieuw", kandidaten()[code], 2026, **new)
    seen = {"waarom": "besproken in het overleg", "verwacht": 1}
    keur_goed(werkmap, "v0001", "Rijk", wie="account-rijk", moment=next(days), **seen)
    wijs_af(werkmap, "v0002", "VNG", wie="account-vng", moment=next(days), **seen)
    kpi = met_nulmeting(werkmap, Kpi("trajecten", "Minder trajecten", "trajecten", KORT, "VNG", nul_periode="2025"))
    leg_vast(werkmap, kpi, wie="account-redactie", waarom="afgesproken", moment=next(days))
    goal = replace(kpi, doel=Decimal(1000), doel_jaar=2028, doel_bron="besluit van het overleg")
    leg_vast(werkmap, goal, wie="account-redactie", waarom="doel gesteld", moment=next(days))


@pytest.fixture(scope="session")
def werkmap(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The work folder, made by the first process that asks and shared by all."""
    folder = tmp_path_factory.getbasetemp().parent / "monitor"
    with FileLock(f"{folder}.lock"):
        if not (folder / "klaar").exists():
            make_monitor(folder)
            (folder / "klaar").touch()
    return folder / "werkmap"


@pytest.fixture(scope="session")
def django_app(werkmap: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Django, set up once a process, with accounts of its own."""
    accounts = tmp_path_factory.mktemp("accounts")
    os.environ |= {
        "JEUGDSTELSEL_LOGMAP": str(accounts),
        "DJANGO_SETTINGS_MODULE": "jeugdstelsel.web.instellingen",
        "JEUGDSTELSEL_WERKMAP": str(werkmap),
        "DJANGO_ALLOW_ASYNC_UNSAFE": "1",  # a browser of another test may run its loop in this thread
    }
    from django.conf import settings

    settings.DATABASES["default"]["NAME"] = accounts / "web.sqlite"
    settings.ALLOWED_HOSTS.append("testserver")
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # quick, and nobody's password
    django.setup()
    call_command("migrate", verbosity=0)


@pytest.fixture
def bezoeker(django_app: None) -> Iterator[Client]:
    """A visitor who is not signed in."""
    yield Client(raise_request_exception=False)


def make_client(rol: str = "", organisatie: str = "", *, tweede_stap: bool = True) -> Client:
    """Return a client of someone with this role who has signed in, with the second step unless told otherwise."""
    from allauth.account.internal.flows import login as flow
    from allauth.mfa.models import Authenticator
    from allauth.mfa.totp.internal.auth import TOTP

    from jeugdstelsel.web.accounts import Opgave, maak, zoek

    naam = f"test-{rol or 'geen'}-{organisatie}-{time.monotonic_ns()}".replace(" ", "-")
    maak(naam, Opgave((rol,) if rol else (), organisatie), door="test")
    profile = zoek(naam)
    type(profile).objects.filter(pk=profile.pk).update(eenmalig_tot=None)
    client = Client(raise_request_exception=False)
    client.force_login(profile.gebruiker, backend="django.contrib.auth.backends.ModelBackend")
    records = [{"method": "password", "at": time.time(), "username": naam}]
    if tweede_stap:
        TOTP.activate(profile.gebruiker, "JBSWY3DPEHPK3PXP")
        found = Authenticator.objects.get(user=profile.gebruiker)
        records.append({"method": "mfa", "at": time.time(), "id": found.pk, "type": "totp"})
    session = client.session
    session[flow.AUTHENTICATION_METHODS_SESSION_KEY] = records
    session[flow._AUTHENTICATION_METHODS_USER_SESSION_KEY] = str(profile.gebruiker.pk)
    session.save()
    return client


@pytest.fixture
def als(django_app: None) -> Callable[..., Client]:
    """Signs someone in: `als("redacteur")`, `als("gemeente", "0363")`; gives a client."""
    return make_client
