"""A small invented gemeente whose messages are all in order, the defects that can be planted in it, and its figures."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from copy import deepcopy
from datetime import date, datetime, timedelta
from typing import Any

from motor import open_with

from jeugdstelsel.engines import duckdb as duck
from jeugdstelsel.services.compute import compute
from jeugdstelsel.services.link import link
from jeugdstelsel.tables import all_tables

Row = dict[str, Any]
World = dict[str, list[Row]]
Wie = Sequence[str]
Figures = Mapping[str, Mapping[str | None, float | None]]

GEMEENTE = "0344"
AANBIEDERS = ("01000001", "01000002")
JAAR, PEILDATUM = "2025", date(2025, 12, 31)
JONGEREN = 12
TERUG = ("k01", "k02", "k03")
"""They come back for a second time."""
VEEL = tuple(f"k{number:02d}" for number in range(1, 9))
"""Young people to plant a defect in: so many that a median moves too."""
EEN = ("k01",)


def _send(world: World, soort: str, aanbieder: str, day: date, from_gemeente: bool, **more: Any) -> Row:
    """Add the header of a message and return what its rows have in common."""
    number = len(world["bericht"]) + 1
    world["bericht"].append(
        {
            "bericht_id": f"b{number:04d}", "levering_id": "l1", "berichtsoort": soort, "gemeente": GEMEENTE,
            "aanbieder": aanbieder, "afzender": GEMEENTE if from_gemeente else aanbieder, "volgorde": number,
            "identificatie": f"i{number:04d}", "dagtekening": day, **more,
        }
    )  # fmt: skip
    return {
        "bericht_id": f"b{number:04d}", "regelnummer": 1, "client_regelnummer": 1, "gemeente": GEMEENTE,
        "aanbieder": aanbieder,
    }  # fmt: skip


def _chain(world: World, client: str, nummer: int, start: date, stop: date | None) -> None:
    """One request, toewijzing, start, stop and a bill for every month, each sent and answered in time."""
    own = {"client": client, "product_categorie": "45", "product_code": ("45A04", "45A05")[nummer % 2]}
    provider, reference = AANBIEDERS[nummer % 2], f"r{nummer}"
    asked, assigned = start - timedelta(21), start - timedelta(19)
    head = _send(world, "JW315", provider, asked, False)
    world["aangevraagd_product"].append(
        head | own | {"referentie_aanbieder": reference, "verwijzer_type": f"0{nummer % 3 + 1}"}
    )
    head = _send(world, "JW301", provider, assigned, True)
    world["toegewezen_product"].append(
        head | own | {
            "toewijzing_nummer": nummer, "referentie_aanbieder": reference, "toewijzingsdatum": assigned,
            "toewijzingstijd": "10:00:00", "ingangsdatum": start - timedelta(7), "einddatum": date(2026, 6, 30),
        }
    )  # fmt: skip
    report = {"toewijzing_nummer": nummer, "begindatum": start, "status_aanlevering": "1"}
    head = _send(world, "JW305", provider, start + timedelta(2), False)
    world["melding"].append(head | own | report | {"soort": "start"})
    if stop is not None:
        head = _send(world, "JW307", provider, stop + timedelta(2), False)
        reason = {"einddatum": stop, "reden_beeindiging": "32" if nummer % 4 == 1 else "31", "soort": "stop"}
        world["melding"].append(head | own | report | reason)
    _bills(world, provider, own | {"toewijzing_nummer": nummer}, start, stop or PEILDATUM)


def _bills(world: World, provider: str, own: Row, start: date, stop: date) -> None:
    for month in range(start.month, stop.month + 1):
        sent = date(2025, month, 1) + timedelta(33)
        if sent > PEILDATUM - timedelta(15):
            return
        head = _send(world, "JW323", provider, sent, False)
        line = {
            "referentie_nummer": head["bericht_id"], "begindatum": max(start, date(2025, month, 1)), "eenheid": "04",
            "geleverd_volume": 8, "product_tarief": 9000, "ingediend_bedrag": 72000, "debet_credit": "D",
        }  # fmt: skip
        world["prestatie"].append(head | own | line)
        answer = {"declaratie_identificatie": world["bericht"][-1]["identificatie"], "declaratie_dagtekening": sent}
        _send(world, "JW325", provider, sent + timedelta(5), True, **answer)


def make_world(aantal: int = JONGEREN) -> World:
    """Return the messages of a gemeente where everything is in order, about so many young people."""
    world: World = {name: [] for name in all_tables()}
    for number in range(1, aantal + 1):
        start = date(2025, 2, 3) + timedelta(6 * number)
        _chain(world, f"k{number:02d}", number, start, start + timedelta(60 + 5 * number) if number % 4 else None)
    for place, client in enumerate(TERUG):
        _chain(world, client, aantal + 1 + place, date(2025, 9, 1 + place), None)
    world["gebied"].append({"gemeente": GEMEENTE, "jaar": 2025, "jeugdregio": "JZ10"})
    world["bevolking"].append({"gemeente": GEMEENTE, "jaar": 2025, "tot_23": 100})
    return world


# ---- defects -------------------------------------------------------------------------------------------------------


def _drop(world: World, table: str, which: Callable[[Row], bool]) -> None:
    """Take messages away whose row of `table` is meant, with their headers and answers."""
    gone = {row["bericht_id"] for row in world[table] if which(row)}
    named = {row["identificatie"] for row in world["bericht"] if row["bericht_id"] in gone}
    world[table] = [row for row in world[table] if row["bericht_id"] not in gone]
    world["bericht"] = [
        row
        for row in world["bericht"]
        if row["bericht_id"] not in gone and row.get("declaratie_identificatie") not in named
    ]


def _delay(world: World, bericht_ids: set[str], days: int) -> None:
    for row in world["bericht"]:
        if row["bericht_id"] in bericht_ids:
            row["dagtekening"] += timedelta(days)


def _first(wie: Wie) -> Callable[[Row], bool]:
    """Return whether a row is of the first chain of the young people concerned."""
    return lambda row: row.get("client") in wie and (row.get("toewijzing_nummer") or 0) <= JONGEREN


def _reports(world: World, wie: Wie, soort: str) -> set[str]:
    """Return the messages with the starts or stops of these young people."""
    return {row["bericht_id"] for row in world["melding"] if _first(wie)(row) and row["soort"] == soort}


def start_niet_gemeld(world: World, wie: Wie) -> None:
    _drop(world, "melding", _first(wie))


def stop_niet_gemeld(world: World, wie: Wie) -> None:
    _drop(world, "melding", lambda row: _first(wie)(row) and row["soort"] == "stop")


def start_laat_gemeld(world: World, wie: Wie) -> None:
    _delay(world, _reports(world, wie, "start"), 20)


def stop_laat_gemeld(world: World, wie: Wie) -> None:
    _delay(world, _reports(world, wie, "stop"), 20)


def toewijzing_niet_verzonden(world: World, wie: Wie) -> None:
    _drop(world, "toegewezen_product", _first(wie))


def nummer_verkeerd(world: World, wie: Wie) -> None:
    """The reports carry the number of the toewijzing of another young person."""
    for row in filter(_first(wie), world["melding"]):
        row["toewijzing_nummer"] = JONGEREN


def nummer_ontbreekt(world: World, wie: Wie) -> None:
    """The bills carry no number."""
    for row in filter(_first(wie), world["prestatie"]):
        row["toewijzing_nummer"] = None


def verzoek_buiten_berichten(world: World, wie: Wie) -> None:
    """Every request goes by mail, whoever is concerned."""
    _drop(world, "aangevraagd_product", lambda row: True)
    for row in world["toegewezen_product"]:
        row["referentie_aanbieder"] = None


def verzoek_laat_beantwoord(world: World, wie: Wie) -> None:
    late = [row for row in world["toegewezen_product"] if _first(wie)(row)]
    _delay(world, {row["bericht_id"] for row in late}, 10)
    for row in late:
        row["toewijzingsdatum"] += timedelta(10)


def declaratie_niet_verzonden(world: World, wie: Wie) -> None:
    _drop(world, "prestatie", _first(wie))


def declaratie_dubbel(world: World, wie: Wie) -> None:
    for row in list(filter(_first(wie), world["prestatie"])):
        world["prestatie"].append(row | {"regelnummer": 2, "referentie_nummer": f"{row['referentie_nummer']} nog eens"})


def declaratie_laat_beantwoord(world: World, wie: Wie) -> None:
    billed = {row["bericht_id"] for row in world["prestatie"] if _first(wie)(row)}
    named = {row["identificatie"] for row in world["bericht"] if row["bericht_id"] in billed}
    late = {row["bericht_id"] for row in world["bericht"] if row.get("declaratie_identificatie") in named}
    _delay(world, late, 20)


def lokale_code(world: World, wie: Wie) -> None:
    for rows in world.values():
        for row in filter(_first(wie), rows):
            row["product_code"] = "U0344"


def bsn_verkeerd(world: World, wie: Wie) -> None:
    """The second time the messages name another person."""
    again = {JONGEREN + 1 + place: client for place, client in enumerate(TERUG)}
    for rows in world.values():
        for row in rows:
            number = row.get("toewijzing_nummer") or int(row.get("referentie_aanbieder", "r0")[1:])
            if row.get("client") in wie and number in again:
                row["client"] = f"iemand anders dan {row['client']}"


def reden_verkeerd(world: World, wie: Wie) -> None:
    """The help broke off, but the stop says that it went as planned."""
    for row in filter(_first(wie), world["melding"]):
        if row["soort"] == "stop":
            row["reden_beeindiging"] = "31"


DEFECTEN: Mapping[str, Callable[[World, Wie], None]] = {
    plant.__name__: plant
    for plant in (
        start_niet_gemeld, stop_niet_gemeld, start_laat_gemeld, stop_laat_gemeld, toewijzing_niet_verzonden,
        nummer_verkeerd, nummer_ontbreekt, verzoek_buiten_berichten, verzoek_laat_beantwoord,
        declaratie_niet_verzonden, declaratie_dubbel, declaratie_laat_beantwoord, lokale_code, bsn_verkeerd,
        reden_verkeerd,
    )
}  # fmt: skip
"""Every defect that can be planted, by its code in `indicators/gebreken.csv`."""


def spoil(world: World, gebrek: str, wie: Wie) -> World:
    """Return the world with one defect in the messages of these young people."""
    spoiled = deepcopy(world)
    DEFECTEN[gebrek](spoiled, wie)
    return spoiled


def figures(world: World) -> Figures:
    """Return {indicator: {uitsplitsing: value}} of the country in the whole year."""
    with closing(open_with(world)) as connection:
        link(connection, peildatum=PEILDATUM, moment=datetime(2026, 1, 1))
        compute(connection, peildatum=PEILDATUM, vanaf=date(2025, 1, 1))
        rows = duck.run_sql(
            connection,
            "SELECT indicator, uitsplitsing, waarde FROM indicator_waarde WHERE niveau = 'land' AND periode = $jaar",
            {"jaar": JAAR},
        )
    found: dict[str, dict[str | None, float | None]] = {}
    for code, split, value in rows:
        found.setdefault(code, {})[split] = value
    return found
