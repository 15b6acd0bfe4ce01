"""The rules of iJw 3.2 and what goes with them: return codes, keys, terms and kinds of assignment."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal

from jeugdstelsel.standaard.bestand import optional_int, read_rows
from jeugdstelsel.standaard.schema import FOLDER, berichten, codelijst

ALLE_RETOUR = "JW retour"


@dataclass(frozen=True)
class Regel:
    """One rule of the standard, its meaning in our own words.

    `niveau` is 1 (schema), 2 (within the message), 3 (across messages), 4 (outside source) or None
    (not checked by a message). `elementen` are places such as `Contact/Adres/Huis`; `uitgewerkt_in` names
    the rules that make this one checkable. `toetsbaar` is `ja`, `nee`, `meetbaar`, `via uitwerking` or
    `met lijst` (needs a contract or an outside list).
    """

    code: str
    soort: str
    betekenis: str
    niveau: int | None
    retourcode: str
    toetsbaar: str
    uitgewerkt_in: tuple[str, ...]
    opmerking: str
    berichten: tuple[str, ...]
    elementen: tuple[str, ...]


@dataclass(frozen=True)
class RegelPlaats:
    """A rule at one place of one message; an empty `plaats` is the message as a whole.

    `bericht` is `JW retour` when the rule holds for every retour message.
    """

    bericht: str
    plaats: str
    regel: str


@dataclass(frozen=True)
class Retourcode:
    """One return code with the rules that lead to it; its meaning stands in code list WJ001."""

    code: str
    soort: Literal["afkeuring", "goedkeuring", "neutraal"]
    betekenis: str
    regels: tuple[str, ...]


@dataclass(frozen=True)
class Termijn:
    """A term of the standard: within `aantal` `eenheid` from the moment `vanaf`."""

    code: str
    berichten: tuple[str, ...]
    vanaf: str
    aantal: int
    eenheid: Literal["werkdagen", "weken", "maanden"]
    regels: tuple[str, ...]
    opmerking: str


@dataclass(frozen=True)
class Toewijzingsvariant:
    """One allowed way to fill an assigned product: what is `gevuld`, `leeg`, `verplicht` or `optioneel`."""

    uitvoering: Literal["inspanningsgericht", "outputgericht"]
    type: str
    categorie: str
    productcode: str
    budget: str
    omvang: str
    eenheid: str
    frequentie: str
    einddatum: str
    opmerking: str


@cache
def regels_per_element() -> tuple[RegelPlaats, ...]:
    """Return every place where the standard puts a rule."""
    return tuple(RegelPlaats(**row) for row in read_rows(f"{FOLDER}/regels_per_element.csv"))


@cache
def regels() -> Mapping[str, Regel]:
    """Return all rules of the standard by code, such as `TR019`."""
    messages, places = _reach()
    everywhere = tuple(berichten())
    found: dict[str, Regel] = {}
    for row in read_rows(f"{FOLDER}/regels.csv"):
        code = row["regel"]
        found[code] = Regel(
            code,
            row["soort"],
            row["betekenis"],
            optional_int(row["niveau"]),
            row["retourcode"],
            row["toetsbaar"],
            tuple(row["uitgewerkt_in"].split()),
            row["opmerking"],
            everywhere if row["soort"] == "Uitgangspunt" else tuple(sorted(messages.get(code, ()))),
            tuple(sorted(places.get(code, ()))),
        )
    return MappingProxyType(found)


def _reach() -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """Return per rule the messages and the places it speaks of."""
    retour = [bericht.bericht for bericht in berichten().values() if bericht.is_retour]
    messages: dict[str, set[str]] = {}
    places: dict[str, set[str]] = {}
    for spot in regels_per_element():
        messages.setdefault(spot.regel, set()).update(retour if spot.bericht == ALLE_RETOUR else [spot.bericht])
        if spot.plaats:
            places.setdefault(spot.regel, set()).add(spot.plaats)
    return messages, places


@cache
def retourcodes() -> Mapping[str, Retourcode]:
    """Return all return codes by code, such as `9019`."""
    causes: dict[str, list[str]] = {}
    for regel in regels().values():
        causes.setdefault(regel.retourcode, []).append(regel.code)
    meanings = codelijst("WJ001")
    return MappingProxyType(
        {
            row["retourcode"]: Retourcode(
                row["retourcode"],
                row["soort"],  # type: ignore[arg-type]
                meanings[row["retourcode"]].betekenis,
                tuple(causes.get(row["retourcode"], ())),
            )
            for row in read_rows(f"{FOLDER}/retourcodes.csv")
        }
    )


@cache
def _all_keys() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for row in read_rows(f"{FOLDER}/sleutels.csv"):
        found.setdefault(row["bericht"], {})[row["klasse"]] = tuple(row["sleutel"].split())
    return found


def sleutels(bericht: str) -> Mapping[str, tuple[str, ...]]:
    """Return {klasse: elements that make an occurrence unique under its parent} (TR101).

    A retour message has the keys of the message it answers. KeyError for an unknown message.
    """
    kind = berichten()[bericht]
    return MappingProxyType(_all_keys()[kind.retour_van if kind.is_retour else bericht])


@cache
def termijnen() -> Mapping[str, Termijn]:
    """Return the terms by our own short name, such as `antwoord_vot`."""
    return MappingProxyType(
        {
            row["termijn"]: Termijn(
                row["termijn"],
                tuple(row["berichten"].split()),
                row["vanaf"],
                int(row["aantal"]),
                row["eenheid"],  # type: ignore[arg-type]
                tuple(row["regels"].split()),
                row["opmerking"],
            )
            for row in read_rows(f"{FOLDER}/termijnen.csv")
        }
    )


@cache
def toewijzingsvarianten() -> tuple[Toewijzingsvariant, ...]:
    """Return the allowed ways to fill a ToegewezenProduct."""
    rows = read_rows(f"{FOLDER}/toewijzingsvarianten.csv")
    return tuple(Toewijzingsvariant(**row) for row in rows)  # type: ignore[arg-type]
