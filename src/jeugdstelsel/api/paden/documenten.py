"""What the documents themselves say: opgaven, lines, features of local teams, contradictions, and what stays open."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.http import HttpRequest
from ninja import Field, Query

from jeugdstelsel.api.pad import Pad
from jeugdstelsel.api.vorm import Bladvraag, als_rij, bladzijde, lijst_van, vorm_van
from jeugdstelsel.standaard import agenda


class Opgavevorm(vorm_van(agenda.Opgave)):  # type: ignore[misc]
    """Eén van de tien opgaven."""

    afspraken: int = Field(description="Hoeveel afspraken erbij horen; zij staan in /v1/afspraken.")


def _opgaven() -> list[Mapping[str, Any]]:
    counts = Counter(each.opgave for each in agenda.afspraken().values())
    return [als_rij(each, afspraken=counts[each.opgave]) for each in agenda.opgaven().values()]


def _lijst(rijen: Callable[[], Iterable[Any]]) -> Callable[..., Mapping[str, Any]]:
    """Return what answers with a list that has no filters."""

    def answer(request: HttpRequest, vraag: Query[Bladvraag]) -> Mapping[str, Any]:
        return bladzijde(request, vraag, list(rijen()))

    return answer


PADEN = tuple(
    Pad(
        f"/{naam}", naam.replace("-", ""), titel, uitleg,
        _lijst(rijen), lijst_van(titel.title().replace(" ", ""), vorm), "agenda", (f"/{naam}",),
    )
    for naam, titel, uitleg, rijen, vorm in (
        ("documenten", "Documenten", "De documenten waaruit alles hier komt, met hun dag.",
         lambda: agenda.documenten().values(), vorm_van(agenda.Document)),
        ("opgaven", "Opgaven", "De tien opgaven van de Hervormingsagenda.", _opgaven, Opgavevorm),
        ("implementatielijnen", "Implementatielijnen", "De zes lijnen waarin de afspraken worden uitgevoerd.",
         lambda: agenda.implementatielijnen().values(), vorm_van(agenda.Implementatielijn)),
        ("teamkenmerken", "Teamkenmerken", "De kenmerken van een stevig lokaal team.",
         agenda.kenmerken, vorm_van(agenda.Kenmerk)),
        ("tegenstrijdigheden", "Tegenstrijdigheden", "Wat de documenten verschillend zeggen, en wat wij daarmee doen.",
         agenda.tegenstrijdigheden, vorm_van(agenda.Tegenstrijdigheid)),
        ("open-punten", "Open punten", "Wat de documenten openlaten, en wat hier staat in plaats van een verzonnen "
         "antwoord.", agenda.open_punten, vorm_van(agenda.OpenPunt)),
    )
)  # fmt: skip
