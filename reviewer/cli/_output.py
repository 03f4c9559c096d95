"""Where the reports of ``reviewer check`` go, and in which format."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from reviewer import plugins
from reviewer.cli import complain
from reviewer.engine.run import CODES, INPUT
from reviewer.engine.writing import write_text
from reviewer.errors import UsageError

if TYPE_CHECKING:
    from reviewer.checks._context import Code
    from reviewer.engine.run import Run
    from reviewer.model import Finding, Severity

CHECKS = "reviewer.checks"
GLOSSARY = "glossary"  # what findings of glossary lint call their check
REPORTERS = "reviewer.reporters"
# Code points written at once: where Python's output is unbuffered, a reader that left in the middle
# of a write is heard of only at the next one.
_PIECE = 1 << 15


def targets(chosen: Sequence[str], output_format: str | None) -> list[tuple[str, str]]:
    """Each report's format and file; only a known format's name counts as ``[FORMAT:]`` prefix."""
    from reviewer.reporters._platform import standard_output

    found = []
    for target in chosen or ["-"]:
        prefix, colon, rest = target.partition(":")
        if colon and prefix in plugins.offered(REPORTERS):
            found.append((prefix, rest))
        elif output_format or target != "-":
            found.append((output_format or "text", target))
        else:
            name, note = standard_output(os.environ)
            found.append((name, target))
            if note:
                complain(note)
    for name, file in found:
        if not file:
            raise UsageError(f"-o {name}: no file is named; write -o {name}:FILE, or - to print")
    return found


def write(name: str, file: str, found: Run, level: Severity, standard: TextIO) -> None:
    """Render one report to a file, or for ``-`` to ``standard``."""
    from reviewer import __version__
    from reviewer.reporters._platform import checkout
    from reviewer.reporters._report import Report

    report = Report(
        articles=found.articles,
        suppressed=found.suppressed,
        version=__version__,
        color=file == "-" and _colors(standard),
        fail_level=level,
        meaning=_meaning,
        folder=Path.cwd().as_posix(),
        checkout=checkout(os.environ),
    )
    rendered = plugins.load(REPORTERS, name).render(found.findings, report)
    if file != "-":
        write_text(Path(file), rendered, "report")
        return
    for start in range(0, len(rendered), _PIECE):
        standard.write(rendered[start : start + _PIECE])
    standard.flush()


def statistics(findings: Iterable[Finding]) -> str:
    """How often each code was found, the most frequent first."""
    counts = Counter((finding.check, finding.code) for finding in findings)
    lines = []
    for (check, code), count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        meaning = _meaning(check, code)
        lines.append(f"{count:7}  {check}/{code}" + (f"  {meaning.short}" if meaning else ""))
    return "".join(f"{line}\n" for line in lines)


def checks() -> str:
    """Every check and code with its severity and meaning."""
    from reviewer.engine.checker import codes

    lines = []
    for check, offered in {**codes(), INPUT: CODES}.items():
        for code, meaning in offered.items():
            lines.append(f"{check}/{code} ({meaning.severity}): {meaning.short}. {meaning.long}\n")
    return "".join(lines)


def _meaning(check: str, code: str) -> Code | None:
    """What a code stands for, as its check says."""
    if check == INPUT:
        return CODES.get(code)
    if check == GLOSSARY:
        from reviewer.curate.lint._run import codes

        return codes().get(code)
    if check not in plugins.offered(CHECKS):
        return None
    meaning: Code | None = plugins.load(CHECKS, check).CODES.get(code)
    return meaning


def _colors(stream: TextIO) -> bool:
    """Colours on a terminal, unless NO_COLOR is set (https://no-color.org) or it knows none."""
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return stream.isatty() and not plain
