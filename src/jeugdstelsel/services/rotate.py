"""Replace the key of the pseudonyms: a new key, and all tables anew from the archive."""

from pathlib import Path

from jeugdstelsel.services.process import Summary, process
from jeugdstelsel.services.review import review
from jeugdstelsel.services.warehouse import DATABASE, open_warehouse
from jeugdstelsel.store.key import rotate_key


def rotate(workdir: Path) -> Summary:
    """Make a new key and rebuild. The archive is not touched; the old key is kept beside the new one.

    The tables go first: whatever moment a kill comes, no table mixes pseudonyms of two keys.
    """
    open_warehouse(workdir).close()  # refuses when another run is busy
    for file in workdir.glob(f"{DATABASE}*"):
        file.unlink()
    rotate_key(workdir)
    summary = process([], workdir, van="", door="")
    review(workdir)
    return summary
