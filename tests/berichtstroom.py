"""A stream of messages in the tables: {"bericht": header, "tables": {table: row}} per message."""

from jeugdstelsel.engines import duckdb as duck
from jeugdstelsel.tables import all_tables


def store(connection, levering_id, messages):
    """Put messages into the tables as one delivery."""
    rows = {name: [] for name in all_tables()}
    for message in messages:
        head = message["bericht"]
        rows["bericht"].append(head | {"levering_id": levering_id})
        place = {"bericht_id": head["bericht_id"], "regelnummer": 1, "client_regelnummer": 1}
        for name, row in message["tables"].items():
            rows[name].append(place | {"gemeente": head["gemeente"], "aanbieder": head["aanbieder"]} | row)
    for name, table in all_tables().items():
        if rows[name]:
            duck.load_rows(connection, table, rows[name])
