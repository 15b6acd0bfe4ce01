"""Opens the database of accounts of a work folder for a command, without a web server."""

import os
from pathlib import Path

import django
from django.core.management import call_command


def open_accounts(werkmap: Path) -> None:
    """Set Django up on a work folder and bring its database up to date; once a process."""
    werkmap.mkdir(parents=True, exist_ok=True)
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "jeugdstelsel.web.instellingen",
        "JEUGDSTELSEL_WERKMAP": str(werkmap.resolve()),
    }
    django.setup()
    call_command("migrate", verbosity=0)
