"""The seven conditions that the Hervormingsagenda (Bijlage 4) puts on the indicators of its monitor."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from jeugdstelsel.standaard.bestand import read_rows

FOLDER_BASISSET = "basisset_2023"
EERSTE_RAPPORTJAAR, LAATSTE_RAPPORTJAAR = 2023, 2028
"""The years over which the monitor reports (Hervormingsagenda, Bijlage 4)."""


@dataclass(frozen=True)
class Randvoorwaarde:
    """One condition. `nagegaan` is what can be computed; only when that `volstaat` is no human judgement needed."""

    nummer: str
    titel: str
    betekenis: str
    plaats: str
    nagegaan: str
    volstaat: bool


@cache
def randvoorwaarden() -> Mapping[str, Randvoorwaarde]:
    """Return the seven conditions by number."""
    rows = read_rows(f"{FOLDER_BASISSET}/randvoorwaarden.csv")
    return MappingProxyType(
        {row["nummer"]: Randvoorwaarde(**{**row, "volstaat": row["volstaat"] == "ja"}) for row in rows}  # type: ignore[arg-type]
    )
