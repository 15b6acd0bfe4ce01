"""Loads what the rules of level 4 compare with: the clock, gemeentecodes, product codes and the contract list."""

import datetime
from collections.abc import Sequence

import pyarrow as pa

from jeugdstelsel import standaard
from jeugdstelsel.engines import duckdb as duck
from jeugdstelsel.engines.duckdb import Connection
from jeugdstelsel.services.contract import ContractList
from jeugdstelsel.tables import all_tables, arrow_schema


def load_lists(connection: Connection, *, today: datetime.date, contract: ContractList | None) -> None:
    """Fill the tables klok, gemeente_code, productcode and contract_product of this session."""
    agreed = contract.rows if contract else arrow_schema(all_tables()["contract_product"]).empty_table()
    codes = [
        (None, code.productcategorie, code.code) for code in standaard.productcodes().values() if not code.kopregel
    ]
    own = agreed.group_by(["gemeente", "product_categorie", "product_code"]).aggregate([])
    _load(connection, "klok", [(today,)])
    _load(connection, "gemeente_code", [(g.code, g.geldig_vanaf) for g in standaard.gemeenten().values()])
    _load(connection, "productcode", [*codes, *sorted(zip(*own.to_pydict().values(), strict=True))])
    _keep(connection, "contract_product", agreed)


def _load(connection: Connection, name: str, rows: Sequence[tuple[object, ...]]) -> None:
    """Make a table of this session of these rows, whose values are in the order of the columns."""
    schema = arrow_schema(all_tables()[name])
    columns = list(zip(*rows, strict=True)) or [()] * len(schema)
    arrays = [pa.array(c, f.type) for c, f in zip(columns, schema, strict=True)]
    _keep(connection, name, pa.Table.from_arrays(arrays, schema=schema))


def _keep(connection: Connection, name: str, data: pa.Table) -> None:
    """Make a table of this session that holds these rows."""
    duck.register(connection, {"lijst": data})
    duck.make_table(connection, name, "SELECT * FROM lijst")
    connection.unregister("lijst")
