"""The program in a pseudo-terminal of its own: send keys, take the time until the screen is still."""

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time


class Terminal:
    """``reviewer review`` with some arguments, on a screen of its own."""

    def __init__(self, *arguments, cwd, columns=120, rows=36, env=None):
        self.master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.process = subprocess.Popen(
            [sys.executable, "-m", "reviewer", "review", *arguments],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            cwd=cwd,
            env={**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", **(env or {})},
            start_new_session=True,
        )
        os.close(slave)
        self.output = b""

    def read(self, timeout):
        """What comes within the time, or nothing."""
        if not select.select([self.master], [], [], timeout)[0]:
            return b""
        try:
            data = os.read(self.master, 1 << 16)
        except OSError:  # the other end is closed
            return b""
        self.output += data
        return data

    def wait_for(self, text, timeout=20.0):
        """Read until the text has come; the seconds that took."""
        start = time.perf_counter()
        while text not in self.output:
            if time.perf_counter() - start > timeout:
                raise AssertionError(f"{text!r} did not come; last: {self.output[-2000:]!r}")
            self.read(0.05)
        return time.perf_counter() - start

    def settle(self, quiet=0.3):
        """Read until nothing has come for a while."""
        while self.read(quiet):
            pass

    def key(self, keys, quiet=0.06, answer=2.0):
        """Send keys; the seconds until the last byte of the screen they changed.

        Nothing within ``answer`` seconds means that they changed nothing.
        """
        start = last = time.perf_counter()
        os.write(self.master, keys)
        wait = answer
        while self.read(wait):
            last, wait = time.perf_counter(), quiet
        return last - start

    def kill(self, sign=signal.SIGKILL):
        """End it at once."""
        self.process.send_signal(sign)
        self.process.wait(10)

    def vanish(self):
        """Take the screen away; nobody tells the program, for it has no controlling terminal."""
        os.close(self.master)
        self.master = -1

    def close(self):
        """End it if it still runs."""
        if self.process.poll() is None:
            self.kill()
        if self.master >= 0:
            os.close(self.master)
