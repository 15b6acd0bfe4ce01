"""Answer the messages that came in: judge them and make the return message of each."""

import hashlib
from base64 import b32encode
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from jeugdstelsel import standaard
from jeugdstelsel.ingest.message_reader import read_message
from jeugdstelsel.ingest.unpack import require_existing
from jeugdstelsel.services.answer import answer
from jeugdstelsel.services.check import Verdict, check_documents, readable_runs
from jeugdstelsel.services.series import judge_stream


@dataclass(frozen=True)
class Reply:
    """The answer to one file: its name and bytes, or `reden` why there is none (Dutch).

    `onleesbaar` says that the file is no message at all.
    """

    bestand: str
    naam: str = ""
    data: bytes = b""
    reden: str = ""
    onleesbaar: bool = False


def reply(paths: Iterable[Path], *, dagtekening: date) -> Iterator[Reply]:
    """Yield the answer to every document under the paths, each judged on its own."""
    paths = list(paths)
    require_existing(paths)
    for run in readable_runs(paths):
        if isinstance(run, Verdict):
            yield _answer(run, b"", dagtekening)
        else:
            for verdict, (_, data) in zip(check_documents(run), run, strict=True):
                yield _answer(verdict, data, dagtekening)


def reply_to_series(folder: Path, *, dagtekening: date, contract: Path | None = None) -> Iterator[Reply]:
    """Yield the answer to every file of a folder, judged in name order as one stream up to `dagtekening`."""
    named: list[tuple[str, bytes]] = []
    for run in readable_runs([folder]):
        if isinstance(run, Verdict):
            yield _answer(run, b"", dagtekening)
        else:
            named.extend(run)
    names, documents = [name for name, _ in named], [data for _, data in named]
    verdicts, _ = judge_stream(names, documents, contract=contract, today=dagtekening)
    for verdict, original in zip(verdicts, documents, strict=True):
        yield _answer(verdict, original, dagtekening)


def _answer(verdict: Verdict, original: bytes, dagtekening: date) -> Reply:
    """Return the answer to one judged message, or why the standard gives none."""
    if verdict.bericht is None:
        return Reply(verdict.bestand, reden=verdict.bevindingen[0].tekst, onleesbaar=True)
    identificatie = make_identification(original)
    data = answer(original, verdict.bevindingen, dagtekening=dagtekening, identificatie=identificatie)
    if data is not None:
        return Reply(verdict.bestand, f"{read_message(data)[0]}-{identificatie}.xml", data)
    if standaard.berichten()[verdict.bericht].retour_van:
        return Reply(verdict.bestand, reden=f"Een {verdict.bericht} is zelf een antwoord; daar hoort geen antwoord op.")
    tekst = "De opbouw voldoet niet aan de standaard; dan meldt het berichtenverkeer dat zelf en volgt geen antwoord."
    return Reply(verdict.bestand, reden=tekst)


def make_identification(original: bytes) -> str:
    """Return an identification for the answer: twelve signs that follow from the bytes of the message itself."""
    return b32encode(hashlib.sha256(b"antwoord" + original).digest()[:8]).decode()[:12]
