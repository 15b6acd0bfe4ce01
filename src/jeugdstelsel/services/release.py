"""Bring out what was last computed in a work folder."""

from contextlib import closing
from datetime import datetime
from pathlib import Path

from jeugdstelsel.engines import duckdb as duck
from jeugdstelsel.model import GebruikersFout
from jeugdstelsel.publish import Uitgave, lees_instellingen
from jeugdstelsel.services.calculate import REGISTER
from jeugdstelsel.services.grondslag import require_grondslag
from jeugdstelsel.services.process import open_warehouse
from jeugdstelsel.services.publish_release import publish


def publish_workdir(workdir: Path, *, moment: datetime, own_settings: Path | None = None) -> Uitgave:
    """Return the new release, kept in the register of the work folder.

    Raises GebruikersFout before a calculation, and NietToegestaan when real messages may not become statistics.
    """
    with closing(open_warehouse(workdir, existing=True)) as connection:
        stand = duck.run_sql(connection, "SELECT max(peildatum) FROM koppeling_stand")[0][0]
        if stand is None:
            raise GebruikersFout(f"er is nog niets berekend. Doe eerst: jeugdstelsel bereken --werkmap {workdir}")
        require_grondslag(workdir, "ijw→statistiek")
        values = duck.read_table(connection, "SELECT * FROM indicator_waarde")
        synthetic = duck.run_sql(connection, "SELECT COUNT(*) > 0 FROM levering WHERE synthetisch")[0][0]
    return publish(
        values,
        register=workdir / REGISTER,
        moment=moment,
        instellingen=lees_instellingen(own_settings),
        peildatum=stand,
        synthetisch=synthetic,
    )
