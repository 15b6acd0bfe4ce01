"""Replace the key of the pseudonyms: a new key, and all tables anew from the archive."""

from pathlib import Path

from jeugdstelsel.services.process import DATABASE, Summary, process
from jeugdstelsel.services.review import review
from jeugdstelsel.store.key import rotate_key


def rotate(workdir: Path) -> Summary:
    """Make a new key and rebuild. The archive is not touched; the old key is kept beside the new one."""
    rotate_key(workdir)
    for file in workdir.glob(f"{DATABASE}*"):
        file.unlink()
    summary = process([], workdir, van="", door="")
    review(workdir)
    return summary
