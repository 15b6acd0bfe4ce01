"""Checks that every archive of a work folder still holds what was received, byte for byte."""

from dataclasses import dataclass
from pathlib import Path

from jeugdstelsel.model import Fout, GebruikersFout
from jeugdstelsel.services.bij import FOLDER as BIJ
from jeugdstelsel.services.iv3 import FOLDER as IV3
from jeugdstelsel.store import Archive

ARCHIEVEN = {"": "iJw-berichten", BIJ: "Beleidsinformatie Jeugd", IV3: "Iv3"}
"""Folder in the work folder, and what it is an archive of."""


class ArchiefGeschonden(Fout):
    """An archive is not what was received."""

    exit_code = 4

    def __init__(self) -> None:
        super().__init__(
            "het archief is niet meer wat is ontvangen. Zet de genoemde bestanden terug uit een reservekopie."
        )


@dataclass(frozen=True)
class Nagekeken:
    """What the check of one archive gave: of what, how many deliveries, and the names of those gone or changed."""

    waarvan: str
    leveringen: int
    geschonden: tuple[str, ...]


def check_archives(workdir: Path) -> list[Nagekeken]:
    """Return the check of every archive in the work folder; raises GebruikersFout when there is none."""
    found = [
        Nagekeken(waarvan, len(list(archive.deliveries())), tuple(archive.verify()))
        for folder, waarvan in ARCHIEVEN.items()
        if (archive := Archive.find(workdir / folder))
    ]
    if not found:
        raise GebruikersFout(f"in {workdir} is nog niets ontvangen, dus er is geen archief om na te kijken.")
    return found
