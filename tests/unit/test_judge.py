"""What the judge does beyond the rules: rejections, what could not be judged, the contract list, advice."""

import datetime
from pathlib import Path

import pyarrow as pa
import pytest
from motor import open_with
from stroom import Bericht, findings, make_rows

from jeugdstelsel.engines import duckdb as duck
from jeugdstelsel.model import GebruikersFout, Rule
from jeugdstelsel.services import judge as judging
from jeugdstelsel.services.contract import ContractList, read_contract
from jeugdstelsel.tables import all_tables, arrow_schema

TODAY = datetime.date(2026, 11, 21)
TOEWIJZING = Bericht(
    "JW301",
    "T1",
    lines=[{"toewijzing_nummer": 1, "toewijzingsdatum": datetime.date(2026, 1, 28), "volume": 10}],
)
START = {"toewijzing_nummer": 1, "begindatum": datetime.date(2026, 2, 16), "status_aanlevering": "1"}


def bill(volume: int = 4, referentie: str = "P1", vorig: str | None = None, **changes: object) -> dict[str, object]:
    """Return a billed line on toewijzing 1."""
    line = {"referentie_nummer": referentie, "vorig_referentie_nummer": vorig, "toewijzing_nummer": 1}
    return line | {"geleverd_volume": volume, "client": "k1"} | changes


def judge(*stream: Bericht, contract: ContractList | None = None) -> duck.Connection:
    """Judge a stream; return the engine with the findings."""
    connection = open_with(make_rows(list(stream)))
    judging.judge(connection, today=TODAY, contract=contract)
    return connection


def broken(*stream: Bericht, contract: ContractList | None = None) -> set[tuple[str, str]]:
    """Return (message, rule) of what a stream breaks."""
    return {(bericht_id, regel) for bericht_id, regel, _, _ in findings(judge(*stream, contract=contract))}


def not_judged(connection: duck.Connection) -> list[str]:
    """Return the rules that could not be judged."""
    sql = "SELECT regel FROM bevinding_over WHERE ernst = 'niet beoordeeld' AND bericht_id = '' ORDER BY regel"
    return [row[0] for row in duck.run_sql(connection, sql)]


def test_a_rejected_toewijzing_counts_as_not_sent() -> None:
    no_such_request = Bericht("JW301", "T1", lines=[{**TOEWIJZING.lines[0], "referentie_aanbieder": "R9"}])
    start = Bericht("JW305", "S1", lines=[START])
    assert broken(TOEWIJZING, start) == set()
    assert broken(no_such_request, start) == {("b1", "TR379"), ("b2", "TR019")}


def test_a_start_that_the_gemeente_rejected_may_come_again() -> None:
    first, again = Bericht("JW305", "S1", lines=[START]), Bericht("JW305", "S2", lines=[START])
    assert broken(TOEWIJZING, first, again) == {("b3", "TR074"), ("b3", "TR326")}
    assert broken(TOEWIJZING, first, Bericht("JW306", "S1"), again) == set()


def test_only_the_faulty_line_of_a_declaration_is_rejected() -> None:
    too_much = Bericht("JW323", "D1", lines=[bill(11, "P1"), bill(10, "P2")])
    assert broken(TOEWIJZING, too_much) == {("b2", "TR321"), ("b2", "TR322")}
    rows = duck.run_sql(
        judge(TOEWIJZING, too_much), "SELECT DISTINCT regelnummer FROM bevinding_over WHERE klasse <> ''"
    )
    assert rows == [(1,)]


def test_a_line_that_the_gemeente_sent_back_takes_no_room() -> None:
    first, again = Bericht("JW323", "D1", lines=[bill(8, "P1")]), Bericht("JW323", "D2", lines=[bill(8, "P2")])
    sent_back = Bericht("JW325", "A1", lines=[bill(8, "P1")], answers="D1")
    assert broken(TOEWIJZING, first, again) == {("b3", "TR322"), ("b3", "TR389")}
    assert broken(TOEWIJZING, first, sent_back, again) == set()


def test_an_unknown_client_rejects_all_lines_of_that_client() -> None:
    first = Bericht("JW323", "D1", lines=[bill(client="k2")])
    later = Bericht("JW323", "D2", lines=[bill()])
    assert broken(TOEWIJZING, first, later) == {("b2", "TR304"), ("b2", "TR338")}


def test_without_a_contract_list_the_rate_is_said_not_to_be_judged() -> None:
    assert not_judged(judge(TOEWIJZING)) == ["TR418"]


