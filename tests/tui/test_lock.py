"""One editor an article."""

import json
import os
import socket
import time

import pytest

from reviewer.tui.lock import STALE_AFTER, Locks

FREE = 2**22 + 5  # no process has this id


def held_by(folder, **changes):
    """A lock as another process left it."""
    locks = Locks(folder)
    assert locks.hold("a.txt") == ""
    [file] = folder.iterdir()
    file.write_text(json.dumps({**json.loads(file.read_text()), **changes}))
    return file


@pytest.mark.parametrize(
    ("changes", "refused"),
    [
        ({"pid": os.getpid()}, True),
        ({"pid": FREE}, False),
        ({"host": "elsewhere", "pid": FREE}, True),
        ({"host": "elsewhere", "since": time.time() - STALE_AFTER - 60}, False),
        ({"pid": "no number"}, False),
    ],
)
def test_the_second_editor_is_told_unless_the_first_is_gone(tmp_path, changes, refused):
    file = held_by(tmp_path / "locks", who="Anna", **changes)
    reason = Locks(tmp_path / "locks").hold("a.txt")
    assert bool(reason) is refused
    if refused:
        assert "Anna has had this article open since" in reason
        assert str(file) in reason
    else:
        assert json.loads(file.read_text())["host"] == socket.gethostname()


def test_locks_are_let_go(tmp_path):
    locks = Locks(tmp_path / "locks")
    assert locks.hold("a.txt") == locks.hold("a.txt") == locks.hold("b.txt") == ""
    locks.release()
    assert Locks(tmp_path / "locks").hold("a.txt") == ""


def test_where_no_lock_can_be_written_nobody_is_kept_out(tmp_path):
    (tmp_path / "locks").write_text("a file in the way")
    assert Locks(tmp_path / "locks").hold("a.txt") == ""
