"""The options that commands share, and the settings they make of them."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path

from reviewer.cli import complain
from reviewer.config import Settings
from reviewer.engine.paths import articles
from reviewer.engine.project import ProjectOf, projects
from reviewer.errors import UsageError
from reviewer.glossary import store


def project_arguments(parser: argparse.ArgumentParser) -> None:
    """The options that choose glossaries, checks and configuration."""
    parser.add_argument(
        "--glossary",
        action="append",
        default=[],
        metavar="FILE|PACK",
        help="use this glossary too (repeatable)",
    )
    parser.add_argument(
        "--isolated",
        action="store_true",
        help="no configuration, no shipped packs, no decision log: only what the command names",
    )
    parser.add_argument(
        "--select",
        action="append",
        default=[],
        metavar="CHECK|CODE",
        help="only these checks or codes (repeatable, or separated by commas)",
    )
    parser.add_argument(
        "--ignore",
        action="append",
        default=[],
        metavar="CHECK|CODE",
        help="not these checks or codes (repeatable, or separated by commas)",
    )
    parser.add_argument(
        "--exclude", action="append", default=[], metavar="PATTERN", help="leave these paths out"
    )
    parser.add_argument("--config", type=Path, metavar="FILE", help="use this configuration file")
    parser.add_argument(
        "--source", type=Path, metavar="FILE", help="the source text of the one article named"
    )
    parser.add_argument("--source-lang", metavar="LANG", help="the sources' language: lv, ru, …")
    parser.add_argument(
        "--input-format",
        metavar="FORMAT",
        help="read every article in this format, whatever its name",
    )
    parser.add_argument(
        "--columns",
        metavar="SPEC",
        help="the columns of tables: target=COLUMN,source=COLUMN,reference=COLUMN,source_lang=LANG;"
        " a COLUMN is a name of the header or a number from 1",
    )


def input_format(args: argparse.Namespace) -> str | None:
    """The format that the command line names, with the columns of tables; None for neither."""
    return f"{args.input_format or ''}:{args.columns}" if args.columns else args.input_format


def open_projects(args: argparse.Namespace) -> ProjectOf:
    """The project of each file, by its configuration and by what the command line says."""
    return projects(_overriding(args), args.config, complain, isolated=args.isolated)


def one_source(args: argparse.Namespace, found: Sequence[Path]) -> None:
    """Raise UsageError where ``--source`` is given with more than one article, or is not there."""
    if args.source is None:
        return
    if not args.source.is_file():
        raise UsageError(f"{args.source}: no such file; --source names the article's source text")
    if len(found) > 1:
        raise UsageError(
            f"--source {args.source}: {len(found)} articles are named and a source belongs to one;"
            " put each source beside its article as NAME.src.LANG.txt"
        )


def files(named: Sequence[str], project_of: ProjectOf) -> list[Path]:
    """The articles in the named files and folders, by default in the working folder."""
    return articles([Path(p) for p in named or ["."]], lambda path: project_of(path).settings)


def _overriding(args: argparse.Namespace) -> Callable[[Settings], Settings]:
    """What the command line changes in the settings that a folder's configuration gives."""
    glossaries = tuple(_glossary(name) for name in args.glossary)
    select, ignore = _split(args.select), _split(args.ignore)

    def override(settings: Settings) -> Settings:
        if args.isolated:
            settings = settings._replace(packs=(), decisions=False)
        return settings._replace(
            glossaries=(*settings.glossaries, *glossaries),
            select=select or settings.select,
            ignore=(*settings.ignore, *ignore),
            exclude=(*settings.exclude, *args.exclude),
            source=args.source,
            source_lang=args.source_lang,
            fail_level=getattr(args, "fail_level", None) or settings.fail_level,
        )

    return override


def _glossary(name: str) -> Path:
    """A file where there is one of that name, else a pack that ships."""
    path = Path(name)
    return path if path.exists() or path.suffix else store.pack(name)


def _split(values: list[str]) -> tuple[str, ...]:
    return tuple(item.strip() for value in values for item in value.split(",") if item.strip())
