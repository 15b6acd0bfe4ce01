"""A finding: what is wrong, with an address, never a quote of personal data."""

from dataclasses import dataclass
from enum import StrEnum


class Ernst(StrEnum):
    """How bad a finding is."""

    FOUT = "fout"
    WAARSCHUWING = "waarschuwing"
    NIET_BEOORDEELD = "niet beoordeeld"


@dataclass(frozen=True)
class Finding:
    """One finding. `plaats` is an element path or byte position; `tekst` is plain Dutch."""

    regel: str
    plaats: str
    tekst: str
    retourcode: str = ""
    ernst: Ernst = Ernst.FOUT
    bericht_id: str = ""
    klasse: str = ""
    regelnummer: int = 0
