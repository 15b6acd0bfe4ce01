"""What a release explains beside its figures: the reconciliation of sources, and why costs changed."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from django.conf import settings
from django.http import HttpRequest
from ninja import Field, Query

from jeugdstelsel.api.pad import Pad
from jeugdstelsel.api.vorm import Dag, JaNee, Standvraag, Uitgavekop, Vorm, lijst_van, met_links
from jeugdstelsel.indicators.kostengroei import BEPERKINGEN, BETEKENIS, titel_van
from jeugdstelsel.publish.csvw import AANSLUITING, KOSTENGROEI
from jeugdstelsel.services.bijlage import zoek
from jeugdstelsel.services.herkomst import lees_herkomst
from jeugdstelsel.services.kast import open_kast

NAMEN = {
    "kosten_van": "Kosten in de eerste periode",
    "kosten_naar": "Kosten in de tweede periode",
    "verschil": "Verschil",
}
"""What is no part of the change but what the parts stand between."""


class Aansluitvraag(Standvraag):
    """Welke regels van de aansluiting; wat u weglaat, beperkt niet."""

    periode: str | None = Field(None, max_length=7, description="Een jaar of halfjaar, zoals 2025 of 2025-H1.")
    niveau: Literal["land", "jeugdregio", "gemeente"] | None = None
    gebied: str | None = Field(None, max_length=4, description="Code van het gebied; NL is het land.")
    onderwerp: Literal["jongeren", "kosten"] | None = None


class Aansluitregel(Vorm):
    """Eén getal van de aansluiting."""

    periode: str
    niveau: str
    gebied: str
    onderwerp: str
    lijn: str = Field(description="Zorgvorm.")
    soort: str = Field(description="Bij kosten: deel, rest of totaal.")
    aanbieder: str = Field(description="AGB-code; leeg is alle aanbieders samen.")
    deel: str = Field(description="In welke bron, of welk bedrag.")
    oorzaak: str = Field(description="Waardoor de bronnen verschillen; leeg is alles samen.")
    grond: str = Field(description="Hoe de oorzaak bekend is: gemeten, geschat, opgegeven, of rest.")
    waarde: int | None = Field(description="Jongeren of euro; leeg als de toestand geheim of onbekend is.")
    toestand: str
    status: str
    peildatum: Dag
    iv3_document: str
    bij_leveringen: int
    schaal: float | None = Field(description="Bij verzonnen berichten: op welk deel van de echte aantallen.")
    synthetisch: JaNee = Field(description="Of de berichten over een verzonnen land gaan.")


class Groeivraag(Standvraag):
    """Van welk gebied."""

    gebied: str | None = Field(None, max_length=4, description="Code van een jeugdregio; NL is het land.")


class Groeiregel(Vorm):
    """Eén deel van een verandering van kosten; de delen tellen op tot het verschil."""

    periode: str
    van: str
    niveau: str
    gebied: str
    deel: str
    naam: str = Field(description="Hoe het deel heet, met wat ermee samen is genomen.")
    bevat: str = Field(description="Delen die samen zijn genomen, omdat een ervan te klein is om te tonen.")
    waarde: int | None = Field(description="Euro; leeg als de toestand geheim of onbekend is.")
    toestand: str
    status: str
    peildatum: Dag
    vergelijkbaar: float | None
    halve_gemeenten: int
    synthetisch: JaNee = Field(description="Of de berichten over een verzonnen land gaan.")


def _aansluiting(request: HttpRequest, vraag: Query[Aansluitvraag]) -> Mapping[str, Any]:
    page = _bijlage(request, vraag, AANSLUITING, ("periode", "niveau", "gebied", "onderwerp"))
    return page | {"waarom_niet": lees_herkomst(page["uitgave"]).get("geen_aansluiting", "")}


def _kostengroei(request: HttpRequest, vraag: Query[Groeivraag]) -> Mapping[str, Any]:
    page = _bijlage(request, vraag, KOSTENGROEI, ("gebied",))
    rows = [
        row | {"naam": NAMEN.get(row["deel"]) or titel_van(row["deel"], row["bevat"])} for row in page["resultaten"]
    ]
    return page | {"resultaten": rows, "betekenis": BETEKENIS, "beperkingen": BEPERKINGEN}


def _bijlage(request: HttpRequest, vraag: Any, naam: str, filters: Sequence[str]) -> dict[str, Any]:
    """Return one page of a table of the release that the reader asks for."""
    blad = open_kast(settings.WERKMAP, vraag.bekend_op).blad
    found = zoek(blad, naam, {name: getattr(vraag, name) for name in filters if getattr(vraag, name)})
    rows = found.slice((vraag.pagina - 1) * vraag.pagina_grootte, vraag.pagina_grootte).to_pylist()
    return met_links(request, vraag, rows, found.num_rows) | {"uitgave": blad}


PADEN = (
    Pad(
        "/aansluitregels", "aansluitregels", "Aansluiting van bronnen",
        "De berichten naast Beleidsinformatie en Iv3, met de oorzaken van het verschil, per gebied en aanbieder.",
        _aansluiting, lijst_van("Aansluiting", Aansluitregel, uitgave=Uitgavekop, waarom_niet=str), "cijfers",
        ("/aansluitregels?niveau=gemeente&gebied=0363&onderwerp=kosten", "/aansluitregels"),
    ),
    Pad(
        "/kostenveranderingen", "kostenveranderingen", "Waardoor de kosten veranderden",
        "Het verschil in gedeclareerde kosten tussen twee perioden, in delen die optellen.",
        _kostengroei, lijst_van(
            "Kostengroei", Groeiregel, uitgave=Uitgavekop, betekenis=str, beperkingen=list[str]
        ), "cijfers",
        ("/kostenveranderingen?gebied=NL",),
    ),
)  # fmt: skip
