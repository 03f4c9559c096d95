"""Damaged files of each format, until time is up: ``python -m tests.benchmarks.fuzz [FORMAT…]``.

Each example is a sample (or a file of ``--corpus``) with parts cut, doubled, moved and spliced with
what its format finds hard. It must be refused in words, or read with exact places and let single
spans be edited with nothing else changed, within ``--limit`` CPU seconds and 2 GB. What fails is kept.
"""

import argparse
import random
import resource
import signal
import sys
import time
from pathlib import Path

from reviewer import formats
from tests.formats.properties import hold
from tests.formats.samples import SAMPLES

MEMORY = 2 * 1024**3  # bytes of address space
_MARKS = {
    "html": "<p> </p> <b <!-- --> <![CDATA[ <script> </script> <title> &amp; &#0; &#x110000; &lt ' \" = / > <svg> <br> <li> translate=no alt=' <?xml ?> <meta charset=",
    "markdown": "* ** _ ` ``` ~~ [ ]( ) ![ ] <b> <http://a> &amp; \\ # --- === > - 1. | |-| \t [a]: \r \n\n <div>",
    "po": 'msgid msgstr msgstr[1] msgctxt msgid_plural "" " \\n \\ \\x4 \\0 #~ #, fuzzy # \n\n \r',
    "subtitles": "--> 00:00:01,000 1\n <i> </i> {\\an8} WEBVTT NOTE &amp; \n\n - \r 99:99:99,999",
    "tsv": '\t " "" , ; \r \n "\t target source en lv',
    "jsonl": '" \\ \\u \\ud83d { } [ ] : , "text" "id" null 1e9 \n \\n',
    "xliff": '<target> </target> <source> <mrk> <x/> <sub> </sub> <ph> <file> </file> state="new" translate="no" &amp; &#0; <![CDATA[ ]]> <!-- --> <!DOCTYPE <!ENTITY ]> <?x ?> xml:lang="en"',
    "tmx": '<tu> </tu> <tuv> <seg> </seg> <sub> </sub> <ph> &amp; &#0; <![CDATA[ ]]> <!-- <!DOCTYPE xml:lang="en" srclang="lv"',
    "plain": "\r \n \u2028 \u00a0",
}


def main() -> int:
    """Fuzz the formats named, by default all, each for as long; 1 where one failed."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("formats", nargs="*", metavar="FORMAT", help="default: all")
    parser.add_argument("--seconds", type=float, default=60, help="for each format")
    parser.add_argument("--seed", type=int, default=None, help="default: another each time")
    parser.add_argument(
        "--limit", type=float, default=10, help="CPU seconds that one file may take"
    )
    parser.add_argument("--corpus", type=Path, help="a folder of real files to damage too")
    parser.add_argument("--keep", type=Path, default=Path("fuzz-failures"), help="what failed")
    args = parser.parse_args()
    seed = random.SystemRandom().randrange(2**32) if args.seed is None else args.seed
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    signal.signal(signal.SIGPROF, _too_long)
    print(
        f"seed {seed}\n{'format':10} {'files':>8} {'read':>8} {'refused':>8} {'edits':>8} {'not made':>8}  slowest"
    )
    results = [_fuzz(name, args, seed) for name in args.formats or SAMPLES]
    return int(not all(results))


def _fuzz(name: str, args: argparse.Namespace, seed: int) -> bool:
    rng = random.Random(f"{seed} {name}")
    seeds = [*SAMPLES[name], *_corpus(name, args.corpus)]
    files = read = edits = refused = 0
    slowest, failures = 0.0, 0
    end = time.monotonic() + args.seconds
    while time.monotonic() < end and failures < 5:
        data = damaged(rng, rng.choice(seeds), _MARKS[name])
        started = time.process_time()
        signal.setitimer(signal.ITIMER_PROF, args.limit)
        try:
            outcome = hold(name, data, rng)
        except Exception as error:
            failures += 1
            kept = args.keep / f"{name}-{seed}-{files}"
            args.keep.mkdir(parents=True, exist_ok=True)
            kept.write_bytes(data)
            print(f"{name}: {type(error).__name__}: {str(error)[:300]} ({kept})")
            outcome = None
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
        slowest = max(slowest, time.process_time() - started)
        files += 1
        if outcome:
            read, edits, refused = read + 1, edits + outcome[0], refused + outcome[1]
    print(
        f"{name:10} {files:8} {read:8} {files - read:8} {edits:8} {refused:8}  {slowest:.2f} s",
        flush=True,
    )
    return not failures


def damaged(rng: random.Random, data: bytes, marks: str) -> bytes:
    """The file with one to six accidents."""
    hard = [mark.encode() for mark in marks.split(" ") if mark]
    for _ in range(rng.choice((1, 1, 2, 3, 6))):
        start = rng.randrange(len(data) + 1)
        size = rng.choice((0, 0, 1, 2, 5, 20, 100))
        part = data[start : start + size]
        kind = rng.randrange(6)
        if kind == 0:  # cut
            data = data[:start] + data[start + size :]
        elif kind == 1:  # double, at times many times
            data = data[:start] + part * rng.choice((2, 2, 3, 300)) + data[start + size :]
        elif kind == 2:  # move
            other = rng.randrange(len(data) + 1)
            data = data[:other] + part + data[other:]
        elif kind == 3:  # any byte
            data = data[:start] + rng.randbytes(rng.choice((1, 2, 4))) + data[start + size :]
        else:
            mark = rng.choice(hard) * rng.choice((1, 1, 1, 2, 400))
            data = data[:start] + mark + data[start + (size if kind == 5 else 0) :]
    return data


def _corpus(name: str, folder: Path | None) -> list[bytes]:
    files = sorted(folder.rglob("*")) if folder else []
    return [
        path.read_bytes()
        for path in files
        if path.is_file()
        and formats.by_suffix(path.suffix) == name
        and path.stat().st_size < 50_000
    ]


def _too_long(_signal: int, _frame: object) -> None:
    raise TimeoutError("took too long")


if __name__ == "__main__":
    sys.exit(main())
