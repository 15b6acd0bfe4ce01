"""Finds which units of the stream can touch each other: those that share a key.

A unit is a message ('bericht'), a billed line of a JW323 ('prestatie') or a Client of a JW323 or JW325 ('client').
Two steps reach everything that one verdict can change: for example answer, request of that reference, next request of
the same young person. Taking too much in costs time and changes nothing.
"""

from collections.abc import Iterable

import pyarrow as pa

from jeugdstelsel.engines import duckdb as duck
from jeugdstelsel.engines.duckdb import Connection
from jeugdstelsel.rules.reeks import SOORTEN

CLIENT = "hash('client', gemeente, aanbieder, client)"
NUMMER = "hash('nummer', gemeente, toewijzing_nummer)"
VERZOEK = "CASE WHEN referentie_aanbieder IS NOT NULL THEN hash('verzoek', aanbieder, referentie_aanbieder) END"
PRESTATIE = "hash('prestatie', aanbieder, referentie_nummer)"
VORIGE = "CASE WHEN vorig_referentie_nummer IS NOT NULL THEN hash('prestatie', aanbieder, vorig_referentie_nummer) END"

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

_IN_BERICHT = "bericht_id IN (SELECT bericht_id FROM in_beeld WHERE soort = 'bericht')"

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
    **{
        name: f"""SELECT x.* FROM {name} x SEMI JOIN (SELECT * FROM in_beeld WHERE soort = '{name}') i
                  ON i.bericht_id = x.bericht_id AND i.regelnummer = x.regelnummer"""
        for name in ("client", "prestatie")
    },
}
"""The rows of each message table that are in view; declarations and their answers are always all in view."""


FEW_UNITS = 20_000
"""So many units not before the first new message are judged anew without asking which of them it can touch."""


def take_in(connection: Connection, new: Iterable[str]) -> None:
    """Make `te_toetsen`: the new messages, and what came later and can be touched by them or by what they reject."""
    duck.register(connection, {"nieuw_bericht": pa.table({"bericht_id": pa.array(sorted(set(new)), pa.string())})})
    duck.make_table(connection, "nieuw", "SELECT bericht_id FROM nieuw_bericht")
    connection.unregister("nieuw_bericht")
    duck.make_table(
        connection,
        "gewijzigd_afgekeurd_bericht",
        f"""
        SELECT bericht_id FROM bericht WHERE bericht_id IN (FROM nieuw) AND berichtsoort IN {SOORTEN}
        UNION SELECT bericht_id FROM afgewezen_bericht WHERE door IN (FROM nieuw)
        """,
    )
    duck.make_table(
        connection,
        "gewijzigd_afgekeurde_prestatie",
        "SELECT bericht_id, regelnummer FROM afgewezen_prestatie WHERE door IN (FROM nieuw)",
    )
    duck.make_table(connection, "later", f"SELECT bericht_id FROM bericht WHERE berichtsoort IN {SOORTEN} AND {_LATER}")
    duck.make_table(connection, "te_toetsen", _units_of("later"))
    duck.make_table(connection, "nieuwe_eenheid", _units_of("nieuw"))
    sizes = duck.run_sql(connection, "SELECT (SELECT COUNT(*) FROM te_toetsen), (SELECT COUNT(*) FROM nieuwe_eenheid)")
    if sizes[0][0] > FEW_UNITS + 2 * sizes[0][1]:
        find_affected(connection)
        duck.make_table(connection, "te_toetsen", "SELECT * FROM te_toetsen UNION SELECT * FROM nieuwe_eenheid")


_LATER = """volgorde >= (
    SELECT MIN(volgorde) FROM bericht
    WHERE bericht_id IN (FROM gewijzigd_afgekeurd_bericht)
       OR bericht_id IN (SELECT bericht_id FROM gewijzigd_afgekeurde_prestatie)
)"""
"""Not before the first message whose standing changed: verdicts look back only."""


def _units_of(messages: str) -> str:
    """Return SQL for all units of the messages in a table."""
    return f"""
        SELECT 'bericht' AS soort, bericht_id, 0 AS regelnummer FROM {messages}
        UNION ALL SELECT 'client', bericht_id, regelnummer FROM client WHERE bericht_id IN (FROM {messages})
        UNION ALL SELECT 'prestatie', bericht_id, regelnummer FROM prestatie WHERE bericht_id IN (FROM {messages})"""


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
        f"""
        SELECT g.soort, g.bericht_id, g.regelnummer
        FROM geraakt g
        JOIN bericht b ON b.bericht_id = g.bericht_id
        WHERE {_LATER}
        """,
    )


def widen(connection: Connection, units: str, name: str) -> None:
    """Make table `name`: `units` and every unit within two steps of shared keys."""
    duck.make_table(connection, name, f"SELECT soort, bericht_id, regelnummer FROM {units}")
    duck.make_table(connection, "rand", f"SELECT * FROM {name}")
    for _ in range(2):
        if not duck.run_sql(connection, "SELECT 1 FROM rand LIMIT 1"):
            return
        duck.make_table(connection, "sleutel", " UNION ".join(_keys_of(table) for table in KEYS))
        reached = " UNION ".join(_units_with_a_key(table) for table in KEYS)
        duck.make_table(connection, "rand", f"({reached}) EXCEPT SELECT * FROM {name}")
        connection.execute(f"INSERT INTO {name} SELECT * FROM rand")


def _soort(table: str) -> tuple[str, str]:
    return (table, "regelnummer") if table in ("prestatie", "client") else ("bericht", "0")


def _keys_of(table: str) -> str:
    """Return SQL for the keys of the units in `rand` that stand in a table."""
    soort, _ = _soort(table)
    same_line = "" if soort == "bericht" else " AND r.regelnummer = x.regelnummer"
    return f"""
        SELECT sleutel FROM (
            SELECT unnest([{", ".join(KEYS[table])}]) AS sleutel
            FROM (SELECT x.* FROM {table} x SEMI JOIN (SELECT * FROM rand WHERE soort = '{soort}') r
                  ON r.bericht_id = x.bericht_id{same_line})
        ) WHERE sleutel IS NOT NULL"""


def _units_with_a_key(table: str) -> str:
    """Return SQL for the units in a table that have a key in `sleutel`."""
    soort, regelnummer = _soort(table)
    has_key = " OR ".join(f"{key} IN (SELECT sleutel FROM sleutel)" for key in KEYS[table])
    return f"SELECT '{soort}' AS soort, bericht_id, {regelnummer} AS regelnummer FROM {table} WHERE {has_key}"
