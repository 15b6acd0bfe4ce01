"""Every step of the linkage says what it reads and makes, and does just that."""

import datetime

import pytest
import sqlglot
from motor import lend_with
from sqlglot import exp

from jeugdstelsel.engines import duckdb as duck
from jeugdstelsel.linkage import Step, query, steps
from jeugdstelsel.services.link import link
from jeugdstelsel.tables import all_tables

DECLARED = all_tables() | {step.name: step.gives for step in steps()}


def names_read(sql: str) -> set[str]:
    """The tables a query reads, without the names it makes itself."""
    tree = sqlglot.parse_one(sql, dialect="duckdb")
    own = {cte.alias for cte in tree.find_all(exp.CTE)}
    return {table.name for table in tree.find_all(exp.Table)} - own


@pytest.mark.parametrize("step", steps(), ids=lambda step: step.name)
def test_a_step_reads_the_tables_it_names_and_all_are_declared(step: Step):
    assert names_read(step.sql) == set(step.needs)
    assert set(step.needs) <= set(DECLARED)


@pytest.mark.parametrize("step", steps(), ids=lambda step: step.name)
def test_a_step_makes_the_columns_it_declares(step: Step):
    with lend_with({}) as connection:
        for table in DECLARED.values():
            duck.create_table(connection, table)
        made = duck.run_sql(connection, f"SELECT column_name, column_type FROM (DESCRIBE {step.sql})")
        declared = duck.run_sql(connection, f"SELECT column_name, column_type FROM (DESCRIBE {step.name})")
    assert made == declared


def test_a_step_comes_after_the_steps_it_reads():
    seen: set[str] = set()
    made = {step.name for step in steps()}
    for step in steps():
        assert set(step.needs) & made <= seen
        seen.add(step.name)


def test_a_run_leaves_no_table_behind_that_is_not_declared_in_the_hallway():
    connection = duck.connect(threads=1)
    link(connection, peildatum=datetime.date(2025, 1, 1), moment=datetime.datetime(2025, 1, 1))
    left = {row[0] for row in duck.run_sql(connection, "SELECT table_name FROM duckdb_tables()")}
    assert left <= set(all_tables())


def test_the_whole_derivation_of_a_table_is_one_query_on_messages_alone():
    made = {step.name for step in steps() if step.name != "koppeling_stand"}
    for step in steps():
        assert not names_read(query(step.name) + f"SELECT 1 FROM {step.name}") & made
