"""Beleidsinformatie from delivery to table and from messages to delivery, with the archive as the only truth."""

import csv
import io
import json
import stat
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from bijlevering import AANBIEDER, ANDER, BSN, ONBEKEND, make_file, write_file
from leveringen import (
    VOORBEELDSTAD,
    make_start,
    make_stop,
    make_stream,
    make_toewijzing,
    run_main,
    share_key,
    take_in,
    write_files,
)

from jeugdstelsel.engines import duckdb as duck
from jeugdstelsel.model import GebruikersFout, NietToegestaan
from jeugdstelsel.services import bij
from jeugdstelsel.services.bij import load
from jeugdstelsel.services.bij_levering import make_deliveries, make_delivery, write_made, write_with_bsn
from jeugdstelsel.services.bij_spiegel import make_mirror
from jeugdstelsel.services.link import link
from jeugdstelsel.services.rotate import rotate
from jeugdstelsel.services.warehouse import DATABASE, open_warehouse
from jeugdstelsel.services.zorgvorm import laad_eigen
from jeugdstelsel.store import Archive
from jeugdstelsel.synthetic.parameters import Instellingen
from jeugdstelsel.synthetic.write import write_world

JULI = date(2025, 7, 10)
"""A day on which 2025-H1 and 2024-H2 can be delivered."""
TABLES = ("bij_levering", "bij_jeugdhulp", "bij_maatregel", "bij_uitkomst", "bevinding")


def query(werkmap: Path, sql: str, **parameters: Any) -> list[tuple[Any, ...]]:
    with closing(open_warehouse(werkmap)) as connection:
        return duck.run_sql(connection, sql, parameters or None)


def join(werkmap: Path, peildatum: date) -> None:
    """Link the messages, without computing figures."""
    with closing(open_warehouse(werkmap)) as connection:
        link(connection, peildatum=peildatum, moment=datetime(2026, 7, 1, tzinfo=UTC))


def content(werkmap: Path, leave_out: str = "") -> dict[str, list[tuple[Any, ...]]]:
    columns = f"* EXCLUDE ({leave_out})" if leave_out else "*"
    names = {name for name in TABLES if not leave_out or name in ("bij_jeugdhulp", "bij_maatregel", "bij_uitkomst")}
    return {name: sorted(query(werkmap, f"SELECT {columns} FROM {name}"), key=repr) for name in names}


def statuses(werkmap: Path) -> list[str]:
    return [row[0] for row in query(werkmap, "SELECT status FROM bij_levering ORDER BY volgnummer")]


def periods_of(werkmap: Path) -> list[str]:
    return [row[0] for row in query(werkmap, "SELECT periode FROM bij_jeugdhulp ORDER BY 1")]


# --- what stands ----------------------------------------------------------------------------------------------------


def test_a_correction_overwrites_the_whole_former_delivery(tmp_path: Path) -> None:
    first = write_file(tmp_path / "1.csv", {}, {"bsn": ANDER, "hulpvorm": "03"})
    second = write_file(tmp_path / "2.csv", {"verwijzer": "05"})
    load(tmp_path / "w", [first], ontvangen=JULI)
    load(tmp_path / "w", [second], ontvangen=JULI)
    assert query(tmp_path / "w", "SELECT hulpvorm, verwijzer FROM bij_jeugdhulp") == [("02", "05")]
    assert statuses(tmp_path / "w") == ["vervangen", "geldig"]
    archive = Archive(tmp_path / "w" / "bij")
    assert [delivery.naam for delivery in archive.deliveries()] == ["1.csv", "2.csv"]
    assert archive.verify() == []


def test_a_correction_within_one_run_overwrites_too(tmp_path: Path) -> None:
    files = [write_file(tmp_path / "1.csv", {}, {"bsn": ANDER}), write_file(tmp_path / "2.csv", {})]
    load(tmp_path / "w", files, ontvangen=JULI)
    assert len(query(tmp_path / "w", "SELECT 1 FROM bij_jeugdhulp")) == 1


