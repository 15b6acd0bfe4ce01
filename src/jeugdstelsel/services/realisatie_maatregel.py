"""Per measure and year: what was planned, what was done for it, what came of it, and who bears the difference."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from pathlib import Path

from jeugdstelsel.services.iv3_reeks import Prijsindex
from jeugdstelsel.services.realisatie import (
    Afwijking,
    Bedrag,
    Jaarstand,
    Uitgave,
    naast_budget,
    prijsindex,
    uitgaven,
    vergelijk,
)
from jeugdstelsel.services.realisatie_register import (
    MILJOEN,
    RIJK,
    VNG,
    Aandeel,
    Drempel,
    Inspanning,
    Oorzaakbedrag,
    Plan,
    Resultaat,
    naar_eurocent,
    partijen_van,
    stand_van,
)
from jeugdstelsel.services.toerekening import Bijdrage, Gedocumenteerd, Toerekening, reken_toe
from jeugdstelsel.standaard.kader import MAATREGELJAREN, PRIJSPEIL, maatregelen

NOG_NIET_GEMETEN = "nog niet gemeten"
NIET_TE_METEN = "op dit niveau niet te meten: zie totaal"
JAREN = tuple(int(jaar) for jaar in MAATREGELJAREN if jaar.isdigit())
"""The years for which Bijlage 2 prints a plan."""


@dataclass(frozen=True)
class Stand:
    """Everything that was recorded at the end of a day (None: now), by the key of its register."""

    werkmap: Path
    bekend_op: date | None
    inspanningen: Mapping[str, Inspanning]
    aandelen: Mapping[str, Aandeel]
    resultaten: Mapping[str, Resultaat]
    plannen: Mapping[str, Plan]
    oorzaken: Mapping[str, Oorzaakbedrag]
    drempels: Mapping[str, Drempel]
    index: Prijsindex | None
    budget: Mapping[int, Jaarstand]

    def inspanningen_van(self, eenheid: str, jaar: int) -> tuple[Inspanning, ...]:
        """Return the recorded effort of every party for a unit in a year."""
        return tuple(i for i in self.inspanningen.values() if (i.eenheid, i.jaar) == (eenheid, jaar))

    def oorzaken_van(self, eenheid: str, jaar: int) -> tuple[Gedocumenteerd, ...]:
        """Return the documented parts of the deviation of a unit in a year."""
        return tuple(
            Gedocumenteerd(o.beginsel, naar_eurocent(o.miljoen), o.bron)
            for o in self.oorzaken.values()
            if (o.eenheid, o.jaar) == (eenheid, jaar)
        )

    def uitgaven_van(self, jeugdregio: str) -> Mapping[int, Uitgave]:
        """Return what a jeugdregio spent per year."""
        return uitgaven(self.werkmap, jeugdregio, self.bekend_op)


def lees_stand(werkmap: Path, bekend_op: date | None = None) -> Stand:
    """Return everything that money and signals are computed from, as it was known at the end of a day."""
    return Stand(
        werkmap,
        bekend_op,
        stand_van(werkmap, Inspanning, bekend_op),
        stand_van(werkmap, Aandeel, bekend_op),
        stand_van(werkmap, Resultaat, bekend_op),
        stand_van(werkmap, Plan, bekend_op),
        stand_van(werkmap, Oorzaakbedrag, bekend_op),
        stand_van(werkmap, Drempel, bekend_op),
        prijsindex(werkmap, bekend_op),
        {year.jaar: year for year in naast_budget(werkmap, bekend_op)},
    )


@dataclass(frozen=True)
class Maatregeljaar:
    """One measure in one year; savings are negative, in prices of 2023.

    `gerealiseerd` is None where it was not measured; `afwijking` above zero means that less was saved than planned.
    """

    maatregel: str
    jaar: int
    plan: Bedrag | None
    inspanningen: tuple[Inspanning, ...]
    resultaat: Resultaat | None
    afwijking: Afwijking | None
    toerekening: Toerekening | None

    @property
    def gerealiseerd(self) -> Bedrag | None:
        """What was saved; None where it was not measured."""
        return Bedrag(naar_eurocent(self.resultaat.waarde), PRIJSPEIL) if self.resultaat else None

    @property
    def toestand(self) -> str:
        """`gemeten`, or why not (Dutch)."""
        if self.resultaat:
            return "gemeten"
        return NOG_NIET_GEMETEN if self.maatregel == "totaal" else NIET_TE_METEN


def plan_van(maatregel: str, jaar: int) -> Bedrag | None:
    """Return the planned saving of a measure in a year; None where Bijlage 2 prints nothing."""
    amount = maatregelen()[maatregel].bedragen.get(str(jaar))
    return None if amount is None else Bedrag(amount * MILJOEN, PRIJSPEIL)


def maatregeljaar(stand: Stand, maatregel: str, jaar: int) -> Maatregeljaar:
    """Return plan, effort, realisation and attribution of one measure in one year."""
    plan, result = plan_van(maatregel, jaar), stand.resultaten.get(f"{maatregel}/{jaar}")
    efforts = stand.inspanningen_van(maatregel, jaar)
    found = Maatregeljaar(maatregel, jaar, plan, efforts, result, None, None)
    realised = found.gerealiseerd
    if plan is None or realised is None:
        return found
    difference = vergelijk(realised, plan)
    return Maatregeljaar(
        maatregel, jaar, plan, efforts, result, difference,
        reken_toe(difference.eurocent, stand.oorzaken_van(maatregel, jaar), bijdragen(stand, maatregel, jaar)),
    )  # fmt: skip


def bijdragen(stand: Stand, maatregel: str, jaar: int) -> tuple[Bijdrage, ...]:
    """Return the effort of each party that Bijlage 2 makes responsible, as far as it is documented.

    A measure of one party is wholly its own; one of Rijk and VNG is split only by a recorded share.
    """
    delivered = {effort.partij: effort.deel for effort in stand.inspanningen_van(maatregel, jaar)}
    parties = partijen_van(maatregel)
    return tuple(
        Bijdrage(party, _aandeel(stand.aandelen.get(maatregel), party, parties), delivered.get(party))
        for party in parties
    )


def _aandeel(found: Aandeel | None, party: str, parties: Sequence[str]) -> Fraction | None:
    if len(parties) == 1:
        return Fraction(1)
    if found is None:
        return None
    rijk = Fraction(found.rijk) / 100
    return {RIJK: rijk, VNG: 1 - rijk}[party]


def totale_toerekening(stand: Stand, jaar: int) -> Toerekening | None:
    """Return who bears the difference between spending and budget of a year; None when there is no difference.

    Effort is weighed per measure, where it is documented; here only documented amounts are divided.
    """
    found = stand.budget.get(jaar)
    if found is None or found.afwijking is None:
        return None
    return reken_toe(found.afwijking.eurocent, stand.oorzaken_van("land", jaar), ())
