"""CSVW: what every column of the CSV files of a release means, as the W3C wants it said (csv-metadata.json)."""

import csv
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jeugdstelsel.tables import all_tables

BLAD_CSVW = "csv-metadata.json"
INDICATOREN = "indicatoren.csv"
AANSLUITING = "aansluiting.csv"
KOSTENGROEI = "kostengroei.csv"
AANBIEDERS = "aanbieders.csv"
BIJLAGEN = (AANSLUITING, KOSTENGROEI, AANBIEDERS)
"""Tables that a release holds beside its figures; empty when there is nothing to tell."""
TOESTANDEN = "gepubliceerd|geheim|onbekend"
PERIODE = r"[0-9]{4}(-(0[1-9]|1[0-2])|-K[1-4]|-H[12])?"


@dataclass(frozen=True)
class Kolom:
    """One column: its name in the file, meaning and unit (Dutch), and the datatype; `vorm` is a regular expression."""

    naam: str
    betekenis: str
    datatype: str = "string"
    vorm: str = ""
    eenheid: str = ""
    verplicht: bool = False


@dataclass(frozen=True)
class Bestand:
    """One CSV file of a release. `sleutel` is unique; `verwijst` maps columns to (file, column) that must exist."""

    naam: str
    betekenis: str
    sleutel: tuple[str, ...]
    kolommen: tuple[Kolom, ...]
    verwijst: tuple[tuple[str, str, str], ...] = ()


_WAARDE = "zie de kolom eenheid van indicatoren.csv"
_VORM: Mapping[str, Kolom] = {
    each.naam: each
    for each in (
        Kolom("indicator", "", verplicht=True),
        Kolom("versie", "", verplicht=True),
        Kolom("periode_soort", "", vorm="maand|kwartaal|halfjaar|jaar", verplicht=True),
        Kolom("periode", "", vorm=PERIODE, verplicht=True),
        Kolom("niveau", "", verplicht=True),
        Kolom("gemeente", "", vorm="[0-9]{4}"),
        Kolom("jeugdregio", "", vorm="JZ[0-9]{2}"),
        Kolom("waarde", "", datatype="double", eenheid=_WAARDE),
        Kolom("dekking", "", datatype="double", eenheid="deel van 0 tot en met 1"),
        Kolom("toestand", "", vorm=TOESTANDEN, verplicht=True),
    )
}
_SYNTHETISCH = Kolom("synthetisch", "of het cijfer over een verzonnen land gaat", vorm="ja|nee", verplicht=True)


def _cijferkolom(naam: str) -> Kolom:
    meaning = next(column.meaning for column in all_tables()["cijfer"].columns if column.name == naam)
    if naam == "waarde":
        meaning = "de afgeronde waarde; leeg als de toestand geheim of onbekend is, en dan nooit 0"
    known = _VORM.get(naam, Kolom(naam, ""))
    return Kolom(naam, meaning, known.datatype, known.vorm, known.eenheid, known.verplicht)


