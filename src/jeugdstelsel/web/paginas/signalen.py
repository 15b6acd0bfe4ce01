"""Every light of a year: measures, action lines, the country and the regions, with the decisions that red asked for."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from jeugdstelsel.access.rollen import BESLUITEN
from jeugdstelsel.services.realisatie_maatregel import JAREN, lees_stand
from jeugdstelsel.services.realisatie_register import MATEN, SOORTEN
from jeugdstelsel.services.signaal import KLEUREN, ONBEKEND, OORZAKEN, Signaal, signalen
from jeugdstelsel.services.signaal_besluit import Dossier, dossiers, oorzaak_van
from jeugdstelsel.web.onderdelen.tabel import als_csv
from jeugdstelsel.web.pagina import Pagina
from jeugdstelsel.web.toegang import mag
from jeugdstelsel.web.vraag import bekend_op, kies

KOP = ("eenheid", "soort", "jaar", "kleur", "op grond van", "achter op inspanning (%)", "achter op effect (%)", "trend")

VOLGORDE = ("land", "maatregel", "actielijn", "regio")


def _inhoud(request: HttpRequest) -> Mapping[str, Any] | HttpResponse:
    known = bekend_op(request)
    jaar = int(kies(request, "jaar", [str(jaar) for jaar in JAREN], str(_dit_jaar())))
    soort = kies(request, "soort", ("alles", *SOORTEN), "alles")
    stand = lees_stand(settings.WERKMAP, known)
    lights = signalen(stand, jaar, "" if soort == "alles" else soort)
    if request.GET.get("formaat") == "csv":
        return als_csv(f"signalen-{jaar}", KOP, [_rij(light) for light in lights])
    records = dossiers(settings.WERKMAP, stand)
    return {
        "jaar": jaar, "jaren": JAREN, "soort": soort, "soorten": ("alles", *SOORTEN), "bekend_op": known,
        "groepen": [_groep(kind, lights, records) for kind in VOLGORDE],
        "telling": [(colour, sum(light.kleur == colour for light in lights)) for colour in (*KLEUREN, ONBEKEND)],
        "dossiers": records, "open": [record for record in records if record.open], "oorzaken": OORZAKEN,
        "drempels": [(f"{s}/{m}", s, m, stand.drempels.get(f"{s}/{m}")) for s in SOORTEN for m in MATEN],
        "mag_besluiten": mag(request, BESLUITEN),
    }  # fmt: skip


def _groep(soort: str, lights: Sequence[Signaal], records: Sequence[Dossier]) -> tuple[str, list[Any], int]:
    """Return the lights of one kind with their cause, and how many of them have a colour."""
    found = [(light, oorzaak_van(light, records)) for light in lights if light.eenheid.soort == soort]
    return soort, found, sum(light.kleur != ONBEKEND for light, _ in found)


def _dit_jaar() -> int:
    """Return this year, or the nearest one that has a plan."""
    now = datetime.now(UTC).year
    return min(JAREN, key=lambda jaar: abs(jaar - now))


def _rij(light: Signaal) -> list[Any]:
    behind = [part.meting.achter for part in light.delen]
    numbers = ["onbekend" if value is None else round(float(value), 1) for value in behind]
    return [light.eenheid.naam, light.eenheid.soort, light.jaar, light.kleur, light.grond, *numbers, light.trend]


PAGINA = Pagina(
    "signalen", "Verkeerslicht en vangrail", _inhoud, menu="Signalen", volgorde=45,
    voorbeelden=("/signalen", "/signalen?jaar=2027&soort=maatregel", "/signalen?bekend_op=2026-01-31"),
    api=("/v1/signalen", "/v1/drempels", "/v1/besluiten"),
)  # fmt: skip