def test_each_aanbieder_soort_and_period_stands_by_itself(tmp_path: Path) -> None:
    files = [
        write_file(tmp_path / "1.csv", {}),
        write_file(tmp_path / "2.csv", {"aanbieder": "99990002"}),
        write_file(tmp_path / "3.csv", {"periode": "2024-H2", "datum_aanvang": "20240901"}),
        write_file(tmp_path / "4.csv", {}, soort="jeugdbescherming"),
        write_file(tmp_path / "5.csv", {}, soort="jeugdreclassering"),
    ]
    assert [item.status for item in load(tmp_path / "w", files, ontvangen=JULI)] == ["geldig"] * 5
    assert query(tmp_path / "w", "SELECT soort, periode FROM bij_maatregel ORDER BY 1") == [
        ("jeugdbescherming", "2025-H1"),
        ("jeugdreclassering", "2025-K1"),
    ]


def test_a_refused_delivery_leaves_the_former_one_standing(tmp_path: Path) -> None:
    load(tmp_path / "w", [write_file(tmp_path / "1.csv", {})], ontvangen=JULI)
    load(tmp_path / "w", [write_file(tmp_path / "2.csv", {"geslacht": "X"})], ontvangen=JULI)
    assert statuses(tmp_path / "w") == ["geldig", "afgekeurd"]
    assert len(query(tmp_path / "w", "SELECT 1 FROM bij_jeugdhulp")) == 1


def test_a_period_that_still_runs_is_refused(tmp_path: Path) -> None:
    load(tmp_path / "w", [write_file(tmp_path / "1.csv", {})], ontvangen=date(2025, 6, 30))
    assert query(tmp_path / "w", "SELECT regel FROM bevinding") == [("BIJ_PERIODE_LOOPT",)]
    assert query(tmp_path / "w", "SELECT 1 FROM bij_jeugdhulp") == []


@pytest.mark.parametrize(
    ("ontvangen", "status"), [(date(2025, 12, 31), "geldig"), (date(2026, 6, 30), "geldig"), (date(2026, 7, 1), "afgekeurd")]
)  # fmt: skip
def test_only_the_last_two_periods_can_be_corrected(tmp_path: Path, ontvangen: date, status: str) -> None:
    load(tmp_path / "w", [write_file(tmp_path / "1.csv", {})], ontvangen=JULI)
    load(tmp_path / "w", [write_file(tmp_path / "2.csv", {"verwijzer": "05"})], ontvangen=ontvangen)
    assert statuses(tmp_path / "w")[1] == status
    codes = [row[0] for row in query(tmp_path / "w", "SELECT regel FROM bevinding")]
    assert codes == ([] if status == "geldig" else ["BIJ_CORRECTIE_TE_OUD"])


def test_jeugdreclassering_counts_in_quarters(tmp_path: Path) -> None:
    for number, day in enumerate((date(2025, 4, 2), date(2025, 9, 30), date(2025, 10, 1))):
        changed = write_file(tmp_path / f"{number}.csv", {"woonplaats": f"{number + 3:04d}"}, soort="jeugdreclassering")
        changed.write_bytes(changed.read_bytes().replace(f"{number + 3:04d}".encode(), b"0363") + b"\n" * number)
        load(tmp_path / "w", [changed], ontvangen=day)
    assert statuses(tmp_path / "w") == ["vervangen", "geldig", "afgekeurd"]


def test_history_that_was_never_delivered_before_is_taken_in_and_said_to_be_late(tmp_path: Path) -> None:
    load(tmp_path / "w", [write_file(tmp_path / "1.csv", {})], ontvangen=date(2028, 1, 1))
    assert query(tmp_path / "w", "SELECT regel, ernst FROM bevinding") == [("BIJ_LAAT", "waarschuwing")]
    assert periods_of(tmp_path / "w") == ["2025-H1"]


def test_the_same_file_twice_changes_nothing(tmp_path: Path) -> None:
    file = write_file(tmp_path / "1.csv", {}, {"bsn": ANDER, "geslacht": "X"})
    load(tmp_path / "w", [file], ontvangen=JULI)
    before = content(tmp_path / "w")
    (again,) = load(tmp_path / "w", [file])
    assert (again.al_bekend, again.status, again.bestand.aanbieder) == (True, "geldig", AANBIEDER)
    assert content(tmp_path / "w") == before


# --- the archive is the truth ---------------------------------------------------------------------------------------


