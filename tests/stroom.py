"""Small streams of messages as rows of the canonical tables, for tests of the judge."""

import datetime
from dataclasses import dataclass, field
from typing import Any

from jeugdstelsel.engines import duckdb as duck
from jeugdstelsel.tables import all_tables

DAG = datetime.date(2026, 3, 5)
GEMEENTE = "0034"
PARTIES = {"gemeente": GEMEENTE, "aanbieder": "99990001"}
Rows = dict[str, list[dict[str, Any]]]


@dataclass(frozen=True)
class Bericht:
    """A message of a random stream: what its header and lines say."""

    soort: str
    identificatie: str
    client: str = "k1"
    lines: list[dict[str, Any]] = field(default_factory=list)
    answers: str = ""


def make_rows(stream: list[Bericht]) -> Rows:
    """Return the rows of the canonical tables that the messages of a stream give."""
    rows: Rows = {name: [] for name in all_tables()}
    for volgorde, bericht in enumerate(stream, start=1):
        _add_header(rows, bericht, f"b{volgorde}", volgorde)
        _add_lines(rows, bericht, f"b{volgorde}")
    return rows


def side_by_side(streams: list[list[Bericht]]) -> Rows:
    """Return the rows of streams that do not touch each other: each has a gemeente and an aanbieder of its own."""
    rows: Rows = {name: [] for name in all_tables()}
    for number, stream in enumerate(streams):
        own = {"gemeente": f"{number:04d}", "aanbieder": f"{number:08d}"}
        named = {PARTIES[soort]: code for soort, code in own.items()}
        for name, lines in make_rows(stream).items():
            rows[name].extend(
                line
                | {key: named.get(line[key], line[key]) for key in ("gemeente", "aanbieder", "afzender") if key in line}
                | {"bericht_id": f"s{number}{line['bericht_id']}"}
                for line in lines
            )
    return rows


def _add_header(rows: Rows, bericht: Bericht, bericht_id: str, volgorde: int) -> None:
    sender = GEMEENTE if bericht.soort in ("JW301", "JW319", "JW325") else PARTIES["aanbieder"]
    rows["bericht"].append(
        PARTIES
        | {
            "bericht_id": bericht_id,
            "berichtsoort": bericht.soort,
            "volgorde": volgorde,
            "afzender": sender,
            "identificatie": bericht.identificatie,
            "dagtekening": DAG,
            "declaratie_identificatie": bericht.answers or None,
            "declaratie_dagtekening": DAG if bericht.answers else None,
        }
    )
    if bericht.soort == "JW306":
        rows["retourcode"].append(
            {"bericht_id": bericht_id, "klasse": "StartProduct", "regelnummer": 1, "retour_code": "9019"}
        )


PRODUCT = {"product_categorie": "45", "product_code": "45A04"}
TERM = {"ingangsdatum": datetime.date(2026, 2, 1), "einddatum": datetime.date(2026, 6, 30)}
MONTH = {"begindatum": datetime.date(2026, 2, 1), "einddatum": datetime.date(2026, 2, 28)}
HOURS = {"eenheid": "04", "frequentie": "6"}


def _add_lines(rows: Rows, bericht: Bericht, bericht_id: str) -> None:
    for regelnummer, line in enumerate(bericht.lines, start=1):
        row = PARTIES | {"bericht_id": bericht_id, "regelnummer": regelnummer, "client": bericht.client}
        match bericht.soort:
            case "JW301":
                rows["toegewezen_product"].append(row | PRODUCT | TERM | HOURS | {"toewijzingstijd": "10:00:00"} | line)
            case "JW305" | "JW307":
                soort = "start" if bericht.soort == "JW305" else "stop"
                rows["melding"].append(row | PRODUCT | {"soort": soort} | line)
            case "JW315":
                rows["aangevraagd_product"].append(row | PRODUCT | {"referentie_aanbieder": line["ref"]})
            case "JW317":
                kept = {"soort": "ongewijzigd", "toewijzing_nummer": line["nr"]}
                rows["wijziging"].append(row | kept)
            case "JW319":
                answer = {"referentie_aanbieder": line["ref"], "verzoek_antwoord": line["antwoord"]}
                rows["antwoord"].append({k: v for k, v in row.items() if k != "client"} | answer)
            case "JW323" | "JW325":
                _add_billed(rows, bericht.soort, row, line)
    _add_scope(rows, bericht, PARTIES | {"bericht_id": bericht_id, "regelnummer": 1})


def _add_billed(rows: Rows, soort: str, row: dict[str, Any], line: dict[str, Any]) -> None:
    sign = {"debet_credit": "C" if line["vorig_referentie_nummer"] else "D"}
    bill = {"eenheid": "04", "product_tarief": 100, "ingediend_bedrag": 100 * line["geleverd_volume"]}
    billed = row | PRODUCT | MONTH | bill | sign | {"client_regelnummer": row["regelnummer"]} | line
    rows["prestatie" if soort == "JW323" else "prestatie_antwoord"].append(billed)
    rows["client"].append({k: v for k, v in billed.items() if k in (*row, "client")})


def _add_scope(rows: Rows, bericht: Bericht, row: dict[str, Any]) -> None:
    match bericht.soort:
        case "JW317":
            rows["verzoek"].append(row | {"client": bericht.client, "referentie_aanbieder": bericht.identificatie})
            rows["client"].append(row | {"client": bericht.client})
        case "JW323":
            first = bericht.lines[0]
            month = MONTH | ({"begindatum": datetime.date(2026, 1, 1)} if first["client"] == "k2" else {})
            rows["declaratie"].append(row | month | {"declaratie_nummer": _number(first)})
        case "JW325":
            answered = _number(bericht.lines[0]) if bericht.lines else None
            rows["declaratie_antwoord"].append(row | {"declaratie_nummer": answered})


def _number(line: dict[str, Any]) -> str:
    """Return the DeclaratieNummer: now and then that of another declaration, or of the one that an answer names."""
    return f"{line['client']}/{line['referentie_nummer']}"


def findings(connection: duck.Connection) -> set[tuple[str, str, str, int]]:
    """Return what was found, without what was not judged."""
    found = duck.run_sql(
        connection,
        "SELECT bericht_id, regel, klasse, regelnummer FROM bevinding_over WHERE ernst <> 'niet beoordeeld'",
    )
    return set(found)
