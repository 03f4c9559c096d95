"""What each check costs per megabyte of English, with a source beside it and without.

    python -m tests.benchmarks.checks ARTICLES.jsonl[.gz] [--text text] [--source source]

Every record of the file is an article: ``text`` (or another key) in English, ``source`` in the
language that its ``source_lang`` tells. All checks run in one process, one after another, over the
shipped packs; the index is built before the clock starts. Figures are CPU time, and hold for the
first sight of each token: what a check remembers makes a longer batch cheaper. Ratios between
checks are what counts.
"""

from __future__ import annotations

import argparse
import gzip
import json
import time
from collections.abc import Iterator
from pathlib import Path

from reviewer import plugins
from reviewer.checks._context import Context, Shared
from reviewer.engine.checker import CHECKS
from reviewer.glossary import store
from reviewer.model import Document, Segment


def documents(path: Path, text_key: str, source_key: str) -> Iterator[Document]:
    """The articles, each with its source as one segment."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as stream:
        for number, line in enumerate(stream):
            record = json.loads(line)
            text, source = record[text_key], record.get(source_key)
            lang = record.get("source_lang") or str(record.get("pair", "")).partition("-")[0]
            segments = (Segment(0, len(text), source, lang or None),) if source else ()
            yield Document.plain(text, str(number))._replace(segments=segments)


def main() -> None:
    """Print a line for each check."""
    parser = argparse.ArgumentParser(description=__doc__, allow_abbrev=False)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--text", default="text")
    parser.add_argument("--source", default="source")
    options = parser.parse_args()
    with_source = list(documents(options.articles, options.text, options.source))
    alone = [document._replace(segments=()) for document in with_source]
    megabytes = sum(len(document.text.encode()) for document in alone) / 1e6
    print(f"{len(alone)} articles, {megabytes:.2f} MB of English")
    print(f"{'check':14}{'MB/s alone':>12}{'with source':>13}{'above info, with source':>25}")
    for name in plugins.offered(CHECKS):
        module = plugins.load(CHECKS, name)
        rates, loud = [], 0
        for batch in (alone, with_source):
            shared = Shared(store.load(list(store.shipped())))
            context = Context(shared, module.OPTIONS)
            len(shared.matcher.index)
            list(module.run(batch[0], context))  # what loads on first use
            start = time.process_time()
            found = [f for document in batch for f in module.run(document, context)]
            rates.append(megabytes / max(1e-9, time.process_time() - start))
            loud = sum(f.severity != "info" for f in found)
        print(f"{name:14}{rates[0]:12.2f}{rates[1]:13.2f}{loud:25}", flush=True)


if __name__ == "__main__":
    main()
