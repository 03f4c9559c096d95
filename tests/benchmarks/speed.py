"""How fast a check is, beside codespell and typos, all in one run on one machine.

    python -m tests.benchmarks.speed [--megabytes 20] [--rounds 3]

The text is made from the docstrings of Python's standard library: paragraphs of prose, each a line,
shuffled by a fixed seed and repeated where they do not suffice, in files of 200 kB. The glossary has
10,000 invented names from a seeded generator. codespell and typos (both on PyPI) are measured where
they are installed. A figure is the best of the rounds; CPU time is user and system time of the
process and its children. Ratios within a run are what counts: another machine has other seconds.
"""

from __future__ import annotations

import argparse
import ast
import os
import random
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FILE = 200_000  # bytes
NAMES = 10_000
SEED_ARTICLE = Path(__file__).parent.parent.parent / "seeds" / "nagorno-karabakh-2020.txt"
_ONSETS = "b br ch d dr f g gr h j k kh kr l m n p pr r s sh st t tr ts v y z zh"
_VOWELS = "a a a e e i i o o u ia ei ou"
_CODAS = ",,,n,r,s,l,k,m,v"
_ENDINGS = "ian yan ov ova enko uk ski shvili dze ev eva ić son sen aitis as is oglu"


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command took, in seconds; ``memory`` is its peak in MB."""

    wall: float
    cpu: float
    memory: float


def docstrings() -> Iterator[str]:
    """The paragraphs of prose in the standard library's docstrings."""
    for path in sorted(Path(sysconfig.get_paths()["stdlib"]).rglob("*.py")):
        if "site-packages" in path.parts:
            continue
        try:
            tree = ast.parse(path.read_text(encoding="utf-8"))
        except (SyntaxError, UnicodeDecodeError, ValueError):
            continue
        for node in ast.walk(tree):
            if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
                for paragraph in (ast.get_docstring(node) or "").split("\n\n"):
                    prose = " ".join(paragraph.split())
                    if len(prose) > 60 and _is_prose(prose):
                        yield prose


def _is_prose(text: str) -> bool:
    """Sentences, not code, tables or doctests: what an article could hold."""
    letters = sum(char.isalpha() or char in " ,.'-" for char in text)
    return text[-1] in ".!?" and letters > 0.95 * len(text)


def write_corpus(folder: Path, size: int) -> None:
    """Files of 200 kB that hold ``size`` bytes together."""
    paragraphs = list(docstrings())
    chance = random.Random(20)
    count = 0
    while count * FILE < size:
        chance.shuffle(paragraphs)
        written, chosen = 0, []
        for paragraph in paragraphs:
            chosen.append(paragraph)
            written += len(paragraph.encode("utf-8", "replace")) + 2
            if written >= FILE:
                data = "\n\n".join(chosen).encode("utf-8", "replace")[:FILE]
                (folder / f"{count:04}.txt").write_bytes(data.decode("utf-8", "ignore").encode())
                count, written, chosen = count + 1, 0, []
                if count * FILE >= size:
                    break


def names(count: int, seed: int = 7) -> list[str]:
    """Invented names of two words, each once."""
    chance = random.Random(seed)
    parts = _ONSETS.split(), _VOWELS.split(), _CODAS.split(",")
    endings = _ENDINGS.split()

    def syllables(number: int) -> str:
        return "".join(chance.choice(part) for _ in range(number) for part in parts)

    found: dict[str, None] = {}
    while len(found) < count:
        given = syllables(chance.choice((1, 2, 2, 3))).capitalize()
        family = (syllables(chance.choice((1, 2, 2))) + chance.choice(endings)).capitalize()
        found[f"{given} {family}"] = None
    return list(found)


def write_glossary(path: Path, count: int) -> None:
    """A glossary of invented names, as CSV."""
    path.write_text("\n".join(["term", *names(count)]) + "\n", encoding="utf-8")


def measure(command: list[str], folder: Path, cache: Path | None = None) -> Cost:
    """Run a command in a folder to its end."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    environment["REVIEWER_CACHE_DIR"] = str(cache or folder)
    begin = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - begin
    if process.returncode not in (0, 1, 2, 65):  # 65: codespell found that many or more
        sys.exit(f"{' '.join(command)} ended with status {process.returncode}")
    return Cost(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def best(rounds: int, command: list[str], folder: Path, cache: Path | None = None) -> Cost:
    """The least of several runs, each figure for itself."""
    costs = [measure(command, folder, cache) for _ in range(rounds)]
    return Cost(min(c.wall for c in costs), min(c.cpu for c in costs), min(c.memory for c in costs))


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--megabytes", type=float, default=20)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        small, large = folder / "small", folder / "large"
        for place in (small, large):
            place.mkdir()
        shutil.copy(SEED_ARTICLE, small / "article.txt")
        write_glossary(folder / "names.csv", NAMES)
        # In a process of its own: a child's peak memory begins with its parent's.
        make = (
            "import sys; from pathlib import Path; from tests.benchmarks.speed import write_corpus"
        )
        make += "; write_corpus(Path(sys.argv[1]), int(sys.argv[2]))"
        size = str(int(options.megabytes * 1e6))
        subprocess.run([sys.executable, "-c", make, str(large), size], check=True)
        count = len(list(large.iterdir()))
        print(f"Python {sys.version.split()[0]}, {os.cpu_count()} processors")
        print(f"\none article of {SEED_ARTICLE.stat().st_size / 1000:.1f} kB, shipped packs on")
        _table(small, options.rounds * 3, None, 0)
        print(f"\n{count} files of {FILE // 1000} kB, {NAMES:,} names and the shipped packs")
        _table(large, options.rounds, folder / "names.csv", count * FILE / 1e6)


def _table(folder: Path, rounds: int, glossary: Path | None, megabytes: float) -> None:
    cache = folder.parent / "cache"
    check = [sys.executable, "-m", "reviewer", "check"]
    check += ["--glossary", str(glossary)] if glossary else []
    fresh = [*check, "--no-cache"]
    rows: dict[str, list[str]] = {}
    for peer in ("codespell", "typos"):
        if found := shutil.which(peer) or shutil.which(peer, path=str(Path(sys.executable).parent)):
            rows[peer] = [found, *(["-j", "1"] if peer == "typos" else []), "."]
    if glossary:
        rows["reviewer, names and phrases"] = [*fresh, "--jobs", "1", "--select", "names,phrases"]
        rows["reviewer, 1 job"] = [*fresh, "--jobs", "1"]
        rows["reviewer, 2 jobs"] = [*fresh, "--jobs", "2"]
    else:
        rows["reviewer"] = fresh
    rows["reviewer, from the cache"] = check
    for command in (fresh, check):
        measure(command, folder, cache)  # compiles the glossaries, fills the cache
    print(f"  {'':28} {'wall s':>8} {'CPU s':>8} {'peak MB':>8}  MB/CPU s  of {next(iter(rows))}'s")
    first = None
    for name, command in rows.items():
        cost = best(rounds, command, folder, cache)
        first = first or cost
        speed = f"{megabytes / cost.cpu:8.1f}" if megabytes else " " * 8
        ratio = f"wall {cost.wall / first.wall:.2f} CPU {cost.cpu / first.cpu:.2f}"
        print(f"  {name:28} {cost.wall:8.3f} {cost.cpu:8.3f} {cost.memory:8.0f}  {speed}  {ratio}")


if __name__ == "__main__":
    main()
