"""How quick the review is, in a pseudo-terminal: ``python -m tests.benchmarks.review``.

A 200 KB article with about 2,000 findings (the second start, when the result cache knows them):
seconds to the first frame, and milliseconds from a key to the last byte of the screen it changes,
beside the processor's own milliseconds. Aims: 0.9 s to the first frame, 30 ms for 95 of 100 keys.
Then a queue of 1,000 articles: 1.5 s to its list, the first article workable meanwhile.
"""

import os
import random
import shutil
import sys
import tempfile
import time
from pathlib import Path

from tests.tui.terminal import Terminal

WORDS = (
    "government ministry officials country region fighting agreement leader president forces"
    " border talks capital people reported morning evening said would never"
)
KEYS = {
    "n": "next",
    "a": "approve",
    "x": "reject",
    "s": "skip",
    "u": "undo",
    "\x12": "redo",
    "N": "next, any",
}
PRESSES = 60
STARTS = 5
TICK = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100


def article(seed, size, rate=0.05):
    """Prose without sense, one word in twenty a name or phrase to flag."""
    chance = random.Random(seed)
    words_of_no_interest = WORDS.split()
    paragraphs = []
    while sum(map(len, paragraphs)) < size:
        words = [
            chance.choice(("Arcruns Ovannisyan", "trilogues"))
            if chance.random() < rate
            else chance.choice(words_of_no_interest)
            for _ in range(90)
        ]
        paragraphs.append(" ".join(words) + ".\n")
    return "".join(paragraphs)


def processor(screen):
    """Milliseconds that the program's own process has computed so far (Linux)."""
    stat = Path(f"/proc/{screen.process.pid}/stat")
    if not stat.exists():
        return float("nan")
    fields = stat.read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) * 1000 / TICK


def starts(folder, what, sign, *paths):
    """The quickest of some starts until a text is on the screen."""
    best, spent = float("inf"), float("inf")
    for _ in range(STARTS):
        start = time.perf_counter()
        screen = Terminal(*paths, cwd=folder)
        screen.wait_for(sign, 300)
        best = min(best, time.perf_counter() - start)
        spent = min(spent, processor(screen) / 1000)
        screen.kill()
        screen.close()
    print(f"{what:<34} {best:6.2f} s   processor {spent:5.2f} s")


def large(folder):
    """One large article."""
    (folder / "large.txt").write_text(article(1, 200_000))
    start = time.perf_counter()
    screen = Terminal("large.txt", cwd=folder)
    screen.wait_for(b"Suggested", 300)
    print(f"{'200 KB: first finding, not cached':<34} {time.perf_counter() - start:6.2f} s")
    screen.settle(1)
    screen.close()
    starts(folder, "200 KB: first frame with findings", b"Suggested", "large.txt")
    screen = Terminal("large.txt", cwd=folder)
    screen.wait_for(b"Suggested", 300)
    screen.settle(1)
    for key, name in KEYS.items():
        before = processor(screen)
        times = sorted(screen.key(key.encode()) * 1000 for _ in range(PRESSES))
        spent = (processor(screen) - before) / PRESSES
        middle, most = times[PRESSES // 2], times[int(PRESSES * 0.95)]
        print(
            f"200 KB: {name:<12} p50 {middle:5.1f} ms  p95 {most:5.1f} ms  processor {spent:5.1f} ms"
        )
    screen.close()


def queue(folder):
    """Many small articles."""
    for number in range(1000):
        (folder / f"{number:04}.txt").write_text(article(number, 1500))
    for state in ("not cached", "cached in part"):
        start = time.perf_counter()
        screen = Terminal(".", cwd=folder)
        screen.wait_for(b"Approve")
        screen.key(b"o")
        screen.wait_for(b"articles done")
        print(f"1,000 articles, {state}: list    {time.perf_counter() - start:6.2f} s")
        screen.key(b"\x1b")
        screen.wait_for(b"Suggested", 60)
        print(f"1,000 articles, {state}: workable{time.perf_counter() - start:6.2f} s")
        screen.settle(0.2)
        times = sorted(screen.key(b"n") * 1000 for _ in range(20))
        print(f"1,000 articles, checked behind: next p50 {times[10]:5.1f} ms")
        screen.close()


def main():
    """Measure both."""
    for measure in (large, queue):
        folder = Path(tempfile.mkdtemp())
        try:
            (folder / ".git").mkdir()
            measure(folder)
            sys.stdout.flush()
        finally:
            shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
