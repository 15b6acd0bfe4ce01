"""Checks indicators against the seven conditions of Bijlage 4: computed where that can be, else judged by people."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import ClassVar

from jeugdstelsel.indicators.plan import all_indicators
from jeugdstelsel.model import GebruikersFout
from jeugdstelsel.services.basisset import Definitie
from jeugdstelsel.services.basisset_maatregel import EFFECT, INSPANNING, Koppeling, lees_koppelingen, maatregelcodes
from jeugdstelsel.services.bronnen import read_bronnen
from jeugdstelsel.services.kast import Kast, open_kast
from jeugdstelsel.services.realisatie_register import Vastlegging, stand_van
from jeugdstelsel.standaard.basisset import Randvoorwaarde, randvoorwaarden
from jeugdstelsel.standaard.bronregister import Databron

VOLDOET, VOLDOET_NIET, NOG_TE_BEOORDELEN = "voldoet", "voldoet niet", "nog te beoordelen"
JA, NEE, ONBEKEND = "ja", "nee", "onbekend"
NIVEAUS = ("land", "jeugdregio", "gemeente")
_ANDERE_NAMEN = {"CBS bevolking": "bevolking", "JZ21": "jz21"}
"""How definitions call a source that has another short name in the register of sources."""
_VAN_BERICHTEN = ("Header van alle berichten", "bevindingen van de controle")
"""What definitions read of every message, whatever its kind."""


@dataclass(frozen=True)
class Oordeel(Vastlegging):
    """What people say of an indicator and a condition; `definitie` marks which definition they judged."""

    register: ClassVar[str] = "randvoorwaarden"
    een_per: ClassVar[tuple[str, ...]] = ("indicator", "voorwaarde")
    indicator: str
    voorwaarde: str
    oordeel: str
    toelichting: str
    definitie: str

    def keur(self) -> None:
        """Raise GebruikersFout when this is no judgement of one of the seven."""
        if self.voorwaarde not in randvoorwaarden():
            raise GebruikersFout(f"de voorwaarde '{self.voorwaarde[:20]}' bestaat niet. Kies 1 tot en met 7.")
        if self.oordeel not in (VOLDOET, VOLDOET_NIET):
            raise GebruikersFout(f"kies {VOLDOET} of {VOLDOET_NIET}.")
        if not self.toelichting.strip():
            raise GebruikersFout("zeg in de toelichting waar het oordeel op rust.")


@dataclass(frozen=True)
class Toets:
    """One condition for one indicator: what was computed with the ground for it, and what people judged."""

    voorwaarde: Randvoorwaarde
    berekend: str
    grond: str
    oordeel: Oordeel | None
    achterhaald: bool = False

    @property
    def uitkomst(self) -> str:
        """VOLDOET, VOLDOET_NIET or NOG_TE_BEOORDELEN.

        A computed no cannot be judged away and a judged no always counts; a judgement of another definition does not.
        """
        judged = self.oordeel.oordeel if self.oordeel and not self.achterhaald else NOG_TE_BEOORDELEN
        if self.berekend == NEE or judged == VOLDOET_NIET:
            return VOLDOET_NIET
        return VOLDOET if self.berekend == JA and self.voorwaarde.volstaat else judged


@dataclass(frozen=True)
class Setoordeel:
    """One condition for a whole set: the indicators that meet it; one is enough, none fails the set."""

    voorwaarde: Randvoorwaarde
    voldoen: tuple[str, ...]

    @property
    def geslaagd(self) -> bool:
        """Whether at least one indicator meets it."""
        return bool(self.voldoen)


@dataclass(frozen=True)
class _Kennis:
    """What the computed part rests on; `niveaus` is None when there is no release."""

    niveaus: Mapping[str, frozenset[str]] | None
    bronnen: Mapping[str, Databron]
    koppelingen: tuple[Koppeling, ...]
    oordelen: Mapping[str, Oordeel]


def merk_van(definitie: Definitie) -> str:
    """Return the mark of what is judged: another meaning or query asks for another judgement."""
    return definitie.kenmerk or f"{definitie.betekenis} | {definitie.teller} | {definitie.noemer}"[:300]


def toets(workdir: Path, definities: Iterable[Definitie], *, op: date | None = None) -> dict[str, tuple[Toets, ...]]:
    """Return for each indicator how it stands to each of the seven conditions, as known on a day (now)."""
    known = _Kennis(
        _niveaus(workdir, op), read_bronnen(workdir, dag=op), lees_koppelingen(workdir, op=op),
        stand_van(workdir, Oordeel, op),
    )  # fmt: skip
    return {
        each.indicator: tuple(_toets(known, each, condition) for condition in randvoorwaarden().values())
        for each in definities
    }


def toets_set(toetsen: Mapping[str, Sequence[Toets]]) -> tuple[Setoordeel, ...]:
    """Return for each condition which indicators of a set meet it; the set passes when all seven are met."""
    return tuple(
        Setoordeel(
            condition,
            tuple(
                code
                for code, each in toetsen.items()
                if any(one.voorwaarde == condition and one.uitkomst == VOLDOET for one in each)
            ),
        )
        for condition in randvoorwaarden().values()
    )


def _toets(known: _Kennis, definitie: Definitie, condition: Randvoorwaarde) -> Toets:
    computed, ground = _REKENEN[condition.nummer](known, definitie)
    judged = known.oordelen.get(f"{definitie.indicator}/{condition.nummer}")
    return Toets(condition, computed, ground, judged, bool(judged and judged.definitie != merk_van(definitie)))


def _niveaus(workdir: Path, op: date | None) -> Mapping[str, frozenset[str]] | None:
    try:
        return _gemeten(open_kast(workdir, op))
    except GebruikersFout:
        return None


@lru_cache(maxsize=4)
def _gemeten(kast: Kast) -> Mapping[str, frozenset[str]]:
    """Return the levels of a release; a release never changes, so once is enough."""
    return kast.niveaus()


def _op_niveaus(known: _Kennis, definitie: Definitie) -> tuple[str, str]:
    if definitie.indicator not in all_indicators():
        return ONBEKEND, "dit programma rekent de indicator niet uit"
    if known.niveaus is None:
        return ONBEKEND, "er is nog geen uitgave met cijfers"
    found = known.niveaus.get(definitie.indicator, frozenset())
    lacks = [level for level in NIVEAUS if level not in found]
    return (NEE, f"geen cijfers over {', '.join(lacks)}") if lacks else (JA, "cijfers over land, regio en gemeente")


def _links(known: _Kennis, definitie: Definitie, *, kant: str = "", met_geld: bool = False) -> tuple[str, str]:
    found = [
        f"{each.waaraan} ({each.kant})"
        for each in known.koppelingen
        if each.indicator == definitie.indicator
        and kant in ("", each.kant)
        and (not met_geld or each.waaraan in maatregelcodes())
    ]
    return (JA, f"gekoppeld aan {', '.join(found)}") if found else (ONBEKEND, "nog niet gekoppeld")


def _bijdrage(known: _Kennis, definitie: Definitie) -> tuple[str, str]:
    own = {each.waaraan for each in known.koppelingen if each.indicator == definitie.indicator}
    sides = {(each.waaraan, each.kant) for each in known.koppelingen if each.indicator}
    both = sorted(what for what in own if {(what, INSPANNING), (what, EFFECT)} <= sides)
    if both:
        return JA, f"inspanning en effect worden allebei gemeten bij {', '.join(both)}"
    return ONBEKEND, "inspanning en effect zijn nog niet samen gekoppeld"


def _uitgaven(known: _Kennis, definitie: Definitie) -> tuple[str, str]:
    if not definitie.eenheid.startswith("euro"):
        return ONBEKEND, "dit cijfer staat niet in euro"
    return _links(known, definitie, kant=EFFECT, met_geld=True)


def _aanlevering(known: _Kennis, definitie: Definitie) -> tuple[str, str]:
    """A source counts when it is registered with a legal basis and a frequency; a name nobody knows is unknown."""
    named = [part.strip() for part in definitie.bronnen.split(";") if part.strip()]
    found = {name: _bron(known.bronnen, name) for name in named}
    unknown = [name for name, source in found.items() if source is None]
    if unknown or not named:
        return ONBEKEND, f"niet in het bronnenregister: {', '.join(unknown) or 'geen bron genoemd'}"
    bare = [name for name, source in found.items() if source and not (source.grondslag and source.frequentie)]
    if bare:
        return NEE, f"zonder grondslag of frequentie: {', '.join(bare)}"
    return JA, f"geregistreerd met grondslag en frequentie: {', '.join(named)}"


def _bron(sources: Mapping[str, Databron], name: str) -> Databron | None:
    """Return the registered source that a definition calls so: by short name, full name or kind of message."""
    short = _ANDERE_NAMEN.get(name, name)
    for key, source in sources.items():
        if short in (key, source.naam) or short in source.berichten or (name in _VAN_BERICHTEN and source.berichten):
            return source
    return None


_REKENEN: Mapping[str, Callable[[_Kennis, Definitie], tuple[str, str]]] = {
    "1": _op_niveaus,
    "2": _links,
    "3": lambda known, each: _links(known, each, met_geld=True),
    "4": lambda known, each: _links(known, each, kant=INSPANNING),
    "5": _bijdrage,
    "6": _uitgaven,
    "7": _aanlevering,
}
"""What can be computed of each condition: ja, nee or onbekend, with the ground for it."""
