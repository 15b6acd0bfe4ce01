"""Finds which units of the stream can touch each other, by the keys with which one looks for the other.

A unit is a message ('bericht'), a billed line of a JW323 ('prestatie') or a Client of a JW323 or JW325 ('client').
At most two steps reach everything that one verdict looks at: for example request, earlier request of the same young
person, answer to that; and, the other way, everything that one verdict can change. Taking too much in costs time and
changes nothing.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pyarrow as pa

from jeugdstelsel.engines import duckdb as duck
from jeugdstelsel.engines.duckdb import Connection
from jeugdstelsel.rules.reeks import SOORTEN


@dataclass(frozen=True)
class Key:
    """What a row is sought by: equal values in these columns, under one name; a row without the last one has none."""

    soort: str
    columns: str
    only: str = "TRUE"

    @property
    def sql(self) -> str:
        """Return SQL for the key of a row, NULL when it has none."""
        last = self.columns.rpartition(", ")[2]
        return f"CASE WHEN {last} IS NOT NULL AND {self.only} THEN hash({self.columns}) END"


CLIENT = Key("client", "gemeente, aanbieder, client")
TOEWIJZING = Key("toewijzing", "gemeente, toewijzing_nummer")
GEDECLAREERD = Key("gedeclareerd", "gemeente, toewijzing_nummer")
VERZOEK = Key("verzoek", "aanbieder, referentie_aanbieder")
BERICHT = Key("bericht", "afzender, berichtsoort, identificatie")
PERIODE = Key("periode", "gemeente, aanbieder")
DECLARATIE = Key("declaratie", "aanbieder, declaratie_nummer")
PRESTATIE = Key("prestatie", "aanbieder, referentie_nummer")
VORIGE = Key("prestatie", "aanbieder, vorig_referentie_nummer")

SEEKS = {
    "bericht": (BERICHT, Key("genoemd", "gemeente, aanbieder, declaratie_identificatie")),
    "toegewezen_product": (
        TOEWIJZING,
        VERZOEK,
        Key("gedeclareerd", "gemeente, toewijzing_nummer", "reden_wijziging = '13'"),
        Key("credit", "gemeente, aanbieder", "reden_wijziging = '13'"),
    ),
    "melding": (CLIENT,),
    "aangevraagd_product": (CLIENT, VERZOEK),
    "verzoek": (CLIENT, VERZOEK),
    "wijziging": (TOEWIJZING,),
    "antwoord": (VERZOEK,),
    "declaratie": (PERIODE, DECLARATIE),
    "declaratie_antwoord": (DECLARATIE,),
    "prestatie_antwoord": (PRESTATIE,),
    "client": (CLIENT,),
    "prestatie": (TOEWIJZING, GEDECLAREERD, PRESTATIE, VORIGE, Key("credit", "gemeente, aanbieder")),
}
"""Per message table the keys of what the verdict on a row looks at; of the JW301 only a removal looks at bills."""

SHOWS = {
    "bericht": (BERICHT, Key("genoemd", "gemeente, aanbieder, identificatie")),
    "toegewezen_product": (CLIENT, TOEWIJZING, VERZOEK),
    "melding": (CLIENT,),
    "aangevraagd_product": (CLIENT, VERZOEK),
    "verzoek": (CLIENT, VERZOEK),
    "antwoord": (VERZOEK,),
    "declaratie": (PERIODE, DECLARATIE),
    "prestatie": (
        GEDECLAREERD,
        PRESTATIE,
        VORIGE,
        Key("credit", "gemeente, aanbieder", "vorig_referentie_nummer IS NOT NULL"),
    ),
}
"""Per message table the keys under which a row is found; what is not here matters to its own verdict only."""

SEEKS_ON = {"aangevraagd_product": (VERZOEK,), "verzoek": (VERZOEK,)}
"""The keys by which a row that is looked at leads on: an earlier request to what closed it (TR374)."""

Keys = Mapping[str, tuple[Key, ...]]

LINES = ("prestatie", "client")
OWN_UNITS = ("bericht", *LINES)
"""The tables whose rows are units; of the others the rows go with their message."""

VIEW = {name: f"beeld_{name}" for name in SEEKS if name != "declaratie_antwoord"}
"""Per message table the table with the rows in view; the small one that nothing else looks at is read whole."""

FEW_UNITS = 20_000
"""So many units not before the first new message are judged anew without asking which of them it can touch."""


def take_in(connection: Connection, new: Iterable[str]) -> bool:
    """Make `te_toetsen`: the new messages, and what came later and can be touched by them or by what they reject.

    Return whether that is everything from the first change on, so that no later verdict can change outside it.
    """
    _find_changed(connection, new)
    duck.make_table(connection, "later", f"SELECT rowid AS rij, bericht_id, berichtsoort FROM bericht WHERE {_LATER}")
    duck.make_table(connection, "te_toetsen", _UNITS)
    own = "te_toetsen WHERE bericht_id IN (SELECT bericht_id FROM nieuw)"
    sizes = duck.run_sql(connection, f"SELECT (SELECT COUNT(*) FROM te_toetsen), (SELECT COUNT(*) FROM {own})")
    if sizes[0][0] <= FEW_UNITS + 2 * sizes[0][1]:
        return True
    duck.make_table(connection, "nieuwe_eenheid", f"SELECT * FROM {own}")
    find_affected(connection)
    duck.make_table(connection, "te_toetsen", "SELECT * FROM te_toetsen UNION SELECT * FROM nieuwe_eenheid")
    return False


def _find_changed(connection: Connection, new: Iterable[str]) -> None:
    """Make `gewijzigd_*`, what new messages change the standing of, and `eerste`, where in the order that begins."""
    duck.register(connection, {"nieuw_bericht": pa.table({"bericht_id": pa.array(sorted(set(new)), pa.string())})})
    duck.make_table(
        connection,
        "nieuw",
        f"SELECT bericht_id, volgorde, berichtsoort IN {SOORTEN} AS toetsen FROM bericht "
        "WHERE bericht_id IN (FROM nieuw_bericht)",
    )
    connection.unregister("nieuw_bericht")
    duck.make_table(connection, "ouder", _OLDER)
    duck.make_table(
        connection,
        "gewijzigd_afgekeurd_bericht",
        "SELECT bericht_id FROM nieuw WHERE toetsen UNION ALL SELECT bericht_id FROM ouder",
    )
    duck.make_table(
        connection,
        "gewijzigd_afgekeurde_prestatie",
        "SELECT bericht_id, regelnummer FROM afgewezen_prestatie WHERE door IN (SELECT bericht_id FROM nieuw)",
    )
    older = "bericht_id IN (FROM ouder UNION ALL SELECT bericht_id FROM gewijzigd_afgekeurde_prestatie)"
    _remember_first(connection, f"(SELECT volgorde FROM nieuw WHERE toetsen UNION ALL {_order_of(older)})")


_OLDER = f"""
SELECT bericht_id FROM afgewezen_bericht
WHERE door IN (SELECT bericht_id FROM nieuw) AND bericht_id NOT IN (SELECT bericht_id FROM nieuw)
UNION
SELECT bericht_id FROM bericht
WHERE bericht_id NOT IN (SELECT bericht_id FROM nieuw) AND {BERICHT.sql} IN (
    SELECT {BERICHT.sql} FROM bericht WHERE bericht_id IN (
        (
            SELECT bericht_id FROM afgewezen_bericht WHERE door NOT IN (SELECT bericht_id FROM nieuw)
            UNION
            SELECT declaratie_bericht_id FROM antwoord_op WHERE bericht_id NOT IN (SELECT bericht_id FROM nieuw)
        )
        INTERSECT
        SELECT bericht_id FROM nieuw
    )
)
"""
"""Earlier messages that new ones reject, and what an earlier answer was about until a new one took its place."""

_LATER = f"berichtsoort IN {SOORTEN} AND volgorde >= (SELECT volgorde FROM eerste)"
"""Not before the first message whose standing changed: verdicts look back only."""

_UNITS = """
SELECT 'bericht' AS soort, bericht_id, 0 AS regelnummer, rij FROM later
UNION ALL
SELECT 'prestatie', bericht_id, regelnummer, rowid
FROM prestatie WHERE bericht_id IN (SELECT bericht_id FROM later WHERE berichtsoort = 'JW323')
UNION ALL
SELECT 'client', bericht_id, regelnummer, rowid
FROM client WHERE bericht_id IN (SELECT bericht_id FROM later WHERE berichtsoort IN ('JW323', 'JW325'))
"""
"""The units of the messages in `later`, each with the place of its row in its table."""


def _remember_first(connection: Connection, orders: str) -> None:
    duck.make_table(connection, "eerste", f"SELECT MIN(volgorde) AS volgorde FROM {orders}")


def _order_of(messages: str) -> str:
    return f"SELECT volgorde FROM bericht WHERE {messages}"


def find_affected(connection: Connection) -> None:
    """Make `te_toetsen`: the units that a change in `gewijzigd_*` can touch, from the first changed message on."""
    duck.make_table(connection, "gewijzigd", _CHANGED)
    _remember_first(connection, f"({_order_of('bericht_id IN (SELECT bericht_id FROM gewijzigd)')})")
    _follow(connection, "gewijzigd", given=SHOWS, found=SEEKS_ON, on=SHOWS)
    touched = " UNION ".join(_units_with(table, keys) for table, keys in SEEKS.items())
    duck.make_table(
        connection,
        "te_toetsen",
        f"""
        SELECT DISTINCT g.soort, g.bericht_id, g.regelnummer, COALESCE(g.rij, b.rij) AS rij
        FROM (SELECT * FROM gewijzigd UNION {touched}) g
        JOIN (SELECT rowid AS rij, bericht_id FROM bericht WHERE {_LATER}) b ON b.bericht_id = g.bericht_id
        """,
    )


_CHANGED = """
SELECT 'bericht' AS soort, bericht_id, 0 AS regelnummer, rowid AS rij
FROM bericht WHERE bericht_id IN (FROM gewijzigd_afgekeurd_bericht)
UNION
SELECT 'prestatie', p.bericht_id, p.regelnummer, p.rowid
FROM prestatie p SEMI JOIN gewijzigd_afgekeurde_prestatie USING (bericht_id, regelnummer)
UNION
SELECT 'prestatie', bericht_id, regelnummer, rowid
FROM prestatie
WHERE bericht_id IN (
    FROM gewijzigd_afgekeurd_bericht
    UNION
    SELECT declaratie_bericht_id FROM antwoord_op WHERE bericht_id IN (FROM gewijzigd_afgekeurd_bericht)
)
"""
"""What changed standing: a message with all its lines, a line, and the lines that a changed answer is about."""


def make_view(connection: Connection) -> None:
    """Make the tables of `VIEW`: the rows of what is to be judged, and all that the verdicts on them look at."""
    _follow(connection, "te_toetsen", given=SEEKS, found=SHOWS, on=SEEKS_ON)
    for table, view in VIEW.items():
        found = f"UNION ALL {_rows_with(table, SHOWS[table])}" if table in SHOWS else ""
        duck.make_table(connection, "rij", f"FROM eigen_{table} {found}")
        duck.make_table(connection, view, f"SELECT * FROM {table} WHERE rowid IN (FROM rij)")
    duck.make_table(connection, "regel", " UNION ".join(f"SELECT bericht_id FROM {view}" for view in VIEW.values()))
    duck.make_table(connection, "rij", _MESSAGES)
    duck.make_table(connection, "beeld_bericht", "SELECT * FROM bericht WHERE rowid IN (FROM rij)")
    own = "bericht_id IN (SELECT bericht_id FROM beeld_bericht)"
    duck.make_table(connection, "beeld_declaratie", f"SELECT * FROM declaratie WHERE {own}")


_MESSAGES = """
SELECT rowid AS rij FROM bericht WHERE bericht_id IN (
    FROM regel
    UNION SELECT declaratie_bericht_id FROM antwoord_op WHERE bericht_id IN (FROM regel)
    UNION SELECT bericht_id FROM antwoord_op WHERE declaratie_bericht_id IN (FROM regel)
)
"""
"""The messages of the lines in `regel`, with what they answer and what answers them."""


def _follow(connection: Connection, units: str, *, given: Keys, found: Keys, on: Keys) -> None:
    """Make `sleutel`: the keys `given` by the units, and those of the rows `found` by them that lead `on`.

    The rows of the units themselves are `eigen_*`.
    """
    for table in given:
        duck.make_table(connection, f"eigen_{table}", _rows_of(table, units))
    own = {table: f"FROM eigen_{table}" for table in given}
    duck.make_table(connection, "sleutel", _keys_of(own, given))
    near = {table: _rows_with(table, found[table]) for table in SEEKS_ON}
    duck.make_table(connection, "sleutel", f"SELECT * FROM sleutel UNION {_keys_of(near, on)}")


def _rows_of(table: str, units: str) -> str:
    """Return SQL for the rows of units: a message brings all its rows along but the billed lines and the Clients."""
    if table in OWN_UNITS:
        return f"SELECT rij FROM {units} WHERE soort = '{table}'"
    messages = f"SELECT bericht_id FROM {units} WHERE soort = 'bericht'"
    return f"SELECT rowid AS rij FROM {table} WHERE bericht_id IN ({messages})"


def _units_with(table: str, keys: Iterable[Key]) -> str:
    """Return SQL for the units of the rows of a table that have one of the keys in `sleutel`."""
    lines = f"SELECT '{table}', bericht_id, regelnummer, rowid FROM {table}"
    messages = f"SELECT 'bericht', bericht_id, 0, NULL FROM {table}"
    return f"{lines if table in LINES else messages} WHERE rowid IN ({_rows_with(table, keys)})"


def _rows_with(table: str, keys: Iterable[Key]) -> str:
    """Return SQL for the rows of a table that have one of the keys in `sleutel`."""
    return " UNION ALL ".join(
        f"SELECT rowid AS rij FROM {table} WHERE {key.sql} IN (SELECT sleutel FROM sleutel WHERE soort = '{key.soort}')"
        for key in keys
    )


def _keys_of(rows: Mapping[str, str], keys: Keys) -> str:
    """Return SQL for the keys of rows; per table the SQL for its rows."""
    return " UNION ".join(
        f"""
        SELECT soort, sleutel FROM (
            SELECT unnest([{", ".join(f"'{key.soort}'" for key in keys[table])}]) AS soort,
                   unnest([{", ".join(key.sql for key in keys[table])}]) AS sleutel
            FROM {table} WHERE rowid IN ({own})
        ) WHERE sleutel IS NOT NULL"""
        for table, own in rows.items()
    )
