"""How quick the review is, in a pseudo-terminal: ``python -m tests.benchmarks.review``.

A 200 KB article with about 2,000 findings: seconds to the first frame, to the first finding, and
milliseconds from a key to the last byte of the screen it changes. Aims: 0.9 s to the first frame,
30 ms for 95 of 100 keys. Then a queue of 1,000 articles: 1.5 s to its list.
"""

import random
import sys
import tempfile
import time
from pathlib import Path

from tests.tui.terminal import Terminal

WORDS = (
    "government ministry officials country region fighting agreement leader president forces"
    " border talks capital people reported morning evening said would never"
)
KEYS = {"n": "next", "a": "approve", "x": "reject", "s": "skip", "u": "undo", "N": "next, any"}
PRESSES = 60


def article(seed, size):
    """Prose without sense, one word in fifteen a name or phrase to flag."""
    chance = random.Random(seed)
    words_of_no_interest = WORDS.split()
    paragraphs = []
    while sum(map(len, paragraphs)) < size:
        words = [
            chance.choice(("Arcruns Ovannisyan", "trilogues"))
            if chance.random() < 0.065
            else chance.choice(words_of_no_interest)
            for _ in range(90)
        ]
        paragraphs.append(" ".join(words) + ".\n")
    return "".join(paragraphs)


def large(folder):
    """One large article."""
    (folder / "large.txt").write_text(article(1, 200_000))
    start = time.perf_counter()
    screen = Terminal("large.txt", cwd=folder)
    screen.wait_for(b"Approve")
    print(f"200 KB: first frame        {time.perf_counter() - start:6.2f} s")
    screen.wait_for(b"Suggested", 300)
    print(f"200 KB: first finding      {time.perf_counter() - start:6.2f} s")
    screen.settle(1)
    for key, name in KEYS.items():
        times = sorted(screen.key(key.encode()) * 1000 for _ in range(PRESSES))
        middle, most = times[PRESSES // 2], times[int(PRESSES * 0.95)]
        print(f"200 KB: {key} {name:<16} p50 {middle:5.1f} ms  p95 {most:5.1f} ms")
    screen.close()


def queue(folder):
    """Many small articles."""
    for number in range(1000):
        (folder / f"{number:04}.txt").write_text(article(number, 1500))
    start = time.perf_counter()
    screen = Terminal(".", cwd=folder)
    screen.wait_for(b"Approve")
    screen.key(b"o")
    screen.wait_for(b"articles done")
    print(f"1,000 articles: list       {time.perf_counter() - start:6.2f} s")
    screen.close()


def main():
    """Measure both."""
    for measure in (large, queue):
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / ".git").mkdir()
            measure(Path(folder))
            sys.stdout.flush()


if __name__ == "__main__":
    main()
