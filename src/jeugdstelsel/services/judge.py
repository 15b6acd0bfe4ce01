"""Judges messages across messages (level 3 and 4): each against what was accepted before it.

A rejected message counts as not sent (OP286), so a verdict depends on earlier verdicts. Rounds solve that: every rule
runs on whole tables, first as if everything counts; what a round rejects no longer counts in the next, which judges
only the units that share a key with a changed verdict, until no verdict changes. A verdict depends on earlier messages
only, so every round settles at least one more link of each chain, and the outcome is that of judging one by one.
"""

import datetime
from collections.abc import Iterable, Mapping

import pyarrow as pa

from jeugdstelsel.engines import duckdb as duck
from jeugdstelsel.engines.duckdb import Connection, EngineError
from jeugdstelsel.model import Ernst, Rule
from jeugdstelsel.rules import all_rules, reeks
from jeugdstelsel.services.contract import ContractList
from jeugdstelsel.services.lists import load_lists
from jeugdstelsel.services.scope import VIEW, find_affected, make_view, take_in
from jeugdstelsel.tables import all_tables

ROWS_AT_A_TIME = 1_500_000
"""Billed lines judged at a time; bounds the memory."""

MANY_UNITS = 50_000
"""Below so many units it always pays to look only at what they touch."""

CHANGES_STATE = "ernst = 'fout'"


def judge(
    connection: Connection,
    *,
    today: datetime.date,
    contract: ContractList | None = None,
    new: Iterable[str] | None = None,
) -> None:
    """Fill table `bevinding_over` (made if absent) with what breaks the rules across messages.

    The message tables must be readable under their own names, without messages that level 2 rejected. With `new`, only
    these messages (bericht_id) and what they touch are judged, and earlier findings on the rest stay.
    A rule that cannot be judged gives one row with ernst 'niet beoordeeld' and an empty bericht_id.
    """
    weigh(connection, today=today, contract=contract, new=new)
    keep_verdicts(connection)


def keep_verdicts(connection: Connection) -> None:
    """Make `bevinding_over` what `weigh` found; quick, so that it fits in a transaction of the caller."""
    connection.execute("DELETE FROM bevinding_over")
    connection.execute("INSERT INTO bevinding_over SELECT bericht_id, regel, klasse, regelnummer, ernst FROM oordeel")


def weigh(
    connection: Connection,
    *,
    today: datetime.date,
    contract: ContractList | None = None,
    new: Iterable[str] | None = None,
) -> None:
    """Do the work of `judge` in tables of this session; the outcome is table `oordeel`.

    Call it outside a transaction: in one, a rule that fails would take everything with it, and memory would not be
    given back between the rounds.
    """
    load_lists(connection, today=today, contract=contract)
    duck.create_table(connection, all_tables()["bevinding_over"])
    load_findings(connection, whole=new is None)
    _find_rejections_of_the_receiver(connection)
    closed = new is not None and take_in(connection, new)
    _remember_state(connection)
    whole = new is None or _is_much(connection)
    failed = _settle(connection) if closed and not whole else _spread(connection, whole=whole)
    _say_what_was_not_judged(connection, failed, contract)


def load_findings(connection: Connection, *, whole: bool) -> None:
    """Make `oordeel`: the findings so far, each with the kind of its message; none when everything is judged anew."""
    earlier = "FALSE" if whole else "f.bericht_id <> ''"
    duck.make_table(
        connection,
        "oordeel",
        "SELECT f.*, b.berichtsoort FROM bevinding_over f JOIN bericht b ON b.bericht_id = f.bericht_id "
        f"WHERE {earlier}",
    )


def rules_across_messages() -> dict[str, Rule]:
    """Return {code: Rule} of the rules that read the stream (`reeks_*`): level 3 and 4."""
    return {code: rule for code, rule in all_rules().items() if any(n.startswith("reeks_") for n in rule.needs)}


def _is_much(connection: Connection) -> bool:
    """Whether so much is to be judged that to look for what it touches costs more than to judge everything."""
    units = _count(connection, "te_toetsen")
    return units > MANY_UNITS and 20 * units > _count(connection, "prestatie") + _count(connection, "bericht")


