"""A small generated dataset that fills every table, so that joins meet and every branch has rows."""

import random
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from jeugdstelsel.model import Table
from jeugdstelsel.tables import all_tables

BERICHTEN = [f"b{number}" for number in range(1, 61)]
SOORTEN = ["JW301", "JW302", "JW305", "JW305", "JW307", "JW307", "JW307", "JW315", "JW317", "JW319", "JW323", "JW325"]
WORDS: Mapping[str, list[Any]] = {
    "gemeente": ["0363", "0344"],
    "aanbieder": ["01000001", "01000002", "01000003"],
    "client": [f"k{number}" for number in range(1, 9)],
    "berichtsoort": SOORTEN,
    "product_categorie": ["45", "50", None],
    "product_code": ["45A04", "50A10", "99X01", None],
    "verwijzer": ["01", "02", None],
    "jeugdregio": ["JZ10", "JZ11"],
    "debet_credit": ["D", "C"],
    "status": ["toegewezen", "gestart", "onderbroken", "gestopt", "vervallen"],
    "status_aanlevering": ["1", "1", "3"],
    "reden_beeindiging": ["20", "31", "32"],
    "reden_laatste_stop": ["31", "32", "35", None],
    "reden_wijziging": [None, "02", "13"],
    "eenheid": ["01", "04", "14", "82", "83"],
    "frequentie": ["1", "2", "4", "6"],
    "retour_code": ["0001", "8001", "0233"],
    "release": ["3.2"],
    "toewijzingstijd": ["09:00:00", "12:30:00"],
    "verzoek_antwoord": ["1", "2"],
    "elfproef": [True, True, False],
    "jaar": [2024, 2025],
}
SOORT = {
    "melding": ["start", "stop"],
    "wachtende": ["verzoek", "start"],
    "wijziging": ["ongewijzigd", "te_wijzigen", "nieuw"],
    "contact": ["01", "03"],
    "reeks_melding": ["start", "stop"],
}
FIRST_OF_MONTH = {("kosten", "maand")}


def make_value(rng: random.Random, table: str, name: str, type_: str) -> Any:
    """Draw one value; small domains, so that rows of different tables belong together."""
    if name == "soort":
        return rng.choice(SOORT.get(table, ["a", "b"]))
    if name in WORDS:
        return rng.choice(WORDS[name])
    match type_:
        case "integer":
            return rng.choice([*range(1, 9), None]) if name.endswith("nummer") else rng.randrange(1, 200)
        case "boolean":
            return rng.random() < 0.5
        case "double":
            return rng.random()
        case "date":
            day = date(2024, 6, 1) + timedelta(days=rng.randrange(570))
            return day.replace(day=1) if (table, name) in FIRST_OF_MONTH else rng.choice([day, day, day, None])
        case _:
            return rng.choice(["r1", "r2", "r3", None])


def make_rows(table: Table, seed: int, count: int = 60) -> list[dict[str, Any]]:
    """Make rows with a key that is unique: the n-th row belongs to the n-th message."""
    rng = random.Random(f"{table.name} {seed}")
    types = {column.name: column.type for column in table.columns}
    rows = []
    for number in range(count):
        row = {name: make_value(rng, table.name, name, type_) for name, type_ in types.items()}
        if "bericht_id" in row:
            row |= {"bericht_id": BERICHTEN[number % len(BERICHTEN)]}
        if "regelnummer" in row:
            row |= {"regelnummer": 1 + number // len(BERICHTEN)}
        for name in ("volgorde", "toewijzing_ingangsdatum_rang"):
            if name in row:
                row[name] = number
        if "traject_id" in row:
            row["traject_id"] = f"t{number % 40}" if table.name != "kosten" or number % 5 else None
        for name in ("begindatum", "dagtekening", "sinds", "maand"):
            if name in row and row[name] is None:
                row[name] = date(2025, 3, 1 + number % 28)
        rows.append(row)
    return list({tuple(row[name] for name in table.key): row for row in rows}.values())


def make_country(seed: int) -> dict[Table, list[dict[str, Any]]]:
    """Return rows for every canonical table."""
    return {table: make_rows(table, seed) for table in all_tables().values()}