@pytest.fixture
def werkmap(tmp_path: Path) -> Path:
    """A work folder with deliveries, one of them replaced and one with faults."""
    ended = {"datum_einde": "20250301", "reden_beeindiging": "03", "informant_1": "jeugdige", "nut_1": "9"}
    files = [
        write_file(tmp_path / "1.csv", {}, {"bsn": ANDER} | ended, {"bsn": ONBEKEND, "woonplaats": "1012AB"}),
        write_file(tmp_path / "2.csv", {"aanbieder": "99990002"}, {"aanbieder": "99990002", "geslacht": "X"}),
        write_file(tmp_path / "3.csv", {"aanbieder": "99990002", "verwijzer": "08"}),
        write_file(tmp_path / "4.csv", {}, {"maatregel": "72"}, soort="jeugdbescherming"),
    ]
    load(tmp_path / "w", files, ontvangen=JULI)
    return tmp_path / "w"


def test_the_tables_can_be_thrown_away_and_made_again(werkmap: Path) -> None:
    before = content(werkmap)
    (werkmap / DATABASE).unlink()
    load(werkmap)
    assert content(werkmap) == before


def test_another_key_gives_other_pseudonyms_and_the_same_rest(werkmap: Path) -> None:
    before, people = content(werkmap, "client"), query(werkmap, "SELECT DISTINCT client FROM bij_jeugdhulp")
    rotate(werkmap)
    load(werkmap)
    assert content(werkmap, "client") == before
    assert not set(query(werkmap, "SELECT DISTINCT client FROM bij_jeugdhulp")) & set(people)


def test_a_key_that_is_not_that_of_the_messages_is_refused(tmp_path: Path) -> None:
    take_in([write_files(tmp_path / "in", make_stream(1))], tmp_path / "w")
    (tmp_path / "w" / "sleutel").unlink()
    with pytest.raises(GebruikersFout, match="sleutel"):
        load(tmp_path / "w", [write_file(tmp_path / "1.csv", {})], ontvangen=JULI)


def test_the_tables_hold_no_bsn_no_date_of_birth_and_no_postcode(werkmap: Path) -> None:
    stored = repr(content(werkmap))
    assert not any(secret in stored for secret in (BSN, ANDER, ONBEKEND, "20120504", "2012, 5, 4", "1012AB"))
    assert "2012" in stored


def test_a_child_has_one_pseudonym_at_every_aanbieder_and_in_both_registers(werkmap: Path) -> None:
    clients = query(werkmap, "SELECT client FROM bij_jeugdhulp WHERE regel = 2 UNION SELECT client FROM bij_maatregel")
    assert len(clients) == 1


def test_without_a_bsn_a_child_is_known_within_its_aanbieder_only(tmp_path: Path) -> None:
    other = {"aanbieder": "99990002"}
    files = [
        write_file(tmp_path / "1.csv", {"bsn": ONBEKEND}, {"bsn": ONBEKEND, "hulpvorm": "03"}),
        write_file(tmp_path / "2.csv", {"bsn": ONBEKEND} | other),
    ]
    load(tmp_path / "w", files, ontvangen=JULI)
    rows = query(
        tmp_path / "w", "SELECT aanbieder, count(DISTINCT client), min(bsn_soort) FROM bij_jeugdhulp GROUP BY 1"
    )
    assert sorted(rows) == [(AANBIEDER, 1, "onbekend"), ("99990002", 1, "onbekend")]
    assert len(query(tmp_path / "w", "SELECT DISTINCT client FROM bij_jeugdhulp")) == 2


def test_a_list_of_postcodes_tells_the_gemeente_also_of_what_was_loaded_before(werkmap: Path, tmp_path: Path) -> None:
    assert query(werkmap, "SELECT gemeente FROM bij_jeugdhulp WHERE bsn_soort = 'onbekend'") == [(None,)]
    (tmp_path / "postcodes.csv").write_text("postcode;gemeente\n1012 AB;363\n", encoding="utf-8")
    load(werkmap, postcodes=tmp_path / "postcodes.csv")
    assert query(werkmap, "SELECT gemeente FROM bij_jeugdhulp WHERE bsn_soort = 'onbekend'") == [("0363",)]
    (tmp_path / "mis.csv").write_text("pc;gm\n", encoding="utf-8")
    (tmp_path / "mis.csv").write_text("pc;gm\n1012AB;0363\n", encoding="utf-8")
    with pytest.raises(GebruikersFout, match="postcode en gemeente"):
        load(werkmap, postcodes=tmp_path / "mis.csv")


