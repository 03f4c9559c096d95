import os
import stat

import pytest

from reviewer.curate import save
from reviewer.errors import GlossaryError


@pytest.fixture
def pack(tmp_path):
    path = tmp_path / "pack.toml"
    path.write_bytes(b"old")
    return path


def test_replaces_and_keeps_the_mode(pack):
    pack.chmod(0o640)
    save.replace(pack, b"new", save.sha256(b"old"))
    assert pack.read_bytes() == b"new"
    assert stat.S_IMODE(pack.stat().st_mode) == 0o640
    assert os.listdir(pack.parent) == ["pack.toml"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="root may give away")
def test_root_saves_for_the_owner(pack):
    os.chown(pack, 12345, 12346)
    save.replace(pack, b"new", save.sha256(b"old"))
    assert (pack.stat().st_uid, pack.stat().st_gid) == (12345, 12346)


def test_somebody_else_was_faster(pack):
    pack.write_bytes(b"theirs")
    with pytest.raises(save.ChangedError, match="somebody else changed it"):
        save.replace(pack, b"ours", save.sha256(b"old"))
    assert pack.read_bytes() == b"theirs"
    assert os.listdir(pack.parent) == ["pack.toml"]


def test_a_new_file_is_not_put_over_one_that_came_meanwhile(pack):
    with pytest.raises(save.ChangedError):
        save.replace(pack, b"ours", "")
    save.replace(pack.parent / "folder" / "new.toml", b"new", "")
    assert (pack.parent / "folder" / "new.toml").read_bytes() == b"new"


def test_a_full_disk_leaves_the_old_file(pack, monkeypatch):
    def full(_handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(save.os, "fsync", full)
    with pytest.raises(GlossaryError, match="No space left on device; the old file is whole"):
        save.replace(pack, b"new", save.sha256(b"old"))
    assert pack.read_bytes() == b"old"
    assert os.listdir(pack.parent) == ["pack.toml"]


def test_a_read_only_file_is_told(pack):
    pack.chmod(0o444)
    with pytest.raises(GlossaryError, match="read-only"):
        save.replace(pack, b"new", save.sha256(b"old"))
    assert pack.read_bytes() == b"old"