def _find_rejections_of_the_receiver(connection: Connection) -> None:
    duck.make_table(connection, "antwoord_op", reeks.ANTWOORD_OP)
    duck.make_table(connection, "technisch_afgekeurd", reeks.TECHNISCH_AFGEKEURD)
    duck.make_table(connection, "retour_fout", reeks.RETOUR_FOUT)
    duck.make_table(connection, "afgewezen_bericht", reeks.AFGEWEZEN_BERICHT)
    duck.make_table(connection, "afgewezen_prestatie", reeks.AFGEWEZEN_PRESTATIE)


def _remember_state(connection: Connection) -> None:
    """Keep what does not count now: what the findings so far reject, and what the receiver rejected."""
    duck.make_table(
        connection,
        "afgekeurd_bericht",
        f"""
        SELECT bericht_id
        FROM oordeel
        WHERE {CHANGES_STATE} AND NOT (berichtsoort = 'JW323' AND klasse IN ('Prestatie', 'Client'))
        UNION
        SELECT bericht_id FROM afgewezen_bericht
        """,
    )
    duck.make_table(
        connection,
        "afgekeurde_prestatie",
        f"""
        SELECT bericht_id, regelnummer
        FROM oordeel
        WHERE {CHANGES_STATE} AND berichtsoort = 'JW323' AND klasse = 'Prestatie'
        UNION
        SELECT p.bericht_id, p.regelnummer
        FROM oordeel f
        JOIN prestatie p ON p.bericht_id = f.bericht_id AND p.client_regelnummer = f.regelnummer
        WHERE {CHANGES_STATE} AND f.berichtsoort = 'JW323' AND f.klasse = 'Client'
        UNION
        SELECT bericht_id, regelnummer FROM afgewezen_prestatie
        """,
    )


def _settle(connection: Connection) -> set[str]:
    """Judge `te_toetsen`, which holds everything that can change, until no verdict changes; return what failed."""
    failed: set[str] = set()
    make_view(connection)
    while True:
        failed |= _judge_part(connection)
        _keep_findings(connection, whole=False)
        if not _has_changed(connection):
            return failed


def _spread(connection: Connection, *, whole: bool) -> set[str]:
    """Judge everything or `te_toetsen`, then what changed verdicts touch, until none changes; return what failed."""
    failed: set[str] = set()
    while whole or _count(connection, "te_toetsen"):
        if whole:
            failed |= _judge_whole(connection)
        else:
            make_view(connection)
            failed |= _judge_part(connection)
        _keep_findings(connection, whole=whole)
        if not _has_changed(connection):
            break
        find_affected(connection)
        whole = _is_much(connection)
    return failed


def _has_changed(connection: Connection) -> bool:
    return any(_count(connection, f"gewijzigd_{name}") for name in ("afgekeurd_bericht", "afgekeurde_prestatie"))


def _judge_whole(connection: Connection) -> set[str]:
    """Judge everything: the small tables at once, the large ones a share of the providers at a time."""
    failed = _judge_light(connection, {})
    shares = 1 + _count(connection, "prestatie") // ROWS_AT_A_TIME
    for share in range(shares):
        for name in ("prestatie", "prestatie_antwoord", "client"):
            connection.execute(
                f"CREATE OR REPLACE TEMP VIEW deel_{name} AS "
                f"SELECT * FROM {name} WHERE hash(aanbieder) % {shares} = {share}"
            )
        failed |= _judge_heavy(connection, {n: f"deel_{n}" for n in ("prestatie", "prestatie_antwoord", "client")})
    return failed


def _judge_part(connection: Connection) -> set[str]:
    """Judge the units in `te_toetsen`, looking at no more than what is in view."""
    return _judge_light(connection, VIEW) | _judge_heavy(connection, VIEW)


def _judge_light(connection: Connection, sources: Mapping[str, str]) -> set[str]:
    duck.make_table(connection, "gevonden", "SELECT bericht_id, regel, klasse, regelnummer FROM oordeel LIMIT 0")
    connection.execute(f"CREATE OR REPLACE TEMP VIEW reeks_bericht AS {_read_from(sources, reeks.REEKS_BERICHT)}")
    for name, sql in reeks.LICHT.items():
        duck.make_table(connection, name, _read_from(sources, sql))
    return _run(
        connection, (rule for rule in rules_across_messages().values() if not set(rule.needs) & set(reeks.ZWAAR))
    )


def _judge_heavy(connection: Connection, sources: Mapping[str, str]) -> set[str]:
    for name, sql in reeks.ZWAAR.items():
        duck.make_table(connection, name, _read_from(sources, sql))
    failed = _run(connection, (rule for rule in rules_across_messages().values() if set(rule.needs) & set(reeks.ZWAAR)))
    for name in reeks.ZWAAR:
        connection.execute(f"DROP TABLE {name}")
    return failed