def test_a_layout_of_your_own_is_kept_with_the_data(tmp_path: Path) -> None:
    default = Path(bij.__file__).parents[1] / "standaard/bij_7/levering_csv.toml"
    own = default.read_text(encoding="utf-8").replace('bsn = "bsn"', 'burgerservicenummer = "bsn"')
    (tmp_path / "eigen.toml").write_text(own, encoding="utf-8")
    file = tmp_path / "1.csv"
    file.write_bytes(make_file({}).replace(b";bsn;", b";burgerservicenummer;"))
    assert [item.status for item in load(tmp_path / "w", [file], ontvangen=JULI)] == ["afgekeurd"]
    load(tmp_path / "w", indeling=tmp_path / "eigen.toml")
    assert statuses(tmp_path / "w") == ["geldig"]
    (tmp_path / "mis.toml").write_text('[jeugdhulp]\nx = "bestaat_niet"\n', encoding="utf-8")
    with pytest.raises(GebruikersFout, match="indeling"):
        load(tmp_path / "w", indeling=tmp_path / "mis.toml")


# --- from messages to delivery --------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def land(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An invented gemeente with messages and deliveries, taken in and linked."""
    folder = tmp_path_factory.mktemp("bijland")
    write_world(folder / "land", Instellingen(schaal=0.004), gemeenten=("0363",), processen=1)
    take_in([folder / "land"], folder / "w")
    join(folder / "w", date(2026, 1, 31))
    load(folder / "w", [folder / "land" / "bij"], ontvangen=date(2026, 1, 20))
    return folder / "w"


AGAIN = make_start(1, Begindatum="2026-04-01").replace(b"2026-02-11", b"2026-04-02").replace(b">S1<", b">S2<")
"""A second start, told on the day after it."""
STORIES = {
    "a start that runs has no end": ([make_start(1)], "2026-H1", [("2026-02-10", None, "")]),
    "a stop gives end and reason": ([make_start(1), make_stop(1)], "2026-H1", [("2026-02-10", "2026-05-01", "01")]),
    "an end after the period is not told beforehand": (
        [make_start(1), make_stop(1, Einddatum="2026-07-01")],
        "2026-H1",
        [("2026-02-10", None, "")],
    ),
    "what ended before the period is not delivered": ([make_start(1), make_stop(1)], "2026-H2", []),
    "a pause is no end": (
        [make_start(1), make_stop(1, RedenBeeindiging="20", Einddatum="2026-03-01")],
        "2026-H1",
        [("2026-02-10", None, "")],
    ),
    "help that goes on after a pause is one record": (
        [
            make_start(1),
            make_stop(1, RedenBeeindiging="20", Einddatum="2026-03-01"),
            AGAIN,
            make_stop(1, Begindatum="2026-04-01", RedenBeeindiging="32").replace(b">E1<", b">E2<"),
        ],
        "2026-H1",
        [("2026-02-10", "2026-05-01", "03")],
    ),
    "a pause that never ended ends on the day that this was told": (
        [
            make_start(1),
            make_stop(1, RedenBeeindiging="20", Einddatum="2026-03-01"),
            make_stop(1, RedenBeeindiging="35", Einddatum="2026-04-15"),
        ],
        "2026-H1",
        [("2026-02-10", "2026-04-15", "05")],
    ),
    "help that ended and began again is two records": (
        [
            make_start(1),
            make_stop(1, Einddatum="2026-03-01"),
            AGAIN,
        ],
        "2026-H1",
        [("2026-02-10", "2026-03-01", "01"), ("2026-04-01", None, "")],
    ),
    "a reason that the CBS does not know stays empty": (
        [make_start(1), make_stop(1, RedenBeeindiging="36")],
        "2026-H1",
        [("2026-02-10", "2026-05-01", "")],
    ),
}


@pytest.mark.parametrize(("messages", "periode", "records"), STORIES.values(), ids=STORIES)
def test_starts_and_stops_become_records(
    tmp_path: Path, messages: list[bytes], periode: str, records: list[tuple[str, str | None, str]]
) -> None:
    named = [(f"{number}.xml", data) for number, data in enumerate([make_toewijzing(1), *messages])]
    take_in([write_files(tmp_path / "in", named)], tmp_path / "w")
    join(tmp_path / "w", date(2026, 12, 31))
    made = make_delivery(tmp_path / "w", AANBIEDER, periode)
    told = [(str(r.datum_aanvang), r.datum_einde and str(r.datum_einde), r.reden_beeindiging) for r in made.records]
    assert told == records
    unexplained = [r.regel for r in made.records if r.datum_einde and not r.reden_beeindiging]
    told_why = [(item.regel, item.waarom[:26]) for item in made.ontbreekt if item.veld == "reden_beeindiging"]
    assert told_why == [(regel, "beëindigd door de gemeente") for regel in unexplained]


