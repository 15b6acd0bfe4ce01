"""The key lies outside the database, for its owner only, and is replaced all at once."""

import os
import stat
from pathlib import Path

import pytest

from jeugdstelsel.model import GebruikersFout
from jeugdstelsel.store.key import VARIABLE, key_path, read_key, rotate_key


def test_the_first_time_a_key_is_made_and_then_it_stays(tmp_path: Path) -> None:
    key = read_key(tmp_path)
    assert len(key.secret) == 32
    assert read_key(tmp_path) == key
    assert read_key(tmp_path / "ander") != key


def test_only_the_owner_may_read_it_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        read_key(tmp_path)
        rotate_key(tmp_path)
    finally:
        os.umask(before)
    assert [stat.S_IMODE(file.stat().st_mode) for file in tmp_path.iterdir()] == [0o600, 0o600]


def test_the_environment_may_put_it_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "kluis" / "sleutel"))
    read_key(tmp_path / "werkmap")
    assert (tmp_path / "kluis" / "sleutel").is_file()
    assert not (tmp_path / "werkmap").exists()


def test_a_new_key_has_the_next_version_and_the_old_one_is_kept(tmp_path: Path) -> None:
    old = read_key(tmp_path)
    kept = key_path(tmp_path).read_bytes()
    new = rotate_key(tmp_path)
    assert (old.version, new.version) == ("1", "2")
    assert new.secret != old.secret
    assert (tmp_path / "sleutel.1").read_bytes() == kept


def test_versions_go_round_after_the_last(tmp_path: Path) -> None:
    assert [rotate_key(tmp_path).version for _ in range(36)][-3:] == ["Z", "1", "2"]


def test_a_kill_while_a_key_was_written_leaves_no_broken_key(tmp_path: Path) -> None:
    (tmp_path / "sleutel.nieuw").write_text("1:half")
    assert read_key(tmp_path) == read_key(tmp_path)


@pytest.mark.parametrize("content", ["", "1:", "1:zz", "12:" + "a" * 64, "1:" + "z" * 64, "1:" + "a" * 63, "\0"])
def test_a_broken_key_is_refused_without_showing_it(tmp_path: Path, content: str) -> None:
    (tmp_path / "sleutel").write_text(content)
    with pytest.raises(GebruikersFout, match=r"beschadigd\. Zet de reservekopie terug") as error:
        read_key(tmp_path)
    assert "aaaa" not in str(error.value)


def test_a_key_never_shows_its_secret(tmp_path: Path) -> None:
    key = read_key(tmp_path)
    assert key.secret.hex() not in repr(key)
    assert repr(key.secret) not in repr(key)
