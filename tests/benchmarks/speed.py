"""How fast a check is, beside codespell and typos, all in one run on one machine.

    python -m tests.benchmarks.speed [--megabytes 20] [--rounds 3] [--glossary FILE] [--names 10000]

The text is what the machine holds: the docstrings of Python's standard library, then the plain-text
documentation of Debian's packages (/usr/share/doc), in files of 200 kB; where both do not suffice
it is repeated. The glossary is a given one, or invented names from a seeded generator; the shipped
packs are on. codespell and typos (both on PyPI) are measured where they are installed. A figure is
the best of the rounds; CPU time is user and system time of the process and its children. "cold" has
an empty cache folder in every round, as the first run in CI; "checked anew" finds the glossaries
compiled but no result. Ratios within a run are what counts: another machine has other seconds.
"""

from __future__ import annotations

import argparse
import ast
import gzip
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
_DOCUMENTS = ("readme", "news", "faq", "changes", "changelog", "todo", "history", "release")
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
    """The docstrings of the standard library."""
    for path in sorted(Path(sysconfig.get_paths()["stdlib"]).rglob("*.py")):
        if "site-packages" in path.parts:
            continue
        try:
            tree = ast.parse(path.read_text(encoding="utf-8"))
        except (SyntaxError, UnicodeDecodeError, ValueError):
            continue
        for node in ast.walk(tree):
            if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
                yield ast.get_docstring(node) or ""


def documentation(folder: Path = Path("/usr/share/doc")) -> Iterator[str]:
    """The texts among the packages' documentation, of each the first 300 kB; logs left out."""
    for path in sorted(folder.rglob("*")):
        name = path.name.lower().removesuffix(".gz")
        wanted = name.endswith((".txt", ".md", ".rst")) or name.startswith(_DOCUMENTS)
        if not wanted or "changelog.debian" in name or path.is_symlink() or not path.is_file():
            continue
        data = path.read_bytes()
        if path.suffix == ".gz":
            data = gzip.decompress(data)
        if b"\0" not in data:
            yield data[:300_000].decode("utf-8", "ignore")


def write_corpus(folder: Path, size: int) -> None:
    """Files of 200 kB that hold ``size`` bytes together."""
    texts = list(dict.fromkeys(text for text in documentation() if len(text) > 500))
    random.Random(20).shuffle(texts)
    texts = ["\n\n".join(dict.fromkeys(filter(None, docstrings()))), *texts]
    data = "\n\n".join(texts).encode("utf-8", "replace")[:size]
    data = data * (1 + size // max(1, len(data)))
    for count in range(-(-size // FILE)):
        part = data[count * FILE : (count + 1) * FILE].decode("utf-8", "ignore")
        (folder / f"{count:04}.txt").write_text(part, "utf-8", newline="")


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


def best(
    rounds: int, command: list[str], folder: Path, cache: Path | None = None, *, cold: bool = False
) -> Cost:
    """The least of several runs, each figure for itself; ``cold`` empties the cache before each."""
    costs = []
    for _ in range(rounds):
        if cold and cache:
            shutil.rmtree(cache, ignore_errors=True)
        costs.append(measure(command, folder, cache))
    return Cost(min(c.wall for c in costs), min(c.cpu for c in costs), min(c.memory for c in costs))


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--megabytes", type=float, default=20)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--glossary", type=Path, help="instead of invented names")
    parser.add_argument("--names", type=int, default=NAMES, help="how many to invent")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        small, large = folder / "small", folder / "large"
        for place in (small, large):
            place.mkdir()
        shutil.copy(SEED_ARTICLE, small / "article.txt")
        glossary = folder / f"names{options.glossary.suffix if options.glossary else '.csv'}"
        if options.glossary:
            shutil.copy(options.glossary, glossary)
        else:
            write_glossary(glossary, options.names)
        # In a process of its own: a child's peak memory begins with its parent's.
        make = (
            "import sys; from pathlib import Path; from tests.benchmarks.speed import write_corpus"
        )
        make += "; write_corpus(Path(sys.argv[1]), int(sys.argv[2]))"
        size = str(int(options.megabytes * 1e6))
        subprocess.run([sys.executable, "-c", make, str(large), size], check=True)
        files = list(large.iterdir())
        megabytes = sum(file.stat().st_size for file in files) / 1e6
        print(f"Python {sys.version.split()[0]}, {os.cpu_count()} processors")
        print(f"\none article of {SEED_ARTICLE.stat().st_size / 1000:.1f} kB, shipped packs on")
        _table(small, options.rounds * 3, None, 0)
        what = options.glossary.name if options.glossary else f"{options.names:,} invented names"
        print(f"\n{len(files)} files, {megabytes:.1f} MB; {what} and the shipped packs")
        _table(large, options.rounds, glossary, megabytes)


def _table(folder: Path, rounds: int, glossary: Path | None, megabytes: float) -> None:
    cache = folder.parent / "cache"
    check = [sys.executable, "-m", "reviewer", "check"]
    check += ["--glossary", str(glossary)] if glossary else []
    fresh = [*check, "--no-cache"]
    rows: dict[str, list[str]] = {}
    for peer in ("codespell", "typos"):
        if found := shutil.which(peer) or shutil.which(peer, path=str(Path(sys.executable).parent)):
            rows[peer] = [found, *(["-j", "1"] if peer == "typos" else []), "."]
    rows["all checks, cold"] = [*check, "--jobs", "1"]  # leaves the cache as the others want it
    if glossary:
        rows["names and phrases, 1 job"] = [*fresh, "--jobs", "1", "--select", "names,phrases"]
        rows["names and phrases, 2 jobs"] = [*fresh, "--jobs", "2", "--select", "names,phrases"]
    rows["all checks, 1 job"] = [*fresh, "--jobs", "1"]
    rows["all checks, 2 jobs"] = [*fresh, "--jobs", "2"]
    rows["all checks, from the cache"] = check
    print(f"  {'':28} {'wall s':>8} {'CPU s':>8} {'peak MB':>8}  MB/CPU s  of {next(iter(rows))}'s")
    first = None
    for name, command in rows.items():
        cold = name.endswith("cold")
        cost = best(min(rounds, 2) if cold else rounds, command, folder, cache, cold=cold)
        first = first or cost
        speed = f"{megabytes / cost.cpu:8.2f}" if megabytes else " " * 8
        ratio = f"wall {cost.wall / first.wall:.2f} CPU {cost.cpu / first.cpu:.2f}"
        print(f"  {name:28} {cost.wall:8.3f} {cost.cpu:8.3f} {cost.memory:8.0f}  {speed}  {ratio}")


if __name__ == "__main__":
    main()