_SLEUTEL = (
    "indicator", "versie", "periode_soort", "periode", "niveau", "gemeente", "jeugdregio", "aanbieder",
    "product_categorie", "product_code", "uitsplitsing",
)  # fmt: skip
_VERSCHIL = tuple(
    Kolom(f"{name}_{when}", f"{name} in {release}", datatype=datatype, vorm=shape, eenheid=unit)
    for when, release in (("oud", "de vorige uitgave"), ("nieuw", "deze uitgave"))
    for name, datatype, shape, unit in (
        ("waarde", "double", "", _WAARDE),
        ("toestand", "string", TOESTANDEN, ""),
        ("status", "string", "", ""),
    )
)
BESTANDEN = (
    Bestand(
        "cijfers.csv",
        "De cijfers van deze uitgave: een regel per indicator, periode en vak.",
        _SLEUTEL,
        (*(_cijferkolom(name) for name in (*_SLEUTEL, "waarde", "dekking", "status", "toestand")), _SYNTHETISCH),
        (("indicator", INDICATOREN, "code"),),
    ),
    Bestand(
        INDICATOREN,
        "De definities van de indicatoren in cijfers.csv.",
        ("code",),
        (
            Kolom("code", "code van de indicator, zoals in cijfers.csv", verplicht=True),
            Kolom("titel", "naam"),
            Kolom("definitie", "wat het cijfer zegt"),
            Kolom("begrip", "kenmerk van de gebruikte definitie in het begrippenregister; leeg is alleen deze"),
            Kolom("eenheid", "eenheid van de waarde"),
            Kolom("teller", "wat boven de streep staat"),
            Kolom("noemer", "wat onder de streep staat"),
            Kolom("bronnen", "waaruit het cijfer is gemaakt"),
            Kolom("beperkingen", "wat u moet weten voor u het cijfer gebruikt"),
        ),
    ),
    Bestand(
        "gebied.csv",
        "De indeling van gemeenten in jeugdregio's waarmee de cijfers zijn gemaakt.",
        ("gemeente", "jaar"),
        (
            Kolom("gemeente", "gemeentecode van het CBS", vorm="[0-9]{4}", verplicht=True),
            Kolom("jaar", "jaar", datatype="gYear", verplicht=True),
            Kolom("jeugdregio", "code van de jeugdregio", vorm="JZ[0-9]{2}", verplicht=True),
        ),
    ),
    Bestand(
        AANBIEDERS,
        "De aanbieders in cijfers.csv, met hun naam voor zover bekend. Berichten noemen alleen de AGB-code.",
        ("agb",),
        (
            Kolom("agb", "AGB-code, zoals in de kolom aanbieder van cijfers.csv", vorm="[0-9]{8}", verplicht=True),
            Kolom("naam", "naam; leeg is onbekend"),
            Kolom("geldig_vanaf", "eerste dag van de naam", datatype="date"),
            Kolom("geldig_tot", "laatste dag van de naam; leeg is tot nu", datatype="date"),
            Kolom("bron", "uit wiens lijst de naam komt"),
            _SYNTHETISCH,
        ),
    ),
    Bestand(
        "wijzigingen.csv",
        "Wat anders is dan in de vorige uitgave; leeg bij de eerste.",
        _SLEUTEL,
        (
            *(_cijferkolom(name) for name in _SLEUTEL),
            *_VERSCHIL,
            Kolom("verschil", "wat er gebeurde", vorm="nieuw|vervallen|gewijzigd", verplicht=True),
            _SYNTHETISCH,
        ),
    ),
    Bestand(
        AANSLUITING,
        "De berichten naast Beleidsinformatie en Iv3, met de oorzaken van het verschil; leeg zonder grondslag.",
        ("periode", "niveau", "gebied", "onderwerp", "lijn", "soort", "aanbieder", "deel", "oorzaak"),
        (
            Kolom("periode", "jaar of halfjaar", vorm=PERIODE, verplicht=True),
            Kolom("niveau", "waarover het gaat", vorm="land|jeugdregio|gemeente", verplicht=True),
            Kolom("gebied", "code van het gebied; NL is het land", verplicht=True),
            Kolom("onderwerp", "wat er is geteld", vorm="jongeren|kosten", verplicht=True),
            Kolom("lijn", "zorgvorm", verplicht=True),
            Kolom("soort", "bij kosten: deel van het totaal, rest zonder eigen taakveld, of totaal"),
            Kolom("aanbieder", "AGB-code; leeg is alle aanbieders samen"),
            Kolom("deel", "in welke bron, of welk bedrag", verplicht=True),
            Kolom("oorzaak", "waardoor de bronnen verschillen; leeg is alles samen"),
            Kolom("grond", "hoe de oorzaak bekend is: gemeten, geschat, opgegeven of wat overblijft"),
            Kolom("waarde", "jongeren of euro; leeg als de toestand geheim of onbekend is", datatype="integer"),
            Kolom("toestand", "toestand van de waarde", vorm=TOESTANDEN, verplicht=True),
            Kolom("status", "status van de berichten", verplicht=True),
            Kolom("peildatum", "tot en met welke dag de berichten meetellen", datatype="date", verplicht=True),
            Kolom("iv3_document", "het document van Iv3 waarmee is vergeleken; leeg is geen"),
            Kolom("bij_leveringen", "geldige leveringen van Beleidsinformatie", datatype="integer", verplicht=True),
            Kolom("schaal", "bij verzonnen berichten: op welk deel van de echte aantallen", datatype="double"),
            _SYNTHETISCH,
        ),
    ),
    Bestand(
        KOSTENGROEI,
        "Waardoor de gedeclareerde kosten veranderden; de delen tellen op tot het verschil.",
        ("periode", "van", "niveau", "gebied", "deel"),
        (
            Kolom("periode", "de tweede periode", vorm=PERIODE, verplicht=True),
            Kolom("van", "de eerste periode", vorm=PERIODE, verplicht=True),
            Kolom("niveau", "waarover het gaat", vorm="land|jeugdregio", verplicht=True),
            Kolom("gebied", "code van het gebied; NL is het land", verplicht=True),
            Kolom("deel", "deel van het verschil, of de kosten van een periode, of het verschil", verplicht=True),
            Kolom("bevat", "de delen die hierin samen zijn genomen, omdat een ervan te klein is om te tonen"),
            Kolom("waarde", "euro; leeg als de toestand geheim of onbekend is", datatype="integer", eenheid="euro"),
            Kolom("toestand", "toestand van de waarde", vorm=TOESTANDEN, verplicht=True),
            Kolom("status", "status van de kosten", verplicht=True),
            Kolom("peildatum", "tot en met welke dag de berichten meetellen", datatype="date", verplicht=True),
            Kolom(
                "vergelijkbaar", "ongeveer welk deel van de kosten in beide perioden een prijs heeft", datatype="double"
            ),
            Kolom("halve_gemeenten", "gemeenten met kosten in maar één periode", datatype="integer", verplicht=True),
            _SYNTHETISCH,
        ),
    ),
)
"""The CSV files of every release."""


