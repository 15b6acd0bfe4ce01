"""The step that the BSN does not pass: a keyed pseudonym takes its place."""

import hmac
from base64 import urlsafe_b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

BYTES = 12
"""Bytes kept of the HMAC: 96 bits, sixteen characters of base64url."""
REMEMBERED = 2**17
"""Numbers whose pseudonym stays in memory, since a young person comes back in most messages of a delivery."""
WEIGHTS = np.array((9, 8, 7, 6, 5, 4, 3, 2, -1))


@dataclass(frozen=True)
class Key:
    """A secret outside the database. `version` is one letter or digit and starts every pseudonym."""

    secret: bytes
    version: str

    def __repr__(self) -> str:
        return f"Key(version={self.version!r})"


def make_pseudonyms(bsns: Sequence[str], key: Key) -> list[str]:
    """Return the pseudonym of each BSN: the key's version and 96 bits of HMAC-SHA-256."""
    digests = [_digest(key.secret, bsn) for bsn in bsns]
    text = urlsafe_b64encode(b"".join(digests)).decode()
    width = BYTES * 4 // 3
    return [key.version + text[at : at + width] for at in range(0, len(text), width)]


@lru_cache(maxsize=REMEMBERED)
def _digest(secret: bytes, bsn: str) -> bytes:
    return hmac.digest(secret, bsn.encode(), "sha256")[:BYTES]


def passes_elfproef(bsns: Sequence[str]) -> NDArray[np.bool_]:
    """Whether numbers of nine digits pass the elfproef with weights 9..2 and -1 (CS002); pure arithmetic."""
    digits = np.frombuffer("".join(bsns).encode(), np.uint8).reshape(-1, 9).astype(np.int64) - ord("0")
    good: NDArray[np.bool_] = (digits @ WEIGHTS) % 11 == 0
    return good


def replace_bsn(bsn: pa.Array, key: Key) -> tuple[pa.Array, pa.Array]:
    """Turn a column of BSNs into pseudonyms and whether each BSN passes the elfproef."""
    encoded = pc.dictionary_encode(bsn)
    known = encoded.dictionary.to_pylist()
    pseudonyms = pa.array(make_pseudonyms(known, key), pa.string())
    return pseudonyms.take(encoded.indices), pa.array(passes_elfproef(known), pa.bool_()).take(encoded.indices)
