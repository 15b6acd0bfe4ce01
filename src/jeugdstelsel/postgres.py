"""The one way to open PostgreSQL, when JEUGDSTELSEL_DATABASE names one, for lines that otherwise stand in SQLite."""

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TypeAlias

from jeugdstelsel.model import Fout, GebruikersFout


def address() -> str:
    """Return the address of PostgreSQL, or '' when the lines are kept in SQLite."""
    given = os.environ.get("JEUGDSTELSEL_DATABASE", "")
    return given if given.startswith(("postgres://", "postgresql://")) else ""


class Connection:
    """A connection with the one thing that is asked of SQLite: execute, with question marks; and close.

    `schema` is where the tables stand, `make` the statements that make them there; it is done once.
    """

    def __init__(self, url: str, schema: str, make: bytes) -> None:
        """Connect; raises GebruikersFout without the driver, Fout without a server."""
        try:
            import psycopg
        except ImportError as error:
            raise GebruikersFout("voor PostgreSQL is psycopg nodig. Installeer jeugdstelsel[postgres].") from error
        try:
            self._connection = psycopg.connect(url, autocommit=True)
        except psycopg.OperationalError as error:
            raise Fout("de database antwoordt niet. Kijk naar JEUGDSTELSEL_DATABASE.") from error
        self._lock = f"SELECT pg_advisory_xact_lock(hashtext('jeugdstelsel {schema}'))".encode()
        self._make_once(schema, make)
        self.execute(f"SET search_path = {schema}")

    def execute(self, sql: str, parameters: Sequence[Any] = ()) -> Any:
        """Run one statement and return its cursor; a writer waits for the one before."""
        if sql == "BEGIN IMMEDIATE":
            self._connection.execute(b"BEGIN")
            return self._connection.execute(self._lock)
        return self._connection.execute(sql.replace("?", "%s").encode(), parameters)

    def close(self) -> None:
        """Let go."""
        self._connection.close()

    def _make_once(self, schema: str, make: bytes) -> None:
        """Make the tables when they are not there, one maker at a time."""
        if self._is_made(schema):
            return
        with self._connection.transaction():
            self._connection.execute(self._lock)
            if not self._is_made(schema):
                self._connection.execute(f"CREATE SCHEMA IF NOT EXISTS {schema}".encode())
                self._connection.execute(f"SET LOCAL search_path = {schema}".encode())
                self._connection.execute(make)

    def _is_made(self, schema: str) -> bool:
        """Ask the catalogue, which shows what another has just made; to_regclass may remember that it was not there."""
        asked = "SELECT 1 FROM pg_catalog.pg_tables WHERE schemaname = ? AND tablename = 'regel'"
        return self.execute(asked, (schema,)).fetchone() is not None


Lines: TypeAlias = sqlite3.Connection | Connection
"""Wherever the lines stand."""


@contextmanager
def one_writer(connection: Lines) -> Iterator[None]:
    """Let one writer at a time; all that is written meanwhile is kept together, or nothing of it."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")
