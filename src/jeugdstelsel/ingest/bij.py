"""Reads a delivery of Beleidsinformatie Jeugd: bytes become records, and a finding for each line that is not right."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from io import StringIO
from typing import cast

from jeugdstelsel.ingest.bij_meldingen import MELDINGEN, bevinding
from jeugdstelsel.ingest.bij_record import Bestand, Hulp, Jeugdige, Maatregel, Meting, Record
from jeugdstelsel.ingest.bij_samenvoegen import merge_hulp, merge_maatregelen
from jeugdstelsel.ingest.bij_toets import check_record
from jeugdstelsel.ingest.bij_waarden import Waarde, read_value
from jeugdstelsel.ingest.read import MAX_FINDINGS
from jeugdstelsel.model import Ernst, Finding
from jeugdstelsel.standaard.bij import (
    Indeling,
    Verslagperiode,
    lengte_van,
    read_periode,
    standaard_indeling,
    velden_van,
)

MAX_BYTES = 32 * 2**20
"""Largest delivery that is read: some three hundred thousand lines."""
SYNTHETISCH = "SYNTHETISCH"
"""Starts the kenmerk of every line of an invented delivery."""
_SEPARATORS = ";,\t"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def read_delivery(data: bytes, indeling: Indeling | None = None) -> Bestand:
    """Return what a delivery says; wrong lines are left out with a finding, and never stop the rest."""
    reader = _Reader(indeling or standaard_indeling())
    refusal = _refuse(data)
    if refusal:
        return Bestand(findings=(bevinding(refusal),))
    text, warning = _decode(data)
    if text is None:
        return Bestand(findings=(bevinding("BIJ_CODERING"),))
    if warning:
        reader.say(warning)
    return reader.read(text)


def _refuse(data: bytes) -> str:
    """Return why bytes cannot be a delivery, or empty."""
    if not data.strip():
        return "BIJ_LEEG"
    if len(data) > MAX_BYTES:
        return "BIJ_TE_GROOT"
    if data.startswith(_UTF16):
        return "BIJ_CODERING"
    return "BIJ_GEEN_CSV" if b"\0" in data else ""


def _decode(data: bytes) -> tuple[str | None, str]:
    """Return the text and the code of a warning; None when no known encoding fits."""
    try:
        return data.decode("utf-8-sig"), ""
    except UnicodeDecodeError:
        pass
    try:
        return data.decode("cp1252"), "BIJ_CP1252"
    except UnicodeDecodeError:
        return None, ""


@dataclass
class _Line:
    """The values of one line by field, and whether they can be used."""

    regel: int
    values: Mapping[str, Waarde]
    goed: bool


@dataclass
class _Reader:
    """Reads one file; `findings` grows on the way."""

    indeling: Indeling
    soort: str = ""
    kolommen: Sequence[str] = ()
    findings: list[Finding] = field(default_factory=list)

    def say(self, code: str, regel: int = 0, kolom: str = "") -> bool:
        """Note a finding; return whether what it is about can still be used."""
        if len(self.findings) < MAX_FINDINGS:
            self.findings.append(bevinding(code, self.soort, regel, kolom))
        elif len(self.findings) == MAX_FINDINGS:
            self.findings.append(bevinding("BIJ_MEER", self.soort))
        return MELDINGEN[code].ernst is not Ernst.FOUT

    def read(self, text: str) -> Bestand:
        """Read heading and lines, then judge them as one delivery."""
        heading = text.partition("\n")[0]
        separator = max(_SEPARATORS, key=heading.count)
        rows = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
        try:
            self._read_heading(next(rows))
        except (csv.Error, StopIteration):
            self.say("BIJ_GEEN_CSV", 1)
        if not self.soort:
            return Bestand(findings=tuple(self.findings))
        lines = list(self._lines(rows))
        if not lines:
            self.say("BIJ_LEEG")
        return self._judge(lines)

    def _read_heading(self, cells: Sequence[str]) -> None:
        """Find the soort whose columns these are; name what is missing, never what stands there."""
        self.kolommen = [cell.strip().lower() for cell in cells]
        found = set(self.kolommen)
        wanted = {soort: _needed(soort, self.indeling) for soort in self.indeling.kolommen}
        for soort, needed in wanted.items():
            if needed <= found <= set(self.indeling.kolommen[soort]) and len(found) == len(self.kolommen):
                self.soort = soort
                return
        nearest = max(wanted, key=lambda soort: len(wanted[soort] & found))
        self.say("BIJ_KOP", 1, ", ".join(sorted(wanted[nearest] - found)))

    def _lines(self, rows: Iterator[list[str]]) -> Iterator[_Line]:
        """Yield the lines that hold anything."""
        number = 1
        while True:
            start = number + 1
            try:
                cells = next(rows, None)
            except csv.Error:
                self.say("BIJ_GEEN_CSV", start)
                yield _Line(start, {}, False)
                return
            if cells is None:
                return
            number = rows.line_num  # type: ignore[attr-defined]
            if any(cell.strip() for cell in cells):
                yield self._read_line(start, cells)

    def _read_line(self, regel: int, cells: Sequence[str]) -> _Line:
        if len(cells) != len(self.kolommen):
            return _Line(regel, {}, self.say("BIJ_KOLOMMEN", regel))
        fields, velden = self.indeling.kolommen[self.soort], velden_van(self.soort)
        values: dict[str, Waarde] = {}
        good = True
        for kolom, cell in zip(self.kolommen, cells, strict=True):
            name = fields[kolom]
            values[name], code = read_value(cell.strip(), velden[name.partition(".")[0]], self.indeling)
            if name == "periode" and values[name] and str(values[name])[5] != lengte_van(self.soort):
                values[name], code = None, "BIJ_PERIODE_VORM"
            if code:
                good = self.say(code, regel, kolom) and good
        return _Line(regel, values, good)

    def _judge(self, lines: Sequence[_Line]) -> Bestand:
        """Return the delivery: what it is about says the first line that has both aanbieder and periode."""
        first = next((line.values for line in lines if line.values.get("aanbieder") and line.values.get("periode")), {})
        aanbieder, code = str(first.get("aanbieder") or ""), str(first.get("periode") or "")
        periode = read_periode(code)
        if periode is None:
            return Bestand(self.soort, regels=len(lines), afgekeurd=len(lines), findings=tuple(self.findings))
        good: list[Record] = []
        for line in lines:
            if line.goed and self._is_of(line, aanbieder, code):
                record = make_record(self.soort, line.regel, line.values)
                if self._check(record, periode):
                    good.append(_mend(record))
        synthetic = all(str(line.values.get("kenmerk") or "").startswith(SYNTHETISCH) for line in lines)
        merged = self._merge(good)
        refused = len(lines) - len(good)
        return Bestand(self.soort, aanbieder, periode, len(lines), refused, tuple(merged), self._in_order(), synthetic)

    def _is_of(self, line: _Line, aanbieder: str, periode: str) -> bool:
        same = line.values["aanbieder"] == aanbieder and line.values["periode"] == periode
        return same or self.say("BIJ_AFZENDER", line.regel)

    def _check(self, record: Record, periode: Verslagperiode) -> bool:
        good = True
        for code, kolom in check_record(record, self.soort, periode):
            good = self.say(code, record.regel, kolom) and good
        return good

    def _merge(self, records: Sequence[Record]) -> Sequence[Record]:
        merged, found = (
            merge_hulp(cast(Sequence[Hulp], records))
            if self.soort == "jeugdhulp"
            else merge_maatregelen(cast(Sequence[Maatregel], records))
        )
        for finding in found:
            self.say(finding.regel, finding.regelnummer)
        return merged

    def _in_order(self) -> tuple[Finding, ...]:
        """Return the findings by line, as the sender meets them."""
        return tuple(sorted(self.findings, key=lambda finding: finding.regelnummer))


def _needed(soort: str, indeling: Indeling) -> set[str]:
    """Return the columns that a file of a soort must have: all but those of the outcome and the kenmerk."""
    free = {"informant", "nut", "zonder_hulp", "kenmerk"}
    return {kolom for kolom, name in indeling.kolommen[soort].items() if name.partition(".")[0] not in free}


def make_record(soort: str, regel: int, values: Mapping[str, Waarde]) -> Record:
    """Return the record of a line from its values by field, as read or as made."""

    def text(name: str) -> str:
        return str(values.get(name) or "")

    def day(name: str) -> date | None:
        return cast(date | None, values.get(name))

    jeugdige = Jeugdige(text("bsn"), text("geboortedatum"), text("geslacht"), text("woonplaats"))
    if soort == "jeugdhulp":
        return Hulp(
            regel, jeugdige, text("verwijzer"), text("hulpvorm"), text("gestart_met_crisis"),
            cast(date, values["datum_aanvang"]), day("datum_einde"), text("reden_beeindiging"),
            tuple(_metingen(values)), text("kenmerk"),
        )  # fmt: skip
    return Maatregel(
        regel, jeugdige, text("maatregel"), day("datum_aanvang"), day("datum_einde"), text("reden_beeindiging"),
        text("nazorg"), text("erkende_interventie"), day("datum_overgedragen"), day("datum_overgedragen_gekregen"),
        text("kenmerk"),
    )  # fmt: skip


def _metingen(values: Mapping[str, Waarde]) -> Iterator[Meting]:
    for number in ("1", "2"):
        informant, nut, zonder = (values.get(f"{name}.{number}") for name in ("informant", "nut", "zonder_hulp"))
        if informant or nut or zonder:
            yield Meting(str(informant or ""), cast(int | None, nut), str(zonder or ""))


def _mend(record: Record) -> Record:
    """Read help of a wijkteam as without verwijzer, which it is by definition (protocol 3.2)."""
    return replace(record, verwijzer="06") if isinstance(record, Hulp) and record.hulpvorm == "01" else record
