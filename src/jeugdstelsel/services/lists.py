"""Loads what the rules of level 4 compare with: the clock, gemeentecodes, product codes and the contract list."""

import datetime
from collections.abc import Sequence
from operator import attrgetter

import pyarrow as pa

from jeugdstelsel import standaard
from jeugdstelsel.engines import duckdb as duck
from jeugdstelsel.engines.duckdb import Connection
from jeugdstelsel.services.contract import ContractList
from jeugdstelsel.tables import all_tables, arrow_schema


def load_lists(connection: Connection, *, today: datetime.date, contract: ContractList | None) -> None:
    """Fill the tables klok, gemeente_code, productcode and contract_product of this session."""
    lines = contract.lines if contract else ()
    codes = [
        (None, code.productcategorie, code.code) for code in standaard.productcodes().values() if not code.kopregel
    ]
    own = {(line.gemeente, line.product_categorie, line.product_code) for line in lines}
    _load(connection, "klok", [(today,)])
    _load(connection, "gemeente_code", [(g.code, g.geldig_vanaf) for g in standaard.gemeenten().values()])
    _load(connection, "productcode", [*codes, *sorted(own)])
    _load(connection, "contract_product", [attrgetter(*all_tables()["contract_product"].names)(line) for line in lines])


def _load(connection: Connection, name: str, rows: Sequence[tuple[object, ...]]) -> None:
    """Make a table of this session of these rows, whose values are in the order of the columns."""
    schema = arrow_schema(all_tables()[name])
    columns = list(zip(*rows, strict=True)) or [()] * len(schema)
    data = pa.Table.from_arrays([pa.array(c, f.type) for c, f in zip(columns, schema, strict=True)], schema=schema)
    duck.register(connection, {"lijst": data})
    duck.make_table(connection, name, "SELECT * FROM lijst")
    connection.unregister("lijst")
