"""The step that the BSN does not pass: a keyed pseudonym takes its place."""

import hmac
from base64 import urlsafe_b64encode
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

LENGTH = 15
"""Characters of base64url kept of the HMAC: 90 bits."""


@dataclass(frozen=True)
class Key:
    """A secret outside the database. `version` is one letter or digit and starts every pseudonym."""

    secret: bytes
    version: str

    def __repr__(self) -> str:
        return f"Key(version={self.version!r})"


def make_pseudonym(bsn: str, key: Key) -> str:
    """Return the pseudonym of a BSN: the key's version and 90 bits of HMAC-SHA-256."""
    digest = hmac.digest(key.secret, bsn.encode(), "sha256")
    return key.version + urlsafe_b64encode(digest)[:LENGTH].decode()


def passes_elfproef(bsn: str) -> bool:
    """Whether nine digits pass the elfproef with weights 9..2 and -1 (CS002); pure arithmetic."""
    return sum(weight * int(digit) for weight, digit in zip((9, 8, 7, 6, 5, 4, 3, 2, -1), bsn, strict=True)) % 11 == 0


def replace_bsn(bsn: pa.Array, key: Key) -> tuple[pa.Array, pa.Array]:
    """Turn a column of BSNs into pseudonyms and whether each BSN passes the elfproef."""
    encoded = pc.dictionary_encode(bsn)
    known = encoded.dictionary.to_pylist()
    pseudonyms = pa.array([make_pseudonym(value, key) for value in known], pa.string())
    elfproef = pa.array([passes_elfproef(value) for value in known], pa.bool_())
    return pseudonyms.take(encoded.indices), elfproef.take(encoded.indices)
