"""A question to StatLine: which table, which filter, in which version of OData, and the reading of its answers."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any
from urllib.parse import quote

from jeugdstelsel.ingest import statline_v3, statline_v4
from jeugdstelsel.ingest.statline import Indeling, Kubus, Lezing, without_number
from jeugdstelsel.model import GebruikersFout
from jeugdstelsel.services.statline_client import Client
from jeugdstelsel.standaard import cbs
from jeugdstelsel.standaard.cbs import Toegang

_NUMBER = re.compile(r"\d{5}[A-Za-z]{3}")


@dataclass(frozen=True)
class Vraag:
    """What is asked of CBS: (name, value) pairs in the words of the user, and the address of the table."""

    tabel: str
    filters: tuple[tuple[str, str], ...]
    versie: int
    basis: str

    @property
    def filter(self) -> str:
        """The filter as the user wrote it."""
        return " en ".join(f"{name}={value}" for name, value in self.filters)

    def as_dict(self) -> dict[str, Any]:
        """Return the question as it is kept beside its answers."""
        return asdict(self)

    @classmethod
    def from_dict(cls, kept: dict[str, Any]) -> "Vraag":
        """Return a question that was kept."""
        return cls(kept["tabel"], tuple((n, v) for n, v in kept["filters"]), kept["versie"], kept["basis"])


def make_vraag(tabel: str, filters: Sequence[str], versie: int, toegang: Toegang) -> Vraag:
    """Return a question; raises GebruikersFout for what is no table or no filter."""
    named = {known.naam: known.tabel for known in cbs.tabellen().values()}
    number = named.get(tabel, tabel)
    if not _NUMBER.fullmatch(number):
        raise GebruikersFout(
            f"'{tabel}' is geen CBS-tabel. Geef een nummer als 85099NED, of een van: {', '.join(named)}."
        )
    if versie not in (3, 4):
        raise GebruikersFout(f"versie {versie} van OData bestaat niet. Kies 3 of 4.")
    pairs = [text.partition("=") for text in filters]
    if wrong := [
        text for text, (name, sign, value) in zip(filters, pairs, strict=True) if not (name and sign and value)
    ]:
        raise GebruikersFout(f"'{wrong[0]}' is geen filter. Schrijf naam=waarde, zoals regio=0363 of periode=2025-H1.")
    asked = tuple(sorted((name.strip(), value.strip()) for name, _, value in pairs))
    return Vraag(number, asked, versie, f"{toegang.v4 if versie == 4 else toegang.v3}/{number}")


def read_answers(client: Client, vraag: Vraag, toegang: Toegang) -> tuple[str, Lezing]:
    """Ask everything about a table that the question needs; return its title and what was read."""
    four = vraag.versie == 4
    reader = statline_v4 if four else statline_v3
    answers = (_fetch_v4 if four else _fetch_v3)(client, vraag.basis)
    page = f"{vraag.basis}/{'Observations' if four else 'TypedDataSet'}"
    lezing = Lezing(client.oudste.date(), page)
    kubus = reader.read_kubus(vraag.tabel, answers, lezing)
    question = (make_filter_v4 if four else make_filter_v3)(kubus, vraag)
    _guard_size(kubus, vraag, toegang)
    for rows in client.rows(f"{page}{question}"):
        reader.read_cells(kubus, rows, lezing)
    return kubus.titel, lezing


def _fetch_v4(client: Client, base: str) -> dict[str, Any]:
    answers: dict[str, Any] = {"Properties": client.get(f"{base}/Properties")}
    for name in ("Dimensions", "MeasureCodes"):
        answers[name] = _all(client, f"{base}/{name}")
    for name in statline_v4.names_of_lists(answers["Dimensions"]):
        answers[name] = _all(client, f"{base}/{name}")
    return answers


def _fetch_v3(client: Client, base: str) -> dict[str, Any]:
    answers = {name: _all(client, f"{base}/{name}?$format=json") for name in ("TableInfos", "DataProperties")}
    for name in statline_v3.names_of_lists(answers["DataProperties"]):
        answers[name] = _all(client, f"{base}/{name}?$format=json")
    return answers


def _all(client: Client, url: str) -> list[Any]:
    return [row for rows in client.rows(url) for row in rows]


def _guard_size(kubus: Kubus, vraag: Vraag, toegang: Toegang) -> None:
    """Refuse a question that would bring in too much: a large table without a region or a period."""
    known = cbs.tabellen().get(vraag.tabel)
    large = (known is not None and known.groot) or (kubus.cellen or 0) > toegang.cellen
    if large and not {"regio", "periode"} & {_kind_of(kubus, name) for name, _ in vraag.filters}:
        raise GebruikersFout(
            f"{vraag.tabel} is heel groot. Vraag een deel, zoals --filter regio=0363 of --filter periode=2025."
        )


def _kind_of(kubus: Kubus, name: str) -> str:
    return "meting" if name == "meting" else _dimension(kubus, name).soort


def _dimension(kubus: Kubus, name: str) -> Indeling:
    for indeling in kubus.indelingen:
        if name.casefold() in (indeling.soort, indeling.naam.casefold(), indeling.titel.casefold()):
            return indeling
    words = ["regio", "periode", "meting", *(i.titel for i in kubus.indelingen if i.soort == "indeling")]
    raise GebruikersFout(f"{kubus.tabel} heeft geen indeling '{name}'. Kies uit: {', '.join(words)}.")


def _codes(kubus: Kubus, indeling: Indeling, value: str) -> list[str]:
    """Return the codes that a value means: a code, a name, a period in our words, or the start of a code and a *."""
    if value.endswith("*"):
        found = [code for code in indeling.namen if code.startswith(value[:-1])]
    elif indeling.soort == "periode":
        found = [code for code, periode in kubus.perioden.items() if value in (code, periode.naam)]
    else:
        found = [
            code
            for code, title in indeling.titels.items()
            if value in (code, code.removeprefix("GM"))
            or value.casefold() in (title.casefold(), title.casefold().removesuffix(" (gemeente)"))
        ]
    if not found:
        raise GebruikersFout(
            f"'{value}' komt niet voor bij {indeling.titel} van {kubus.tabel}. Kijk op opendata.cbs.nl."
        )
    return found


def _measures(kubus: Kubus, value: str) -> list[str]:
    """Return the keys of the measures with this name or key; a number at the end does not count."""
    found = [
        key
        for key, meting in kubus.metingen.items()
        if value in (key, without_number(key)) or value.casefold() == meting.naam.casefold()
    ]
    if not found:
        known = ", ".join(meting.naam for meting in kubus.metingen.values())
        raise GebruikersFout(f"{kubus.tabel} heeft geen onderwerp '{value}'. Kies uit: {known}.")
    return found


def _conditions(kubus: Kubus, vraag: Vraag) -> Iterator[tuple[str, list[str]]]:
    """Yield per dimension in the filter the conditions of which one must hold."""
    chosen: dict[str, list[str]] = {}
    for name, value in vraag.filters:
        if name == "meting":
            continue
        indeling = _dimension(kubus, name)
        if value.endswith("*"):
            _codes(kubus, indeling, value)
            terms = [f"startswith({indeling.naam},{_literal(value[:-1])})"]
        else:
            codes = _codes(kubus, indeling, value)
            terms = [f"{indeling.naam} eq {_literal(indeling.sleutels[code])}" for code in codes]
        chosen.setdefault(indeling.naam, []).extend(terms)
    yield from chosen.items()


def _literal(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def _join(conditions: list[list[str]]) -> str:
    return " and ".join(f"({' or '.join(terms)})" for terms in conditions)


def make_filter_v4(kubus: Kubus, vraag: Vraag) -> str:
    """Return the question of OData v4, such as ?$filter=..., or nothing."""
    conditions = [terms for _, terms in _conditions(kubus, vraag)]
    measures = [key for name, value in vraag.filters if name == "meting" for key in _measures(kubus, value)]
    if measures:
        conditions.append([f"Measure eq {_literal(key)}" for key in measures])
    return f"?$filter={quote(_join(conditions))}" if conditions else ""


def make_filter_v3(kubus: Kubus, vraag: Vraag) -> str:
    """Return the question of OData v3; keys are as CBS pads them, and measures are columns to select."""
    conditions = [terms for _, terms in _conditions(kubus, vraag)]
    measures = [key for name, value in vraag.filters if name == "meting" for key in _measures(kubus, value)]
    question = "?$format=json"
    if conditions:
        question += f"&$filter={quote(_join(conditions))}"
    if measures:
        question += f"&$select={quote(','.join([*(i.naam for i in kubus.indelingen), *measures]))}"
    return question
