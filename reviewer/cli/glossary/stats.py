"""Count what the glossaries hold."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from typing import TYPE_CHECKING

from reviewer.cli.glossary import _files

if TYPE_CHECKING:
    from reviewer.curate.stats import Stats


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``reviewer glossary stats``."""
    parser.add_argument("files", nargs="*", metavar="FILE|PACK", help="glossaries to count")
    _files.json_argument(parser)
    _files.file_arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Print the counts of each file and of all; return 0."""
    from reviewer.curate.stats import count

    paths = _files.chosen([*args.files, *args.glossary], args.config)
    each = [(_files.shown_path(str(path)), count(_files.load([path]))) for path in paths]
    total = count(_files.load(paths, noted=False))
    if args.json:
        _files.say_json({"files": {name: asdict(s) for name, s in each}, "total": asdict(total)})
        return 0
    rows: list[tuple[str, ...]] = [("file", "terms", "rules", "admitted", "deprecated", "native")]
    rows += [_row(name, stats) for name, stats in [*each, ("all", total)]]
    _files.say_table(rows)
    for title, counts in (
        ("kinds", total.kinds),
        ("statuses", total.statuses),
        ("native forms", total.languages),
        ("sources", total.sources),
        ("rule codes", total.codes),
        ("severities", total.severities),
    ):
        if counts:
            listed = ", ".join(f"{name or 'none'} {number}" for name, number in counts.items())
            _files.say(f"{title}: {listed}")
    return 0


def _row(name: str, stats: Stats) -> tuple[str, ...]:
    forms = (str(stats.forms.get(form, 0)) for form in ("admitted", "deprecated", "native"))
    return (name, str(stats.terms), str(stats.rules), *forms)
