"""What is true in a gemeente of the synthetic country: the totals that a reader of the messages should find."""

from dataclasses import dataclass, fields
from datetime import date
from typing import Self

import numpy as np

from jeugdstelsel.synthetic.dates import Days, day_number
from jeugdstelsel.synthetic.emit import Story
from jeugdstelsel.synthetic.parameters import LAST_YEAR, Instellingen


@dataclass(frozen=True)
class Truth:
    """Totals over the years with declaraties; `eurocent` is debet minus credit as declared up to the last day.

    `jongeren` and `trajecten` had care in those years; `prestaties` counts debet and credit lines sent.
    """

    gemeente: str
    jongeren: int
    trajecten: int
    prestaties: int
    eurocent: int
    berichten: int

    @classmethod
    def total(cls, parts: list[Self]) -> Self:
        """Return the sum of all gemeenten; young people who moved count in both."""
        numbers = [field.name for field in fields(cls) if field.name != "gemeente"]
        return cls("NL", *(sum(getattr(part, name) for part in parts) for name in numbers))


def truth(told: Story, instellingen: Instellingen) -> Truth:
    """Return the totals of one gemeente."""
    last = day_number(instellingen.tot)
    chains = told.care.chains
    real = in_care(told, instellingen.eerste_dag, min(last, day_number(date(LAST_YEAR, 12, 31))))
    billed = told.declaraties
    sent = billed.dagtekening <= last
    per_message = np.diff(billed.grenzen)
    return Truth(
        told.care.place.code, len(np.unique(chains.client[real])), len(real), int(per_message[sent].sum()),
        int(billed.totaal[sent].sum()), int((told.agenda.events.dag <= last).sum()),
    )  # fmt: skip


def in_care(told: Story, first: int, last: int) -> Days:
    """Return the positions of the chains with care between two days."""
    chains = told.care.chains
    real = (chains.kort_reden != "13") & (chains.start <= last) & (chains.stop >= first)
    return np.flatnonzero(real)
