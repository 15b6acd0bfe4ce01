"""The figures of one's own organisation before they are published: aggregated, and never of another."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from jeugdstelsel.access.eigen import Grens
from jeugdstelsel.engines import duckdb as duck
from jeugdstelsel.model import Fout, GebruikersFout
from jeugdstelsel.publish.instellingen import lees_instellingen
from jeugdstelsel.services.warehouse import DATABASE, NOTHING_YET

RIJ = ("indicator", "versie", "periode", "uitsplitsing", "teller", "noemer", "waarde", "dekking", "status", "toestand")
_KOLOM = {"gemeente": "gemeente", "jeugdregio": "jeugdregio", "aanbieder": "aanbieder"}
_WAARDEN = """
    SELECT
        indicator, versie, periode, coalesce(uitsplitsing, ''),
        CASE WHEN klein THEN NULL ELSE teller END, CASE WHEN klein THEN NULL ELSE noemer END,
        CASE WHEN klein THEN NULL ELSE waarde END, dekking, status,
        CASE WHEN klein THEN 'geheim' WHEN waarde IS NULL THEN 'onbekend' ELSE 'ongepubliceerd' END
    FROM (
        SELECT *, n > 0 AND n < $minimum AS klein FROM bron.indicator_waarde
        WHERE niveau = $soort AND {} = $code AND periode_soort = $per
    )
    ORDER BY indicator, periode, uitsplitsing NULLS FIRST
"""


class Bezig(Fout):
    """The database is in use by a command that writes."""

    http_status = 503


@dataclass(frozen=True)
class EigenCijfers:
    """Rows of `RIJ`; `peildatum` is None when nothing was computed, `synthetisch` when messages are invented."""

    peildatum: date | None
    synthetisch: bool
    rijen: tuple[dict[str, Any], ...]


def eigen_cijfers(workdir: Path, grens: Grens, periode_soort: str) -> EigenCijfers:
    """Return every indicator of one organisation per kind of period, as computed and not yet published.

    The restriction to the organisation is in the query. A figure about fewer persons than `minimum_cel` of
    disclosure control is withheld here too ('geheim'): it would be about a person, not about the organisation.
    Raises GebruikersFout when nothing was taken in, Bezig while another command writes.
    """
    sql = _WAARDEN.format(_KOLOM[grens.soort])
    minimum = lees_instellingen().minimum_cel
    with _open(workdir) as connection:
        given = {"soort": grens.soort, "code": grens.code, "per": periode_soort, "minimum": minimum}
        rows = duck.run_sql(connection, sql, given)
        day = duck.run_sql(connection, "SELECT max(peildatum) FROM bron.koppeling_stand")[0][0]
        invented = duck.run_sql(connection, "SELECT count(*) FROM bron.levering WHERE synthetisch")[0][0] > 0
    return EigenCijfers(day, invented, tuple(dict(zip(RIJ, row, strict=True)) for row in rows))


@contextmanager
def _open(workdir: Path) -> Iterator[duck.Connection]:
    """Open the database beside others that read it, and change nothing in it."""
    if not (workdir / DATABASE).exists():
        raise GebruikersFout(NOTHING_YET.format("de werkmap"))
    with closing(duck.connect(threads=1)) as connection:
        try:
            duck.run_sql(connection, "ATTACH $pad AS bron (READ_ONLY)", {"pad": str(workdir / DATABASE)})
        except duck.EngineError as error:
            raise Bezig("de cijfers worden nu bijgewerkt. Probeer het over een paar minuten opnieuw.") from error
        yield connection
