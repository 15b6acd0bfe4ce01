"""Every definition in the house parses, names only what is declared, and stays within the portable subset."""

import pytest
import sqlglot
from sqlglot import exp
from sqlglot.errors import OptimizeError
from sqlglot.optimizer.qualify import qualify

from jeugdstelsel.engines import duckdb as duck
from jeugdstelsel.services.define import all_definitions, declared_tables, tables_in

PLAIN = {
    "abs", "array_agg", "avg", "bitwise_or_agg", "cast", "ceil", "coalesce", "count", "day", "dense_rank",
    "exists", "exp", "extract", "first_value", "floor", "greatest", "if", "lag", "last_value", "lead", "least",
    "length", "ln", "lower", "lpad", "max", "md5", "min", "mod", "month", "nullif", "power", "rank", "replace",
    "right", "round", "row_number", "substr", "substring", "sum", "trim", "upper",
}  # fmt: skip
"""Functions that are the same on DuckDB and Spark; anything else goes through the shim."""

SHIM = {signature.split("(")[0] for signature in duck.SHIM} - {"samen"}
"""Every shim function but `samen`, which Spark cannot define."""

NOT_FUNCTIONS = (exp.Case, exp.And, exp.Or, exp.Xor)
DEFINITIONS = all_definitions()


def function_names(tree: exp.Expression) -> set[str]:
    """Return the functions that a query calls, as written."""
    found = set()
    for call in tree.find_all(exp.Func):
        if isinstance(call, exp.Anonymous):
            found.add(call.name.lower())
        elif not isinstance(call, NOT_FUNCTIONS):
            found.add(call.sql_name().lower())
    return found


@pytest.mark.parametrize("name", DEFINITIONS)
def test_a_definition_names_only_the_tables_it_declares(name: str) -> None:
    sql, needs = DEFINITIONS[name]
    assert tables_in(sql) <= set(needs) <= set(declared_tables())


@pytest.mark.parametrize("name", [name for name in DEFINITIONS if " " not in name or name.startswith("indicator ")])
def test_a_step_or_indicator_declares_no_table_that_it_does_not_read(name: str) -> None:
    sql, needs = DEFINITIONS[name]
    assert set(needs) <= tables_in(sql)


@pytest.mark.parametrize("name", DEFINITIONS)
def test_a_definition_names_only_declared_columns(name: str) -> None:
    sql, _needs = DEFINITIONS[name]
    schema = {table: dict.fromkeys(columns, "text") for table, columns in declared_tables().items()}
    try:
        qualify(sqlglot.parse_one(sql, read="duckdb"), schema=schema, dialect="duckdb", validate_qualify_columns=True)
    except OptimizeError as error:
        pytest.fail(f"{name}: {error}")


@pytest.mark.parametrize("name", DEFINITIONS)
def test_a_definition_calls_only_portable_functions(name: str) -> None:
    tree = sqlglot.parse_one(DEFINITIONS[name][0], read="duckdb")
    assert function_names(tree) <= PLAIN | SHIM
    assert not list(tree.find_all(exp.Div, exp.IntDiv)), "gebruik deel(a, b)"


def test_the_lint_sees_an_undeclared_column_and_a_forbidden_function() -> None:
    schema = {"traject": {"client": "text"}}
    with pytest.raises(OptimizeError):
        qualify(sqlglot.parse_one("SELECT bsn FROM traject"), schema=schema, validate_qualify_columns=True)
    assert (
        function_names(sqlglot.parse_one("SELECT strftime(d, '%Y'), regexp_replace(t, 'a', 'b') FROM x")) - PLAIN - SHIM
    )


def test_spark_has_the_same_shim() -> None:
    spark = pytest.importorskip("jeugdstelsel.engines.spark", exc_type=ImportError)
    assert {signature.split("(")[0] for signature in spark.SHIM} == SHIM
