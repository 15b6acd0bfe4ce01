"""Loads what the rules of level 4 compare with: the clock, gemeentecodes, product codes and the contract list."""

import datetime
from dataclasses import asdict

import pyarrow as pa

from jeugdstelsel import standaard
from jeugdstelsel.engines import duckdb as duck
from jeugdstelsel.engines.duckdb import Connection
from jeugdstelsel.services.contract import ContractList
from jeugdstelsel.tables import all_tables, arrow_schema


def load_lists(connection: Connection, *, today: datetime.date, contract: ContractList | None) -> None:
    """Fill the tables klok, gemeente_code, productcode and contract_product of this session."""
    agreed = [asdict(line) for line in contract.lines] if contract else []
    codes = [
        {"gemeente": None, "product_categorie": code.productcategorie, "product_code": code.code}
        for code in standaard.productcodes().values()
        if not code.kopregel
    ]
    codes += [{name: line[name] for name in ("gemeente", "product_categorie", "product_code")} for line in agreed]
    gemeenten = [{"gemeente": g.code, "geldig_van": g.geldig_vanaf} for g in standaard.gemeenten().values()]
    rows = {"klok": [{"vandaag": today}], "gemeente_code": gemeenten, "productcode": codes, "contract_product": agreed}
    for name, filled in rows.items():
        data = pa.Table.from_pylist(filled, schema=arrow_schema(all_tables()[name]))
        duck.register(connection, {"lijst": data})
        duck.make_table(connection, name, "SELECT * FROM lijst")
        connection.unregister("lijst")
