"""Everything that can be wrong with CBS, the network or the question, and what the user then gets."""

import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from statline_server import NATURA, TABEL, VERBLIJF, Handler, Server, observation, statline_server

from jeugdstelsel.model import Fout
from jeugdstelsel.services.statline import haal

MANUAL = Path(__file__).parents[2] / "docs" / "handleiding" / "cbs.md"
OBSERVATIONS = f"v4/{TABEL}/Observations"
Break = Callable[[Server], None]


@dataclass(frozen=True)
class Mistake:
    """What goes wrong, how a test makes it so, and the error (text) or the findings (codes) that follow."""

    naam: str
    maak: Break
    fout: str = ""
    bevindingen: tuple[str, ...] = ()
    cellen: int = 5
    filters: tuple[str, ...] = ()
    versie: int = 4
    instellingen: tuple[tuple[str, Any], ...] = ()
    tabel: str = TABEL


def reply(status: int, body: bytes = b"{}", path: str = OBSERVATIONS, **headers: str) -> Break:
    def make(server: Server) -> None:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        server.replies[path] = lambda handler: handler.say(status, body, named)

    return make


def half(handler: Handler) -> None:
    handler.say(200, b'{"value": [', length=500)
    handler.close_connection = True


def slow(handler: Handler) -> None:
    time.sleep(0.9)
    handler.say(200, b"{}")


def answer(how: Callable[[Handler], None]) -> Break:
    return lambda server: server.replies.update({OBSERVATIONS: how})


def page(link: str) -> Break:
    def make(server: Server) -> None:
        body = {"value": [], "@odata.nextLink": link.replace("HIER", f"http://{server.netloc}/{OBSERVATIONS}")}
        server.replies[OBSERVATIONS] = lambda handler: handler.say(200, json.dumps(body).encode())

    return make


def endless(server: Server) -> None:
    def next_page(handler: Handler) -> None:
        link = f"http://{server.netloc}/{OBSERVATIONS}?$skip={server.counts[OBSERVATIONS]}"
        handler.say(200, json.dumps({"value": [], "@odata.nextLink": link}).encode())

    server.replies[OBSERVATIONS] = next_page


def rows(*extra: Any) -> Break:
    return lambda server: server.tables["v4"]["Observations"].extend(extra)


def code(entity: str, **row: Any) -> Break:
    return lambda server: server.tables["v4"][entity].append(row)


def row_v3(**changes: Any) -> Break:
    base = {"ID": 2, "RegioS": "GM0060", "Perioden": "2024JJ00"}
    return lambda server: server.tables["v3"]["TypedDataSet"].__setitem__(1, base | changes)


def nothing(_: Server) -> None:
    """Leave the server as it is: the question is wrong."""


