"""What makes a release open data: definitions, what changed, CSVW metadata and a catalogue beside the figures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from jeugdstelsel.publish.csvw import BIJLAGEN, INDICATOREN, schrijf_csvw, schrijf_rijen
from jeugdstelsel.publish.dcat import Beschrijving, Catalogus, schrijf_dcat
from jeugdstelsel.publish.errata import schrijf_wijzigingen
from jeugdstelsel.publish.uitgave import SYNTHETISCH, Uitgave


@dataclass(frozen=True)
class OpenData:
    """A release in the making: its figures and metadata, the release before it, and who brings it out and why.

    `bijlagen` has rows for the files named in `csvw.BIJLAGEN`.
    """

    cijfers: pa.Table
    metagegevens: Mapping[str, Any]
    vorige: Uitgave | None
    catalogus: Catalogus
    toelichting: str = ""
    bijlagen: Mapping[str, Sequence[Mapping[str, Any]]] = field(default_factory=dict)

    def schrijf(self, folder: Path, nummer: int) -> None:
        """Write the files in the folder of the release; the catalogue comes last, as it describes the others."""
        notes = self.metagegevens
        schrijf_rijen(folder, INDICATOREN, notes["indicatoren"])
        for naam in BIJLAGEN:
            schrijf_rijen(folder, naam, self.bijlagen.get(naam, ()))
        schrijf_wijzigingen(folder, self.cijfers, notes, nummer, self.vorige, self.toelichting)
        label = "SYNTHETISCH: " if notes[SYNTHETISCH] else ""
        schrijf_csvw(
            folder,
            titel=f"{label}{self.catalogus.titel}, uitgave {nummer}",
            notities={
                "publisher": self.catalogus.uitgever,
                "issued": notes["moment"],
                "license": self.catalogus.licentie,
            },
        )
        schrijf_dcat(folder, self.catalogus, self._beschrijving(nummer))

    def _beschrijving(self, nummer: int) -> Beschrijving:
        notes = self.metagegevens
        years = pc.min_max(pc.utf8_slice_codeunits(self.cijfers["periode"], 0, 4)).as_py()
        return Beschrijving(
            nummer,
            datetime.fromisoformat(notes["moment"]),
            date.fromisoformat(notes["peildatum"]) if notes["peildatum"] else None,
            notes[SYNTHETISCH],
            (int(years["min"]), int(years["max"])) if years["min"] else None,
            self.vorige.nummer if self.vorige else None,
        )
