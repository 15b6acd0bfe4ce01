"""Judging whole tables in rounds, or in parts as they arrive, equals judging one unit after another."""

import datetime
from dataclasses import dataclass, field
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from jeugdstelsel.engines import duckdb as duck
from jeugdstelsel.services import judge as judging
from jeugdstelsel.services.lists import load_lists
from jeugdstelsel.tables import all_tables

TODAY = datetime.date(2026, 11, 21)
DAG = datetime.date(2026, 3, 5)
GEMEENTE = "0034"
PARTIES = {"gemeente": GEMEENTE, "aanbieder": "99990001"}
TO_PROVIDER = ("JW301", "JW306", "JW319", "JW325")
Rows = dict[str, list[dict[str, Any]]]
Unit = tuple[str, int]


@dataclass(frozen=True)
class Bericht:
    """A message of a random stream: what its header and lines say."""

    soort: str
    identificatie: str
    client: str = "k1"
    lines: list[dict[str, Any]] = field(default_factory=list)
    answers: str = ""


clients = st.sampled_from(["k1", "k2"])
numbers = st.sampled_from([1, 2])
ids = st.sampled_from([f"M{n}" for n in range(1, 8)])
requests = st.sampled_from(["R1", "R2"])
references = st.sampled_from(["P1", "P2", "P3", "P4"])
starts = st.sampled_from([datetime.date(2026, 2, 16), datetime.date(2026, 4, 20)])
often_first = st.sampled_from(["1", "1", "1", "3"])

toewijzing = st.fixed_dictionaries(
    {
        "toewijzing_nummer": numbers,
        "referentie_aanbieder": st.sampled_from([None, None, "R1", "R2"]),
        "toewijzingsdatum": st.sampled_from([datetime.date(2026, 1, 28), datetime.date(2026, 2, 28)]),
        "reden_wijziging": st.sampled_from([None, None, None, "13"]),
        "volume": st.sampled_from([10, 14]),
    }
)
start = st.fixed_dictionaries({"toewijzing_nummer": numbers, "begindatum": starts, "status_aanlevering": often_first})
stop = st.fixed_dictionaries(
    {
        "toewijzing_nummer": numbers,
        "begindatum": starts,
        "status_aanlevering": often_first,
        "reden_beeindiging": st.sampled_from(["20", "31"]),
        "einddatum": st.sampled_from([datetime.date(2026, 4, 3), datetime.date(2026, 4, 10)]),
    }
)
prestatie = st.fixed_dictionaries(
    {
        "referentie_nummer": references,
        "vorig_referentie_nummer": st.one_of(st.none(), st.none(), references),
        "toewijzing_nummer": numbers,
        "geleverd_volume": st.sampled_from([3, 6, 8]),
        "client": clients,
    }
)
berichten = st.one_of(
    st.builds(Bericht, st.just("JW301"), ids, clients, st.lists(toewijzing, min_size=1, max_size=2)),
    st.builds(Bericht, st.just("JW305"), ids, clients, st.lists(start, min_size=1, max_size=2)),
    st.builds(Bericht, st.just("JW307"), ids, clients, st.lists(stop, min_size=1, max_size=2)),
    st.builds(Bericht, st.just("JW315"), ids, clients, st.lists(st.fixed_dictionaries({"ref": requests}), min_size=1)),
    st.builds(Bericht, st.just("JW317"), ids, clients, st.lists(st.fixed_dictionaries({"nr": numbers}), min_size=1)),
    st.builds(
        Bericht,
        st.just("JW319"),
        ids,
        lines=st.lists(
            st.fixed_dictionaries({"ref": requests, "antwoord": st.sampled_from(["1", "2"])}), min_size=1, max_size=1
        ),
    ),
    st.builds(Bericht, st.just("JW323"), ids, lines=st.lists(prestatie, min_size=1, max_size=3)),
    st.builds(Bericht, st.just("JW325"), ids, lines=st.lists(prestatie, max_size=1), answers=ids),
    st.builds(Bericht, st.just("JW306"), ids),
)
streams = st.lists(berichten, min_size=2, max_size=7)


def make_rows(stream: list[Bericht]) -> Rows:
    """Return the rows of the canonical tables that the messages of a stream give."""
    rows: Rows = {name: [] for name in all_tables()}
    for volgorde, bericht in enumerate(stream, start=1):
        _add_header(rows, bericht, f"b{volgorde}", volgorde)
        _add_lines(rows, bericht, f"b{volgorde}")
    return rows


