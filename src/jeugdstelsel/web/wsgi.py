"""The entrance for a web server; it reads what every visitor needs before the first one comes."""

import os
from contextlib import suppress

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jeugdstelsel.web.instellingen")
application = get_wsgi_application()


def _warm_up() -> None:
    """Open the latest release and the accounts of gemeenten; without a release there is nothing to open yet."""
    from django.conf import settings

    from jeugdstelsel.model import GebruikersFout
    from jeugdstelsel.services.kast import open_kast
    from jeugdstelsel.services.plek import read_geld

    read_geld(settings.WERKMAP, "land", "")
    with suppress(GebruikersFout):
        open_kast(settings.WERKMAP)


_warm_up()
