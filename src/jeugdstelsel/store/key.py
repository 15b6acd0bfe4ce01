"""The secret of the pseudonyms: a file of its own, outside every database."""

import os
import re
import secrets
from pathlib import Path

from jeugdstelsel.ingest.pseudonym import Key
from jeugdstelsel.model import GebruikersFout

VARIABLE = "JEUGDSTELSEL_SLEUTEL"
VERSIONS = "123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_KEY = re.compile(rb"([1-9A-Z]):([0-9a-f]{64})\s*")


def key_path(workdir: Path) -> Path:
    """Return where the key is: what the environment says, or `sleutel` in the work folder."""
    return Path(os.environ.get(VARIABLE) or workdir / "sleutel")


def read_key(workdir: Path) -> Key:
    """Return the key of the work folder; the first time a new one is made, readable by its owner only."""
    path = key_path(workdir)
    if not path.exists():
        _write(path, _make_key(VERSIONS[0]))
    found = _KEY.fullmatch(path.read_bytes())
    if found is None:
        raise GebruikersFout(f"het sleutelbestand {path.name} is beschadigd. Zet de reservekopie terug.")
    return Key(bytes.fromhex(found[2].decode()), found[1].decode())


def rotate_key(workdir: Path) -> Key:
    """Replace the key by a new one with the next version; the old one is kept beside it.

    After this every pseudonym changes, so the tables must be built anew from the archive.
    """
    old = read_key(workdir)
    path = key_path(workdir)
    _write(path.with_name(f"{path.name}.{old.version}"), old)
    _write(path, _make_key(VERSIONS[(VERSIONS.index(old.version) + 1) % len(VERSIONS)]))
    return read_key(workdir)


def _make_key(version: str) -> Key:
    return Key(secrets.token_bytes(32), version)


def _write(path: Path, key: Key) -> None:
    """Put a key in place all at once, so that a kill leaves the old file or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f"{path.name}.nieuw")
    fresh.unlink(missing_ok=True)
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as stream:
        stream.write(f"{key.version}:{key.secret.hex()}\n")
        stream.flush()
        os.fsync(stream.fileno())
    fresh.replace(path)