def _add_header(rows: Rows, bericht: Bericht, bericht_id: str, volgorde: int) -> None:
    sender = GEMEENTE if bericht.soort in ("JW301", "JW319", "JW325") else PARTIES["aanbieder"]
    rows["bericht"].append(
        PARTIES
        | {
            "bericht_id": bericht_id,
            "berichtsoort": bericht.soort,
            "volgorde": volgorde,
            "afzender": sender,
            "identificatie": bericht.identificatie,
            "dagtekening": DAG,
            "declaratie_identificatie": bericht.answers or None,
            "declaratie_dagtekening": DAG if bericht.answers else None,
        }
    )
    if bericht.soort == "JW306":
        rows["retourcode"].append(
            {"bericht_id": bericht_id, "klasse": "StartProduct", "regelnummer": 1, "retour_code": "9019"}
        )


PRODUCT = {"product_categorie": "45", "product_code": "45A04"}
TERM = {"ingangsdatum": datetime.date(2026, 2, 1), "einddatum": datetime.date(2026, 6, 30)}
MONTH = {"begindatum": datetime.date(2026, 2, 1), "einddatum": datetime.date(2026, 2, 28)}
HOURS = {"eenheid": "04", "frequentie": "6"}


def _add_lines(rows: Rows, bericht: Bericht, bericht_id: str) -> None:
    for regelnummer, line in enumerate(bericht.lines, start=1):
        row = PARTIES | {"bericht_id": bericht_id, "regelnummer": regelnummer, "client": bericht.client}
        match bericht.soort:
            case "JW301":
                rows["toegewezen_product"].append(row | PRODUCT | TERM | HOURS | {"toewijzingstijd": "10:00:00"} | line)
            case "JW305" | "JW307":
                soort = "start" if bericht.soort == "JW305" else "stop"
                rows["melding"].append(row | PRODUCT | {"soort": soort} | line)
            case "JW315":
                rows["aangevraagd_product"].append(row | PRODUCT | {"referentie_aanbieder": line["ref"]})
            case "JW317":
                kept = {"soort": "ongewijzigd", "toewijzing_nummer": line["nr"]}
                rows["wijziging"].append(row | kept)
            case "JW319":
                answer = {"referentie_aanbieder": line["ref"], "verzoek_antwoord": line["antwoord"]}
                rows["antwoord"].append({k: v for k, v in row.items() if k != "client"} | answer)
            case "JW323" | "JW325":
                _add_billed(rows, bericht.soort, row, line)
    _add_scope(rows, bericht, PARTIES | {"bericht_id": bericht_id, "regelnummer": 1})


def _add_billed(rows: Rows, soort: str, row: dict[str, Any], line: dict[str, Any]) -> None:
    sign = {"debet_credit": "C" if line["vorig_referentie_nummer"] else "D"}
    bill = {"eenheid": "04", "product_tarief": 100, "ingediend_bedrag": 100 * line["geleverd_volume"]}
    billed = row | PRODUCT | MONTH | bill | sign | {"client_regelnummer": row["regelnummer"]} | line
    rows["prestatie" if soort == "JW323" else "prestatie_antwoord"].append(billed)
    rows["client"].append({k: v for k, v in billed.items() if k in (*row, "client")})


def _add_scope(rows: Rows, bericht: Bericht, row: dict[str, Any]) -> None:
    match bericht.soort:
        case "JW317":
            rows["verzoek"].append(row | {"client": bericht.client, "referentie_aanbieder": bericht.identificatie})
            rows["client"].append(row | {"client": bericht.client})
        case "JW323":
            rows["declaratie"].append(row | MONTH | {"declaratie_nummer": bericht.identificatie})
        case "JW325":
            rows["declaratie_antwoord"].append(row | {"declaratie_nummer": bericht.answers})


def open_with(rows: Rows) -> duck.Connection:
    """Return an engine that holds the rows."""
    connection = duck.connect(threads=1)
    for name, table in all_tables().items():
        duck.load_rows(connection, table, rows[name])
    return connection


def findings(connection: duck.Connection) -> set[tuple[str, str, str, int]]:
    """Return what was found, without what was not judged."""
    found = duck.run_sql(
        connection,
        "SELECT bericht_id, regel, klasse, regelnummer FROM bevinding_over WHERE ernst <> 'niet beoordeeld'",
    )
    return set(found)


