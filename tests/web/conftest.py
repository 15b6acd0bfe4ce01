"""The web application on a small synthetic country."""

from monitor import als, bezoeker, django_app, werkmap

__all__ = ["als", "bezoeker", "django_app", "werkmap"]