def test_a_rule_that_fails_is_said_not_to_be_judged_and_the_others_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    rules = judging.rules_across_messages()
    failing = Rule("TR056", ("reeks_bericht",), {"Header": "SELECT no_such_column FROM reeks_bericht"}, "")
    monkeypatch.setattr(judging, "rules_across_messages", lambda: {**rules, "TR056": failing})
    connection = judge(Bericht("JW305", "S1", lines=[START]))
    assert not_judged(connection) == ["TR056", "TR418"]
    assert ("b1", "TR019") in {(b, r) for b, r, _, _ in findings(connection)}


def agreed(tarief: int, gemeente: str = "0034") -> ContractList:
    """Return a contract list with one product."""
    line = (gemeente, "99990001", "45", "45A04", tarief, "04", datetime.date(2026, 1, 1), None)
    schema = arrow_schema(all_tables()["contract_product"])
    return ContractList(pa.Table.from_pylist([dict(zip(schema.names, line, strict=True))], schema=schema))


def test_the_contract_list_judges_the_rate() -> None:
    declaration = Bericht("JW323", "D1", lines=[bill()])
    assert broken(TOEWIJZING, declaration, contract=agreed(100)) == set()
    assert broken(TOEWIJZING, declaration, contract=agreed(101)) == {("b2", "TR418")}
    assert not_judged(judge(TOEWIJZING, declaration, contract=agreed(100))) == []
    assert not_judged(judge(TOEWIJZING, declaration, contract=agreed(100, gemeente="0363"))) == ["TR418"]


def test_a_local_code_is_a_warning_that_rejects_nothing_until_the_gemeente_shows_its_list() -> None:
    local = Bericht("JW301", "T1", lines=[{**TOEWIJZING.lines[0], "product_code": "YS1U"}])
    start = Bericht("JW305", "S1", lines=[START])
    connection = judge(local, start)
    severity = "SELECT bericht_id, ernst FROM bevinding_over WHERE regel = 'TR381'"
    assert duck.run_sql(connection, severity) == [("b1", "waarschuwing")]
    assert ("b2", "TR019") not in {(b, r) for b, r, _, _ in findings(connection)}
    connection = judge(local, start, contract=agreed(100))
    assert duck.run_sql(connection, severity) == [("b1", "fout")]
    assert ("b2", "TR019") in {(b, r) for b, r, _, _ in findings(connection)}


def test_a_contract_file_is_read(tmp_path: Path) -> None:
    file = tmp_path / "contract.csv"
    file.write_text(
        "gemeente;aanbieder;product_categorie;product_code;tarief_eurocent;eenheid;geldig_van;geldig_tot\n"
        "34;99990001;45;45A04;9875;4;2026-01-01;\n",
        encoding="utf-8-sig",
    )
    assert read_contract(file) == agreed(9875)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("gemeente,aanbieder\n", "mist de kolommen product_categorie"),
        (
            "gemeente,aanbieder,product_categorie,product_code,tarief_eurocent,eenheid,geldig_van,geldig_tot\n"
            "0034,99990001,45,45A04,98.75,04,2026-01-01,\n",
            "Regel 2",
        ),
        (
            "gemeente,aanbieder,product_categorie,product_code,tarief_eurocent,eenheid,geldig_van,geldig_tot\n"
            "0034,99990001,45,45A04,9875,04,2026-01-01,\n0034,99990001,45,45A04,9875,04,1 januari,\n",
            "Regel 3",
        ),
        (
            "gemeente,aanbieder,product_categorie,product_code,tarief_eurocent,eenheid,geldig_van,geldig_tot\n"
            "0034,99990001,45,45A04,9875,04\n",
            "Regel 2",
        ),
    ],
)
def test_a_contract_file_that_is_wrong_says_what_to_do(tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "contract.csv"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(GebruikersFout, match=said):
        read_contract(file)


def test_two_stops_in_one_message_see_each_other_whatever_the_verdict() -> None:
    start = Bericht("JW305", "S1", lines=[START])
    pause = START | {"reden_beeindiging": "20", "einddatum": datetime.date(2026, 4, 3)}
    stops = Bericht("JW307", "S2", lines=[pause, pause | {"einddatum": datetime.date(2026, 4, 10)}])
    assert broken(TOEWIJZING, start, stops) == {("b3", "TR413")}
    assert broken(start, stops) == {("b1", "TR019"), ("b2", "TR019"), ("b2", "TR382"), ("b2", "TR413")}
