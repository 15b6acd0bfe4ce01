"""The tables that a release holds beside its figures, as pages and programs read them."""

from collections.abc import Mapping
from functools import lru_cache

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pacsv

from jeugdstelsel.publish.csvw import BESTANDEN
from jeugdstelsel.services.kast import Blad

_SOORT = {"integer": pa.int64(), "double": pa.float64()}


@lru_cache(maxsize=4)
def lees_bijlage(blad: Blad, naam: str) -> pa.Table:
    """Return a table of a release; an empty number is null, an empty text ''.

    Empty when the release is from before this table was part of it.
    """
    columns = next(each.kolommen for each in BESTANDEN if each.naam == naam)
    kinds = {column.naam: _SOORT.get(column.datatype, pa.string()) for column in columns}
    if not (blad.map / naam).exists():
        return pa.schema(kinds.items()).empty_table()
    options = pacsv.ConvertOptions(column_types=kinds, null_values=[""], strings_can_be_null=False)
    return pacsv.read_csv(blad.map / naam, convert_options=options)


def zoek(blad: Blad, naam: str, filters: Mapping[str, str]) -> pa.Table:
    """Return the rows of a table of a release in which these columns have these values."""
    found = lees_bijlage(blad, naam)
    for name, value in filters.items():
        found = found.filter(pc.equal(found[name], value))
    return found


def perioden(blad: Blad, naam: str) -> list[str]:
    """Return the values of the column `periode` of a table in a release, years first."""
    return sorted(lees_bijlage(blad, naam)["periode"].unique().to_pylist(), key=lambda text: (len(text), text))
