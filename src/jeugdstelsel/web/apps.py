"""The web application as Django knows it; what must happen once, happens here."""

from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class Web(AppConfig):  # type: ignore[misc]
    """The monitor."""

    name = "jeugdstelsel.web"
    label = "web"

    def ready(self) -> None:
        """Make the roles after every migration, and listen to who signs in."""
        from jeugdstelsel.web import aanmelding

        aanmelding.luister()
        post_migrate.connect(_prepare, sender=self)


def _prepare(**_: Any) -> None:
    """Make the groups of the roles and the table that counts failed attempts; take away sessions that are over."""
    from django.contrib.auth.models import Group
    from django.core.management import call_command

    from jeugdstelsel.access.rollen import ROLLEN

    call_command("createcachetable", verbosity=0)
    call_command("clearsessions", verbosity=0)
    for rol in ROLLEN:
        Group.objects.get_or_create(name=rol)
