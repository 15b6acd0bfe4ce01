"""An option for the operator: also validate against official XSD files that are not part of this product."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
from lxml import etree

from jeugdstelsel.ingest.normalise import closed_parser
from jeugdstelsel.ingest.read import Batch, Outcome
from jeugdstelsel.model import Finding, GebruikersFout


class OfficialSchemas:
    """XSD files in a folder, named after the message (`JW301.xsd`); a message without one is not checked."""

    def __init__(self, folder: Path) -> None:
        """Raise GebruikersFout when the folder holds no schema of a message."""
        self._files = {file.stem.upper(): file for file in folder.glob("*.xsd")}
        self._schemas: dict[str, etree.XMLSchema] = {}
        if not any(name.startswith("JW") for name in self._files):
            raise GebruikersFout(f"in {folder} staat geen XSD van een bericht (zoals JW301.xsd). Kies een andere map.")

    def check(self, documents: Sequence[bytes], batch: Batch) -> Batch:
        """Return the batch without the rows of messages that their XSD refuses, and with a finding for each."""
        outcomes = [self._judge(document, found) for document, found in zip(documents, batch.outcomes, strict=True)]
        refused = [new.bericht_id for new, old in zip(outcomes, batch.outcomes, strict=True) if new is not old]
        if not refused:
            return batch
        ids = pa.array(refused, pa.string())
        tables = {name: t.filter(pc.invert(pc.is_in(t["bericht_id"], ids))) for name, t in batch.tables.items()}
        return Batch(outcomes, {name: table for name, table in tables.items() if table.num_rows})

    def _judge(self, document: bytes, outcome: Outcome) -> Outcome:
        if not outcome.geldig or outcome.berichtsoort not in self._files:
            return outcome
        schema = self._schema(outcome.berichtsoort)
        if schema.validate(etree.fromstring(document, closed_parser())):
            return outcome
        log: Any = schema.error_log
        line = log[0].line
        tekst = "Het bericht voldoet niet aan het opgegeven XSD-bestand. Vergelijk deze regel met het XSD-bestand."
        finding = Finding("XSD", f"regel {line}", tekst, bericht_id=outcome.bericht_id)
        return replace(outcome, leesbaar=False, findings=(*outcome.findings, finding))

    def _schema(self, berichtsoort: str) -> etree.XMLSchema:
        if berichtsoort not in self._schemas:
            try:
                self._schemas[berichtsoort] = etree.XMLSchema(etree.parse(str(self._files[berichtsoort])))
            except (etree.XMLSchemaParseError, etree.XMLSyntaxError) as error:
                naam = self._files[berichtsoort].name
                raise GebruikersFout(f"{naam} is geen bruikbaar XSD-bestand. Controleer de map met XSD's.") from error
        return self._schemas[berichtsoort]
