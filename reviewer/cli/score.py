"""Quality figures: what the machine translation was worth, and what its review cost.

Name accuracy by the glossary, edit effort by the decision log and the kept originals, BLEU and
chrF2++ where references are given, MQM errors for other tools.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from reviewer import plugins
from reviewer.cli import complain
from reviewer.cli._project import files, input_format, one_source, open_projects, project_arguments
from reviewer.errors import UsageError
from reviewer.quality import GROUPS, MEASURES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reviewer.quality.articles import Article
    from reviewer.quality.beside import Beside
    from reviewer.quality.figures import Figures

_EXCHANGE = "reviewer.quality.exchange"
_OUTPUTS = "reviewer.quality.outputs"


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``reviewer score``."""
    add = parser.add_argument
    add("paths", nargs="*", metavar="PATH", help="articles or folders (default: .)")
    project_arguments(parser)
    add("--by", action="append", default=[], choices=GROUPS, help="a table by this (repeatable)")
    add("--system", default="", metavar="NAME", help="the MT system of records that name none")
    add(
        "--original",
        type=Path,
        metavar="PATH",
        help="the articles as translated: a file, or a folder with the same names"
        " (default: what review kept)",
    )
    add("--reference", type=Path, metavar="PATH", help="reference translations, line by line")
    add(
        "--compare",
        type=Path,
        metavar="PATH",
        help="another system's translations, or older ones, to compare by the references",
    )
    add("--worst", type=_count, default=10, metavar="N", help="list so many sentences (default 10)")
    add("--output-format", choices=("text", "json"), default="text")
    add("--html", type=Path, metavar="FILE", help="write a page with plots that needs nothing else")
    add(
        "--export",
        action="append",
        default=[],
        metavar="FORMAT[:FILE]",
        help="for other tools (repeatable): " + ", ".join(_formats()),
    )
    add(
        "--fail-under",
        action="append",
        default=[],
        type=_gate,
        metavar="FIGURE=NUMBER",
        help="exit 1 below this: " + ", ".join(MEASURES),
    )


def run(args: argparse.Namespace) -> int:
    """Print the figures; the exit status is 1 below a gate, 2 where something could not be read."""
    from reviewer.cli._progress import Progress
    from reviewer.quality.articles import read

    project_of = open_projects(args)
    found = files(args.paths, project_of)
    one_source(args, found)
    exports = [_export(chosen) for chosen in args.export]
    if not found:
        complain("nothing to score: no article in the given paths")
        return 2 if args.fail_under else 0
    problems: list[str] = []
    progress = Progress()
    try:
        articles = read(
            found,
            project_of,
            problems.append,
            format=input_format(args),
            system=args.system,
            originals=_beside(args, "original"),
            progress=progress,
        )
    finally:
        progress.clear()
    status = 0
    if articles:
        figures = _figures(args, articles, problems)
        _write(args, figures, articles, exports)
        status = _gates(args, figures)
    for problem in problems:
        complain(problem)
    return 2 if problems else status


def _figures(args: argparse.Namespace, articles: Sequence[Article], problems: list[str]) -> Figures:
    from reviewer.cli._progress import Progress
    from reviewer.quality.beside import with_references
    from reviewer.quality.figures import collect
    from reviewer.quality.references import Referenced
    from reviewer.quality.significance import compared

    references, other = _beside(args, "reference"), _beside(args, "compare")
    ours, theirs = with_references(articles, references, other, complain, problems.append)
    progress, read = Progress("sentences"), Progress("articles")
    try:
        scored = Referenced.of(ours, progress) if ours else None
        before = Referenced.of(theirs, progress) if theirs else None
        return collect(
            articles,
            list(dict.fromkeys(args.by)),
            referenced=scored,
            compared=compared(before, scored) if before and scored else (),
            worst=args.worst,
            read=read,
            scored=progress,
        )
    finally:
        progress.clear()
        read.clear()


def _beside(args: argparse.Namespace, option: str) -> Beside | None:
    from reviewer.quality.beside import Beside

    path = getattr(args, option)
    named = [Path(one) for one in args.paths or ["."]]
    return Beside(path, named, f"--{option}") if path else None


def _write(
    args: argparse.Namespace,
    figures: Figures,
    articles: Sequence[Article],
    exports: Sequence[tuple[str, str]],
) -> None:
    """Print the figures, unless an export takes their place on standard output."""
    from reviewer.engine.writing import write_text

    if all(file != "-" for _, file in exports):
        sys.stdout.write(plugins.load(_OUTPUTS, args.output_format).render(figures))
    if args.html:
        write_text(args.html, plugins.load(_OUTPUTS, "html").render(figures), "page")
    for name, file in exports:
        rendered = plugins.load(_EXCHANGE, name).render(articles)
        if file == "-":
            sys.stdout.write(rendered)
        else:
            write_text(Path(file), rendered, "export")


def _gates(args: argparse.Namespace, figures: Figures) -> int:
    """1 where a figure is below its gate; one that cannot be told lets nothing pass."""
    status = 0
    for name, least in args.fail_under:
        value = figures.measure(name)
        if value is None:
            raise UsageError(f"--fail-under {name}: these articles do not tell this figure")
        if value < least:
            complain(f"{name} is {value:.4f}, below {least:g}")
            status = 1
    return status


def _export(chosen: str) -> tuple[str, str]:
    name, _, file = chosen.partition(":")
    if name not in _formats():
        raise UsageError(plugins.unknown("export format", name, _formats()))
    return name.replace("-", "_"), file or "-"


def _formats() -> tuple[str, ...]:
    return tuple(name.replace("_", "-") for name in plugins.offered(_EXCHANGE))


def _count(value: str) -> int:
    number = int(value)
    if number < 0:
        raise argparse.ArgumentTypeError("expected a number of 0 or more")
    return number


def _gate(value: str) -> tuple[str, float]:
    name, _, least = value.partition("=")
    if name not in MEASURES:
        raise argparse.ArgumentTypeError(plugins.unknown("figure", name, MEASURES))
    try:
        return name, float(least)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{value!r}: write {name}=NUMBER") from None