NOBODY = (("v4", "http://127.0.0.1:1/v4"), ("hosten", ["127.0.0.1:1"]))
KEY = "JongerenMetJeugdhulpInNatura_7"
MISTAKES = (
    Mistake("storing bij CBS", reply(500), "storing of is te druk (500). Wij probeerden het 2 keer"),
    Mistake("CBS is te druk", reply(429, Retry_After="0"), "te druk (429)"),
    Mistake("geen antwoord op tijd", answer(slow), "gaf binnen 0.5 seconden geen antwoord"),
    Mistake("geen verbinding", nothing, "geen verbinding", instellingen=NOBODY),
    Mistake("antwoord breekt af", answer(half), "brak halverwege af"),
    Mistake("onvolledige JSON", reply(200, b'{"value": [{"Id": 1'), "geen volledige JSON"),
    Mistake("webpagina in plaats van cijfers", reply(200, b"<html>Onderhoud</html>"), "webpagina"),
    Mistake("doorverwijzing naar elders", reply(302, Location="https://elders.example/x"), "verwijst door naar elders.example"),
    Mistake("geweigerd", reply(403), "weigert het antwoord (403)"),
    Mistake("onbekende tabel", reply(404, path=f"v4/{TABEL}/Properties"), "bestaat niet bij CBS"),
    Mistake("CBS begrijpt de vraag niet", reply(400), "begrijpt de vraag"),
    Mistake("geen UTF-8", reply(200, b'{"value": "\xff"}'), "niet in UTF-8"),
    Mistake("geen object", reply(200, b"[1, 2]"), "niet de vorm van OData"),
    Mistake("geen rijen", reply(200, b'{"error": "x"}'), "heeft geen rijen"),
    Mistake("te diep genest", reply(200, b"[" * 200_000), "te diep genest"),
    Mistake("te groot antwoord", nothing, "groter dan 0.0001 MB", instellingen=(("antwoord_mb", 0.0001),)),
    Mistake("pagina's in een kring", page("HIER"), "in een kring"),
    Mistake("volgende pagina elders", page("https://elders.example/x"), "ander adres dan de vorige"),
    Mistake("eindeloze pagina's", endless, "meer dan 5 pagina's", instellingen=(("paginas", 5),)),
    Mistake("adres staat niet op de lijst", nothing, "staat niet op de lijst", instellingen=(("hosten", ["datasets.cbs.nl"]),)),
    Mistake("fout in statline.toml", nothing, "statline.toml klopt niet", instellingen=(("snelheid", 3),)),
    Mistake("geen tabelnummer", nothing, "is geen CBS-tabel", tabel="jeugd"),
    Mistake("geen filter", nothing, "is geen filter", filters=("Amsterdam",)),
    Mistake("onbekende indeling", nothing, "heeft geen indeling 'leeftijd'", filters=("leeftijd=12",)),
    Mistake("onbekende regio", nothing, "komt niet voor bij Regio's", filters=("regio=Atlantis",)),
    Mistake("onbekend onderwerp", nothing, "heeft geen onderwerp 'Wachttijd'", filters=("meting=Wachttijd",)),
    Mistake("te veel gevraagd", nothing, "is heel groot", instellingen=(("cellen", 4),)),
    Mistake("rij is geen rij", rows("tekst"), bevindingen=("STATLINE_RIJ",)),
    Mistake("rij zonder regio", rows({"Measure": NATURA, "ValueAttribute": "None", "Value": 1, "Perioden": "2024JJ00"}), bevindingen=("STATLINE_RIJ",)),
    Mistake("onbekend onderwerp in een rij", rows(observation("M9", 1, "NL01", "2024JJ00")), bevindingen=("STATLINE_METING",)),
    Mistake("onbekende code in een rij", rows(observation(NATURA, 1, "GM9999", "2024JJ00")), bevindingen=("STATLINE_CODE",)),
    Mistake("waarde is tekst", rows(observation(NATURA, "veel", "GM0363", "2024JJ00")), bevindingen=("STATLINE_WAARDE",), cellen=6),
    Mistake("waarde is oneindig", rows(observation(NATURA, float("inf"), "GM0363", "2024JJ00")), bevindingen=("STATLINE_WAARDE",), cellen=6),
    Mistake("waarde ontbreekt zonder reden", rows(observation(NATURA, None, "GM0363", "2024JJ00")), bevindingen=("STATLINE_WAARDE",), cellen=6),
    Mistake("geheim met een waarde", rows(observation(NATURA, 5, "GM0363", "2024JJ00", "Confidential")), bevindingen=("STATLINE_TOESTAND",), cellen=6),
    Mistake("onbekende toestand", rows(observation(NATURA, 5, "GM0363", "2024JJ00", "Misschien")), bevindingen=("STATLINE_TOESTAND",), cellen=6),
    Mistake("dezelfde cel twee keer", rows(observation(VERBLIJF, 99, "GM0363", "2024JJ00")), bevindingen=("STATLINE_DUBBEL",)),
    Mistake("onbekende periode", code("PeriodenCodes", Identifier="2024QQ99", Title="ooit", Status="Definitief"), bevindingen=("STATLINE_PERIODE",)),
    Mistake("periode spreekt zich tegen", code("PeriodenCodes", Identifier="2025HJ01", Title="2e halfjaar 2025", Status="Definitief"), bevindingen=("STATLINE_PERIODE",)),
    Mistake("onbekende status", code("PeriodenCodes", Identifier="2025JJ00", Title="2025*", Status="Vast"), bevindingen=("STATLINE_STATUS",)),
    Mistake("vreemde regiocode", code("RegioSCodes", Identifier="??", Title="Ergens"), bevindingen=("STATLINE_REGIO",)),
    Mistake("twee keer dezelfde naam", code("MeasureCodes", Identifier="M3", Title="Jongeren met jeugdhulp in natura"), bevindingen=("STATLINE_TITEL",)),
    Mistake("punt met een spatie (v3)", row_v3(**{KEY: "  ."}), cellen=2, versie=3),
    Mistake("komma in een getal (v3)", row_v3(**{KEY: "13,6"}), bevindingen=("STATLINE_WAARDE",), cellen=2, versie=3),
    Mistake("onbekende kolom (v3)", row_v3(**{KEY: 1, "Iets_9": 3}), bevindingen=("STATLINE_METING",), cellen=2, versie=3),
)  # fmt: skip


@pytest.fixture
def server() -> Iterator[Server]:
    with statline_server() as running:
        yield running


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.naam)
def test_each_mistake_gives_its_error_or_its_finding_and_the_rest_is_read(
    mistake: Mistake, server: Server, tmp_path: Path
) -> None:
    werkmap = server.allow(tmp_path / "werkmap", **dict(mistake.instellingen))
    mistake.maak(server)
    if mistake.fout:
        with pytest.raises(Fout) as error:
            haal(werkmap, mistake.tabel, mistake.filters, versie=mistake.versie, schema="http")
        assert mistake.fout in str(error.value)
        return
    got = haal(werkmap, mistake.tabel, mistake.filters, versie=mistake.versie, schema="http")
    assert [regel for regel, *_ in got.gevonden] == list(mistake.bevindingen)
    assert got.cellen == mistake.cellen


def test_the_manual_names_every_mistake() -> None:
    manual = MANUAL.read_text(encoding="utf-8")
    assert len(MISTAKES) >= 25
    assert [mistake.naam for mistake in MISTAKES if f"| {mistake.naam} |" not in manual] == []


def test_a_plain_address_without_tls_is_refused(server: Server, tmp_path: Path) -> None:
    with pytest.raises(Fout, match="geen adres met https"):
        haal(server.allow(tmp_path / "werkmap"), TABEL)
    assert server.asked == []


def test_after_one_failure_the_answer_still_comes(server: Server, tmp_path: Path) -> None:
    def once(handler: Handler) -> None:
        del server.replies[OBSERVATIONS]
        handler.say(503, b"{}")

    server.replies[OBSERVATIONS] = once
    assert haal(server.allow(tmp_path / "werkmap"), TABEL, schema="http").cellen == 5
    assert server.counts[OBSERVATIONS] == 2
