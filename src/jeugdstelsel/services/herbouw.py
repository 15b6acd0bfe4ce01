"""A work folder as it would have been on a past day: built anew from the deliveries that had come in by then."""

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from jeugdstelsel.model import GebruikersFout
from jeugdstelsel.services.calculate import REGISTER, calculate
from jeugdstelsel.services.process import process
from jeugdstelsel.services.review import KEPT_LIST, review
from jeugdstelsel.services.show import Shown, show
from jeugdstelsel.services.warehouse import open_warehouse
from jeugdstelsel.store import Archive
from jeugdstelsel.store.key import key_path


def show_rebuilt(workdir: Path, code: str, chosen: Mapping[str, str], periode_soort: str, dag: date) -> Shown:
    """Return the figures of an indicator from what had been received by a day (UTC), with the rules of now.

    `chosen` is as for `show`. Nothing in the work folder changes. Raises GebruikersFout when nothing had come in.
    """
    with rebuilt(workdir, dag) as target:
        shown = show(target, code, chosen, periode_soort)
    return replace(shown, plaats=f"{shown.plaats}, nagerekend uit wat op {dag} was ontvangen, met de regels van nu")


@contextmanager
def rebuilt(workdir: Path, dag: date) -> Iterator[Path]:
    """Give a computed work folder for a moment, in the work folder itself and as well protected; then remove it.

    It has the key, the contract list and the releases of now, so that persons link and the door knows what is public.
    """
    open_warehouse(workdir, existing=True).close()
    with TemporaryDirectory(prefix=".herbouw-", dir=workdir) as name:
        target = Path(name)
        if not _share_archive(Archive(workdir), Archive(target), dag):
            raise GebruikersFout(f"op {dag} was er nog niets ontvangen, dus is er niets na te rekenen.")
        if key_path(target) != key_path(workdir):
            shutil.copy(key_path(workdir), key_path(target))
        if (workdir / KEPT_LIST).exists():
            shutil.copy(workdir / KEPT_LIST, target / KEPT_LIST)
        if (workdir / REGISTER).exists():
            (target / REGISTER).symlink_to((workdir / REGISTER).resolve())
        process([], target, van="", door="")
        review(target)
        calculate(target)
        yield target


def _share_archive(archive: Archive, target: Archive, dag: date) -> int:
    """Put the deliveries that had come in by a day in the other archive without copying; return how many."""
    deliveries = [each for each in archive.deliveries() if date.fromisoformat(each.ontvangen_op[:10]) <= dag]
    for each in deliveries:
        path = target.path_of(each.levering_id)
        path.parent.mkdir(exist_ok=True)
        os.link(archive.path_of(each.levering_id), path)
    target.record(deliveries)
    return len(deliveries)
