"""The registers in PostgreSQL, when JEUGDSTELSEL_DATABASE names one: the same lines, kept as strictly."""

import os
from collections.abc import Sequence
from typing import Any

from jeugdstelsel.model import Fout, GebruikersFout

_SCHEMA = b"""
CREATE SCHEMA IF NOT EXISTS registers;
SET LOCAL search_path = registers;
CREATE TABLE regel (
    rowid BIGINT GENERATED ALWAYS AS IDENTITY, register TEXT NOT NULL, sleutel TEXT NOT NULL, versie INTEGER NOT NULL,
    waarde TEXT, oud TEXT, geldig_vanaf TEXT NOT NULL, wie TEXT NOT NULL CHECK (wie <> ''), wanneer TEXT NOT NULL,
    waarom TEXT NOT NULL CHECK (waarom <> ''), PRIMARY KEY (register, sleutel, versie)
);
CREATE FUNCTION weiger() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN RAISE EXCEPTION 'the register is append-only'; END IF;
    IF EXISTS (SELECT 1 FROM registers.regel
               WHERE register = NEW.register AND sleutel = NEW.sleutel AND versie >= NEW.versie) THEN
        RAISE EXCEPTION 'the register is append-only';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER regel_vast BEFORE INSERT OR UPDATE OR DELETE ON regel FOR EACH ROW EXECUTE FUNCTION weiger();
CREATE TRIGGER regel_blijft BEFORE TRUNCATE ON regel FOR EACH STATEMENT EXECUTE FUNCTION weiger();
"""
_EEN_TEGELIJK = b"SELECT pg_advisory_xact_lock(hashtext('jeugdstelsel registers'))"


def address() -> str:
    """Return the address of PostgreSQL, or '' when the registers are kept in SQLite."""
    given = os.environ.get("JEUGDSTELSEL_DATABASE", "")
    return given if given.startswith(("postgres://", "postgresql://")) else ""


class Connection:
    """A connection with the one thing that the registers ask of SQLite: execute, with question marks; and close."""

    def __init__(self, url: str) -> None:
        """Connect and make the schema once; raises GebruikersFout without the driver, Fout without a server."""
        try:
            import psycopg
        except ImportError as error:
            raise GebruikersFout("voor PostgreSQL is psycopg nodig. Installeer jeugdstelsel[postgres].") from error
        try:
            self._connection = psycopg.connect(url, autocommit=True)
        except psycopg.OperationalError as error:
            raise Fout("de database van de registers antwoordt niet. Kijk naar JEUGDSTELSEL_DATABASE.") from error
        if self.execute("SELECT to_regclass('registers.regel')").fetchone()[0] is None:
            self._make_schema()
        self.execute("SET search_path = registers")

    def execute(self, sql: str, parameters: Sequence[Any] = ()) -> Any:
        """Run one statement and return its cursor; a writer waits for the one before."""
        if sql == "BEGIN IMMEDIATE":
            self._connection.execute(b"BEGIN")
            return self._connection.execute(_EEN_TEGELIJK)
        return self._connection.execute(sql.replace("?", "%s").encode(), parameters)

    def close(self) -> None:
        """Let go."""
        self._connection.close()

    def _make_schema(self) -> None:
        with self._connection.transaction():
            self._connection.execute(_EEN_TEGELIJK)
            if self.execute("SELECT to_regclass('registers.regel')").fetchone()[0] is None:
                self._connection.execute(_SCHEMA)
