"""What reading each format costs beside checking it: ``python -m tests.benchmarks.formats``.

The same prose (docstrings of Python's standard library, ``--megabytes`` of it) is written in every
format, bilingual ones with a made-up source, and read and checked with all packs.
Figures are MB of the file to a CPU second; the ratio is what counts. ``jsonl`` is also read from a
file of ``--stream`` megabytes, in a process of its own, whose peak memory is told.
"""

import argparse
import io
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from html import escape
from pathlib import Path
from xml.sax.saxutils import escape as xml

from reviewer import formats
from reviewer.config import Settings
from reviewer.engine.project import Project
from tests.benchmarks.speed import docstrings

Paragraphs = list[str]


def _marked(paragraph: str) -> str:
    """The paragraph in HTML with an emphasis and a link, as articles have them."""
    words = escape(paragraph).split(" ")
    if len(words) > 9:
        words[2], words[7] = f"<b>{words[2]}</b>", f'<a href="https://example.org/x">{words[7]}</a>'
    return " ".join(words)


def _starred(paragraph: str) -> str:
    words = paragraph.split(" ")
    if len(words) > 9:
        words[2], words[7] = f"**{words[2]}**", f"[{words[7]}](https://example.org/x)"
    return " ".join(words)


def _source(paragraph: str) -> str:
    return "Avots " + paragraph[::-1]


def _xliff(paragraphs: Paragraphs) -> str:
    units = (
        f'<trans-unit id="{n}"><source>{xml(_source(p))}</source>'
        f'<target state="translated"><g id="1">{xml(p)}</g></target></trans-unit>\n'
        for n, p in enumerate(paragraphs)
    )
    head = (
        '<xliff version="1.2"><file original="a" source-language="lv" target-language="en"><body>'
    )
    return f"{head}{''.join(units)}</body></file></xliff>"


def _tmx(paragraphs: Paragraphs) -> str:
    units = (
        f'<tu><tuv xml:lang="lv"><seg>{xml(_source(p))}</seg></tuv>'
        f'<tuv xml:lang="en"><seg>{xml(p)}</seg></tuv></tu>\n'
        for p in paragraphs
    )
    return f'<tmx version="1.4"><header srclang="lv"/><body>{"".join(units)}</body></tmx>'


def _po(paragraphs: Paragraphs) -> str:
    head = 'msgid ""\nmsgstr "X-Source-Language: lv\\n"\n\n'
    entries = (
        f"msgid {json.dumps(_source(p))}\nmsgstr {json.dumps(p, ensure_ascii=False)}\n\n"
        for p in paragraphs
    )
    return head + "".join(entries)


def _srt(paragraphs: Paragraphs) -> str:
    cues = (
        f"{n}\n{n // 3600:02}:{n // 60 % 60:02}:{n % 60:02},000 -->"
        f" {n // 3600:02}:{n // 60 % 60:02}:{n % 60:02},900\n{_lines(p)}\n\n"
        for n, p in enumerate(paragraphs, 1)
    )
    return "".join(cues)


def _lines(paragraph: str) -> str:
    words = paragraph.split(" ")
    return "\n".join(" ".join(words[i : i + 8]) for i in range(0, len(words), 8))


WRITERS: dict[str, Callable[[Paragraphs], str]] = {
    "plain": "\n\n".join,
    "jsonl": lambda ps: "".join(
        json.dumps({"id": str(n), "text": "\n\n".join(ps[n : n + 40])}) + "\n"
        for n in range(0, len(ps), 40)
    ),
    "html": lambda ps: (
        f"<html><body>{''.join(f'<p>{_marked(p)}</p>{chr(10)}' for p in ps)}</body></html>"
    ),
    "markdown": lambda ps: "\n\n".join(map(_starred, ps)),
    "subtitles": _srt,
    "xliff": _xliff,
    "tmx": _tmx,
    "po": _po,
    "tsv": lambda ps: "source\ttarget\n" + "".join(f"{_source(p)}\t{p}\n" for p in ps),
}


def prose(size: int) -> Paragraphs:
    """Paragraphs that hold about so many characters, each on one line."""

    def endless() -> Iterator[str]:
        paragraphs = [" ".join(p.split()) for p in docstrings()]
        random.Random(20).shuffle(paragraphs)
        while True:
            yield from paragraphs

    chosen, left = [], size
    for paragraph in endless():
        chosen.append(paragraph)
        left -= len(paragraph)
        if left < 0:
            return chosen
    return chosen


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--megabytes", type=float, default=0.3)
    parser.add_argument("--stream", type=int, default=0, metavar="MB")
    parser.add_argument("--read", type=Path, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.read:
        count = sum(len(document.text) for document in formats.read(args.read))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"{count / 1e6:.0f} million characters, peak memory {peak:.0f} MB")
        return
    paragraphs = prose(int(args.megabytes * 1e6))
    project = Project(Settings(root=Path.cwd()))
    project.checker.prepare()
    print(
        f"{'format':10} {'MB':>5} {'read MB/s':>10} {'check MB/s':>11} {'read/check':>11}",
        flush=True,
    )
    for name in WRITERS:
        if child := os.fork():
            os.waitpid(child, 0)
        else:
            print(measure(project, paragraphs, name), flush=True)
            os._exit(0)
    if args.stream:
        stream(args.stream)


def measure(project: Project, paragraphs: Paragraphs, name: str) -> str:
    """A row of the table, from a process in which nothing was checked before."""
    data = WRITERS[name](paragraphs).encode()
    module = formats.load(name)
    list(module.parse("a", io.BytesIO(data)))  # what it imports is loaded
    begin = time.process_time()
    documents = list(module.parse("a", io.BytesIO(data)))
    read = time.process_time() - begin
    begin = time.process_time()
    for document in documents:
        project.check(document)
    check = time.process_time() - begin
    size = len(data) / 1e6
    return f"{name:10} {size:5.2f} {size / read:10.1f} {size / check:11.2f} {read / check:11.3f}"


def stream(megabytes: int) -> None:
    """Read a large file of JSON Lines in a process of its own."""
    line = WRITERS["jsonl"](prose(20_000)).encode()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.jsonl"
        with path.open("wb") as out:
            for _ in range(megabytes * 1_000_000 // len(line)):
                out.write(line)
        command = [sys.executable, "-m", "tests.benchmarks.formats", "--read", str(path)]
        begin = time.perf_counter()
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        print(
            f"jsonl of {megabytes} MB: {done.stdout.strip()}, {time.perf_counter() - begin:.0f} s"
        )


if __name__ == "__main__":
    main()
