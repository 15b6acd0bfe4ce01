"""Deliveries of Beleidsinformatie Jeugd for tests: one good line per soort, and changes to it."""

from datetime import date
from pathlib import Path

from jeugdstelsel.ingest.bij_record import Hulp, Jeugdige
from jeugdstelsel.standaard.bij import standaard_indeling

BSN, ANDER = "999900018", "999900031"
ONBEKEND, ONGEBOREN = "9" * 9, "0" * 9
AANBIEDER = "99990001"
GOED = {
    "jeugdhulp": {
        "aanbieder": AANBIEDER, "periode": "2025-H1", "bsn": BSN, "geboortedatum": "20120504", "geslacht": "M",
        "woonplaats": "0363", "verwijzer": "02", "hulpvorm": "02", "gestart_met_crisis": "02",
        "datum_aanvang": "20250110",
    },
    "jeugdbescherming": {
        "aanbieder": AANBIEDER, "periode": "2025-H1", "bsn": BSN, "geboortedatum": "20120504", "geslacht": "V",
        "woonplaats": "1012AB", "maatregel": "11", "datum_aanvang": "20250110",
    },
    "jeugdreclassering": {
        "aanbieder": AANBIEDER, "periode": "2025-K1", "bsn": BSN, "geboortedatum": "20090504", "geslacht": "M",
        "woonplaats": "0363", "maatregel": "41", "datum_aanvang": "20250110",
    },
}  # fmt: skip
"""A line of each soort with nothing wrong and no end."""


def make_file(*lines: dict[str, str], soort: str = "jeugdhulp", separator: str = ";") -> bytes:
    """A delivery of the good line of a soort, once for every given change of it."""
    columns = list(standaard_indeling().kolommen[soort])
    rows = [[(GOED[soort] | line).get(column, "") for column in columns] for line in lines]
    return "".join(separator.join(row) + "\n" for row in [columns, *rows]).encode()


def write_file(path: Path, *lines: dict[str, str], soort: str = "jeugdhulp") -> Path:
    """The same, as a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(make_file(*lines, soort=soort))
    return path


def make_hulp(regel: int, begin: str, einde: str = "", *, bsn: str = BSN, hulpvorm: str = "02", **more: str) -> Hulp:
    """Help from day to day of a boy of 2012."""
    person = Jeugdige(bsn, "20120504", "M", more.pop("woonplaats", "0363"))
    ended = date.fromisoformat(einde) if einde else None
    reden = more.pop("reden", "01" if ended else "")
    return Hulp(regel, person, "02", hulpvorm, "02", date.fromisoformat(begin), ended, reden, **more)
