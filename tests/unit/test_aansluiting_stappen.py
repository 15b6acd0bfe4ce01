"""Every step of the reconciliation says what it reads and makes, and stays within the portable subset."""

import pytest
import sqlglot
from motor import lend_with
from sqlglot import exp

from jeugdstelsel.engines import duckdb as duck
from jeugdstelsel.linkage import Step
from jeugdstelsel.linkage.aansluiting import GEGEVEN
from jeugdstelsel.services.aansluiting import steps
from jeugdstelsel.tables import all_tables

DECLARED = all_tables() | {table.name: table for table in GEGEVEN} | {step.name: step.gives for step in steps()}


@pytest.mark.parametrize("step", steps(), ids=lambda step: step.name)
def test_a_step_reads_the_tables_it_names_and_no_others(step: Step) -> None:
    tree = sqlglot.parse_one(step.sql, dialect="duckdb")
    own = {cte.alias for cte in tree.find_all(exp.CTE)}
    assert {table.name for table in tree.find_all(exp.Table)} - own == set(step.needs)
    assert set(step.needs) <= set(DECLARED)


@pytest.mark.parametrize("step", steps(), ids=lambda step: step.name)
def test_a_step_calls_no_function_of_one_engine_only(step: Step) -> None:
    shim = {signature.split("(")[0] for signature in duck.SHIM} - {"samen"}
    called = {call.name.lower() for call in sqlglot.parse_one(step.sql, dialect="duckdb").find_all(exp.Anonymous)}
    assert called <= shim


@pytest.mark.parametrize("step", steps(), ids=lambda step: step.name)
def test_a_step_makes_the_columns_it_declares(step: Step) -> None:
    sql = step.sql
    for name, value in {
        "$periode": "'2025'", "$begin": "DATE '2025-01-01'", "$eind": "DATE '2025-12-31'", "$jaar": "2025",
        "$peildatum": "DATE '2026-01-31'",
    }.items():  # fmt: skip
        sql = sql.replace(name, value)
    with lend_with({}) as connection:
        for table in DECLARED.values():
            duck.create_table(connection, table)
        made = duck.run_sql(connection, f"SELECT column_name, column_type FROM (DESCRIBE {sql})")
        declared = duck.run_sql(connection, f"SELECT column_name, column_type FROM (DESCRIBE {step.name})")
    assert made == declared
