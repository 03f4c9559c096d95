"""A whole archive against a very large glossary: wall time, memory, findings a second.

    python -m tests.benchmarks.scale [--articles 10000] [--names 1000000] [--jobs N] [--data FOLDER]

The articles are 25 sentences each: those of the seed article and, where a data folder is given, of
its texts (``*.txt``, and what ``*.jsonl`` and ``*.jsonl.gz`` hold under ``text`` or ``reference``),
with some from templates that hold names of the glossary, of which one in ten is spelled as
transliteration by way of Latvian would spell it. The names are invented by a seeded generator. The
first run compiles the glossary, the second finds it compiled, the third takes its results from the
cache.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.speed import SEED_ARTICLE, measure, names, write_glossary

_SENTENCES = """\
{0} met {1} in the capital on Tuesday to discuss the budget for the coming year.
The opposition accused {0} of delaying the reform that parliament approved in spring.
"We shall not sign anything before the audit is finished," {0} told reporters.
According to {0}, the bridge will be closed to traffic until the end of November.
A court sentenced {0} to a fine of 4,000 euros; {1} was acquitted.
The talks, which {0} and {1} had prepared for months, ended without a result.
Officials said that more than 300 people had left the area by Friday evening.
Prices rose by 2.4 percent in October, the statistics office reported.
The company run by {0} denies the allegations and will appeal.
{0}, who chairs the committee, called the report premature.
It rained for three days, and the river rose above the mark of 1997.
Critics say the law leaves too much to the ministry and too little to the courts."""
_GARBLED = (("sh", "š"), ("zh", "ž"), ("ts", "c"), ("kh", "h"), ("ch", "č"), ("y", "j"), ("h", ""))


def garbled(name: str) -> str:
    """The name as Latvian spelling leaves it when its ornaments are lost."""
    for old, new in _GARBLED:
        name = name.replace(old, new.translate(str.maketrans("šžč", "szc")))
    return name


def sentences_in(folder: Path | None) -> list[str]:
    """The sentences of the seed article and of a data folder's texts, each once."""
    texts = [SEED_ARTICLE.read_text("utf-8")]
    for path in sorted(folder.rglob("*")) if folder else ():
        if path.suffix == ".txt":
            texts.append(path.read_text("utf-8", "replace"))
        elif path.name.endswith((".jsonl", ".jsonl.gz")):
            data = path.read_bytes()
            lines = (gzip.decompress(data) if path.suffix == ".gz" else data).splitlines()
            records = (json.loads(line) for line in lines if line.strip())
            texts += (r.get("text") or r.get("reference") or "" for r in records)
    found = (part for text in texts for part in re.split(r"(?<=[.!?”])\s+", text))
    return list(dict.fromkeys(one.strip() for one in found if len(one) > 40))


def write_articles(folder: Path, count: int, known: list[str], sentences: list[str]) -> None:
    """Articles of 25 sentences, a hundred in each folder."""
    chance = random.Random(10)
    templates = _SENTENCES.splitlines()
    for number in range(count):
        people = chance.sample(known, 6)
        lines = []
        for _ in range(5):
            paragraph = chance.choices(sentences, k=4)
            chosen = [
                garbled(person) if chance.random() < 0.1 else person
                for person in chance.sample(people, 2)
            ]
            paragraph.insert(chance.randrange(5), chance.choice(templates).format(*chosen))
            lines.append(" ".join(paragraph))
        path = folder / f"{number // 100:04}" / f"{number % 100:02}.txt"
        path.parent.mkdir(exist_ok=True)
        path.write_text("\n\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Make what is missing, run three times, print a line for each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, metavar="FOLDER")
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--names", type=int, default=1_000_000)
    parser.add_argument("--jobs", default="2")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_glossary(folder / "names.csv", options.names)
        articles = folder / "articles"
        articles.mkdir()
        known = names(min(options.names, 50_000))
        write_articles(articles, options.articles, known, sentences_in(options.data))
        size = sum(path.stat().st_size for path in articles.rglob("*.txt")) / 1e6
        command = [sys.executable, "-m", "reviewer", "check", "--jobs", options.jobs]
        command += ["--glossary", str(folder / "names.csv"), "-o", f"json:{folder / 'out.json'}"]
        print(f"{options.names:,} names and the shipped packs, {size:.1f} MB, {options.jobs} jobs")
        for what in ("glossary compiled", "results fresh", "results kept"):
            if what == "results fresh":
                _forget(folder / "cache" / "results")
            cost = measure([*command, str(articles)], folder, folder / "cache")
            summary = json.loads((folder / "out.json").read_text("utf-8"))["summary"]
            rate = summary["findings"] / cost.wall
            print(
                f"  {what:18} {summary['articles']:,} articles, {summary['findings']:,} findings"
                f"  wall {cost.wall:.1f} s  CPU {cost.cpu:.1f} s  peak {cost.memory:.0f} MB"
                f"  {rate:,.0f} findings/s"
            )


def _forget(folder: Path) -> None:
    for file in folder.rglob("*.json"):
        file.unlink()


if __name__ == "__main__":
    main()
