"""A small CBS on this machine: it answers as StatLine does, or as wrongly as a test wants."""

import json
import threading
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from copy import deepcopy
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

Answer = Callable[["Handler"], None]
TABEL = "85098NED"
NATURA, VERBLIJF = "M1", "M2"


def observation(measure: str, value: float | None, regio: str, periode: str, state: str = "None") -> dict[str, Any]:
    """Return one row of Observations."""
    row = {"Measure": measure, "ValueAttribute": state, "Value": value, "StringValue": None}
    return {"Id": 0, **row, "RegioS": regio, "Perioden": periode}


V4: Mapping[str, Any] = {
    "Properties": {"Identifier": TABEL, "Title": "Indicatoren jeugdzorg", "ObservationCount": 5},
    "Dimensions": [
        {"Identifier": "RegioS", "Title": "Regio's", "Kind": "GeoDimension"},
        {"Identifier": "Perioden", "Title": "Perioden", "Kind": "TimeDimension"},
    ],
    "MeasureCodes": [
        {"Identifier": NATURA, "Title": "Jongeren met jeugdhulp in natura", "Unit": "%"},
        {"Identifier": VERBLIJF, "Title": "Jongeren met jeugdhulp met verblijf in natura", "Unit": "%"},
    ],
    "RegioSCodes": [
        {"Identifier": "NL01", "Title": "Nederland"},
        {"Identifier": "GM0363", "Title": "Amsterdam"},
        {"Identifier": "GM0060", "Title": "Ameland"},
    ],
    "PeriodenCodes": [
        {"Identifier": "2024HJ01", "Title": "2024 1e halfjaar", "Status": "Definitief"},
        {"Identifier": "2024JJ00", "Title": "2024**", "Status": "NaderVoorlopig"},
        {"Identifier": "2026HJ01", "Title": "2026 1e halfjaar*", "Status": "Voorlopig"},
    ],
    "Observations": [
        observation(NATURA, 11.5, "NL01", "2024HJ01"),
        observation(NATURA, 13.6, "NL01", "2024JJ00"),
        observation(NATURA, 11.3, "NL01", "2026HJ01"),
        observation(VERBLIJF, 10.2, "GM0363", "2024JJ00"),
        observation(VERBLIJF, None, "GM0060", "2024JJ00", "Confidential"),
    ],
}
"""A table of five cells, one of them secret, as v4 gives it."""
V3: Mapping[str, Any] = {
    "TableInfos": [{"Identifier": TABEL, "Title": "Indicatoren jeugdzorg"}],
    "DataProperties": [
        {"Type": "GeoDimension", "Key": "RegioS", "Title": "Regio's"},
        {"Type": "TimeDimension", "Key": "Perioden", "Title": "Perioden"},
        {
            "Type": "Topic",
            "Key": "JongerenMetJeugdhulpInNatura_7",
            "Title": "Jongeren met jeugdhulp in natura",
            "Unit": "%",
        },
    ],
    "RegioS": [{"Key": "NL01  ", "Title": "Nederland"}, {"Key": "GM0060", "Title": "Ameland"}],
    "Perioden": [{"Key": "2024JJ00", "Title": "2024", "Status": "Definitief"}],
    "TypedDataSet": [
        {"ID": 0, "RegioS": "NL01  ", "Perioden": "2024JJ00", "JongerenMetJeugdhulpInNatura_7": 13.6},
        {"ID": 1, "RegioS": "GM0060", "Perioden": "2024JJ00", "JongerenMetJeugdhulpInNatura_7": None},
    ],
}
"""The same table as v3 gives it: padded keys, a number behind the measure, null for what is missing."""


class Handler(BaseHTTPRequestHandler):
    """Answers from the tables of its server; what a test put in `replies` goes first."""

    server: "Server"

    def do_GET(self) -> None:
        path = urlsplit(self.path).path.strip("/")
        self.server.asked.append(unquote(self.path))
        self.server.counts[path] += 1
        if path in self.server.replies:
            self.server.replies[path](self)
            return
        version, _, entity = path.split("/", 2)
        table = self.server.tables[version]
        if entity not in table:
            self.say(404, b"{}")
            return
        value = table[entity]
        self.say(200, json.dumps(value if isinstance(value, dict) else {"value": value}).encode())

    def say(
        self, status: int, body: bytes, headers: Mapping[str, str] | None = None, length: int | None = None
    ) -> None:
        """Send an answer; `length` is what the header says when that is not the truth."""
        self.send_response(status)
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class Server(ThreadingHTTPServer):
    """A server with the tables it holds, the answers a test wants instead, and what it was asked."""

    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """Say nothing when the client hung up."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.tables: dict[str, dict[str, Any]] = {"v4": deepcopy(dict(V4)), "v3": deepcopy(dict(V3))}
        self.replies: dict[str, Answer] = {}
        self.asked: list[str] = []
        self.counts: Counter[str] = Counter()

    @property
    def netloc(self) -> str:
        """Host and port."""
        return f"127.0.0.1:{self.server_address[1]}"

    def allow(self, workdir: Path, **settings: Any) -> Path:
        """Make a work folder that may fetch from this server only, with little patience."""
        workdir.mkdir(parents=True, exist_ok=True)
        given = {
            "hosten": [self.netloc], "v4": f"http://{self.netloc}/v4", "v3": f"http://{self.netloc}/v3",
            "seconden": 0.5, "pogingen": 2, "wachttijd": 0.01, **settings,
        }  # fmt: skip
        lines = [f"{name} = {json.dumps(value)}" for name, value in given.items()]
        (workdir / "statline.toml").write_text("\n".join(lines), encoding="utf-8")
        return workdir


@contextmanager
def statline_server() -> Iterator[Server]:
    """Run a server for the time of a test."""
    with Server() as server:
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        try:
            yield server
        finally:
            server.shutdown()
