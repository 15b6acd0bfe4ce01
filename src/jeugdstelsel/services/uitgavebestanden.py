"""The files of a release that a reader can save, each with what it holds."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

import pyarrow.parquet as pq

from jeugdstelsel.services.kast import Blad

JSON = "application/json"
PARQUET = "application/vnd.apache.parquet"
MARKDOWN = "text/markdown; charset=utf-8"
CSV = "text/csv; charset=utf-8"


@dataclass(frozen=True)
class Bestand:
    """One file: its name in an address, its name on disk, what it holds (Dutch) and its media type.

    `gemaakt` says that it is not kept, but made from the figures while it is sent.
    """

    sleutel: str
    naam: str
    uitleg: str
    soort: str
    gemaakt: bool = False


_ALLE = (
    Bestand("cijfers-csv", "cijfers.csv", "alle cijfers, ook kruisingen van niveaus", CSV),
    Bestand("cijfers-parquet", "cijfers.parquet", "dezelfde cijfers, voor wie veel rekent", PARQUET),
    Bestand("cijfers-json", "cijfers.json", "dezelfde cijfers als één lijst", JSON, gemaakt=True),
    Bestand("indicatoren", "indicatoren.csv", "de definities van de indicatoren", CSV),
    Bestand("aansluiting", "aansluiting.csv", "de berichten naast Beleidsinformatie en Iv3", CSV),
    Bestand("kostengroei", "kostengroei.csv", "waardoor de kosten veranderden, in delen die optellen", CSV),
    Bestand("aanbieders", "aanbieders.csv", "de namen van aanbieders bij hun AGB-code, voor zover bekend", CSV),
    Bestand("gebied", "gebied.csv", "welke gemeente in welke jeugdregio ligt", CSV),
    Bestand("wijzigingen", "wijzigingen.csv", "elk cijfer dat anders is dan in de uitgave ervoor", CSV),
    Bestand("errata", "errata.md", "wat er anders is dan in de uitgave ervoor, om te lezen", MARKDOWN),
    Bestand("metagegevens", "metagegevens.json", "peildatum, status, dekking, toestanden en instellingen", JSON),
    Bestand("csvw", "csv-metadata.json", "wat elke kolom betekent (CSVW)", "application/csvm+json"),
    Bestand("dcat-json", "catalogus.jsonld", "dezelfde beschrijving als JSON-LD", "application/ld+json"),
    Bestand("dcat", "catalogus.ttl", "beschrijving voor een catalogus (DCAT-AP-NL)", "text/turtle; charset=utf-8"),
)  # fmt: skip
BESTANDEN = "Bestanden: " + "; ".join(f"{each.sleutel} ({each.uitleg})" for each in _ALLE) + "."

MEDIATYPEN = tuple(dict.fromkeys(each.soort for each in _ALLE))
"""The media types of the files of a release."""


def bestanden_van(blad: Blad) -> tuple[Bestand, ...]:
    """Return the files that a release has; an older one may lack some."""
    return tuple(each for each in _ALLE if each.gemaakt or (blad.map / each.naam).exists())


def json_regels(blad: Blad) -> Iterator[bytes]:
    """Yield the figures of a release as one JSON array, in pieces that fit in memory."""
    between = b"["
    for batch in pq.ParquetFile(blad.map / "cijfers.parquet").iter_batches(batch_size=5_000):
        for row in batch.to_pylist():
            yield between + json.dumps(row, ensure_ascii=False).encode()
            between = b",\n"
    yield b"[]\n" if between == b"[" else b"]\n"
