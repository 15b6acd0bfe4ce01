"""The database of a work folder, with every stored table in it."""

from pathlib import Path

from jeugdstelsel.engines import duckdb as duck
from jeugdstelsel.model import GebruikersFout
from jeugdstelsel.tables import all_tables

DATABASE = "gegevens.duckdb"
NOTHING_YET = "in {0} is nog niets verwerkt. Begin met: jeugdstelsel verwerk PAD --werkmap {0}"


def open_warehouse(workdir: Path, *, existing: bool = False, memory: str = "3GB") -> duck.Connection:
    """Open the database of the work folder with every stored table in it.

    With `existing` a GebruikersFout is raised when nothing was taken in yet, and no folder is made.
    """
    if existing and not (workdir / DATABASE).exists():
        raise GebruikersFout(NOTHING_YET.format(workdir))
    workdir.mkdir(parents=True, exist_ok=True)
    try:
        connection = duck.connect(workdir / DATABASE, memory=memory)
    except duck.EngineError as error:
        if "lock" in str(error):
            tekst = f"een andere opdracht is bezig in {workdir}. Wacht tot die klaar is en probeer het opnieuw."
        else:
            tekst = (
                f"{workdir / DATABASE} is niet te openen. Verwijder dat bestand; "
                "bij de volgende opdracht verwerk wordt het uit het archief opnieuw gemaakt."
            )
        raise GebruikersFout(tekst) from error
    duck.run_sql(connection, "SET checkpoint_threshold = '256MB'")
    there = {name for (name,) in duck.run_sql(connection, "SELECT table_name FROM duckdb_tables()")}
    for name, table in all_tables().items():
        if table.stored and name not in there:
            duck.create_table(connection, table, stored_only=True)
    return connection