def providers_of(werkmap: Path) -> list[str]:
    return [row[0] for row in query(werkmap, "SELECT DISTINCT aanbieder FROM leverperiode ORDER BY 1")]


def fill_in(data: bytes) -> bytes:
    """What an aanbieder does: fill the empty obligatory cells."""
    answers = {"verwijzer": "01", "gestart_met_crisis": "02", "hulpvorm": "02"}
    rows = list(csv.DictReader(io.StringIO(data.decode()), delimiter=";"))
    for row in rows:
        row |= {name: row[name] or answer for name, answer in answers.items()}
        row["reden_beeindiging"] = row["reden_beeindiging"] or ("02" if row["datum_einde"] else "")
    target = io.StringIO()
    writer = csv.DictWriter(target, list(rows[0]), delimiter=";", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return target.getvalue().encode()


LINKED = """
    SELECT l.client, l.begindatum, CASE WHEN l.einddatum <= DATE '2025-12-31' THEN l.einddatum END, l.product_code
    FROM leverperiode l JOIN traject t ON t.traject_id = l.traject_id
    WHERE l.aanbieder = $aanbieder AND l.begindatum <= DATE '2025-12-31'
      AND (l.einddatum IS NULL OR l.einddatum >= DATE '2025-07-01')
      AND COALESCE(l.product_categorie, '45') NOT IN ('47', '48', '49')
      AND COALESCE(l.reden_beeindiging, '') <> '20'
      AND l.client IN (SELECT client FROM leverperiode WHERE aanbieder = $aanbieder GROUP BY client HAVING count(*) = 1)
"""
"""What the linker knows, without our maker: the help of the young people with one delivery period at this aanbieder."""


def test_a_delivery_made_from_messages_and_read_back_equals_what_the_linker_knows(land: Path, tmp_path: Path) -> None:
    share_key(land, tmp_path / "w")
    made = sorted(make_deliveries(land, "2025-H2"), key=lambda item: len(item.records))[-12:]
    files = []
    for item in made:
        files.append(tmp_path / f"{item.aanbieder}.csv")
        files[-1].write_bytes(fill_in(write_with_bsn(land, item)))
    assert {item.bestand.afgekeurd for item in load(tmp_path / "w", files, ontvangen=date(2026, 1, 20))} == {0}
    compared = 0
    for aanbieder in (item.aanbieder for item in made):
        rows = query(
            tmp_path / "w",
            "SELECT client, datum_aanvang, datum_einde FROM bij_jeugdhulp WHERE aanbieder = $aanbieder",
            aanbieder=aanbieder,
        )
        linked = query(land, LINKED, aanbieder=aanbieder)
        single = {row[0] for row in linked}
        assert {row for row in rows if row[0] in single} == {row[:3] for row in linked}
        compared += len(linked)
    assert compared > 40


def test_every_period_of_help_of_the_linker_lies_in_one_record(land: Path) -> None:
    spans = {
        (item.aanbieder, r.jeugdige.bsn, r.datum_aanvang, r.datum_einde or date.max)
        for item in make_deliveries(land, "2025-H2")
        for r in item.records
    }
    periods = query(
        land,
        "SELECT aanbieder, client, begindatum, LEAST(einddatum, DATE '2025-12-31') FROM leverperiode "
        "WHERE begindatum <= DATE '2025-12-31' AND COALESCE(einddatum, DATE '2025-12-31') >= DATE '2025-07-01' "
        "AND COALESCE(product_categorie, '45') NOT IN ('47', '48', '49')",
    )
    lost = [p for p in periods if not any(s[:2] == p[:2] and s[2] <= p[2] and p[3] <= s[3] for s in spans)]
    assert len(periods) > 100 and lost == []


def test_what_the_messages_cannot_tell_is_listed_for_each_line(land: Path) -> None:
    (aanbieder,) = query(
        land,
        "SELECT aanbieder FROM leverperiode WHERE product_categorie = '45' GROUP BY 1 ORDER BY count(*) DESC LIMIT 1",
    )[0]
    made = make_delivery(land, aanbieder, "2025-H2", aanvullen=False)
    rows = list(csv.DictReader(io.StringIO(write_made(made).decode()), delimiter=";"))
    empty = {(n, name) for n, row in enumerate(rows, start=2) for name in ("verwijzer", "hulpvorm", "gestart_met_crisis") if not row[name]}  # fmt: skip
    empty |= {(n, "reden_beeindiging") for n, row in enumerate(rows, start=2) if row["datum_einde"] and not row["reden_beeindiging"]}  # fmt: skip
    assert {(item.regel, item.veld) for item in made.ontbreekt} == empty
    assert {item.veld for item in made.ontbreekt} >= {"verwijzer", "gestart_met_crisis"}


def test_what_was_answered_once_need_not_be_answered_again(land: Path) -> None:
    aanbieder = query(land, "SELECT aanbieder FROM bij_jeugdhulp GROUP BY 1 ORDER BY count(*) DESC LIMIT 1")[0][0]
    bare = make_delivery(land, aanbieder, "2025-H2", aanvullen=False)
    helped = make_delivery(land, aanbieder, "2025-H2")
    assert len(helped.ontbreekt) < len(bare.ontbreekt) / 2


def test_the_delivery_to_look_at_has_pseudonyms_and_no_bsn(land: Path) -> None:
    made = make_delivery(land, providers_of(land)[0], "2025-H2")
    shown, sent = write_made(made).decode(), write_with_bsn(land, made).decode()
    assert shown.startswith("aanbieder;periode;client;")
    numbers = {row["bsn"] for row in csv.DictReader(io.StringIO(sent), delimiter=";")}
    assert numbers and not any(number in shown for number in numbers)


def test_a_delivery_with_bsn_needs_a_legal_basis(tmp_path: Path) -> None:
    take_in([write_files(tmp_path / "in", make_stream(3))], tmp_path / "w")
    join(tmp_path / "w", date(2026, 7, 1))
    made = make_delivery(tmp_path / "w", AANBIEDER, "2026-H1")
    assert len(made.records) == 3 and not made.synthetisch
    with pytest.raises(NietToegestaan, match="grondslag"):
        write_with_bsn(tmp_path / "w", made)


def test_an_own_code_of_a_gemeente_gives_its_hulpvorm(tmp_path: Path) -> None:
    local = [(name, data.replace(b"45A04", b"99X99")) for name, data in make_stream(2)]
    take_in([write_files(tmp_path / "in", local)], tmp_path / "w")
    join(tmp_path / "w", date(2026, 7, 1))
    assert {record.hulpvorm for record in make_delivery(tmp_path / "w", AANBIEDER, "2026-H1").records} == {""}
    own = "gemeente,soort,code,zorgvorm,aandeel,geldig_van,geldig_tot,reden,bron"
    line = f"{VOORBEELDSTAD},productcode,99X99,daghulp,1,2025-01-01,,eigen code voor daghulp,contract"
    (tmp_path / "eigen.csv").write_text(f"{own}\n{line}\n", encoding="utf-8")
    assert laad_eigen(tmp_path / "w", tmp_path / "eigen.csv").regels
    assert {record.hulpvorm for record in make_delivery(tmp_path / "w", AANBIEDER, "2026-H1").records} == {"03"}


def test_the_mirror_counts_beside_the_period_before_and_the_messages(land: Path) -> None:
    aanbieder = query(land, "SELECT aanbieder FROM bij_jeugdhulp GROUP BY 1 ORDER BY count(*) DESC LIMIT 1")[0][0]
    mirror = make_mirror(land, aanbieder, "2025-H2")
    total = mirror.telling[0]
    count = (
        "SELECT count(*), count(DISTINCT client) FROM bij_jeugdhulp WHERE aanbieder = $aanbieder AND periode = $periode"
    )
    records, people = query(land, count, aanbieder=aanbieder, periode="2025-H2")[0]
    assert (total.records, total.jongeren) == (records, people)
    assert total.vorige == query(land, count, aanbieder=aanbieder, periode="2025-H1")[0][0]
    assert total.berichten == len(make_delivery(land, aanbieder, "2025-H2").records)
    for kenmerk in ("hulpvorm", "verwijzer", "reden_beeindiging"):
        assert sum(line.records for line in mirror.telling if line.kenmerk == kenmerk) == records
    assert mirror.overlap is not None and sum(mirror.overlap[::2]) == people


def test_without_a_former_delivery_or_a_basis_the_mirror_says_unknown_and_not_zero(werkmap: Path) -> None:
    mirror = make_mirror(werkmap, AANBIEDER, "2025-H1")
    assert {line.vorige for line in mirror.telling} == {None}
    assert {line.berichten for line in mirror.telling} == {None}
    assert "grondslag" in mirror.zonder_berichten
    with pytest.raises(GebruikersFout, match="geldt er geen levering"):
        make_mirror(werkmap, AANBIEDER, "2024-H2")


# --- the invented country -------------------------------------------------------------------------------------------


def test_the_invented_deliveries_are_in_order_and_say_that_they_are_invented(land: Path) -> None:
    rows = query(land, "SELECT status, synthetisch, sum(afgekeurd), count(*) FROM bij_levering GROUP BY ALL")
    assert [row[:3] for row in rows] == [("geldig", True, 0)]
    assert set(query(land, "SELECT DISTINCT regel FROM bevinding")) <= {("BIJ_LEEFTIJD",), ("BIJ_LAAT",)}


def test_the_invented_deliveries_differ_from_the_messages_as_in_real_life(land: Path) -> None:
    both = query(
        land,
        "SELECT count(*) FILTER (WHERE l.client IS NULL), count(*) FILTER (WHERE b.client IS NULL), "
        "count(*) FILTER (WHERE l.client = b.client) "
        "FROM (SELECT DISTINCT client FROM leverperiode) l FULL JOIN (SELECT DISTINCT client FROM bij_jeugdhulp) b "
        "ON l.client = b.client",
    )[0]
    assert 0 < both[0] < both[2] / 5 and 0 < both[1] < both[2] / 2


# --- as a user meets it ---------------------------------------------------------------------------------------------


def test_controleer_tells_in_json_what_is_wrong(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write_file(tmp_path / "in/a.csv", {}, {"bsn": ANDER, "verwijzer": "09"})
    code, out, _ = run_main(capfd, monkeypatch, "bij", "controleer", tmp_path / "in", "--formaat", "json")
    verdict = json.loads(out)
    assert code == 1
    assert {**verdict, "bestand": "", "bevindingen": []} == {
        "bestand": "", "soort": "jeugdhulp", "aanbieder": AANBIEDER, "periode": "2025-H1", "in_orde": False,
        "regels": 2, "afgekeurd": 1, "records": 1, "bevindingen": [],
    }  # fmt: skip
    (finding,) = verdict["bevindingen"]
    assert list(finding) == ["code", "ernst", "regel", "plaats", "tekst"]
    assert (finding["code"], finding["regel"], finding["plaats"]) == ("BIJ_CODE", 3, "regel 3, kolom verwijzer")


def test_laad_maak_and_spiegel_work_together(
    land: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    about = ("--aanbieder", providers_of(land)[0], "--periode", "2025-H2", "--werkmap", land)
    code, out, _ = run_main(capfd, monkeypatch, "bij", "maak", *about, "--uit", tmp_path / "l.csv", "--met-bsn")
    assert code == 0 and out.startswith("SYNTHETISCH")
    assert stat.S_IMODE((tmp_path / "l.csv").stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "l.aanvullen.csv").stat().st_mode) == 0o600
    assert (tmp_path / "l.aanvullen.csv").read_text(encoding="utf-8").startswith("regel;kenmerk;veld;waarom\n")
    code, out, _ = run_main(capfd, monkeypatch, "bij", "spiegel", *about, "--formaat", "csv")
    assert code == 0 and out.startswith("kenmerk,code,betekenis,jongeren,records,vorige,berichten,synthetisch\n")
    wrong = write_file(tmp_path / "x.csv", {"geslacht": "X"})
    code, out, _ = run_main(capfd, monkeypatch, "bij", "laad", wrong, "--werkmap", tmp_path / "w")
    assert code == 1 and "afgekeurd" in out


def test_a_work_folder_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(GebruikersFout, match="nog niets verwerkt"):
        make_delivery(tmp_path / "nergens", AANBIEDER, "2025-H1")
    with pytest.raises(GebruikersFout, match="nog niets verwerkt"):
        make_mirror(tmp_path / "nergens", AANBIEDER, "2025-H1")
    assert not (tmp_path / "nergens").exists()


def test_a_period_of_the_wrong_length_is_refused_in_words(land: Path) -> None:
    with pytest.raises(GebruikersFout, match="2025-K1"):
        make_delivery(land, AANBIEDER, "2025-H1", "jeugdreclassering")
