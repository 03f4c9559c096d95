"""The checking process: answers, survives nothing it should not, leaves nothing behind."""

import os
import signal
import sys
from pathlib import Path

import pytest

from reviewer.engine.files import FileResult
from reviewer.tui.helper import Helper as Process

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="forks on Linux only")


RENEWED = []


def who_checked(path):
    return FileResult(notes=(f"{path} by {os.getpid()}", *RENEWED))


def Helper(check):  # noqa: N802
    return Process(check, lambda path: RENEWED.append(f"renewed for {path}"))


def test_another_process_checks_and_ahead_too():
    helper = Helper(who_checked)
    try:
        helper.begin(Path("a"))
        answers = [helper.check(Path(name)).notes[0] for name in "ab"]
    finally:
        helper.close()
    pid = answers[0].split()[-1]
    assert answers == [f"a by {pid}", f"b by {pid}"]
    assert pid != str(os.getpid())
    with pytest.raises(ProcessLookupError):
        os.kill(int(pid), 0)


def test_a_renewal_holds_from_the_next_check_on_whatever_was_asked_ahead():
    helper = Helper(who_checked)
    try:
        helper.begin(Path("a"))
        helper.renew(Path("a"))
        helper.begin(Path("b"))
        for name in "ab":
            asked, *renewed = helper.check(Path(name)).notes
            assert asked.startswith(f"{name} by")
            assert renewed == ["renewed for a"]
    finally:
        helper.close()
    assert RENEWED == []


def test_when_it_dies_this_process_checks():
    helper = Helper(who_checked)
    pid = int(helper.check(Path("a")).notes[0].split()[-1])
    os.kill(pid, signal.SIGKILL)
    assert helper.check(Path("b")).notes == (f"b by {os.getpid()}",)
    helper.close()


def test_it_ends_with_us_in_the_middle_of_a_check():
    """Our death is what closes the pipe; closing it by hand is the same to the other process."""

    def never(_path):
        while True:
            pass

    helper = Helper(never)
    helper.begin(Path("a"))
    os.close(helper._life)
    helper._process.join(10)
    assert helper._process.exitcode == 0
    helper._process = None
