"""A zip for many small files that says in several places that what it holds is synthetic."""

import zlib
from struct import pack
from typing import BinaryIO

LABEL = (
    "SYNTHETISCH: deze berichten zijn verzonnen door jeugdstelsel wereld.\n"
    "Geen enkele persoon, aanbieder, gebeurtenis of euro hierin is echt.\n"
)
_DOS_TIME = pack("<HH", 0, 0x21)
"""1 January 1980, so that the same country gives the same bytes."""


class SyntheticZip:
    """A zip of messages that says in comment and first file that it is synthetic; quick for many small files.

    The file also says at what `schaal` of the real numbers.
    """

    def __init__(self, file: BinaryIO, schaal: float) -> None:
        self._file, self._at = file, 0
        self._directory: list[bytes] = []
        self.add("SYNTHETISCH.txt", f"{LABEL}Schaal: {schaal:.6f}\n".encode())

    def add(self, name: str, content: bytes) -> None:
        """Append one compressed file."""
        packer = zlib.compressobj(1, zlib.DEFLATED, -15)
        packed = packer.compress(content) + packer.flush()
        about = pack("<HHH", 20, 0, 8) + _DOS_TIME + pack("<III", zlib.crc32(content), len(packed), len(content))
        named = name.encode("ascii")
        self._directory.append(
            b"PK\x01\x02" + pack("<H", 20) + about + pack("<HHHHHII", len(named), 0, 0, 0, 0, 0, self._at) + named
        )
        local = b"PK\x03\x04" + about + pack("<HH", len(named), 0) + named
        self._file.write(local)
        self._file.write(packed)
        self._at += len(local) + len(packed)

    def close(self) -> None:
        """Write the directory; with more than 65,534 files in the 64-bit form."""
        directory = b"".join(self._directory)
        self._file.write(directory)
        count, comment = len(self._directory), b"SYNTHETISCH"
        if count > 0xFFFE:
            self._file.write(self._end64(count, len(directory)))
            count = 0xFFFF
        self._file.write(
            b"PK\x05\x06" + pack("<HHHHIIH", 0, 0, count, count, len(directory), self._at, len(comment)) + comment
        )

    def _end64(self, count: int, size: int) -> bytes:
        record = pack("<QHHIIQQQQ", 44, 45, 45, 0, 0, count, count, size, self._at)
        locator = pack("<IQI", 0, self._at + size, 1)
        return b"PK\x06\x06" + record + b"PK\x06\x07" + locator