def _read_from(sources: Mapping[str, str], sql: str) -> str:
    """Return `sql` reading each message table in `sources` from the table or view named there."""
    if not sources:
        return sql
    shadows = ", ".join(f"{name} AS (SELECT * FROM {source})" for name, source in sources.items())
    return f"WITH {shadows} SELECT * FROM ({sql})"


def _run(connection: Connection, rules: Iterable[Rule]) -> set[str]:
    """Add the violations of each rule to `gevonden`; return the codes of the rules that failed."""
    failed = set()
    for rule in rules:
        for klasse, sql in rule.violations.items():
            try:
                connection.execute(
                    f"INSERT INTO gevonden SELECT bericht_id, $regel, $klasse, regelnummer FROM ({sql}) v",
                    {"regel": rule.code, "klasse": klasse},
                )
            except EngineError:
                failed.add(rule.code)
    return failed


UNIT = """CASE WHEN f.berichtsoort = 'JW323' AND f.klasse = 'Prestatie' THEN 'prestatie'
                  WHEN f.berichtsoort IN ('JW323', 'JW325') AND f.klasse = 'Client' THEN 'client'
                  ELSE 'bericht' END"""
"""What a finding is about: a billed line, a Client of a declaration, or the message."""


_JUDGED = f"""t.soort = {UNIT} AND t.bericht_id = f.bericht_id
 AND t.regelnummer = CASE WHEN {UNIT} = 'bericht' THEN 0 ELSE f.regelnummer END"""

_UNKNOWN_LIST = "b.gemeente NOT IN (SELECT gemeente FROM contract_product)"


def _keep_findings(connection: Connection, *, whole: bool) -> None:
    """Replace the findings on what was judged, and keep in `gewijzigd` what no longer or only now counts."""
    warned = f"CASE WHEN f.regel = 'TR381' AND {_UNKNOWN_LIST} THEN '{Ernst.WAARSCHUWING}' ELSE '{Ernst.FOUT}' END"
    duck.make_table(
        connection,
        "nieuw_gevonden",
        f"""
        SELECT DISTINCT f.bericht_id, f.regel, f.klasse, f.regelnummer, {warned} AS ernst, b.berichtsoort
        FROM gevonden f
        JOIN reeks_bericht b ON b.bericht_id = f.bericht_id
        """,
    )
    if whole:
        connection.execute("DELETE FROM oordeel")
        connection.execute("INSERT INTO oordeel SELECT * FROM nieuw_gevonden")
    else:
        connection.execute(f"DELETE FROM oordeel f USING te_toetsen t WHERE {_JUDGED}")
        connection.execute(f"INSERT INTO oordeel SELECT f.* FROM nieuw_gevonden f SEMI JOIN te_toetsen t ON {_JUDGED}")
    _keep_changes(connection)


def _keep_changes(connection: Connection) -> None:
    for name in ("afgekeurd_bericht", "afgekeurde_prestatie"):
        duck.make_table(connection, f"vorig_{name}", f"SELECT * FROM {name}")
    _remember_state(connection)
    for name in ("afgekeurd_bericht", "afgekeurde_prestatie"):
        duck.make_table(
            connection,
            f"gewijzigd_{name}",
            f"""(SELECT * FROM {name} EXCEPT SELECT * FROM vorig_{name})
                UNION ALL (SELECT * FROM vorig_{name} EXCEPT SELECT * FROM {name})""",
        )


def _say_what_was_not_judged(connection: Connection, failed: set[str], contract: ContractList | None) -> None:
    codes = set(failed)
    if contract is None or _count(
        connection, "declaratie WHERE gemeente NOT IN (SELECT gemeente FROM contract_product)"
    ):
        codes.add("TR418")
    rows = pa.table({"regel": pa.array(sorted(codes), pa.string())})
    duck.register(connection, {"niet_beoordeeld": rows})
    connection.execute(
        f"INSERT INTO oordeel SELECT '', regel, '', 0, '{Ernst.NIET_BEOORDEELD}', '' FROM niet_beoordeeld"
    )
    connection.unregister("niet_beoordeeld")


def _count(connection: Connection, table: str) -> int:
    return int(duck.run_sql(connection, f"SELECT COUNT(*) FROM {table}")[0][0])
