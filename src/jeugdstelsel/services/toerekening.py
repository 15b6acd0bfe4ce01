"""Divides a deviation over the parties by the principles of Hervormingsagenda chapter 3, and by nothing else."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import floor

from jeugdstelsel.services.realisatie_register import AUTONOOM, BEGINSELEN, BOVENWETTELIJK, ONVOORZIEN, RIJK, VNG

NAAM = {RIJK: "Rijk", VNG: "gemeenten (VNG)"}
DRAAGT = {BOVENWETTELIJK: VNG, ONVOORZIEN: RIJK, AUTONOOM: RIJK}
"""Who bears what, by the principle under which it was documented."""
NIET_GELEVERD = "niet geleverde inspanning"


@dataclass(frozen=True)
class Gedocumenteerd:
    """A part of the deviation in eurocent that a source lays under one of BEGINSELEN."""

    beginsel: str
    bedrag: int
    bron: str


@dataclass(frozen=True)
class Bijdrage:
    """The effort of one party: its documented share in the whole and what part of it was delivered, both 0..1.

    None is what nobody documented.
    """

    partij: str
    aandeel: Fraction | None
    geleverd: Fraction | None


@dataclass(frozen=True)
class Deel:
    """A part of the deviation in eurocent that one party bears, with the principle and the source that say so."""

    partij: str
    bedrag: int
    beginsel: str
    bron: str


@dataclass(frozen=True)
class Toerekening:
    """A deviation in eurocent (above zero: worse than planned), its parts, and what is missing to say more.

    The parts and `niet_toegerekend` add up to the deviation, to the cent.
    """

    afwijking: int
    delen: tuple[Deel, ...]
    niet_toegerekend: int
    ontbreekt: tuple[str, ...]


def reken_toe(afwijking: int, gedocumenteerd: Sequence[Gedocumenteerd], bijdragen: Sequence[Bijdrage]) -> Toerekening:
    """Return who bears what of a deviation.

    First the documented amounts: beyond-the-law choices to gemeenten, unforeseen and autonomous growth to the Rijk.
    What is left falls on a party for its documented share in the effort times what it did not deliver. Without a
    documented share or delivery of every party nothing is divided by effort.
    """
    delen = [Deel(DRAAGT[item.beginsel], item.bedrag, item.beginsel, item.bron) for item in gedocumenteerd]
    rest = afwijking - sum(deel.bedrag for deel in delen)
    lacks = [*_mist(bijdragen)]
    if rest > 0 and not lacks:
        delen += _naar_inspanning(rest, bijdragen)
    left = afwijking - sum(deel.bedrag for deel in delen)
    return Toerekening(afwijking, tuple(delen), left, (*lacks, *_open(left, gedocumenteerd)))


def _naar_inspanning(rest: int, bijdragen: Sequence[Bijdrage]) -> Iterator[Deel]:
    """Yield what each party bears of `rest`: rounded down to the cent, so that together they never bear more."""
    for item in bijdragen:
        assert item.aandeel is not None
        assert item.geleverd is not None
        amount = floor(rest * item.aandeel * (1 - item.geleverd))
        if amount:
            yield Deel(item.partij, amount, NIET_GELEVERD, "vastgelegde inspanning en aandeel")


def _mist(bijdragen: Sequence[Bijdrage]) -> Iterator[str]:
    """Yield what must be documented before anything can be divided by effort."""
    if not bijdragen:
        yield "Naar inspanning wordt alleen verdeeld bij een maatregel met een verantwoordelijke in Bijlage 2."
    for item in bijdragen:
        if item.aandeel is None:
            yield f"Het aandeel van {NAAM[item.partij]} in de afgesproken inspanning is niet vastgelegd."
        if item.geleverd is None:
            yield f"Hoeveel van de afgesproken inspanning {NAAM[item.partij]} leverde, is niet vastgelegd."


def _open(left: int, gedocumenteerd: Sequence[Gedocumenteerd]) -> Iterator[str]:
    """Yield under which principles no amount is documented while something is left."""
    absent = [name for name in BEGINSELEN if name not in {item.beginsel for item in gedocumenteerd}]
    if left and absent:
        yield f"Er is geen bedrag met bron vastgelegd voor: {', '.join(absent)}."
    if left < 0 and not gedocumenteerd:
        yield "Er is minder uitgegeven of meer bespaard dan het plan; daarvoor kent hoofdstuk 3 geen verdeling."
    elif left < 0:
        yield "De vastgelegde bedragen zijn samen groter dan de afwijking; de rest is een meevaller zonder oorzaak."