def schrijf_csvw(folder: Path, *, titel: str, notities: Mapping[str, str]) -> None:
    """Write csv-metadata.json in the folder of a release, over the files in BESTANDEN."""
    sheet = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "nl"}],
        "dc:title": titel,
        "dc:language": "nl",
        **{f"dc:{name}": text for name, text in notities.items()},
        "dialect": {"encoding": "utf-8", "delimiter": ",", "header": True},
        "tables": [_table(each) for each in BESTANDEN],
    }
    (folder / BLAD_CSVW).write_text(json.dumps(sheet, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def schrijf_rijen(folder: Path, naam: str, rijen: Iterable[Mapping[str, Any]]) -> None:
    """Write one of BESTANDEN from rows with the keys of its columns; what a row lacks is empty, lists are joined."""
    columns = [kolom.naam for each in BESTANDEN if each.naam == naam for kolom in each.kolommen]
    with (folder / naam).open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows([_cell(row.get(name)) for name in columns] for row in rijen)


def _cell(value: object) -> str:
    return "; ".join(map(str, value)) if isinstance(value, list | tuple) else "" if value is None else str(value)


def _table(bestand: Bestand) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "columns": [_column(kolom) for kolom in bestand.kolommen],
        "primaryKey": list(bestand.sleutel),
    }
    if bestand.verwijst:
        schema["foreignKeys"] = [
            {"columnReference": here, "reference": {"resource": file, "columnReference": there}}
            for here, file, there in bestand.verwijst
        ]
    return {"url": bestand.naam, "dc:description": bestand.betekenis, "tableSchema": schema}


def _column(kolom: Kolom) -> dict[str, Any]:
    datatype: object = {"base": kolom.datatype, "format": kolom.vorm} if kolom.vorm else kolom.datatype
    found = {
        "name": kolom.naam,
        "titles": {"nl": [kolom.naam, kolom.naam.replace("_", " ")]},
        "dc:description": kolom.betekenis,
        "datatype": datatype,
        "null": "",
        "required": kolom.verplicht,
    }
    return found | ({"schema:unitText": kolom.eenheid} if kolom.eenheid else {})
