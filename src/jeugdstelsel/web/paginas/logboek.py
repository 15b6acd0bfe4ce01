"""The log of who saw and did what, for the one who guards it; looking is logged too."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

from jeugdstelsel.access.logboek import Logboek, logboek_van
from jeugdstelsel.access.logregel import Logregel
from jeugdstelsel.access.rollen import LOGBOEK
from jeugdstelsel.model import GebruikersFout
from jeugdstelsel.services.bewaartermijn import bewaartermijn
from jeugdstelsel.web.onderdelen.tabel import Cel, Tabel
from jeugdstelsel.web.pagina import Pagina
from jeugdstelsel.web.vastlegging import log

MEEST = 500
KOP = (
    "Moment", "Gebruiker", "Rol", "Namens", "Handeling", "Waarop", "Cliënt", "Uitkomst", "Via", "Herkomst", "Reden",
    "Regel",
)  # fmt: skip


def _inhoud(request: HttpRequest) -> Mapping[str, Any]:
    vanaf = _dag(request, "vanaf", date.today() - timedelta(days=7))
    tot = _dag(request, "tot", date.today())
    who = request.GET.get("gebruiker", "")[:150]
    book = logboek_van(settings.WERKMAP)
    lines = book.lees(vanaf=vanaf, tot_en_met=tot, gebruiker=who, meest=MEEST)
    log(request, "logboek lezen", f"logboek {vanaf} tot en met {tot}, {'één gebruiker' if who else 'alle gebruikers'}")
    titel = f"Logboek van {vanaf:%d-%m-%Y} tot en met {tot:%d-%m-%Y}, het oudste eerst"
    return {
        "vanaf": vanaf, "tot": tot, "gebruiker": who, "vol": len(lines) == MEEST, "meest": MEEST,
        "keten": book.controleer(geheel=False), "mislukt": sum(map(_is_mislukte_aanmelding, lines)),
        "onderhoud": _onderhoud(book),
        "tabel": Tabel(titel, KOP, [_rij(line) for line in lines]),
    }  # fmt: skip


def _onderhoud(book: Logboek) -> Mapping[str, Any]:
    """Return the term, what was closed and destroyed, and what may be done now."""
    term, today, oldest = bewaartermijn(settings.WERKMAP), date.today(), book.oudste_open()
    parts = [(stuk, stuk.te_vernietigen_vanaf(term.waarde)) for stuk in book.aanwezig()]
    return {
        "termijn": term, "gesloten": parts, "vernietigd": book.vernietigd(), "vorig_jaar": today.year - 1,
        "te_sluiten": oldest is not None and oldest.year < today.year,
        "te_vernietigen": max((stuk.eind.year for stuk, day in parts if day <= today), default=None),
    }  # fmt: skip


def _dag(request: HttpRequest, naam: str, anders: date) -> date:
    try:
        return date.fromisoformat(request.GET.get(naam) or anders.isoformat())
    except ValueError as error:
        raise GebruikersFout(f"'{naam}' is geen datum. Schrijf hem als 2026-01-31.") from error


def _is_mislukte_aanmelding(line: Logregel) -> bool:
    what = line.gebeurtenis
    return what.handeling.startswith("inloggen") and what.uitkomst.startswith("geweigerd")


def _rij(line: Logregel) -> list[Cel]:
    what = line.gebeurtenis
    moment = timezone.localtime(line.moment)
    words = (
        what.gebruiker, what.rol, what.verantwoordelijke, what.handeling, what.object, what.client or "geen",
        what.uitkomst, what.toegangspunt, what.herkomst, what.reden or "geen", str(line.nummer),
    )  # fmt: skip
    return [Cel(f"{moment:%d-%m-%Y %H:%M:%S}"), *map(Cel, words)]


PAGINA = Pagina(
    "logboek", "Logboek", _inhoud, menu="Logboek", volgorde=96, recht=LOGBOEK, voorbeelden=("/logboek",)
)  # fmt: skip
