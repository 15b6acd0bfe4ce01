"""Where the lines of the log stand: a SQLite file or PostgreSQL, and both refuse what the log does not do."""

import sqlite3
from pathlib import Path

from jeugdstelsel import postgres
from jeugdstelsel.access.logregel import VELDEN
from jeugdstelsel.model import Fout
from jeugdstelsel.postgres import Lines
from jeugdstelsel.sqlite import open_durable

FILE = "logboek.sqlite"
_TEXTS = ", ".join(f"{name} TEXT NOT NULL" for name in ("moment", *VELDEN, "hash"))
_STUK = """
    soort TEXT NOT NULL CHECK (soort IN ('gesloten', 'vernietigd')), eerste BIGINT NOT NULL, laatste BIGINT NOT NULL,
    vanaf TEXT NOT NULL, tot TEXT NOT NULL, ervoor TEXT NOT NULL, hash TEXT NOT NULL, bestand TEXT NOT NULL,
    regel BIGINT NOT NULL, PRIMARY KEY (soort, eerste)
"""
_LAATSTE = """SELECT coalesce(max(n), 0) FROM
    (SELECT max(nummer) AS n FROM {0}regel UNION ALL SELECT max(laatste) FROM {0}stuk) AS alle"""
_SQLITE = f"""
CREATE TABLE IF NOT EXISTS regel (nummer INTEGER PRIMARY KEY, {_TEXTS}) STRICT;
CREATE TABLE IF NOT EXISTS stuk ({_STUK.replace("BIGINT", "INTEGER")}) STRICT;
CREATE INDEX IF NOT EXISTS regel_moment ON regel (moment);
DROP TRIGGER IF EXISTS regel_blijft;
DROP TRIGGER IF EXISTS regel_achteraan;
CREATE TRIGGER IF NOT EXISTS regel_blijft_tot_zij_in_een_stuk_staat BEFORE DELETE ON regel
    WHEN NOT EXISTS (SELECT 1 FROM stuk WHERE soort = 'gesloten' AND OLD.nummer BETWEEN eerste AND laatste)
    BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER IF NOT EXISTS regel_vast BEFORE UPDATE ON regel
    BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER IF NOT EXISTS regel_volgt BEFORE INSERT ON regel
    WHEN NEW.nummer <> 1 + ({_LAATSTE.format("")})
    BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER IF NOT EXISTS stuk_blijft BEFORE DELETE ON stuk
    BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER IF NOT EXISTS stuk_vast BEFORE UPDATE ON stuk
    BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
"""
_POSTGRES = f"""
CREATE TABLE regel (nummer BIGINT PRIMARY KEY, {_TEXTS.replace("moment TEXT", 'moment TEXT COLLATE "C"')});
CREATE TABLE stuk ({_STUK});
CREATE INDEX regel_moment ON regel (moment);
CREATE FUNCTION weiger() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'the log is append-only'; END $$;
CREATE FUNCTION blijft() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM logboek.stuk WHERE soort = 'gesloten' AND OLD.nummer BETWEEN eerste AND laatste) THEN
        RAISE EXCEPTION 'the log is append-only';
    END IF;
    RETURN OLD;
END $$;
CREATE FUNCTION volgt() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.nummer <> 1 + ({_LAATSTE.format("logboek.")}) THEN RAISE EXCEPTION 'the log is append-only'; END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER regel_volgt BEFORE INSERT ON regel FOR EACH ROW EXECUTE FUNCTION volgt();
CREATE TRIGGER regel_vast BEFORE UPDATE ON regel FOR EACH ROW EXECUTE FUNCTION weiger();
CREATE TRIGGER regel_blijft BEFORE DELETE ON regel FOR EACH ROW EXECUTE FUNCTION blijft();
CREATE TRIGGER regel_heel BEFORE TRUNCATE ON regel FOR EACH STATEMENT EXECUTE FUNCTION weiger();
CREATE TRIGGER stuk_vast BEFORE UPDATE OR DELETE ON stuk FOR EACH ROW EXECUTE FUNCTION weiger();
CREATE TRIGGER stuk_heel BEFORE TRUNCATE ON stuk FOR EACH STATEMENT EXECUTE FUNCTION weiger();
"""


def is_begun(folder: Path) -> bool:
    """Whether there may be lines; asking makes nothing."""
    return bool(postgres.address()) or (folder / FILE).exists()


def open_log(folder: Path) -> Lines:
    """Open the log where this installation keeps it; raises Fout when that is not possible."""
    if url := postgres.address():
        return postgres.Connection(url, "logboek", _POSTGRES.encode())
    path = folder / FILE
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
    try:
        connection = open_durable(path)
        connection.executescript(_SQLITE)
    except sqlite3.DatabaseError as error:
        raise Fout(f"het logboek {FILE} is niet te openen. Zonder logboek gaat er niets open.") from error
    return connection


def remove_lines(connection: Lines, laatste: int) -> None:
    """Take away the lines up to a number that stand in a closed part now; what they said is wiped, not only let go."""
    if isinstance(connection, sqlite3.Connection):
        connection.execute("PRAGMA secure_delete = ON")
    connection.execute("DELETE FROM regel WHERE nummer <= ?", (laatste,))


def wipe(connection: Lines) -> None:
    """After a removal: leave no copy in the write-ahead log, or in the space that PostgreSQL keeps for later."""
    clean = "PRAGMA wal_checkpoint(TRUNCATE)" if isinstance(connection, sqlite3.Connection) else "VACUUM regel"
    connection.execute(clean)
