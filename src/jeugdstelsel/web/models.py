"""What an account is besides a name and a password: its organisation, and when its rights were last looked at."""

from datetime import date

from django.conf import settings
from django.db import models

from jeugdstelsel.access.eigen import Grens, naam
from jeugdstelsel.access.rollen import herzien_voor


class Profiel(models.Model):  # type: ignore[misc]
    """One per account. `versie` counts the changes; with `eenmalig_tot` the password only serves to choose another."""

    gebruiker = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="profiel")
    soort = models.CharField(max_length=20, blank=True, default="")
    code = models.CharField(max_length=20, blank=True, default="")
    herzien_op = models.DateField()
    herzien_door = models.CharField(max_length=150)
    eenmalig_tot = models.DateField(null=True, blank=True)
    versie = models.PositiveIntegerField(default=1)

    @property
    def organisatie(self) -> str:
        """The organisation for a reader; empty when there is none."""
        return naam(Grens(self.soort, self.code))

    @property
    def rollen(self) -> list[str]:
        """The roles of the account."""
        return sorted(group.name for group in self.gebruiker.groups.all())

    @property
    def herzien_voor(self) -> date:
        """The day before which the rights must be looked at again."""
        return herzien_voor(self.rollen, self.herzien_op)
