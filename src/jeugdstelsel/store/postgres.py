"""The registers in PostgreSQL: the same lines, kept as strictly."""

from jeugdstelsel.postgres import Connection

_SCHEMA = b"""
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


def connect(url: str) -> Connection:
    """Open the registers at an address of PostgreSQL."""
    return Connection(url, "registers", _SCHEMA)
