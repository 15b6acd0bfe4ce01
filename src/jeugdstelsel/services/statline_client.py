"""Fetches answers from CBS with retries and limits, keeps each unchanged, and can do without a network."""

import hashlib
import json
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

import urllib3

from jeugdstelsel import __version__
from jeugdstelsel.model import Fout, GebruikersFout
from jeugdstelsel.standaard.cbs import Toegang

_AGAIN = frozenset({429, 500, 502, 503, 504})
_LONGEST_WAIT = 60.0
_NEXT = ("@odata.nextLink", "odata.nextLink")


@dataclass(frozen=True)
class Antwoord:
    """One answer as it came, and when."""

    body: bytes
    opgehaald_op: datetime


class Opname:
    """A folder with answers: the bytes as they came, and beside them the address, the moment and the SHA-256."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def _paths(self, url: str) -> tuple[Path, Path]:
        name = hashlib.sha256(url.encode()).hexdigest()[:24]
        return self._folder / f"{name}.json", self._folder / f"{name}.bron.json"

    def find(self, url: str) -> Antwoord | None:
        """Return the answer kept for an address, or None; raises Fout when its bytes are gone or changed."""
        body_path, about_path = self._paths(url)
        if not about_path.exists():
            return None
        try:
            about = json.loads(about_path.read_text(encoding="utf-8"))
            answer = Antwoord(body_path.read_bytes(), datetime.fromisoformat(about["opgehaald_op"]))
            intact = hashlib.sha256(answer.body).hexdigest() == about["sha256"]
        except (OSError, ValueError, KeyError, TypeError):
            intact = False
        if not intact:
            raise Fout(f"een bewaard antwoord in {self._folder} is weg of veranderd. Haal de tabel opnieuw op.")
        return answer

    def keep(self, url: str, answer: Antwoord) -> None:
        """Keep an answer, the bytes before the file that vouches for them; what is already kept stays as it is."""
        body_path, about_path = self._paths(url)
        if about_path.exists():
            return
        self._folder.mkdir(parents=True, exist_ok=True)
        body_path.write_bytes(answer.body)
        digest = hashlib.sha256(answer.body).hexdigest()
        about = {"url": url, "opgehaald_op": answer.opgehaald_op.isoformat(), "sha256": digest}
        write_whole(about_path, json.dumps(about))


def write_whole(path: Path, text: str) -> None:
    """Write a file so that after a kill it is there whole or not at all."""
    fresh = path.with_suffix(".nieuw")
    fresh.write_text(text, encoding="utf-8")
    fresh.replace(path)


class _TryAgainError(Fout):
    """The answer may come if we ask again. `wait` is what the server asked for, in seconds."""

    def __init__(self, tekst: str, wait: float = 0) -> None:
        super().__init__(tekst)
        self.wait = wait


class Client:
    """Asks CBS for JSON. Answers are looked for in the recordings first, and kept in each of them.

    `schema` is https; a test server may use http. `oudste` is the moment of the oldest answer given so far.
    """

    def __init__(
        self, toegang: Toegang, opnamen: Sequence[Opname] = (), *, netwerk: bool = True, schema: str = "https"
    ) -> None:
        self._toegang = toegang
        self._opnamen = opnamen
        self._netwerk = netwerk
        self._schema = schema
        self._pool = urllib3.PoolManager(
            headers={"User-Agent": f"jeugdstelsel/{__version__}", "Accept": "application/json"}
        )
        self.oudste = datetime.max.replace(tzinfo=UTC)

    def get(self, url: str) -> dict[str, Any]:
        """Return the object at an address; raises Fout, with what to do, when it cannot be had."""
        kept = next((found for opname in self._opnamen if (found := opname.find(url))), None)
        if kept is None and not self._netwerk:
            raise Fout(f"het antwoord op {url} is niet opgenomen, en er mag geen netwerk gebruikt worden.")
        answer, data = (kept, _parse(kept.body)) if kept else self._ask(url)
        for opname in self._opnamen:
            opname.keep(url, answer)
        self.oudste = min(self.oudste, answer.opgehaald_op)
        return data

    def rows(self, url: str) -> Iterator[list[Any]]:
        """Yield the rows of each page; raises Fout when the pages go round, lead elsewhere or do not end."""
        seen: set[str] = set()
        while url:
            if url in seen:
                raise Fout("de pagina's van CBS verwijzen in een kring. Probeer het later, of haal minder tegelijk op.")
            if len(seen) >= self._toegang.paginas:
                raise Fout(f"CBS geeft meer dan {self._toegang.paginas} pagina's. Vraag minder met --filter.")
            seen.add(url)
            page = self.get(url)
            if not isinstance(page.get("value"), list):
                raise Fout(f"het antwoord op {url} heeft geen rijen. Controleer het nummer van de tabel.")
            yield page["value"]
            url = self._next(url, page)

    def _next(self, url: str, page: dict[str, Any]) -> str:
        link = next((page[name] for name in _NEXT if page.get(name)), "")
        if not link:
            return ""
        following = urlsplit(urljoin(url, str(link)))
        if following.netloc != urlsplit(url).netloc:
            raise Fout("de volgende pagina staat op een ander adres dan de vorige. Dat volgen wij niet; meld het CBS.")
        return following._replace(scheme=urlsplit(url).scheme).geturl()

    def _check(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme != self._schema:
            raise GebruikersFout(f"{url} is geen adres met {self._schema}. Cijfers komen alleen langs een veilige weg.")
        if parts.netloc not in self._toegang.hosten:
            raise GebruikersFout(
                f"{parts.netloc} staat niet op de lijst van adressen waar cijfers vandaan mogen komen "
                f"({', '.join(self._toegang.hosten)}). Zet het in statline.toml in de werkmap als het klopt."
            )

    def _ask(self, url: str) -> tuple[Antwoord, dict[str, Any]]:
        """Ask until there is an answer that can be read, with pauses that double."""
        self._check(url)
        for attempt in range(1, self._toegang.pogingen + 1):
            try:
                body = self._fetch(url)
                return Antwoord(body, datetime.now(UTC).replace(microsecond=0)), _parse(body)
            except _TryAgainError as again:
                if attempt == self._toegang.pogingen:
                    raise Fout(f"{again} Wij probeerden het {attempt} keer. Probeer het later opnieuw.") from again
                time.sleep(max(self._toegang.wachttijd * 2 ** (attempt - 1), min(again.wait, _LONGEST_WAIT)))
        raise Fout("er is geen poging toegestaan. Zet pogingen in statline.toml op 1 of meer.")

    def _fetch(self, url: str) -> bytes:
        try:
            answer = self._pool.request(
                "GET", url, retries=False, redirect=False, preload_content=False, timeout=self._toegang.seconden
            )
            try:
                _judge(answer, url)
                return self._read(answer)
            finally:
                answer.close()
        except urllib3.exceptions.NewConnectionError as error:
            raise _TryAgainError(f"er kwam geen verbinding met {urlsplit(url).netloc}.") from error
        except urllib3.exceptions.TimeoutError as error:
            raise _TryAgainError(f"CBS gaf binnen {self._toegang.seconden:g} seconden geen antwoord.") from error
        except (urllib3.exceptions.ProtocolError, urllib3.exceptions.DecodeError) as error:
            raise _TryAgainError("het antwoord van CBS brak halverwege af.") from error
        except urllib3.exceptions.SSLError as error:
            raise Fout("de beveiligde verbinding met CBS is niet te vertrouwen. Vraag uw netwerkbeheerder.") from error
        except urllib3.exceptions.HTTPError as error:
            raise _TryAgainError("de verbinding met CBS viel weg.") from error

    def _read(self, answer: urllib3.BaseHTTPResponse) -> bytes:
        most, parts, size = self._toegang.antwoord_mb * 2**20, [], 0
        for part in answer.stream(2**16, decode_content=True):
            parts.append(part)
            size += len(part)
            if size > most:
                raise Fout(f"het antwoord is groter dan {self._toegang.antwoord_mb:g} MB. Vraag minder met --filter.")
        return b"".join(parts)


def _judge(answer: urllib3.BaseHTTPResponse, url: str) -> None:
    """Raise for an answer that is not the one we asked for."""
    status = answer.status
    if status in _AGAIN:
        asked = answer.headers.get("Retry-After", "")
        raise _TryAgainError(f"CBS heeft een storing of is te druk ({status}).", float(asked) if asked.isdigit() else 0)
    if 300 <= status < 400:
        elsewhere = urlsplit(answer.headers.get("Location", "")).netloc or "een ander adres"
        raise Fout(f"CBS verwijst door naar {elsewhere}. Dat volgen wij niet; controleer het adres in statline.toml.")
    if status == 404:
        raise GebruikersFout(f"{url} bestaat niet bij CBS. Controleer het nummer van de tabel op opendata.cbs.nl.")
    if status == 400:
        raise GebruikersFout(f"CBS begrijpt de vraag {url} niet. Controleer het filter.")
    if status != 200:
        raise Fout(f"CBS weigert het antwoord ({status}). Controleer of uw netwerk dit adres toelaat.")


def _parse(body: bytes) -> dict[str, Any]:
    """Return the JSON object in an answer."""
    if body.lstrip().startswith(b"<"):
        raise Fout("CBS gaf een webpagina in plaats van cijfers. Er is onderhoud, of uw netwerk onderschept de vraag.")
    try:
        data = json.loads(body.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise Fout("het antwoord van CBS is niet in UTF-8. Meld het CBS.") from error
    except json.JSONDecodeError as error:
        raise _TryAgainError("het antwoord van CBS is geen volledige JSON.") from error
    except RecursionError as error:
        raise Fout("het antwoord van CBS is te diep genest om te lezen. Meld het CBS.") from error
    if not isinstance(data, dict):
        raise Fout("het antwoord van CBS heeft niet de vorm van OData. Controleer het nummer van de tabel.")
    return data
