"""The web application on a small synthetic country."""

from monitor import bezoeker, django_app, werkmap

__all__ = ["bezoeker", "django_app", "werkmap"]
