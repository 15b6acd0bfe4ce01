"""How often one address may ask: a bucket that fills by the minute, one in each process of the server."""

import time
from math import ceil

from django.conf import settings
from django.core.cache import caches
from django.http import HttpRequest

from jeugdstelsel.api import instellingen


def wacht(request: HttpRequest) -> int:
    """Take one request from the bucket of this address; return 0, or after how many seconds there is one again."""
    cache = caches["geheugen"]
    rate, key, now = instellingen.PER_MINUUT / 60, f"api-emmer:{adres_van(request)}", time.time()
    before, moment = cache.get(key, (instellingen.PER_MINUUT, now))
    level: float = min(instellingen.PER_MINUUT, before + (now - moment) * rate)
    if level < 1:
        return ceil((1 - level) / rate)
    cache.set(key, (level - 1, now), 120)
    return 0


def adres_van(request: HttpRequest) -> str:
    """Return the address that asks: behind proxies of our own the one that the outermost of them saw."""
    told = [each.strip() for each in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if each.strip()]
    if settings.ALLAUTH_TRUSTED_PROXY_COUNT and told:
        return str(told[-min(settings.ALLAUTH_TRUSTED_PROXY_COUNT, len(told))])
    return str(request.META.get("REMOTE_ADDR", ""))