def judge_one_by_one(rows: Rows) -> set[tuple[str, str, str, int]]:
    """Judge each message, and each billed line in its order, against what came before and was accepted."""
    connection = open_with(rows)
    load_lists(connection, today=TODAY, contract=None)
    judging._find_rejections_of_the_receiver(connection)
    duck.make_table(connection, "oordeel", "SELECT * FROM bevinding_over")
    for header in sorted(rows["bericht"], key=lambda row: row["volgorde"]):
        bericht_id = header["bericht_id"]
        lines = [row for row in rows["prestatie"] if row["bericht_id"] == bericht_id]
        lines.sort(key=lambda row: (row["debet_credit"], row["regelnummer"]))
        _judge_unit(connection, header["volgorde"], bericht_id, [], 0)
        for n, line in enumerate(lines):
            _judge_unit(connection, header["volgorde"], bericht_id, lines[: n + 1], line["regelnummer"])
    judging.keep_verdicts(connection)
    found = findings(connection)
    connection.close()
    return found


def _judge_unit(connection: duck.Connection, volgorde: int, bericht_id: str, seen: list[Any], line: int) -> None:
    """Judge one unit with nothing later in sight; line 0 is the message itself."""
    earlier = f"SELECT bericht_id FROM bericht WHERE volgorde < {volgorde}"
    own = ", ".join(str(row["regelnummer"]) for row in seen) or "0"
    sources = {
        name: f"SELECT * FROM {name} WHERE bericht_id = '{bericht_id}' OR bericht_id IN ({earlier})"
        for name in (*judging.SUBSET_SOURCES, "declaratie", "declaratie_antwoord")
    }
    sources["prestatie"] = (
        f"SELECT * FROM prestatie WHERE bericht_id IN ({earlier})"
        f" OR (bericht_id = '{bericht_id}' AND regelnummer IN ({own}))"
    )
    for name, sql in sources.items():
        duck.make_table(connection, f"zicht_{name}", sql)
    judging._remember_state(connection)
    in_sight = {name: f"zicht_{name}" for name in sources}
    judging._judge_light(connection, in_sight)
    judging._judge_heavy(connection, in_sight)
    billed = "f.klasse = 'Prestatie' AND b.berichtsoort = 'JW323'"
    unit = f"{billed} AND f.regelnummer = {line}" if line else f"NOT ({billed})"
    connection.execute(
        f"""INSERT INTO oordeel SELECT DISTINCT f.*, CASE f.regel WHEN 'TR381' THEN 'waarschuwing' ELSE 'fout' END
            FROM gevonden f JOIN bericht b ON b.bericht_id = f.bericht_id
            WHERE f.bericht_id = '{bericht_id}' AND {unit}"""
    )


SETTINGS = settings(
    max_examples=6,
    deadline=None,
    derandomize=True,
    phases=(Phase.explicit, Phase.generate),  # to shrink takes minutes and the streams are short already
    suppress_health_check=[HealthCheck.too_slow],
)


@SETTINGS
@given(streams)
def test_rounds_over_whole_tables_equal_one_by_one(stream: list[Bericht]) -> None:
    rows = make_rows(stream)
    connection = open_with(rows)
    judging.judge(connection, today=TODAY)
    found = findings(connection)
    connection.close()
    assert found == judge_one_by_one(rows)


@SETTINGS
@given(streams, st.data())
def test_messages_that_arrive_in_parts_give_the_same_findings(stream: list[Bericht], data: st.DataObject) -> None:
    rows = make_rows(stream)
    everything = [row["bericht_id"] for row in rows["bericht"]]
    late = data.draw(st.sets(st.sampled_from(everything)))
    whole = open_with(rows)
    judging.judge(whole, today=TODAY)
    parts = open_with({name: [r for r in lines if r.get("bericht_id") not in late] for name, lines in rows.items()})
    judging.judge(parts, today=TODAY)
    for name, table in all_tables().items():
        if table.stored and name != "bevinding_over":
            duck.load_rows(parts, table, [r for r in rows[name] if r.get("bericht_id") in late])
    judging.judge(parts, today=TODAY, new=late)
    assert findings(parts) == findings(whole)
    whole.close()
    parts.close()
