"""The secret of the pseudonyms: a file of its own, outside every database."""

import os
import secrets
from pathlib import Path

from jeugdstelsel.ingest.pseudonym import Key
from jeugdstelsel.model import GebruikersFout

VARIABLE = "JEUGDSTELSEL_SLEUTEL"
VERSIONS = "123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def key_path(workdir: Path) -> Path:
    """Return where the key is: what the environment says, or `sleutel` in the work folder."""
    return Path(os.environ.get(VARIABLE) or workdir / "sleutel")


def read_key(workdir: Path) -> Key:
    """Return the key of the work folder; the first time a new one is made, readable by its owner only."""
    path = key_path(workdir)
    if not path.exists():
        _write(path, VERSIONS[0])
    version, _, secret = path.read_text().strip().partition(":")
    if len(version) != 1 or len(secret) != 64:
        raise GebruikersFout(f"Het sleutelbestand {path.name} is beschadigd. Zet de reservekopie terug.")
    return Key(bytes.fromhex(secret), version)


def rotate_key(workdir: Path) -> Key:
    """Replace the key by a new one with the next version; the old one is kept beside it.

    After this every pseudonym changes, so the tables must be built anew from the archive.
    """
    old = read_key(workdir)
    path = key_path(workdir)
    path.rename(path.with_name(f"{path.name}.{old.version}"))
    _write(path, VERSIONS[(VERSIONS.index(old.version) + 1) % len(VERSIONS)])
    return read_key(workdir)


def _write(path: Path, version: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as stream:
        stream.write(f"{version}:{secrets.token_hex(32)}\n")
        stream.flush()
        os.fsync(stream.fileno())
