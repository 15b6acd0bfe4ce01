"""The forms of answers; names are in lowerCamelCase. Docstrings of forms are in Dutch: readers of the API see them."""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import UTC, date, datetime
from functools import cache
from typing import Annotated, Any, get_type_hints

from ninja import Field, Schema
from pydantic import AfterValidator, BeforeValidator, create_model
from pydantic.alias_generators import to_camel
from pydantic.config import ConfigDict

Moment = Annotated[datetime, AfterValidator(lambda moment: moment.astimezone(UTC))]
"""A moment; in an answer it is always in UTC."""
Dag = Annotated[date | None, BeforeValidator(lambda day: day or None)]
"""A day out of a table with text, in which an empty cell is no day."""
JaNee = Annotated[bool, BeforeValidator(lambda word: word == "ja")]
"""A yes or no out of a table with words."""


class Vorm(Schema):  # type: ignore[misc]
    """Basis van elk antwoord en elke vraag."""

    model_config = ConfigDict(alias_generator=to_camel, populate_by_name=True)


class Links(Vorm):
    """Adressen van deze bladzijde en die ernaast; leeg als er geen is."""

    self: str
    next: str | None
    prev: str | None


class Bladvraag(Vorm):
    """Welke bladzijde van een lijst."""

    pagina: int = Field(1, ge=1, le=1_000_000, description="Nummer van de bladzijde, vanaf 1.")
    pagina_grootte: int = Field(100, ge=1, le=1000, description="Regels op een bladzijde, ten hoogste 1000.")


class Bekendvraag(Vorm):
    """Op welke dag het bekend was."""

    bekend_op: date | None = Field(
        None, description="Geef wat op deze dag bekend was: uit de uitgave die toen de laatste was. Leeg is nu."
    )


class Standvraag(Bladvraag, Bekendvraag):
    """Welke bladzijde van een lijst, zoals bekend op een dag."""


class Uitgavekop(Vorm):
    """De uitgave waaruit cijfers komen."""

    nummer: int
    moment: Moment = Field(description="Wanneer de uitgave is gemaakt.")
    peildatum: date | None = Field(description="Tot en met welke dag de berichten meetellen.")
    synthetisch: bool = Field(description="Of de cijfers over een verzonnen land gaan.")


@cache
def vorm_van(soort: type, **uitleg: str) -> Any:
    """Return the form of a frozen dataclass, so that a record is described once."""
    hints = get_type_hints(soort)
    parts: dict[str, Any] = {field.name: (hints[field.name], ...) for field in fields(soort)}
    return create_model(soort.__name__, __base__=Vorm, __doc__=f"Eén {soort.__name__.lower()}.", **parts)


@cache
def lijst_van(naam: str, vorm: Any, **erbij: Any) -> Any:
    """Return the form of a list of these: one page of it, with the addresses of its neighbours."""
    parts: dict[str, Any] = {
        "resultaten": (list[vorm], ...),
        "totaal": (int, Field(description="Hoeveel er zijn, over alle bladzijden.")),
        "pagina": (int, ...),
        "pagina_grootte": (int, ...),
        "links": (Links, ...),
        **{name: (kind, ...) for name, kind in erbij.items()},
    }
    return create_model(naam, __base__=Vorm, __doc__="Een bladzijde van een lijst.", **parts)


def bladzijde(request: Any, vraag: Any, rijen: Sequence[Any]) -> dict[str, Any]:
    """Return one page of all rows."""
    begin = (vraag.pagina - 1) * vraag.pagina_grootte
    return met_links(request, vraag, rijen[begin : begin + vraag.pagina_grootte], len(rijen))


def met_links(request: Any, vraag: Any, rijen: Sequence[Any], totaal: int) -> dict[str, Any]:
    """Return a page with the addresses of this page and its neighbours; filters stay in them."""
    last = vraag.pagina * vraag.pagina_grootte >= totaal

    def adres(pagina: int) -> str:
        query = request.GET.copy()
        query["pagina"] = str(pagina)
        return f"{request.path}?{query.urlencode()}"

    links = {
        "self": request.get_full_path(),
        "next": None if last else adres(vraag.pagina + 1),
        "prev": adres(vraag.pagina - 1) if vraag.pagina > 1 else None,
    }
    return {
        "resultaten": list(rijen), "totaal": totaal, "pagina": vraag.pagina,
        "pagina_grootte": vraag.pagina_grootte, "links": links,
    }  # fmt: skip


def als_rij(waarde: Any, **erbij: Any) -> Mapping[str, Any]:
    """Return a frozen dataclass as a row, with more beside it."""
    return {field.name: getattr(waarde, field.name) for field in fields(waarde)} | erbij
