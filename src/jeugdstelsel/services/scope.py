"""Finds which units of the stream can touch each other: those that share a key.

A unit is a message ('bericht'), a billed line of a JW323 ('prestatie') or a Client of a JW323 or JW325 ('client').
Two steps reach everything that one verdict can change: for example answer, request of that reference, next request of
the same young person. Taking too much in costs time and changes nothing.
"""

from collections.abc import Iterable

import pyarrow as pa

from jeugdstelsel.engines import duckdb as duck
from jeugdstelsel.engines.duckdb import Connection

CLIENT = "hash('client', gemeente, aanbieder, client)"
NUMMER = "hash('nummer', gemeente, toewijzing_nummer)"
VERZOEK = "hash('verzoek', aanbieder, referentie_aanbieder)"
PRESTATIE = "hash('prestatie', aanbieder, referentie_nummer)"
VORIGE = "hash('prestatie', aanbieder, vorig_referentie_nummer)"

KEYS = {
    "bericht": ("hash('bericht', afzender, berichtsoort, identificatie)",),
    "toegewezen_product": (CLIENT, NUMMER, VERZOEK),
    "melding": (CLIENT,),
    "aangevraagd_product": (CLIENT, VERZOEK),
    "verzoek": (CLIENT, VERZOEK),
    "antwoord": (VERZOEK,),
    "declaratie": (
        "hash('periode', gemeente, aanbieder)",
        "hash('declaratie', aanbieder, declaratie_nummer)",
    ),
    "prestatie_antwoord": (PRESTATIE,),
    "client": (CLIENT,),
    "prestatie": (CLIENT, NUMMER, PRESTATIE, VORIGE),
}
"""Per message table the keys of a row; rows with an equal key may bear on each other's verdict."""

NEVER_EMPTY = {VERZOEK: "referentie_aanbieder IS NOT NULL", VORIGE: "vorig_referentie_nummer IS NOT NULL"}
"""Keys that a row may lack."""

_IN_BERICHT = "bericht_id IN (SELECT bericht_id FROM in_beeld WHERE soort = 'bericht')"
_AS_UNIT = "(bericht_id, regelnummer) IN (SELECT (bericht_id, regelnummer) FROM in_beeld WHERE soort = '{}')"

SUBSET_SOURCES = {
    "bericht": f"SELECT * FROM bericht WHERE berichtsoort IN ('JW323', 'JW325') OR {_IN_BERICHT}",
    **{
        name: f"SELECT * FROM {name} WHERE {_IN_BERICHT}"
        for name in (
            "toegewezen_product",
            "melding",
            "aangevraagd_product",
            "verzoek",
            "wijziging",
            "antwoord",
            "prestatie_antwoord",
        )
    },
    "client": f"SELECT * FROM client WHERE {_AS_UNIT.format('client')} OR {_IN_BERICHT}",
    "prestatie": f"SELECT * FROM prestatie WHERE {_AS_UNIT.format('prestatie')}",
}
"""The rows of each message table that are in view; declarations and their answers are always all in view."""


def take_in(connection: Connection, new: Iterable[str]) -> None:
    """Make `te_toetsen`: the new messages, and what came later and shares a key with them or with what they reject."""
    duck.register(connection, {"nieuw_bericht": pa.table({"bericht_id": pa.array(sorted(set(new)), pa.string())})})
    duck.make_table(connection, "nieuw", "SELECT bericht_id FROM nieuw_bericht")
    connection.unregister("nieuw_bericht")
    duck.make_table(
        connection,
        "gewijzigd_afgekeurd_bericht",
        "SELECT bericht_id FROM nieuw UNION SELECT bericht_id FROM afgewezen_bericht WHERE door IN (FROM nieuw)",
    )
    duck.make_table(
        connection,
        "gewijzigd_afgekeurde_prestatie",
        "SELECT bericht_id, regelnummer FROM afgewezen_prestatie WHERE door IN (FROM nieuw)",
    )
    find_affected(connection)
    connection.execute(
        """
        INSERT INTO te_toetsen
        SELECT 'bericht', bericht_id, 0 FROM nieuw
        UNION ALL SELECT 'client', bericht_id, regelnummer FROM client WHERE bericht_id IN (FROM nieuw)
        UNION ALL SELECT 'prestatie', bericht_id, regelnummer FROM prestatie WHERE bericht_id IN (FROM nieuw)
        """
    )
    duck.make_table(connection, "te_toetsen", "SELECT DISTINCT * FROM te_toetsen")


def find_affected(connection: Connection) -> None:
    """Make `te_toetsen`: the units that a change in `gewijzigd_*` can touch, from the first changed message on."""
    duck.make_table(
        connection,
        "gewijzigd",
        """
        SELECT 'bericht' AS soort, bericht_id, 0 AS regelnummer FROM gewijzigd_afgekeurd_bericht
        UNION SELECT 'prestatie', bericht_id, regelnummer FROM gewijzigd_afgekeurde_prestatie
        UNION SELECT 'prestatie', p.bericht_id, p.regelnummer
        FROM prestatie p
        WHERE p.bericht_id IN (FROM gewijzigd_afgekeurd_bericht)
           OR p.bericht_id IN (SELECT declaratie_bericht_id FROM antwoord_op
                               WHERE bericht_id IN (FROM gewijzigd_afgekeurd_bericht))
        """,
    )
    widen(connection, "gewijzigd", "geraakt")
    duck.make_table(
        connection,
        "te_toetsen",
        """
        SELECT g.soort, g.bericht_id, g.regelnummer
        FROM geraakt g
        JOIN bericht b ON b.bericht_id = g.bericht_id
        WHERE b.volgorde >= (SELECT MIN(volgorde) FROM bericht WHERE bericht_id IN (SELECT bericht_id FROM gewijzigd))
        """,
    )


def widen(connection: Connection, units: str, name: str) -> None:
    """Make table `name`: `units` and every unit within two steps of shared keys."""
    duck.make_table(connection, name, f"SELECT soort, bericht_id, regelnummer FROM {units}")
    if not duck.run_sql(connection, f"SELECT 1 FROM {name} LIMIT 1"):
        return
    for _ in range(2):
        duck.make_table(connection, "sleutel", " UNION ".join(_keys_of(table, name) for table in KEYS))
        duck.make_table(
            connection,
            name,
            f"SELECT * FROM {name} UNION " + " UNION ".join(_units_with_a_key(table) for table in KEYS),
        )


def _soort(table: str) -> tuple[str, str]:
    return (table, "regelnummer") if table in ("prestatie", "client") else ("bericht", "0")


def _keys_of(table: str, units: str) -> str:
    soort, regelnummer = _soort(table)
    parts = (
        f"SELECT {key} AS sleutel FROM {table} x WHERE {NEVER_EMPTY.get(key, 'TRUE')} AND (bericht_id, {regelnummer})"
        f" IN (SELECT (bericht_id, regelnummer) FROM {units} WHERE soort = '{soort}')"
        for key in KEYS[table]
    )
    return " UNION ALL ".join(parts)


def _units_with_a_key(table: str) -> str:
    soort, regelnummer = _soort(table)
    has_key = " OR ".join(
        f"({NEVER_EMPTY.get(key, 'TRUE')} AND {key} IN (SELECT sleutel FROM sleutel))" for key in KEYS[table]
    )
    return f"SELECT '{soort}', bericht_id, {regelnummer} FROM {table} WHERE {has_key}"
