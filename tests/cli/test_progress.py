import io
import re
import time

import pytest

from reviewer.cli._progress import Progress


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.fixture
def clock(monkeypatch):
    now = [100.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    return now


def test_a_run_of_more_than_a_second_shows_a_bar_and_takes_it_away(monkeypatch, clock):
    stream = Terminal()
    monkeypatch.setattr("sys.stderr", stream)
    progress = Progress()
    progress(1, 4)
    assert stream.getvalue() == ""
    clock[0] += 1.1
    progress(2, 4)
    assert stream.getvalue() == "\r[###############...............] 2/4 files"
    progress(3, 4)  # too soon after the last
    assert "3/4" not in stream.getvalue()
    clock[0] += 0.2
    progress(4, 4)
    progress.clear()
    assert re.sub(r".*\r", "", stream.getvalue()) == "\x1b[K"


def test_nothing_is_shown_where_nobody_waits_or_for_short_runs(monkeypatch, clock):
    for stream in (io.StringIO(), Terminal()):
        monkeypatch.setattr("sys.stderr", stream)
        progress = Progress()
        clock[0] += 0 if stream.isatty() else 60
        progress(1, 1)
        progress.clear()
        assert stream.getvalue() == ""
